"""Our terms at the engine: what a push would do there, and the push."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import BadContent, GlossaryGone, TaiyakuError
from corpus.told import told
from glossary.sync import Fate, difference, prepared
from tui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.engines.engine import Engine
    from corpus.workspace.engine_cache import EngineCache
    from glossary.concept import Concept
    from glossary.sync import Difference, Offence, Prepared


@dataclass(frozen=True, slots=True)
class Look:
    """Our glossary as it is at the engine, and what a push would change there."""

    name: str
    glossary: str | None
    """Its id; None where it is still to be made."""
    differences: tuple[Difference, ...]
    ours: bool = True
    """False where somebody else made the glossary of this name."""
    gone: bool = False
    """It was there once."""

    @property
    def objection(self) -> str:
        """Why a push needs a word more than usual; empty where it does not."""
        if not self.ours:
            return told("a glossary called {} is at DeepL, and was not made here", self.name)
        foreign = [d.source for d in self.differences if d.fate is Fate.FOREIGN]
        if foreign:
            return told(
                "somebody changed {} terms at DeepL, among them {}", len(foreign), repr(foreign[0])
            )
        return ""


def sendable(concepts: Iterable[Concept]) -> Prepared:
    """The entries to send. Raises BadContent where DeepL would refuse one."""
    ready = prepared(concepts)
    if ready.offences:
        count = len(ready.offences)
        raise BadContent(
            told(
                "DeepL would refuse {} of your terms; nothing was sent. {}",
                count,
                offence(ready.offences[0]),
            ),
            told("mend it") if count == 1 else told("taiyaku glossary sync names all such lines"),
        )
    return ready


def offence(one: Offence) -> str:
    """File and line of a term, as far as it can be found there, the term, and its fault."""
    from corpus.formats.files import decode, read_bytes

    shown = repr(one.term)[1:-1][:60] or told("(empty)")
    try:
        text, _ = decode(read_bytes(one.origin), one.origin)
    except TaiyakuError:
        return told("{}: {}: {}", one.origin, shown, one.fault)
    lines = [n for n, row in enumerate(text.splitlines(), 1) if one.term and one.term in row]
    # Of several rows it is the last that repeats an earlier one.
    place = f"{one.origin}:{lines[-1]}" if lines else one.origin
    return told("{}: {}: {}", place, shown, one.fault)


def look(engine: Engine, cache: EngineCache, name: str, terms: Mapping[str, str]) -> Look:
    """Compare; nothing is changed. Raises EngineError, and BadContent without any terms."""
    if not terms:
        raise BadContent("there are no terms to send", "name a file with --glossary, or add a term")
    push = cache.pushed(engine.server, name)
    if push is not None:
        try:
            found = difference(push.terms, terms, engine.terms(push.glossary))
        except GlossaryGone:
            return Look(name, None, difference({}, terms, {}), gone=True)
        return Look(name, push.glossary, found)
    namesake = next((g for g in engine.glossaries() if g.name == name), None)
    there = engine.terms(namesake.id) if namesake else {}
    found = difference({}, terms, there)
    return Look(name, namesake.id if namesake else None, found, ours=namesake is None)


def push(engine: Engine, cache: EngineCache, seen: Look, terms: Mapping[str, str]) -> None:
    """Send what was looked at, read it back, and only then remember it as pushed.

    Raises EngineError, and BadContent where the glossary has changed since, or where the engine
    keeps something else than was sent.
    """
    if look(engine, cache, seen.name, terms) != seen:
        raise BadContent("somebody changed the glossary at DeepL just now", "look at it again")
    glossary = seen.glossary
    if glossary is None:
        glossary = engine.create(seen.name, terms)
    elif seen.differences:
        engine.replace(glossary, terms)
    if engine.terms(glossary) != dict(terms):
        cache.keep_push(engine.server, seen.name, glossary, {})
        raise BadContent(
            "DeepL keeps other entries than were sent", "look with: taiyaku glossary sync"
        )
    cache.keep_push(engine.server, seen.name, glossary, terms)


def line(one: Difference) -> str:
    """A difference, for people: what is there, and what would be."""
    there = one.remote if one.remote is not None else tr("(nothing)")
    here = one.local if one.local is not None else tr("(nothing)")
    return f"{tr(one.fate.value)}: {one.source}: {there} -> {here}"
