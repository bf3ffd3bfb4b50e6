"""PDF: paragraphs out of lines, columns, running heads; what cannot be read says so."""

from __future__ import annotations

import importlib.util
import textwrap
from typing import TYPE_CHECKING

import pytest

from corpus.errors import UnreadableFile
from corpus.formats import document_format
from corpus.formats import pdf as format_pdf
from corpus.formats.pdf_paragraphs import Piece, paragraphs
from texts.pdf_file import At, pdf

if TYPE_CHECKING:
    from pathlib import Path

needs_pdfium = pytest.mark.skipif(
    importlib.util.find_spec("pypdfium2") is None, reason="needs the extra documents"
)
FIRST = (
    "The two countries agreed on Tuesday to open three ports for joint work on safety at sea, "
    "and each side names an office that answers within a day and reports once a year."
)
SECOND = (
    "Ships that carry gas are inspected first, as the ministers had asked in their letter of May; "
    "a second meeting is planned for spring, when the figures of the year are known."
)
JAPANESE = (
    "両国は火曜日、海上の安全に関する共同作業のために三つの港を開くことで合意し、"
    "それぞれが一日以内に答える窓口を定め、年に一度報告することとした。"
)


def _lines(text: str, x: float, y: float, width: int = 60, size: float = 10) -> list[At]:
    cut = textwrap.wrap(text, width) if " " in text else _cut(text, width)
    return [At(x, y - 14 * n, line, size) for n, line in enumerate(cut)]


def _cut(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


@pytest.fixture
def read(tmp_path: Path):
    def texts(data: bytes) -> list[str]:
        path = tmp_path / "text.pdf"
        path.write_bytes(data)
        return [segment.text for segment in document_format(str(path)).read(str(path)).segments]

    return texts


@needs_pdfium
def test_lines_become_paragraphs(read) -> None:
    page = [
        At(50, 750, "A heading of the text", 16),
        *_lines(FIRST, 50, 700),
        *_lines(SECOND, 50, 600),
        *_lines(JAPANESE, 50, 500, 30),
    ]
    assert read(pdf(page)) == ["A heading of the text", FIRST, SECOND, JAPANESE]


@needs_pdfium
def test_paragraphs_that_are_only_set_in_are_told_apart(read) -> None:
    one, two = _lines(FIRST, 50, 700), _lines(SECOND, 50, 700 - 14 * 3)
    assert len(one) == 3
    page = [one[0]._replace(x=70), *one[1:], two[0]._replace(x=70), *two[1:]]
    page[2] = page[2]._replace(text=page[2].text)
    assert read(pdf(page)) == [FIRST, SECOND]


@needs_pdfium
def test_columns_are_read_one_after_the_other(read) -> None:
    left, right = _lines(FIRST, 50, 700, 40), _lines(SECOND, 320, 700, 40)
    across = [line for pair in zip(left, right, strict=False) for line in pair]
    rest = [*left[len(right) :], *right[len(left) :]]
    heading = At(50, 750, "A heading that stands over both of the two columns of this page", 14)
    assert read(pdf([heading, *across, *rest])) == [heading.text, FIRST, SECOND]


@needs_pdfium
def test_running_heads_and_page_numbers_are_left_out(read) -> None:
    pages = [
        [At(50, 780, "Ministry of Ports"), *_lines(text, 50, 740), At(300, 20, number)]
        for text, number in ((FIRST, "- 1 -"), (SECOND, "- 2 -"), ("The end is near.", "- 3 -"))
    ]
    assert read(pdf(*pages)) == [FIRST, SECOND, "The end is near."]


@needs_pdfium
def test_a_paragraph_goes_on_over_the_page(read) -> None:
    lines = _lines(FIRST, 50, 100)
    pages = [[*_lines(SECOND, 50, 700), *lines[:2]], [lines[2]._replace(y=740)]]
    assert read(pdf(*pages)) == [SECOND, FIRST]


@needs_pdfium
def test_list_items_and_rows_of_a_table_stand_alone(read) -> None:
    items = [At(50, 700 - 14 * n, f"{n + 1}. Port number {n} opens in June") for n in range(3)]
    table = [
        At(x, 600 - 14 * n, cell)
        for n, row in enumerate((("Kobe", "31,000"), ("Osaka", "28,500"), ("Hakata", "9,100")))
        for x, cell in zip((50, 300), row, strict=True)
    ]
    assert read(pdf([*items, *table])) == [
        *(item.text for item in items),
        "Kobe 31,000",
        "Osaka 28,500",
        "Hakata 9,100",
    ]


def _pieces(*lines: str) -> list[Piece]:
    return [Piece(line, 50, 50 + 5 * len(line), 700 - 14 * n, 10) for n, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("The safety of the inter-", "national ports."), "international ports"),
        (("The safety of the U.S.-", "Japan ports is"), "U.S.-Japan ports"),
        (("A well-known rule for all well-", "known ports is in."), "all well-known ports"),
        (("A change and related climate-change-", "related work in ports."), "change-related"),
        (("The safety of the inter\u00ad", "national ports."), "international ports"),
    ],
)
def test_divided_words_are_made_whole(lines: tuple[str, ...], whole: str) -> None:
    (text,) = paragraphs([_pieces(*lines)])
    assert whole in text


@needs_pdfium
def test_pictures_of_pages_are_recognised(read) -> None:
    with pytest.raises(UnreadableFile, match="scanned") as caught:
        read(pdf([], [], picture=True))
    assert "recognition" in caught.value.hint


@needs_pdfium
def test_pages_that_are_pictures_are_named_where_others_hold_text(tmp_path: Path) -> None:
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf([], _lines(FIRST, 50, 700), [], picture=True))
    read = document_format(str(path)).read(str(path))
    assert read.pictures == (1, 3)
    assert read.text == FIRST


@needs_pdfium
@pytest.mark.parametrize(
    "data",
    [b"", b"no PDF at all", b"%PDF-1.4\n" + b"\x00\xff" * 500, pdf([At(50, 700, "x")])[:200]],
)
def test_broken_files_are_refused(data: bytes, read) -> None:
    with pytest.raises(UnreadableFile):
        read(data)


@needs_pdfium
def test_a_reader_that_hangs_or_dies_is_a_clear_message(read, monkeypatch) -> None:
    monkeypatch.setattr(format_pdf, "_SECONDS", 0.001)
    with pytest.raises(UnreadableFile, match="too long"):
        read(pdf([At(50, 700, "Kobe opens.")]))
    monkeypatch.undo()
    monkeypatch.setattr(format_pdf.sys, "executable", "/bin/true")
    with pytest.raises(UnreadableFile, match="damaged"):
        read(pdf([At(50, 700, "Kobe opens.")]))


@needs_pdfium
def test_corrections_are_text(tmp_path: Path) -> None:
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf([*_lines(FIRST, 50, 700), *_lines(SECOND, 50, 600)]))
    known = document_format(str(path))
    document = known.read(str(path))
    made = known.corrected(document, [(document.segments[0].span, "両国は合意した。")])
    assert made.decode() == f"両国は合意した。\n\n{SECOND}\n"
    assert known.written_as == ".txt"


def test_without_the_extra_the_hint_says_how_to_install_it(read, monkeypatch) -> None:
    monkeypatch.setattr(format_pdf, "find_spec", lambda _: None)
    with pytest.raises(UnreadableFile) as caught:
        read(pdf([At(50, 700, "Kobe opens.")]))
    assert "taiyaku[documents]" in caught.value.hint


def _upright(text: str, x: float, length: int = 20) -> list[At]:
    """Lines from top to bottom that follow each other from right to left."""
    return [
        At(x - 18 * line, 700 - 12 * down, letter, 12)
        for line, part in enumerate(_cut(text, length))
        for down, letter in enumerate(part)
    ]


@needs_pdfium
def test_vertical_japanese_is_read_line_by_line_from_the_right(read) -> None:
    pages = [
        [
            At(50, 760, "港湾白書", 10),
            *_upright(text, 500),
            At(50, 40, str(number), 10),
        ]
        for number, text in ((1, JAPANESE), (2, JAPANESE[::-1]))
    ]
    assert read(pdf(*pages))[0] == JAPANESE
    assert "港湾白書" not in "".join(read(pdf(*pages)))


@needs_pdfium
def test_signs_of_vertical_text_are_read_as_usual_ones(read) -> None:
    assert read(pdf(_upright("﹁三つの港﹂︵七月︶が開くことで合意した︒", 500))) == [
        "「三つの港」（七月）が開くことで合意した。"
    ]


@needs_pdfium
def test_a_table_of_single_letters_is_not_vertical(read) -> None:
    page = [At(50 + 20 * x, 700 - 20 * y, c, 12) for y in range(9) for x, c in enumerate("日月火")]
    assert "日月火" in "".join(read(pdf(page))).replace(" ", "")
