"""What is told of the term under the cursor: where it is kept, its doubts, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.display.context import in_view
from tui.display.linebreak import cells
from tui.language import later, retold, tr
from tui.terminology.entry import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.review.session import ReviewSession
    from tui.terminology.desk import Desk
    from tui.terminology.entry import Entry, Uses

_NOTHING = (
    later("No terms yet."),
    "",
    later("+ adds one, o imports a file, c shows what the text suggests;"),
    later("in the review, t makes one of a finding or a correction."),
)


def detail(desk: Desk, entry: Entry | None, use: int, width: int) -> list[str]:
    """Six lines about an entry, the one at place `use` of its uses spelled out."""
    if entry is None:
        return [*map(tr, _NOTHING)]
    session = desk.books.session
    uses = opened_uses(entry.uses)
    lines = [
        _title(desk, entry),
        _terms(entry),
        _standing(entry),
        used_in(uses, set(entry.uses.open), use, width) if session else "",
    ]
    if session and uses:
        at = uses[use % len(uses)]
        english = [term.text for term in entry.concept.source]
        japanese = _marked(session, at, entry) or [term.text for term in entry.concept.target]
        lines += spelled_out(session, at, english, japanese, width)
    return lines


def opened_uses(uses: Uses) -> tuple[int, ...]:
    """The units in which it is used, those with open findings first."""
    return (*sorted(uses.open), *(at for at in uses.here if at not in set(uses.open)))


def used_in(uses: Sequence[int], open_: set[int], use: int, width: int) -> str:
    """`used in >4* 6* 9`: the numbers of the units, as many as there is room for."""
    if not uses:
        return tr("used nowhere in this document")
    said = tr("used in")
    at = use % len(uses)
    first = max(0, at - 8)
    for number, unit in enumerate(uses[first:], first):
        more = f" {'>' if number == at else ''}{unit + 1}{'*' if unit in open_ else ''}"
        if cells(said + more) > width - 24:
            said += tr(" and {} more", len(uses) - number)
            break
        said += more
    return said + (tr("   * open finding") if open_ else "")


def spelled_out(
    session: ReviewSession, at: int, english: Sequence[str], japanese: Sequence[str], width: int
) -> list[str]:
    """Both sides of a unit, around these words."""
    unit = session.unit(at)
    return [
        f"EN  {in_view(unit.source, english, width - 4)}",
        f"JA  {in_view(unit.target, japanese, width - 4)}",
    ]


def _marked(session: ReviewSession, at: int, entry: Entry) -> list[str]:
    """The Japanese that is found wrong about an entry in a unit."""
    unit = session.unit(at)
    return [
        finding.target.of(unit.target)
        for finding in unit.findings
        if finding.concept == entry.concept.id and finding.target
    ]


def _title(desk: Desk, entry: Entry) -> str:
    said = [entry.english, tr(entry.concept.kind.value), tr("kept in {}", entry.place)]
    if entry.own:
        said.append(tr("approved") if entry.approved else tr("not approved yet"))
        session = desk.books.session
        key, numbers = desk.unit_of(entry), range(len(session) if session else 0)
        at = next((n for n in numbers if session and session.unit(n).key == key), None)
        said += [tr("found in paragraph {}", at + 1)] if at is not None else []
    if entry.concept.source[0].case_sensitive:
        said.append(tr("only in these letters"))
    return "   ".join(said)


def _terms(entry: Entry) -> str:
    concept = entry.concept
    said = [tr("write {}", concept.preferred)]
    said += [tr("also right {}", ", ".join(concept.accepted[1:]))] if concept.accepted[1:] else []
    said += [tr("wrong {}", ", ".join(concept.deprecated))] if concept.deprecated else []
    said += [tr("beside {}", ", ".join(concept.context))] if concept.context else []
    said += [tr("note: {}", concept.note)] if concept.note else []
    return "   ".join(said)


def _standing(entry: Entry) -> str:
    """What contradicts it, or what it outranks, or why it cannot be changed."""
    if entry.doubts:
        return "!! " + "; ".join(map(retold, entry.doubts))
    if entry.overruled:
        return tr("overruled by {}, and not heard", entry.overruled)
    if entry.overrules:
        return tr("outranks {}", "; ".join(entry.overrules))
    if entry.mark is Mark.FILE:
        return tr("{} is only read here; Enter makes a term of your own above it", entry.place)
    return ""
