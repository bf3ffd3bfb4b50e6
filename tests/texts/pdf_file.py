"""Small PDF files, made by hand: lines of text at places, or a picture of a page."""

from __future__ import annotations

from typing import NamedTuple

_LATIN = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_JAPANESE = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UCS2-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /DW 1000 "
    "/FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 "
    "/FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 "
    "/StemV 80 >> >>] >>"
)
_PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    "/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
)


class At(NamedTuple):
    """A line of text; points from the lower left."""

    x: float
    y: float
    text: str
    size: float = 10


def pdf(*pages: list[At], picture: bool = False) -> bytes:
    """A PDF of some pages of 600 by 800 points, each with a picture if wanted."""
    objects = ["", "", _LATIN, _JAPANESE, _PICTURE]
    kids = []
    for page in pages:
        drawn = "".join(map(_drawn, page)) + ("q 500 0 0 700 50 50 cm /P Do Q\n" if picture else "")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
        content = len(objects)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font "
            f"<< /L 3 0 R /J 4 0 R >> /XObject << /P 5 0 R >> >> /Contents {content} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _drawn(line: At) -> str:
    text = line.text
    font = "L" if text.isascii() else "J"
    shown = text.encode("ascii").hex() if text.isascii() else text.encode("utf-16-be").hex()
    return f"BT /{font} {line.size} Tf {line.x} {line.y} Td <{shown}> Tj ET\n"


def _file(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    tail = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{tail}".encode()
