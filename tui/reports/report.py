"""What a report is, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from corpus.bitext import Bitext, TranslationUnit
    from glossary.finding import Finding
    from tui.reports.appraisal import Appraisal


@dataclass(frozen=True, slots=True)
class Checked:
    """A bitext with its findings, in the order of `glossary.runner.check_bitext`."""

    bitext: Bitext
    findings: tuple[Finding, ...]
    held: int = 0
    """How many more there are that a person has ignored, or that a baseline knows."""
    glossary: str = ""
    """What the terms said that it was judged with, as `Termbase.digest`."""
    appraisal: Appraisal | None = None
    """Only where a `thorough` report asked for it."""

    @property
    def name(self) -> str:
        """Of the file; of a pair the Japanese one."""
        return self.bitext.name

    def units(self) -> dict[tuple[str | None, str], TranslationUnit]:
        """By document and id, as findings name them."""
        return {(u.document, u.id): u for u in self.bitext.units}


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, or not to its end, with what is said of it."""

    name: str
    message: str
    hint: str


Outcome: TypeAlias = Checked | Unread
"""What becomes of an input, or of a stretch of a large one."""


def readable(outcomes: Iterable[Outcome]) -> Iterator[Checked]:
    """Those that could be read."""
    return (outcome for outcome in outcomes if isinstance(outcome, Checked))


def by_file(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, list[Checked], Unread | None]]:
    """What was checked of each file, a large one in several stretches, and why the rest was not."""
    for name, parts in groupby(outcomes, key=lambda outcome: outcome.name):
        found = list(parts)
        unread = next((part for part in found if isinstance(part, Unread)), None)
        yield name, list(readable(found)), unread


@dataclass(frozen=True, slots=True)
class Report:
    """One value of `--format`: writes what was checked, as it comes."""

    name: str
    summary: str
    write: Callable[[Iterable[Outcome], TextIO], None]
    """What could not be read is in every form that has a place for it, and always on stderr."""
    coloured: bool = False
    """Whether it has colours for a terminal; it lets nothing of a text through that steers one."""
    thorough: bool = False
    """Whether it tells more than the findings (`Checked.appraisal`)."""
