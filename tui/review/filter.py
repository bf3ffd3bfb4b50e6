"""Which units a person wants to see: by severity, by check, by state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from glossary.finding import Severity
from tui.language import later, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.review.unit import UnitView


class State(StrEnum):
    """What can be said of a unit besides its findings."""

    UNRESOLVED = later("unresolved")
    UNCONFIRMED = later("unconfirmed")
    CONFIRMED = later("confirmed")
    CHANGED = later("changed")
    CARRIED = later("carried over")
    DOUBTED = later("to be reviewed in the file")
    COMMENTED = later("commented")
    IGNORED = later("with ignored findings")
    DOUBTFUL = later("doubtful link")
    ONE_SIDED = later("in one language only")


@dataclass(frozen=True, slots=True)
class Kind:
    """All of a unit that can be filtered by."""

    states: frozenset[State]
    severities: frozenset[Severity]
    checks: frozenset[str]
    """Their names, of those that have found something."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Lets a unit through that has one of each kind of which any is named."""

    states: frozenset[State] = frozenset()
    severities: frozenset[Severity] = frozenset()
    checks: frozenset[str] = frozenset()

    def lets_through(self, kind: Kind) -> bool:
        return (
            (not self.states or not self.states.isdisjoint(kind.states))
            and (not self.severities or not self.severities.isdisjoint(kind.severities))
            and (not self.checks or not self.checks.isdisjoint(kind.checks))
        )

    @property
    def words(self) -> str:
        """What it is, for a person."""
        groups = (self.states, self.severities, self.checks)
        said = [tr(" or ").join(map(tr, sorted(group))) for group in groups if group]
        return tr(", ").join(said) or tr("all")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by, and how many units it is true of."""

    what: State | Severity | str
    """A name of a check, where it is neither a state nor a severity."""
    count: int


def states(unit: UnitView) -> frozenset[State]:
    """All that can be said of a unit."""
    confirmed = unit.status is UnitStatus.CONFIRMED
    said = {
        State.UNRESOLVED: unit.unresolved,
        State.UNCONFIRMED: not confirmed and not unit.one_sided,
        State.CONFIRMED: confirmed,
        State.CHANGED: unit.changed,
        State.CARRIED: unit.carried,
        State.DOUBTED: unit.doubted is not None,
        State.COMMENTED: bool(unit.comment),
        State.IGNORED: bool(unit.ignored),
        State.DOUBTFUL: unit.doubtful,
        State.ONE_SIDED: unit.one_sided,
    }
    return frozenset(state for state, true in said.items() if true)


def kind(unit: UnitView) -> Kind:
    """All of a unit that can be filtered by."""
    found = unit.findings
    return Kind(
        states(unit), frozenset(f.severity for f in found), frozenset(f.check for f in found)
    )


def choices(kinds: Iterable[Kind]) -> tuple[Choice, ...]:
    """All there is to filter by: states, severities from the worst, checks from the commonest."""
    said: Counter[State] = Counter()
    severities: Counter[Severity] = Counter()
    checks: Counter[str] = Counter()
    for each, count in Counter(kinds).items():
        said.update(dict.fromkeys(each.states, count))
        severities.update(dict.fromkeys(each.severities, count))
        checks.update(dict.fromkeys(each.checks, count))
    return (
        *(Choice(state, said[state]) for state in State if said[state]),
        *(Choice(s, severities[s]) for s in reversed(Severity) if severities[s]),
        *(Choice(check, count) for check, count in checks.most_common()),
    )


def chosen(ticked: Iterable[State | Severity | str]) -> Filter:
    """The filter that asks for all that is ticked."""
    ticked = tuple(ticked)
    return Filter(
        frozenset(t for t in ticked if isinstance(t, State)),
        frozenset(t for t in ticked if isinstance(t, Severity)),
        frozenset(t for t in ticked if not isinstance(t, State | Severity)),
    )
