"""Every check keeps what its own file promises."""

from __future__ import annotations

import re
from itertools import zip_longest

import pytest

from corpus.bitext import Bitext, TranslationUnit
from glossary.checks import ALL_CHECKS
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
    units = paragraphs(example)
    termbase = Termbase.of(example.terms)
    in_force = tuple(c for c in ALL_CHECKS if c.default or c is check)
    (finding,) = check_bitext(Bitext("", units), termbase, in_force)
    assert finding.check == check.name
    if finding.fix:
        at = [u.id for u in units].index(finding.unit)
        mended = units[at].with_target(finding.fix.apply(units[at].target))
        assert mended.target != units[at].target
        whole = (*units[:at], mended, *units[at + 1 :])
        assert check_bitext(Bitext("", whole), termbase, in_force) == ()
        assert finding.fix.apply(mended.target) == mended.target


@pytest.mark.parametrize(("check", "example"), PASSED, ids=lambda v: getattr(v, "name", ""))
def test_a_passed_example_is_let_pass(check, example):
    bitext = Bitext("", paragraphs(example))
    assert check_bitext(bitext, Termbase.of(example.terms), (check,)) == ()


def paragraphs(example):
    """The document of an example."""
    texts = zip(example.source.split("\n\n"), example.target.split("\n\n"), strict=True)
    return tuple(
        TranslationUnit(f"u{n}", *pair, codes=example.codes, state=state)
        for n, (pair, state) in enumerate(zip_longest(texts, example.states))
    )


def test_a_figure_that_is_the_same_in_both_languages_is_not_explained_by_itself():
    unit = TranslationUnit("a", "The plant has 30 reactors.", "その工場には原子炉が12基ある。")
    (finding,) = check_bitext(Bitext("", (unit,)), Termbase.of(()))
    assert finding.message == "30 in the English, 12 in the Japanese"
