"""UTX 1.20, the simple term list of AAMT: tab-separated, with a status for each pair.

A first line `#UTX 1.20; en/ja; date; …` and a second that names the columns. What UTX has no
column for stands in columns of our own, which UTX allows: `x-kind`, `x-case-sensitive`,
`x-context`, `x-specs`. The preferred Japanese is approved, an admitted one non-standard, a
deprecated one forbidden; a provisional one is read as preferred.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.formats.files import decode, read_bytes
from corpus.told import told
from glossary.concept import EntityKind, TermStatus
from glossary.errors import BadTerm
from glossary.formats.cells import harmless, plain
from glossary.formats.losses import lost
from glossary.formats.pairs import Pair, concepts
from glossary.formats.spec_text import read_specs, written_specs
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept, Term

_SOURCE, _TARGET, _POS, _STATUS, _NOTE, _CONCEPT = (
    "src",
    "tgt",
    "src:pos",
    "term status",
    "src:comment",
    "concept ID",
)
_KIND, _CASE, _CONTEXT, _SPECS = "x-kind", "x-case-sensitive", "x-context", "x-specs"
_COLUMNS = (_SOURCE, _TARGET, _POS, _STATUS, _NOTE, _CONCEPT, _KIND, _CASE, _CONTEXT, _SPECS)
_HELD = (
    "terms", "admitted", "deprecated", "kind", "concept", "note", "case_sensitive", "specs",
    "context",
)  # fmt: skip
_NAMES = {
    TermStatus.PREFERRED: "approved",
    TermStatus.ADMITTED: "non-standard",
    TermStatus.DEPRECATED: "forbidden",
}
_STATUSES = {name: status for status, name in _NAMES.items()} | {
    "": TermStatus.PREFERRED,
    "provisional": TermStatus.PREFERRED,
    "rejected": TermStatus.DEPRECATED,
}


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the file. Raises BadTerm where it is not from English into Japanese."""
    text, _ = decode(read_bytes(path), path)
    return concepts(_pairs(text, path), path)


def recognises(text: str) -> bool:
    """Whether its first line says so."""
    return text.lstrip().upper().startswith("#UTX")


def _pairs(text: str, path: str) -> Iterator[Pair]:
    columns: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{path}:{number}"
        if line.startswith("#"):
            names = [name.strip() for name in line.lstrip("#").split("\t")]
            if names[0].upper().startswith("UTX"):
                _check_languages(line, place)
            elif not columns and names[0].lower() == _SOURCE:
                columns = names
            continue
        if line.strip():
            if not columns:
                raise BadTerm(
                    told("{}: no columns are named", place), "UTX has a line #src<tab>tgt…"
                )
            yield _pair(dict(zip(columns, map(plain, line.split("\t")), strict=False)), place)


def _check_languages(line: str, place: str) -> None:
    codes = [part.strip().lower() for part in line.split(";")][1:2]
    languages = [code.split("-")[0] for code in codes[0].split("/")] if codes else []
    if languages and languages[:2] != ["en", "ja"]:
        raise BadTerm(
            told("{}: from {}", place, " to ".join(languages)), "only English to Japanese is read"
        )


def _pair(cells: dict[str, str], place: str) -> Pair:
    def cell(name: str) -> str:
        return cells.get(name, "").strip()

    status, kind = cell(_STATUS).lower(), cell(_KIND).lower()
    if status not in _STATUSES:
        raise BadTerm(
            told("{}: unknown status {!r}", place, status[:30]),
            told("one of {}", ", ".join(_NAMES.values())),
        )
    return Pair(
        place,
        cell(_SOURCE),
        cell(_TARGET),
        _STATUSES[status],
        cell(_CONCEPT),
        cell(_NOTE),
        EntityKind(kind) if kind in set(EntityKind) else EntityKind.TERM,
        cell(_CASE).lower() == "yes",
        tuple(filter(None, (word.strip() for word in cell(_CONTEXT).split("|")))),
        tuple(read_specs(cell(_SPECS), place)),
    )


def write(given: Sequence[Concept]) -> Written:
    """Everything that a concept says, but until when a former name was right.

    Tabs and line breaks inside a text become blanks.
    """
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    lines = [f"#UTX 1.20; en/ja; {today}; copyright: ; license: ", "#" + "\t".join(_COLUMNS)]
    losses: list[str] = []
    for concept in given:
        pairs = [(concept.source[0], target) for target in concept.target]
        pairs += [(source, concept.target[0]) for source in concept.source[1:]]
        remarks = [source.text for source, _ in pairs if source.text.startswith("#")]
        losses += lost(concept, *_HELD)
        losses += [f"{text}: row left out: it would be a remark" for text in remarks]
        pairs = [pair for pair in pairs if not pair[0].text.startswith("#")]
        lines += [
            "\t".join(_row(concept, source, target, first=not number))
            for number, (source, target) in enumerate(pairs)
        ]
    # Other tools take nothing else for the end of a line.
    return Written("".join(f"{line}\r\n" for line in lines).encode(), tuple(losses))


def _row(concept: Concept, source: Term, target: Term, *, first: bool) -> list[str]:
    cells = {
        _SOURCE: source.text,
        _TARGET: target.text,
        _POS: "noun",
        _STATUS: _NAMES[target.status],
        _NOTE: concept.note if first else "",
        _CONCEPT: concept.id,
        _KIND: concept.kind.value if first else "",
        _CASE: "yes" if source.case_sensitive else "",
        _CONTEXT: " | ".join(concept.context) if first else "",
        _SPECS: written_specs(concept.specs) if first else "",
    }
    return [" ".join(harmless(cells[name]).split()) for name in _COLUMNS]


FORMAT = TermFormat("UTX 1.20", (".utx", ".txt", ".tsv"), read, write, recognises)
