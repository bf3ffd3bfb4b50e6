"""A name that no glossary has.

What it does: it lists the capitalised names of the English for which nobody has a Japanese one,
each once in a document. It is off: it finds no flaws, but what a glossary still lacks. A word that
only begins a sentence, a heading in capitals and what stands in the Japanese in its own letters are
left out.
Why it is bad: how such a name is rendered is the machine's guess, and nothing can check it.
Example: "Quillhaven Pier", which neither the own glossary nor the bundled names have.
Use instead: a row of the glossary with the name and its Japanese.
There is no fix: the Japanese may well be right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.concept import EntityKind
from glossary.english_words import CALENDAR, COMMON_WORDS, OPENING_WORDS
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "unknown-name"

_WORD = r"(?!I\b)[A-ZÀ-Þ](?:\.[A-Z]\.?)*(?:[\w&+-]|['’](?!s\b))*"
_RUN = regex(rf"(?<![\w-]){_WORD}(?: (?:(?:of|for|the|and|de|&|van|von) )?{_WORD})*")
_PEOPLES = ("ean", "ese", "ian", "ish")
_PLAIN = COMMON_WORDS | OPENING_WORDS | CALENDAR
_ENDS = ".!?:;•(“\"’‘'-–—"
_HEADING = 0.6
_SHORTEST = 3


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: it takes a document."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Each unknown name where it stands first, with how often it does."""
    first: dict[str, tuple[AnnotatedUnit, Span]] = {}
    times: dict[str, int] = {}
    common = {w for each in units for w in re.findall("[a-z]+", each.unit.source)}
    for each in units:
        for span in _unknown(each):
            name = span.of(each.unit.source)
            if name.lower() in common:
                continue
            first.setdefault(name, (each, span))
            times[name] = times.get(name, 0) + 1
    for name, (each, span) in first.items():
        yield Finding(
            unit=each.unit.id,
            check=NAME,
            severity=Severity.MINOR,
            message=_message(name, times[name]),
            source=span,
            why=told("capitals in the English, and no row for it"),
        )


def _message(name: str, times: int) -> str:
    if times == 1:
        return told('"{}" is in no glossary', name)
    return told('"{}" is in no glossary, and stands in {} places', name, times)


def _unknown(annotated: AnnotatedUnit) -> Iterator[Span]:
    unit = annotated.unit
    if unit.one_sided or _is_heading(unit.source):
        return
    for match in _RUN.finditer(unit.source):
        span = _name(unit.source, Span(*match.span()))
        if span is None or span.of(unit.source) in unit.target:
            continue
        if not any(span.overlaps(m.span) and not m.doubtful for m in annotated.mentions):
            yield span


def _name(text: str, run: Span) -> Span | None:
    """The run without words that have their capital for another reason."""
    start, end = run.start, run.end
    words = text[start:end].split(" ")
    while words and words[0].casefold().rstrip(".") in _PLAIN:
        start += len(words.pop(0)) + 1
    begins = start == 0 or text[:start].rstrip()[-1:] in _ENDS
    bare = [w for w in words if w.casefold() not in _PLAIN]
    single = len(words) == 1 and (
        begins or len(words[0]) < _SHORTEST or words[0].endswith(_PEOPLES)
    )
    return None if single or not bare else Span(start, end)


def _is_heading(text: str) -> bool:
    """Whether most longer words have a capital and no sentence ends, so that they tell nothing."""
    if text.rstrip().endswith((".", "!", "?")):
        return False
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return bool(sum(w[0].isupper() for w in words) > _HEADING * len(words))


_KNOWN = (concept("Lake Biwa", "琵琶湖", kind=EntityKind.PLACE),)

CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="No glossary has this name.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The ferry from Lake Biwa was sold to the owners of Quillhaven Pier.",
            "琵琶湖のフェリーは、ある桟橋の所有者に売却された。",
            _KNOWN,
        ),
    ),
    passed=(
        Example("The ferry from Lake Biwa was sold.", "琵琶湖のフェリーは売却された。", _KNOWN),
        Example("However, nobody bought it in May.", "しかし、5月には誰も買わなかった。"),
        Example("It is written in Fortran.", "Fortranで書かれている。"),
        Example("Quillhaven Pier Ferry Timetable", "桟橋のフェリーの時刻表"),
    ),
    across=across,
    default=False,
)
