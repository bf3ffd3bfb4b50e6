"""A small statement with two kinds of mistakes, and the review of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

# Read once, when textual is imported (see tui/app.py).
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)
# What is started here speaks English, whatever the machine does.
os.environ["LANGUAGE"] = "en"

import pytest

from corpus.bitext import AlignmentLink, Bitext, TranslationUnit
from corpus.formats.plain import read
from corpus.segmentation import unit_ids
from corpus.workspace.store import Workspace
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.termbase import Termbase
from tui.language import speak
from tui.review.session import ReviewSession
from tui.sample import sample

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from corpus.engines.stand_in import StandIn
    from front.browser import Tab

PAIRS = (
    ("The Bank of Japan kept its policy rate at 0.5%.", "日本銀行は政策金利を0.5%に据え置いた。"),
    (
        "Mitsui E&S will build the cranes for the new terminal.",
        "三井物産E&Sが新しいターミナルのクレーンを建造する。",
    ),
    ("The harbour opened in 1889.", "この港は1889年に開かれた。"),
    (
        "Rapidus began a pilot line in Chitose.",
        "ラピッドゥスは千歳で試作ラインを動かし始めた。",
    ),
    ("Snow fell for three days.", "雪は三日間降り続いた。"),
    (
        "The government supports Rapidus, and Rapidus thanked it.",
        "政府はラピッドゥスを支援し、ラピッドゥスは謝意を示した。",
    ),
)


def _concept(id: str, english: str, japanese: str, wrong: str = "") -> Concept:  # noqa: A002
    terms = [Term(japanese)]
    if wrong:
        terms.append(Term(wrong, TermStatus.DEPRECATED))
    return Concept(id, (Term(english),), tuple(terms), EntityKind.COMPANY, origin="own.csv")


TERMBASE = Termbase.of(
    (
        _concept("mitsui-es", "Mitsui E&S", "三井E&S"),
        _concept("mitsui-co", "Mitsui & Co.", "三井物産"),
        _concept("rapidus", "Rapidus", "ラピダス", "ラピッドゥス"),
        _concept("boj", "Bank of Japan", "日本銀行"),
    )
)


class Opening(Protocol):
    """Opens the review of the statement, or of other pairs; closes the one opened before."""

    def __call__(self, pairs: tuple[tuple[str, str], ...] = PAIRS) -> ReviewSession: ...


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English, and leaves it so."""
    speak("en")
    yield
    speak("en")


@pytest.fixture
def japanese(english: None) -> None:
    """The interface in Japanese."""
    speak("ja")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where `en.txt`, `ja.txt` and the workspace are."""
    return tmp_path


@pytest.fixture
def opened(folder: Path) -> Iterator[Opening]:
    sessions: list[ReviewSession] = []

    def open_review(pairs: tuple[tuple[str, str], ...] = PAIRS) -> ReviewSession:
        if sessions:
            sessions.pop().close()
        session = ReviewSession(
            _bitext(folder, pairs), TERMBASE, Workspace.open(folder / "workspace.db")
        )
        sessions.append(session)
        return session

    yield open_review
    for session in sessions:
        session.close()


def _bitext(folder: Path, pairs: tuple[tuple[str, str], ...]) -> Bitext:
    """The files are written the first time and read every time."""
    paths = [folder / "en.txt", folder / "ja.txt"]
    for path, texts in zip(paths, zip(*pairs, strict=True), strict=True):
        if not path.exists():
            path.write_text("\n\n".join(t for t in texts if t) + "\n", encoding="utf-8")
    source, target = (read(str(path)) for path in paths)
    ids = unit_ids(english or japanese for english, japanese in pairs)
    sources, targets = iter(source.segments), iter(target.segments)
    units = []
    for id_, (english, japanese) in zip(ids, pairs, strict=True):
        here = next(sources) if english else None
        there = next(targets) if japanese else None
        units.append(
            TranslationUnit(
                id_,
                here.text if here else "",
                there.text if there else "",
                source_span=here.span if here else None,
                target_span=there.span if there else None,
            )
        )
    links = tuple(AlignmentLink((n,), (n,), 1.0) for n in range(len(units)))
    return Bitext(target.name, tuple(units), source, target, links)


@dataclass(frozen=True)
class Served:
    """A running `taiyaku serve`."""

    address: str
    process: subprocess.Popen[str]

    def end(self) -> tuple[int, str]:
        """Ctrl+C; what it ended with, and what it has said on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said


@pytest.fixture
def served(folder: Path) -> Iterator[Callable[..., Served]]:
    """Starts `taiyaku serve WORDS` beside a copy of the sample, with its workspace in `w.db`."""
    for path in sample():
        shutil.copy(path, folder)
    running: list[Served] = []

    def serve(*words: str) -> Served:
        process = subprocess.Popen(
            [sys.executable, "-c", "from tui.cli import run; run()", "serve", *words],
            cwd=folder,
            env=os.environ | {"TAIYAKU_WORKSPACE": str(folder / "w.db")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdout is not None
        running.append(Served(process.stdout.readline().strip(), process))
        return running[-1]

    yield serve
    for site in running:
        if site.process.returncode is None:
            site.end()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[StandIn]:
    """The stand-in for DeepL, which every request of the test goes to."""
    from corpus.engines.stand_in import StandIn
    from front.deepl import JA, KEY

    with StandIn(JA, {"Mitsui E&S": "三井物産E&S"}) as started:
        monkeypatch.setenv("DEEPL_SERVER_URL", started.url)
        monkeypatch.setenv("DEEPL_AUTH_KEY", KEY)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        yield started


@pytest.fixture
async def tab(tmp_path: Path) -> AsyncIterator[Tab]:
    """A tab of a fresh browser."""
    from front.browser import CHROMIUM, browser

    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    async with browser(tmp_path) as opened:
        yield opened
