"""What a fix does in all places where it applies, before it does it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding

from tui.display.changes import changes, mended
from tui.display.counted import counted
from tui.display.linebreak import lines, padded, shortened
from tui.display.printable import flat
from tui.language import retold, tr
from tui.screens.prompt import Prompt
from tui.screens.ticking import Ticking
from tui.widgets.lines import RULE, Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary.finding import Finding
    from tui.review.remedies import Place

_CONTEXT = 12


class EverywhereScreen(Ticking):
    """One row a paragraph with a tick; calls `done` with the ticked ones, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", show=False),
        Binding("f5,ctrl+s", "apply", show=False),
    ]

    DEFAULT_CSS = """
    EverywhereScreen Rows { height: 1fr; }
    EverywhereScreen #effect { height: 6; }
    """

    def __init__(
        self,
        places: Sequence[Place],
        sources: Sequence[str],
        new_findings: Callable[[Place], tuple[Finding, ...]],
        done: Callable[[list[Place]], None],
    ) -> None:
        super().__init__([not place.held for place in places])
        self._fix = places[0].fixes[0]
        self._places = list(places)
        self._sources = sources
        self._new_findings = new_findings
        self._done = done

    def compose(self) -> ComposeResult:
        yield Lines(lambda: [self._heading])
        yield Lines([""], id="counts")
        yield Rows()
        yield Lines([RULE])
        yield Lines([""] * 6, id="effect")
        yield Lines([""], id="message")
        yield Lines(
            lambda: [tr(" Space tick  a all  x none  e edit  Enter apply (one step)  Esc cancel")]
        )

    @property
    def _heading(self) -> Text:
        title = tr(" Apply everywhere   {} >> {}", self._fix.found, self._fix.replacement)
        return Text(flat(title), "bold")

    def on_rows_chosen(self) -> None:
        self.action_apply()

    def action_edit(self) -> None:
        place = self._places[self.at]
        title = tr("What paragraph {} is to be", place.number)
        self.app.push_screen(
            Prompt(title, place.after, tr("Enter keep   Esc cancel")), self._edited
        )

    def _edited(self, text: str | None) -> None:
        if text:
            self._places[self.at] = replace(self._places[self.at], after=text, fixes=())
            self.ticks[self.at] = True
            self.draw()

    def action_apply(self) -> None:
        self.app.pop_screen()
        self._done(self.ticked(self._places))

    def draw(self) -> None:
        width = max(40, self.size.width)
        rows = self.query_one(Rows)
        rows.show([shortened(self._row(at), width - 2) for at in range(len(self._places))])
        held = sum(p.held for p in self._places)
        counts = self.count()
        counts += tr(", {} confirmed by a person and held back", held) if held else ""
        self.query_one("#counts", Lines).show([counts])
        place = self._places[rows.cursor]
        new = self._new_findings(place)
        said = f" ({'; '.join(flat(retold(f.message)) for f in new)})" if new else ""
        shown = [
            *_labelled("EN", self._sources[rows.cursor], width, 2),
            *_labelled(tr("after"), place.after, width, 3),
            shortened(tr(" After it: {}", counted(len(new), "new finding")) + said, width),
        ]
        self.query_one("#effect", Lines).show([*shown, *[""] * (6 - len(shown))])

    def _row(self, at: int) -> str:
        place = self._places[at]
        held = "  " + tr("confirmed") if place.held else ""
        if place.fixes:
            shown = mended(place.before, place.fixes, _CONTEXT)
        else:
            shown = changes(place.before, place.after)
        return f"{self.sign(at)} {place.number:>4}{held}  {shown}"


def _labelled(label: str, text: str, width: int, most: int) -> list[str]:
    shown = flat(text)
    rows = [span.of(shown) for span in lines(shown, width - 8)]
    if len(rows) > most:
        rows[most - 1] = shortened("".join(rows[most - 1 :]), width - 8)
    return [f" {padded(label if at == 0 else '', 6)}{row}" for at, row in enumerate(rows[:most])]
