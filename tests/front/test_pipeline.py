"""Which checks run, and where nothing is reported."""

import pytest

from corpus.bitext import Bitext, TranslationUnit
from corpus.errors import BadContent
from glossary.checks import ALL_CHECKS, DEFAULT_CHECKS, PROFILES
from glossary.finding import Severity
from tui.pipeline import Judge, checks, termbase
from tui.settings import Settings


def names(chosen):
    return {c.name for c in chosen}


def test_nothing_asked_for_runs_what_is_on_by_default():
    assert checks((), ()) == DEFAULT_CHECKS


def test_a_profile_is_a_word_for_its_checks_and_more_may_be_added_to_it():
    assert checks(("strict",), ()) == ALL_CHECKS
    assert names(checks(("quiet", "addition"), ())) == names(PROFILES["quiet"]) | {"addition"}
    assert names(checks(("strict",), ("quiet",))) == names(ALL_CHECKS) - names(PROFILES["quiet"])


def test_the_quiet_profile_has_no_check_for_small_flaws():
    assert all(c.severity is not Severity.MINOR for c in PROFILES["quiet"])
    assert "confusable-rendering" in names(PROFILES["quiet"])


def test_no_profile_has_the_name_of_a_check():
    assert not names(ALL_CHECKS) & set(PROFILES)


def test_a_check_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(BadContent, match="no-such-check") as error:
        checks(("default", "no-such-check"), ())
    assert "quiet" in error.value.hint


def test_an_exempt_unit_is_not_reported():
    wrong = "三井物産E&Sがクレーンを造る。"
    units = tuple(TranslationUnit(i, "Mitsui E&S builds the crane.", wrong) for i in ("a", "b"))
    judge = Judge(termbase(Settings()), exempt=frozenset(["a"]))
    assert {f.unit for f in judge.check(Bitext("x.jsonl", units)).findings} == {"b"}
