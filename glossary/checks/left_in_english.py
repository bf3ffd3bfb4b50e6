"""A clause that was not translated.

What it does: it looks for four or more English words in a row, ordinary ones among them, that stand
in the English as well; and for whole paragraphs without any Japanese. Names are let pass.
Why it is bad: the reader is left with half a sentence.
Example: 港は閉鎖され、and the ferries stayed in the north.
Use instead: a translation of the clause.
There is no fix: it has to be translated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.japanese import Language, language
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.neighbours import quoted
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "left-in-english"
_RUN = regex(r"[A-Za-z][A-Za-z'’-]*(?:,? [A-Za-z][A-Za-z'’-]*){3,}")
_ORDINARY = regex(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|that|which|who|is|are|was|were|be|been"
    r"|has|have|had|will|would|can|could|may|not|it|its|this|these|they|their|as|from|until|than)\b"
)
_FEWEST = 2
"""Ordinary words that make a clause of a row of words: a title may have one."""
_GLOSS = regex('[（(「『“"]\\s*$')


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Rows of English words."""
    unit = annotated.unit
    if unit.one_sided:
        return
    english = _plain(unit.source)
    for match in _RUN.finditer(unit.target):
        words = match[0]
        ordinary = len(_ORDINARY.findall(words))
        known = _plain(words) in english
        if (
            ordinary < _FEWEST
            or _is_name(words)
            or not known
            or _GLOSS.search(unit.target[: match.start()])
        ):
            continue
        whole = language(unit.target) is not Language.JAPANESE
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MAJOR,
            message=told("this is left in English: {}", quoted(words)),
            source=None,
            target=Span(0, len(unit.target)) if whole else Span(*match.span()),
            why=told("the same words stand in the English"),
        )
        if whole:
            return


def _is_name(words: str) -> bool:
    """Whether most words have a capital, as in the name of a body."""
    return 2 * sum(w[0].isupper() for w in words.split()) >= len(words.split())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", text.lower()))


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A clause or a paragraph is left in English.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The port was closed, and the ferries stayed in the north.",
            "港は閉鎖され、and the ferries stayed in the north。",
        ),
        Example("It is to be closed in the winter.", "It is to be closed in the winter."),
    ),
    passed=(
        Example(
            "He wrote The Old Man and the Sea in Cuba.",
            "彼はキューバで『The Old Man and the Sea』を書いた。",
        ),
        Example("The University of California agreed.", "University of Californiaは同意した。"),
        Example("The port was closed.", "港は閉鎖された。"),
    ),
)
