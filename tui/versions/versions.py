"""Several Japanese versions of one text, side by side, as commands name them.

JAPANESE JAPANESE...            paragraph by paragraph, as many in each
ENGLISH JAPANESE JAPANESE...    the same, or each aligned with the English
BITEXT BITEXT...                unit by unit
ENGLISH JAPANESE, or BITEXT     the machine's text and what its review made of it
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.bitext import Bitext, TranslationUnit
from corpus.errors import BadContent, UnreadableFile
from corpus.formats import bitext_format, document_format
from corpus.language.japanese import Language, language
from corpus.segmentation import unit_ids
from corpus.told import told
from tui.versions.kept_review import reviewed
from tui.versions.merging import in_step, merged, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.bitext import Document
    from tui.settings import Settings

MACHINE = "machine"
CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Versions:
    """Two or more Japanese texts, unit by unit."""

    names: tuple[str, ...]
    """The files, or `MACHINE` and `CORRECTED` for a review."""
    units: tuple[TranslationUnit, ...]
    """With the Japanese of the first version; without English where none was named."""
    texts: tuple[tuple[str, ...], ...]
    """By version, the Japanese of each unit."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """By the key of a unit, how long a person has been with it, where that was kept."""

    @property
    def has_english(self) -> bool:
        return any(unit.source for unit in self.units)

    def bitext(self, at: int) -> Bitext:
        """One version with the English."""
        units = zip(self.units, self.texts[at], strict=True)
        return Bitext(self.names[at], tuple(unit.with_target(text) for unit, text in units))


def versions(words: Sequence[str], chosen: Settings, *, alike: bool = True) -> Versions:
    """The versions that `words` name. Raises TaiyakuError.

    Where the English is there and the versions need not be `alike`, those that have as many
    paragraphs only by chance are aligned, each by itself.
    """
    missing = next((word for word in words if not Path(word).exists()), None)
    if missing is not None:
        raise UnreadableFile(told("{}: there is no such file", missing), "check the name")
    bitexts = [word for word in words if bitext_format(word)]
    if len(bitexts) == len(words):
        return _of_bitexts(words) if len(words) > 1 else _of_review(words, chosen)
    if bitexts:
        raise BadContent(
            told("{} is a bitext, and the others are not", bitexts[0]),
            "name documents alone, or bitexts alone",
        )
    documents = [document_format(word).read(word) for word in words]
    english = [_is_english(document) for document in documents]
    if any(english[1:]):
        raise BadContent(
            told("{} is English", words[english.index(True, 1)]),
            "name the English first, then the Japanese",
        )
    if english[0] and len(words) == 2:
        return _of_review(words, chosen)
    if len(words) == 1:
        raise BadContent("one document alone", "name two Japanese versions of one text")
    return _of_documents(documents, chosen, alike) if english[0] else _in_order(documents)


def _is_english(document: Document) -> bool:
    return language("\n".join(s.text for s in document.segments)) is Language.ENGLISH


def _of_review(words: Sequence[str], chosen: Settings) -> Versions:
    from tui.inputs import review_input
    from tui.pipeline import termbase
    from tui.settings import workspace_path

    found = reviewed(review_input(words).read(termbase(chosen)), workspace_path(chosen))
    units = found.bitext.units
    machine = tuple(unit.target for unit in units)
    return Versions((MACHINE, CORRECTED), units, (machine, found.corrected), found.seconds)


def _of_documents(documents: Sequence[Document], chosen: Settings, alike: bool) -> Versions:
    from corpus.alignment.pairing import aligned
    from tui.console import meter
    from tui.pipeline import keep_vectors, termbase

    keep_vectors(chosen)
    names = termbase(chosen).pairs()
    source, *japanese = documents
    known = tuple(document.name for document in japanese)
    tell = meter("paragraphs aligned")
    first = aligned(source, japanese[0], names, tell)
    as_many = len({len(document.segments) for document in japanese}) == 1
    if as_many and (alike or in_step(japanese)):
        return Versions(known, first.units, numbered(first, japanese))
    rest = [aligned(source, document, names, tell) for document in japanese[1:]]
    units, texts = merged([first, *rest])
    return Versions(known, units, texts)


def _in_order(documents: Sequence[Document]) -> Versions:
    texts = tuple(tuple(s.text for s in document.segments) for document in documents)
    _same_length([document.name for document in documents], texts)
    ids = unit_ids(texts[0])
    units = tuple(TranslationUnit(id_, "", text) for id_, text in zip(ids, texts[0], strict=True))
    return Versions(tuple(document.name for document in documents), units, texts)


def _of_bitexts(paths: Sequence[str]) -> Versions:
    """By document and id where all have the same, else in order."""
    read = [found.read(path).units for path in paths if (found := bitext_format(path))]
    first = read[0]
    keys = [{(u.document, u.id): u for u in units} for units in read]
    if all(known.keys() == keys[0].keys() for known in keys):
        rows = [[known[u.document, u.id] for u in first] for known in keys]
    else:
        _same_length(paths, read)
        rows = [list(units) for units in read]
    for path, units in zip(paths, rows, strict=True):
        odd = next((u for u, o in zip(units, first, strict=True) if u.source != o.source), None)
        if odd is not None:
            raise BadContent(
                told("{}: the English of {!r} is another one", path, odd.id[:40]),
                "name versions of the same text",
            )
    texts = tuple(tuple(u.target for u in units) for units in rows)
    return Versions(tuple(paths), first, texts)


def _same_length(names: Sequence[str], texts: Sequence[Sequence[object]]) -> None:
    for name, each in zip(names, texts, strict=True):
        if len(each) != len(texts[0]):
            raise BadContent(
                told("{} paragraphs against {} in {}", len(texts[0]), len(each), name),
                "name the English first: then they are aligned",
            )
    if not texts[0]:
        raise BadContent(told("{}: nothing to compare", names[0]), "the files are empty")
