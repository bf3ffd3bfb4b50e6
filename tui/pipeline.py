"""With what a text is judged: the terms, the checks, and what a person has decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.embedding import installed
from corpus.errors import UnreadableFile
from corpus.told import told
from glossary.checks import DEFAULT_CHECKS
from glossary.rules import Rules, checks
from glossary.runner import every, heard, judged, remembered
from glossary.settled import in_doubt
from tui.reports.report import Checked
from tui.settings import workspace_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import Bitext, TranslationUnit
    from corpus.workspace.store import Workspace
    from glossary.checks.check import Check
    from glossary.concept import Concept
    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit
    from glossary.runner import Judged
    from glossary.termbase import Termbase
    from tui.inputs import Input
    from tui.reports.appraisal import Appraisal
    from tui.review.session import ReviewSession
    from tui.settings import Settings

_JUDGED_FIRST = 100
"""Units of a text that is judged before the review opens, even if it might be judged later."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything that findings depend on, but the text."""

    termbase: Termbase
    checks: tuple[Check, ...] = DEFAULT_CHECKS
    waived: frozenset[str] = frozenset()
    exempt: frozenset[str] = frozenset()
    """Ids of units in which nothing is reported."""
    earlier: tuple[AnnotatedUnit, ...] = ()
    """What a person has corrected in other statements."""
    told_of: Settings | None = None
    """What a text is appraised by; None: nobody wants to know it."""

    def check(self, bitext: Bitext) -> Checked:
        """The bitext with its findings, less the waived ones."""
        read = self._read(bitext)
        found = self._every(read)
        kept = heard(found, self.waived)
        checked = Checked(bitext, kept, held=len(found) - len(kept), glossary=self.termbase.digest)
        return replace(checked, appraisal=self._appraisal(checked, read))

    def find(self, bitext: Bitext) -> tuple[Finding, ...]:
        """The findings alone."""
        return heard(self._every(self._read(bitext)), self.waived)

    def _appraisal(self, checked: Checked, read: Sequence[Judged]) -> Appraisal | None:
        if self.told_of is None:
            return None
        from tui.reports.appraisal import appraisal

        return appraisal(
            checked.bitext,
            read,
            self.termbase,
            workspace_path(self.told_of),
            self.find,
            self.told_of.glossary,
            self.told_of.names,
        )

    def _read(self, bitext: Bitext) -> list[Judged]:
        """The units in doubt, which are enough for the findings; all, if more is to be told."""
        units: Sequence[TranslationUnit] = bitext.units
        if self.told_of is None:
            units = in_doubt(units, self.termbase, self.checks, self.earlier)
        return judged(units, self.termbase, self.checks)

    def _every(self, read: Sequence[Judged]) -> list[tuple[TranslationUnit, Finding]]:
        return [
            (unit, finding)
            for unit, finding in every(read, self.checks, self.earlier)
            if finding.unit not in self.exempt
        ]


def judge(
    chosen: Settings, known: frozenset[str] = frozenset(), *, thorough: bool = False
) -> Judge:
    """The judge that `chosen` asks for, with the terms and waivers of the workspace, if any.

    It says nothing of findings whose fingerprint is `known`; a `thorough` one also appraises
    the text.
    """
    told_of = chosen if thorough else None
    wanted = checks(chosen.select, chosen.ignore, chosen.severity)
    exempt = frozenset(chosen.exempt)
    keep_vectors(chosen)
    path = workspace_path(chosen)
    if not path.is_file():
        return Judge(termbase(chosen), wanted, known, exempt, told_of=told_of)
    from corpus.workspace.store import Workspace
    from tui.review.terms import concepts

    with Workspace.open(path, read_only=True) as workspace:
        own, waived = concepts(workspace.terms()), workspace.waivers()
        corrected = workspace.latest_corrections()
    terms = termbase(chosen, own)
    earlier = remembered(((c.source, c.corrected) for c in corrected if c.source), terms)
    return Judge(terms, wanted, waived | known, exempt, earlier, told_of)


def open_session(item: Input, chosen: Settings, *, later: bool = False) -> ReviewSession:
    """A review of one input; it holds the workspace open until it is closed.

    With `later`, a long text is not judged yet (`ReviewSession.judge_on`).
    """
    from corpus.workspace.database import CorruptDatabase
    from corpus.workspace.store import Workspace

    keep_vectors(chosen)
    terms = termbase(chosen)
    try:
        bitext = item.read(terms)
    except UnreadableFile as error:
        raise _with_what_is_kept(error, item, workspace_path(chosen)) from error
    try:
        return _session(bitext, terms, Workspace.open(workspace_path(chosen)), chosen, later=later)
    except CorruptDatabase:
        # Met on a page that the opening had no need of: the next one reads them all, and mends.
        return _session(bitext, terms, Workspace.open(workspace_path(chosen)), chosen, later=later)


def _session(
    bitext: Bitext, terms: Termbase, workspace: Workspace, chosen: Settings, *, later: bool
) -> ReviewSession:
    """The review, which closes the workspace; where there can be none, it is closed now."""
    from tui.review.session import ReviewSession
    from tui.translation.connection import conditions

    try:
        return ReviewSession(
            bitext,
            terms,
            workspace,
            checks(chosen.select, chosen.ignore, chosen.severity),
            frozenset(chosen.exempt),
            later=later and len(bitext.units) > _JUDGED_FIRST,
            conditions=conditions(chosen),
            findings_as_notes=chosen.findings_as_notes,
        )
    except BaseException:
        workspace.close()
        raise


def _with_what_is_kept(error: UnreadableFile, item: Input, path: Path) -> UnreadableFile:
    """The error, and where a review of that file was: its corrections are not lost with it."""
    from corpus.workspace.store import Workspace

    there = Path(item.path).exists() and Path(item.source or item.path).exists()
    if there or not path.is_file():
        return error
    with Workspace.open(path, read_only=True) as workspace:
        done = workspace.work(item.source or "", item.path).history()
    if not done:
        return error
    return UnreadableFile(
        error.message,
        told("what was done in its review is kept in {}: put the file back to go on", path),
    )


def keep_vectors(chosen: Settings) -> None:
    """Where there is a workspace, keep what the sentence encoder makes beside it."""
    path = workspace_path(chosen)
    if (known := installed()) and path.is_file():
        from corpus.workspace.vectors import VectorStore

        known.keep_in(VectorStore.beside(path))


def termbase(chosen: Settings, own: Iterable[Concept] = ()) -> Termbase:
    """The terms of all glossary files, `own` ones and the bundled names.

    Later files outrank earlier ones, `own` terms all files, and any of them the bundled names.
    """
    return Rules(chosen.glossary, chosen.names).termbase(own)
