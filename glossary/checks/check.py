"""What a check is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from corpus.bitext import InlineCode, State
    from glossary.concept import Concept
    from glossary.finding import Finding, Severity
    from glossary.rendering import AnnotatedUnit


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of texts that a check must flag, or must let pass.

    Blank lines part paragraphs, as many on both sides.
    """

    source: str
    target: str
    terms: tuple[Concept, ...] = ()
    """The termbase that the example needs."""
    codes: tuple[InlineCode, ...] = ()
    """What the marks in its texts stand for."""
    states: tuple[State, ...] = ()
    """What a file would say of its paragraphs."""


@dataclass(frozen=True, slots=True)
class Check:
    """One flaw, how to find it, and texts with and without it."""

    name: str
    """Lower case with hyphens, so that it reads well after "allow"."""
    severity: Severity
    """The usual one; a finding may have another."""
    summary: str
    """One line for lists."""
    explanation: str
    """What it does, why it is bad, an example, what to use instead, whether the fix is safe."""
    find: Callable[[AnnotatedUnit], Iterable[Finding]]
    """Findings without fingerprint and document: the runner fills them in."""
    flagged: tuple[Example, ...]
    passed: tuple[Example, ...]
    across: Callable[[Sequence[AnnotatedUnit]], Iterable[Finding]] | None = None
    """Findings that need all units of one document, in reading order, one-sided ones included."""
    beyond: bool = False
    """Whether `across` is given paragraphs of earlier statements as well, before the units."""
    by_terms: bool = False
    """Whether it goes by `AnnotatedUnit.renderings` that are not right, or by the right ones of one
    concept in a document that differ: units that `glossary.settled` leaves out have none."""
    default: bool = True
    """Whether it is on unless somebody turns it off; else it runs only where it is asked for."""
