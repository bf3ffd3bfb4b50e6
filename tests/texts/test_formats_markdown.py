"""Markdown and subtitles: what is seen of them, and corrections that touch nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Span
from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats import document_format

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = """---
title: not text
---

# The ports of [Kobe](https://x.example/a_(b) "Title") #

The **Mitsui** *E&amp;S* yard
is `open` and __not__ snake_case; see [the list][1] and <https://x.example>.[^n]

```python
print("not text")
```

> A quotation
> of two lines.

- One item
  goes on
- [ ] Two items
1. Three \\* stars

| Port | Ships |
| --- | ---: |
| Kobe | 31,000 \\| more |

Setext
======

    indented code

<!-- a comment
that goes on -->
<div>In a box ![a picture](p.png)</div>

[1]: https://x.example/list
[^n]: A note.
"""
SEEN = [
    "The ports of Kobe",
    "The Mitsui E&S yard is open and not snake_case; see the list and .",
    "A quotation of two lines.",
    "One item goes on",
    "Two items",
    "Three * stars",
    "Port",
    "Ships",
    "Kobe",
    "31,000 | more",
    "Setext",
    "In a box a picture",
    "A note.",
]
SRT = """1
00:00:01,000 --> 00:00:03,500
The ports of <i>Kobe</i>
are open.

2
00:00:04,000 --> 00:00:05,000 X1:40 X2:600
{\\an8}- Who said so?
- The minister.

3
00:00:06,000 --> 00:00:07,000

"""
VTT = """WEBVTT

NOTE not text

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.500 align:start
<v Anna>港は
開く&amp;閉じる。

00:04.000 --> 00:05.000
終わり。
"""


@pytest.fixture
def put(tmp_path: Path):
    def write(text: str, name: str, codec: str = "utf-8") -> str:
        path = tmp_path / name
        path.write_bytes(text.encode(codec))
        return str(path)

    return write


def _texts(path: str) -> list[str]:
    return [segment.text for segment in document_format(path).read(path).segments]


def _changed(path: str, *changes: tuple[str, str]) -> str:
    known = document_format(path)
    document = known.read(path)
    spans = {segment.text: segment.span for segment in document.segments}
    return known.corrected(document, [(spans[old], new) for old, new in changes]).decode(
        "utf-8-sig"
    )


def test_what_a_reader_sees_is_read(put) -> None:
    assert _texts(put(MARKDOWN, "a.md")) == SEEN


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize(("text", "name"), [(MARKDOWN, "a.md"), (SRT, "a.srt"), (VTT, "a.vtt")])
def test_without_a_correction_the_bytes_are_the_same(
    text: str, name: str, codec: str, end: str, put
) -> None:
    text = text + "\n\n①㈱～、。港はひらく。\n"
    path = put(text.replace("\n", end), name, codec)
    known = document_format(path)
    assert known.corrected(known.read(path), []) == text.replace("\n", end).encode(codec)


def test_a_correction_leaves_the_marks(put) -> None:
    path = put(MARKDOWN, "a.md")
    after = _changed(
        path,
        (SEEN[0], "The ports of Osaka"),
        (SEEN[1], SEEN[1].replace("Mitsui", "Mitsubishi").replace("open", "closed")),
        (SEEN[3], "One item* goes on"),
        (SEEN[8], "A|B"),
    )
    assert after == (
        MARKDOWN.replace("[Kobe]", "[Osaka]")
        .replace("Mitsui", "Mitsubishi")
        .replace("`open`", "`closed`")
        .replace("One item", "One item\\*")
        .replace("| Kobe", "| A\\|B")
    )


def test_new_paragraphs_look_like_their_neighbour(put) -> None:
    path = put("# Ports\n\n> Kobe opens.\n\n- Osaka\n\n| Port |\n| --- |\n", "a.md")
    known = document_format(path)
    document = known.read(path)
    changes = [
        (Span(s.span.end, s.span.end), f"\n\nNew {n}") for n, s in enumerate(document.segments)
    ]
    made = known.corrected(document, [(Span(0, 0), "First\n\n"), *changes]).decode()
    assert made == (
        "First\n\n# Ports\n\nNew 0\n\n> Kobe opens.\n>\n> New 1\n\n- Osaka\n- New 2\n\n"
        "| Port<br>New 3 |\n| --- |\n"
    )


def test_cues_are_paragraphs(put) -> None:
    assert _texts(put(SRT, "a.srt")) == [
        "The ports of Kobe are open.",
        "- Who said so?",
        "- The minister.",
    ]
    assert _texts(put(VTT, "a.vtt")) == ["港は開く&閉じる。", "終わり。"]


def test_a_correction_of_a_cue_keeps_times_lines_and_marks(put) -> None:
    srt = put(SRT, "a.srt")
    assert _changed(srt, ("The ports of Kobe are open.", "The ports of Osaka are shut.")) == (
        SRT.replace("Kobe", "Osaka").replace("are open", "are shut")
    )
    vtt = put(VTT, "a.vtt")
    assert _changed(
        vtt, ("港は開く&閉じる。", "港は開くか<閉じる。"), ("終わり。", "終わり --> 。")
    ) == (
        VTT.replace("開く&amp;閉", "開くか&lt;閉")
        .replace("終わり。", "終わり → 。")
        .replace("→", "→")
    )


CUE = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n2\n00:00:03,000 --> 00:00:04,000\n次。\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("gone", ["港に着いた。", "船が出る。", "良い。", "港に着いた。船が出る。"])
@pytest.mark.parametrize(
    ("name", "around", "line"),
    [("a.srt", CUE, ""), ("a.md", "{}\n\n次。\n", ""), ("b.md", "> {}\n\n次。\n", "> ")],
)
def test_a_line_that_is_taken_out_leaves_no_empty_one(
    name: str, around: str, line: str, gone: str, end: str, put
) -> None:
    """An empty line would end the cue or the paragraph before its time."""
    whole = "港に着いた。船が出る。良い。"
    text = around.format(f"\n{line}".join(["港に着いた。", "船が出る。", "良い。"]))
    path = put(text.replace("\n", end), name)
    left = whole.replace(gone, "")
    put(_changed(path, (whole, left)), name)
    assert _texts(path) == [left, "次。"]


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("港の**話**です。", "港の話です。", "港です。", "港です。"),
        ("港の~~**話**~~です。", "港の話です。", "港湾です。", "港湾です。"),
        ("港の**話**です。", "港の話です。", "港の本です。", "港の**本**です。"),
        ("命令は`run`です。", "命令はrunです。", "命令です。", "命令です。"),
    ],
)
def test_marks_with_nothing_between_them_go(text: str, old: str, new: str, after: str, put) -> None:
    assert _changed(put(text, "a.md"), (old, new)) == after


def test_nothing_is_escaped_between_back_ticks(put) -> None:
    path = put("命令`run`を使って*見*よ。", "a.md")
    after = _changed(path, ("命令runを使って見よ。", "命令run[*]を使って[*]よ。"))
    assert after == "命令`run[*]`を使って*\\[\\*\\]*よ。"


def test_a_line_goes_with_its_end_but_once(put) -> None:
    path = put(CUE.format("The ship\nis here\nnow."), "a.srt")
    after = _changed(path, ("The ship is here now.", "The ship now."))
    assert after == CUE.format("The ship\nnow.")
    path = put(CUE.format("The ship\nis here\n港。"), "a.srt")
    assert _changed(path, ("The ship is here港。", "The ship港。")) == CUE.format("The ship\n港。")


@pytest.mark.parametrize(("text", "name"), [("---\na: b\n---\n", "a.md"), ("no cue\n", "a.srt")])
def test_a_file_without_text_is_refused(text: str, name: str, put) -> None:
    with pytest.raises(UnreadableFile):
        _texts(put(text, name))


@pytest.mark.parametrize(("text", "name"), [(MARKDOWN, "a.md"), (SRT, "a.srt")])
def test_a_file_that_has_changed_is_not_written_over(text: str, name: str, put) -> None:
    path = put(text, name)
    document = document_format(path).read(path)
    put(text.replace("Kobe", "Osaka"), name)
    with pytest.raises(UnwritableFile, match="another program"):
        document_format(path).corrected(document, [(document.segments[0].span, "x")])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_paragraph_has_no_time_and_joins_the_cue(put, end: str) -> None:
    cue = "{}\n00:00:0{},000 --> 00:00:0{},500\n{}\n\n"
    text = (cue.format(1, 1, 1, "港が開く。") + cue.format(2, 2, 2, "船が出る。")).replace(
        "\n", end
    )
    path = put(text, "a.srt")
    known = document_format(path)
    document = known.read(path)
    for at, old, new in (
        (0, "港が開く。", f"鐘が鳴る。{end}港が開く。"),
        (document.segments[0].span.end, "港が開く。", f"港が開く。{end}鐘が鳴る。"),
        (len(document.text), "船が出る。", f"船が出る。{end}鐘が鳴る。"),
    ):
        made = known.corrected(document, [(Span(at, at), "鐘が鳴る。")])
        assert made.decode() == text.replace(old, new)
