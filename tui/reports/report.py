"""What a report is, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO

    from corpus.bitext import Bitext, TranslationUnit
    from glossary.finding import Finding
    from tui.background import Background


@dataclass(frozen=True, slots=True)
class Checked:
    """A bitext with its findings, in the order of `glossary.runner.check_bitext`."""

    bitext: Bitext
    findings: tuple[Finding, ...]
    held: int = 0
    """How many more there are that a person has ignored, or that a baseline knows."""
    glossary: str = ""
    """What the terms said that it was judged with, as `Termbase.digest`."""
    background: Background | None = None
    """Only where a `thorough` report asked for it."""

    def units(self) -> dict[tuple[str | None, str], TranslationUnit]:
        """By document and id, as findings name them."""
        return {(u.document, u.id): u for u in self.bitext.units}


def by_file(results: Iterable[Checked]) -> Iterator[tuple[str, list[Checked]]]:
    """The results under the name of their file; a large file has several, one after the other."""
    for name, parts in groupby(results, key=lambda result: result.bitext.name):
        yield name, list(parts)


@dataclass(frozen=True, slots=True)
class Report:
    """One value of `--format`: writes what was checked, as it comes."""

    name: str
    summary: str
    write: Callable[[Iterable[Checked], TextIO], None]
    thorough: bool = False
    """Whether it tells more than the findings (`Checked.background`)."""
