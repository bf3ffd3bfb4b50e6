"""Reports say the same findings, each in the form that its readers expect."""

import io
import json
import os
import pty
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from lxml import etree
from sarif_pydantic import Sarif

from corpus.alignment.pairing import aligned
from corpus.bitext import Bitext, TranslationUnit
from corpus.formats.plain import read
from glossary.checks import ALL_CHECKS
from glossary.concept import Concept, Term
from glossary.runner import check_bitext
from glossary.termbase import Termbase
from tui.reports import ALL_REPORTS
from tui.reports.report import Checked, Unread

TERMBASE = Termbase.of(
    (
        Concept("mes", (Term("Mitsui E&S"),), (Term("三井E&S"),)),
        Concept("mco", (Term("Mitsui & Co."),), (Term("三井物産"),)),
    )
)
HOSTILE = '三井物産E&Sの"x"<b>\x1b[31m]]>\n::error::%0Aだ。'


def checked(bitext):
    return Checked(bitext, check_bitext(bitext, TERMBASE))


def report(name, *results):
    out = io.StringIO()
    next(r for r in ALL_REPORTS if r.name == name).write(results, out)
    return out.getvalue()


@pytest.fixture
def pair(tmp_path):
    english = "The port opened in 1889.\n\nMitsui E&S built 12 cranes.\n"
    japanese = "港は1889年に開港した。\n\n🏗 三井物産E&Sはクレーン12基を造った。\n"
    for name, text in (("en.txt", english), ("ja.txt", japanese)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    source, target = (read(str(tmp_path / name)) for name in ("en.txt", "ja.txt"))
    return checked(aligned(source, target))


@pytest.fixture
def bitext():
    units = (
        TranslationUnit("a", "Mitsui E&S.", HOSTILE, line=1),
        TranslationUnit("b", "Rain.", "雨だ。", line=2),
    )
    return checked(Bitext("units.jsonl", units))


def test_sarif_has_places_in_code_points_and_the_fix(pair):
    (run,) = Sarif.model_validate_json(report("sarif", pair)).runs
    (result,) = run.results
    place = result.locations[0].physical_location
    region = place.region
    assert place.artifact_location.uri.startswith("file://")
    assert place.artifact_location.uri.endswith("/ja.txt")
    assert (region.start_line, region.start_column, region.end_column) == (3, 3, 10)
    raw = json.loads(report("sarif", pair))["runs"][0]
    assert raw["columnKind"] == "unicodeCodePoints"
    (change,) = raw["results"][0]["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] in "三井E&S"
    assert replacement["deletedRegion"]["startLine"] == 3


def test_sarif_names_every_check_with_its_help(pair):
    (run,) = Sarif.model_validate_json(report("sarif", pair)).runs
    rules = {rule.id: rule for rule in run.tool.driver.rules}
    assert set(rules) == {c.name for c in ALL_CHECKS}
    assert run.results[0].rule_id in rules


def test_sarif_of_a_bilingual_file_names_line_and_unit(bitext):
    (run,) = Sarif.model_validate_json(report("sarif", bitext)).runs
    location = run.results[0].locations[0]
    assert location.physical_location.artifact_location.uri == "units.jsonl"
    assert location.physical_location.region.start_line == 1
    assert location.logical_locations[0].name == "a"
    (fingerprint,) = run.results[0].partial_fingerprints.values()
    assert fingerprint == bitext.findings[0].fingerprint


def test_junit_counts_units_and_fails_those_with_findings(pair, bitext):
    suites = list(JUnitXml.fromstring(report("junit", pair, bitext).encode()))
    assert [(s.tests, s.failures) for s in suites] == [(2, 1), (2, 1)]
    case, clean = suites[1]
    assert (case.name, clean.name, clean.result) == ("a", "b", [])
    assert case.result[0].type == bitext.findings[0].check


def test_a_text_can_give_no_command_to_a_workflow(bitext):
    lines = report("github", bitext).splitlines()
    assert len(lines) == len(bitext.findings)
    assert all(re.match(r"::(error|warning|notice) file=units\.jsonl,line=1,", x) for x in lines)


def test_annotations_of_a_pair_stand_at_the_marked_words(pair):
    (line,) = report("github", pair).splitlines()
    assert re.search(r"line=3,col=3,endLine=3,endColumn=10,title=confusable-rendering::", line)


def test_the_page_shows_a_hostile_text_and_obeys_none_of_it(bitext):
    page = etree.fromstring(report("html", bitext), etree.HTMLParser())
    assert [m.text for m in page.iter("mark")][:2] == ["Mitsui E&S", "三井物産E&S"]
    assert not list(page.iter("b"))
    assert len(list(page.iter("script"))) == 1
    assert not [a for e in page.iter() for a in ("src", "onclick") if e.get(a)]
    assert all(e.get("href").startswith("#") for e in page.iter("a"))


def test_the_page_leads_to_every_unit_with_findings_and_every_finding(pair):
    page = etree.fromstring(report("html", pair), etree.HTMLParser())
    flagged = {e.get("id") for e in page.iter("article") if e.get("data-severity")}
    findings = {e.get("id") for e in page.iter("li") if e.get("data-check")}
    known = {e.get("id") for e in page.iter() if e.get("id")}
    led = {e.get("href")[1:] for e in page.iter("a")}
    assert len(flagged) == len(findings) == 1
    assert flagged | findings <= led <= known
    (wanted,) = [e.text for e in page.iter("ins")]
    assert wanted.startswith("三井E&S")


def test_all_paragraphs_are_on_the_page_and_sentences_that_answer_each_other_go_together():
    english = "Mitsui E&S built it. Snow fell. The port was closed."
    japanese = "三井物産E&Sが建造した。雪が降った。港は閉鎖された。"
    units = (TranslationUnit("a", english, japanese), TranslationUnit("b", "Rain.", "雨だ。"))
    page = etree.fromstring(report("html", checked(Bitext("x.jsonl", units))), etree.HTMLParser())
    assert [e.get("data-unit") for e in page.iter("article")] == ["a", "b"]
    groups = {}
    for each in page.iter("span"):
        if re.fullmatch(r"s\d+", each.get("class") or ""):
            groups.setdefault(each.get("class"), []).append("".join(each.itertext()))
    assert groups["s1"] == ["Snow fell.", "雪が降った。"]
    texts = ["".join(e.itertext()) for e in page.iter("p") if e.get("lang") == "ja"]
    assert re.sub("[◆▲●]\\d", "", texts[0]) == japanese


def test_the_page_runs_only_its_own_script_and_style(pair):
    said = report("html", pair)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', said)
    policy = unescape(policy)
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (content,) = re.findall(f"<{name}>(.*?)</{name}>", said, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not re.search(r"<[^>]* (?:style|on\w+)=", said)
    assert not re.search(r"(?:https?:)?//\w", re.sub(r"<script>.*?</script>", "", said))


def test_a_long_text_is_shown_where_it_has_findings():
    rain = [TranslationUnit(str(n), "Rain.", "雨だ。") for n in range(1001)]
    wrong = TranslationUnit("w", "Mitsui E&S left.", "三井物産E&Sは去った。")
    page = etree.fromstring(
        report("html", checked(Bitext("x.jsonl", (*rain, wrong)))), etree.HTMLParser()
    )
    assert [e.get("data-unit") for e in page.iter("article")] == ["w"]
    known = {e.get("id") for e in page.iter() if e.get("id")}
    assert {e.get("href")[1:] for e in page.iter("a")} <= known
    assert "Only paragraphs with findings" in "".join(page.itertext())


@pytest.mark.parametrize("name", ["jsonl", "json", "sarif", "junit", "html"])
def test_every_report_of_a_whole_run_says_with_which_glossary(name, bitext):
    assert len(TERMBASE.digest) == 16
    assert TERMBASE.digest in report(name, replace(bitext, glossary=TERMBASE.digest))


@pytest.mark.parametrize("name", [r.name for r in ALL_REPORTS])
def test_no_report_lets_control_characters_through(name, bitext):
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", report(name, bitext))


@pytest.mark.parametrize("name", [r.name for r in ALL_REPORTS])
def test_every_report_can_be_written_where_nothing_was_found(name):
    clean = checked(Bitext("clean.jsonl", (TranslationUnit("a", "Rain.", "雨だ。", line=1),)))
    assert clean.findings == ()
    said = report(name, clean)
    if name in ("json", "sarif"):
        json.loads(said)
    elif name == "html":
        assert "0 findings in 1 units" in said
    elif name == "junit":
        (suite,) = JUnitXml.fromstring(said.encode())
        assert suite.failures == 0
    else:
        assert said == ""


SCHEMA = json.loads((files("tui.reports") / "findings-1.schema.json").read_text("utf-8"))


def faults(value, part=""):
    schema = {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]} if part else SCHEMA
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def test_json_is_as_the_schema_says(pair, bitext):
    said = json.loads(report("json", pair, bitext))
    assert len(said["files"]) == 2
    assert faults(said) == []
    del said["files"][0]["findings"][0]["fingerprint"]
    assert faults(said) == ["'fingerprint' is a required property"]


def test_every_line_of_json_lines_is_as_the_schema_says(pair, bitext):
    lines = [json.loads(line) for line in report("jsonl", pair, bitext).splitlines()]
    assert {"replacement", "target"} <= {key for line in lines for key in line}
    assert [faults(line, "finding") for line in lines] == [[]] * len(lines)


def test_lines_say_the_place_that_the_text_says(pair, bitext):
    for checked in (pair, bitext):
        plain = report("text", checked).splitlines()
        for said, line in zip(plain, report("jsonl", checked).splitlines(), strict=True):
            at = json.loads(line)["location"]
            column = f":{at['column']}: " if at["column"] else ": ["
            assert said.startswith(f"{at['file']}:{at['line']}{column}")


def test_the_schema_names_every_key_of_a_finding(pair):
    (line,) = [json.loads(line) for line in report("jsonl", pair).splitlines()]
    assert set(line) == set(SCHEMA["$defs"]["finding"]["properties"])


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_findings_stand_under_their_file(pair, bitext, monkeypatch):
    text = next(r for r in ALL_REPORTS if r.name == "text")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = Terminal()
    text.write([pair, bitext], out)
    coloured = out.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    out = Terminal()
    text.write([pair, bitext], out)
    plain = out.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b[1;31mcritical\x1b[m" in coloured
    first, second = plain.strip().split("\n\n")
    assert first.splitlines()[0].endswith("/ja.txt")
    assert first.splitlines()[1].startswith("  3:3:     critical confusable-rendering: ")
    assert second.splitlines()[0] == "units.jsonl"
    assert second.splitlines()[1].startswith("  1: [a]   critical confusable-rendering: ")
    assert len(second.splitlines()) == 1 + len(bitext.findings)


def test_the_command_colours_them_too_and_nothing_of_a_text_steers_the_terminal(tmp_path):
    unit = {
        "id": "\x1b[35m",
        "source": "Mitsui E&S \x1b[36mcame.",
        "target": "三井物産E&S\x1b[36m来た",
    }
    (tmp_path / "\x1b[34mu.jsonl").write_text(json.dumps(unit) + "\n", "utf-8")
    reading, writing = pty.openpty()
    words = [sys.executable, "-c", "from tui.cli import run; run()", "check", str(tmp_path)]
    done = subprocess.run(
        [*words, "--no-names"], stdout=writing, check=False, stderr=subprocess.PIPE
    )
    os.close(writing)
    shown = os.read(reading, 1 << 16).decode()
    os.close(reading)
    assert done.returncode == 1
    assert f"\x1b[1m{tmp_path}/\u241b[34mu.jsonl\x1b[m" in shown
    ours = {f"\x1b[{code}m" for code in ("", "1", "1;31", "33", "36")}
    assert {*re.findall(r"\x1b\[[\d;]*m", shown)} <= ours
    assert shown.count("\x1b") == len(re.findall(r"\x1b\[[\d;]*m", shown))
    assert "\u241b[35m" in shown


UNREAD = Unread("bad<1>.jsonl", "bad<1>.jsonl:3: not JSON", "mend the line")


def test_a_file_that_cannot_be_read_is_in_the_report(bitext):
    whole = json.loads(report("json", bitext, UNREAD))
    Draft202012Validator(SCHEMA).validate(whole)
    good, bad = whole["files"]
    assert "error" not in good
    assert (bad["file"], bad["units"], bad["error"]) == (UNREAD.name, 0, UNREAD.message)
    (run,) = Sarif.model_validate_json(report("sarif", bitext, UNREAD)).runs
    (invocation,) = run.invocations
    assert not invocation.execution_successful
    written = json.loads(report("sarif", bitext, UNREAD))["runs"][0]["invocations"][0]
    (notified,) = written["toolExecutionNotifications"]
    assert notified["message"]["text"] == UNREAD.message
    suites = JUnitXml.fromstring(report("junit", bitext, UNREAD).encode())
    assert {suite.name: suite.errors for suite in suites} == {"units.jsonl": 0, UNREAD.name: 1}
    assert "::error file=bad<1>.jsonl::bad<1>.jsonl:3: not JSON\n" in report("github", UNREAD)
    assert "bad&lt;1&gt;.jsonl:3: not JSON" in report("html", bitext, UNREAD)
    assert report("jsonl", UNREAD) == report("text", UNREAD) == ""


def test_a_file_that_broke_off_has_its_findings_and_the_error(bitext):
    rest = Unread(bitext.name, "units.jsonl:9: not JSON", "mend the line")
    (row,) = json.loads(report("json", bitext, rest))["files"]
    assert (row["units"], row["error"]) == (2, rest.message)
    (suite,) = JUnitXml.fromstring(report("junit", bitext, rest).encode())
    assert (suite.tests, suite.failures, suite.errors) == (3, 1, 1)
    (run,) = Sarif.model_validate_json(report("sarif", bitext)).runs
    assert run.invocations[0].execution_successful
