"""What is known of each file of a folder, and what they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.finding import Severity
from tui.inputs import encodings
from tui.language import later, retold, tr
from tui.reports.report import Unread
from tui.review.remedies import flaw_of, found_and_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.finding import Finding
    from tui.inputs import Input
    from tui.reports.report import Checked, Outcome
    from tui.review.remedies import Flaw
    from tui.review.session import ReviewSession


class Order(StrEnum):
    """By what files are sorted."""

    WORST = later("worst first")
    NAME = later("name")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the texts of its unit."""

    finding: Finding
    source: str
    target: str

    @property
    def english(self) -> str:
        """What it is about, as far as that is said."""
        return self.finding.source.of(self.source) if self.finding.source else ""

    @property
    def words(self) -> str:
        """What is found and what is wanted."""
        found, wanted = found_and_wanted(self.finding, self.target)
        return f"{found} >> {wanted}" if found and wanted else found or wanted


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file, or a pair of them, as far as it has been checked."""

    item: Input
    outcome: Outcome | None = None
    """What `taiyaku check` says of it; None: it is still waiting."""
    reviewed: tuple[Found, ...] | None = None
    """What was open when its review was closed, if it was opened in one since."""
    unwritten: int = 0
    """Paragraphs corrected in the workspace and not in a file yet."""
    untold: bool = False
    """Whether a person has confirmed or noted something that the file would have."""
    confirmed: bool = False
    """Whether a person has confirmed all of it."""

    @property
    def checked(self) -> Checked | None:
        return None if isinstance(self.outcome, Unread) else self.outcome

    @property
    def encodings(self) -> str:
        """In which the files are read, as `inputs.encodings` says."""
        return encodings(self.checked.bitext) if self.checked else ""

    @property
    def found(self) -> tuple[Found, ...]:
        """Open findings, as they are now."""
        if self.reviewed is not None or self.checked is None:
            return self.reviewed or ()
        units = self.checked.units()
        return tuple(
            Found(f, units[f.document, f.unit].source, units[f.document, f.unit].target)
            for f in self.checked.findings
        )

    @property
    def counts(self) -> Counter[Severity]:
        """The same by severity."""
        if self.reviewed is None and self.checked:
            return Counter(f.severity for f in self.checked.findings)
        return Counter(f.finding.severity for f in self.found)

    @property
    def paragraphs(self) -> int:
        return len(self.checked.bitext.units) if self.checked else 0

    @property
    def state(self) -> str:
        """In two words at the most."""
        if self.outcome is None:
            return tr("waiting")
        if isinstance(self.outcome, Unread):
            return tr("not read")
        if self.unwritten:
            return tr("{} to write", self.unwritten)
        if self.untold:
            return tr("to write")
        if self.confirmed:
            return tr("confirmed")
        if not any(self.counts.values()):
            return tr("clean")
        grave = self.counts.get(Severity.CRITICAL, 0) + self.counts.get(Severity.MAJOR, 0)
        return tr("to review") if grave else tr("minor only")

    @property
    def worst(self) -> str:
        """The gravest finding, or why the file was not read."""
        if isinstance(self.outcome, Unread):
            return retold(self.outcome.message)
        worst = max(self.found, key=lambda f: f.finding.severity.rank, default=None)
        if worst is None:
            return ""
        return f"{worst.finding.check}: {worst.words or retold(worst.finding.message)}"

    def after(self, session: ReviewSession) -> FileRow:
        """The row once the file has been in a review."""
        return replace(
            self,
            reviewed=tuple(
                Found(finding, unit.source, unit.target)
                for unit in map(session.unit, range(len(session)))
                for finding in unit.findings
            ),
            unwritten=session.unsaved,
            untold=session.untold,
            confirmed=session.confirmed >= session.to_review > 0,
        )


@dataclass(frozen=True, slots=True)
class Frequent:
    """What is found again and again."""

    words: str
    check: str
    count: int
    files: tuple[Input, ...]
    flaw: Flaw | None
    """What it is mended by; None where nothing can be mended at once."""


def frequent(rows: Sequence[FileRow], most: int = 50) -> tuple[Frequent, ...]:
    """The findings that are alike in all files, the most frequent first."""
    counts: Counter[tuple[str, ...]] = Counter()
    files: dict[tuple[str, ...], dict[Input, None]] = defaultdict(dict)
    known: dict[tuple[str, ...], tuple[str, str, Flaw | None]] = {}
    for row in rows:
        for each in row.found:
            flaw, check = flaw_of(each.finding, each.target), each.finding.check
            named = each.english.casefold() or each.finding.fingerprint
            key = tuple(map(str, flaw)) if flaw else (check, named)
            counts[key] += 1
            files[key][row.item] = None
            words = "  ".join(filter(None, (each.english, each.words)))
            known.setdefault(key, (words or each.finding.message, check, flaw))
    ranked = counts.most_common(most)
    return tuple(
        Frequent(known[key][0], known[key][1], count, tuple(files[key]), known[key][2])
        for key, count in ranked
    )


def names(items: Sequence[Input]) -> dict[Input, str]:
    """The inputs by names that tell them apart, without the folder that they all share."""
    parents = [Path(item.path).parent.parts for item in items]
    shared = 0
    for parts in zip(*parents, strict=False):
        if len(set(parts)) > 1:
            break
        shared += 1
    return {item: str(Path(*Path(item.path).parts[shared:])) for item in items}
