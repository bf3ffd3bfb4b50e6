"""One flaw mended in many files: each file's review gets a step that it can take back."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import UnwritableFile
from corpus.told import told
from tui.review.remedies import places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from glossary.finding import Finding
    from tui.inputs import Input
    from tui.review.remedies import Flaw, Place
    from tui.review.session import ReviewSession


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A paragraph of a file that a fix would change."""

    item: Input
    place: Place
    source: str
    """Its English."""
    new: tuple[Finding, ...]
    """Those that it would have afterwards and has not now."""


class Reviews:
    """Opens one review at a time: a workspace has one writer."""

    def __init__(
        self,
        open_item: Callable[[Input], ReviewSession],
        close: Callable[[Input, ReviewSession], None],
    ) -> None:
        self.open = open_item
        self.close = close

    @contextmanager
    def of(self, item: Input) -> Iterator[ReviewSession]:
        """The review of an input, all of it judged; closed at the end. Raises TaiyakuError."""
        session = self.open(item)
        try:
            session.judge_on()
            yield session
        finally:
            self.close(item, session)

    def look(self, item: Input, flaw: Flaw) -> list[FilePlace]:
        """What a fix would do in a file, as it stands in the workspace now."""
        with self.of(item) as session:
            found = places(flaw, map(session.unit, range(len(session))))
            return [
                FilePlace(
                    item, p, session.bitext.units[p.number - 1].source, session.new_findings(p)
                )
                for p in found
            ]

    def new_findings(self, item: Input, place: Place) -> tuple[Finding, ...]:
        """What a paragraph of a file would be found wrong for that it is not now."""
        with self.of(item) as session:
            return session.new_findings(place)

    def mend(self, item: Input, chosen: Sequence[Place]) -> tuple[int, int | None]:
        """Mend places of a file as one step: in how many paragraphs, and which step it was.

        Paragraphs that were changed since somebody looked stay as they are.
        """
        with self.of(item) as session:
            still = {session.unit(at).key: session.unit(at).target for at in range(len(session))}
            same = [place for place in chosen if still.get(place.key) == place.before]
            if same:
                session.apply_everywhere(same)
            step = session.last_step
            return len(same), step.id if same and step else None

    def write(self, item: Input) -> tuple[Path | None, tuple[tuple[int, str], ...]]:
        """Write the corrected text of a file beside it; where to, or None with nothing to write,
        and the units that could not be written, by number from 1, with the reason.

        Raises UnwritableFile where something else stands there.
        """
        with self.of(item) as session:
            if not (session.unsaved or session.untold):
                return None, ()
            path = session.default_path
            if session.stranger(path):
                raise UnwritableFile(
                    told("there is a {} that no review wrote", path.name),
                    "open the file and write it to another name",
                )
            return session.save(path), session.held_back()

    def take_back(self, item: Input, step: int) -> bool:
        """Take a step back, if nothing was done in that file since; whether it was."""
        with self.of(item) as session:
            last = session.last_step
            return last is not None and last.id == step and session.undo() is not None
