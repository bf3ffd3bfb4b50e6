"""How far a machine's text is from the corrected one, by sacreBLEU and with its signatures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from corpus.errors import BadContent
from corpus.extras import adding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sacrebleu.metrics.base import Metric

SAMPLES: Final = 1000
"""How often the paragraphs are drawn again for an interval; sacreBLEU's own number."""
TER_LIMIT: Final = 200_000
"""Characters of a text for which TER, slow as it is, is still worth the wait unasked."""
TER_WORK: Final = 500_000
"""The same for changed characters times the length of their paragraph, summed up: what is merely
touched up is quick, while this much may take half a minute."""


class Measure(StrEnum):
    """A metric as it is asked for."""

    CHRF = "chrf"
    """0 to 100, more is nearer."""
    BLEU = "bleu"
    """The same, over characters."""
    MECAB = "bleu-mecab"
    """The same, over the words that MeCab sees; needs the extra `japanese`."""
    TER = "ter"
    """Edits per 100 characters, less is nearer."""


USUAL: Final = (Measure.CHRF, Measure.BLEU, Measure.TER)


@dataclass(frozen=True, slots=True)
class Score:
    """A figure that never travels without its signature."""

    name: str
    value: float
    signature: str
    """sacreBLEU's own: two scores compare only where these are equal."""
    mean: float | None = None
    """Over the samples, where they were drawn."""
    margin: float | None = None
    """The interval of 95 of 100 samples is `mean` plus or minus this."""
    p: float | None = None
    """How likely a difference as large as that to the first system is by chance alone."""


def usual(characters: int, work: int) -> tuple[Measure, ...]:
    """What is measured unasked in texts of so many characters: TER only up to `TER_LIMIT`, and
    where the `work` is no more than `TER_WORK`."""
    slow = characters > TER_LIMIT or work > TER_WORK
    return tuple(m for m in USUAL if m is not Measure.TER or not slow)


def scores(
    machine: Sequence[str], corrected: Sequence[str], measures: Sequence[Measure] = USUAL
) -> tuple[Score, ...]:
    """The scores of `machine` against `corrected`, in the order of the `measures`.

    Both must be as long as each other and not empty. TER counts characters of Japanese as words
    (`asian_support`) and takes time that grows with the square of a paragraph. Raises BadContent
    for a measure that needs an extra which is not installed.
    """
    found = []
    for measure in measures:
        metric = _metric(measure)
        result = metric.corpus_score(machine, [corrected])
        found.append(Score(result.name, result.score, str(metric.get_signature())))
    return tuple(found)


def paragraph_scores(
    machine: Sequence[str], corrected: Sequence[str], measures: Sequence[Measure] = USUAL
) -> list[tuple[Score, ...]]:
    """The scores of each paragraph by itself; BLEU counts only the orders that it is long enough
    for (`eff:yes`). Raises as `scores`."""
    metrics = [_metric(measure, alone=True) for measure in measures]
    rows = []
    for one, other in zip(machine, corrected, strict=True):
        results = [(m.sentence_score(one, [other]), m) for m in metrics]
        rows.append(tuple(Score(r.name, r.score, str(m.get_signature())) for r, m in results))
    return rows


def compared(
    systems: Sequence[Sequence[str]],
    corrected: Sequence[str],
    measures: Sequence[Measure] = USUAL,
    samples: int = SAMPLES,
) -> list[tuple[Score, ...]]:
    """The scores of each system with intervals from a bootstrap, and of all but the first with
    `p` from a paired one. Raises as `scores`."""
    from sacrebleu.significance import PairedTest

    named = [(str(number), texts) for number, texts in enumerate(systems)]
    by_measure = []
    for measure in measures:  # one by one: the test knows metrics by a name that two may share
        test = PairedTest(
            named, {measure.value: _metric(measure)}, [corrected], "bs", n_samples=samples
        )
        signatures, found = test()
        ((name, signature),) = signatures.items()
        by_measure.append(
            [
                Score(
                    name, r.score, str(signature), _plain(r.mean), _plain(r.ci), _plain(r.p_value)
                )
                for r in found[name]
                if not isinstance(r, str)
            ]
        )
    return [tuple(each) for each in zip(*by_measure, strict=True)]


def _plain(value: float | None) -> float | None:
    return None if value is None else float(value)


def _metric(measure: Measure, *, alone: bool = False) -> Metric:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    if measure is Measure.CHRF:
        return CHRF()
    if measure is Measure.TER:
        return TER(normalized=True, asian_support=True)
    if measure is Measure.BLEU:
        return BLEU(tokenize="char", effective_order=alone)
    try:
        return BLEU(tokenize="ja-mecab", effective_order=alone)
    except (RuntimeError, ImportError) as error:
        raise BadContent("BLEU over words needs the extra japanese", adding("japanese")) from error
