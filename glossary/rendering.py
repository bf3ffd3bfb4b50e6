"""How each concept that the English mentions is rendered in the Japanese.

Two standards keep the judgement quiet. Anything that could be the name counts in its favour:
inside a longer word, in Latin letters, shortened, as 同社. Only what stands by itself counts
against it: a known other name that the English does not mention, a wrong form that is listed, a
stretch that differs in one place. All known Japanese names are searched at once, longest first, so
that 超音速 is not seen in 極超音速, nor 三井物産 where 三井物産マシンテック stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from glossary.absence import before_acronym, excused, left_in_english, said_otherwise
from glossary.concept import EntityKind
from glossary.confusion import confusions, named_inside
from glossary.folding import fold_japanese
from glossary.scene import Scene, english_of
from glossary.slips import FIXED_NAMES, other_marks, slip, worded_fully
from glossary.strangers import stranger
from glossary.termbase import BUNDLED
from glossary.wordwise import swallowed, word_by_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.bitext import Span, TranslationUnit
    from glossary.acronyms import Acronyms
    from glossary.concept import Concept
    from glossary.recognition import Mention
    from glossary.scene import Group
    from glossary.termbase import TargetEntry, Termbase


class Verdict(StrEnum):
    """What became of a concept, or what stands at one place instead of it."""

    RIGHT = "right"
    DEPRECATED = "deprecated"
    VARIANT = "variant"
    """A slip or another spelling, and nobody else's name."""
    LITERAL = "literal"
    """The English name word by word, which is nobody's name."""
    CONFUSABLE = "confusable"
    """The name of another concept, which the English does not mention."""
    UNTRANSLATED = "untranslated"
    MISSING = "missing"
    UNCLEAR = "unclear"
    """Not there, but dropped, shortened or said otherwise as good Japanese does."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The verdict on one concept, or on one place where it should stand."""

    concept: Concept
    mention: Mention
    verdict: Verdict
    target: Span | None = None
    """The place, in the target as it stands in the file."""
    name: str = ""
    """For another's name: that name itself, which may be a part of the place."""
    other: Concept | None = None
    """For another's name: whose it is."""
    slight: bool = False
    """Whether readers still take it for the same thing, or the evidence is weak."""
    until: int | None = None
    """For a listed wrong form that is a former name: the last year in which it was right."""
    alike: float = 1.0
    """How like the right name the place is, where the verdict rests on likeness."""


@dataclass(frozen=True, slots=True)
class Name:
    """A known name that stands in the Japanese, in a form that is right for these concepts."""

    span: Span
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedUnit:
    """A unit with what the judge sees in it: the input of every check."""

    unit: TranslationUnit
    mentions: tuple[Mention, ...]
    renderings: tuple[Rendering, ...]
    names: tuple[Name, ...] = ()
    """In reading order, those among them that the English does not mention."""
    acronyms: Acronyms = field(default_factory=dict)
    """What the acronyms stand for that the text has explained up to here."""

    @property
    def remembered(self) -> bool:
        """Whether it is a paragraph of an earlier statement, which is only compared with."""
        return self.unit.id.startswith(REMEMBERED)


REMEMBERED = "\x00"
"""The beginning of the ids of paragraphs of earlier statements."""
_ENOUGH = 100
"""Places of one concept in one unit; more come from no sensible text, and would take long."""
_SPELT = frozenset({EntityKind.PERSON, EntityKind.PLACE})
_NAMED_BODIES = frozenset({EntityKind.COMPANY, EntityKind.ORGANISATION})


def annotate(
    unit: TranslationUnit, termbase: Termbase, acronyms: Acronyms | None = None
) -> AnnotatedUnit:
    """The unit with its mentions, each concept judged; no judgement where there is no Japanese.

    `acronyms` are those that the text has explained before (`AnnotatedUnit.acronyms`).
    """
    scene = Scene.of(unit, termbase, acronyms)
    judged = () if unit.one_sided else tuple(_renderings(scene))
    return AnnotatedUnit(unit, scene.mentions, judged, tuple(_names(scene)), scene.acronyms)


def _names(scene: Scene) -> Iterator[Name]:
    for o in scene.occurrences:
        concepts = tuple(e.concept for e in o.entries if e.right)
        if concepts and scene.by_itself(o.start, o.end):
            yield Name(scene.target.span(o.start, o.end), concepts)


def _renderings(scene: Scene) -> Iterator[Rendering]:
    """No place is blamed twice; concepts without any right rendering, which explain most, first."""
    judged = [(group, _right_places(scene, group)) for group in scene.groups]
    blamed: list[Span] = []
    for group, right in sorted(judged, key=lambda pair: bool(pair[1])):
        says = bool(group.concepts[0].accepted)
        wrong = [*islice(_deprecated(scene, group), _ENOUGH)]
        wrong = wrong or ([*_instead(scene, group, len(right))] if says else [])
        fresh = [w for w in wrong if w.target and not any(w.target.overlaps(b) for b in blamed)]
        blamed += [w.target for w in fresh if w.target]
        if wrong:
            yield from fresh
        elif right:
            span = scene.target.span(*right[0])
            yield Rendering(group.concepts[0], group.mentions[0], Verdict.RIGHT, span)
            yield from _otherwise_parted(scene, group, right)
        elif says:
            absent = _absent(scene, group)
            if absent.target and any(absent.target.overlaps(b) for b in blamed):
                continue
            blamed += [absent.target] if absent.target else []
            yield absent


def _otherwise_parted(
    scene: Scene, group: Group, right: list[tuple[int, int]]
) -> Iterator[Rendering]:
    """Right names of an own glossary but for their ・ or the width of ！ and ：.

    Common nouns are written either way, and the bundled names are not so strict.
    """
    for start, end in () if group.bundled or group.common else right[:_ENOUGH]:
        if other_marks(scene, group, start, end):
            span = scene.target.span(start, end)
            concept = group.concepts[0]
            yield Rendering(concept, group.mentions[0], Verdict.VARIANT, span, slight=True)


def _right_places(scene: Scene, group: Group) -> list[tuple[int, int]]:
    """Where a right form stands, in the folded target; not inside another name."""
    places = [(o.start, o.end) for o in scene.occurrences if o.stands_for(group.ids)]
    places = [p for p in places or _hidden_places(scene, group) if not scene.is_anothers(*p)]
    return [] if len(places) == 1 and swallowed(scene, group, *places[0]) else places


def _hidden_places(scene: Scene, group: Group) -> list[tuple[int, int]]:
    """Where a right form stands in longer words that are no other known name."""
    places: list[tuple[int, int]] = []
    for form in group.right_forms():
        starts = islice(_starts(form, scene.target.text), _ENOUGH)
        places = [
            (start, start + len(form))
            for start in starts
            if not _within_another(scene, group, start, start + len(form))
        ]
        if places:
            break
    return places


def _starts(form: str, text: str) -> Iterator[int]:
    start = text.find(form)
    while start >= 0:
        yield start
        start = text.find(form, start + 1)


def _within_another(scene: Scene, group: Group, start: int, end: int) -> bool:
    """Whether this is the end, or for a company any part, of another known name.

    日本 in 日本政府 is still Japan, and 申請 in 申請書 an application; 超音速 in 極超音速 is not
    supersonic. Names that the English mentions as well are no others.
    """
    if group.kind in _SPELT:
        return False
    firm = group.kind is EntityKind.COMPANY
    return any(
        o.start <= start
        and end <= o.end
        and end - start < o.end - o.start
        and (firm or (o.end == end and o.start == start - 1))
        and not o.stands_for(scene.mentioned)
        for o in scene.occurrences
    )


def _deprecated(scene: Scene, group: Group) -> Iterator[Rendering]:
    """Listed wrong forms; one that begins with somebody's name is that somebody's."""
    ids = group.ids
    for o in scene.occurrences:
        entry = next((e for e in o.entries if not e.right and e.concept.id in ids), None)
        if entry is None or o.stands_for(scene.mentioned) or not scene.by_itself(o.start, o.end):
            continue
        if entry.term.until and _beside_the_new(scene, o.start, o.end):
            continue
        span = scene.target.span(o.start, o.end)
        other = None if entry.term.until else named_inside(scene, group, o)
        yield _forbidden(group, entry, span, other)


def _beside_the_new(scene: Scene, start: int, end: int) -> bool:
    """Whether a former name is told as such: 旧日立造船, キーウ（キエフ）."""
    text = scene.target.text
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before in ("旧", "(") or after == "("


def _forbidden(
    group: Group, entry: TargetEntry, span: Span, other: TargetEntry | None
) -> Rendering:
    """The listed wrong form at `span`, in which `other` is named.

    What an own glossary forbids is forbidden, whatever the bundled names take it for.
    """
    name, owner = (other.term.text, other.concept) if other else ("", None)
    if owner and any(m.form in english_of(owner) for m in group.mentions):
        name, owner = "", None
    bundled = entry.concept.origin == BUNDLED
    outranked = owner is not None and owner.origin == BUNDLED and not bundled
    verdict = Verdict.CONFUSABLE if owner and not outranked else Verdict.DEPRECATED
    spelling = owner is None and bundled and group.kind in _SPELT
    until, mention = entry.term.until, group.mentions[0]
    slight = spelling or until is not None
    concept = entry.concept if entry.concept.accepted else group.concepts[0]
    return Rendering(concept, mention, verdict, span, name, owner, slight, until)


def _instead(scene: Scene, group: Group, right: int) -> Iterator[Rendering]:
    """Names of others and near misses, where fewer right ones stand than are mentioned.

    Fewer right ones alone are no flaw: Japanese drops a name that is clear.
    """
    if right >= len(group.mentions):
        return
    concept, mention = group.concepts[0], group.sure or group.mentions[0]
    found = confusions(scene, group, beside=right > 0)
    literal = None if right or worded_fully(scene, group) else word_by_word(scene, group)
    if literal and all(literal.contains(c.span) for c in found):
        slight = _is_slight(scene, group, mention, literal)
        yield Rendering(concept, mention, Verdict.LITERAL, literal, slight=slight)
        return
    for c in found[: min(_ENOUGH, len(group.mentions) - right)]:
        yield Rendering(concept, mention, Verdict.CONFUSABLE, c.span, c.name, c.other)
    if found:
        return
    other = None
    if not right and group.sure and not left_in_english(scene, group, group.sure):
        other = stranger(scene, group)
    if other and group.sure and not said_otherwise(scene, group, group.sure):
        yield Rendering(
            concept, mention, Verdict.CONFUSABLE, other.span, other.name, other.other, slight=True
        )
        return
    miss = slip(scene, group, beside=right > 0)
    if miss:
        yield Rendering(
            concept, mention, Verdict.VARIANT, miss.span, slight=miss.slight, alike=miss.alike
        )


def _is_slight(scene: Scene, group: Group, mention: Mention, literal: Span) -> bool:
    """Whether readers know who is meant by a name word by word, or it may be good Japanese."""
    if _lone(group, mention) or (group.bundled and group.kind not in _NAMED_BODIES):
        return True
    standing = fold_japanese(literal.of(scene.unit.target)).text
    # 局 and 庁 are both said of many agencies abroad.
    as_well = tuple(standing[:-1] + end for end in "局庁" if standing[-1:] in "局庁")
    return any(form in standing or form in as_well for form in group.right_forms())


def _absent(scene: Scene, group: Group) -> Rendering:
    """Nothing right stands for it: left in English, worded freely, missing, or excused."""
    concept, mention = group.concepts[0], group.sure
    if mention is None:
        return Rendering(concept, group.mentions[0], Verdict.UNCLEAR)
    left = left_in_english(scene, group, mention)
    if left and (not group.bundled or group.kind in FIXED_NAMES):
        return Rendering(concept, mention, Verdict.UNTRANSLATED, left)
    if left or excused(scene, group, mention):
        return Rendering(concept, mention, Verdict.UNCLEAR)
    instead = before_acronym(scene, mention)
    slight = group.bundled or (_lone(group, mention) and instead is None)
    return Rendering(concept, mention, Verdict.MISSING, instead, slight=slight)


def _lone(group: Group, mention: Mention) -> bool:
    """Whether it is a common noun of one word, which may be said in many ways."""
    return group.common and " " not in mention.form.removeprefix("a ").removeprefix("an ")
