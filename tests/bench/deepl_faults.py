"""By hand: every fault of a translation engine, what the person sees of it, and what was kept.

    uv run python tests/bench/deepl_faults.py

Each fault meets a text of three sections, the second of which it hits, on the command line and
against the stand-in. Printed is a table. The tests look in all of it for the key.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.engines.stand_in import Fault, StandIn
from corpus.workspace.store import Workspace
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "SECRET-0123456789abcdef:fx"
TEXTS = {"Section one": "第一節", "Section two": "第二節", "Section three": "第三節"}
NAMES = "source,target,kind\nMitsui E&S,三井E&S,company\n"
TRANSLATE = ("translate", "en.txt", "--yes")
WITH_TERMS = (*TRANSLATE, "--glossary", "names.csv")
SYNC = ("glossary", "sync", "--glossary", "names.csv", "--push")


@dataclass(frozen=True, slots=True)
class Case:
    """Something that goes wrong, and the command that it meets."""

    what: str
    make: Callable[[StandIn], object] = lambda _: None
    command: tuple[str, ...] = TRANSLATE
    before: tuple[tuple[str, ...], ...] = ()
    """Commands that go well before it."""
    env: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it."""

    code: int
    said: str
    """All that was written to stdout and stderr by the command."""
    kept: int
    """Paragraphs whose Japanese is in the workspace."""
    unknown: int
    """Paragraphs that may have been billed without an answer."""
    leaked: bool
    """Whether the key stood in what was said, or in any file."""


def second(*faults: Fault) -> Callable[[StandIn], object]:
    """The first request for a translation goes well, the next ones meet these."""
    return lambda server: server.switches.faults.extend((Fault(), *faults))


def gone(server: StandIn) -> None:
    server.glossaries.kept.clear()


def edited(server: StandIn) -> None:
    for glossary in server.glossaries.kept:
        server.glossaries.entries(glossary)["Mitsui E&S"] = "三井のあれ"


def portal(server: StandIn) -> None:
    server.switches.other_faults.extend([Fault(html=True)] * 9)


CASES = (
    Case("no key", env=(("DEEPL_AUTH_KEY", ""),)),
    Case("a key with blanks inside", env=(("DEEPL_AUTH_KEY", "SECRET 0123456789abcdef"),)),
    Case("403, a wrong key", lambda s: setattr(s.switches, "keys", frozenset({"another"}))),
    Case("401", second(Fault(401))),
    Case("403 without the right to usage", lambda s: s.switches.scopes.discard("usage")),
    Case(
        "403 without glossaries:write",
        lambda s: s.switches.scopes.discard("glossaries:write"),
        SYNC,
    ),
    Case("456, the quota", second(Fault(456))),
    Case("429 once", second(Fault(429))),
    *(Case(f"{status} once", second(Fault(status))) for status in (500, 502, 503, 504, 529)),
    Case("nobody answers", lambda s: s.stop()),
    Case("cut before the work", second(Fault(cut=True))),
    Case("cut after the work", second(Fault(cut=True, billed=True))),
    Case("TLS trouble", env=(("https", "1"),)),
    Case("413 for a batch of one", second(Fault(413))),
    Case("400", second(Fault(400, message=f"bad value {KEY}"))),
    Case("404, something else", second(Fault(404, message="style rule"))),
    Case("a page of HTML with 200", second(Fault(html=True))),
    Case("the glossary is gone", gone, WITH_TERMS, (SYNC,)),
    Case("the glossary is gone, a push", gone, SYNC, (SYNC,)),
    Case("a stranger changed it", edited, WITH_TERMS, (SYNC,)),
    Case("a stranger changed it, a push", edited, SYNC, (SYNC,)),
    Case("the terms were never pushed", command=WITH_TERMS),
    Case("a page of HTML for a glossary", portal, SYNC),
    Case("456 for a glossary", lambda s: s.switches.other_faults.append(Fault(456)), SYNC),
    Case("403 for usage", lambda s: s.switches.scopes.discard("usage"), ("usage",)),
)


def met(case: Case, folder: Path) -> Outcome:
    """Let a case happen in an empty folder."""
    (folder / "en.txt").write_text("\n\n".join(TEXTS) + "\n", encoding="utf-8")
    (folder / "names.csv").write_text(NAMES, encoding="utf-8")
    with StandIn(TEXTS) as server, contextlib.chdir(folder):
        own = {"DEEPL_SERVER_URL": server.url, "DEEPL_AUTH_KEY": KEY, "HOME": str(folder)}
        own |= {"XDG_CONFIG_HOME": str(folder), "TAIYAKU_WORKSPACE": str(folder / "w.db")}
        own |= dict(case.env)
        if own.pop("https", ""):
            own["DEEPL_SERVER_URL"] = server.url.replace("http:", "https:")
        saved = dict(os.environ)
        os.environ.update(own)
        try:
            for command in case.before:
                _said(command)
            case.make(server)
            code, said = _said(case.command)
        finally:
            os.environ.clear()
            os.environ.update(saved)
    return Outcome(code, said, *_kept(folder), _leaked(said, folder))


def _said(command: tuple[str, ...]) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        return main(list(command)), out.getvalue()


def _kept(folder: Path) -> tuple[int, int]:
    with Workspace.open(folder / "w.db") as workspace:
        cache = workspace.engine_cache()
        kept = sum(bool(cache.made_of(text)) for text in TEXTS)
        sent = cache._database.rows("SELECT count(*) FROM sent")[0][0]
    return kept, sent


def _leaked(said: str, folder: Path) -> bool:
    files = [f.read_bytes() for f in folder.rglob("*") if f.is_file()]
    return "SECRET" in said or any(b"SECRET" in data for data in files)


def print_table() -> None:
    """Let every case happen, and print a row for each."""
    print("| fault | exit | what the person sees | kept | unknown | key shown |")
    print("| --- | --- | --- | --- | --- | --- |")
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            found = met(case, Path(folder))
        lines = found.said.splitlines()
        told = [x for x in lines if x.startswith(("error:", "hint:", "left in", "DeepL is busy"))]
        told += [x for x in lines if " sent before" in x or ("again in" in x and x not in told)]
        said, shown = "<br>".join(told or lines[-2:]), "YES" if found.leaked else "no"
        cells = (case.what, found.code, said, f"{found.kept} of 3", found.unknown, shown)
        print("|", " | ".join(map(str, cells)), "|", flush=True)


if __name__ == "__main__":
    sys.exit(print_table())
