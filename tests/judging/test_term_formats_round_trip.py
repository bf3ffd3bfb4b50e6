"""What a term format can hold comes back from it; what it cannot hold is said."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

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
    return Concept(
        id=names[0],
        source=tuple(
            Term(n, TermStatus.ADMITTED if k else TermStatus.PREFERRED, draw(st.booleans()))
            for k, n in enumerate(names)
        ),
        target=(Term(terms[0]), *(Term(t, s) for t, s in zip(terms[1:], ordered, strict=True))),
        kind=draw(st.sampled_from(EntityKind)),
        note=" ".join(draw(WORDS).split()),
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


QUICK = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", ["table", "utx", "spreadsheet"])
@QUICK
@given(found=glossaries())
def test_nothing_is_lost_where_nothing_needs_to_be(name, found, tmp_path):
    read, losses = rewritten(found, term_format("", name), tmp_path)
    assert [same(c) for c in read] == [same(c) for c in found]
    assert losses == ()


@QUICK
@given(found=glossaries())
def test_tbx_keeps_all_terms_with_their_status_kind_and_note(found, tmp_path):
    read, losses = rewritten(found, term_format("", "tbx"), tmp_path)
    assert [same(c) for c in read] == [same(c) for c in found]
    assert losses == ()


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
            said = any(line.startswith(term.text) for line in written.losses)
            assert (term.text, concept.preferred) in pairs or said


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
