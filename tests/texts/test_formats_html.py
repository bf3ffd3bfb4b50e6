"""Web pages: the main text and no more, and corrections that touch nothing else."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from corpus.bitext import Span
from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats import document_format, html_blocks
from corpus.formats.html_blocks import blocks

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("trafilatura") is None, reason="needs the extra documents"
)

MENU = ["Home", "About the ministry", "Press releases", "Contact us"]
HEADING = "Port security talks end with a plan"
TEXT = [
    "The two countries agreed on Tuesday to open three ports for joint work on safety at sea.",
    "What was agreed",
    "Each side names an office that answers within 24 hours, and both report once a year.",
    "Ships that carry gas are inspected first, as the ministers had asked in their letter of May.",
    "Next steps",
    "A second meeting is planned for spring, when the figures of the first half year are known.",
]
LIST = ["Yokohama opens in June", "Kobe opens in August", "Hakata follows in October"]
CELLS = ["Port", "Ships a year", "Yokohama", "31,000", "Kobe", "28,500"]
JUNK = ["Share this page", "Old news about fish", "Old news about salt", "© 2026 Ministry of Ports"]


def _links(texts: list[str]) -> str:
    return "".join(f'<li><a href="/x">{text}</a></li>' for text in texts)


def _body(tag: str = "p") -> str:
    made = []
    for text in TEXT:
        name = "h2" if len(text) < 20 and tag == "p" else tag
        made.append(f"<{name}>{text}</{name}>\n")
    made.insert(4, f"<ul>{''.join(f'<li>{item}</li>' for item in LIST)}</ul>")
    rows = (
        f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in zip(CELLS[::2], CELLS[1::2], strict=True)
    )
    return "".join([*made, f"<table>{''.join(rows)}</table>"])


def _semantic() -> str:
    return (
        f"<header><nav><ul>{_links(MENU)}</ul></nav></header><main><article><h1>{HEADING}</h1>"
        f"{_body()}</article></main><aside><p>{JUNK[0]}</p><ul>{_links(JUNK[1:3])}</ul></aside>"
        f"<footer>{JUNK[3]}</footer>"
    )


def _blog() -> str:
    return (
        f'<div id="header"><ul class="gnav-list menu">{_links(MENU)}</ul></div><div id="content">'
        f'<div class="post"><h1 class="entry-title">{HEADING}</h1><div class="entry-content">'
        f'{_body()}</div><div class="share-buttons">{JUNK[0]}</div></div></div>'
        f'<div id="sidebar"><ul>{_links(JUNK[1:3])}</ul></div><div id="footer">{JUNK[3]}</div>'
    )


def _soup() -> str:
    links = "".join(f'<a href="/x">{text}</a> ' for text in MENU)
    old = "".join(f'<div><a href="/x">{text}</a></div>' for text in JUNK[:3])
    return (
        f"<div><div>{links}</div><div><h1>{HEADING}</h1><div>{_body()}</div></div>"
        f'<div>{old}</div></div><div class="page-footer">{JUNK[3]}</div>'
    )


def _tables() -> str:
    return (
        f'<table width="100%"><tr><td class="menu"><ul>{_links(MENU)}</ul></td>'
        f"<td><h1>{HEADING}</h1>{_body()}</td>"
        f'<td class="side related">{JUNK[0]}<ul>{_links(JUNK[1:3])}</ul></td></tr>'
        f'</table><center class="copyright">{JUNK[3]}</center>'
    )


def _unclosed() -> str:
    body = re.sub("</(?:p|li|td|tr)>", "", _body())
    return (
        f'<div role="navigation"><ul>{_links(MENU)}</ul></div><h1>{HEADING}</h1>{body}'
        f'<div class="related">{JUNK[0]}<ul>{_links(JUNK[1:3])}</ul></div>'
        f'<p class="copyright">{JUNK[3]}</p>'
    )


LAYOUTS = (_semantic, _blog, _soup, _tables, _unclosed)


@pytest.fixture
def page(tmp_path: Path):
    def put(body: str, codec: str = "utf-8", head: str = "") -> str:
        path = tmp_path / "page.html"
        head = f"<head><title>T</title>{head}</head>"
        text = f"<!DOCTYPE html>\n<html>{head}\n<body>{body}</body></html>\n"
        path.write_bytes(text.encode(codec))
        return str(path)

    return put


def _texts(path: str) -> list[str]:
    return [segment.text for segment in document_format(path).read(path).segments]


def _changed(path: str, old: str, new: str) -> bytes:
    """The page with one segment replaced."""
    known = document_format(path)
    document = known.read(path)
    segment = next(s for s in document.segments if s.text == old)
    return known.corrected(document, [(segment.span, new)])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_of_the_text_is_read_and_nothing_around_it(layout, page) -> None:
    texts = _texts(page(layout()))
    wanted = [HEADING, *TEXT, *LIST, *CELLS]
    assert sorted(texts) == sorted(wanted)
    assert texts[0] == HEADING
    assert texts[-1] == CELLS[-1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_correction_changes_its_own_text_alone(layout, page) -> None:
    path = page(layout())
    before = Path(path).read_bytes()
    assert document_format(path).corrected(document_format(path).read(path), []) == before
    assert _changed(path, TEXT[2], TEXT[2].replace("24 hours", "2 days")) == before.replace(
        b"24 hours", b"2 days"
    )


def test_readings_are_left_out_and_go_with_what_they_read(page) -> None:
    ruby = "<ruby>岸田<rp>(</rp><rt>きしだ</rt><rp>)</rp></ruby>"
    path = page(f"<p>首相の{ruby}氏は、横浜の港を開くと述べた。これは合意に基づく。</p>")
    assert _texts(path) == ["首相の岸田氏は、横浜の港を開くと述べた。これは合意に基づく。"]
    kept = _changed(
        path, _texts(path)[0], "首相の岸田氏は、神戸の港を開くと述べた。これは合意に基づく。"
    )
    assert ruby in kept.decode()
    assert "神戸" in kept.decode()
    gone = _changed(
        path, _texts(path)[0], "首相の石破氏は、横浜の港を開くと述べた。これは合意に基づく。"
    )
    assert "<ruby>石破<rp>(</rp><rt></rt>" in gone.decode()


def test_a_line_break_goes_on_and_two_begin_a_paragraph(page) -> None:
    path = page(
        "<p>The ports of<br>Kobe are<br/>open.<br><br>Others follow.</p><p>港は<br>\n開く。</p>"
    )
    assert _texts(path) == ["The ports of Kobe are open.", "Others follow.", "港は開く。"]
    assert b"<p>The ports of<br>Osaka are<br/>open." in _changed(
        path, "The ports of Kobe are open.", "The ports of Osaka are open."
    )


def test_a_page_of_line_breaks_alone_has_a_paragraph_a_line(page) -> None:
    assert _texts(page("<div>The ports open.<br>Kobe is first.<br>- Osaka</div>")) == [
        "The ports open.",
        "Kobe is first.",
        "- Osaka",
    ]


def test_formats_around_the_change_stay(page) -> None:
    path = page("<p>The <b>Mitsui</b> <i>E&amp;S</i> yard &mdash; <a href='?a=1&b=2'>open</a>.</p>")
    old = _texts(path)[0]
    assert old == "The Mitsui E&S yard — open."
    new = old.replace("Mitsui", "Mitsubishi").replace("open", "<closed> & sold")
    assert (
        b"<p>The <b>Mitsubishi</b> <i>E&amp;S</i> yard &mdash; "
        b"<a href='?a=1&b=2'>&lt;closed&gt; &amp; sold</a>.</p>" in _changed(path, old, new)
    )


@pytest.mark.parametrize(
    ("codec", "declared"),
    [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "iso-2022-jp")],
)
def test_the_declared_encoding_is_believed_and_kept(codec: str, declared: str, page) -> None:
    special = "①㈱～" if codec == "cp932" else "一"
    path = page(f"<p>{special}港を開く。</p><p>道を作る。</p>", codec, f"<meta charset={declared}>")
    assert _texts(path)[0] == f"{special}港を開く。"
    assert document_format(path).read(path).encoding == codec
    changed = _changed(path, "道を作る。", "🚢を作る。").decode(codec)
    assert f"<p>{special}港を開く。</p><p>&#128674;を作る。</p>" in changed


def test_a_wrong_declaration_is_not_believed(page) -> None:
    for declared in ("us-ascii", "rot13", "zlib_codec", "punycode", "x" * 20):
        assert _texts(page("<p>港を開く。</p>", "utf-8", f"<meta charset={declared}>")) == [
            "港を開く。"
        ]


def test_a_null_in_a_page_takes_no_byte_of_a_correction(page) -> None:
    path = page("<meta charset=utf-8><p>港は\x00開く。</p><p>町は\x00開く。</p>")
    before = Path(path).read_bytes()
    assert _changed(path, "町は\ufffd開く。", "町は\ufffd閉じる。") == before.replace(
        "町は\x00開く".encode(), "町は\x00閉じる".encode()
    )


def test_a_new_paragraph_stands_behind_its_neighbour(page) -> None:
    path = page("<ul><li>Kobe opens.</li></ul><p>Osaka too.</p><div>The end is near.</div>")
    known = document_format(path)
    document = known.read(path)
    ends = [segment.span.end for segment in document.segments]
    changes = [(Span(end, end), f"\n\nNew & {n}.") for n, end in enumerate(ends)]
    made = known.corrected(document, [(Span(0, 0), "First.\n\n"), *changes]).decode()
    assert "<li>First.<br><br>Kobe opens.</li>\n<li>New &amp; 0.</li>" in made
    assert "<p>Osaka too.</p>\n<p>New &amp; 1.</p>" in made
    assert "<div>The end is near.<br><br>New &amp; 2.</div>" in made


def test_a_page_of_xml_stays_well_formed(tmp_path: Path) -> None:
    path = tmp_path / "page.xhtml"
    path.write_text(
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>'
        "<div>Kobe opens.</div><div>Osaka too.</div></body></html>",
        encoding="utf-8",
    )
    known = document_format(str(path))
    document = known.read(str(path))
    first, last = (segment.span for segment in document.segments)
    new = known.corrected(
        document,
        [
            (Span(0, 0), "Ports & ships.\n\n"),
            (first, "Kobe\nis shut."),
            (Span(last.end, last.end), "\n\nAnd Hakata."),
        ],
    )
    texts = list(ElementTree.fromstring(new).itertext())  # noqa: S314 -- made here
    assert texts == ["T", "Ports & ships.", "Kobe", "is shut.", "Osaka too.", "And Hakata."]


def test_a_page_that_has_changed_is_not_written_over(page) -> None:
    path = page("<p>Kobe opens.</p>")
    document = document_format(path).read(path)
    page("<p>Kobe is closed.</p>")
    with pytest.raises(UnwritableFile, match="another program"):
        document_format(path).corrected(document, [(document.segments[0].span, "x")])


def test_a_page_without_text_is_refused(page) -> None:
    with pytest.raises(UnreadableFile):
        _texts(page("<script>alert('text')</script><style>p {}</style><p hidden>no</p>"))


def test_what_a_browser_does_not_show_is_not_read(page) -> None:
    hidden = "<p style='display: none'>a</p><p hidden>b</p><template>c</template><!-- <p>d</p> -->"
    assert _texts(page(f"<p>Kobe&shy; opens.</p>{hidden}<svg><text>e</text></svg>")) == [
        "Kobe opens."
    ]


@pytest.mark.parametrize(
    "piece", ["<b>", "<p>", "<div><br>x", "<a ='", '<a ="', "<!--", "</", "<ruby>x<rt>"]
)
def test_deep_and_broken_markup_is_read_in_one_pass(piece: str) -> None:
    source = piece * 20_000
    assert sum(len(block.text) for block in blocks(source)[0]) <= len(source)


def test_a_page_of_too_many_paragraphs_is_refused(page, monkeypatch) -> None:
    monkeypatch.setattr(html_blocks, "MOST_BLOCKS", 3)
    with pytest.raises(UnreadableFile, match="too many"):
        _texts(page("<p>Kobe opens.</p>" * 4))


def test_without_the_extra_the_hint_says_how_to_install_it(page, monkeypatch) -> None:
    path = page("<p>Kobe opens.</p>")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableFile) as caught:
        document_format(path).read(path)
    assert "taiyaku[documents]" in caught.value.hint
