"""What the specifications of XLIFF ask of a file, as far as a hand-back could break it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST = "{urn:oasis:names:tc:xliff:document:1.2}"
_SECOND = "{urn:oasis:names:tc:xliff:document:2.0}"
_STATES = {
    _FIRST: "new needs-translation needs-adaptation needs-l10n needs-review-translation "
    "needs-review-adaptation needs-review-l10n translated signed-off final",
    _SECOND: "initial translated reviewed final",
}
_ORDER = {
    "trans-unit": (("source",), ("seg-source",), ("target",), ("note", "alt-trans")),
    "unit": (("notes",), ("originalData",), ("segment", "ignorable")),
    "segment": (("source",), ("target",)),
}
_ONCE = frozenset(("source", "seg-source", "target", "notes", "originalData"))
_INLINE = {
    _FIRST: "g x bx ex bpt ept ph it mrk sub",
    _SECOND: "pc sc ec ph cp mrk sm em",
}
_HALVES = {"ept": "bpt", "ex": "bx", "ec": "sc", "em": "sm"}


def faults(data: bytes) -> list[str]:
    """What is wrong with a file; empty for a valid one."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    space = root.tag.removesuffix("xliff")
    return [
        f"{element.tag} of line {element.sourceline}: {said}"
        for element in root.iter(f"{space}*")
        for said in _faults(element, space)
    ]


def _faults(element: etree._Element, space: str) -> Iterator[str]:
    name = element.tag.removeprefix(space)
    children = [c.tag.removeprefix(space) for c in element if str(c.tag).startswith(space)]
    if order := _ORDER.get(name):
        places = [n for c in children for n, names in enumerate(order) if c in names]
        if places != sorted(places):
            yield f"children in the order {children}"
        yield from (f"two {c}" for c in _ONCE if children.count(c) > 1)
        if name != "unit" and "source" not in children:
            yield "no source"
    if name == "notes" and not children:
        yield "no note"
    if (state := element.get("state")) and state not in _STATES[space].split():
        yield f"the state {state}"
    if name == "segment" and element.get("subState") and not state:
        yield "subState without state"
    if name in ("source", "target"):
        yield from _inline_faults(element, space)


def _inline_faults(text: etree._Element, space: str) -> Iterator[str]:
    begun: set[tuple[str, str]] = set()
    seen: Counter[tuple[str, str]] = Counter()
    for code in text.iterdescendants():
        name = str(code.tag).removeprefix(space)
        if name not in _INLINE[space].split():
            yield f"{name} inside a text"
        own = code.get("id") or code.get("startRef") or ""
        seen[name, own] += 1
        ref = code.get("startRef") or code.get("rid") or own
        if name in _HALVES.values():
            begun.add((name, ref))
        elif (half := _HALVES.get(name)) and code.get("isolated") != "yes":
            if (half, ref) not in begun:
                yield f"{name} {ref} without {half} before it"
            begun.discard((half, ref))
    yield from (f"{name} {ref} without an end" for name, ref in begun)
    yield from (f"{name} {own} twice" for (name, own), n in seen.items() if own and n > 1)
