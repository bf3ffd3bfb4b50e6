"""Figures that travel with their signatures."""

import pytest

from corpus.scoring import scores

MACHINE = ["三井物産E&Sはクレーンを造る。", "両国は協力する。"]
CORRECTED = ["三井E&Sはクレーンを造る。", "両国は協力する。"]


def test_equal_texts_score_100_and_0():
    chrf, ter = scores(CORRECTED, CORRECTED)
    assert (chrf.name, chrf.value) == ("chrF2", pytest.approx(100))
    assert (ter.name, ter.value) == ("TER", pytest.approx(0))


def test_two_characters_too_many_are_two_edits_among_the_characters_of_the_correction():
    chrf, ter = scores(MACHINE, CORRECTED)
    assert 70 < chrf.value < 100
    assert 0 < ter.value < 20


def test_signatures_say_how_the_figures_were_made():
    chrf, ter = scores(MACHINE, CORRECTED)
    assert "version:" in chrf.signature
    assert "asian:yes" in str(ter.signature)
