"""The findings of one unit: what is wrong, why, what was found and what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tui.display.codes import codes_said
from tui.display.counted import counted
from tui.display.linebreak import cells, lines, shortened
from tui.display.printable import flat
from tui.language import later, retold, tr
from tui.review.remedies import found_and_wanted
from tui.review.unit import LETTERS, Doubt
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.finding import Finding
    from tui.review.mentioned import Mentioned
    from tui.review.unit import UnitView


_DOUBTS = {
    Doubt.FUZZY: later("fuzzy in the file"),
    Doubt.NEEDS_REVIEW: later("to be reviewed in the file"),
}
_ROOMY = 6
"""Rows from which on the context and the notes of a unit have a line each."""


class FindingsPane(Lines):
    """Follows the cursor; the finding that commands are about is spelled out."""

    rows = 8
    """Lines of the pane, its title included."""

    def resize_to(self, rows: int) -> None:
        """Take so many lines of the screen, from the next `show_unit` on."""
        self.rows = rows
        self.styles.height = rows

    def show_unit(
        self,
        unit: UnitView,
        pick: int,
        places: int = 0,
        past: str | None = None,
        terms: Sequence[Mentioned] = (),
    ) -> None:
        """Show the findings of a unit; `places` is how many units the picked one's fix mends.

        What was noted on it, how its text was corrected before, and its terms have the rest
        of the room.
        """
        width = max(20, self.size.width)
        rows = [_title(unit, width)]
        for number, finding in enumerate(unit.findings):
            head = _row(unit, finding, number, number == pick)
            rows.append(Text(shortened(head, width), "bold" if number == pick else ""))
            if number == pick:
                rows += _spelled_out(finding, width, places)
        picked = pick + 1 if unit.findings else 0
        # The title stays; of many findings those around the picked one are shown.
        first = max(0, min(picked - 1, len(rows) - self.rows))
        shown = [rows[0], *rows[1 + first :]]
        notes = [f" m  {flat(unit.comment)}"] if unit.comment else []
        notes += _told(unit, together=self.rows < _ROOMY)
        if past is not None:
            notes.append(tr(" p  corrected before as  {}", flat(past)))
        elif unit.alternative is not None:
            notes.append(tr(" p  the file also has  {}", flat(unit.alternative)))
        below = self.rows - len(notes)
        shown[below:below] = [Text(shortened(note, width)) for note in notes]
        if unit.codes and len(shown) < self.rows:
            said = tr(" Tags   {}", codes_said(unit.codes))
            shown.append(Text(shortened(said, width)))
        if terms and len(shown) < self.rows - 1:
            shown += [Text(""), *_terms(terms, width, self.rows - 1 - len(shown))]
        self.show(shown[: self.rows])


def _told(unit: UnitView, *, together: bool) -> list[str]:
    """What the file says of a unit: what tells it from others, and what is noted on it."""
    notes = " / ".join(note for note in unit.notes if note != unit.comment)
    context = [tr(" Context  {}", flat(unit.context))] if unit.context else []
    one = [tr(" For one  {}", flat(unit.singular))] if unit.singular else []
    noted = [tr(" Note   {}", flat(notes))] if notes else []
    parted = [[*context, *one, *noted]] if together else [[*context, *one], noted]
    return ["  ".join(said) for said in parted if said]


def _terms(terms: Sequence[Mentioned], width: int, room: int) -> list[Text]:
    """The terms by their numbers, in as many lines as there is room for."""
    # A number stays with its term.
    said = "   ".join(f"{n}\u00a0{flat(term.words)}" for n, term in enumerate(terms, 1))
    text = tr(" Terms  {}", said)
    rows = [span.of(text).replace("\u00a0", " ") for span in lines(text, width - 2)]
    if len(rows) > room:
        rows[room - 1 :] = [shortened("".join(rows[room - 1 :]), width - 2)]
    return [Text(f" {row.strip()}") for row in rows]


def _title(unit: UnitView, width: int) -> Text:
    said = tr("{} open", len(unit.findings)) if unit.findings else tr("nothing open")
    said += tr(", {} ignored", len(unit.ignored)) if unit.ignored else ""
    said += tr(", final in the file") if unit.final else ""
    said += tr(", ") + tr(_DOUBTS[unit.doubted]) if unit.doubted else ""
    title = tr(" Findings in {}: {} ", unit.number, said)
    return Text(title + "-" * max(0, width - cells(title)))


def _row(unit: UnitView, finding: Finding, number: int, picked: bool) -> str:
    parts = [f"{'>' if picked else ' '}{number + 1} {LETTERS[finding.severity]} {finding.check}"]
    found, wanted = found_and_wanted(finding, unit.target)
    if found and wanted:
        parts.append(f"{found} >> {wanted}")
    elif found or wanted:
        parts.append(tr("found {}", found) if found else tr("want {}", wanted))
    if finding.source:
        parts.append(finding.source.of(unit.source))
    return flat("  ".join(parts))


def _spelled_out(finding: Finding, width: int, places: int) -> list[Text]:
    said = [retold(finding.message), tr("why: {}", retold(finding.why)) if finding.why else ""]
    if len(finding.suggestions) > 1:
        said.append(tr("or: {}  (s)", " / ".join(finding.suggestions[1:5])))
    if places > 1:
        said.append(tr("the same fix in {}: A", counted(places, "paragraph")))
    rows = []
    for text in map(flat, filter(None, said)):
        told = [span.of(text) for span in lines(text, width - 6)]
        told[1:] = [shortened("".join(told[1:]), width - 6)] if told[1:] else []
        rows += [Text(" " * 5 + row) for row in told]
    return rows
