"""The commands that mend a paragraph and say what becomes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from glossary.checks import placeholder_lost
from tui.display.counted import counted
from tui.display.steps import walked
from tui.language import tr
from tui.review.insertable import insertable
from tui.review.lessons import NOTHING, lesson
from tui.review.remedies import remedy, turns
from tui.screens.add_term import add_term
from tui.screens.edit import EditScreen
from tui.screens.everywhere import EverywhereScreen
from tui.screens.prompt import Prompt
from tui.screens.selecting import Selecting

if TYPE_CHECKING:
    from glossary.finding import Finding
    from tui.review.remedies import Place


class Mending(Selecting):
    """A part of the review screen."""

    def action_apply(self) -> None:
        unit, found = self.session.unit(), self.session.finding
        if found is None:
            self.say(tr("Nothing is open here"), tr("n goes to the next finding"))
        elif remedy(found, unit.target) is None:
            self.say(tr("There is no fix to apply"), self._by_hand(found))
        elif self.change(self.session.apply):
            taught = lesson(self.session, self.session.unit(), None) != NOTHING
            rule = tr(", t makes it a rule") if taught else ""
            self.say(tr("Mended"), tr("u takes it back, n goes on{}", rule))

    def _by_hand(self, found: Finding) -> str:
        """What helps where there is no fix."""
        unit = self.session.unit()
        if found.check == placeholder_lost.NAME and insertable(
            unit.source, unit.target, unit.codes
        ):
            return tr("e edits, F6 in the editor inserts what is lost")
        return (
            tr("e edits, F2 in the editor inserts a term") if found.suggestions else tr("e edits")
        )

    def action_other_suggestion(self) -> None:
        if self.session.other_suggestion():
            self.draw()
        else:
            self.say(tr("There is no other suggestion"), tr("e edits the Japanese"))

    def action_everywhere(self) -> None:
        places = self.session.places()
        if not places:
            self.say(tr("There is no fix that could be applied everywhere"))
            return
        sources = [self.session.bitext.units[p.number - 1].source for p in places]
        self.app.push_screen(
            EverywhereScreen(places, sources, self.session.new_findings, self._apply_everywhere)
        )

    def action_edit(self) -> None:
        if self.may_write():
            self.say("")
            self.app.push_screen(EditScreen(self.session), lambda _: self.show_all())

    def action_ignore(self) -> None:
        if self.on_selected(self.session.ignore_all, tr("Ignored from now on"), "finding"):
            return
        if self.session.finding is None:
            self.say(tr("There is no finding to ignore here"))
        elif self.change(self.session.ignore):
            if not self.session.unit().findings:
                self.session.next_finding()
                self.show_place()
            self.say(tr("Ignored from now on"), tr("u takes it back"))

    def action_mute(self) -> None:
        check = self.session.finding.check if self.session.finding else ""
        if not check:
            self.say(tr("There is no finding to ignore here"))
        elif self.attempt(self.session.mute):
            self.show_all()
            self.say(tr("{} is not heard in this document", check), tr("u takes it back"))

    def action_unmute(self) -> None:
        if self.attempt(self.session.unmute):
            self.show_all()
            self.say(tr("All checks are heard"))

    def action_recheck(self) -> None:
        self.session.judge_again()
        self.show_all()
        self.say(tr("The whole text has been checked"))

    def action_comment(self) -> None:
        if self.may_write():
            unit = self.session.unit()
            hint = tr("Enter keep   empty takes it away   Esc cancel")
            prompt = Prompt(tr("Comment on paragraph {}", unit.number), unit.comment, hint)
            self.app.push_screen(prompt, self._comment)

    def action_term(self) -> None:
        if self.may_write():
            add_term(self, self.session, self.session.unit(), self.session.finding, self.show_all)

    def action_past(self) -> None:
        past = self.session.remembered() or self.session.like_before()
        past = past or self.session.unit().alternative
        if past is None:
            self.say(tr("This text was not corrected before"))
        else:
            self.change(lambda: self.session.edit(past))

    def action_machine(self) -> None:
        back = tr("The machine's text is back")
        if self.on_selected(self.session.all_to_machine, back, "paragraph"):
            return
        if not self.session.unit().changed:
            self.say(tr("This is the machine's text"))
        elif self.change(self.session.back_to_machine):
            self.say(back, tr("u takes it back"))

    def action_confirm_next(self) -> None:
        if self.on_selected(self.session.confirm_all, tr("Confirmed"), "paragraph"):
            return
        if self.change(self.session.confirm):
            if not self.session.next_unresolved():
                more = self.session.next_unconfirmed()
                this = tr("this one is still to be confirmed")
                self.say(
                    tr("No open finding is left in any other paragraph"),
                    this if more else tr("w writes the result"),
                )
            self.show_place()

    def action_confirm(self) -> None:
        if self.on_selected(self.session.confirm_all, tr("Confirmed"), "paragraph"):
            return
        if self.change(self.session.confirm) and (still := len(self.session.unit().findings)):
            said = tr("Confirmed with {}", counted(still, "open finding"))
            self.say(said, tr("U takes it back"))

    def action_unconfirm(self) -> None:
        reopen = partial(self.session.confirm_all, confirmed=False)
        if self.on_selected(reopen, tr("To be confirmed again"), "paragraph"):
            return
        if self.session.unit().status is not UnitStatus.CONFIRMED:
            self.say(tr("This paragraph is not confirmed"))
        elif self.change(lambda: self.session.confirm(confirmed=False)):
            self.say(tr("To be confirmed again"), tr("u takes it back"))

    def action_confirm_clean(self) -> None:
        done: list[int] = []
        if self.attempt(lambda: done.append(self.session.confirm_clean())):
            self.show_all()
            self.say(tr("Confirmed: {}", counted(done[0], "paragraph")), tr("u takes it back"))

    def action_undo(self) -> None:
        self._walk("undo")

    def action_redo(self) -> None:
        self._walk("redo")

    def _apply_everywhere(self, chosen: list[Place]) -> None:
        if chosen and self.attempt(lambda: self.session.apply_everywhere(chosen)):
            self.show_all()
            self.say(tr("Mended in {}", counted(len(chosen), "paragraph")), tr("u takes it back"))

    def _comment(self, text: str | None) -> None:
        if text is not None:
            self.change(lambda: self.session.comment(text))

    def _walk(self, direction: str) -> None:
        said: list[str | None] = []
        walk = self.session.undo if direction == "undo" else self.session.redo
        if self.attempt(lambda: said.append(walk())):
            self.show_all()
            self.say(walked(direction, said[0]))

    def useless(self) -> dict[str, bool]:
        """Of the commands that a finding needs, which would do nothing here."""
        found = self.session.finding
        return {
            "apply": found is None or remedy(found, self.session.unit().target) is None,
            "everywhere": len(self.session.alike()) < 2,
            "other_suggestion": found is None or turns(found) < 2,
            "ignore": found is None,
        }
