"""How fast the review is painted, beside the lists of the same library: run by hand.

    uv run python tests/bench/screen_speed.py [--stock PAIRS] [PAIRS ...]

Made of the sample, repeated. First paint is until the screen is idle; opening, which judges the
text, comes before it and is a line of its own. With `--stock` the same wrapped texts are shown
in a DataTable and an OptionList, which takes minutes at 20,000. `screen_keys.py` measures keys.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from rich.text import Text
from textual.app import App
from textual.widgets import DataTable, OptionList

from corpus.bitext import Bitext, TranslationUnit
from corpus.workspace.store import Workspace
from glossary.checks import DEFAULT_CHECKS
from glossary.termbase import Termbase
from tui.app import TaiyakuApp
from tui.display.linebreak import lines
from tui.inputs import open_pair
from tui.review.session import ReviewSession
from tui.sample import sample
from tui.screens.review import ReviewScreen
from tui.widgets.unit_block import columns

if TYPE_CHECKING:
    from textual.app import ComposeResult

SIZE = (120, 36)


def pairs(number: int) -> list[tuple[str, str]]:
    """So many pairs of the sample, no two alike."""
    bitext = open_pair(*sample(), Termbase.of(()))
    units = [(u.source, u.target) for u in bitext.units if not u.one_sided]
    found = []
    for n in range(number):
        english, japanese = units[n % len(units)]
        found.append((f"{n}: {english}", f"{n}、{japanese}"))
    return found


async def review(texts: list[tuple[str, str]], folder: Path, *, judged: bool) -> None:
    """Open, paint, edit; without the checks where they are not wanted."""
    units = tuple(TranslationUnit(str(n), *pair) for n, pair in enumerate(texts))
    bitext = Bitext("bench.jsonl", units)
    with Workspace.open(folder / f"{len(texts)}.db") as workspace:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        checks = DEFAULT_CHECKS if judged else ()
        session = ReviewSession(bitext, Termbase.of(()), workspace, checks)
        row(f"opened with {len(checks)} checks", time.perf_counter() - start)
        opened = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        app = TaiyakuApp(ReviewScreen(session))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            row("first paint", time.perf_counter() - start)
            painted = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            start = time.perf_counter()
            await pilot.press("end")
            await pilot.press("home")
            row("to the end and back", time.perf_counter() - start)
            start = time.perf_counter()
            await pilot.resize_terminal(100, 30)
            await pilot.pause()
            row("resize", time.perf_counter() - start)
        megabytes("opened", opened - before)
        megabytes("painted", painted - opened)
        start = time.perf_counter()
        session.judged(session.unit().target + "。")
        row("one edit judged", time.perf_counter() - start)
        start = time.perf_counter()
        session.edit(session.unit().target + "。")
        session.counts()
        row("one edit recorded", time.perf_counter() - start)


class Stock(App[None]):
    """One of the library's own lists with the texts wrapped as ours are."""

    def __init__(self, widget: str, texts: list[tuple[str, str]]) -> None:
        super().__init__()
        self._widget = widget
        left, right = columns(SIZE[0])
        self._texts = [(_wrapped(e, left), _wrapped(j, right)) for e, j in texts]

    def compose(self) -> ComposeResult:
        if self._widget == "OptionList":
            yield OptionList(*(Text(f"{english}\n{japanese}") for english, japanese in self._texts))
        else:
            yield DataTable()

    def on_mount(self) -> None:
        if self._widget == "DataTable":
            table = self.query_one(DataTable)
            table.add_columns("English", "日本語")
            for english, japanese in self._texts:
                table.add_row(Text(english), Text(japanese), height=None)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(span.of(text) for span in lines(text, width))


async def stock(widget: str, texts: list[tuple[str, str]]) -> float:
    """Until the first paint of a stock widget."""
    app = Stock(widget, texts)
    start = time.perf_counter()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.perf_counter() - start


def row(name: str, seconds: float) -> None:
    """One line of the table."""
    print(f"  {name:<28}{seconds * 1000:>10.1f} ms", flush=True)


def megabytes(name: str, kilobytes: int) -> None:
    """How much more memory the process has taken at the most."""
    print(f"  {f'memory, {name}':<28}{kilobytes / 1024:>10.1f} MB", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stock", type=int, action="append", default=[])
    parser.add_argument("--unjudged", action="store_true", help="open without checks")
    parser.add_argument("pairs", type=int, nargs="*", default=[2000, 20000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number in chosen.pairs:
            print(f"{number} pairs")
            texts = pairs(number)
            asyncio.run(review(texts, Path(folder), judged=not chosen.unjudged))
            for widget in ("DataTable", "OptionList") if number in chosen.stock else ():
                row(f"{widget}, first paint", asyncio.run(stock(widget, texts)))


if __name__ == "__main__":
    sys.exit(main())
