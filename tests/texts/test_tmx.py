"""TMX: whatever the text, the file can be read, and holds it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.bitext import TranslationUnit
from corpus.errors import BadContent, UnwritableFile
from corpus.formats import tmx
from corpus.formats.format import Said
from corpus.formats.tmx import written

if TYPE_CHECKING:
    from random import Random

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map(
    lambda text: f"x{text}y".replace("\ufffe", "").replace("\uffff", "")
)
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(document: str) -> list[tuple[str | None, dict[str | None, str | None]]]:
    root = ElementTree.fromstring(document.encode())  # noqa: S314 -- our own
    return [
        (unit.get("tuid"), {v.get(LANGUAGE): v.findtext("seg") for v in unit.iter("tuv")})
        for unit in root.iter("tu")
    ]


def test_units_are_written_with_both_languages() -> None:
    units = (TranslationUnit("a", "R&D <costs>", "研究開発<費用>"), TranslationUnit("b", "x", ""))
    assert read("".join(written(units))) == [("a", {"en": "R&D <costs>", "ja": "研究開発<費用>"})]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.text(min_size=1))
@settings(max_examples=60)
def test_any_text_can_be_written(source: str, name: str) -> None:
    source = f"x{source}"
    ((_, texts),) = read("".join(written([TranslationUnit(name, source, "語\r\n")])))
    assert texts == {
        "en": source.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"),
        "ja": "語\r\n",
    }


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(character: str) -> None:
    ((_, texts),) = read("".join(written([TranslationUnit("a", f"x{character}y", "語")])))
    assert texts["en"] == "x\ufffdy"


MEMORY = """<?xml version="1.0" encoding="{}"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="1"><tuv xml:lang="en-US"><seg>The <bpt>&lt;b&gt;</bpt>port R&amp;D.</seg></tuv>
<tuv xml:lang="de"><seg>Der Hafen.</seg></tuv>
<tuv xml:lang="ja-JP"><seg>港の<ph>x</ph>研究&amp;開発。</seg></tuv></tu>
<tu tuid="1"><tuv lang="ja"><seg>鉄道。</seg></tuv><tuv lang="EN"><seg>Railways.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Rain.</seg></tuv><tuv xml:lang="ja"><seg/></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu>
</body></tmx>
"""


def memory(folder: Path, text: str = MEMORY, codec: str = "utf-8") -> str:
    path = folder / "m.tmx"
    path.write_bytes(text.format(codec).encode(codec))
    return str(path)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_units_with_both_languages_are_read_and_codes_are_marks(tmp_path: Path, codec: str) -> None:
    units = tmx.read(memory(tmp_path, codec=codec)).units
    assert [(u.source, u.target, u.line) for u in units] == [
        ("The 🅐port R&D.", "港の🅑研究&開発。", 4),
        ("Railways.", "鉄道。", 7),
        ("Rain.", "", 8),
    ]
    assert len({u.id for u in units}) == 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_the_corrected_japanese_changes(tmp_path: Path, codec: str) -> None:
    path = memory(tmp_path, codec=codec)
    _, second, third = tmx.read(path).units
    assert tmx.corrected(path, {}) == Path(path).read_bytes()
    new = {(None, second.id): "鉄道 <A&B>", (None, third.id): "雨"}
    wanted = MEMORY.replace("鉄道。", "鉄道 &lt;A&amp;B&gt;").replace("<seg/>", "<seg>雨</seg>")
    assert tmx.corrected(path, new) == wanted.format(codec).encode(codec)


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="EN-US" creationtool="OmegaT"/><body>
<tu tuid="1" creationdate="20240101T000000Z"><prop type="file">a.docx</prop><note>By  hand</note>
<tuv xml:lang="EN-US" changedate="20240102T000000Z"><seg>See {}the port{} of {}{}Kobe{}.</seg></tuv>
<tuv xml:lang="JA-JP" creationdate='20240101T000000Z' creationid="mori"
 changedate="20240102T000000Z" changeid='m > n'><prop type="p"><![CDATA[<seg>]]></prop><seg
 >{}{}神戸{}の{}港{}を見よ。</seg></tuv></tu>
</body></tmx>
"""
BOLD = ('<bpt i="0" x="7">&lt;b&gt;</bpt>', '<ept i="0">&lt;/b&gt;</ept>')
THEIR_BOLD = ('<bpt i="9" x="7">&lt;b&gt;</bpt>', '<ept i="9">&lt;/b&gt;</ept>')
NUMBER = '<ph x="3">{0}</ph>'
NAME = ('<hi type="x">', "</hi>")
OMEGAT = OMEGAT.format(*BOLD, NUMBER, *NAME, NUMBER, *NAME, *THEIR_BOLD)


def test_codes_move_as_marks_and_the_change_is_dated(tmp_path: Path) -> None:
    path = tmp_path / "o.tmx"
    path.write_text(OMEGAT, "utf-8")
    (unit,) = tmx.read(str(path)).units
    assert (unit.source, unit.target) == (
        "See 🅐the port🅑 of 🅒🅓Kobe🅔.",
        "🅒🅓神戸🅔の🅐港🅑を見よ。",
    )
    assert unit.notes == ("By hand",)
    made = tmx.corrected(str(path), {(None, "1"): "🅐港🅑（🅒🅓神戸🅔）を見よ。"}).decode()
    dated = r'changedate="2\d{7}T\d{6}Z" changeid="taiyaku">'
    assert len(re.findall(dated, made)) == 1
    same = re.sub(dated, "changedate=\"20240102T000000Z\" changeid='m > n'>", made)
    assert same.split("<seg\n >")[0] == OMEGAT.split("<seg\n >")[0]
    first, last = THEIR_BOLD
    assert made.split("<seg\n >")[1] == (
        f"{first}港{last}（{NUMBER}{NAME[0]}神戸{NAME[1]}）を見よ。</seg></tuv></tu>\n</body></tmx>\n"
    )
    assert tmx.corrected(str(path), {}) == OMEGAT.encode()


@pytest.mark.parametrize("target", ["🅐港🅐を見よ🅑。", "🅐港を見よ。", "🅓港🅐を🅔見よ🅑。", "🅔港🅓。"])
def test_a_text_that_no_memory_can_hold_is_refused(tmp_path: Path, target: str) -> None:
    path = tmp_path / "o.tmx"
    path.write_text(OMEGAT, "utf-8")
    with pytest.raises(UnwritableFile, match=r"o\.tmx:3: "):
        tmx.corrected(str(path), {(None, "1"): target})


def test_a_memory_read_bit_by_bit_says_the_same(tmp_path: Path) -> None:
    for text in (OMEGAT, MEMORY.format("utf-8")):
        path = tmp_path / "o.tmx"
        path.write_text(text, "utf-8")
        whole = [(u.source, u.target, u.notes) for u in tmx.read(str(path)).units]
        assert [(r.source, r.target, r.notes) for r in tmx.stream(str(path))] == whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tmx><body><tu>", r"m\.tmx:1: no TMX"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><tu/></tmx>', "declares entities"),
        ("<tmx><tu><seg>x</seg></tu></tmx>", "holds no units"),
        ("<tmx><seg>x</seg><tuv/></tmx>", "holds no units"),
        ("<tmx><tu><tuv xml:lang='de-AT'><seg>x</seg></tuv></tu></tmx>", "Japanese, but de"),
        ("not XML at all", "no TMX"),
        ("<xliff/>", r"m\.tmx:1: no TMX: it begins with xliff"),
        ('<t:tmx xmlns:t="urn:x"><t:body/></t:tmx>', "it begins with t:tmx"),
        ("<tmx>" + "<b>" * 200_000, "tags inside tags without end"),
        ("<tmx><body><tu><tuv xml:lang='en'><seg>" + "<hi>" * 200_000, "tags inside tags"),
        ("<tmx a='" + "b" * 20_000_000, "no TMX"),
        (
            "<tmx><tu><tuv xml:lang='ja'><seg/></tuv><tuv xml:lang='en'><seg>"
            + "<ph/>" * 100_000
            + "</seg></tuv></tu></tmx>",
            "more than 10000 tags",
        ),
        (
            "<!DOCTYPE tmx [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><tmx/>",
            "declares entities",
        ),
        ("<tmx><body><tu><tuv xml:lang='ja'><seg>&passwd;</seg></tuv></tu></body></tmx>", "no TMX"),
    ],
)
def test_what_is_no_memory_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadContent, match=said):
        tmx.read(memory(tmp_path, text))


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    units = [TranslationUnit(f"u{n}", en, ja) for n, (en, ja) in enumerate(pairs)]
    path = tmp_path / "m.tmx"
    path.write_text("".join(written(units)), encoding="utf-8", newline="")
    read = tmx.read(str(path)).units
    assert [(u.id, u.source, u.target) for u in read] == [(u.id, u.source, u.target) for u in units]


NAMES = st.sampled_from(("1", "2", "3"))
PIECES = st.recursive(
    st.one_of(
        TEXTS.map(escape),
        st.builds('<ph x="{}">{}</ph>'.format, NAMES, TEXTS.map(escape)),
        st.just("<ph>{0}</ph>"),
        st.builds('<it pos="begin" x="{}"><sub>{}</sub></it>'.format, NAMES, TEXTS.map(escape)),
        st.builds('<bpt i="{0}"/>{1}<ept i="{0}"/>'.format, NAMES, TEXTS.map(escape)),
        st.just("<ut/>"),
        st.just("<hi></hi>"),
        st.just("<hi/>"),
        st.just("<![CDATA[<seg> ]>]]>"),
    ),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<hi>{''.join(parts)}</hi>"),
    max_leaves=6,
)


@given(st.lists(PIECES, max_size=5), st.lists(PIECES, max_size=5), st.randoms())
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_structure_survives_reading_editing_and_reading(
    tmp_path: Path, source: list[str], target: list[str], random: Random
) -> None:
    path = tmp_path / "m.tmx"
    path.write_bytes(
        f'<tmx><body><tu tuid="a"><tuv xml:lang="ja"><seg>{"".join(target)}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{"".join(source)}</seg></tuv></tu></body></tmx>'.encode()
    )
    (unit,) = tmx.read(str(path)).units
    (row,) = tmx.stream(str(path))
    assert (row.source, row.target) == (unit.source, unit.target)
    assert tmx.corrected(str(path), {}) == path.read_bytes()
    words = [*unit.target]
    at = random.randrange(len(words) + 1)
    words.insert(at, "橋 & <新>")
    wanted = "".join(words)
    path.write_bytes(tmx.corrected(str(path), {(None, "a"): wanted}))
    (after,) = tmx.read(str(path)).units
    assert after.source == unit.source
    assert after.target == wanted


def test_a_pair_that_is_empty_on_one_side_can_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    text = (
        '<tmx><body><tu tuid="a"><tuv xml:lang="en"><seg><hi x="1">Kobe</hi></seg></tuv>'
        '<tuv xml:lang="ja"><seg><hi x="1" />を見よ</seg></tuv></tu></body></tmx>'
    )
    path.write_text(text, "utf-8")
    assert tmx.read(str(path)).units[0].target == "🅐🅑を見よ"
    new = tmx.corrected(str(path), {(None, "a"): "🅐神戸🅑を見よ"}).decode()
    assert new == text.replace('<hi x="1" />', '<hi x="1">神戸</hi>')


TOOLKIT = """
import json, sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target)] for u in store.units]))
store = tmx.tmxfile(sourcelanguage="en")
store.addtranslation("The port & more.", "en", "港 <他>。", "ja")
store.savefile(sys.argv[2])
"""


def test_translate_toolkit_reads_what_is_written_and_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "ours.tmx").write_text(
        "".join(written([TranslationUnit("a", "R&D.", "研究。")])), "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-c", TOOLKIT, tmp_path / "ours.tmx", tmp_path / "theirs.tmx"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(done.stdout) == [["R&D.", "研究。"]]
    (unit,) = tmx.read(str(tmp_path / "theirs.tmx")).units
    assert (unit.source, unit.target) == ("The port & more.", "港 <他>。")


def test_our_notes_are_written_replaced_and_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(OMEGAT, "utf-8")
    unit = tmx.read(str(path)).units[0]
    key = (unit.document, unit.id)
    for notes in (("a <b>\n c", "d"), ("雨",)):
        new = tmx.handed_back(str(path), {}, {key: Said(notes=notes)}).decode()
        ours = "".join(f"<note>taiyaku: {' '.join(n.split())}</note>" for n in notes)
        ours = ours.replace("<b>", "&lt;b&gt;")
        assert new == OMEGAT.replace("<prop", f"{ours}<prop", 1)
        path.write_text(new, "utf-8")
        shown = tmx.read(str(path)).units[0].notes
        assert shown == (*(" ".join(n.split()) for n in notes), *unit.notes)
        assert tmx.handed_back(str(path), {}, {key: Said(notes=notes)}).decode() == new
        assert tmx.handed_back(str(path), {}, {key: Said(confirmed=True)}).decode() == new
    assert tmx.handed_back(str(path), {}, {key: Said(notes=())}).decode() == OMEGAT
