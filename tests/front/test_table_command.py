"""`taiyaku table`: what a person who reviews in Word gets."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from corpus.bitext import Side, Span
from corpus.formats.word_table import Remark, TableRow, word_table
from front.conftest import PAIRS
from texts.word_file import W
from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [[pair[side] for pair in PAIRS if all(pair)] for side in (0, 1)]


def _cells(data: bytes) -> list[tuple[str, str]]:
    """The texts as they stand when all changes are accepted."""
    table = docx.Document(io.BytesIO(data)).tables[0]
    return [tuple(_text(cell._tc, "t") for cell in row.cells) for row in table.rows]  # type: ignore[misc]


def _text(element, name: str) -> str:
    return "".join(node.text or "" for node in element.iter(f"{{{W}}}{name}"))


def test_changes_are_tracked_and_remarks_stand_at_their_places() -> None:
    row = TableRow(
        "Mitsui E&S <builds>.",
        "三井物産E&Sが造る。",
        "三井E&Sが造ります。",
        (
            Remark(Side.TARGET, Span(0, 5), "the name"),
            Remark(Side.SOURCE, Span(0, 10), "of a firm"),
            Remark(Side.TARGET, Span(0, 0), "about nothing\x1b\nand more"),
        ),
    )
    data = word_table([row, TableRow("Only English.", "", "")])
    assert _cells(data) == [
        ("English", "日本語"),
        (row.source, row.target),
        ("Only English.", ""),
    ]
    document = docx.Document(io.BytesIO(data))
    assert _text(document.element, "delText") == "物産る"
    assert [comment.text for comment in document.comments] == [
        "of a firm",
        "the name",
        "about nothing\ufffd\nand more",
    ]
    marked = [run.text for run in document.tables[0].rows[1].cells[0].paragraphs[0].runs]
    assert marked[:2] == ["Mitsui E&S", ""]


def test_the_table_shows_what_the_review_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, texts in zip(("en", "ja"), TEXTS, strict=True):
        (tmp_path / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    files = ["en.txt", "ja.txt", "--workspace", "w.db"]
    assert main(["table", *files]) == 0
    data = (tmp_path / "ja.table.docx").read_bytes()
    assert _cells(data)[1:] == [*zip(*TEXTS, strict=True)]
    assert "confusable-rendering" in "".join(
        comment.text for comment in docx.Document(io.BytesIO(data)).comments
    )
    assert "ja.table.docx" in capsys.readouterr().err
    assert main(["table", *files]) == 2
    assert main(["table", *files, "-o", "ja.table.docx"]) == 2
    assert capsys.readouterr().err.count("error: there is a ja.table.docx\nhint: ") == 2
    assert (tmp_path / "ja.table.docx").read_bytes() == data
    assert main(["table", *files, "-o", "again.docx"]) == 0


@pytest.mark.parametrize("name", ["ja.docx", "table.txt"])
def test_what_is_read_is_not_written_over(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["table", "en.docx", "ja.docx", "-o", name, "--workspace", "w.db"]) == 2
    assert "hint:" in capsys.readouterr().err
    assert not (tmp_path / "w.db").exists()
