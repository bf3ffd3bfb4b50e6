"""Somebody else altogether who is named instead: 外務省 for the Department of State.

The names need not be alike. The one that is meant is not named at all, nobody else of the kind is
named but this one, and the English has no words for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.confusion import BARE_OFFICES, Confusion, hinted, right_entry, same_group
from glossary.forms import kind_of
from glossary.fuzzy import ALIKE, script

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.concept import Concept
    from glossary.scene import Group, Occurrence, Scene

_MINISTERS = ("大臣", "相", "長官", "事務総長")
_DIVISIONS = ("都", "道", "府", "県", "州", "市")
_OFFICE = regex(
    "(?:[前元現新副]|[\u4e00-\u9fff]{2,4})?"
    "(?:大統領|首相|総理|大臣|長官|外相|防衛相|財務相|[\u4e00-\u9fff]相|知事|議員|議長|総裁|会長|社長|大使|総長|主席|書記|氏)"
)
_OTHERS_OFFICE = regex(r"\b(?:predecessor|successor|former|counterpart|rival|deputy|ex)\b")


def stranger(scene: Scene, group: Group) -> Confusion | None:
    """The only other one of its kind that is named, where `group` is mentioned and not named."""
    fits = _FITS.get(group.kind)
    if fits is None:
        return None
    found = [
        (o, entry)
        for o in scene.occurrences
        if not o.stands_for(scene.mentioned | group.ids)
        and (entry := right_entry(o))
        and kind_of(entry.concept) is group.kind
        and scene.target.text[o.start : o.end] not in BARE_OFFICES
        and fits(scene, group, o, entry.concept)
        and not hinted(scene, group, entry.concept)
    ]
    if len({entry.concept.id for _, entry in found}) != 1:
        return None
    o, entry = found[0]
    return Confusion(scene.target.span(o.start, o.end), entry.term.text, entry.concept, ALIKE)


def _is_body(scene: Scene, group: Group, o: Occurrence, _: Concept) -> bool:
    """No part of the name that is meant: 上院 of 上院規則委員会.

    A party is named after English that no glossary has: GOP, (R-Arizona), a Tory.
    """
    name = scene.target.text[o.start : o.end]
    part = any(name in form for form in group.right_forms())
    other = not part and not name.endswith("党") and not same_group(group, name)
    return other and scene.by_itself(o.start, o.end)


def _is_minister(scene: Scene, group: Group, o: Occurrence, _: Concept) -> bool:
    """Only where one minister is mentioned and no other office is."""
    return (
        [g for g in scene.groups if g.kind is EntityKind.TITLE] == [group]
        and any(form.endswith(_MINISTERS) for form in group.right_forms())
        and " counterpart" not in scene.source.text
        and scene.target.text[o.start : o.end].endswith(_MINISTERS)
        and scene.by_itself(o.start, o.end)
    )


def _is_officer(scene: Scene, _: Group, o: Occurrence, __: Concept) -> bool:
    """Called by an office, and not as somebody's successor."""
    text = scene.target.text
    begins = o.start == 0 or script(text[o.start - 1]) != script(text[o.start])
    named = _OFFICE.match(text, o.end) or text[o.start : o.end].endswith(_MINISTERS)
    return begins and bool(named) and not _OTHERS_OFFICE.search(scene.source.text)


def _is_town(scene: Scene, group: Group, o: Occurrence, other: Concept) -> bool:
    """Towns and provinces; countries are named in many ways, and often by their capitals."""
    missing = [
        g
        for g in scene.groups
        if g.kind is EntityKind.PLACE and not any(x.stands_for(g.ids) for x in scene.occurrences)
    ]
    return (
        missing == [group]
        and _divided(group.concepts[0])
        and _divided(other)
        and scene.by_itself(o.start, o.end)
    )


def _divided(place: Concept) -> bool:
    return any(form.endswith(_DIVISIONS) for form in place.accepted)


_FITS: dict[EntityKind, Callable[[Scene, Group, Occurrence, Concept], bool]] = {
    EntityKind.COMPANY: _is_body,
    EntityKind.ORGANISATION: _is_body,
    EntityKind.TITLE: _is_minister,
    EntityKind.PROGRAMME: _is_body,
    EntityKind.PERSON: _is_officer,
    EntityKind.PLACE: _is_town,
}
