"""Which documents of a folder belong together: by their names, English and Japanese.

A pattern is a path with placeholders in braces, one for the English and one for the Japanese:
`("{name}.en.{ending}", "{name}.ja.{ending}")`. A placeholder stands for the same text in both; the
last one of a path may not hold a slash, so that `{name}.txt` means any file of its folder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pattern = tuple[str, str]

PATTERNS: tuple[Pattern, ...] = (
    ("{name}.en.{ending}", "{name}.ja.{ending}"),
    ("{name}_en.{ending}", "{name}_ja.{ending}"),
    ("{name}-en.{ending}", "{name}-ja.{ending}"),
    ("{folder}/en/{name}", "{folder}/ja/{name}"),
    ("en/{name}", "ja/{name}"),
)
"""What is tried, in this order, unless the settings name a pattern."""

_PLACEHOLDER = regex(r"\{([a-z]+)\}")


def pairs(
    files: Iterable[str], patterns: Sequence[Pattern] = PATTERNS
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """The pairs among the files (paths with slashes), and the English and the Japanese ones left
    alone.

    All in the order of the files; each file is in one pair at the most.
    """
    there = list(files)
    free = set(there)
    found, alone = [], []
    for file in there:
        wanted = [
            _filled(japanese, match.groupdict())
            for english, japanese in patterns
            if (match := _compiled(english).fullmatch(file))
        ]
        other = next((w for w in wanted if w in free and w != file), None)
        if other is not None:
            found.append((file, other))
            free -= {file, other}
        elif wanted and file in free:
            alone.append(file)
    japanese_names = [_compiled(japanese) for _, japanese in patterns]
    lone = [f for f in there if f in free and any(n.fullmatch(f) for n in japanese_names)]
    return found, alone, lone


def counterparts(file: str, patterns: Sequence[Pattern] = PATTERNS) -> tuple[str, ...]:
    """The names under which the other language of a document may stand, likeliest first."""
    both = [(one, other) for pair in patterns for one, other in (pair, pair[::-1])]
    found = ((_compiled(one).fullmatch(file), other) for one, other in both)
    return tuple(_filled(other, match.groupdict()) for match, other in found if match)


def checked_pattern(given: Sequence[str]) -> Pattern:
    """A pattern that somebody wrote; raises BadContent where it pairs nothing."""
    if len(given) == 2 and given[0] != given[1]:
        names = [set(_PLACEHOLDER.findall(side)) for side in given]
        if names[0] and names[0] == names[1]:
            return given[0], given[1]
    raise BadContent(
        told("{} pairs no files", list(given)),
        'write two paths with the same placeholders, such as ["{name}.src.txt", "{name}.mt.txt"]',
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    names = _PLACEHOLDER.findall(pattern)
    made, at = "", 0
    for match in _PLACEHOLDER.finditer(pattern):
        made += re.escape(pattern[at : match.start()])
        name, last = match[1], match[1] == names[-1]
        again = f"(?P<{name}>" in made
        made += f"(?P={name})" if again else f"(?P<{name}>{'[^/]+' if last else '.+'})"
        at = match.end()
    return re.compile(made + re.escape(pattern[at:]), re.DOTALL)


def _filled(pattern: str, values: dict[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: values[match[1]], pattern)
