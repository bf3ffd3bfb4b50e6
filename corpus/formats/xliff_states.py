"""The states of XLIFF: what a file says of how far a translation has come, and how it is said.

Version 1.2 has `state` on the target and `approved` on the unit, 2.0 and 2.1 have `state` on the
segment. What memoQ (`mq:status`) and Trados (`sdl:conf`) say of their own is read where the file
has no state, and stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.bitext import State
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAID: Final = {
    "new": State.UNTRANSLATED,
    "needs-translation": State.UNTRANSLATED,
    "initial": State.UNTRANSLATED,
    "needs-adaptation": State.NEEDS_REVIEW,
    "needs-l10n": State.NEEDS_REVIEW,
    "needs-review-adaptation": State.NEEDS_REVIEW,
    "needs-review-l10n": State.NEEDS_REVIEW,
    "needs-review-translation": State.NEEDS_REVIEW,
    "translated": State.TRANSLATED,
    "reviewed": State.SIGNED_OFF,
    "signed-off": State.SIGNED_OFF,
    "final": State.FINAL,
}
_TOOLS: Final = {
    "NotStarted": State.UNTRANSLATED,
    "Draft": State.NEEDS_REVIEW,
    "Rejected": State.NEEDS_REVIEW,
    "RejectedTranslation": State.NEEDS_REVIEW,
    "RejectedSignOff": State.NEEDS_REVIEW,
    "Pretranslated": State.NEEDS_REVIEW,
    "Edited": State.NEEDS_REVIEW,
    "PartiallyEdited": State.NEEDS_REVIEW,
    "Translated": State.TRANSLATED,
    "ManuallyConfirmed": State.TRANSLATED,
    "Proofread": State.SIGNED_OFF,
    "Reviewer1Confirmed": State.SIGNED_OFF,
    "ApprovedTranslation": State.SIGNED_OFF,
    "ApprovedSignOff": State.SIGNED_OFF,
}
"""As memoQ and Trados call them."""
_FIRST: Final = {State.NEEDS_REVIEW: "needs-review-translation"}
_SECOND: Final = {State.NEEDS_REVIEW: "translated", State.SIGNED_OFF: "reviewed"}
_ATTRIBUTE: Final = regex(r"""\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')""")


def state_of(said: Mapping[str, str]) -> State | None:
    """The state that the attributes of a segment say, by their names without prefix; of a piece of
    a unit first what is said of it alone (`segment`)."""
    if own := _TOOLS.get(said.get("segment", "")):
        return own
    state = _SAID.get(said.get("state", ""))
    if said.get("approved") == "yes" and state is not State.FINAL:
        return State.SIGNED_OFF
    tools = [_TOOLS[word] for word in said.get("tool", "").split() if word in _TOOLS]
    return state or min(tools, key=list(State).index, default=None)


def next_state(state: State | None, *, changed: bool, confirmed: bool | None) -> State | None:
    """The state that a person's work leads to; None: as it was.

    What was signed off stays so while its text stays and nobody takes it back (`confirmed` is
    False); a text that was and is changed, and that nobody has confirmed, is to be reviewed again.
    An edit alone reviews nothing.
    """
    signed = state in (State.SIGNED_OFF, State.FINAL)
    if confirmed:
        return State.SIGNED_OFF if changed or not signed else None
    if signed:
        return State.NEEDS_REVIEW if changed or confirmed is False else None
    return State.TRANSLATED if changed and state is State.UNTRANSLATED else None


def with_state(tag: str, state: State, *, first: bool, new: bool = False) -> str:
    """The tag of a target (version 1.2) or of a segment (2) with another state. Only what was
    signed off gets one where the tag has none, or any unit where that is to be said (`new`)."""
    if "state" not in attributes(tag) and state is not State.SIGNED_OFF and not new:
        return tag
    words = (_FIRST if first else _SECOND).get(state, state.value)
    tag = with_attribute(tag, "state", words)
    return tag if first else with_attribute(tag, "subState", None)


def with_approval(tag: str, state: State) -> str:
    """The tag of a unit of version 1.2 as it approves of the state, where it says so at all."""
    approved = "yes" if state is State.SIGNED_OFF else "no"
    return with_attribute(tag, "approved", approved) if "approved" in attributes(tag) else tag


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag by their names, as they are written, without the quotes."""
    return {match[1]: match[2][1:-1] for match in _ATTRIBUTE.finditer(tag)}


def with_attribute(tag: str, name: str, value: str | None) -> str:
    """The tag with an attribute set, or without it."""
    for match in _ATTRIBUTE.finditer(tag):
        if match[1] == name:
            start, end = match.span() if value is None else match.span(2)
            return tag[:start] + (f'"{value}"' if value is not None else "") + tag[end:]
    if value is None:
        return tag
    end = len(tag.removesuffix(">").removesuffix("/").rstrip())
    return f'{tag[:end]} {name}="{value}"{tag[end:]}'
