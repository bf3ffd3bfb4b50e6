"""What other programs rely on: exit codes, streams, and the form of a finding."""

import json
import subprocess
import sys

import pytest

WRONG = {
    "id": "a",
    "document": "d",
    "source": "Mitsui E&S builds cranes.",
    "target": "三井物産E&Sはクレーンを製造する。",
    "extra": 1,
}
RIGHT = WRONG | {"id": "b", "target": "三井E&Sはクレーンを製造する。"}


def taiyaku(*arguments, cwd, stdin=""):
    return subprocess.run(
        [sys.executable, "-c", "from tui.cli import run; run()", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={"HOME": str(cwd), "PATH": ""},
    )


def lines(*units):
    return "".join(json.dumps(u, ensure_ascii=False) + "\n" for u in units)


def rows(run):
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_a_wrong_name_is_a_finding_with_exact_places_and_exit_code_1(tmp_path):
    run = taiyaku("check", "-", "--format", "jsonl", cwd=tmp_path, stdin=lines(WRONG, RIGHT))
    assert run.returncode == 1
    (finding,) = rows(run)
    assert (finding["document"], finding["unit"]) == ("d", "a")
    assert (finding["check"], finding["severity"]) == ("confusable-rendering", "critical")
    for side in ("source", "target"):
        span = finding[side]
        assert WRONG[side][span["start"] : span["end"]] == span["text"]
    assert finding["target"]["text"] == "三井物産E&S"
    assert "三井E&S" in finding["suggestions"]
    assert "Mitsui & Co." in finding["message"]
    assert len(finding["fingerprint"]) == 16


def test_nothing_found_is_exit_code_0_and_no_output(tmp_path):
    run = taiyaku("check", "-", "--format", "jsonl", cwd=tmp_path, stdin=lines(RIGHT))
    assert (run.returncode, run.stdout) == (0, "")


def test_fail_on_decides_the_exit_code_and_not_what_is_printed(tmp_path):
    glossary = tmp_path / "terms.csv"
    glossary.write_text(
        "source,target,status,concept\nrover,ローバー,preferred,r\nrover,探査車,deprecated,r\n",
        encoding="utf-8",
    )
    unit = {"id": "1", "source": "The rover drives.", "target": "探査車が走る。"}
    command = ("check", "-", "--glossary", str(glossary), "--format", "jsonl", "--fail-on")
    strict = taiyaku(*command, "major", cwd=tmp_path, stdin=lines(unit))
    lenient = taiyaku(*command, "critical", cwd=tmp_path, stdin=lines(unit))
    assert (strict.returncode, lenient.returncode) == (1, 0)
    assert strict.stdout == lenient.stdout
    assert strict.stdout


def test_of_several_inputs_the_readable_ones_are_checked_and_2_is_returned(tmp_path):
    (tmp_path / "good.jsonl").write_text(lines(WRONG), encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text("{not json\n", encoding="utf-8")
    run = taiyaku("check", "bad.jsonl", "good.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert run.returncode == 2
    assert len(rows(run)) == 1
    assert "bad.jsonl:1" in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "en.txt"],
        ["check", "nowhere.txt", "neither.txt"],
        ["check", "nowhere.jsonl"],
        ["check", "x.jsonl", "y.txt"],
        ["check", "-", "--select", "no-such-check"],
        ["check", "-", "--format", "no-such-format"],
        ["check", "-", "--glossary", "nowhere.csv"],
        ["align"],
        ["align", "nowhere.txt", "neither.txt"],
        ["align", "--batch", "nowhere.jsonl"],
        ["review", "en.txt", "ja.txt"],
        ["score", "nowhere.txt", "neither.txt"],
        ["glossary"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_what_cannot_run_says_error_and_hint_and_returns_2(arguments, tmp_path):
    run = taiyaku(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stdout == ""
    first, second = run.stderr.splitlines()[:2]
    assert first.startswith("error: ")
    assert second.startswith("hint: ")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("name", ["en.txt", "ja.txt", "terms.csv"])
@pytest.mark.parametrize("command", ["check", "align"])
def test_output_never_replaces_what_was_read(command, name, tmp_path):
    (tmp_path / "en.txt").write_text("The port opened in 1889.\n", encoding="utf-8")
    (tmp_path / "ja.txt").write_text("港は1889年に開港した。\n", encoding="utf-8")
    (tmp_path / "terms.csv").write_text("source,target\nport,港\n", encoding="utf-8")
    before = (tmp_path / name).read_bytes()
    run = taiyaku(command, "en.txt", "ja.txt", "--glossary", "terms.csv", "-o", name, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr.startswith(f"error: {name} is read here")
    assert (tmp_path / name).read_bytes() == before


def test_a_text_cannot_steer_the_terminal(tmp_path):
    unit = WRONG | {"target": "三井物産E&Sは\x1b[2J\x9b31m製造する。"}
    for name in ("text", "json", "jsonl"):
        run = taiyaku("check", "-", "--format", name, cwd=tmp_path, stdin=lines(unit))
        assert run.returncode == 1
        assert not any(c in run.stdout for c in "\x1b\x9b")


def test_links_are_paragraph_numbers_from_0_and_leave_nothing_out(tmp_path):
    english = "The port opened in 1889.\n\nIt was closed for 12 years.\n"
    japanese = "港は1889年に開港した。\n\n12年間閉鎖された。\n"
    (tmp_path / "en.txt").write_text(english, encoding="utf-8")
    (tmp_path / "ja.txt").write_text(japanese, encoding="utf-8")
    run = taiyaku("align", "en.txt", "ja.txt", cwd=tmp_path)
    assert run.returncode == 0
    links = rows(run)
    assert [(x["source"], x["target"]) for x in links] == [([0], [0]), ([1], [1])]
    assert all(set(x) == {"source", "target", "score"} and 0 <= x["score"] <= 1 for x in links)


def test_the_batch_aligner_keeps_to_its_lines(tmp_path):
    documents = [
        {
            "id": "1",
            "en": ["Hello, Tokyo.", "In 2024."],
            "ja": ["東京、こんにちは。", "2024年に。"],
        },
        {"id": "2", "en": [], "ja": ["何もない。"]},
    ]
    (tmp_path / "docs.jsonl").write_text(lines(*documents), encoding="utf-8")
    run = taiyaku("align", "--batch", "docs.jsonl", "-o", "links.jsonl", cwd=tmp_path)
    assert run.returncode == 0
    written = (tmp_path / "links.jsonl").read_text(encoding="utf-8").splitlines()
    first, second = (json.loads(line) for line in written)
    assert first == {"id": "1", "links": [[[0], [0]], [[1], [1]]]}
    assert second == {"id": "2", "links": [[[], [0]]]}


def test_glossary_find_answers_every_line(tmp_path):
    run = taiyaku(
        "glossary", "find", "--format", "jsonl", cwd=tmp_path, stdin="Mitsui E&S rose.\nnothing\n"
    )
    assert run.returncode == 0
    first, second = rows(run)
    assert first["matches"][0]["renderings"][0] == "三井E&S"
    assert (first["matches"][0]["start"], first["matches"][0]["end"]) == (0, 10)
    assert second == {"matches": []}


def test_without_a_command_and_a_terminal_the_sample_is_checked(tmp_path):
    run = taiyaku(cwd=tmp_path)
    assert run.returncode == 0
    assert "confusable-rendering" in run.stdout
