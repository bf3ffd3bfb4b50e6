"""XLIFF 1.2, 2.0 and 2.1: inline elements are marks in the text (`corpus.formats.inline`).

Of a file that is handed back no byte changes but the Japanese that is, the state of what was
corrected or confirmed, and our own notes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus.bitext import Bitext, Span
from corpus.errors import UnwritableFile
from corpus.formats.files import decode, read_bytes, replaced
from corpus.formats.format import BitextFormat, BitextWriter, Said
from corpus.formats.inline import as_xml, bounded, codes, fault, marks
from corpus.formats.losses import TABLE
from corpus.formats.markup import in_text, legal
from corpus.formats.rows import Row, changed, units
from corpus.formats.xliff_states import state_of
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.formats.xliff_reader import Segment


def read(path: str) -> Bitext:
    """The units from English into Japanese; raises UnreadableFile, BadContent."""
    text, codec = decode(read_bytes(path), path)
    return Bitext(path, units([row for row, _ in _rows(text, path)], path), encoding=codec)


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    Raises UnwritableFile where the file has changed since it was read, and for a text whose marks
    `inline.fault` finds wrong.
    """
    return handed_back(path, targets, {})


def handed_back(
    path: str,
    targets: Mapping[tuple[str | None, str], str],
    said: Mapping[tuple[str | None, str], Said],
) -> bytes:
    """The same with the states and the notes of units as a person has left them."""
    from corpus.formats.xliff_writer import note_edits, unit_edits

    data = read_bytes(path)
    text, codec = decode(data, path)
    found = _rows(text, path)
    rows = [row for row, _ in found]
    new = {row.target_span: target for row, target in changed(rows, path, targets)}
    utf8 = text.encode(errors="surrogatepass")
    edits: list[tuple[int, int, str]] = []
    noted = []
    for unit, (row, segment) in zip(units(rows, path), found, strict=True):
        about = said.get((unit.document, unit.id), Said())
        target = new.get(row.target_span)
        xml = None if target is None else _written(row, segment, target)
        edits += unit_edits(utf8, segment, xml, confirmed=about.confirmed)
        if about.notes is not None:
            noted.append((segment, about.notes))
    edits += note_edits(noted)
    return replaced(data, text, codec, in_text(utf8, edits), path)


def _written(row: Row, segment: Segment, target: str) -> str:
    """The new Japanese as XML."""
    inline = codes(segment.source, segment.target)
    said = fault(target, inline)
    if said and said != fault(row.target, inline):
        raise UnwritableFile(
            told("{}: {}", row.place, said), "put the marks as the English has them"
        )
    return as_xml(legal(target), segment.source, segment.target)


def _rows(text: str, path: str) -> list[tuple[Row, Segment]]:
    from corpus.formats.xliff_reader import segments

    data = text.encode(errors="surrogatepass")
    found = segments(data, path)
    times = Counter((s.document, s.id) for s in found)
    rows = []
    at = passed = 0
    for segment in found:
        last = segment.inner[1] if segment.inner else segment.source_end
        start = passed + len(data[at : segment.start].decode())
        end = start + len(data[segment.start : last].decode())
        at, passed = last, end
        bounded(segment.source, segment.target, f"{path}:{segment.line}")
        shown = marks(segment.source, segment.target)
        name = segment.id if times[segment.document, segment.id] == 1 else None
        row = Row(
            path,
            segment.line,
            name or None,
            segment.source.shown(shown),
            segment.target.shown(shown),
            segment.document,
            Span(start, end),
            state=state_of(segment.said),
            notes=tuple(note.text for note in segment.asides.notes),
            codes=codes(segment.source, segment.target),
            alternatives=tuple(segment.asides.alternatives),
        )
        rows.append((row, segment))
    return rows


def _new(units: Sequence[TranslationUnit]) -> bytes:
    from corpus.formats.xliff_new import written

    return "".join(written(units)).encode(errors="replace")


FORMAT = BitextFormat(
    "XLIFF",
    (".xlf", ".xliff", ".sdlxliff", ".mqxliff"),
    read,
    corrected,
    handed_back=handed_back,
    writer=BitextWriter(_new, TABLE | {"codes"}),
    unread="skeletons, and what other tools have added",
)
