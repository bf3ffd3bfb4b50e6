"""The command line: parser, exit codes, errors to stderr.

Exit codes: 0 nothing to report, 1 findings, 2 could not run (with `error:` and `hint:`).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from corpus.errors import TaiyakuError
from corpus.patterns import regex
from corpus.told import reason, told
from tui.commands import ALL_COMMANDS, options
from tui.console import complain, prepare
from tui.language import address, blamed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commands.command import Command

COULD_NOT_RUN = 2
_LONGEST = 80
"""Characters of the name of a file that are said."""
_LIKE_A_KEY = regex(r"\S+:fx\b|\b[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}")
"""Somebody may type a key as an argument; it need not stand on the screen a second time."""


class Parser(argparse.ArgumentParser):
    """Usage mistakes in the same two lines as all other errors."""

    def error(self, message: str) -> NoReturn:
        said = _LIKE_A_KEY.sub("…", message)
        advice = told("{} --help shows what can be said", self.prog)
        complain(*blamed(TaiyakuError(told(said), advice)))
        sys.exit(COULD_NOT_RUN)


class _CommandParser(Parser):
    """Comes into being when it is asked for something: most are only listed by `--help`, and the
    arguments of a command may load much."""

    def __init__(self, **said: Any) -> None:
        self.__dict__["_said"] = said

    def __getattr__(self, name: str) -> Any:  # called where there is no such attribute (yet)
        said = self.__dict__.pop("_said", None)
        if said is None:
            raise AttributeError(name)
        command: Command | None = said.pop("command", None)  # None: a word after a command's
        super().__init__(**said)
        if command:
            command.arguments(self)
            self.set_defaults(run=command.run)
        return getattr(self, name)


class _Version(argparse.Action):
    """Asks for the version only when somebody wants it: the look-up takes as long as a check."""

    def __init__(self, option_strings: Sequence[str], dest: str, **rest: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **rest)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"taiyaku {version('taiyaku')}")  # noqa: T201
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """The whole parser; a command's arguments are added by the command, once it is chosen."""
    top = Parser(
        prog="taiyaku",
        description="Review machine translation from English into Japanese. "
        "Without a command: the start screen, or, without a terminal, the findings of the sample.",
    )
    top.add_argument("--version", action=_Version, help="show the version and leave")
    options.add_language(top)
    subparsers = top.add_subparsers(
        title="commands", metavar="COMMAND", parser_class=_CommandParser
    )
    for command in ALL_COMMANDS:
        said: dict[str, Any] = {"description": command.summary, "command": command}
        subparsers.add_parser(command.name, help=command.summary, **said)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Never raises for what a person can mend."""
    prepare()
    address("")
    chosen = parser().parse_args(arguments)
    try:
        _address_person(chosen)
        if not hasattr(chosen, "run"):
            from tui.start import start

            return start(chosen)
        return int(chosen.run(chosen))
    except TaiyakuError as error:
        complain(*blamed(error))
    except BrokenPipeError:
        # The reader of a pipe has seen enough; keep the interpreter from flushing into it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        complain(*blamed(_interrupted()))
    except OSError as error:
        complain(*blamed(_refused(error)))
    except Exception as error:
        if os.environ.get("TAIYAKU_DEBUG"):
            raise
        complain(*blamed(_fault(error)))
    return COULD_NOT_RUN


def _address_person(chosen: argparse.Namespace) -> None:
    """In the language that is set; a fault of the settings is for the command to tell."""
    from tui.settings import settings

    with contextlib.suppress(TaiyakuError):
        address(settings(chosen).language)


def _interrupted() -> TaiyakuError:
    return TaiyakuError("interrupted", "nothing was half-written; run the same command again")


def _refused(error: OSError) -> TaiyakuError:
    """What the system would not do, where no command knew better."""
    name = str(error.filename or "")
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return TaiyakuError(told("{}: {}", shown, reason(error)), "check the name and its rights")


def _fault(error: Exception) -> TaiyakuError:
    return TaiyakuError(
        told("this is a fault of taiyaku: {}", type(error).__name__),
        "run again with TAIYAKU_DEBUG=1 in the environment and report what it prints",
    )


def run() -> NoReturn:
    """The installed command."""
    sys.exit(main())
