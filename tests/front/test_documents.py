"""Documents of other kinds than text, through check, review, align and translate."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Document
from corpus.errors import UnwritableFile
from corpus.formats import document_format
from corpus.segmentation import segments
from corpus.workspace.store import Workspace
from front.conftest import PAIRS, TERMBASE
from texts.pdf_file import At, pdf
from texts.word_file import p, packed, parts
from tui.cli import main
from tui.inputs import open_pair
from tui.review.session import ReviewSession
from tui.translation.plan import default_output, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXTS = [[pair[side] for pair in PAIRS if all(pair)] for side in (0, 1)]
MITSUI = "三井物産E&S"


def _docx(texts: list[str]) -> bytes:
    return packed(parts("".join(p(text.replace("&", "&amp;")) for text in texts)))


def _html(texts: list[str]) -> bytes:
    body = "".join(f"<p>{text.replace('&', '&amp;')}</p>\n" for text in texts)
    return f"<html><meta charset=utf-8><body><nav>Menu</nav>{body}</body></html>".encode()


def _md(texts: list[str]) -> bytes:
    return "\n\n".join(f"- {text}" for text in texts).encode()


def _pdf(texts: list[str]) -> bytes:
    return pdf([At(50, 750 - 40 * n, text) for n, text in enumerate(texts)])


def _needs(package: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(package) is None
    return pytest.mark.skipif(missing, reason="needs the extra documents")


KINDS = [
    ("docx", _docx),
    ("md", _md),
    pytest.param("html", _html, marks=_needs("trafilatura")),
    pytest.param("pdf", _pdf, marks=_needs("pypdfium2")),
]


@pytest.fixture
def reviewed(
    tmp_path: Path,
) -> Iterator[Callable[[str, Callable[[list[str]], bytes]], ReviewSession]]:
    sessions = []

    def open_review(kind: str, made: Callable[[list[str]], bytes]) -> ReviewSession:
        paths = [tmp_path / f"{name}.{kind}" for name in ("en", "ja")]
        for path, texts in zip(paths, TEXTS, strict=True):
            path.write_bytes(made(texts))
        bitext = open_pair(*map(str, paths), TERMBASE)
        session = ReviewSession(bitext, TERMBASE, Workspace.open(tmp_path / "workspace.db"))
        sessions.append(session)
        return session

    yield open_review
    for session in sessions:
        session.close()


@pytest.mark.parametrize(("kind", "made"), KINDS)
def test_a_review_writes_the_same_kind_of_file(kind: str, made, reviewed, tmp_path: Path) -> None:
    session = reviewed(kind, made)
    assert [(u.source, u.target) for u in session.bitext.units] == [*zip(*TEXTS, strict=True)]
    session.go(next(n for n, text in enumerate(TEXTS[1]) if MITSUI in text))
    session.apply()
    path = session.save()
    assert path == tmp_path / ("ja.corrected.txt" if kind == "pdf" else f"ja.corrected.{kind}")
    document = document_format(str(path)).read(str(path))
    assert [s.text for s in document.segments] == [t.replace(MITSUI, "三井E&S") for t in TEXTS[1]]
    assert session.unsaved == 0


@_needs("pypdfium2")
def test_a_pdf_is_never_written(reviewed, tmp_path: Path) -> None:
    session = reviewed("pdf", _pdf)
    before = (tmp_path / "ja.pdf").read_bytes()
    session.next_finding()
    session.apply()
    for name in ("ja.pdf", "new.PDF"):
        with pytest.raises(UnwritableFile, match="PDF") as caught:
            session.save(tmp_path / name)
        assert "ja.corrected.txt" in caught.value.hint
    assert (tmp_path / "ja.pdf").read_bytes() == before
    assert not session.replaceable


def test_word_files_are_checked_and_aligned_as_text_is(tmp_path: Path, capsys) -> None:
    for name, texts in zip(("en", "ja"), TEXTS, strict=True):
        (tmp_path / f"{name}.docx").write_bytes(_docx(texts))
        (tmp_path / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8")

    def lines(command: str, ending: str) -> list[dict[str, object]]:
        files = [str(tmp_path / f"{name}.{ending}") for name in ("en", "ja")]
        assert main([command, *files, "--format", "jsonl"]) < 2
        place = {"file": "", "location": None}  # which a Word file has otherwise than a text
        return [json.loads(line) | place for line in capsys.readouterr().out.splitlines()]

    assert len(lines("align", "docx")) == len(TEXTS[0])
    assert lines("check", "docx") == lines("check", "txt")
    assert lines("align", "docx") == lines("align", "txt")


def _found(words: list[str], capsys) -> str:
    assert main(["check", *words]) == 1
    return str(capsys.readouterr().out)


@_needs("trafilatura")
def test_a_finding_in_a_page_is_on_the_line_of_the_page_and_its_fix_is_no_edit_of_it(
    tmp_path: Path, capsys
) -> None:
    words = [str(tmp_path / f"{name}.html") for name in ("en", "ja")]
    for path, texts in zip(words, TEXTS, strict=True):
        (tmp_path / path).write_bytes(_html(texts).replace(b"<body>", b"<body>\n\n\n"))
    page = (tmp_path / "ja.html").read_text("utf-8")
    line = page[: page.index("三井物産")].count("\n") + 1
    assert f"ja.html:{line}: [" in _found(words, capsys)
    (run,) = json.loads(_found([*words, "--format", "sarif"], capsys))["runs"]
    assert not any("fixes" in result for result in run["results"])
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in run["results"]]
    assert {"startLine": line} in regions


def test_a_finding_in_a_word_file_is_in_a_paragraph_as_a_review_counts(
    tmp_path: Path, capsys
) -> None:
    words = [str(tmp_path / f"{name}.docx") for name in ("en", "ja")]
    for path, texts in zip(words, TEXTS, strict=True):
        (tmp_path / path).write_bytes(_docx(texts))
    number = next(n for n, text in enumerate(TEXTS[1], 1) if MITSUI in text)
    assert f"ja.docx:paragraph {number}: critical" in _found(words, capsys)


@pytest.mark.parametrize(("kind", "made"), KINDS)
def test_a_translation_is_laid_out_as_the_english_is(kind: str, made, tmp_path: Path) -> None:
    path = tmp_path / f"en.{kind}"
    path.write_bytes(made(TEXTS[0]))
    document = document_format(str(path)).read(str(path))
    output = default_output(str(path))
    assert output == tmp_path / ("ja.txt" if kind == "pdf" else f"ja.{kind}")
    output.write_bytes(written(document, TEXTS[1]))
    found = document_format(str(output)).read(str(output)).segments
    assert [segment.text for segment in found] == TEXTS[1]


def test_a_translation_of_plain_text_is_utf_8(tmp_path: Path) -> None:
    text = "The “old” port.\r\n\r\nIt is closed.\r\n"
    path = tmp_path / "en.txt"
    path.write_bytes(text.encode("cp1252"))
    document = Document(str(path), text, segments(text), "cp1252")
    assert written(document, ["古い港。", "閉まって\nいる。"]).decode() == (
        "古い港。\r\n\r\n閉まっている。\r\n"
    )


def test_the_encoding_is_said(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.docx").write_bytes(_docx(TEXTS[0]))
    (tmp_path / "ja.txt").write_bytes("\r\n\r\n".join(TEXTS[1]).encode("cp932"))
    for command in ("check", "align"):
        assert main([command, "en.docx", "ja.txt"]) < 2
        assert "read as Word and plain text in CP932\n" in capsys.readouterr().err


@_needs("pypdfium2")
def test_pages_of_a_pdf_that_are_pictures_are_said(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    written_on = [At(50, 750 - 40 * n, text) for n, text in enumerate(TEXTS[0])]
    (tmp_path / "en.pdf").write_bytes(pdf([], written_on, picture=True))
    (tmp_path / "ja.txt").write_text("\n\n".join(TEXTS[1]), encoding="utf-8")
    said = "en.pdf: pages that are pictures are left out: 1"
    assert main(["check", "en.pdf", "ja.txt"]) < 2
    assert said in capsys.readouterr().err
    bitext = open_pair("en.pdf", "ja.txt", TERMBASE)
    with Workspace.open(tmp_path / "w.db") as workspace:
        assert ReviewSession(bitext, TERMBASE, workspace).notices == (said,)


def test_what_was_opened_is_kept_when_it_is_replaced(reviewed, tmp_path: Path) -> None:
    session = reviewed("docx", _docx)
    path, kept = tmp_path / "ja.docx", tmp_path / "ja.docx.bak"
    path.chmod(0o640)
    before = path.read_bytes()
    session.next_finding()
    session.apply()
    session.save(path)
    assert path.read_bytes() != before
    session.undo()
    session.save(path)
    assert kept.read_bytes() == before
    assert [file.stat().st_mode & 0o777 for file in (path, kept)] == [0o640, 0o640]


@pytest.mark.parametrize(
    ("name", "around"),
    [("en.txt", "{}\n"), ("en.md", "# {}\n"), ("en.srt", "1\n00:01,000 --> 00:02,000\n{}\n")],
)
def test_japanese_has_room_in_an_english_file_of_any_encoding(
    name: str, around: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(around.format("The café’s port is open.").encode("cp1252"))
    document = document_format(str(path)).read(str(path))
    assert document.encoding == "cp1252"
    assert written(document, ["港が開く。"]).decode() == around.format("港が開く。")
