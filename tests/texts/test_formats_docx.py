"""Word files: all of their text, and corrections that touch nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from corpus.bitext import Span
from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats import document_format, docx_reader, package
from texts.word_file import p, packed, parts, run

BOLD = "<w:rPr><w:b/></w:rPr>"
BOX = (
    "<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:txbxContent>{0}</w:txbxContent>"
    "</mc:Choice><mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>きしだ</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>岸田</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


@pytest.fixture
def word(tmp_path: Path):
    def put(body: str, **others: str) -> str:
        path = tmp_path / "text.docx"
        path.write_bytes(packed(parts(body, **others)))
        return str(path)

    return put


def _texts(path: str) -> list[str]:
    return [segment.text for segment in document_format(path).read(path).segments]


def _changed(path: str, *changes: tuple[str, str]) -> dict[str, str]:
    """The parts of the file with segments replaced, after it has been read again."""
    known = document_format(path)
    document = known.read(path)
    spans = {segment.text: segment.span for segment in document.segments}
    data = known.corrected(document, [(spans[old], new) for old, new in changes])
    again = str(Path(path).with_name("again.docx"))
    Path(again).write_bytes(data)
    wanted = [dict(changes).get(text, text) for text in _texts(path)]
    assert _texts(again) == [" ".join(text.split("\n")) for text in wanted]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def test_elements_that_hold_nothing_change_nothing(word) -> None:
    empty = "<w:p/><w:pPr/><w:rPr/><w:tab/><w:br/><w:ruby><w:rt/><w:rubyBase/></w:ruby>"
    path = word(
        empty + p("One", f"<w:r><w:rPr/>{RUBY}</w:r>", "<w:tab/>", properties="<w:pPr/>") + empty
    )
    assert _texts(path) == ["One岸田"]
    changed = _changed(path, ("One岸田", "Two岸田"))
    assert empty in changed["word/document.xml"]


def test_a_word_file_without_text_is_refused(word) -> None:
    path = word("<w:p/>")
    with pytest.raises(UnreadableFile, match="holds no text"):
        document_format(path).read(path)


def test_a_word_file_with_two_parts_of_one_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.docx"
    path.write_bytes(packed(parts(p("One"))))
    with (
        zipfile.ZipFile(path, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/document.xml", "<w:document/>")
    with pytest.raises(UnreadableFile, match="two parts of one name"):
        document_format(str(path)).read(str(path))


def test_every_kind_of_text_is_read_in_order(word) -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Port", "Ships"))
    path = word(
        p("Heading", properties="<w:pPr><w:pStyle w:val='Heading1'/></w:pPr>")
        + p("The ports of ", run("Kobe", BOLD), " open &amp; close.")
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + p(BOX.format(p("In a box")), "Around it")
        + p(
            "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
        )
        + p(f"<w:moveFrom>{run('moved')}</w:moveFrom>", "stays")
        + p(),
        header=p("Ministry"),
        footnotes=f"<w:footnote>{p('A note')}</w:footnote>",
        footer=p("Page 1"),
    )
    assert _texts(path) == [
        "Ministry",
        "Heading",
        "The ports of Kobe open & close.",
        "Port",
        "Ships",
        "In a box",
        "Around it",
        "new",
        "stays",
        "A note",
        "Page 1",
    ]


def test_without_a_correction_the_file_is_the_same(word) -> None:
    path = word(p("Kobe opens."))
    document = document_format(path).read(path)
    assert document_format(path).corrected(document, []) == Path(path).read_bytes()


def test_a_correction_changes_its_own_characters_and_no_format(word) -> None:
    body = p("The ", run("Mitsui", BOLD), run(" E&amp;S"), " yard.") + p("Other.")
    note = f"<w:footnote>{p('A note')}</w:footnote>"
    path = word(body, footnotes=note)
    before = {k: str(v) for k, v in parts(body, footnotes=note).items()}
    after = _changed(
        path, ("The Mitsui E&S yard.", "The Mitsubishi E&S <new> yard."), ("A note", "A word")
    )
    document = before["word/document.xml"]
    assert after["word/document.xml"] == document.replace(
        "<w:t>Mitsui", '<w:t xml:space="preserve">Mitsubishi'
    ).replace("<w:t> E&amp;S", '<w:t xml:space="preserve"> E&amp;S &lt;new&gt;')
    assert after["word/footnotes.xml"] == before["word/footnotes.xml"].replace(
        "<w:t>A note", '<w:t xml:space="preserve">A word'
    )
    assert {n: after[n] for n in ("_rels/.rels", "[Content_Types].xml")} == {
        n: before[n] for n in ("_rels/.rels", "[Content_Types].xml")
    }
    assert "not touched" in after["word/media/picture.png"]


def test_tabs_and_line_breaks_stay_where_they_are(word) -> None:
    path = word(p("1.", "<w:r><w:tab/></w:r>", "The ports", "<w:r><w:br/></w:r>", "open."))
    assert _texts(path) == ["1.\tThe ports open."]
    after = _changed(path, ("1.\tThe ports open.", "2.\tAll ports close."))["word/document.xml"]
    assert after.count("<w:tab/>") == after.count("<w:br/>") == 1
    new = _changed(path, ("1.\tThe ports open.", "1.\tThe ports open.\nAll."))["word/document.xml"]
    assert 'open.</w:t><w:br/><w:t xml:space="preserve">All.' in new


def test_a_reading_goes_with_what_it_reads(word) -> None:
    path = word(p("首相の", RUBY, "氏は開くと述べた。"))
    assert _texts(path) == ["首相の岸田氏は開くと述べた。"]
    kept = _changed(path, ("首相の岸田氏は開くと述べた。", "首相の岸田氏は閉じると述べた。"))
    assert "きしだ" in kept["word/document.xml"]
    gone = _changed(path, ("首相の岸田氏は開くと述べた。", "首相の石破氏は開くと述べた。"))
    assert "きしだ" not in gone["word/document.xml"]


def test_new_paragraphs_look_like_their_neighbour(word) -> None:
    style = "<w:pPr><w:pStyle w:val='List'/></w:pPr>"
    path = word(p(run("Kobe opens.", BOLD), properties=style))
    known = document_format(path)
    document = known.read(path)
    end = document.segments[0].span.end
    data = known.corrected(document, [(Span(0, 0), "First.\n\n"), (Span(end, end), "\n\nLast.")])
    Path(path).write_bytes(data)
    assert _texts(path) == ["First.", "Kobe opens.", "Last."]
    with zipfile.ZipFile(path) as archive:
        assert archive.read("word/document.xml").decode().count(style + "<w:r>" + BOLD) == 3


def test_another_prefix_and_another_encoding_are_read_and_written(word, tmp_path: Path) -> None:
    made = parts(p("Kobe opens."))
    xml = str(made["word/document.xml"]).replace("w:", "x:").replace("UTF-8", "UTF-16")
    path = tmp_path / "other.docx"
    path.write_bytes(
        packed(made | {"word/document.xml": xml.replace("xmlns:w", "xmlns:x").encode("utf-16")})
    )
    after = _changed(str(path), ("Kobe opens.", "神戸 opens."))["word/document.xml"]
    assert 'encoding="UTF-8"' in after
    assert "神戸" in after


def test_what_no_word_file_can_hold_is_refused(word) -> None:
    path = word(p("Kobe opens."))
    with pytest.raises(UnwritableFile, match=r"U\+001B"):
        _changed(path, ("Kobe opens.", "Kobe \x1b[31m opens."))


def test_a_file_that_has_changed_is_not_written_over(word) -> None:
    path = word(p("Kobe opens."))
    document = document_format(path).read(path)
    word(p("Kobe is closed."))
    with pytest.raises(UnwritableFile, match="another program"):
        document_format(path).corrected(document, [(document.segments[0].span, "x")])


_DOCUMENT = "word/document.xml"
_GOOD = parts(p("Kobe opens."))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        packed({"a.txt": "no Word file"}),
        packed(_GOOD)[:-30],
        packed(_GOOD | {"../../outside.xml": "x"}),
        packed(_GOOD | {"/etc/passwd": "x"}),
        packed(_GOOD | {"word\\..\\..\\x": "x"}),
        packed(_GOOD | {_DOCUMENT: "<w:document"}),
        packed(_GOOD | {_DOCUMENT: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        packed(_GOOD | {_DOCUMENT: "<x>" * 5000 + "</x>" * 5000}),
    ],
    ids=range(11),
)
def test_hostile_and_broken_files_are_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        _texts(str(path))
    assert str(path) in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("limit", ["_LARGEST", "_LARGEST_PART", "_MOST_PARTS"])
def test_what_unpacks_to_too_much_is_refused(limit: str, word, monkeypatch) -> None:
    path = word(p("Kobe opens.") * 100)
    monkeypatch.setattr(package, limit, 3 if limit == "_MOST_PARTS" else 2000)
    with pytest.raises(UnreadableFile, match="too much"):
        _texts(path)


def test_a_file_of_too_many_paragraphs_is_refused(word, monkeypatch) -> None:
    monkeypatch.setattr(docx_reader, "MOST_BLOCKS", 3)
    with pytest.raises(UnreadableFile, match="too many"):
        _texts(word(p("Kobe opens.") * 4))


def test_an_older_form_of_a_drawing_goes_where_its_text_changes(word) -> None:
    path = word(p(BOX.format(p("箱一"))) + p(BOX.format(p("箱二"))))
    document = document_format(path).read(path)
    changed = document_format(path).corrected(document, [(Span(0, 2), "函一")])
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert (xml.count("函一"), xml.count("箱一"), xml.count("箱二")) == (1, 0, 2)
    assert xml.count("<mc:Fallback>") == 1
