"""A table for people who review in Word: English and Japanese side by side.

What was corrected stands as a tracked change of the machine's Japanese, what there is to say
about a place as a comment at it.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.bitext import Side, Span
from corpus.formats.layout import differences
from corpus.formats.markup import attribute, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BY = 'w:author="taiyaku"'
_BOLD = "<w:rPr><w:b/></w:rPr>"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_KIND}.comments+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/comments" Target="comments.xml"/></Relationships>',
}
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="500"'
    ' w:footer="500" w:gutter="0"/></w:sectPr>'
)
_TABLE = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="7569"/><w:gridCol w:w="7569"/>'
    "</w:tblGrid>"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said about a place of the English or of the Japanese as it stands now."""

    side: Side
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One paragraph."""

    source: str
    machine: str
    target: str
    """The Japanese as it stands now."""
    remarks: tuple[Remark, ...] = ()


def word_table(rows: Iterable[TableRow]) -> bytes:
    """The DOCX. Characters that no Word file can hold become U+FFFD."""
    table = _Table()
    body = "".join(table.row(row) for row in rows)
    document = (
        f'<w:document xmlns:w="{_WORD}"><w:body><w:tbl>{_TABLE}{_header()}{body}</w:tbl><w:p/>'
        f"{_PAGE}</w:body></w:document>"
    )
    comments = f'<w:comments xmlns:w="{_WORD}">{"".join(table.comments)}</w:comments>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {"word/document.xml": document, "word/comments.xml": comments}
        for name, content in (_PARTS | parts).items():
            archive.writestr(name, _HEAD + content)
    return out.getvalue()


class _Table:
    """Gives comments and changes their numbers."""

    def __init__(self) -> None:
        self.comments: list[str] = []
        self._changes = 0

    def row(self, row: TableRow) -> str:
        source = [(Span(0, len(row.source)), row.source, "")]
        english = self._cell(source, [r for r in row.remarks if r.side is Side.SOURCE])
        target = [*_tracked(row.machine, row.target)]
        japanese = self._cell(target, [r for r in row.remarks if r.side is Side.TARGET])
        return f"<w:tr>{english}{japanese}</w:tr>"

    def _cell(self, pieces: list[tuple[Span, str, str]], remarks: Sequence[Remark]) -> str:
        """`pieces`: where each stands in the text as it is now, and if it is `ins` or `del`."""
        starts = [(r.span.start, self._comment(r.text), r) for r in remarks]
        cuts = {at for _, _, r in starts for at in (r.span.start, r.span.end)}
        done = []
        opened: set[int] = set()
        closed: set[int] = set()
        for span, text, kind in [part for piece in pieces for part in _cut(piece, cuts)]:
            for at, number, _ in starts:
                if at <= span.start and number not in opened and kind != "del":
                    done.append(f'<w:commentRangeStart w:id="{number}"/>')
                    opened.add(number)
            done.append(self._run(text, kind))
            for _, number, remark in starts:
                if number in opened - closed and remark.span.end <= span.end and kind != "del":
                    done.append(_end(number))
                    closed.add(number)
        for _, number, _ in starts:
            if number not in opened:
                done.append(f'<w:commentRangeStart w:id="{number}"/>')
            if number not in closed:
                done.append(_end(number))
        return f"<w:tc><w:p>{''.join(done)}</w:p></w:tc>"

    def _run(self, text: str, kind: str) -> str:
        if not kind:
            return _run(text)
        self._changes += 1
        element = "delText" if kind == "del" else "t"
        return f'<w:{kind} w:id="{self._changes}" {_BY}>{_run(text, element)}</w:{kind}>'

    def _comment(self, text: str) -> int:
        number = len(self.comments)
        self.comments.append(
            f'<w:comment w:id="{number}" {_BY} w:initials={attribute("t")}><w:p>{_run(text)}</w:p>'
            "</w:comment>"
        )
        return number


def _tracked(old: str, new: str) -> Iterator[tuple[Span, str, str]]:
    """The new text in pieces, with what went out of the old one between them."""
    last = at = 0
    for span, text in [*differences(old, new), (Span(len(old), len(old)), "")]:
        for kind, piece in (("", old[last : span.start]), ("del", span.of(old)), ("ins", text)):
            length = 0 if kind == "del" else len(piece)
            if piece:
                yield Span(at, at + length), piece, kind
            at += length
        last = span.end


def _cut(piece: tuple[Span, str, str], cuts: set[int]) -> Iterator[tuple[Span, str, str]]:
    span, text, kind = piece
    inner = sorted(at for at in cuts if span.start < at < span.end)
    for start, end in pairwise([span.start, *inner, span.end]):
        yield (
            Span(start, end),
            text if kind == "del" else text[start - span.start :][: end - start],
            kind,
        )


def _end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _run(text: str, element: str = "t", properties: str = "") -> str:
    opening, closing = f'<w:{element} xml:space="preserve">', f"</w:{element}>"
    said = escaped(text.replace("\r\n", "\n").replace("\r", "\n"))
    said = said.replace("\n", f"{closing}<w:br/>{opening}").replace(
        "\t", f"{closing}<w:tab/>{opening}"
    )
    return f"<w:r>{properties}{opening}{said}{closing}</w:r>"


def _header() -> str:
    cells = "".join(
        f"<w:tc><w:p>{_run(name, properties=_BOLD)}</w:p></w:tc>" for name in ("English", "日本語")
    )
    return f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cells}</w:tr>"
