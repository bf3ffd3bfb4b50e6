"""Whether a known name in the Japanese stands where another one should."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.english_words import NATIONS, RANKS
from glossary.forms import kind_of, without_group
from glossary.fuzzy import ALIKE, NEAR, VERY_ALIKE, bounded, likeness, near_miss, script
from glossary.scene import BODIES, english_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.bitext import Span
    from glossary.concept import Concept
    from glossary.scene import Group, Occurrence, Scene
    from glossary.termbase import TargetEntry


BARE_OFFICES = frozenset(
    re.findall(
        r"\w+",
        "大統領 副大統領 首相 総理 次官 大臣 副大臣 長官 副長官 担当相 議長 総裁 知事 会長 社長"
        " 主席 総長",
    )
)
"""Offices that many hold; alone they name nobody."""
_STEM = 4
_FOREIGN_MINISTRY = regex(
    "(?<![一-龯ァ-ヺー])(?:中国|韓国|米国|英国|豪州|台湾|[英米豪仏独伊韓露印]|(?!エネルギー)[ァ-ヺー]{3,})の?"
    "[一-龯]{1,4}(?:省|部|庁)(?![一-龯])"
)


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another concept's name at a place of the target."""

    span: Span
    """The name with what follows of the wanted one: the whole of 三井物産E&S."""
    name: str
    """The other name itself: 三井物産."""
    other: Concept
    score: float


def confusions(scene: Scene, group: Group, *, beside: bool) -> list[Confusion]:
    """The places where the likeliest somebody else is named instead of `group`, in their order.

    `beside` says that the right name stands in the target, too; more is asked for then.
    """
    scores: dict[tuple[str, str], float] = {}
    found = [] if beside else list(_unearned(scene, group))
    if found:
        return found
    for occurrence in scene.occurrences:
        if occurrence.stands_for(scene.mentioned | group.ids):
            continue
        entry = right_entry(occurrence) or named_inside(scene, group, occurrence)
        if entry is None or not scene.by_itself(occurrence.start, occurrence.end):
            continue
        if scene.target.text[occurrence.start : occurrence.end] in BARE_OFFICES:
            continue
        if _goes_on(scene, group, occurrence):
            continue
        behind = scene.bracketed_behind(occurrence.start, occurrence.end)
        if behind and behind.stands_for(frozenset((entry.concept.id,))):
            continue  # the acronym of the name before it
        start, end = _whole_place(scene, group, occurrence)
        pair = (entry.concept.id, scene.target.text[start:end])
        if pair not in scores:
            scores[pair] = _score(scene, group, entry.concept, pair[1], beside=beside)
        if scores[pair]:
            span = scene.target.span(start, end)
            found.append(Confusion(span, entry.term.text, entry.concept, scores[pair]))
    best = max(found, key=lambda c: c.score, default=None)
    return [c for c in found if best and c.other.id == best.other.id]


def _unearned(scene: Scene, group: Group) -> Iterator[Confusion]:
    """A firm or body named once more than the English mentions it, where `group` is not named.

    Of 三井物産と三井物産E&S it is the place that goes on like the wanted name, else the one whose
    turn it is in the English.
    """
    if group.sure is None or group.kind not in BODIES:
        return
    for other in scene.groups:
        places = [o for o in scene.occurrences if o.stands_for(other.ids)]
        if other is group or other.kind not in BODIES or len(places) <= len(other.mentions):
            continue
        concept = other.concepts[0]
        if not _may_be_taken_for(group.concepts[0], concept) or not _alike(group, concept):
            continue
        whole = [(o, _whole_place(scene, group, o)) for o in places]
        turn = sum(m.span < group.sure.span for m in other.mentions)
        go_on = [place for o, place in whole if place != (o.start, o.end)]
        start, end = go_on[0] if go_on else whole[min(turn, len(whole) - 1)][1]
        yield Confusion(scene.target.span(start, end), concept.preferred, concept, NEAR)
        return


def _alike(group: Group, other: Concept) -> bool:
    english = english_of(group.concepts[0]) | {m.form for m in group.mentions}
    return any(
        likeness(a, b) >= ALIKE or a.split()[0] == b.split()[0]
        for a in english
        for b in english_of(other)
    )


def right_entry(occurrence: Occurrence) -> TargetEntry | None:
    """As whose right name it stands there."""
    return next((e for e in occurrence.entries if e.right), None)


def named_inside(scene: Scene, group: Group, occurrence: Occurrence) -> TargetEntry | None:
    """Whose name the beginning of a deprecated form is: 三井物産 in 三井物産E&S."""
    text = scene.target.text[occurrence.start : occurrence.end]
    for length in range(len(text), 2, -1):
        for entry in scene.termbase.target_entries.get(text[:length], ()):
            if entry.right and entry.concept.id not in scene.mentioned | group.ids:
                return entry
    return None


def _whole_place(scene: Scene, group: Group, occurrence: Occurrence) -> tuple[int, int]:
    start, end = occurrence.start, occurrence.end
    text = scene.target.text
    for form in group.right_forms():
        for length in range(len(form) - 1, 0, -1):
            tail = form[-length:]
            follows = text.startswith(tail, end) and bounded(text, end + length, end + length)
            if follows and (length > 1 or script(tail)):
                return start, end + length
    return start, end


def _goes_on(scene: Scene, group: Group, occurrence: Occurrence) -> bool:
    """Whether the rest of the wanted name follows: 上院の司法委員会 for 上院司法委員会."""
    text = scene.target.text
    name = text[occurrence.start : occurrence.end]
    rests = (form.removeprefix(name) for form in group.right_forms() if form.startswith(name))
    return any(len(rest) > 1 and text.find(rest, occurrence.end) >= 0 for rest in rests)


def _score(scene: Scene, group: Group, other: Concept, standing: str, *, beside: bool) -> float:
    """How likely the two are mixed up here; 0 for not at all."""
    concept = group.concepts[0]
    if not _may_be_taken_for(concept, other) or hinted(scene, group, other):
        return 0.0
    if same_group(group, standing) or (group.kind is EntityKind.TITLE and group.sure is None):
        return 0.0
    misses = (near_miss(form, standing) for form in group.right_forms())
    near = max((m.score for m in misses if m), default=0.0)
    if near >= NEAR:
        return near
    if beside or group.sure is None:
        return 0.0
    english = english_of(concept) | {m.form for m in group.mentions}
    like = max(likeness(a, b) for a in english for b in english_of(other))
    if EntityKind.TERM in (group.kind, kind_of(other)):
        shared = set(standing) & set("".join(group.right_forms()))
        return like if like >= VERY_ALIKE and any(script(c) for c in shared) else 0.0
    if like < ALIKE and any(a[:_STEM] == b[:_STEM] for a in english for b in english_of(other)):
        return ALIKE
    return like if like >= ALIKE else 0.0


def same_group(group: Group, standing: str) -> bool:
    """Whether the name is the wanted one with or without グループ, ホールディングス."""
    return any(without_group(form) == without_group(standing) for form in group.right_forms())


def _may_be_taken_for(concept: Concept, other: Concept) -> bool:
    """Whether their kinds can be mixed up; what a glossary leaves open can be anything."""
    if concept.preferred in other.accepted or other.preferred in concept.accepted:
        return False
    kinds = {concept.kind, other.kind}
    return len(kinds) == 1 or EntityKind.TERM in kinds or kinds <= BODIES


def hinted(scene: Scene, group: Group, other: Concept) -> bool:
    """Whether the English has words for the other name.

    It has where the two are called alike, where a word that sets the other apart stands there, or
    where its whole name is a part of this one: a battle in "the Battle of Midway". Of a common
    noun, a narrower term is no other; a firm with a longer name is another firm.
    """
    if any(m.form in english_of(other) for m in group.mentions) or abroad(scene, group):
        return True
    firms = group.kind is EntityKind.COMPANY and kind_of(other) is EntityKind.COMPANY
    if not firms and any(
        (f" {form} " in f" {m.form} " and not _deputy(m.form, form))
        or (group.common and f" {m.form} " in f" {form} ")
        for form in english_of(other)
        for m in group.mentions
    ):
        return True
    own = {w for form in english_of(group.concepts[0]) for w in form.split()}
    own |= {w for m in scene.mentions for w in m.form.split()}
    words = set(scene.source.text.split()) - own
    stems = {w[:5] for w in words if len(w) > 4}
    for form in english_of(other):
        apart = [w for w in form.split() if w not in own | NATIONS and len(w) > 3]
        if any(w in words or w[:5] in stems for w in apart):
            return True
    return False


def _deputy(form: str, other: str) -> bool:
    """Whether it is the office below the other: the Deputy Secretary of State."""
    return form.split()[0] in RANKS and other.split()[0] not in RANKS


def abroad(scene: Scene, group: Group) -> bool:
    """Whether "the Ministry of Defence" is that of another country: 英国防省, 韓国外交部."""
    generic = all(m.form.startswith("ministry ") for m in group.mentions)
    return generic and bool(_FOREIGN_MINISTRY.search(scene.target.text))
