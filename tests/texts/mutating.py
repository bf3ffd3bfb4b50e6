"""Files broken on purpose, by a seed: bytes of any file, and the XML inside of packed ones."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from corpus.formats import bitext_format, document_format, pdf_reader
from corpus.formats.pdf_paragraphs import Piece, paragraphs
from texts.pdf_file import At, pdf
from texts.test_formats_html import LAYOUTS
from texts.test_formats_markdown import MARKDOWN, SRT, VTT
from texts.test_formats_xlsx import SHARED
from texts.word_file import p, packed, parts, run

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

_RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>こうべ</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>神戸</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_WORD = parts(
    p("The ports of ", run("Kobe", "<w:rPr><w:b/></w:rPr>"), " open &amp; close.")
    + f"<w:tbl><w:tr><w:tc>{p('Port')}</w:tc></w:tr></w:tbl>"
    + p(_RUBY, "が開く。", "<w:r><w:tab/><w:br/></w:r>", "港"),
    header=p("Ministry"),
    footnotes=f"<w:footnote>{p('A note')}</w:footnote>",
)
_ROWS = "id,source,target\n1,Kobe opens.,神戸が開く。\n2,Osaka,大阪\n"
SAMPLES: dict[str, bytes] = {
    "txt": "港が開く。\r\n\r\n道を作る。\r\n".encode("cp932"),
    "md": MARKDOWN.encode(),
    "srt": SRT.encode(),
    "vtt": VTT.encode(),
    "html": f"<html><head><meta charset=utf-8></head><body>{LAYOUTS[1]()}</body></html>".encode(),
    "docx": packed(_WORD),
    "pdf": pdf(
        [At(50, 700, "The ports of Kobe are"), At(50, 686, "open. 港")], [At(50, 700, "港")]
    ),
    "csv": _ROWS.encode(),
    "tsv": _ROWS.replace(",", "\t").encode(),
    "jsonl": '{"id": 1, "source": "Kobe", "target": "神戸"}\n'.encode(),
    "tmx": (
        '<tmx version="1.4"><header/><body><tu tuid="1"><tuv xml:lang="en"><seg>Kobe</seg></tuv>'
        '<tuv xml:lang="ja"><seg>神戸</seg></tuv></tu></body></tmx>'
    ).encode(),
    "xlf": (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
        'source-language="en" target-language="ja" datatype="x"><body><trans-unit id="1"><source>'
        'See <g id="1">Kobe</g><x id="2"/></source><target state="new"><g id="1">神戸</g>'
        "<x id='2'/>港</target></trans-unit></body></file></xliff>"
    ).encode(),
    "po": (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=EUC-JP\\n"\n\n#, fuzzy, c-format\n'
        '#| msgid "Old"\nmsgctxt "a"\nmsgid "Kobe %s"\nmsgid_plural "x"\nmsgstr[0] ""\n"神戸 %s"\n'
    ).encode("euc_jp"),
    "xlsx": packed(SHARED),
}
"""One file of each kind."""

_TOKENS = (
    b"<", b">", b"&", b"'", b'"', b"=", b"</", b"/>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#x110000;", b"&#xD800;", b"&amp",
    b"\x00", b"\x1b[31m", "\u202e".encode(), b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\r", b"\n\n",
    b"<b>" * 2000, b"<w:p>", b"</w:p>", b"<w:t>", b"</w:t>", b"<w:r/>", b"<ruby>", b"<rt>", b"<p>",
    b"</p>", b"<br>", b"<c r='ZZZ9999999'>", b"<row r='-1'/>", b"99999999999999999999", b"-1",
    b"```", b"|", b"---", b"[", b"](", b"*" * 50, b"00:00:01,000 --> 00:00:02,000\n", b'{"', b"\\u",
    b"\nmsgstr ", b"msgid_plural", b"[1]", b"\\", b"charset=utf-8", b"#~ ", b"#, fuzzy\n",
    b"<g>", b"</target>", b"<bpt i='1'>", b"<seg>",
    b"endobj", b"stream", b"<<", b"/Kids [3 0 R 2 0 R]", b"/Count 99999999", b"../../x",
    b"A" * 5000,
)  # fmt: skip


def mutated(kind: str, random: Random) -> bytes:
    """A sample with some things wrong in it; of packed files mostly in the XML."""
    data = SAMPLES[kind]
    if kind not in ("docx", "xlsx") or random.random() < 0.2:
        return _broken(data, random)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    for name in random.sample([*inside], random.choice((1, 1, 2))):
        content = inside[name]
        wrong = _marks_broken if random.random() < 0.6 else _broken
        inside[name] = wrong(content if isinstance(content, bytes) else content.encode(), random)
    return packed(inside)


def _broken(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        at = random.randrange(len(data) + 1)
        end = min(len(data), at + random.choice((0, 1, 1, 4, 30, 300)))
        new = random.choice(
            (b"", bytes([random.randrange(256)]), random.choice(_TOKENS), data[at:end] * 2)
        )
        data = data[:at] + new + data[end:]
    return data


def _marks_broken(data: bytes, random: Random) -> bytes:
    """Tags taken out, doubled, moved, or with other values."""
    pieces = re.split(rb"(<[^>]*>)", data)
    for _ in range(random.choice((1, 1, 2, 4))):
        at, other = random.randrange(len(pieces)), random.randrange(len(pieces))
        match random.randrange(5):
            case 0:
                pieces[at] = b""
            case 1:
                pieces[at] += pieces[at]
            case 2:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[at] = re.sub(rb"(['\"])[^'\"]*\1", b"'999999999'", pieces[at])
            case _:
                pieces[at] = b"".join(pieces[min(at, other) : max(at, other)][:40])
    return b"".join(pieces)


def tried(kind: str, data: bytes, folder: Path) -> str:
    """Read a file, correct it, read it again: `read`, `refused` or `refused to write`.

    What is no error that a person can mend goes through to the caller.
    """
    path = folder / f"mutated.{kind}"
    path.write_bytes(data)
    if kind == "pdf":
        return _tried_pdf(data)
    try:
        document = _read(kind, path)
    except TaiyakuError as error:
        return "refused" if "\n" not in error.message else "a message of several lines"
    try:
        path.write_bytes(_corrected(kind, path, document))
        _read(kind, path)
    except TaiyakuError:
        return "refused to write"
    return "read"


def _tried_pdf(data: bytes) -> str:
    answer = pdf_reader.answer(data)
    if "pages" not in answer:
        return "refused"
    paragraphs([[Piece(*piece) for piece in page["pieces"]] for page in answer["pages"]])
    return "read"


def _read(kind: str, path: Path):
    bitext = bitext_format(str(path))
    if bitext:
        return bitext.read(str(path))
    return document_format(str(path)).read(str(path))


def _corrected(kind: str, path: Path, found) -> bytes:
    bitext = bitext_format(str(path))
    if bitext:
        targets = {(u.document, u.id): u.target[:-1] + "橋 & <新>" for u in found.units[:3]}
        return bitext.corrected(str(path), targets)
    known = document_format(str(path))
    assert zlib.crc32(known.corrected(found, [])) == zlib.crc32(path.read_bytes())
    segments = (*found.segments[:2], *found.segments[2:][-1:])
    return known.corrected(found, [(s.span, s.text[1:] + "橋 & <新>") for s in segments])
