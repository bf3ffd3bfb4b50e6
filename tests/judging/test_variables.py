"""Variables of programs: only what is surely one, and one finding for what became of it."""

from __future__ import annotations

import pytest

from corpus.bitext import TranslationUnit
from corpus.language.variables import variables
from glossary.runner import check_unit
from glossary.termbase import Termbase


def findings(source: str, target: str):
    return check_unit(TranslationUnit("a", source, target), Termbase(()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%s of %(name)s, %1$s and %2$-5d", ["%s", "%(name)s", "%1$s", "%2$-5d"]),
        ("%.2f, %5d%%, %@", ["%.2f", "%5d", "%@"]),
        ("{} {0} {name} {a.b[0]!r} {x:>4}", ["{}", "{0}", "{name}", "{a.b[0]!r}", "{x:>4}"]),
        ("${HOME} %{who} {{day}}", ["{HOME}", "{who}", "{day}"]),
        ("50% of it, 5%d, 100%discount, %%s, {a, b}, { a }, { }", []),
        ("{n, plural, one {# ship} other {# ships}}", []),
    ],
)
def test_what_is_surely_a_variable(text: str, found: list[str]) -> None:
    assert [v.text for v in variables(text)] == found
    assert [v.span.of(text) for v in variables(text)] == found


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Hello %(name)s.", "％(name)s さん。", "%(name)s さん。"),
        ("Hello %(name)s.", "% (Name) s さん。", "%(name)s さん。"),
        ("Hello %(name)s.", "%（name）sさん。", "%(name)sさん。"),
        ("In {0} days.", "｛０｝日後に。", "{0}日後に。"),
        ("In {days} days.", "{ days } 日後に。", "{days} 日後に。"),
        ("%s came.", "％ｓが来た。", "%sが来た。"),
    ],
)
def test_a_mangled_variable_is_one_finding_with_a_fix(
    source: str, target: str, mended: str
) -> None:
    (finding,) = findings(source, target)
    assert finding.check == "placeholder-lost"
    assert finding.fix
    assert finding.fix.apply(target) == mended
    assert findings(source, mended) == ()


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("See <b>it</b>.", "<b>それを見よ。", ["</b>"]),
        ("See <b>it</b>.", "それ</b>を見よ。", ["<b>"]),
        ('<a href="{url}">It</a>', "それ</a>", ['<a href="{url}">']),
        ("<b>One</b>, <b>two</b>", "<b>一</b>、<b>二", ["</b>"]),
        ("<b>One</b>, <i>two</i>", "<b>一<i>二", ["</b>", "</i>"]),
        ("See <b>it</b>.", "それを見よ。", []),
        ("See <b>it</b>.", "<B>それ</B>を見よ。", []),
        ("<p>Rain<br>", "<p>雨", []),
        ("a < b > c</b>", "a < b > c", []),
        ("Write to <me@x.com> </me>", "<me", []),
    ],
)
def test_half_a_pair_of_tags_is_lost(source: str, target: str, lost: list[str]) -> None:
    found = [f for f in findings(source, target) if f.check == "placeholder-lost"]
    assert [f.source and f.source.of(source) for f in found] == lost


def test_a_translated_name_has_a_suggestion_but_no_fix() -> None:
    (finding,) = findings("Hello {user}.", "{利用者}さん。")
    assert finding.suggestions == ("{user}",)
    assert finding.fix is None
    assert finding.target
    assert finding.target.of("{利用者}さん。") == "{利用者}"


def test_a_number_in_a_lost_variable_is_no_second_finding() -> None:
    (finding,) = findings("%1$s sent %2$d ships.", "%1$s が船を送った。")
    assert finding.message == "the variable %2$d is missing"


def test_what_stands_in_another_order_is_all_there() -> None:
    assert findings("%s of %d", "%2$dの%1$s") == ()
    assert findings("{} of {}", "{1}の{0}") == ()
    (finding,) = findings("%s of %d", "%1$sの%3$d")
    assert finding.message == "the variable %d is written %3$d"
