"""Where a lost mark is put back without asking, and where it is not."""

from __future__ import annotations

import pytest

from corpus.bitext import InlineCode, State, TranslationUnit
from glossary.concept import Concept, EntityKind, Term
from glossary.runner import check_unit
from glossary.termbase import Termbase

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
