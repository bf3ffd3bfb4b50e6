"""The books of a review: what stands, what is judged, and every step in the workspace."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.alignment.aligner import SURE
from corpus.bitext import State
from corpus.formats.format import Said
from corpus.workspace.journal import LINKS_KEY, Change, Field, UnitStatus
from tui.review.carrying import carried, seal_of
from tui.review.corrected_file import CorrectedFile
from tui.review.filter import kind
from tui.review.kept_links import linked
from tui.review.standing import Standing
from tui.review.unit import Doubt, UnitView
from tui.review.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from corpus.bitext import Bitext
    from corpus.workspace.journal import Step
    from corpus.workspace.store import Workspace
    from glossary.checks.check import Check
    from glossary.termbase import Termbase
    from tui.review.filter import Kind


class Ledger:
    """Keeps the text, the verdicts and the workspace in step. Units go by number from 0."""

    def __init__(
        self,
        bitext: Bitext,
        termbase: Termbase,
        workspace: Workspace,
        checks: tuple[Check, ...],
        exempt: frozenset[str],
        *,
        findings_as_notes: bool = False,
    ) -> None:
        self.findings_as_notes = findings_as_notes
        catalogue = PurePath(bitext.name).suffix.lower() == ".po"
        self._doubt = Doubt.FUZZY if catalogue else Doubt.NEEDS_REVIEW
        self._like: dict[tuple[object, ...], Kind] = {}
        self.workspace = workspace
        self.work = workspace.work(bitext.source.name if bitext.source else "", bitext.name)
        self._as_read = bitext
        self.bitext = linked(bitext, self.work.standing(Field.LINKS).get(LINKS_KEY))
        """With the links that a person has made."""
        self.standing = Standing(self.bitext, self.work)
        self._told: Mapping[str, Said] | None = None
        self.carried = () if workspace.read_only else self._carry_over()
        """The units that got what was done to an earlier state of the files."""
        self.recovered = () if workspace.read_only else self._recover_drafts()
        """The units that got what was left in an editor when the program was cut off."""
        self.verdicts = Verdicts(
            self.bitext.units,
            termbase,
            checks,
            terms=workspace.terms(),
            waived=workspace.waivers(),
            muted=self.work.standing(Field.MUTED),
            texts=self._texts(),
            exempt=exempt,
            earlier=((c.source, c.corrected) for c in workspace.latest_corrections() if c.source),
        )
        self.file = CorrectedFile(
            self.bitext,
            self.standing.corrections(),
            self.work,
            self._said,
            locked=workspace.read_only,
        )

    def unit(self, at: int) -> UnitView:
        """A unit as it is now."""
        unit, text = self.bitext.units[at], self.standing.text(at)
        link = self.bitext.links[at] if self.bitext.links else None
        return UnitView(
            number=at + 1,
            key=self.standing.keys[at],
            source=unit.source,
            target=text,
            machine=unit.target,
            status=self.standing.state(at).status,
            findings=self.verdicts.open(at),
            ignored=self.verdicts.ignored(at),
            one_sided=self.standing.one_sided(at),
            comment=self.standing.comment(at),
            carried=self.standing.carried(at),
            moved=link is not None and link.moved,
            doubtful=self.doubtful(at),
            codes=unit.codes,
            final=unit.state is State.FINAL and not self.standing.reopened(at),
            notes=unit.notes,
            alternatives=unit.alternatives,
            context=unit.context,
            singular=unit.singular,
            doubt=self._doubt if unit.state is State.NEEDS_REVIEW else None,
        )

    def kind(self, at: int) -> Kind:
        """What a unit can be filtered by."""
        if self.standing.touched(at):
            return kind(self.unit(at))
        # Most units of a long text are like many others.
        unit = self.bitext.units[at]
        found: tuple[tuple[str, str], ...] = ()
        ignored = False
        if self.verdicts.has_any(at):
            found = tuple((f.severity, f.check) for f in self.verdicts.open(at))
            ignored = bool(self.verdicts.ignored(at))
        like = (unit.one_sided, self.doubtful(at), unit.state, found, ignored)
        if like not in self._like:
            self._like[like] = kind(self.unit(at))
        return self._like[like]

    def doubtful(self, at: int) -> bool:
        """Whether the aligner is not sure of a link, and nobody has said that it is right."""
        sure = self.bitext.units[at].score >= SURE
        return not (sure or (self.bitext.links and self.bitext.links[at].by_hand))

    def new_text(self, at: int, text: str) -> list[Change]:
        """The changes that put `text` into a unit and leave it to be confirmed again."""
        key, status = self.standing.keys[at], self.standing.state(at).status
        return [
            Change(Field.TEXT, key, self.standing.text(at), text),
            Change(Field.STATUS, key, status, UnitStatus.DRAFT),
            *self._looked_at(at),
        ]

    def confirming(self, at: int, *, confirmed: bool = True) -> list[Change]:
        """The changes that confirm a unit or open it again; none where it is so already."""
        unit = self.unit(at)
        signed = self.bitext.units[at].signed_off or self.file.signed_off(unit.key)
        wanted = UnitStatus.CONFIRMED
        if not confirmed:
            wanted = UnitStatus.DRAFT if unit.changed or signed else UnitStatus.NEW
        if unit.status is wanted and not unit.carried:
            return []
        seal = seal_of(unit.target) if confirmed else None
        return [
            Change(Field.STATUS, unit.key, unit.status, wanted),
            Change(Field.SEAL, unit.key, None, seal),
            *self._taken_back(at, signed=signed and not confirmed),
            *self._looked_at(at),
        ]

    def resetting(self, at: int) -> list[Change]:
        """The changes after which a unit is as if nobody had touched it."""
        key = self.standing.keys[at]
        fields = (Field.TEXT, Field.STATUS, Field.SEAL, Field.CARRIED)
        return [Change(field, key, None, None) for field in fields]

    def record(self, label: str, changes: Sequence[Change], *, learn: bool = True) -> None:
        """Make changes as one step; `learn`: new texts are corrections to remember."""
        step = self._step(label, changes, learn=learn)
        self._take((c.field, c.key, c.new) for c in step.changes)

    def save(self, path: Path) -> None:
        """Write the text as it stands; raises as `CorrectedFile.write` does."""
        self.file.write(path, self.standing.corrections())
        self._told = None

    @property
    def untold(self) -> bool:
        """Whether something was said of units, besides their text, that the file would have and
        that nobody has written since."""
        corrections, said = self.standing.corrections(), self.standing.said()
        if self._told is not None and self.file.another(corrections, self._told, said):
            return True
        return self.file.written_at is None and self.file.behind(corrections, said)

    def undo(self) -> Step | None:
        """Take back the last step."""
        return self._walked(self.work.undo(), back=True)

    def redo(self) -> Step | None:
        """Make the step again that was undone last."""
        return self._walked(self.work.redo(), back=False)

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The units with these keys, as far as there are any, in the order of the text."""
        index = self.standing.index
        return sorted(index[key] for key in keys if key in index)

    def _said(self) -> dict[str, Said]:
        """By key, what the file is to say of each unit besides its text."""
        said = self.standing.said()
        if not self.findings_as_notes:
            return said
        for at, key in enumerate(self.standing.keys):
            found = (f"{f.severity} {f.check}: {f.message}" for f in self.verdicts.open(at))
            said[key] = Said(said[key].confirmed, (*(said[key].notes or ()), *found))
        return said

    def _texts(self) -> Iterable[str]:
        return map(self.standing.text, range(len(self.bitext.units)))

    def _looked_at(self, at: int) -> list[Change]:
        """The change by which a person has seen what was carried over, if it was."""
        if not self.standing.carried(at):
            return []
        return [Change(Field.CARRIED, self.standing.keys[at], None, None)]

    def _taken_back(self, at: int, *, signed: bool) -> list[Change]:
        """The change by which a person takes the file's word back that a unit is signed off; or
        lets it be, where that was taken back."""
        if not (signed or self.standing.reopened(at)):
            return []
        return [
            Change(
                Field.REOPENED, self.standing.keys[at], None, self.file.edition if signed else None
            )
        ]

    def _carry_over(self) -> tuple[int, ...]:
        """Put what was done to an earlier state of the files into this one, as one step."""
        seals = self.work.standing(Field.SEAL)
        known = self.work.origins(), seals, self.work.texts()
        found = tuple(carried(self.bitext, self.standing, *known))
        changes = []
        for each in found:
            key = self.standing.keys[each.at]
            changes += [
                Change(Field.TEXT, key, None, each.text),
                Change(Field.STATUS, key, None, UnitStatus.DRAFT),
                Change(Field.CARRIED, key, None, "1"),
            ]
            if each.gone is not None:
                changes.append(Change(Field.TEXT, each.gone, None, None))
        if changes:
            self._let_stand(f"carry over {len(found)}", changes)
        return tuple(each.at for each in found)

    def _recover_drafts(self) -> tuple[int, ...]:
        """Put what was left in an editor into the text, as one step that can be taken back."""
        drafts, keys = self.work.drafts(), self.standing.keys
        here = self.numbers(drafts)
        found = tuple(at for at in here if drafts[keys[at]] != self.standing.text(at))
        changes = [c for at in found for c in self.new_text(at, drafts[keys[at]])]
        if changes:
            self._let_stand(f"unfinished edit {found[0] + 1}", changes)
        for at in here:
            self.work.keep_draft(keys[at], None)
        return found

    def _let_stand(self, label: str, changes: Sequence[Change]) -> None:
        """Record a step before anything is judged."""
        for change in self._step(label, changes).changes:
            self.standing.take(change.field, change.key, change.new)

    def _step(self, label: str, changes: Sequence[Change], *, learn: bool = True) -> Step:
        index = self.standing.index
        units = {
            c.key: self.bitext.units[index[c.key]]
            for c in changes
            if c.field is Field.TEXT and c.new is not None and c.key in index
        }
        return self.work.record(
            label,
            changes,
            machine_texts={key: unit.target for key, unit in units.items()},
            source_texts={key: unit.source for key, unit in units.items()},
            learn=learn,
        )

    def _walked(self, step: Step | None, *, back: bool) -> Step | None:
        if step is not None:
            changes = reversed(step.changes) if back else step.changes
            self._take((c.field, c.key, c.old if back else c.new) for c in changes)
        return step

    def _take(self, changes: Iterable[tuple[Field, str, str | None]]) -> None:
        """Let the changes of a step be seen, and judge again what they touch."""
        self._hold_on()
        texts: set[str] = set()
        terms: dict[str, str | None] = {}
        waived: dict[str, bool] = {}
        for field, key, value in changes:
            self.standing.take(field, key, value)
            if field is Field.TEXT:
                texts.add(key)
            elif field is Field.WAIVER:
                waived[key] = value is not None
            elif field is Field.MUTED:
                self.verdicts.mute(key, value is not None)
            elif field is Field.TERM:
                terms[key] = value
            elif field is Field.LINKS:
                self._relink(value)
        for at in self.numbers(texts):
            self.verdicts.judge(at, self.standing.text(at))
        if waived:
            self.verdicts.waive(waived)
        if terms:
            self.verdicts.put_terms(terms)

    def _hold_on(self) -> None:
        """Remember what was said of the units before the first change, for `untold`."""
        if self._told is None and self.file.holds_comments:
            self._told = self.standing.said()

    def _relink(self, links: str | None) -> None:
        """Go on with other links; what stands in the units that stay is as it was."""
        self.bitext = self.file.bitext = linked(self._as_read, links)
        self.standing.show(self.bitext)
        self.verdicts.relink(self.bitext.units, self._texts())
