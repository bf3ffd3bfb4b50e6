"""Figures that travel with their signatures."""

import importlib.util
import json
import re
import subprocess
import sys

import pytest

from corpus.errors import BadContent
from corpus.extras import adding
from corpus.scoring import TER_LIMIT, TER_WORK, Measure, compared, paragraph_scores, scores, usual

MACHINE = ["三井物産E&Sはクレーンを造る。", "両国は協力する。"]
CORRECTED = ["三井E&Sはクレーンを造る。", "両国は協力する。"]


def test_equal_texts_score_100_and_0():
    chrf, bleu, ter = scores(CORRECTED, CORRECTED)
    assert (chrf.name, chrf.value) == ("chrF2", pytest.approx(100))
    assert (bleu.name, bleu.value) == ("BLEU", pytest.approx(100))
    assert (ter.name, ter.value) == ("TER", pytest.approx(0))


def test_two_characters_too_many_are_two_edits_among_the_characters_of_the_correction():
    chrf, bleu, ter = scores(MACHINE, CORRECTED)
    assert 70 < chrf.value < 100
    assert 70 < bleu.value < 100
    assert 0 < ter.value < 20


def test_signatures_say_how_the_figures_were_made():
    chrf, bleu, ter = scores(MACHINE, CORRECTED)
    assert "version:" in chrf.signature
    assert "tok:char" in bleu.signature
    assert "asian:yes" in str(ter.signature)


HAS_MECAB = importlib.util.find_spec("MeCab") is not None
FLAGS = {
    Measure.CHRF: ["-m", "chrf"],
    Measure.BLEU: ["-m", "bleu", "-tok", "char"],
    Measure.MECAB: ["-m", "bleu", "-tok", "ja-mecab"],
    Measure.TER: ["-m", "ter", "--ter-normalized", "--ter-asian-support"],
}


def sacrebleu(folder, corrected, machines, *flags):
    """What the command of sacreBLEU itself says of the same texts."""
    for name, texts in (("ref", corrected), *((str(n), m) for n, m in enumerate(machines))):
        (folder / name).write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    command = [sys.executable, "-m", "sacrebleu", "ref", "-i", *map(str, range(len(machines)))]
    run = subprocess.run(
        [*command, *flags, "-w", "4"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PATH": "", "PYTHONUTF8": "1"},
    )
    return run.stdout


@pytest.mark.parametrize("measure", Measure)
def test_scores_are_those_of_the_command_of_sacrebleu(measure, tmp_path):
    if measure is Measure.MECAB and not HAS_MECAB:
        pytest.skip("needs taiyaku[japanese]")
    said = json.loads(sacrebleu(tmp_path, CORRECTED, [MACHINE], *FLAGS[measure], "-f", "json"))
    (score,) = scores(MACHINE, CORRECTED, [measure])
    assert score.value == pytest.approx(said["score"], abs=1e-4)
    assert score.signature.split("|") == said["signature"].split("|")


def test_the_paired_bootstrap_is_that_of_the_command_of_sacrebleu(tmp_path):
    other = ["三井E&Sはクレーンを造る。", "両国は協力した。"]
    flags = [*FLAGS[Measure.CHRF], "--paired-bs", "-f", "text"]
    said = sacrebleu(tmp_path, CORRECTED, [MACHINE, other], *flags)  # its JSON fails here
    table = re.findall(r"([\d.]+) \(([\d.]+) ± ([\d.]+)\)", said)
    (p,) = re.findall(r"\(p = ([\d.]+)\)", said)
    first, second = (each for (each,) in compared([MACHINE, other], CORRECTED, [Measure.CHRF]))
    assert table == [
        tuple(f"{figure:.4f}" for figure in (s.value, s.mean, s.margin)) for s in (first, second)
    ]
    assert (first.p, f"{second.p:.4f}") == (None, p)


def test_bleu_over_words_says_which_extra_it_needs(monkeypatch):
    monkeypatch.setitem(sys.modules, "MeCab", None)
    monkeypatch.delitem(sys.modules, "sacrebleu.tokenizers.tokenizer_ja_mecab", raising=False)
    with pytest.raises(BadContent) as error:
        scores(MACHINE, CORRECTED, [Measure.MECAB])
    assert error.value.hint == adding("japanese")


def test_each_paragraph_has_its_own_scores():
    (changed, same) = paragraph_scores(MACHINE, CORRECTED)
    assert [score.value for score in same] == [pytest.approx(100), pytest.approx(100), 0]
    assert changed[0].value < 100 > changed[1].value
    assert changed[2].value == pytest.approx(100 * 2 / 8)  # a run of katakana is a word
    assert "eff:yes" in changed[1].signature


def test_ter_is_no_usual_measure_of_a_large_text_or_of_one_that_is_much_changed():
    assert Measure.TER in usual(TER_LIMIT, TER_WORK)
    for size in ((TER_LIMIT + 1, 0), (1, TER_WORK + 1)):
        assert usual(*size) == (Measure.CHRF, Measure.BLEU)
