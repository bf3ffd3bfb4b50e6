"""XLIFF 1.2, 2.0 and 2.1: inline elements are marks in the text (`corpus.formats.inline`).

Of a file that is corrected no byte changes but the Japanese that is, and its state where that
said it still had to be translated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.bitext import Bitext, Span
from corpus.errors import BadContent, UnwritableFile
from corpus.formats.files import decode, read_bytes
from corpus.formats.format import BitextFormat, BitextWriter
from corpus.formats.inline import as_xml, codes, fault, marks
from corpus.formats.losses import TABLE
from corpus.formats.markup import legal
from corpus.formats.rows import Row, units, with_targets
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.formats.xliff_reader import Segment

_UNDONE = re.compile(r"""(\sstate\s*=\s*["'])(?:initial|new|needs-[a-z0-9-]+)(?=["'])""")


def read(path: str) -> Bitext:
    """The units from English into Japanese; raises UnreadableFile, BadContent."""
    text, _ = decode(read_bytes(path), path)
    found = _rows(text, path)
    made = units([row for row, _ in found], path)
    return Bitext(
        path,
        tuple(
            replace(unit, codes=codes(segment.source, segment.target))
            for unit, (_, segment) in zip(made, found, strict=True)
        ),
    )


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    Raises UnwritableFile where the file has changed since it was read, and for a text whose marks
    stand twice or whose pairs cross or lack an end.
    """
    data = read_bytes(path)
    text, _ = decode(data, path)
    found = _rows(text, path)
    by_place = {row.target_span: segment for row, segment in found}

    def put(row: Row, target: str, before: str) -> str:
        segment = by_place[row.target_span]
        inline = codes(segment.source, segment.target)
        said = fault(target, inline)
        if said and said != fault(row.target, inline):
            raise UnwritableFile(
                told("{}: {}", row.place, said), "put the marks as the English has them"
            )
        xml = as_xml(legal(target), segment.source, segment.target)
        return _replaced(before, segment, xml)

    return with_targets(data, path, lambda *_: [row for row, _ in found], targets, put)


def _rows(text: str, path: str) -> list[tuple[Row, Segment]]:
    from corpus.formats.xliff_reader import segments

    data = text.encode(errors="surrogatepass")
    found = segments(data, path)
    if not found:
        raise BadContent(
            told("{} holds no units from English into Japanese", path), "name another file"
        )
    times = Counter((s.document, s.id) for s in found)
    rows = []
    at = passed = 0
    for segment in found:
        last = segment.inner[1] if segment.inner else segment.source_end
        start = passed + len(data[at : segment.start].decode())
        end = start + len(data[segment.start : last].decode())
        at, passed = last, end
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
        )
        rows.append((row, segment))
    return rows


def _replaced(standing: str, segment: Segment, xml: str) -> str:
    """What stands at a place, from the tag with the state on, with new Japanese."""
    name = f"{segment.prefix}target"
    tag, _, _ = standing.partition(">")
    standing = _UNDONE.sub(r"\1translated", tag) + standing[len(tag) :]
    if segment.inner is None:
        return f"{standing}<{name}>{xml}</{name}>"
    if segment.bare:
        return f"{standing.removesuffix('/>').rstrip()}>{xml}</{name}>"
    length = segment.inner[1] - segment.inner[0]
    kept = standing.encode()
    return kept[: len(kept) - length].decode() + xml


def _new(units: Sequence[TranslationUnit]) -> bytes:
    from corpus.formats.xliff_new import written

    return "".join(written(units)).encode(errors="replace")


FORMAT = BitextFormat(
    "XLIFF",
    (".xlf", ".xliff"),
    read,
    corrected,
    writer=BitextWriter(_new, TABLE | {"codes"}),
    unread="skeletons, alternatives, and what other tools have added",
)
