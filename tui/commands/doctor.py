"""`taiyaku doctor`: what of this machine matters to taiyaku, and what is wrong with it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from tui.commands import options
from tui.commands.command import Command
from tui.console import one_line

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


def run(chosen: Namespace) -> int:
    """0 where all is well, else 1."""
    from tui.settings import settings

    try:
        wanted = settings(chosen)
        lines = [*_program(), *_terminal(), *_kept(wanted)]
    except TaiyakuError as error:
        lines = [*_program(), *_terminal(), (False, "settings", f"{error.message}: {error.hint}")]
    for well, what, found in lines:
        print(one_line(f"{'ok' if well else 'BAD'} {what}: {found}"))  # noqa: T201
    print("These two lines end in one column where the terminal draws Japanese rightly:")  # noqa: T201
    print(*_BARS, sep="\n")  # noqa: T201
    return 0 if all(well for well, _, _ in lines) else 1


def _program() -> Iterator[Line]:
    from importlib.metadata import version

    python = platform.python_version()
    yield True, "program", f"taiyaku {version('taiyaku')}, Python {python}, {platform.system()}"
    for extra, packages in _extras().items():
        missing = [name for name in packages if not _installed(name)]
        said = f"not installed; pip install 'taiyaku[{extra}]'" if missing else "installed"
        yield True, f"extra {extra}", said
    key = "set in the environment" if os.environ.get("DEEPL_AUTH_KEY") else "not in the environment"
    yield True, "DeepL key", key


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
        yield True, "terminal", "none: check and review --plain work, the app does not"
        return
    size = shutil.get_terminal_size()
    large = size.columns >= _SMALLEST[0] and size.lines >= _SMALLEST[1]
    need = "" if large else f"; the app needs {_SMALLEST[0]}x{_SMALLEST[1]}"
    term = os.environ.get("TERM", "unknown")
    yield large, "terminal", f"{term}, {size.columns}x{size.lines}{need}"
    encoding = sys.stdout.encoding.lower()
    yield encoding == "utf-8", "encoding", encoding


def _kept(wanted: Settings) -> Iterator[Line]:
    from platformdirs import user_cache_path

    from tui.settings import workspace_path

    path = workspace_path(wanted)
    yield _workspace(path) if path.is_file() else (True, "workspace", f"{path}, not made yet")
    cache = user_cache_path("taiyaku", appauthor=False)
    above = next(p for p in (cache, *cache.parents) if p.exists())
    writable = os.access(above, os.W_OK)
    said = "" if writable else ", which cannot be written: names are read anew every time"
    yield True, "cache", f"{cache}{said}"


def _workspace(path: Path) -> Line:
    from corpus.workspace.backups import backups
    from corpus.workspace.store import Workspace

    try:
        with Workspace.open(path, read_only=True) as workspace:
            terms, waivers = len(list(workspace.terms())), len(workspace.waivers())
    except TaiyakuError as error:
        return False, "workspace", f"{error.message}: {error.hint}"
    copies = backups(path)
    kept = f", copied to {copies[0]}" if copies else ""
    return True, "workspace", f"{path}, {terms} terms, {waivers} ignored findings{kept}"


COMMAND = Command("doctor", "say what of this machine matters to taiyaku", arguments, run)
