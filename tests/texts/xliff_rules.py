"""What the specifications of XLIFF ask of a file, as far as a hand-back could break it.

Read from the texts of OASIS (1.2: sections 2.5 and 3, and the schema's keys; 2.1: 4.2 to 4.7), not
from the schemas alone, which know nothing of pairs.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_TEXTS = ("source", "seg-source", "target")
_INLINE = {
    _FIRST: "g x bx ex bpt ept ph it mrk sub",
    _SECOND: "pc sc ec ph cp mrk sm em",
}
_PARTS = (f"{_SECOND}segment", f"{_SECOND}ignorable")
"""Whose pairs may begin and end in others of their unit."""
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
    if name in ("notes", "originalData") and not children:
        yield f"{name} without anything"
    state = element.get("state")
    if state and state not in _STATES[space].split() and not _is_own(state, space):
        yield f"the state {state}"
    if name == "segment" and element.get("subState") and not state:
        yield "subState without state"
    if name in _TEXTS:
        tags = (str(code.tag).removeprefix(space) for code in element.iterdescendants("*"))
        yield from (f"{tag} inside a text" for tag in tags if tag not in _INLINE[space].split())
        if element.getparent().tag not in _PARTS:
            yield from _pair_faults(element.iterdescendants("*"), space)
    if name == "unit":
        yield from _unit_faults(element)


def _is_own(state: str, space: str) -> bool:
    """Whether a tool may have named a state so: only in version 1.2, behind `x-`."""
    return space == _FIRST and state.startswith("x-")


def _unit_faults(unit: etree._Element) -> Iterator[str]:
    """Of a unit of version 2, whose pairs may go from one segment into another; a translation may
    have its segments in another order, and not all of them yet."""
    for side in ("source", "target"):
        texts = unit.findall(f"{_SECOND}*/{_SECOND}{side}")
        codes = [code for text in texts for code in text.iterdescendants(f"{_SECOND}*")]
        whole = side == "source" or len(texts) == len(unit.findall(f"{_SECOND}*/{_SECOND}source"))
        if any(text.get("order") for text in texts):
            codes.sort(key=lambda code: code.tag.endswith(("}ec", "}em")))
        said = [*_pair_faults(codes, _SECOND)]
        yield from (s for s in said if whole or "without" not in s)


def _pair_faults(codes: Iterable[etree._Element], space: str) -> Iterator[str]:
    begun: set[tuple[str, str]] = set()
    seen: Counter[str] = Counter()
    for code in codes:
        name = code.tag.removeprefix(space)
        own = code.get("id") or ""
        seen.update(_names(code, name, space))
        ref = code.get("startRef") or code.get("rid") or own
        if code.get("isolated") == "yes":
            continue
        if name in _HALVES.values():
            begun.add((name, ref))
        elif half := _HALVES.get(name):
            if (half, ref) not in begun:
                yield f"{name} {ref} without {half} before it"
            begun.discard((half, ref))
    yield from (f"{name} {ref} without an end" for name, ref in begun)
    yield from (f"{name} twice" for name, n in seen.items() if n > 1)


def _names(code: etree._Element, name: str, space: str) -> Iterator[str]:
    """What no other code of the text may be called. In version 1.2 that is what joins pairs and
    segments: a code may be copied with its `id`, unless it says `clone="no"`."""
    if space == _SECOND:
        if own := code.get("id"):
            yield own
        if begun := code.get("startRef"):
            yield f"the end of {begun}"
    elif name in ("bpt", "bx"):
        yield f"{name} {code.get('rid') or code.get('id')}"
    elif name == "mrk" and code.get("mtype") == "seg":
        yield f"segment {code.get('mid')}"
    elif code.get("clone") == "no":
        yield f"{name} {code.get('id')}"
