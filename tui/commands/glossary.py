"""`taiyaku glossary`: what the terms know."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.commands import options
from tui.commands.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from glossary.recognition import TermMatch


def arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    find = actions.add_parser(
        "find",
        help="look English texts up, one a line on stdin",
        description="Look English texts up, one a line on stdin: the concepts that each names, "
        "best first, also where the spelling is a little off.",
    )
    options.add_terms(find)
    find.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="text: for people; jsonl: one line out for each line in",
    )
    find.set_defaults(act=_find)


def run(chosen: Namespace) -> int:
    return int(chosen.act(chosen))


def _find(chosen: Namespace) -> int:
    from glossary.recognition import find
    from tui.pipeline import termbase
    from tui.settings import settings

    terms = termbase(settings(chosen))
    said = _object if chosen.format == "jsonl" else _line
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        sys.stdout.write(said(text, find(terms, text)) + "\n")
    return 0


def _object(_: str, matches: tuple[TermMatch, ...]) -> str:
    from tui.reports.wire import encoded

    rows = [
        {
            "concept": m.concept.id,
            "start": m.span.start,
            "end": m.span.end,
            "text": m.text,
            "score": round(m.score, 3),
            "renderings": list(m.concept.accepted),
        }
        for m in matches
    ]
    return encoded({"matches": rows})


def _line(text: str, matches: tuple[TermMatch, ...]) -> str:
    from tui.console import one_line

    found = "; ".join(f"{m.text} = {', '.join(m.concept.accepted)}" for m in matches)
    return one_line(f"{text}: {found or 'nothing known'}")


COMMAND = Command("glossary", "look terms up", arguments, run)
