"""A walk through the keys that matter, on the sample: what to press next, until it is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.language import later, tr
from tui.sample import is_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to do."""

    words: str
    done: Callable[[ReviewSession], bool]


def stages() -> tuple[Stage, ...]:
    """All of them, to be said in the language in use."""
    return (
        Stage(later("n goes to the first finding"), lambda s: s.finding is not None),
        Stage(later("in paragraph 6, a writes the right figure"), lambda s: s.changed > 0),
        Stage(
            later("n until Mitsui E&S, A mends it in both paragraphs, Enter"),
            lambda s: s.changed > 2,
        ),
        Stage(later("n, and i ignores a finding that you find right as it is"), _ignored),
        Stage(later("t makes a term of a finding, for all texts to come"), _taught),
        Stage(
            later("e edits by hand, Esc goes back; u takes anything back"), lambda s: s.changed > 3
        ),
        Stage(later("c confirms a paragraph and goes on"), lambda s: s.confirmed > 0),
        Stage(later("w writes the corrected text"), lambda s: s.saved_at is not None),
    )


class Walk:
    """Where a person is in it; nothing to say where the text is not the sample."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        sample = is_sample(Path(session.bitext.name)) and not session.read_only
        self._stages = stages() if sample and not session.confirmed else ()
        self._at = 0

    def words(self) -> str:
        """What to do next; empty where there is nothing."""
        if not self._stages:
            return ""
        while self._at < len(self._stages) and self._stages[self._at].done(self._session):
            self._at += 1
        if self._at == len(self._stages):
            return tr("That was the walk: ? shows all keys, ^p all commands")
        return tr("{}/{}  {}", self._at + 1, len(self._stages), tr(self._stages[self._at].words))


def _ignored(session: ReviewSession) -> bool:
    return bool(session.workspace.waivers())


def _taught(session: ReviewSession) -> bool:
    return bool(session.workspace.terms())
