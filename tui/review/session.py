"""The review of one translation, without a screen.

    session = ReviewSession(bitext, termbase, workspace)
    session.next_finding()
    session.apply()
    session.save()

Whatever a method has changed is in the workspace when it returns, as one step that `undo`
takes back. In a read-only workspace every change raises WorkspaceError.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.workspace.journal import Change, Field, Step, UnitState, UnitStatus
from glossary.checks import DEFAULT_CHECKS
from tui.review.corrected_file import CorrectedFile
from tui.review.notices import notices
from tui.review.remedies import flaw_of, places, remedy, turns
from tui.review.terms import rows
from tui.review.unit import UnitView
from tui.review.verdicts import Verdicts

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from corpus.bitext import Bitext, TranslationUnit
    from corpus.workspace.store import Workspace
    from glossary.checks.check import Check
    from glossary.concept import Concept
    from glossary.finding import Finding, Severity
    from glossary.termbase import Termbase
    from tui.review.remedies import Flaw, Place
    from tui.review.terms import NewTerm


class ReviewSession:
    """Units with what the machine wrote, what stands now, and what is wrong with it.

    `at` is the unit in view and `pick` the finding in it, both as numbers from 0. `termbase`
    is without the terms of the workspace: the session adds them. In units whose id is in `exempt`
    nothing is reported.
    """

    def __init__(
        self,
        bitext: Bitext,
        termbase: Termbase,
        workspace: Workspace,
        checks: tuple[Check, ...] = DEFAULT_CHECKS,
        exempt: frozenset[str] = frozenset(),
    ) -> None:
        self.bitext = bitext
        self.workspace = workspace
        self._work = workspace.work(bitext.source.name if bitext.source else "", bitext.name)
        self._keys = tuple(_key(unit) for unit in bitext.units)
        self._index = {key: at for at, key in enumerate(self._keys)}
        self._states = self._work.states()
        self._drafts = self._work.drafts()
        self._verdicts = Verdicts(
            bitext.units,
            termbase,
            checks,
            terms=workspace.terms(),
            waived=workspace.waivers(),
            texts=map(self._text, range(len(self))),
            exempt=exempt,
        )
        self._file = CorrectedFile(bitext, self._corrections(), locked=self.read_only)
        self.at = self._index.get(self._work.place or "", 0)
        self.pick = 0

    # What there is to see

    def __len__(self) -> int:
        return len(self._keys)

    def unit(self, at: int | None = None) -> UnitView:
        """The unit with a number, or the one in view."""
        at = self.at if at is None else at
        unit, key = self.bitext.units[at], self._keys[at]
        return UnitView(
            number=at + 1,
            key=key,
            source=unit.source,
            target=self._text(at),
            machine=unit.target,
            status=self._states.get(key, UnitState()).status,
            findings=self._verdicts.open(at),
            ignored=self._verdicts.ignored(at),
            one_sided=unit.one_sided and self._text(at) == unit.target,
        )

    @property
    def finding(self) -> Finding | None:
        """The finding that commands are about."""
        found = self.unit().findings
        return found[self.pick] if found else None

    @property
    def read_only(self) -> bool:
        return self.workspace.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know at the start, in whole sentences."""
        at_work = sorted(self._index[key] + 1 for key in self._drafts if key in self._index)
        return notices(self.workspace, cut_off=self._work.was_cut_off, drafts=at_work)

    def counts(self) -> Counter[Severity]:
        """Open findings by severity."""
        return self._verdicts.overview.counts

    @property
    def to_review(self) -> int:
        """How many units there are to confirm: all that have both languages, or were confirmed."""
        return sum(
            not self.unit(at).one_sided or self.unit(at).status is UnitStatus.CONFIRMED
            for at in range(len(self))
        )

    @property
    def confirmed(self) -> int:
        """How many units are confirmed."""
        return sum(
            state.status is UnitStatus.CONFIRMED and key in self._index
            for key, state in self._states.items()
        )

    @property
    def unsaved(self) -> int:
        """How many units have other Japanese than the file that was last written."""
        return self._file.unwritten(self._corrections())

    @property
    def saved_at(self) -> datetime | None:
        """When the corrected text was last written in this run."""
        return self._file.written_at

    def remembered(self, at: int | None = None) -> str | None:
        """How a person once corrected this very machine text, where it still stands as it was."""
        at = self.at if at is None else at
        machine = self.bitext.units[at].target
        if not machine or self._text(at) != machine:
            return None
        return self.workspace.remembered(machine)

    def concept(self, id: str) -> Concept | None:  # noqa: A002
        """A concept that a finding names."""
        return self._verdicts.concept(id)

    # Moving

    def go(self, at: int) -> None:
        """Look at another unit, or at the nearest there is."""
        at = max(0, min(at, len(self) - 1))
        if at != self.at:
            self.at, self.pick = at, 0
            self._work.place = self._keys[at]

    def next_finding(self, step: int = 1) -> Finding | None:
        """Go to the next open finding, or with -1 to the one before; round and round."""
        stops = self._verdicts.overview.stops
        if not stops:
            return None
        pick = self.pick + step
        if not self._open(self.at) or not 0 <= pick < self._open(self.at):
            ahead = bisect_right(stops, self.at) if step > 0 else bisect_left(stops, self.at) - 1
            self.go(stops[ahead % len(stops)])
            pick = 0 if step > 0 else self._open(self.at) - 1
        self.pick = pick
        return self.finding

    def next_unresolved(self) -> bool:
        """Go to the next unit that has open findings and is not confirmed; False: none left."""
        waiting = [
            at
            for at in self._verdicts.overview.stops
            if at != self.at and self.unit(at).status is not UnitStatus.CONFIRMED
        ]
        if waiting:
            self.go(next((at for at in waiting if at > self.at), waiting[0]))
        return bool(waiting)

    # Changing

    def apply(self) -> bool:
        """Mend the finding in view; False where it has no fix to offer."""
        found = self.finding
        fix = remedy(found, self.unit().target) if found else None
        if fix is None:
            return False
        self._record(f"fix {self.at + 1}", self._new_text(self.at, fix.apply(self.unit().target)))
        return True

    def other_suggestion(self) -> bool:
        """Offer the next suggestion for the finding in view, and for all alike; False: none."""
        found = self.finding
        if found is None or turns(found) < 2:
            return False
        self._verdicts.turn(self.at, self.pick)
        return True

    def alike(self) -> tuple[int, ...]:
        """The units, by number from 0, where the finding in view can be mended in the same way."""
        flaw = self._flaw
        return self._verdicts.overview.alike.get(flaw, ()) if flaw else ()

    def places(self) -> tuple[Place, ...]:
        """What a fix of the finding in view would do in all units that are `alike`."""
        flaw = self._flaw
        return tuple(places(flaw, map(self.unit, self.alike()))) if flaw else ()

    def new_findings(self, place: Place) -> int:
        """How many findings a unit would have that it has not now."""
        at = self._index[place.key]
        before = {f.fingerprint for f in self._verdicts.open(at)}
        after, _ = self._verdicts.of(at, place.after)
        return sum(f.fingerprint not in before for f in after)

    def apply_everywhere(self, chosen: Collection[Place]) -> None:
        """Mend several places as one step."""
        changes = [c for p in chosen for c in self._new_text(self._index[p.key], p.after)]
        if changes:
            self._record(f"fix {len(chosen)} paragraphs", changes)

    def edit(self, text: str, at: int | None = None) -> None:
        """Replace the Japanese of a unit; the text as it stood is no change."""
        at = self.at if at is None else at
        key = self._keys[at]
        if text != self._text(at):
            self._record(f"edit {at + 1}", self._new_text(at, text))
        if key in self._drafts:
            self.keep_draft(None, at)

    def back_to_machine(self) -> None:
        """Take the machine's Japanese again."""
        self.edit(self.unit().machine)

    def confirm(self, *, confirmed: bool = True) -> None:
        """Say that the unit in view is right, or that it is not."""
        unit = self.unit()
        wanted = UnitStatus.CONFIRMED if confirmed else _open_status(unit)
        if unit.status is not wanted:
            verb = "confirm" if confirmed else "reopen"
            change = Change(Field.STATUS, unit.key, unit.status, wanted)
            self._record(f"{verb} {unit.number}", [change])

    def ignore(self, note: str = "") -> bool:
        """Never show the finding in view again, in this work or another; False: there is none."""
        found = self.finding
        if found is None:
            return False
        value = json.dumps({"at": _now().isoformat(timespec="seconds"), "note": note})
        self._record(
            f"ignore in {self.at + 1}", [Change(Field.WAIVER, found.fingerprint, None, value)]
        )
        return True

    def add_term(self, term: NewTerm) -> None:
        """Add a term, and the wrong rendering if any, and judge the whole text by it."""
        made = rows(term, unit=self._keys[self.at])
        changes = [Change(Field.TERM, row.id, None, row.to_json()) for row in made]
        self._record(f"add term {term.source[:40]}", changes)

    def effect(self, source: str, target: str) -> tuple[int, int]:
        """How many units mention the English, and how many of them have the Japanese."""
        if not source.strip():
            return 0, 0
        texts = [
            self._text(at)
            for at, unit in enumerate(self.bitext.units)
            if source.casefold() in unit.source.casefold()
        ]
        return len(texts), sum(bool(target) and target in text for text in texts)

    def undo(self) -> str | None:
        """Take back the last step and go there; what it was, or None."""
        return self._walked(self._work.undo(), back=True)

    def redo(self) -> str | None:
        """Make the step again that was undone last; what it was, or None."""
        return self._walked(self._work.redo(), back=False)

    # The open editor

    def draft(self, at: int | None = None) -> str | None:
        """What was typed into the editor of a unit and not recorded."""
        return self._drafts.get(self._keys[self.at if at is None else at])

    def keep_draft(self, text: str | None, at: int | None = None) -> None:
        """Keep what the editor of a unit holds; None: it is no longer needed."""
        key = self._keys[self.at if at is None else at]
        self._work.keep_draft(key, text)
        if text is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = text

    def judged(self, text: str, at: int | None = None) -> UnitView:
        """The unit as it would be with another text; nothing is recorded."""
        at = self.at if at is None else at
        findings, ignored = self._verdicts.of(at, text)
        return replace(self.unit(at), target=text, findings=findings, ignored=ignored)

    # Files

    @property
    def default_path(self) -> Path:
        """Where the corrected text goes unless another place is named."""
        return self._file.default_path

    def save(self, path: Path | None = None) -> Path:
        """Write the corrected text, whole or not at all; `path` may be the target itself.

        Raises UnwritableFile, also for the source and for a target that another program has
        changed or another window is working on.
        """
        path = path or self.default_path
        self._file.write(path, self._corrections())
        return path

    def close(self) -> None:
        """Leave in order: the place is kept, and the workspace is closed."""
        try:
            self._work.clean_close()
        finally:
            self.workspace.close()

    # Inside

    @property
    def _flaw(self) -> Flaw | None:
        """What the finding in view has in common with others."""
        found = self.finding
        return flaw_of(found, self.unit().target) if found else None

    def _text(self, at: int) -> str:
        state = self._states.get(self._keys[at])
        return self.bitext.units[at].target if state is None or state.text is None else state.text

    def _open(self, at: int) -> int:
        return len(self._verdicts.open(at))

    def _corrections(self) -> dict[int, str]:
        """The Japanese, by number, of all units where it differs from the machine's."""
        edited = (self._index[key] for key in self._states if key in self._index)
        return {
            at: text for at in edited if (text := self._text(at)) != self.bitext.units[at].target
        }

    def _new_text(self, at: int, text: str) -> list[Change]:
        """The changes that put `text` into a unit and leave it to be confirmed again."""
        key = self._keys[at]
        status = self._states.get(key, UnitState()).status
        return [
            Change(Field.TEXT, key, self._text(at), text),
            Change(Field.STATUS, key, status, UnitStatus.DRAFT),
        ]

    def _record(self, label: str, changes: Sequence[Change]) -> None:
        units = {
            c.key: self.bitext.units[self._index[c.key]] for c in changes if c.field is Field.TEXT
        }
        step = self._work.record(
            label,
            changes,
            machine_texts={key: unit.target for key, unit in units.items()},
            source_texts={key: unit.source for key, unit in units.items()},
        )
        self._take((c.field, c.key, c.new) for c in step.changes)

    def _walked(self, step: Step | None, *, back: bool) -> str | None:
        if step is None:
            return None
        changes = reversed(step.changes) if back else step.changes
        self._take((c.field, c.key, c.old if back else c.new) for c in changes)
        touched = [self._index[c.key] for c in step.changes if c.key in self._index]
        if touched:
            self.go(touched[0])
        return step.label

    def _take(self, changes: Iterable[tuple[Field, str, str | None]]) -> None:
        """Let the changes of a step be seen, and judge again what they touch."""
        texts: set[str] = set()
        terms = False
        for field, key, value in changes:
            state = self._states.get(key, UnitState())
            if field is Field.TEXT:
                self._states[key] = replace(state, text=value)
                texts.add(key)
            elif field is Field.STATUS:
                self._states[key] = replace(state, status=UnitStatus(value or UnitStatus.NEW))
            elif field is Field.WAIVER:
                self._verdicts.waive(key, value is not None)
            else:
                self._verdicts.put_term(key, value)
                terms = True
        for at in (self._index[key] for key in texts if key in self._index):
            self._verdicts.judge(at, self._text(at))
        if terms:
            self._verdicts.judge_all()
        self.pick = max(0, min(self.pick, self._open(self.at) - 1))


def _key(unit: TranslationUnit) -> str:
    return unit.id if unit.document is None else f"{unit.document}\x1f{unit.id}"


def _open_status(unit: UnitView) -> UnitStatus:
    return UnitStatus.DRAFT if unit.changed else UnitStatus.NEW


def _now() -> datetime:
    return datetime.now(UTC)
