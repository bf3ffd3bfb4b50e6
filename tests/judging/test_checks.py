"""Every check keeps what its own file promises."""

from __future__ import annotations

import re

import pytest

from corpus.bitext import Bitext, TranslationUnit
from glossary.checks import ALL_CHECKS, DEFAULT_CHECKS
from glossary.runner import check_bitext
from glossary.termbase import Termbase

FLAGGED = [(c, e) for c in ALL_CHECKS for e in c.flagged]
PASSED = [(c, e) for c in ALL_CHECKS for e in c.passed]


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda c: c.name)
def test_a_check_explains_itself(check):
    assert re.fullmatch("[a-z]+(-[a-z]+)*", check.name)
    assert check.summary.endswith(".")
    for question in ("What it does:", "Why it is bad:", "Example:", "Use instead:", "fix"):
        assert question in check.explanation
    assert check.flagged
    assert check.passed


@pytest.mark.parametrize(("check", "example"), FLAGGED, ids=lambda v: getattr(v, "name", ""))
def test_a_flagged_example_is_found_once_and_mended_by_its_fix(check, example):
    unit = TranslationUnit("u", example.source, example.target)
    termbase = Termbase.of(example.terms)
    (finding,) = found_in(unit, termbase, DEFAULT_CHECKS)
    assert finding.check == check.name
    if finding.fix:
        mended = unit.with_target(finding.fix.apply(unit.target))
        assert mended.target != unit.target
        assert found_in(mended, termbase, DEFAULT_CHECKS) == ()
        assert finding.fix.apply(mended.target) == mended.target


@pytest.mark.parametrize(("check", "example"), PASSED, ids=lambda v: getattr(v, "name", ""))
def test_a_passed_example_is_let_pass(check, example):
    unit = TranslationUnit("u", example.source, example.target)
    assert found_in(unit, Termbase.of(example.terms), (check,)) == ()


def found_in(unit, termbase, checks):
    """What a document of this unit alone shows."""
    return check_bitext(Bitext("", (unit,)), termbase, checks)
