"""What there is to know of a review, besides its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.inputs import reading
from tui.review.carrying import again, alike, fitting
from tui.review.notices import notices
from tui.review.tour import Tour

if TYPE_CHECKING:
    from collections import Counter
    from datetime import datetime

    from corpus.bitext import TranslationUnit
    from corpus.workspace.journal import Step
    from corpus.workspace.store import Workspace
    from glossary.concept import Concept
    from glossary.finding import Severity
    from glossary.rendering import AnnotatedUnit
    from glossary.termbase import Termbase
    from tui.review.ledger import Ledger


class Reviewed(Tour):
    """Counts, memories and notices; units go by number from 0, or are the one in view."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self._work = ledger.work

    @property
    def workspace(self) -> Workspace:
        """Where everything is kept."""
        return self._ledger.workspace

    @property
    def read_only(self) -> bool:
        return self.workspace.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know at the start, in whole sentences."""
        return notices(
            self.workspace,
            cut_off=self._work.was_cut_off,
            reading=reading(self.bitext),
            recovered=[at + 1 for at in self._ledger.recovered],
            carried=[at + 1 for at in self._ledger.carried],
            lost=self._ledger.standing.lost(),
        )

    def counts(self) -> Counter[Severity]:
        """Open findings by severity."""
        return self._ledger.verdicts.overview.counts

    @property
    def to_review(self) -> int:
        """How many units there are to confirm: all that have both languages, or were confirmed."""
        return len(self) - self._ledger.standing.alone()

    @property
    def confirmed(self) -> int:
        """How many units are confirmed."""
        return self._ledger.standing.confirmed()

    @property
    def changed(self) -> int:
        """How many units have other Japanese than the machine's."""
        return len(self._ledger.standing.corrections())

    @property
    def unsaved(self) -> int:
        """How many units have other Japanese than the file that was last written."""
        return self._ledger.file.unwritten(self._ledger.standing.corrections())

    @property
    def untold(self) -> bool:
        """Whether units were confirmed, opened again or commented on since the file was written,
        and the file would have that."""
        return self._ledger.untold

    @property
    def comments_left_out(self) -> int:
        """On how many units a person has noted what the file has no place for."""
        ledger = self._ledger
        return 0 if ledger.file.holds_comments else ledger.standing.commented()

    @property
    def saved_at(self) -> datetime | None:
        """When the corrected text was last written in this run."""
        return self._ledger.file.written_at

    def remembered(self, at: int | None = None) -> str | None:
        """How a person once corrected this very machine text, where it still stands as it was; else
        how a memory of another program has this very English."""
        unit = self.unit(at)
        if unit.changed:
            return None
        known = self.workspace.remembered(unit.machine) if unit.machine else None
        other = known or (self.workspace.remembered(unit.source) if unit.source else None)
        other = other and fitting(other, unit.source, unit.machine, unit.codes)
        return None if other == unit.machine else other

    def like_before(self, at: int | None = None) -> str | None:
        """The same, made of how a person corrected a text so like it that the correction fits;
        this takes some milliseconds for each thousand corrections."""
        unit, machine = self.unit(at), self._as_machine_wrote(at)
        found = self.workspace.corrections_like(machine) if machine else ()
        texts = (again(past, machine) for past in found if alike(past.machine, machine))
        own = (fitting(text, unit.source, machine, unit.codes) for text in texts if text)
        return next((text for text in own if text and text != machine), None)

    def _as_machine_wrote(self, at: int | None) -> str:
        """The Japanese of a unit; empty where a person has changed it."""
        unit = self.unit(at)
        return "" if unit.changed else unit.machine

    def annotated(self, at: int | None = None) -> AnnotatedUnit:
        """The unit with a number, or the one in view, as the checks see it."""
        return self._ledger.verdicts.annotated(self.at if at is None else at)

    def history(self) -> tuple[Step, ...]:
        """The steps that touched the unit in view, oldest first."""
        key = self._ledger.standing.keys[self.at]
        return tuple(s for s in self._work.history() if any(c.key == key for c in s.changes))

    def concept(self, id: str) -> Concept | None:  # noqa: A002
        """A concept that a finding names."""
        return self._ledger.verdicts.concept(id)

    @property
    def termbase(self) -> Termbase:
        """All terms by which the text is judged, those of the workspace among them."""
        return self._ledger.verdicts.termbase

    @property
    def without_terms(self) -> Termbase:
        """The same without the terms of the workspace."""
        return self._ledger.verdicts.without_terms

    def standing_units(self) -> tuple[TranslationUnit, ...]:
        """All units with the Japanese as it stands now."""
        text = self._ledger.standing.text
        return tuple(u.with_target(text(at)) for at, u in enumerate(self.bitext.units))

    @property
    def last_step(self) -> Step | None:
        """What `undo` would take back."""
        return next(iter(self._work.history()[-1:]), None)
