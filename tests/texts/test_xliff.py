"""XLIFF: codes are marks, a correction changes its own target alone, hostile files are refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import BadContent, TaiyakuError, UnwritableFile
from corpus.formats import xliff

FIRST = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a.docx" source-language="en-us" target-language="ja-jp" datatype="x"><body>
<trans-unit id="1" mq:status="x > y"><source>See <g id="1">R&amp;D</g> <x id="2"/>now.</source>
<target state="needs-review-translation"><g id="1">研究&amp;開発</g>を見よ<x id="2"/>。</target>
<note>kept</note><alt-trans><source>Other.</source><target>別。</target></alt-trans></trans-unit>
<trans-unit id="2">
<source><bpt id="1">&lt;b></bpt>Rain<ept id="1">&lt;/b></ept></source></trans-unit>
<trans-unit id="3"><source>Snow</source><target state="new" /></trans-unit>
<trans-unit id="4" translate="no"><source>Code</source></trans-unit>
</body></file>
<file original="b" source-language="en" target-language="de" datatype="x"><body>
<trans-unit id="1"><source>Rain</source><target>Regen</target></trans-unit></body></file>
</xliff>
"""
SECOND = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"
 srcLang="en" trgLang="ja">
<file id="f"><unit id="u"><segment state="initial"><source>A <pc id="1">port</pc>.</source>
<target><pc id="1">港</pc>。</target></segment><ignorable><source> </source></ignorable>
<segment id="s"><source>Rain<ph id="2"/></source></segment></unit></file></xliff>
"""


def kept(folder: Path, text: str, codec: str = "utf-8") -> str:
    path = folder / "a.xlf"
    path.write_bytes(text.encode(codec))
    return str(path)


def test_inline_elements_are_marks(tmp_path: Path) -> None:
    units = xliff.read(kept(tmp_path, FIRST)).units
    assert [(u.document, u.id, u.source, u.target) for u in units] == [
        ("a.docx", "1", "See 🅐R&D🅑 🅒now.", "🅐研究&開発🅑を見よ🅒。"),
        ("a.docx", "2", "🅐Rain🅑", ""),
        ("a.docx", "3", "Snow", ""),
    ]


def test_the_second_version_is_read_segment_by_segment(tmp_path: Path) -> None:
    units = xliff.read(kept(tmp_path, SECOND)).units
    assert [(u.id, u.source, u.target) for u in units] == [
        ("u", "A 🅐port🅑.", "🅐港🅑。"),
        ("u/s", "Rain🅐", ""),
    ]


@pytest.mark.parametrize("text", [FIRST, SECOND])
def test_the_version_stands_for_a_namespace_that_was_left_out(tmp_path: Path, text: str) -> None:
    bare = text.replace(' xmlns="urn:oasis:names:tc:xliff:document:', ' x="')
    units = xliff.read(kept(tmp_path, bare)).units
    assert units == xliff.read(kept(tmp_path, text)).units
    with pytest.raises(BadContent, match="no XLIFF"):
        xliff.read(kept(tmp_path, bare.replace(' version="', ' version="9')))


def test_the_header_of_a_catalogue_is_no_text(tmp_path: Path) -> None:
    header = FIRST.replace('<trans-unit id="2"', '<trans-unit restype="x-gettext-domain-header"')
    assert [unit.id for unit in xliff.read(kept(tmp_path, header)).units] == ["1", "3"]


def test_a_text_that_says_another_language_itself_is_left_out(tmp_path: Path) -> None:
    german = SECOND.replace("<target>", "<target xml:lang='de'>").replace(' trgLang="ja"', "")
    assert [unit.id for unit in xliff.read(kept(tmp_path, german)).units] == ["u/s"]
    japanese = german.replace("'de'", "'ja-JP'")
    assert [unit.id for unit in xliff.read(kept(tmp_path, japanese)).units] == ["u", "u/s"]


@pytest.mark.parametrize("text", [FIRST, SECOND])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_no_edit_changes_no_byte(tmp_path: Path, text: str, codec: str) -> None:
    path = kept(tmp_path, text.replace("\n", "\r\n"), codec)
    assert xliff.corrected(path, {}) == Path(path).read_bytes()


def test_an_edit_changes_its_own_target_and_reviews_nothing(tmp_path: Path) -> None:
    path = kept(tmp_path, FIRST)
    new = xliff.corrected(path, {("a.docx", "1"): "🅒<🅐開発🅑>。", ("a.docx", "2"): "🅐雨🅑"})
    new = new.decode()
    assert (
        '<target state="needs-review-translation"><x id="2"/>&lt;<g id="1">開発</g>&gt;。</target>'
        in new
    )
    assert '<target><bpt id="1">&lt;b></bpt>雨<ept id="1">&lt;/b></ept></target>' in new
    lines = zip(FIRST.splitlines(), new.splitlines(), strict=True)
    assert [n for n, (a, b) in enumerate(lines) if a != b] == [4, 7]


def test_a_pair_that_is_empty_on_one_side_can_be_filled(tmp_path: Path) -> None:
    text = FIRST.replace('<g id="1">研究&amp;開発</g>', '<g id="1" />')
    path = kept(tmp_path, text)
    assert xliff.read(path).units[0].target == "🅐🅑を見よ🅒。"
    new = xliff.corrected(path, {("a.docx", "1"): "🅐港🅑を見よ🅒。"}).decode()
    assert new == FIRST.replace("研究&amp;開発", "港")


def test_an_empty_target_is_filled(tmp_path: Path) -> None:
    path = kept(tmp_path, FIRST)
    new = xliff.corrected(path, {("a.docx", "3"): "雪"}).decode()
    assert new == FIRST.replace('<target state="new" />', '<target state="translated">雪</target>')


def test_the_second_version_is_written(tmp_path: Path) -> None:
    new = xliff.corrected(kept(tmp_path, SECOND), {("f", "u"): "港🅐🅑", ("f", "u/s"): "雨🅐"})
    assert new.decode() == SECOND.replace("initial", "translated").replace(
        '<pc id="1">港</pc>。', '港<pc id="1"></pc>'
    ).replace(
        "</source></segment></unit>", '</source><target>雨<ph id="2"/></target></segment></unit>'
    )


def test_a_target_that_is_new_is_no_longer_to_be_translated(tmp_path: Path) -> None:
    text = SECOND.replace('<segment id="s">', '<segment id="s" state="initial">')
    new = xliff.corrected(kept(tmp_path, text), {("f", "u/s"): "雨🅐"}).decode()
    assert new == SECOND.replace('<segment id="s">', '<segment id="s" state="translated">').replace(
        "</source></segment></unit>", '</source><target>雨<ph id="2"/></target></segment></unit>'
    )


def test_a_unit_without_any_text_shifts_no_other(tmp_path: Path) -> None:
    empty = '<trans-unit id="0"><note>港</note></trans-unit>'
    text = FIRST.replace('<trans-unit id="2">', f'{empty}<trans-unit id="2">')
    path = kept(tmp_path, text)
    assert [unit.id for unit in xliff.read(path).units] == ["1", "2", "3"]
    new = xliff.corrected(path, {("a.docx", "3"): "雪"}).decode()
    assert new == text.replace('<target state="new" />', '<target state="translated">雪</target>')


@pytest.mark.parametrize("target", ["🅑語🅐", "🅐語", "🅐語🅑🅒🅒"])
def test_marks_that_no_file_can_hold_are_refused(tmp_path: Path, target: str) -> None:
    path = kept(tmp_path, FIRST)
    with pytest.raises(UnwritableFile, match="mark"):
        xliff.corrected(path, {("a.docx", "1"): target})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FIRST[:300], "no XLIFF"),
        (FIRST.replace("document:1.2", "document:9"), "no XLIFF 1.2"),
        (f'<!DOCTYPE x [<!ENTITY a "b">]>{SECOND}', "entities"),
        (f'<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/passwd">]>{SECOND}', "entities"),
        (SECOND.replace("A <pc", "<mrk id='m'>" * 200000 + "<pc"), "without end"),
        (SECOND.replace("<segment id", "<segment " + "b='' " * 300000 + "id"), ":5: a tag of more"),
        (SECOND.replace("Rain<ph", "<ph id='9'/>" * 10001 + "<"), ":5: more than 10000 tags"),
        (SECOND.replace("Rain<ph", "<ph id='9'/>" * 10001 + "<ph"), "more than 10000 tags"),
        (SECOND.replace('"ja"', '"de"'), "is en > de, not English into Japanese"),
        (SECOND.replace("<segment", "<segment translate='no'"), "from English into Japanese"),
        (
            FIRST[: FIRST.index("<file")]
            + "".join(f"<file source-language='x{n}'/>" for n in range(9))
            + "</xliff>",
            "x3 > [?], x4 > [?] …, not English",
        ),
    ],
)
def test_hostile_files_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BadContent, match=reason):
        xliff.read(kept(tmp_path, text))


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=6).map(
    lambda text: text.replace("\ufffe", "").replace("\uffff", "")
)
TREE = st.recursive(
    TEXT.map(lambda text: ["text", text]) | st.sampled_from((["x"], ["ph"])),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: ["g", *parts]),
    max_leaves=12,
)


def as_written(tree: list, number: list[int]) -> str:
    from xml.sax.saxutils import escape

    number[0] += 1
    own = number[0]
    match tree:
        case ["text", text]:
            return escape(text)
        case ["g", *parts]:
            inner = "".join(as_written(part, number) for part in parts)
            return f'<g id="{own}">{inner}</g>'
    return f'<x id="{own}"/>' if tree == ["x"] else f'<ph id="{own}">&lt;br/></ph>'


@given(TREE)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_structure_survives(tmp_path: Path, tree: list) -> None:
    inner = f"R{as_written(tree, [0])}"
    path = kept(
        tmp_path,
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="o"><body>'
        f'<trans-unit id="1"><source>{inner}</source></trans-unit></body></file></xliff>',
    )
    (unit,) = xliff.read(path).units
    Path(path).write_bytes(xliff.corrected(path, {("o", "1"): unit.source}))
    (again,) = xliff.read(path).units
    assert again.target == again.source == unit.source


@pytest.mark.parametrize("seed", range(100))
def test_broken_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice((FIRST, SECOND)).encode())
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 4))
    path = tmp_path / "a.xlf"
    path.write_bytes(data)
    try:
        units = xliff.read(str(path)).units
        assert xliff.corrected(str(path), {}) == data
        xliff.corrected(str(path), {(units[0].document, units[0].id): "語"})
    except TaiyakuError as error:
        refused = error
    else:
        return
    assert refused.message
    assert refused.hint
