"""Options that several commands have, so that they read and mean the same everywhere."""

from __future__ import annotations

from argparse import SUPPRESS
from typing import TYPE_CHECKING

from tui.language import LANGUAGES

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_terms(parser: ArgumentParser) -> None:
    """`--glossary` and `--no-names`. Without a flag the value is None: the settings decide."""
    parser.add_argument(
        "--glossary",
        metavar="FILE",
        action="append",
        help="terms to hold the translation to, a CSV with source,target; may be repeated",
    )
    parser.add_argument(
        "--no-names",
        dest="names",
        action="store_const",
        const=False,
        help="leave out the bundled names",
    )


def add_language(parser: ArgumentParser) -> None:
    """`--lang`; where it is not said again, it stays as it was said before the command."""
    parser.add_argument(
        "--lang",
        dest="language",
        choices=tuple(LANGUAGES),
        default=SUPPRESS,
        help="of the screens (default: as the settings or the environment say)",
    )


def add_workspace(parser: ArgumentParser) -> None:
    """`--workspace`."""
    from pathlib import Path

    parser.add_argument(
        "--workspace",
        metavar="FILE",
        type=Path,
        help="where edits and decisions are kept "
        "(default: .taiyaku/workspace.db upwards from here, else the user's data folder)",
    )


def add_checks(parser: ArgumentParser) -> None:
    """`--select` and `--ignore`."""
    for flag, text in (
        ("--select", "run only these checks; strict, default and quiet are whole profiles"),
        ("--ignore", "leave these checks out"),
    ):
        parser.add_argument(
            flag, metavar="CHECK,...", type=lambda v: tuple(v.split(",")), help=text
        )


def add_versions(parser: ArgumentParser, words: str) -> None:
    """The texts of `tui.versions.versions`."""
    parser.add_argument("texts", metavar="TEXT", nargs="+", help=words)


def add_output(parser: ArgumentParser) -> None:
    """`-o`."""
    from pathlib import Path

    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="write here instead of to stdout"
    )
