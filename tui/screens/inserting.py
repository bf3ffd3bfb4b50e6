"""The commands of the editor that put something where the cursor is: terms, tags, variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.display.codes import codes_said
from tui.display.linebreak import cells, shortened
from tui.language import tr
from tui.review.insertable import insertable
from tui.review.mentioned import mentioned
from tui.screens.insert_term import InsertTermDialog
from tui.screens.talking import TalkingScreen
from tui.widgets.editor import JapaneseEditor
from tui.widgets.footer import KeysFooter
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from tui.review.insertable import Insertable
    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView


class Inserting(TalkingScreen):
    """A part of the screen with the editor."""

    _session: ReviewSession
    _judged: UnitView
    """The unit with what is in the editor."""
    _lost: tuple[Insertable, ...] = ()
    """What was missing a moment ago."""

    @property
    def editor(self) -> JapaneseEditor:
        return self.query_one(JapaneseEditor)

    def action_insert_term(self) -> None:
        terms = mentioned(self._session.annotated())
        if terms:
            self.app.push_screen(InsertTermDialog(terms), self._insert)
        else:
            self.say(tr("No term of the glossary is mentioned here"), tr("^t adds one"))

    def action_insert_code(self) -> None:
        gone = self._missing
        if not gone:
            self.say(tr("No tag and no variable is missing here"))
            return
        self.editor.type_in(gone[0].text)
        self.say(tr("Inserted: {}", gone[0].said), tr("^z takes it back"))

    @property
    def _missing(self) -> tuple[Insertable, ...]:
        """What the English has for machines that is not in the editor."""
        unit = self._judged
        return tuple(insertable(unit.source, self.editor.japanese, unit.codes))

    def _insert(self, japanese: str | None) -> None:
        if japanese is not None:
            self.editor.type_in(japanese)

    def _say_lost(self) -> None:
        """Say so where a tag or a variable was there a moment ago."""
        gone = [each for each in self._missing if each not in self._lost]
        self._lost = self._missing
        if gone:
            self.say(tr("{} is missing", gone[0].said), tr("F6 inserts it"))
        self._draw_codes()

    def _draw_codes(self) -> None:
        """What the marks stand for, that at the cursor first, or else what is missing; the key
        where something is."""
        text, at, gone = self.editor.japanese, self.editor.caret, self._missing
        codes = self._judged.codes
        named = gone[0].text if gone and codes else gone[0].said if gone else ""
        key = tr("F6 insert {}", named) if gone else ""
        said = tr(" Tags   {}", codes_said(codes, text[max(0, at - 1) : at + 1]))
        if not codes:
            said = tr(" Lost   {}", "   ".join(each.said for each in gone))
        shown = shortened(said, max(40, self.size.width) - cells(key) - 4)
        self.query_one("#codes", Lines).show([f"{shown}   {key}"] if codes or gone else [])
        usable = [c for c in self.commands if gone or c.action != "insert_code"]
        self.query_one(KeysFooter).show_commands(usable)
