"""`taiyaku doctor`: what of this machine matters to taiyaku, and what is wrong with it.

In a terminal it also has the person type a word, to see what an input method sends here.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from corpus.extras import adding
from corpus.told import told
from tui.commands import options
from tui.console import one_line
from tui.language import mistake, retold, speak, tr

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from pathlib import Path

    from tui.settings import Settings

_BARS = ("日本語の文字は二つ分です|", "one cell for each letter|")
_SMALLEST = (72, 20)

Line = tuple[bool, str, str]
"""Whether all is well, what was looked at, and what was found."""


def arguments(parser: ArgumentParser) -> None:
    options.add_workspace(parser)
    options.add_language(parser)


def run(chosen: Namespace) -> int:
    """0 where all is well, else 1."""
    from tui.settings import settings

    speak(getattr(chosen, "language", ""))
    try:
        wanted = settings(chosen)
        speak(wanted.language)
        kept = list(_kept(wanted))
    except TaiyakuError as error:
        kept = [(False, told("settings"), mistake(error))]
    well = [_say(line) for line in (*_program(), *_terminal(), *kept)]
    print(tr("These two lines end in one column where the terminal draws Japanese rightly:"))  # noqa: T201
    print(*_BARS, sep="\n")  # noqa: T201
    if sys.stdin.isatty() and sys.stdout.isatty():
        from tui.input_method import ask

        well += [_say((is_well, told("input method"), said)) for is_well, said in ask()]
    return 0 if all(well) else 1


def _say(line: Line) -> bool:
    """Print what was found; whether all is well with it."""
    well, what, found = line
    sign = tr("ok") if well else tr("BAD")
    print(one_line(f"{sign} {retold(what)}: {retold(found)}"))  # noqa: T201
    return well


def _program() -> Iterator[Line]:
    import platform
    from importlib.metadata import version

    python = platform.python_version()
    found = f"taiyaku {version('taiyaku')}, Python {python}, {platform.system()}"
    yield True, told("program"), found
    for extra, packages in _extras().items():
        missing = [name for name in packages if not _installed(name)]
        said = told("installed")
        if missing:
            said = told("not installed; {}", adding(extra))
        yield True, told("extra {}", extra), said
    is_set = bool(os.environ.get("DEEPL_AUTH_KEY"))
    key = told("set in the environment") if is_set else told("not in the environment")
    yield True, told("DeepL key"), key


def _extras() -> dict[str, list[str]]:
    """The packages of each extra, as the installed program names them."""
    from importlib.metadata import requires

    extras: dict[str, list[str]] = {}
    for requirement in requires("taiyaku") or []:
        name, _, condition = requirement.partition(";")
        if "extra ==" in condition:
            extra = condition.split("extra ==")[1].strip(" '\"")
            extras.setdefault(extra, []).append(name.strip().split("=")[0].strip("<>~!["))
    return extras


def _installed(package: str) -> bool:
    from importlib.metadata import PackageNotFoundError, version

    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


def _terminal() -> Iterator[Line]:
    if not sys.stdout.isatty():
        none = told("none: check and review --plain work, the app does not")
        yield True, told("terminal"), none
        return
    size = shutil.get_terminal_size()
    large = size.columns >= _SMALLEST[0] and size.lines >= _SMALLEST[1]
    found = f"{os.environ.get('TERM', '?')}, {size.columns}x{size.lines}"
    need = told("{}; the app needs {}x{}", found, *_SMALLEST)
    yield large, told("terminal"), found if large else need
    encoding = sys.stdout.encoding.lower()
    yield encoding == "utf-8", told("encoding"), encoding


def _kept(wanted: Settings) -> Iterator[Line]:
    from platformdirs import user_cache_path

    from tui.settings import workspace_path

    path = workspace_path(wanted)
    missing = (True, told("workspace file"), told("{}, not made yet", path))
    yield _workspace(path) if path.is_file() else missing
    cache = user_cache_path("taiyaku", appauthor=False)
    above = next(p for p in (cache, *cache.parents) if p.exists())
    slow = told("{}, which cannot be written: names are read anew every time", cache)
    yield True, told("cache"), str(cache) if os.access(above, os.W_OK) else slow


def _workspace(path: Path) -> Line:
    from corpus.workspace.backups import backups
    from corpus.workspace.store import Workspace

    try:
        with Workspace.open(path, read_only=True) as workspace:
            terms, waivers = len(list(workspace.terms())), len(workspace.waivers())
    except TaiyakuError as error:
        return False, told("workspace file"), mistake(error)
    copies = backups(path)
    found = told("{}, {} terms, {} ignored findings", path, terms, waivers)
    return (
        True,
        told("workspace file"),
        told("{}, copied to {}", found, copies[0]) if copies else found,
    )
