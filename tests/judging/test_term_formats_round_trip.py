"""What a term format can hold comes back from it; what it cannot hold is said."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.concept import Concept, EntityKind, Spec, Term, TermStatus
from glossary.formats import TERM_FORMATS, read_terms, term_format

LETTERS = st.characters(
    min_codepoint=0x20,
    max_codepoint=0x9FFF,
    exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Zs", "Co"),
)
ENGLISH = st.from_regex(
    r"[A-Z][A-Za-z0-9&\'().,;-]{0,10}( [A-Za-z0-9&\'().,;:\"#=+@-]{1,9}){0,3}", fullmatch=True
)
JAPANESE = st.text(
    st.sampled_from("三井海運港湾局委員会アーカイブノ・ー研究所E&S,\"'|:#=+@/[]{}"),
    min_size=2,
    max_size=10,
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8), max_size=4).map(" ".join)


YEARS = st.sampled_from([None, None, 1998, 2011])
WRONG = (TermStatus.DEPRECATED,)
SPECS = st.builds(
    Spec, st.from_regex("[a-z]{3}[0-9]", fullmatch=True), st.just("雨が降った。"), st.just(False)
)


def usable(text):
    return any(c.isalnum() for c in text)


@st.composite
def concepts(draw):
    names = draw(st.lists(ENGLISH.filter(usable), min_size=1, max_size=3, unique=True))
    terms = draw(st.lists(JAPANESE.filter(usable), min_size=1, max_size=4, unique=True))
    statuses = draw(
        st.lists(
            st.sampled_from([TermStatus.ADMITTED, TermStatus.DEPRECATED]),
            min_size=len(terms) - 1,
            max_size=len(terms) - 1,
        )
    )
    ordered = sorted(statuses, key=list(TermStatus).index)
    first = draw(st.sampled_from([*[TermStatus.PREFERRED] * 5, TermStatus.DEPRECATED]))
    if first is TermStatus.DEPRECATED:
        ordered = [first] * len(ordered)
    targets = [Term(terms[0], first), *map(Term, terms[1:], ordered)]
    return Concept(
        id=names[0],
        source=tuple(
            Term(n, TermStatus.ADMITTED if k else TermStatus.PREFERRED, draw(st.booleans()))
            for k, n in enumerate(names)
        ),
        target=tuple(replace(t, until=draw(YEARS)) if t.status in WRONG else t for t in targets),
        kind=draw(st.sampled_from(EntityKind)),
        note=" ".join(draw(WORDS).split()),
        specs=tuple(draw(st.lists(SPECS, max_size=2, unique=True))),
        context=tuple(draw(st.lists(ENGLISH.filter(usable), max_size=2, unique=True))),
    )


def glossaries():
    return st.lists(concepts(), min_size=1, max_size=4).map(apart)


def apart(found):
    """No English term twice, so that every concept is one of its own in any format."""
    taken, kept = set(), []
    for concept in found:
        names = {t.text for t in concept.source}
        if not names & taken:
            taken |= names
            kept.append(concept)
    return tuple(kept)


def rewritten(given_concepts, kind, folder):
    path = folder / f"terms{kind.endings[0]}"
    written = kind.write(given_concepts)
    path.write_bytes(written.data)
    return kind.read(str(path)), written.losses


def same(concept, **changes):
    return replace(concept, origin="", **changes)


def without_years(concept):
    return same(concept, target=tuple(replace(t, until=None) for t in concept.target))


def bare(concept):
    """Without what TBX has no place for."""
    return replace(without_years(concept), specs=(), context=())


QUICK = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def said(losses, *words):
    """Whether there is a line for each concept and no other, each with one of the words."""
    return all(any(word in line for word in words) for line in losses)


@pytest.mark.parametrize("name", ["table", "loose", "spreadsheet"])
@QUICK
@given(found=glossaries())
def test_nothing_is_lost_where_nothing_needs_to_be(name, found, tmp_path):
    kind = term_format("", "table" if name == "loose" else name)
    read, losses = rewritten(found, kind, tmp_path)
    assert [same(c) for c in read] == [same(c) for c in found]
    assert losses == term_format("", name).write(found).losses == ()


@QUICK
@given(found=glossaries())
def test_utx_keeps_all_but_the_years_and_says_so(found, tmp_path):
    read, losses = rewritten(found, term_format("", "utx"), tmp_path)
    assert [same(c) for c in read] == [without_years(c) for c in found]
    dated = [c for c in found if c != replace(without_years(c), origin=c.origin)]
    assert len(losses) == len(dated)
    assert said(losses, "until left out")


@pytest.mark.parametrize("name", ["tbx", "tbx2"])
@QUICK
@given(found=glossaries())
def test_tbx_keeps_all_terms_with_their_status_kind_and_note(name, found, tmp_path):
    read, losses = rewritten(found, term_format("", name), tmp_path)
    assert [same(c) for c in read] == [bare(c) for c in found]
    assert bool(losses) is any(bare(c) != same(c) for c in found)
    assert said(losses, "until left out", "specs left out", "context left out")


@QUICK
@given(found=glossaries())
def test_prh_keeps_the_right_and_the_wrong_or_says_so(found, tmp_path):
    read, losses = rewritten(found, term_format("", "prh"), tmp_path)
    by_name = {c.source[0].text: c for c in read}
    for concept in found:
        name = concept.source[0].text
        if name not in by_name:
            assert any(line.startswith(name) for line in losses)
            continue
        again = by_name[name]
        assert (again.source, again.preferred) == (concept.source, concept.preferred)
        assert (again.kind, again.note, again.specs) == (concept.kind, concept.note, ())
        for wrong in concept.deprecated:
            assert wrong in again.deprecated or any(wrong in line for line in losses)


@pytest.mark.parametrize("name", ["deepl", "omegat"])
@QUICK
@given(found=glossaries())
def test_plain_lists_keep_the_pairs_or_say_so(name, found, tmp_path):
    kind = term_format("", name)
    written = kind.write(found)
    path = tmp_path / f"terms{kind.endings[0]}"
    path.write_bytes(written.data)
    read = kind.read(str(path)) if written.data.strip() else ()
    pairs = {(t.text, c.preferred) for c in read for t in c.source}
    for concept in found:
        for term in concept.source:
            told = any(line.startswith(term.text) for line in written.losses)
            told = told or (
                not concept.accepted and any("deprecated left" in x for x in written.losses)
            )
            assert (term.text, concept.preferred) in pairs or told


@pytest.mark.parametrize("kind", TERM_FORMATS, ids=lambda k: k.name)
def test_what_is_written_is_known_again_by_its_ending(kind, tmp_path):
    crane = Concept("port crane", (Term("port crane"),), (Term("港湾クレーン"),))
    for ending in kind.endings:
        path = tmp_path / f"terms{ending}"
        path.write_bytes(kind.write((crane,)).data)
        (read,) = read_terms(str(path))
        assert (read.source[0].text, read.preferred) == ("port crane", "港湾クレーン")


RICH = Concept(
    "crane",
    (Term("port crane"), Term("PC", TermStatus.ADMITTED, case_sensitive=True)),
    (
        Term("港湾クレーン"),
        Term("港のクレーン", TermStatus.ADMITTED),
        Term("起重機", TermStatus.DEPRECATED, until=1998),
    ),
    EntityKind.PRODUCT,
    "not for ships",
    specs=(Spec("A port crane.", "起重機。", flagged=True),),
    context=("harbour",),
)


def test_every_loss_is_a_line_that_names_the_term_and_the_part():
    losses = term_format("", "deepl").write((RICH,)).losses
    assert all(line.startswith("port crane: ") for line in losses)
    for part in (
        "admitted", "deprecated", "kind", "note", "specs", "case_sensitive", "context", "until"
    ):  # fmt: skip
        assert any(f": {part} left out" in line for line in losses)


def test_deepl_takes_a_term_once_and_no_control_character():
    first = Concept("a", (Term("port"),), (Term("港"),))
    again = Concept("b", (Term("port"),), (Term("ポート"),))
    broken = Concept("c", (Term("port\ncrane"),), (Term("港湾クレーン"),))
    written = term_format("", "deepl").write((first, again, broken))
    assert written.data.decode() == "port\t港\n"
    said = "\n".join(written.losses)
    assert "port: row left out: ポート; DeepL takes an English term once" in said
    assert "port crane: row left out: it holds a control character" in said


def test_english_that_prh_could_not_tell_from_its_own_signs_is_left_out():
    odd = Concept("a", (Term("port -- crane"),), (Term("港湾クレーン"), Term("起重機", *WRONG)))
    written = term_format("", "prh").write((odd,))
    assert "port" not in written.data.decode()
    assert written.losses == ("port -- crane: concept left out: its English cannot be told",)


def test_a_specs_cell_survives_utx(tmp_path):
    read, _ = rewritten((RICH,), term_format("", "utx"), tmp_path)
    assert (read[0].specs, read[0].context, read[0].id) == (RICH.specs, ("harbour",), "crane")


@pytest.mark.parametrize("start", "=+-@")
def test_no_spreadsheet_runs_a_cell(start, tmp_path):
    name = f"{start}1 Press"
    concept = Concept(name, (Term(name),), (Term(f"{start}1プレス"),), note=f"{start}cmd")
    for format_name in ("table", "utx", "deepl", "omegat"):
        kind = term_format("", format_name)
        data = kind.write((concept,)).data.decode()
        cells = [
            c
            for line in csv.reader(
                io.StringIO(data), delimiter="," if format_name == "table" else "\t"
            )
            for c in line
        ]
        assert not any(cell.startswith(start) for cell in cells)
    read, _ = rewritten((concept,), term_format("", "table"), tmp_path)
    assert (read[0].source[0].text, read[0].note) == (name, f"{start}cmd")


def test_a_spreadsheet_holds_nothing_but_texts(tmp_path):
    name = "=HYPERLINK(1)"
    concept = Concept(name, (Term(name),), (Term("@港"),), note="-1+1")
    path = tmp_path / "t.xlsx"
    path.write_bytes(term_format("", "spreadsheet").write((concept,)).data)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    row = dict(zip((c.value for c in sheet[1]), sheet[2], strict=True))
    assert (row["source"].value, row["target"].value, row["note"].value) == (name, "@港", "-1+1")
    assert {c.data_type for c in sheet[2] if c.value is not None} == {"s"}
    assert row["source"].quotePrefix
    assert not row["status"].quotePrefix
    assert [same(c) for c in read_terms(str(path))] == [concept]


def toolkit(program, *arguments):
    """What a program of translate-toolkit prints."""
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
        check=True,
    ).stdout


READ = """
import json, sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target), u.getnotes() or ""] for u in store.units]))
"""


@pytest.mark.parametrize(
    ("name", "ending"), [("tbx2", ".tbx"), ("utx", ".utx"), ("omegat", ".utf8")]
)
def test_translate_toolkit_reads_what_is_written(name, ending, tmp_path):
    pilot = Concept("pilot", (Term("harbour pilot & mate"),), (Term("水先人<助手>"),), note="a & b")
    path = tmp_path / f"terms{ending}"
    path.write_bytes(term_format("", name).write((replace(RICH, specs=()), pilot)).data)
    rows = json.loads(toolkit(READ, path))
    assert ["port crane", "港湾クレーン"] in [row[:2] for row in rows]
    assert ["harbour pilot & mate", "水先人<助手>"] in [row[:2] for row in rows]
    if name == "utx":
        assert ["port crane", "起重機"] in [row[:2] for row in rows]
    else:
        assert {row[2] for row in rows} >= {"not for ships", "a & b"}


WRITE = """
import sys
from translate.storage import tbx
store = tbx.tbxfile(sourcelanguage="en", targetlanguage="ja")
for source, target in (("port crane", "港湾クレーン"), ("harbour pilot & mate", "水先人")):
    store.addsourceunit(source).target = target
store.savefile(sys.argv[1])
"""


def test_what_translate_toolkit_writes_is_read(tmp_path):
    toolkit(WRITE, tmp_path / "o.tbx")
    read = {(c.source[0].text, c.preferred) for c in read_terms(str(tmp_path / "o.tbx"))}
    assert read == {("port crane", "港湾クレーン"), ("harbour pilot & mate", "水先人")}


@pytest.mark.parametrize("wrong", ["/三}ア局/", "/a b/", "/1+1=2/", "/\\d/", "/é\n/"])
def test_a_form_that_looks_like_a_regular_expression_is_a_form(wrong, tmp_path):
    concept = Concept("港", (Term("port"),), (Term("港"), Term(wrong, TermStatus.DEPRECATED)))
    file = tmp_path / "terms.yml"
    file.write_bytes(term_format("terms.yml").write([concept]).data)
    (read,) = read_terms(str(file))
    assert read.deprecated == (wrong,)
