"""How each concept that the English mentions is rendered in the Japanese.

Two standards keep the judgement quiet. Anything that could be the name counts in its favour: inside a
longer word, in Latin letters, shortened, as 同社. Only what stands by itself counts against it: a known
other name that the English does not mention, a wrong form that is listed, a stretch that differs in one
place. All known Japanese names are searched at once, longest first, so that 超音速 is not seen
in 極超音速, nor 三井物産 where 三井物産マシンテック stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.bitext import Span
from glossary.concept import EntityKind
from glossary.folding import fold_english, fold_japanese, fold_loosely
from glossary.forms import english_forms, japanese_forms, loose_forms
from glossary.fuzzy import ALIKE, NEAR, VERY_NEAR, likeness, near_miss, script
from glossary.recognition import mentions
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept
    from glossary.folding import Folded
    from glossary.fuzzy import NearMiss
    from glossary.recognition import Mention
    from glossary.termbase import TargetEntry, Termbase


class Verdict(StrEnum):
    """What became of a concept, or what stands at one place instead of it."""

    RIGHT = "right"
    DEPRECATED = "deprecated"
    VARIANT = "variant"
    """A slip or another spelling, and nobody else's name."""
    CONFUSABLE = "confusable"
    """The name of another concept, which the English does not mention."""
    UNTRANSLATED = "untranslated"
    MISSING = "missing"
    UNCLEAR = "unclear"
    """Not there, but dropped, shortened or said otherwise as good Japanese does."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A known Japanese name in the target."""

    start: int
    """In the folded target, like `end`."""
    end: int
    entries: tuple[TargetEntry, ...]

    def stands_for(self, ids: frozenset[str]) -> bool:
        return any(e.right and e.concept.id in ids for e in self.entries)


@dataclass(frozen=True, slots=True)
class Rendering:
    """The verdict on one concept, or on one place where it should stand."""

    concept: Concept
    mention: Mention
    verdict: Verdict
    target: Span | None = None
    """The place, in the target as it stands in the file."""
    found: str = ""
    """For a confusable: the other name itself, which may be a part of the place."""
    other: Concept | None = None
    """For a confusable: whose name it is."""
    slight: bool = False
    """Whether readers still take it for the same thing."""


@dataclass(frozen=True, slots=True)
class AnnotatedUnit:
    """A unit with what the judge sees in it: the input of every check."""

    unit: TranslationUnit
    mentions: tuple[Mention, ...]
    renderings: tuple[Rendering, ...]


def annotate(unit: TranslationUnit, termbase: Termbase) -> AnnotatedUnit:
    """The unit with its mentions, each concept judged; nothing for a one-sided unit."""
    if unit.one_sided:
        return AnnotatedUnit(unit, (), ())
    found = mentions(termbase, unit.source)
    if not found:
        return AnnotatedUnit(unit, (), ())
    return AnnotatedUnit(unit, found, tuple(_Judgement(unit, termbase, found).renderings()))


@dataclass(frozen=True, slots=True)
class _Group:
    """The mentions of one concept (or of several that share the English name)."""

    concepts: tuple[Concept, ...]
    mentions: tuple[Mention, ...]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(c.id for c in self.concepts)

    @property
    def sure(self) -> Mention | None:
        return next((m for m in self.mentions if not m.doubtful), None)

    @property
    def kind(self) -> EntityKind:
        return self.mentions[0].kind

    @property
    def bundled(self) -> bool:
        return self.concepts[0].origin == BUNDLED


class _Judgement:
    """One unit on trial."""

    def __init__(self, unit: TranslationUnit, termbase: Termbase, found: Sequence[Mention]) -> None:
        self._unit = unit
        self._termbase = termbase
        self._groups = _grouped(found)
        self._mentioned = frozenset(c.id for m in found for c in m.concepts)
        self._source = fold_english(unit.source)
        self._target: Folded = fold_japanese(unit.target)
        self._occurrences = tuple(_occurrences(self._target, termbase))
        self._accounted = [o for o in self._occurrences if o.stands_for(self._mentioned)]
        self._blamed: list[Span] = []

    def renderings(self) -> Iterator[Rendering]:
        """What is seen, groups without any right rendering first: they explain most."""
        judged = [(group, self._right_places(group)) for group in self._groups]
        for group, right in sorted(judged, key=lambda pair: bool(pair[1])):
            wrong = [*self._deprecated(group)] or [*self._instead(group, right)]
            if wrong:
                yield from wrong
            elif right:
                yield Rendering(
                    group.concepts[0],
                    group.mentions[0],
                    Verdict.RIGHT,
                    self._target.span(*right[0]),
                )
            else:
                yield self._absent(group)

    def _right_places(self, group: _Group) -> list[tuple[int, int]]:
        """Where a right form stands, in the folded target; not inside another known name."""
        ids = group.ids
        places = [(o.start, o.end) for o in self._occurrences if o.stands_for(ids)]
        if places:
            return places
        for form in _right_forms(group):
            start = self._target.text.find(form)
            while start >= 0:
                if not self._within_another(start, start + len(form), group):
                    places.append((start, start + len(form)))
                start = self._target.text.find(form, start + 1)
            if places:
                break
        return places

    def _within_another(self, start: int, end: int, group: _Group) -> bool:
        """Whether this is a part of a known longer name that the English does not mention.

        日本 in 日本政府 is still Japan; 超音速 in 極超音速 is not supersonic.
        """
        if group.concepts[0].kind in (EntityKind.PLACE, EntityKind.PERSON):
            return False
        return any(
            o.start <= start
            and end <= o.end
            and o.end - o.start > end - start
            and not o.stands_for(self._mentioned)
            for o in self._occurrences
        )

    def _deprecated(self, group: _Group) -> Iterator[Rendering]:
        ids = group.ids
        for o in self._occurrences:
            entry = next((e for e in o.entries if not e.right and e.concept.id in ids), None)
            if entry is None or o.stands_for(self._mentioned) or not self._by_itself(o):
                continue
            span = self._target.span(o.start, o.end)
            other = self._named_inside(o, group)
            if not self._blame(span):
                continue
            if other:
                yield Rendering(
                    entry.concept,
                    group.mentions[0],
                    Verdict.CONFUSABLE,
                    span,
                    other.term.text,
                    other.concept,
                )
            else:
                yield Rendering(entry.concept, group.mentions[0], Verdict.DEPRECATED, span)

    def _named_inside(self, occurrence: Occurrence, group: _Group) -> TargetEntry | None:
        """Another concept whose name the beginning of a deprecated form is."""
        text = self._target.text[occurrence.start : occurrence.end]
        for length in range(len(text), 2, -1):
            for entry in self._termbase.target_entries.get(text[:length], ()):
                if entry.right and entry.concept.id not in self._mentioned | group.ids:
                    return entry
        return None

    def _instead(self, group: _Group, right: list[tuple[int, int]]) -> Iterator[Rendering]:
        """Names of others and near misses, where fewer right ones stand than are mentioned."""
        if len(right) >= len(group.mentions):
            return
        rendering = self._confusable(group, bool(right)) or self._variant(group, bool(right))
        if rendering and rendering.target and self._blame(rendering.target):
            yield rendering

    def _confusable(self, group: _Group, beside: bool) -> Rendering | None:
        best: tuple[float, Occurrence, TargetEntry] | None = None
        for o in self._occurrences:
            if o.stands_for(self._mentioned) or any(e.concept.id in group.ids for e in o.entries):
                continue
            entry = next((e for e in o.entries if e.right), None) or self._named_inside(o, group)
            if entry is None or not self._by_itself(o):
                continue
            score = self._confusion(group, entry, o, beside)
            if score and (best is None or score > best[0]):
                best = (score, o, entry)
        if best is None:
            return None
        _, o, entry = best
        start, end = self._whole_place(group, o)
        return Rendering(
            group.concepts[0],
            group.sure or group.mentions[0],
            Verdict.CONFUSABLE,
            self._target.span(start, end),
            entry.term.text,
            entry.concept,
        )

    def _confusion(
        self, group: _Group, entry: TargetEntry, occurrence: Occurrence, beside: bool
    ) -> float:
        """How likely the other name stands where this one should; 0 for not at all."""
        concept, other = group.concepts[0], entry.concept
        if not _may_be_taken_for(concept, other) or self._hinted(other, group):
            return 0.0
        place = self._whole_place(group, occurrence)
        near = max(
            (_closeness(form, self._target.text[slice(*place)]) for form in _right_forms(group)),
            default=0.0,
        )
        if beside or group.sure is None:
            return near if near >= NEAR else 0.0
        like = max(
            likeness(a, b)
            for a in _english(concept, group.mentions[0].form)
            for b in _english(other)
        )
        return max(near if near >= NEAR else 0.0, like if like >= ALIKE else 0.0)

    def _hinted(self, other: Concept, group: _Group) -> bool:
        """Whether a word that sets the other name apart stands in the English."""
        own = {w for form in _english(group.concepts[0]) for w in form.split()}
        own |= {w for m in group.mentions for w in m.form.split()}
        words = set(self._source.text.split()) - own
        stems = {w[:5] for w in words if len(w) > 4}
        for form in _english(other):
            apart = [w for w in form.split() if w not in own and len(w) > 3]
            if apart and all(w in words or w[:5] in stems for w in apart):
                return True
        return False

    def _whole_place(self, group: _Group, occurrence: Occurrence) -> tuple[int, int]:
        """The occurrence with what follows it of the wanted name: 三井物産 and then E&S."""
        start, end = occurrence.start, occurrence.end
        text = self._target.text
        for form in _right_forms(group):
            for length in range(len(form) - 1, 0, -1):
                tail = form[-length:]
                if text.startswith(tail, end) and _bounded(text, end, end + length, left=False):
                    if length > 1 or script(tail) != "":
                        return start, end + length
        return start, end

    def _variant(self, group: _Group, beside: bool) -> Rendering | None:
        spelling = None if beside else self._loosely_right(group)
        if spelling:
            return None if group.bundled else self._slip(group, spelling, slight=True)
        least = VERY_NEAR if beside or group.bundled else NEAR
        text = self._open_text(group)
        misses = [m for form in _right_forms(group) if (m := near_miss(form, text))]
        miss = max(misses, key=lambda m: m.score, default=None)
        if miss is None or miss.score < (VERY_NEAR if miss.head else least):
            return None
        if not _bounded(text, miss.start, miss.end) or group.sure is None:
            return None
        slight = _kana_only(miss)
        if group.bundled and (slight or not _names_itself(group.concepts[0])):
            return None
        span = self._target.span(miss.start, miss.end)
        return self._slip(group, span, slight=slight or group.bundled)

    def _slip(self, group: _Group, span: Span, *, slight: bool) -> Rendering:
        return Rendering(
            group.concepts[0],
            group.sure or group.mentions[0],
            Verdict.VARIANT,
            span,
            span.of(self._unit.target),
            slight=slight,
        )

    def _loosely_right(self, group: _Group) -> Span | None:
        loose = fold_loosely(self._unit.target)
        for term in group.concepts[0].target:
            if term.text in group.concepts[0].deprecated:
                continue
            for form in loose_forms(term.text):
                start = loose.text.find(form)
                if start >= 0 and len(form) > 2:
                    return loose.span(start, start + len(form))
        return None

    def _open_text(self, group: _Group) -> str:
        """The folded target with what is rightly somebody's name blotted out."""
        text = list(self._target.text)
        taken = [o for o in self._occurrences if o.stands_for(self._mentioned | group.ids)]
        for o in taken:
            if o.end - o.start > 2 or o.stands_for(group.ids):
                text[o.start : o.end] = "\x00" * (o.end - o.start)
        return "".join(text)

    def _absent(self, group: _Group) -> Rendering:
        """Nothing right stands for it: left in English, worded freely, missing, or excused."""
        concept, mention = group.concepts[0], group.sure
        if mention is None:
            return Rendering(concept, group.mentions[0], Verdict.UNCLEAR)
        left = self._left_in_english(group, mention)
        if left and (not group.bundled or _names_itself(concept)):
            return Rendering(concept, mention, Verdict.UNTRANSLATED, left)
        if left or self._excused(group, mention):
            return Rendering(concept, mention, Verdict.UNCLEAR)
        instead = self._before_acronym(mention)
        # A lone common noun may be said in many ways.
        slight = group.bundled or (instead is None and _lone_noun(mention))
        return Rendering(concept, mention, Verdict.MISSING, instead, slight=slight)

    def _before_acronym(self, mention: Mention) -> Span | None:
        """The words for "Name (NM)" that stand before (NM) in the Japanese."""
        behind = _BRACKETED.match(self._unit.source, mention.span.end)
        at = self._target.text.find(f"({behind[1].casefold()})") if behind else -1
        start = at
        while start > 0 and script(self._target.text[start - 1]):
            start -= 1
        return self._target.span(start, at) if start < at else None

    def _left_in_english(self, group: _Group, mention: Mention) -> Span | None:
        """Where the English words, or most of them, stand in the Japanese; not acronyms."""
        rights = _right_forms(group)
        for match in _LATIN.finditer(self._unit.target):
            words = fold_english(match[0]).text.strip(" ,")
            if len(words) < max(4, _MOSTLY * len(mention.form)) or match[0].isupper():
                continue
            if not f"{mention.form} ".startswith(f"{words} "):
                continue
            if not any(fold_japanese(words).text in right for right in rights):
                return Span(match.start(), match.start() + len(match[0].rstrip()))
        return None

    def _excused(self, group: _Group, mention: Mention) -> bool:
        """Whether good Japanese may do without the name here."""
        target = self._target.text
        forms = _right_forms(group)
        if any(form in target or _shortened(form, target, group.bundled) for form in forms):
            return True
        if self._before_acronym(mention) is None and any(
            acronym in target for acronym in self._acronyms(group, mention)
        ):
            return True
        if any(f"同{form[-n:]}" in target for form in forms for n in range(1, min(5, len(form)))):
            return True
        if _SAME_BODY.search(target) and mention.span.of(self._unit.source)[0].isupper():
            return True
        if group.kind is EntityKind.PLACE and _COUNTRIES_IN_A_ROW.search(target):
            return True
        if group.bundled and _in_brackets(self._unit.source, mention.span):
            return True  # the gloss of a Japanese word, which the Japanese does without
        return group.bundled and not _must_be_named(group.concepts[0], mention)

    def _acronyms(self, group: _Group, mention: Mention) -> Iterator[str]:
        """Folded acronyms of the name: given behind it in brackets, or known."""
        behind = _BRACKETED.match(self._unit.source, mention.span.end)
        if behind:
            yield behind[1].casefold()
        for concept in group.concepts:
            for term in concept.source:
                if term.text.isupper() and " " not in term.text and len(term.text) > 1:
                    yield term.text.replace(".", "").casefold()

    def _by_itself(self, o: Occurrence) -> bool:
        """Whether the letters around do not make it a part of another word."""
        text = self._target.text
        if not _bounded(text, o.start, o.end):
            return False
        if o.end - o.start > 2:
            return True
        around = text[max(0, o.start - 1) : o.start] + text[o.end : o.end + 1]
        return not any(script(c) == "k" for c in around)

    def _blame(self, span: Span) -> bool:
        """Whether the place is not blamed for another concept already; it is from now on."""
        if any(span.overlaps(b) for b in self._blamed):
            return False
        self._blamed.append(span)
        return True


_MOSTLY = 0.45
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'’&. -]*[A-Za-z0-9]")
_COUNTRIES_IN_A_ROW = re.compile("[日米英仏独伊加豪印韓中露台欧北]{2}")
_SAME_BODY = re.compile("[同両当弊](?:社|氏|行|店|院|校|機関|組織|団体|大学|グループ)|我が社|両者")
_BRACKETED = re.compile(r"[’']?s? ?\(([A-Z][A-Za-z0-9&-]{1,11})\)")


def _grouped(found: Sequence[Mention]) -> list[_Group]:
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in found:
        groups.setdefault(tuple(c.id for c in mention.concepts), []).append(mention)
    return [_Group(ms[0].concepts, tuple(ms)) for ms in groups.values()]


def _occurrences(target: Folded, termbase: Termbase) -> Iterator[Occurrence]:
    forms = termbase.target_forms
    for start, end, number in termbase.target_automaton.find(target.text):
        yield Occurrence(start, end, termbase.target_entries[forms[number]])


def _right_forms(group: _Group) -> list[str]:
    """Folded accepted forms of all concepts of the group, the preferred one first."""
    return list(
        dict.fromkeys(
            f for c in group.concepts for text in c.accepted for f in japanese_forms(text)
        )
    )


def _english(concept: Concept, *more: str) -> set[str]:
    """The folded English forms of a concept."""
    return {f.text for term in concept.source for f in english_forms(term, concept.kind)} | set(
        more
    )


_BODIES = frozenset({EntityKind.COMPANY, EntityKind.ORGANISATION, EntityKind.PROGRAMME})


def _may_be_taken_for(concept: Concept, other: Concept) -> bool:
    """Whether their kinds can be mixed up; what a glossary leaves open can be anything."""
    kinds = {concept.kind, other.kind}
    if concept.preferred in other.accepted or other.preferred in concept.accepted:
        return False
    return len(kinds) == 1 or EntityKind.TERM in kinds or kinds <= _BODIES


def _names_itself(concept: Concept) -> bool:
    """Whether a bundled concept of this kind is rendered by its fixed name or wrongly."""
    return concept.kind in (EntityKind.ORGANISATION, EntityKind.PROGRAMME)


def _must_be_named(concept: Concept, mention: Mention) -> bool:
    return _names_itself(concept) and mention.form.count(" ") >= 1


def _in_brackets(text: str, span: Span) -> bool:
    before = text[: span.start]
    return before.count("(") > before.count(")") and ")" in text[span.end :]


def _lone_noun(mention: Mention) -> bool:
    return mention.kind is EntityKind.TERM and mention.form.isalpha() and mention.common


def _closeness(form: str, place: str) -> float:
    miss = near_miss(form, place)
    if miss:
        return miss.score
    return 0.0


def _bounded(text: str, start: int, end: int, *, left: bool = True) -> bool:
    """Whether no katakana or Latin word goes on across either end."""
    if left and start and script(text[start]) in ("t", "l"):
        if script(text[start - 1]) == script(text[start]):
            return False
    if end < len(text) and script(text[end - 1]) in ("t", "l"):
        return script(text[end]) != script(text[end - 1])
    return True


def _kana_only(miss: NearMiss) -> bool:
    return bool(miss.gap) and all(script(c) == "t" for c in miss.gap) and len(miss.gap) == 1


def _goes_on(text: str, start: int) -> bool:
    """Whether the letter before belongs to the same word."""
    return start > 0 and script(text[start - 1]) == script(text[start]) != ""


def _shortened(form: str, target: str, leniently: bool) -> bool:
    """Whether a stretch of the target is the form with letters left out: 国交省 for 国土交通省."""
    least = 2 if leniently else 3
    start = target.find(form[0])
    while start >= 0:
        end, position = start, 0
        while end < len(target):
            position = form.find(target[end], position) + 1
            if not position:
                break
            end += 1
        whole = leniently or (
            target[end - 1] == form[-1]
            and not _goes_on(target, start)
            and all(script(c) in ("k", "l") for c in target[start:end])
        )
        if end - start >= least and whole:
            return True
        start = target.find(form[0], start + 1)
    return False
