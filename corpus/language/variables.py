"""Variables that a program fills in: `%s`, `%1$d`, `%(name)s`, `{}`, `{0}`, `{name:.2f}`.

Only what no sentence says otherwise: `50% of` and `{a, b}` are none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Span
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FLAGS = r"[#0+-]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?"
_VARIABLE = regex(
    rf"%\([\w.-]{{1,60}}\){_FLAGS}[diouxXeEfFgGcrsa]"
    rf"|%\d{{1,2}}\${_FLAGS}[diouxXeEfFgGcs@]"
    rf"|(?<![\d%％])%{_FLAGS}[diuxXfgcs@](?![A-Za-z])"
    r"|\{(?:[A-Za-z_]\w{0,60}|\d{1,3})?(?:[.\[][\w.\[\]]{0,60})?(?:![rsa])?(?::[^{}\s]{0,20})?\}"
)
_COUNTED = regex(r"%(?![(\d]*[($])|\{(?=[!:}])")
"""How one begins that is known by its place in the text alone."""
_LOOKS_LIKE_ONE = regex(r"[{｛][^{}｛｝\n]{0,60}[}｝]|[%％]\s?[(（][^()（）\n]{0,60}[)）]\s?[a-z]?")


class Variable(NamedTuple):
    """One of them, as it is written."""

    text: str
    span: Span

    @property
    def counted(self) -> bool:
        """Whether its place among the others says which it is, so that it must stand as often."""
        return _COUNTED.match(self.text) is not None


def variables(text: str) -> tuple[Variable, ...]:
    """The variables of a text, in order."""
    if "%" not in text and "{" not in text:
        return ()
    return tuple(Variable(m.group(), Span(*m.span())) for m in _VARIABLE.finditer(text))


def beyond(these: Sequence[Variable], others: Sequence[Variable]) -> list[Variable]:
    """Those of `these` that are not among the others, or not as often where that matters.

    What is counted in one text may be numbered in the other: `%s %s` is `%2$s %1$s`.
    """
    if not these:
        return []
    names = {name for _, name in _numbered(others)} | {v.text for v in others}
    left = Counter(v.text for v in others)
    found = []
    for variable, name in _numbered(these):
        if variable.counted and left[variable.text]:
            left[variable.text] -= 1
        elif (variable.counted and name in {v.text for v in others}) or (
            not variable.counted and variable.text in names
        ):
            continue
        else:
            found.append(variable)
    return found


def _numbered(found: Sequence[Variable]) -> Iterator[tuple[Variable, str]]:
    """Each with its name, a number where it is counted."""
    counts: Counter[str] = Counter()
    for variable in found:
        kind = variable.text[0]
        number = counts[kind]
        counts[kind] += variable.counted
        if not variable.counted:
            yield variable, variable.text
        elif kind == "%":
            yield variable, f"%{number + 1}${variable.text[1:]}"
        else:
            yield variable, f"{{{number}{variable.text[1:]}"


def mangled(variable: Variable, text: str) -> Span | None:
    """Where a variable stands in another width, in other letters or with spaces; None where it
    does not, or more than once."""
    pattern = r"(?<![\d%％])" + r"\s*".join(map(_either, variable.text)) + r"(?![A-Za-z])"
    found = [Span(*m.span()) for m in re.finditer(pattern, text, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None


def alike(text: str) -> list[Span]:
    """What has the form of a variable, whatever is in it: `{名前}`."""
    return [Span(*m.span()) for m in _LOOKS_LIKE_ONE.finditer(text)]


def _either(character: str) -> str:
    """A pattern of an ASCII character in either width."""
    return f"[{re.escape(character)}{chr(ord(character) + 0xFEE0)}]"
