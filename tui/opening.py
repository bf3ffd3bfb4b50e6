"""Opens what a person asks for on a screen, by one set of settings."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.batch import Batch
from tui.inputs import Input, inputs, texts
from tui.pipeline import judge, open_session, termbase
from tui.sample import is_sample
from tui.settings import workspace_path
from tui.terminology.books import Alone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.review.session import ReviewSession
    from tui.settings import Settings


class Opening:
    """`open` are the reviews that are to be closed at the end."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.open: list[ReviewSession] = []

    def pair(self, source: str, target: str) -> ReviewSession:
        """The review of an English and a Japanese text. Raises TaiyakuError."""
        return self.item(Input(target, source=source))

    def last(self) -> tuple[str, str]:
        """The English and the Japanese text that were opened last and are still there; two
        empty names where there are none."""
        from corpus.workspace.store import Workspace

        path = workspace_path(self.settings)
        if not path.is_file():
            return "", ""
        with Workspace.open(path, read_only=True) as workspace:
            pairs = [p for p in workspace.latest() if all(map(os.path.isfile, p))]
        return next((p for p in pairs if not is_sample(Path(p[1]))), ("", ""))

    def item(self, item: Input) -> ReviewSession:
        """The review of one input. Raises TaiyakuError."""
        self.open.append(open_session(item, self.settings, later=True))
        return self.open[-1]

    def close(self, session: ReviewSession) -> None:
        """Close a review in order."""
        self.open.remove(session)
        session.close()

    def batch(self, words: Sequence[str]) -> Callable[[], Batch]:
        """What makes a pass over the files and folders that are named, each time it is called.

        Raises TaiyakuError, as the function does.
        """
        found = texts(inputs(words, self.settings.pairs), self.settings.glossary)
        return lambda: Batch(partial(judge, self.settings, thorough=True), found)

    def books(self) -> Alone:
        """The terms of the workspace, with no text open; the caller closes the workspace."""
        from corpus.workspace.store import Workspace

        files = termbase(self.settings)
        return Alone(Workspace.open(workspace_path(self.settings)), files)
