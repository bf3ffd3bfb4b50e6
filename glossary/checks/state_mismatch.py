"""A file that calls a text translated, reviewed or final where there is no Japanese, or none yet.

What it does: in formats that say how far each translation has come, the check compares that with
the text: a unit that counts as translated and is empty or still the English sentence, and one that
counts as untranslated though its Japanese stands there.
Why it is bad: the next program believes the state, and delivers the English or throws the Japanese
away.
Example: "It rained for three days." with the state `final` and the same words as Japanese.
Use instead: 三日間雨が降った。 with the state `translated`.
There is no fix: a person translates it, or confirms it (`c`), which sets the state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.bitext import Span, State
from corpus.formats.inline import MARK
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "state-mismatch"
_DONE: Final = (State.TRANSLATED, State.SIGNED_OFF, State.FINAL)
_JAPANESE: Final = regex("[\u3041-\u30fe\u4e00-\u9fff]")
_SENTENCE: Final = regex(r"[A-Za-z]+(?:[ ,]+[a-z]+){2}")
"""Names, codes and addresses rightly stay as they are; running English does not."""


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Units that count as translated and are not."""
    unit = annotated.unit
    if unit.state not in _DONE:
        return
    source, target = _words(unit.source), _words(unit.target)
    if not source:
        return
    if not target:
        message = told("the file says {}, but there is no Japanese", unit.state.value)
        yield _finding(unit.id, Severity.MAJOR, message)
    elif target == source and _SENTENCE.search(source):
        message = told("the file says {}, but the English stands there", unit.state.value)
        yield _finding(unit.id, Severity.MAJOR, message, Span(0, len(unit.target)))


def across(document: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Japanese that counts as untranslated, in a file that knows better of others: one that calls
    everything untranslated keeps no states."""
    units = [annotated.unit for annotated in document]
    if not any(unit.state in _DONE for unit in units):
        return
    for unit in units:
        if unit.state is State.UNTRANSLATED and _JAPANESE.search(unit.target):
            message = told("the file says untranslated, but there is Japanese")
            yield _finding(unit.id, Severity.MINOR, message)


def _finding(unit: str, severity: Severity, message: str, target: Span | None = None) -> Finding:
    return Finding(
        unit=unit,
        check=NAME,
        severity=severity,
        message=message,
        target=target,
        why=told("the state of the unit in its file"),
    )


def _words(text: str) -> str:
    """The text without its tags."""
    return MARK.sub("", text).strip()


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="The state of a unit in its file contradicts its text.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("It rained.", "", states=(State.FINAL,)),
        Example(
            "It rained.\n\nIt snowed.",
            "雨が降った。\n\n雪が降った。",
            states=(State.TRANSLATED, State.UNTRANSLATED),
        ),
    ),
    passed=(
        Example("It rained.", "雨が降った。", states=(State.FINAL,)),
        Example("It rained.", "雨が降った。", states=(State.UNTRANSLATED,)),
        Example("It rained.", "", states=(State.UNTRANSLATED,)),
        Example("It rained.", ""),
        Example("Windows Server 2022", "Windows Server 2022", states=(State.FINAL,)),
    ),
    across=across,
)
