"""`taiyaku glossary`: what the terms know."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.commands import options
from tui.commands.glossary_actions import ALL_ACTIONS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from glossary.concept import Concept
    from glossary.lookup import NameMatch, TermMatch

_SURE = 0.99
_MOST = 5
"""Renderings that people are told of."""


def arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    find = actions.add_parser(
        "find",
        help="look English texts up",
        description="Look English texts up: the concepts that each names, best first, also where "
        "the spelling is a little off; how sure is said then.",
    )
    who = actions.add_parser(
        "who",
        help="whose name a Japanese name is",
        description="Say whose name each Japanese name is, or holds, or nearly is.",
    )
    find.add_argument("asked", metavar="TEXT", nargs="*", help="else one a line on stdin")
    find.set_defaults(act=_find)
    who.add_argument("asked", metavar="NAME", nargs="*", help="else one a line on stdin")
    who.set_defaults(act=_who)
    for command in ALL_ACTIONS:
        own = actions.add_parser(
            command.name, help=command.summary, description=f"{command.name}: {command.summary}."
        )
        command.arguments(own)
        own.set_defaults(act=command.run)
    for action in (find, who):
        options.add_terms(action)
        action.add_argument(
            "--format",
            choices=("text", "jsonl"),
            default="text",
            help="text: for people; jsonl: one line out for each line in",
        )


def run(chosen: Namespace) -> int:
    return int(chosen.act(chosen))


def _find(chosen: Namespace) -> int:
    from glossary.lookup import find
    from tui.pipeline import termbase
    from tui.settings import settings

    terms = termbase(settings(chosen))
    said = _object if chosen.format == "jsonl" else _line
    for text in chosen.asked or _lines(sys.stdin):
        sys.stdout.write(said(text, find(terms, text)) + "\n")
    return 0


def _who(chosen: Namespace) -> int:
    from glossary.lookup import whose
    from tui.pipeline import termbase
    from tui.settings import settings

    terms = termbase(settings(chosen))
    said = _who_object if chosen.format == "jsonl" else _who_lines
    for text in chosen.asked or _lines(sys.stdin):
        sys.stdout.write(said(text, whose(terms, text)) + "\n")
    return 0


def _lines(stream: Iterable[str]) -> Iterable[str]:
    return (line.rstrip("\r\n") for line in stream)


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
            "preferred": m.concept.preferred,
            "context": list(m.concept.context),
        }
        for m in matches
    ]
    return encoded({"matches": rows})


def _line(text: str, matches: tuple[TermMatch, ...]) -> str:
    from tui.console import one_line

    sure = [m for m in matches if _is_named(m)]
    found = "; ".join(
        _rendered(m.concept) + ("" if sure else _how_sure(m.score)) for m in sure or matches
    )
    return one_line(f"{text}: {found or 'nothing known'}")


def _rendered(concept: Concept) -> str:
    """The English with what to write, what may be written, and what may not."""
    said = concept.source[0].text
    said += f" = {concept.preferred}" if concept.accepted else " = (none is given)"
    if others := concept.accepted[1:_MOST]:
        said += f", also {', '.join(others)}"
    if concept.deprecated:
        said += f", not {', '.join(concept.deprecated)}"
    return said + (f" (beside {' or '.join(concept.context)})" if concept.context else "")


def _is_named(match: TermMatch) -> bool:
    """Whether these very words are a name of the concept, perhaps inside a longer text."""
    text = match.text.casefold()
    return match.score > _SURE or any(t.text.casefold() == text for t in match.concept.source)


def _who_object(_: str, matches: tuple[NameMatch, ...]) -> str:
    from tui.reports.wire import encoded

    rows = [
        {
            "concept": m.concept.id,
            "start": m.span.start,
            "end": m.span.end,
            "name": m.term.text,
            "status": m.term.status.value,
            "score": round(m.score, 3),
            "kind": m.concept.kind.value,
            "english": [term.text for term in m.concept.source],
            "renderings": list(m.concept.accepted),
            "note": m.concept.note,
            "from": m.concept.whence,
        }
        for m in matches
    ]
    return encoded({"matches": rows})


def _who_lines(text: str, matches: tuple[NameMatch, ...]) -> str:
    """A line for each concept, so that names of one family can be told apart."""
    from tui.console import one_line

    lines = [one_line(f"{text}: {_owner(m)}") for m in matches]
    return "\n".join(lines or [one_line(f"{text}: nothing known")])


def _owner(match: NameMatch) -> str:
    concept = match.concept
    wrong = match.term.text not in concept.accepted
    name = f"{match.term.text} is " + ("not to be used for " if wrong else "")
    instead = f"; write {concept.preferred}" if wrong and concept.accepted else ""
    note = f": {concept.note}" if concept.note else ""
    where = f"{concept.kind.value}, {concept.whence}"
    return f"{name}{concept.source[0].text}{instead} [{where}]{note}{_how_sure(match.score)}"


def _how_sure(score: float) -> str:
    return "" if score > _SURE else f" ({score:.0%} alike)"
