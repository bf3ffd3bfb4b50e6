"""Many files at once: a fix in all of them, the report, the corrected texts."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from corpus.errors import TaiyakuError
from tui.display.counted import counted
from tui.folder.report import write_report
from tui.keymap import BATCH
from tui.language import mistake, retold, tr
from tui.screens.everywhere_in_files import EverywhereInFilesScreen
from tui.screens.files import FilesScreen
from tui.screens.prompt import Prompt
from tui.screens.said import AgreeDialog, SaidDialog
from tui.screens.talking import bindings

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from textual.binding import BindingType

    from glossary.finding import Finding
    from tui.folder.mending import FilePlace
    from tui.folder.overview import Frequent
    from tui.inputs import Input
    from tui.review.remedies import Place

_NAMED = 8
"""Files that are named before their texts are written."""


class BatchScreen(FilesScreen):
    """Nothing is changed but as asked; what is mended in all files can be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BATCH, "batch.")]
    all_commands = BATCH
    scope = "batch."
    _mended: tuple[tuple[Input, int], ...] = ()
    """The steps of the last fix in all files."""

    def action_everywhere(self) -> None:
        picked = self._frequent[self._flaw] if self._frequent else None
        if self._busy():
            return
        if picked is None or picked.flaw is None:
            self.say(
                tr("This cannot be mended at once"), tr("Right picks another of the most frequent")
            )
        else:
            self._work(self._preview(picked))

    def action_write(self) -> None:
        if not self._busy():
            hint = tr("{}   Esc cancel", ".html .json .jsonl .sarif .xml (JUnit) .txt")
            self.app.push_screen(
                Prompt(tr("Write the report to"), "report.html", hint), self._write
            )

    def action_write_corrected(self) -> None:
        ready = [row for row in self._files.values() if row.unwritten or row.untold]
        if self._busy():
            return
        if not ready:
            self.say(tr("Nothing is corrected that is not in a file yet"))
            return
        other = tr("confirmations or comments")
        said = [
            f"  {self._names[row.item]}: "
            + (counted(row.unwritten, "paragraph") if row.unwritten else other)
            for row in ready
        ]
        title = tr("Write {} beside the files", counted(len(ready), "corrected text"))

        def write(agreed: bool | None) -> None:
            if agreed:
                self._work(self._write_corrected([row.item for row in ready]))

        self.app.push_screen(
            AgreeDialog(title, ["", *said[:8], *["  ..."][: len(said) > 8]]), write
        )

    def action_undo(self) -> None:
        if self._busy():
            return
        if self._mended:
            self._work(self._take_back())
        else:
            self.say(tr("Nothing was fixed in all files"), tr("in a review, u undoes"))

    # Work on many files, one after the other; the screen is drawn between them.

    def _work(self, work: Coroutine[None, None, None]) -> None:
        self._working = self.run_worker(work, exclusive=True, group="working")

    async def _each(self, items: Sequence[Input], act: Callable[[Input], None]) -> list[str]:
        """Do something to each file; what went wrong, in words."""
        wrong = []
        for number, item in enumerate(items, 1):
            self.say(
                tr("{} of {}: {}", number, counted(len(items), "file"), self._names[item]),
                tr("Esc stops"),
            )
            await asyncio.sleep(0.01)
            try:
                act(item)
            except TaiyakuError as error:
                wrong.append(f"{self._names[item]}: {mistake(error)}")
        self.say("")
        return wrong

    async def _preview(self, picked: Frequent) -> None:
        found: list[FilePlace] = []
        flaw = picked.flaw
        assert flaw is not None  # noqa: S101
        wrong = await self._each(
            picked.files, lambda item: found.extend(self._reviews.look(item, flaw))
        )
        if found:
            self.app.push_screen(
                EverywhereInFilesScreen(found, self._names, self._new_findings, self._mend)
            )
        else:
            self.say(tr("It stands nowhere any more") if not wrong else wrong[0], wrong=bool(wrong))

    def _new_findings(self, item: Input, place: Place) -> tuple[Finding, ...]:
        found: list[Finding] = []
        self.attempt(lambda: found.extend(self._reviews.new_findings(item, place)))
        return tuple(found)

    def _mend(self, chosen: list[FilePlace]) -> None:
        if chosen:
            self._work(self._mend_each(chosen))

    async def _mend_each(self, chosen: list[FilePlace]) -> None:
        by_file: dict[Input, list[FilePlace]] = {}
        for each in chosen:
            by_file.setdefault(each.item, []).append(each)
        done: list[int] = []
        self._mended = ()

        def mend(item: Input) -> None:
            count, step = self._reviews.mend(item, [each.place for each in by_file[item]])
            done.append(count)
            if step is not None:
                self._mended += ((item, step),)

        wrong = await self._each(list(by_file), mend)
        said = tr("Mended in {} of {}", counted(sum(done), "paragraph"), counted(len(done), "file"))
        self._tell(said, tr("u takes it back, W writes the corrected texts"), wrong)

    async def _take_back(self) -> None:
        steps, done = dict(self._mended), []
        self._mended = ()

        def take_back(item: Input) -> None:
            done.append(self._reviews.take_back(item, steps[item]))

        wrong = await self._each(list(steps), take_back)
        kept = len(done) - sum(done)
        more = tr("; {} changed since and left alone", counted(kept, "file")) if kept else ""
        self._tell(tr("Taken back in {}{}", counted(sum(done), "file"), more), "", wrong)

    async def _write_corrected(self, items: list[Input]) -> None:
        written: list[Path] = []
        left: list[str] = []

        def write(item: Input) -> None:
            path, held = self._reviews.write(item)
            written.extend([path] if path else [])
            name = self._names[item]
            left.extend(tr("{}: paragraph {}: {}", name, n, retold(why)) for n, why in held)

        wrong = [*await self._each(items, write), *left]
        said = tr("Written: {}", counted(len(written), "corrected text"))
        self._tell(tr("{}, such as {}", said, written[0].name) if written else said, "", wrong)

    def _tell(self, said: str, hint: str, wrong: list[str]) -> None:
        self.say(said, hint)
        if wrong:
            self.app.push_screen(SaidDialog(tr("This could not be done"), wrong))

    def _write(self, typed: str | None) -> None:
        if not typed:
            return
        path = Path(typed).expanduser()
        done = [row.outcome for row in self._files.values() if row.outcome]
        read = [file for item in self._batch.inputs for file in item.files]
        if self.attempt(lambda: write_report(done, path, read)):
            self.say(tr("Written to {}", path))
