"""How far the machine's text is from the corrected one, by sacreBLEU and with its signatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sacrebleu.metrics.base import Metric


@dataclass(frozen=True, slots=True)
class Score:
    """A figure that never travels without its signature."""

    name: str
    value: float
    """chrF: 0 to 100, more is nearer. TER: edits per 100 characters, less is nearer."""
    signature: str
    """sacreBLEU's own: two scores compare only where these are equal."""


def scores(machine: Sequence[str], corrected: Sequence[str]) -> tuple[Score, ...]:
    """chrF and TER of `machine` against `corrected`, paragraph by paragraph.

    Both must be as long as each other and not empty. TER counts characters of Japanese as words
    (`asian_support`) and takes time that grows with the square of a paragraph.
    """
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    metrics: tuple[Metric, ...] = (CHRF(), TER(normalized=True, asian_support=True))
    return tuple(_score(metric, machine, corrected) for metric in metrics)


def _score(metric: Metric, machine: Sequence[str], corrected: Sequence[str]) -> Score:
    result = metric.corpus_score(machine, [corrected])
    return Score(result.name, result.score, str(metric.get_signature()))
