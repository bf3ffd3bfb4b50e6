"""Where and how the corrected text is written; the source file is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats import bitext_format, document_format
from corpus.formats.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import Bitext, Document, TranslationUnit


def default_path(bitext: Bitext) -> Path:
    """`ja.corrected.txt` beside `ja.txt`."""
    target = Path(bitext.name)
    return target.with_name(f"{target.stem}.corrected{target.suffix}")


def refuse_source(bitext: Bitext, path: Path) -> None:
    """Raise UnwritableFile where `path` is the English text of the pair."""
    if bitext.source is not None and path.resolve() == Path(bitext.source.name).resolve():
        raise UnwritableFile(
            "that is the English text, which is never changed", "choose another name"
        )


def corrected_bytes(bitext: Bitext, targets: Sequence[tuple[TranslationUnit, str]]) -> bytes:
    """The file that `bitext` was read from with the Japanese of some units replaced.

    Raises UnwritableFile, and UnreadableFile where the file is needed again and gone.
    """
    if bitext.target is None:
        found = bitext_format(bitext.name)
        if found is None:
            raise UnreadableFile(f"{bitext.name}: not a bitext", "open a bitext file or a pair")
        return found.corrected(bitext.name, {(u.document, u.id): text for u, text in targets})
    changes = [
        _change(bitext.target, bitext.units, unit, text)
        for unit, text in targets
        if text != unit.target
    ]
    return document_format(bitext.name).corrected(bitext.target, _merged(changes))


def unchanged_since(bitext: Bitext, written: bytes | None) -> bool:
    """Whether the target file of a pair still is what was opened, or what we `written` there."""
    if bitext.target is None:
        return True
    if written is not None and read_bytes(bitext.name) == written:
        return True
    return document_format(bitext.name).read(bitext.name).text == bitext.target.text


def _change(
    document: Document, units: Sequence[TranslationUnit], unit: TranslationUnit, text: str
) -> tuple[Span, str]:
    if unit.target_span is not None:
        return unit.target_span, text
    # No Japanese stood there: a paragraph of its own, behind that of the unit before.
    end = "\r\n" if "\r\n" in document.text else "\n"
    gap = end * 2 if end * 2 in document.text else end
    before = [u.target_span.end for u in units[: units.index(unit)] if u.target_span]
    if before:
        return Span(before[-1], before[-1]), gap + text
    return Span(0, 0), text + gap


def _merged(changes: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Insertions at one place as one, in their order: changes may not overlap."""
    merged: dict[Span, str] = {}
    for span, text in changes:
        merged[span] = merged.get(span, "") + text if not len(span) else text
    return list(merged.items())
