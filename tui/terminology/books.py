"""Where changes of terms are recorded: in the review that is open, or in the workspace alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from corpus.workspace.journal import Field
from tui.review.terms import concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.workspace.journal import Change, Step
    from corpus.workspace.store import Workspace
    from glossary.termbase import Termbase
    from tui.review.session import ReviewSession

OF_TERMS = frozenset((Field.TERM, Field.REJECTED))
"""What a step of these books changes."""


class Books(Protocol):
    """Records steps about terms; every change raises WorkspaceError in a read-only workspace."""

    @property
    def session(self) -> ReviewSession | None:
        """The review that is open, if any."""

    @property
    def workspace(self) -> Workspace: ...

    @property
    def termbase(self) -> Termbase:
        """All terms there are now."""

    @property
    def files(self) -> Termbase:
        """The same without those of the workspace."""

    @property
    def last(self) -> Step | None:
        """What `undo` would take back."""

    def record(self, label: str, changes: Sequence[Change]) -> None: ...

    def undo(self) -> str | None:
        """Take back the last step; what it was."""

    def redo(self) -> str | None: ...


class InReview:
    """The books of a review: what is changed is judged, and undone there, too."""

    def __init__(self, session: ReviewSession) -> None:
        self.session = session
        self.workspace = session.workspace

    @property
    def termbase(self) -> Termbase:
        return self.session.termbase

    @property
    def files(self) -> Termbase:
        return self.session.without_terms

    @property
    def last(self) -> Step | None:
        return self.session.last_step

    def record(self, label: str, changes: Sequence[Change]) -> None:
        self.session.record_terms(label, changes)

    def undo(self) -> str | None:
        return self.session.undo()

    def redo(self) -> str | None:
        return self.session.redo()


class Alone:
    """The books of a workspace in which no text is open."""

    session = None

    def __init__(self, workspace: Workspace, files: Termbase) -> None:
        self.workspace = workspace
        self.files = files
        # The work without texts, which every workspace has.
        self._work = workspace.work("", "")

    @property
    def termbase(self) -> Termbase:
        return self.files.with_concepts(concepts(self.workspace.terms()))

    @property
    def last(self) -> Step | None:
        return next(iter(self._work.history()[-1:]), None)

    def record(self, label: str, changes: Sequence[Change]) -> None:
        self._work.record(label, changes)

    def undo(self) -> str | None:
        step = self._work.undo()
        return step.label if step else None

    def redo(self) -> str | None:
        step = self._work.redo()
        return step.label if step else None


def changes_terms(step: Step) -> bool:
    """Whether a step is about terms and nothing else."""
    return all(change.field in OF_TERMS for change in step.changes)
