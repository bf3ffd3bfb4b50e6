"""The review of one translation, without a screen.

    session = ReviewSession(bitext, termbase, workspace)
    session.next_finding()
    session.apply()
    session.save()

Whatever a method has changed is in the workspace when it returns, as one step that `undo`
takes back. In a read-only workspace every change raises WorkspaceError. Links are changed by
`tui.review.links`, and `tui.review.search` and `tui.review.concordance` look through a session.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from corpus.workspace.journal import LINKS_KEY, Change, Field, Step
from glossary.checks import DEFAULT_CHECKS
from tui.display.counted import in_english
from tui.review.ledger import Ledger
from tui.review.remedies import flaw_of, places, remedy, turns
from tui.review.reviewed import Reviewed
from tui.review.stopwatch import Stopwatch
from tui.review.terms import rows
from tui.translation.connection import Conditions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from corpus.bitext import Bitext
    from corpus.workspace.store import Workspace
    from glossary.checks.check import Check
    from glossary.finding import Finding
    from glossary.termbase import Termbase
    from tui.review.remedies import Flaw, Place
    from tui.review.terms import NewTerm
    from tui.review.unit import UnitView
    from tui.versions.beside import Beside

_CONDITIONS: Final = Conditions()


class ReviewSession(Reviewed):
    """Units with what the machine wrote, what stands now, and what is wrong with it.

    `termbase` is without the terms of the workspace: the session adds them. In units whose id
    is in `exempt` nothing is reported. With `later`, nothing is judged before `judge_on`. With
    `findings_as_notes`, `save` notes what is open in a file that can hold notes.
    """

    def __init__(
        self,
        bitext: Bitext,
        termbase: Termbase,
        workspace: Workspace,
        checks: tuple[Check, ...] = DEFAULT_CHECKS,
        exempt: frozenset[str] = frozenset(),
        *,
        later: bool = False,
        conditions: Conditions = _CONDITIONS,
        findings_as_notes: bool = False,
    ) -> None:
        ledger = Ledger(
            bitext, termbase, workspace, checks, exempt, findings_as_notes=findings_as_notes
        )
        super().__init__(ledger)
        self.conditions = conditions
        """How this text is translated, where an engine is asked to."""
        self.beside: Beside | None = None
        """Another Japanese of the same English, to be looked at."""
        self._drafts: dict[str, str] = {}
        self.watch = Stopwatch()
        if not later:
            self.judge_on()

    @property
    def unjudged(self) -> int:
        """How many units are still to be judged; while any are, more may come to light."""
        return self._ledger.verdicts.left

    def judge_on(self, seconds: float = float("inf")) -> list[int]:
        """Judge more units for so long; which ones, by number from 0. None: all are judged."""
        return self._ledger.verdicts.judge_on(seconds)

    def pressed(self, now: float) -> None:
        """A key was pressed, `now` in seconds from any beginning."""
        self.watch.pressed(self._ledger.standing.keys[self.at], now)

    def seconds(self) -> float:
        """How long the person has been with the unit in view, over all sittings."""
        key = self._ledger.standing.keys[self.at]
        return self._work.times().get(key, 0.0) + self.watch.spent.get(key, 0.0)

    # Changing

    def apply(self) -> bool:
        """Mend the finding in view; False where it has no fix to offer."""
        found = self.finding
        fix = remedy(found, self.unit().target) if found else None
        if fix is None:
            return False
        self._record(
            f"fix {self.at + 1}", self._ledger.new_text(self.at, fix.apply(self.unit().target))
        )
        return True

    def other_suggestion(self) -> bool:
        """Offer the next suggestion for the finding in view, and for all alike; False: none."""
        found = self.finding
        if found is None or turns(found) < 2:
            return False
        self._ledger.verdicts.turn(self.at, self.pick)
        return True

    def alike(self) -> tuple[int, ...]:
        """The units, by number from 0, where the finding in view can be mended in the same way."""
        flaw = self._flaw
        return tuple(self._ledger.verdicts.overview.alike(flaw)) if flaw else ()

    def places(self) -> tuple[Place, ...]:
        """What a fix of the finding in view would do in all units that are `alike`."""
        flaw = self._flaw
        return tuple(places(flaw, map(self.unit, self.alike()))) if flaw else ()

    def new_findings(self, place: Place) -> tuple[Finding, ...]:
        """The findings that a unit would have and has not now."""
        at = self._ledger.standing.index[place.key]
        before = {f.fingerprint for f in self._ledger.verdicts.open(at)}
        after, _ = self._ledger.verdicts.of(at, place.after)
        return tuple(f for f in after if f.fingerprint not in before)

    def apply_everywhere(self, chosen: Collection[Place]) -> None:
        """Mend several places as one step."""
        changes = [
            c
            for p in chosen
            for c in self._ledger.new_text(self._ledger.standing.index[p.key], p.after)
        ]
        if changes:
            self._record(f"fix {in_english(len(chosen), 'paragraph')}", changes)

    def edit(self, text: str, at: int | None = None) -> None:
        """Replace the Japanese of a unit; the text as it stood is no change."""
        at = self.at if at is None else at
        kept = self.draft(at)
        if text != self._ledger.standing.text(at):
            if kept not in (None, text):
                self.keep_draft(text, at)  # which the step ends: no kill finds the older one
            self._record(f"edit {at + 1}", self._ledger.new_text(at, text))
        if kept is not None:
            self.keep_draft(None, at)

    def take(self, texts: Mapping[int, str]) -> None:
        """Put an engine's Japanese into units, by number from 0, as one step. It is no correction
        to learn from."""
        changes = [c for at, text in texts.items() for c in self._ledger.new_text(at, text)]
        if changes:
            label = f"translate {in_english(len(texts), 'paragraph')}"
            self._ledger.record(label, changes, learn=False)
            self._settle()

    @property
    def stale(self) -> bool:
        """Whether a long text has changed since it was judged as a whole."""
        return self._ledger.verdicts.stale

    def judge_again(self) -> None:
        """Judge the text as a whole."""
        self.judge_on()
        self._ledger.verdicts.judge_documents()

    def back_to_machine(self) -> None:
        """Take the machine's Japanese again."""
        self._record(
            f"machine's text {self.at + 1}", self._ledger.new_text(self.at, self.unit().machine)
        )

    def all_to_machine(self, units: Iterable[int]) -> int:
        """The same for several, as one step; how many had other Japanese."""
        changed = [at for at in units if self.unit(at).changed]
        if changed:
            new = (self._ledger.new_text(at, self.unit(at).machine) for at in changed)
            self._record(f"machine's text of {len(changed)}", [c for each in new for c in each])
        return len(changed)

    def confirm(self, *, confirmed: bool = True) -> None:
        """Say that the unit in view is right, or that it is not."""
        changes = self._ledger.confirming(self.at, confirmed=confirmed)
        if changes:
            self._record(f"{'confirm' if confirmed else 'reopen'} {self.at + 1}", changes)

    def confirm_all(self, units: Iterable[int], *, confirmed: bool = True) -> int:
        """The same for several, as one step; of how many that was not said before."""
        confirming = (self._ledger.confirming(at, confirmed=confirmed) for at in units)
        found = [changes for changes in confirming if changes]
        if found:
            verb = "confirm" if confirmed else "reopen"
            self._record(f"{verb} {len(found)}", [c for changes in found for c in changes])
        return len(found)

    def confirm_clean(self) -> int:
        """Say that all units that are `shown` and have nothing open are right; how many more."""
        self.judge_on()
        return self.confirm_all(
            at for at in self.shown if not self.unit(at).one_sided and not self._open(at)
        )

    def ignore(self, note: str = "") -> bool:
        """Never show the finding in view again, in this work or another; False: there is none."""
        found = self.finding
        if found is None:
            return False
        change = Change(Field.WAIVER, found.fingerprint, None, _waiver(note))
        self._record(f"ignore in {self.at + 1}", [change])
        return True

    def ignore_all(self, units: Iterable[int]) -> int:
        """The same for all findings of several units, as one step; how many there were."""
        prints = [f.fingerprint for at in units for f in self.unit(at).findings]
        if prints:
            changes = [Change(Field.WAIVER, p, None, _waiver("")) for p in prints]
            self._record(f"ignore {len(prints)}", changes)
        return len(prints)

    def mute(self) -> str | None:
        """Hear no more of the check of the finding in view in this work; its name."""
        found = self.finding
        if found is None:
            return None
        said = _now().isoformat(timespec="seconds")
        self._record(f"mute {found.check}", [Change(Field.MUTED, found.check, None, said)])
        return found.check

    def unmute(self) -> tuple[str, ...]:
        """Hear of all checks again; the names of those that were muted."""
        muted = tuple(self._ledger.verdicts.muted)
        if muted:
            self._record("unmute", [Change(Field.MUTED, name, None, None) for name in muted])
        return muted

    def comment(self, text: str) -> None:
        """Note something on the unit in view; nothing takes the note away."""
        if text != self._ledger.standing.comment(self.at):
            key = self._ledger.standing.keys[self.at]
            change = Change(Field.COMMENT, key, None, text or None)
            self._record(f"comment {self.at + 1}", [change])

    def record_links(self, label: str, links: str | None, gone: Iterable[int]) -> None:
        """Let the links stand that `kept_links.written_down` has, as one step; of units that are
        `gone`, by number from 0, nothing stands any more but the comments."""
        here = self.unit().key
        changes = [change for at in gone for change in self._ledger.resetting(at)]
        self._record(label, [*changes, Change(Field.LINKS, LINKS_KEY, None, links)])
        self.show_all()
        self.at = next(iter(self._ledger.numbers([here])), self.at)

    def add_term(self, term: NewTerm) -> None:
        """Add a term, and the wrong rendering if any, and judge the whole text by it."""
        unit = self._ledger.standing.keys[self.at]
        made = rows(term, unit, self.workspace.terms())
        changes = [Change(Field.TERM, row.id, None, row.to_json()) for row in made]
        self._record(f"add term {term.source[:40]}", changes)

    def record_terms(self, label: str, changes: Sequence[Change]) -> None:
        """Change terms, or what is proposed as one, as one step, and judge the text by them; a
        long text is not judged yet (`judge_on`)."""
        self._record(label, changes)

    def undo(self) -> str | None:
        """Take back the last step and go there; what it was, or None."""
        return self._walked(self._ledger.undo())

    def redo(self) -> str | None:
        """Make the step again that was undone last; what it was, or None."""
        return self._walked(self._ledger.redo())

    # The open editor

    def draft(self, at: int | None = None) -> str | None:
        """What is typed into the editor of a unit and not recorded."""
        return self._drafts.get(self._ledger.standing.keys[self.at if at is None else at])

    def keep_draft(self, text: str | None, at: int | None = None) -> None:
        """Keep what the editor of a unit holds; None: it is no longer needed."""
        key = self._ledger.standing.keys[self.at if at is None else at]
        self._work.keep_draft(key, text)
        if text is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = text

    def judged(self, text: str, at: int | None = None) -> UnitView:
        """The unit as it would be with another text; nothing is recorded."""
        at = self.at if at is None else at
        findings, ignored = self._ledger.verdicts.of(at, text)
        return replace(self.unit(at), target=text, findings=findings, ignored=ignored)

    # Files

    @property
    def default_path(self) -> Path:
        """Where the corrected text goes unless another place is named."""
        return self._ledger.file.default_path

    @property
    def replaceable(self) -> bool:
        """Whether the corrected text may go into the file that was opened."""
        return self._ledger.file.replaceable

    def stranger(self, path: Path) -> bool:
        """Whether a file stands there that is neither the target nor what this work wrote."""
        return self._ledger.file.stranger(path)

    def held_back(self) -> tuple[tuple[int, str], ...]:
        """The units, by number from 1, whose text the file cannot hold, with the reason: `save`
        leaves them there as they were."""
        held = self._ledger.file.held_back(self._ledger.standing.corrections())
        return tuple((self._ledger.standing.index[key] + 1, why) for key, why in held.items())

    def changed_finals(self) -> tuple[int, ...]:
        """The units, by number from 1, that the file calls final and whose text is changed."""
        index = self._ledger.standing.index
        changed = map(self.unit, (index[key] for key in self._ledger.standing.corrections()))
        return tuple(unit.number for unit in changed if unit.final)

    def save(self, path: Path | None = None) -> Path:
        """Write the corrected text but for what is `held_back`, or nothing; `path` may be the
        target itself.

        Raises UnwritableFile, also for the source and for a target that another program has
        changed or another window is working on.
        """
        path = path or self.default_path
        if self._ledger.findings_as_notes:
            self.judge_on()
        self._ledger.save(path)
        return path

    def close(self) -> None:
        """Leave in order: the place is kept, and the workspace is copied and closed."""
        try:
            self._settle()
            self.workspace.back_up()
            self._work.clean_close()
        finally:
            self.workspace.close()

    # Inside

    @property
    def _flaw(self) -> Flaw | None:
        """What the finding in view has in common with others."""
        found = self.finding
        return flaw_of(found, self.unit().target) if found else None

    def _record(self, label: str, changes: Sequence[Change]) -> None:
        before, pick = self.unit().findings, self.pick
        self._ledger.record(label, changes)
        self._settle()
        now = self.unit().findings
        # Of several that are alike, the next one has the fingerprint of the one that is gone.
        gone = len(now) < len(before) or [f.fingerprint for f in now[pick : pick + 1]] != [
            f.fingerprint for f in before[pick : pick + 1]
        ]
        self.unseen = bool(before) and bool(now) and self.pick == pick and gone

    def _walked(self, step: Step | None) -> str | None:
        if step is None:
            return None
        touched = self._ledger.numbers(c.key for c in step.changes)
        if any(c.field is Field.LINKS for c in step.changes):
            self.show_all()
        self._settle()
        self.go(touched[0] if touched else self.at)
        return step.label

    def _settle(self) -> None:
        """After a step: the cursor is on something that is there, and the time is kept."""
        self.at = min(self.at, len(self) - 1)
        self.pick = max(0, min(self.pick, self._open(self.at) - 1))
        if not self.read_only and (spent := self.watch.taken()):
            self._work.spend(spent)


def _waiver(note: str) -> str:
    return json.dumps({"at": _now().isoformat(timespec="seconds"), "note": note})


def _now() -> datetime:
    return datetime.now(UTC)
