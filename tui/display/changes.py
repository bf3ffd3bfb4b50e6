"""What differs between two Japanese texts, as the words that changed."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from corpus.bitext import Span
from corpus.patterns import regex
from tui.display.printable import flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.finding import Fix

RUNS: Final = regex(
    r"[\u3041-\u309f]+|[\u30a0-\u30ffｦ-ﾟ]+|[\u3400-\u9fff々〆]+|[A-Za-zＡ-Ｚａ-ｚ]+"
    r"|[\d０-９][\d０-９.,]*|\s+|."
)
"""Stretches of one script: hiragana, katakana, kanji, Latin letters, a number, blanks."""


def changes(before: str, after: str) -> str:
    """`-ラピッドゥス- +ラピダス+`: what went and what came, in reading order."""
    old, new = RUNS.findall(before), RUNS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    said = [
        _change("".join(old[start:end]), "".join(new[new_start:new_end]))
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]
    return flat("  ".join(said))


def changed_spans(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the two differ: what goes of the one, and what comes in the other."""
    old, new = RUNS.findall(before), RUNS.findall(after)
    places = [(0, *accumulate(map(len, runs))) for runs in (old, new)]
    gone, come = [], []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind != "equal":
            gone.append(Span(places[0][start], places[0][end]))
            come.append(Span(places[1][first], places[1][last]))
    return tuple(s for s in gone if len(s)), tuple(s for s in come if len(s))


def mended(text: str, fixes: Iterable[Fix], context: int) -> str:
    """The text around each fix, with what goes and what comes, cut to `context` characters."""
    return flat("".join(_mended(text, sorted(fixes, key=lambda f: f.span), context)))


def _mended(text: str, fixes: list[Fix], context: int) -> Iterator[str]:
    at = 0
    for number, fix in enumerate(fixes):
        if number and fix.span.start - at <= 2 * context:
            yield text[at : fix.span.start]
        else:
            if number:
                yield text[at : at + context]
            yield "~" if fix.span.start - context > at else ""
            yield text[max(at, fix.span.start - context) : fix.span.start]
        yield _change(fix.found, fix.replacement)
        at = fix.span.end
    yield text[at:]


def _change(old: str, new: str) -> str:
    return " ".join(part for part in (old and f"-{old}-", new and f"+{new}+") if part)
