"""Where a lost mark is put back without asking, and where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import InlineCode, State, TranslationUnit
from corpus.formats import bitext_format
from glossary.concept import Concept, EntityKind, Term
from glossary.runner import check_unit
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from pathlib import Path

PAIR = (InlineCode("🅐", "<g>"), InlineCode("🅑", "</g>", "🅐", tight=True))
ALONE = (InlineCode("🅐", "<x/>"),)
TERMBASE = Termbase.of(
    (Concept("r", (Term("Rapidus"),), (Term("ラピダス"),), EntityKind.COMPANY, origin="own"),)
)


def mended(source: str, target: str, codes: tuple[InlineCode, ...]) -> str:
    """The text after all fixes of the check, one after the other."""
    for _ in range(4):
        found = check_unit(TranslationUnit("u", source, target, codes=codes), TERMBASE)
        fixes = [f.fix for f in found if f.check == "placeholder-lost" and f.fix]
        if not fixes:
            return target
        target = fixes[0].apply(target)
    raise AssertionError(target)


@pytest.mark.parametrize(
    ("source", "target", "codes", "wanted"),
    [
        ("The fee is 🅐1,200🅑 yen.", "料金は1,200円です。", PAIR, "料金は🅐1,200🅑円です。"),
        ("🅐Rapidus🅑 began.", "ラピダスは始めた。", PAIR, "🅐ラピダス🅑は始めた。"),
        ("So 🅐Rapidus🅑 began.", "ラピダス🅑は始めた。", PAIR, "🅐ラピダス🅑は始めた。"),
        ("🅐Snow fell.🅑", "雪が🅐降った。", PAIR, "雪が🅐降った。🅑"),
        ("🅐Snow fell.", "雪が降った。", ALONE, "🅐雪が降った。"),
    ],
)
def test_a_mark_is_put_back_where_the_place_is_sure(
    source: str, target: str, codes: tuple[InlineCode, ...], wanted: str
) -> None:
    assert mended(source, target, codes) == wanted


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        ("See 🅐the plan🅑.", "計画を見よ。", PAIR),
        ("From 🅐3🅑 to 3 days.", "3日から3日。", PAIR),
        ("The fee is 🅐12🅑 yen.", "料金は1,120円です。", PAIR),
        ("So 🅐Rapidus🅑 began.", "ラピダスは🅑始めた。", PAIR),
        ("🅐Snow fell.🅑", "雪が降った。", PAIR),
        ("It 🅐rained.", "雨が降った。", ALONE),
    ],
)
def test_no_place_is_guessed(source: str, target: str, codes: tuple[InlineCode, ...]) -> None:
    assert mended(source, target, codes) == target


def test_order_is_silent_where_nothing_is_known_of_pairs_or_the_english_crosses_too() -> None:
    crossed = (
        *PAIR,
        InlineCode("🅒", "<bx/>"),
        InlineCode("🅓", "<ex/>", "🅒"),
    )
    for source, target, codes in (
        ("See 🅐the plan🅑.", "🅑計画🅐を見よ。", ()),
        ("🅐a 🅒b🅑 c🅓", "🅐あ🅒い🅑う🅓", crossed),
    ):
        unit = TranslationUnit("u", source, target, codes=codes)
        assert "placeholder-order" not in {f.check for f in check_unit(unit, TERMBASE)}


def test_english_that_was_left_is_one_finding_whatever_the_state_says() -> None:
    text = "It rained for three days in the north of the country."
    unit = TranslationUnit("u", text, text, state=State.FINAL)
    assert [f.check for f in check_unit(unit, Termbase.of(()))] == ["left-in-english"]
    short = TranslationUnit("u", "see also the map", "see also the map", state=State.FINAL)
    assert "state-mismatch" in {f.check for f in check_unit(short, Termbase.of(()))}


XLIFF = (
    '<xliff version="{}" xmlns="urn:oasis:names:tc:xliff:document:{}" srcLang="en" trgLang="ja">'
    '<file original="a" id="a" source-language="en" target-language="ja">{}</file></xliff>'
)
FIRST = XLIFF.format(
    "1.2", "1.2", '<trans-unit id="1"><source>{}</source><target>{}</target></trans-unit>'
)
SECOND = XLIFF.format(
    "2.1",
    "2.0",
    '<unit id="1"><segment><source>{}</source><target>{}</target></segment></unit>',
)
MEMORY = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv>'
    '<tuv xml:lang="ja"><seg>{}</seg></tuv></tu></body></tmx>'
)
KINDS = [
    ("a.xlf", FIRST, '<bpt id="{0}">[</bpt>', '<ept id="{0}">]</ept>'),
    ("a.xlf", FIRST, '<bx id="{0}" rid="{0}"/>', '<ex id="9{0}" rid="{0}"/>'),
    ("a.xlf", SECOND, '<sc id="{0}"/>', '<ec startRef="{0}"/>'),
    ("a.tmx", MEMORY, '<bpt i="{0}" x="{0}">[</bpt>', '<ept i="{0}">]</ept>'),
    ("a.tmx", MEMORY, '<bpt i="{0}">[</bpt>', '<ept i="{0}">]</ept>'),
]


@pytest.mark.parametrize(("name", "whole", "begin", "end"), KINDS)
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("{<1}新しい{1>}{<2}計画{2>}を見よ。", []),
        ("{<1}新しい{<2}計画{1>}を{2>}見よ。", []),
        (
            "{1>}新しい{<1}{<2}計画{2>}を見よ。",
            [("placeholder-order", "🅑 stands before 🅐, which it closes")],
        ),
        (
            "{<2}計画{1>}の{2>}新しい版{<1}を見よ。",
            [("placeholder-order", "🅑 stands before 🅐, which it closes")],
        ),
    ],
)
def test_ends_that_come_too_early_are_reported_and_crossing_halves_are_not(
    tmp_path: Path,
    name: str,
    whole: str,
    begin: str,
    end: str,
    target: str,
    said: list[tuple[str, str]],
) -> None:
    codes = {"<1": begin.format(1), "1>": end.format(1), "<2": begin.format(2), "2>": end.format(2)}
    source = "See {<1}the new{1>} {<2}plan{2>}."
    for mark, code in codes.items():
        source, target = (text.replace(f"{{{mark}}}", code) for text in (source, target))
    path = tmp_path / name
    path.write_text(whole.format(source, target), "utf-8")
    known = bitext_format(name)
    assert known
    (unit,) = known.read(str(path)).units
    assert unit.source == "See 🅐the new🅑 🅒plan🅓."
    found = check_unit(unit, TERMBASE)
    assert [(f.check, f.message) for f in found if f.check.startswith("placeholder")] == said
