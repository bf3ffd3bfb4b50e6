"""How much a paragraph says, in English letters, so that the two sides can be compared.

A kanji carries more than a kana; weighing the scripts apart (least squares over published
translations) halves the variance that plain character counts have.
"""

from __future__ import annotations

from corpus.patterns import regex

_SPACE = regex(r"\s+")
_SCRIPTS = (
    (regex("[\u3400-\u9fff々]"), 3.3),
    (regex("[ぁ-ん]"), 1.2),
    (regex("[ァ-ヺー]"), 1.5),
)
_OTHER = 0.9


def english_size(text: str) -> float:
    """Letters and marks of an English text, white space left out."""
    return float(len(_SPACE.sub("", text)))


def japanese_size(text: str) -> float:
    """The number of English letters that say what a Japanese text says."""
    rest = len(_SPACE.sub("", text))
    size = 0.0
    for script, weight in _SCRIPTS:
        count = len(script.findall(text))
        size += weight * count
        rest -= count
    return size + _OTHER * rest


def precision(size: float) -> float:
    """The inverse variance of the log ratio of a true pair whose smaller side has this size."""
    return 1 / (0.015 + 1.2 / (size + SMOOTHING))


SMOOTHING = 3.0
"""Letters added to both sides before the ratio is taken, for the sake of very short texts."""
