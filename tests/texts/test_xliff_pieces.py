"""Units that another tool has cut into segments: each is a unit, and its state is nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import State
from corpus.formats import xliff
from corpus.formats.format import Said

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = (
    '<source>Rain <g id="5">falls</g>. Snow. Go.</source>\n'
    '<seg-source><g id="4"><mrk mtype="seg" mid="1">Rain <g id="5">falls</g>.</mrk> '
    '<mrk mtype="seg" mid="2">Snow.</mrk></g> <mrk mtype="seg" mid="3">Go.</mrk></seg-source>'
)
TARGET = (
    '<target{}><g id="4"><mrk mtype="seg" mid="1"><g id="5">雨</g>。</mrk>'
    '<mrk mtype="seg" mid="2">雪。</mrk></g><mrk mtype="seg" mid="3"/></target>'
)
CONF = (
    '<sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2" conf="Draft"/>'
    '<sdl:seg id="3"/></sdl:seg-defs>'
)


def file(source: str = SOURCE, target: str = TARGET, after: str = "", unit: str = "") -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
        ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="o" datatype="x"'
        ' source-language="en" target-language="ja"><body>\n'
        f'<trans-unit id="u"{unit}>{source}\n{target}{after}</trans-unit>\n'
        '<trans-unit id="v"><source>Sea</source><target>海</target></trans-unit>'
        "</body></file></xliff>"
    )


def kept(folder: Path, text: str) -> str:
    path = folder / "a.sdlxliff"
    path.write_text(text, "utf-8")
    return str(path)


def test_each_segment_is_a_unit_with_its_own_state(tmp_path: Path) -> None:
    text = file(target=TARGET.format(""), after=CONF)
    path = kept(tmp_path, text)
    units = xliff.read(path).units
    assert [(u.id, u.source, u.target, u.state) for u in units] == [
        ("u/1", "Rain 🅐falls🅑.", "🅐雨🅑。", State.SIGNED_OFF),
        ("u/2", "Snow.", "雪。", State.NEEDS_REVIEW),
        ("u/3", "Go.", "", State.NEEDS_REVIEW),
        ("v", "Sea", "海", None),
    ]
    assert xliff.handed_back(path, {}, {}).decode() == text


def test_an_edit_touches_only_its_own_mark(tmp_path: Path) -> None:
    text = file(target=TARGET.format(""), after=CONF)
    new = {("o", "u/1"): "大🅐雨🅑。", ("o", "u/3"): "<行け>。", ("o", "v"): "湖"}
    assert xliff.corrected(kept(tmp_path, text), new).decode() == text.replace(
        '<g id="5">雨', '大<g id="5">雨'
    ).replace('mid="3"/>', 'mid="3">&lt;行け&gt;。</mrk>').replace(">海<", ">湖<")


@pytest.mark.parametrize(
    ("state", "unit"), [(' state="signed-off"', ""), (' state="final"', ' approved="yes"')]
)
def test_a_segment_takes_the_sign_off_of_all_back_and_gives_none(
    tmp_path: Path, state: str, unit: str
) -> None:
    text = file(target=TARGET.format(state), unit=unit)
    path = kept(tmp_path, text)
    both = {("o", "u/1"): "雨🅐🅑", ("o", "u/2"): "大雪。"}
    new = xliff.corrected(path, both).decode()
    assert new.count('<target state="needs-review-translation">') == 1
    assert "approved" not in new or 'id="u" approved="no"' in new
    confirmed = dict.fromkeys(both, Said(confirmed=True))
    new = xliff.handed_back(path, both, confirmed).decode()
    assert f"<target{state}>" in new
    assert f'id="u"{unit}>' in new
    path = kept(tmp_path, file(target=TARGET.format(' state="translated"'), unit=' approved="no"'))
    new = xliff.handed_back(path, both, confirmed).decode()
    assert '<target state="translated">' in new
    assert 'approved="no"' in new


def test_a_segment_that_is_alone_has_the_id_and_the_state_of_its_unit(tmp_path: Path) -> None:
    source = '<source>Snow</source><seg-source><mrk mtype="seg" mid="0">Snow</mrk></seg-source>'
    target = '<target state="new"><mrk mtype="seg" mid="0" /></target>'
    path = kept(tmp_path, file(source, target))
    unit = xliff.read(path).units[0]
    assert (unit.id, unit.source, unit.target) == ("u", "Snow", "")
    new = xliff.handed_back(path, {("o", "u"): "雪"}, {("o", "u"): Said(confirmed=True)}).decode()
    filled = target.replace("new", "signed-off").replace(" /></target>", ">雪</mrk></target>")
    assert new == file(source, filled)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "<target/>",
        TARGET.format("").replace('mid="2"', 'mid="9"'),
        TARGET.format("").replace('mid="2"', 'mid="1"'),
        TARGET.format("").replace('<g id="5">雨</g>', '<mrk mtype="seg" mid="5">雨</mrk>'),
        TARGET.format("").replace("</mrk></g>", "</mrk>港</g>"),
    ],
)
def test_what_cannot_be_cut_without_leaving_something_out_is_one_unit(
    tmp_path: Path, target: str
) -> None:
    text = file(target=target)
    path = kept(tmp_path, text)
    assert [unit.id for unit in xliff.read(path).units] == ["u", "v"]
    assert xliff.corrected(path, {}).decode() == text
    assert "雨</target>" in xliff.corrected(path, {("o", "u"): "雨"}).decode()


def test_comments_on_segments_are_notes_of_their_unit(tmp_path: Path) -> None:
    path = kept(tmp_path, file(target=TARGET.format("")))
    said = {("o", "u/1"): Said(notes=("a",)), ("o", "u/3"): Said(notes=("b",))}
    new = xliff.handed_back(path, {}, said).decode()
    notes = '<note from="taiyaku">a</note><note from="taiyaku">b</note>'
    assert new == file(target=TARGET.format("") + notes)
