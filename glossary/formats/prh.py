"""prh dictionaries, so that textlint users have their terms both ways.

A rule has the Japanese to write (`expected`), wrong forms (`patterns`) and examples (`specs`). prh
does not know the English; it stands in `prh`, the text shown with a finding, as `EN: term | term`
and, after a dash, the note. Patterns that are regular expressions or that would be corrected to
themselves are no terms and are refused or left out.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from corpus.formats.files import decode, read_bytes
from glossary.concept import Spec, TermStatus
from glossary.errors import BadTerm
from glossary.formats.losses import lost
from glossary.formats.pairs import Pair, concepts
from glossary.formats.small_yaml import loads
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept
    from glossary.formats.small_yaml import Value

_ENGLISH = re.compile(r"^EN: (?P<terms>.+?)(?: -- (?P<note>.*))?$", re.DOTALL)
_REGEX = re.compile(r"^/(?P<body>.*)/[a-z]*$", re.DOTALL)
_SPECIAL = re.compile(r"[\\^$.*+?()\[\]{}|]")


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the rules. Raises BadTerm for a rule that does not say its English."""
    text, _ = decode(read_bytes(path), path)
    document = loads(text, path)
    rules = document.get("rules") if isinstance(document, dict) else None
    if not isinstance(rules, list):
        raise BadTerm(f"{path}: no rules", "a prh dictionary has a list `rules:`")
    pairs = (p for n, rule in enumerate(rules, 1) for p in _pairs(rule, f"{path}: rule {n}"))
    return concepts(pairs, path)


def _pairs(rule: Value, place: str) -> Iterator[Pair]:
    if not isinstance(rule, dict) or not isinstance(rule.get("expected"), str):
        raise BadTerm(f"{place}: no `expected`", "write the Japanese that is right")
    expected = str(rule["expected"])
    match = _ENGLISH.match(str(rule.get("prh", "")))
    if match is None:
        raise BadTerm(
            f"{place}: no English for {expected[:30]}", "write prh: 'EN: the English term'"
        )
    terms = [term.strip() for term in match["terms"].split(" | ")]
    specs = tuple(_specs(rule.get("specs", []), terms[0]))
    note = (match["note"] or "").strip()
    yield Pair(place, terms[0], expected, concept=terms[0], note=note, specs=specs)
    for term in terms[1:]:
        yield Pair(place, term, expected, concept=terms[0])
    for key in ("patterns", "pattern"):
        for pattern in _texts(rule.get(key, [])):
            if pattern != expected:
                wrong = _literal(pattern, place)
                yield Pair(place, terms[0], wrong, TermStatus.DEPRECATED, terms[0])


def _texts(value: Value) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _literal(pattern: str, place: str) -> str:
    match = _REGEX.match(pattern)
    if match is None:
        return pattern
    body = re.sub(r"\\(?=[^\w\s])", "", match["body"])
    if _SPECIAL.search(body):
        raise BadTerm(
            f"{place}: {pattern[:30]} is a regular expression", "list the forms themselves"
        )
    return body


def _specs(value: Value, source: str) -> Iterator[Spec]:
    for spec in value if isinstance(value, list) else ():
        if isinstance(spec, dict):
            wrong, right = str(spec.get("from", "")), str(spec.get("to", ""))
            if wrong and wrong != right:
                yield Spec(source, wrong, flagged=True)
            if right:
                yield Spec(source, right, flagged=False)


def write(given: Sequence[Concept]) -> Written:
    """A rule for each concept with its deprecated terms as patterns."""
    lines = ["version: 1", "", "rules:" if given else "rules: []"]
    losses: list[str] = []
    for concept in given:
        english = [term.text for term in concept.source if " | " not in term.text]
        if not english or any(" -- " in text for text in english):
            losses.append(f"{concept.source[0].text}: concept left out: its English cannot be told")
            continue
        losses += lost(concept, "terms", "deprecated", "note")
        note = f" -- {concept.note}" if concept.note else ""
        lines.append(f"  - expected: {_quoted(concept.preferred)}")
        lines.append(f"    prh: {_quoted('EN: ' + ' | '.join(english) + note)}")
        wrong = [text for text in concept.deprecated if text not in concept.preferred]
        losses += [
            f"{english[0]}: deprecated left out: {text}: prh would correct it inside the right form"
            for text in concept.deprecated
            if text not in wrong
        ]
        lines += ["    patterns:"] if wrong else []
        lines += [f"      - {_quoted(_pattern(text))}" for text in wrong]
        lines += ["    specs:"] if wrong else []
        for text in wrong:
            lines += [
                f"      - from: {_quoted(text)}",
                f"        to:   {_quoted(concept.preferred)}",
            ]
    return Written(("\n".join(lines) + "\n").encode(), tuple(losses))


def _pattern(text: str) -> str:
    """As a literal; one between strokes would be read as a regular expression."""
    return f"/{re.escape(text)}/" if _REGEX.match(text) else text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


FORMAT = TermFormat("prh", (".yml", ".yaml"), read, write)
