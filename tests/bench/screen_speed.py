"""How fast the review is, beside the widgets of the same library: run by hand.

    uv run python tests/bench/screen_speed.py [--stock PAIRS] [PAIRS ...]

Made of the sample, repeated. First paint is until the screen is idle; keys are pressed one by
one, each until it is drawn, findings pane and all. With `--stock` the same wrapped texts are
shown in a DataTable and an OptionList, which takes minutes at 20,000.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import statistics
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_ANIMATIONS"] = "none"

from rich.text import Text
from textual.app import App
from textual.widgets import DataTable, OptionList

from corpus.bitext import AlignmentLink, Bitext, TranslationUnit
from corpus.workspace.store import Workspace
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
HELD = 90
"""Presses of a held key: three seconds at 30 a second."""


def pairs(number: int) -> list[tuple[str, str]]:
    """So many pairs of the sample, no two alike."""
    bitext = open_pair(*sample(), Termbase.of(()))
    units = [(u.source, u.target) for u in bitext.units if not u.one_sided]
    found = []
    for n in range(number):
        english, japanese = units[n % len(units)]
        found.append((f"{n}: {english}", f"{n}、{japanese}"))
    return found


def bitext_of(texts: list[tuple[str, str]]) -> Bitext:
    """The pairs as a bitext of one document."""
    units = tuple(TranslationUnit(str(n), *pair) for n, pair in enumerate(texts))
    return Bitext("bench.jsonl", units, links=tuple(AlignmentLink((n,), (n,), 1.0) for n in range(0)))


async def review(texts: list[tuple[str, str]], folder: Path) -> None:
    """Open, paint, press keys."""
    bitext = bitext_of(texts)
    with Workspace.open(folder / f"{len(texts)}.db") as workspace:
        start = time.perf_counter()
        session = ReviewSession(bitext, Termbase.of(()), workspace)
        row("judged and opened", time.perf_counter() - start)
        await painted(session)
        start = time.perf_counter()
        session.judged(session.unit().target + "。")
        row("one edit judged again", time.perf_counter() - start)
        start = time.perf_counter()
        session.edit(session.unit().target + "。")
        session.counts()
        row("one edit recorded", time.perf_counter() - start)


async def painted(session: ReviewSession) -> None:
    """First paint, keys, memory of a session that is open."""
    tracemalloc.start()
    tracemalloc.stop()
    start = time.perf_counter()
    app = TaiyakuApp(ReviewScreen(session))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        row("first paint", time.perf_counter() - start)
        for name, keys in (
            ("Down, median", ["down"] * HELD),
            ("n, median", ["n"] * 20),
            ("PgDn, median", ["pagedown"] * 20),
            ("End", ["end"]),
            ("Home", ["home"]),
        ):
            taken = []
            for key in keys:
                began = time.perf_counter()
                await pilot.press(key)
                taken.append(time.perf_counter() - began)
            row(name, statistics.median(taken))
        began = time.perf_counter()
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        row("resize", time.perf_counter() - began)


class Stock(App[None]):
    """One of the library's own lists with the texts wrapped as ours are."""

    def __init__(self, widget: str, texts: list[tuple[str, str]]) -> None:
        super().__init__()
        self._widget = widget
        self._texts = [tuple(map(_wrapped, pair, columns(SIZE[0]))) for pair in texts]

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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stock", type=int, action="append", default=[])
    parser.add_argument("pairs", type=int, nargs="*", default=[2000, 20000])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number in chosen.pairs:
            print(f"{number} pairs")
            texts = pairs(number)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            asyncio.run(review(texts, Path(folder)))
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"  memory, most above before   {(after - before) / 1024:>10.1f} MB")
            for widget in ("DataTable", "OptionList") if number in chosen.stock else ():
                row(f"{widget}, first paint", asyncio.run(stock(widget, texts)))


if __name__ == "__main__":
    sys.exit(main())
