"""prh dictionaries, so that textlint users have their terms both ways.

A rule has the Japanese to write (`expected`), wrong forms (`patterns`) and examples (`specs`). prh
does not know the English; it stands in `prh`, the text shown with a finding, written as
`EN: term | TERM (case) [kind] -- note`. Patterns that are regular expressions or that would be
corrected to themselves are no terms and are refused or left out.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from corpus.formats.files import decode, read_bytes
from corpus.patterns import regex
from corpus.told import told
from glossary.concept import EntityKind, Spec, TermStatus
from glossary.errors import BadTerm
from glossary.formats.losses import lost
from glossary.formats.pairs import Pair, concepts
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept

Value = str | list["Value"] | dict[str, "Value"]
"""What is read of a file: texts alone, no numbers, dates or objects."""

_KINDS = "|".join(EntityKind)
_ENGLISH = regex(
    rf"^EN: (?P<terms>.+?)(?: \[(?P<kind>{_KINDS})\])?(?: -- (?P<note>.*))?$", re.DOTALL
)
_CASE = " (case)"
_UNTELLABLE = regex(r" \| | -- | \(case\)$|\]$")
"""What in an English term would be taken for something else."""
_REGEX = regex(r"^/(?P<body>.*)/[a-z]*$", re.DOTALL)
_ESCAPED = regex(r"\\(.)", re.DOTALL)
_MEANING_MORE = regex(r"(?<!\\)(?:\\\\)*\\\w")
"""A letter behind a stroke, as in \\d."""
_SPECIAL = regex(r"[\\^$.*+?()\[\]{}|]")


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the rules. Raises BadTerm for a rule that does not say its English."""
    text, _ = decode(read_bytes(path), path)
    document = _loaded(text, path)
    rules = document.get("rules") if isinstance(document, dict) else None
    if not isinstance(rules, list):
        raise BadTerm(told("{}: no rules", path), "a prh dictionary has a list `rules:`")
    pairs = (p for n, rule in enumerate(rules, 1) for p in _pairs(rule, f"{path}: rule {n}"))
    return concepts(pairs, path)


def _loaded(text: str, path: str) -> Value:
    """The file as plain lists, mappings and texts; aliases are refused, since few can stand for
    millions of lines."""
    import yaml

    class Plain(yaml.BaseLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
                raise yaml.MarkedYAMLError(None, None, "an alias", mark)
            return super().compose_node(parent, index)

    hint = told("it must be plain YAML: keys, lists with -, quoted or plain texts")
    try:
        value: Value = yaml.load(text, Loader=Plain)  # noqa: S506 -- it makes texts alone
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadTerm(told("{}:{}: {}", path, line, error.problem), hint) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadTerm(told("{} is not YAML", path), hint) from error
    return value


def _pairs(rule: Value, place: str) -> Iterator[Pair]:
    if not isinstance(rule, dict) or not isinstance(rule.get("expected"), str):
        raise BadTerm(told("{}: no `expected`", place), "write the Japanese that is right")
    expected = str(rule["expected"])
    match = _ENGLISH.match(str(rule.get("prh", "")))
    if match is None:
        raise BadTerm(
            told("{}: no English for {!r}", place, expected[:30]),
            "write prh: 'EN: the English term'",
        )
    first, *others = (_term(term.strip()) for term in match["terms"].split(" | "))
    wrong = [
        _literal(pattern, place)
        for key in ("patterns", "pattern")
        for pattern in _texts(rule.get(key, []))
        if pattern != expected
    ]
    yield Pair(
        place,
        first[0],
        expected,
        note=(match["note"] or "").strip(),
        kind=EntityKind(match["kind"] or EntityKind.TERM),
        case_sensitive=first[1],
        specs=tuple(_specs(rule.get("specs", []), first[0], {*wrong, expected})),
    )
    for term, exactly in others:
        yield Pair(place, term, expected, concept=first[0], case_sensitive=exactly)
    for text in wrong:
        yield Pair(place, first[0], text, TermStatus.DEPRECATED, first[0])


def _term(written: str) -> tuple[str, bool]:
    return written.removesuffix(_CASE), written.endswith(_CASE)


def _texts(value: Value) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _literal(pattern: str, place: str) -> str:
    match = _REGEX.match(pattern)
    if match is None:
        return pattern
    body = match["body"]
    if _MEANING_MORE.search(body) or _SPECIAL.search(_ESCAPED.sub("", body)):
        raise BadTerm(
            told("{}: {!r} is a regular expression", place, pattern[:30]),
            "list the forms themselves",
        )
    return _ESCAPED.sub(r"\1", body)


def _specs(value: Value, source: str, known: set[str]) -> Iterator[Spec]:
    """The examples that say more than that the patterns are wrong and `expected` is right."""
    for spec in value if isinstance(value, list) else ():
        if isinstance(spec, dict):
            wrong, right = str(spec.get("from", "")), str(spec.get("to", ""))
            if wrong and wrong != right and wrong not in known:
                yield Spec(source, wrong, flagged=True)
            if right and right not in known:
                yield Spec(source, right, flagged=False)


def write(given: Sequence[Concept]) -> Written:
    """A rule for each concept with its deprecated terms as patterns."""
    lines: list[str] = []
    losses: list[str] = []
    for concept in given:
        english = [term.text for term in concept.source]
        if not concept.accepted:
            losses.append(f"{english[0]}: concept left out: prh needs the Japanese that is right")
            continue
        if any(_UNTELLABLE.search(text) for text in english):
            losses.append(f"{concept.source[0].text}: concept left out: its English cannot be told")
            continue
        losses += lost(concept, "terms", "deprecated", "note", "kind", "case_sensitive")
        lines.append(f"  - expected: {_quoted(concept.preferred)}")
        lines.append(f"    prh: {_quoted(_said(concept))}")
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
    head = ["version: 1", "", "rules:" if lines else "rules: []"]
    return Written(("\n".join([*head, *lines]) + "\n").encode(), tuple(losses))


def _said(concept: Concept) -> str:
    terms = (term.text + (_CASE if term.case_sensitive else "") for term in concept.source)
    kind = "" if concept.kind is EntityKind.TERM else f" [{concept.kind}]"
    note = f" -- {concept.note}" if concept.note else ""
    return f"EN: {' | '.join(terms)}{kind}{note}"


def _pattern(text: str) -> str:
    """As a literal; one between strokes would be read as a regular expression."""
    return f"/{re.escape(text)}/" if _REGEX.match(text) else text


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


FORMAT = TermFormat("prh", (".yml", ".yaml"), read, write)
