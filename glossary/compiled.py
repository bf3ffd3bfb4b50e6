"""A termbase in one file that is ready to be searched: what the bundled names are kept in.

A concept is only built when somebody asks for it, so that a short text pays little for names that
it does not hold. The file is a copy made on this machine for this machine: where it is missing,
damaged or old, it is made anew, and where it cannot be written, all goes on without.
"""

from __future__ import annotations

import contextlib
import json
import sys
from array import array
from collections import deque
from functools import cached_property, reduce
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary
from zlib import crc32

from corpus.errors import TaiyakuError
from corpus.formats.files import write_atomically
from glossary import automaton, concept, folding, forms, termbase
from glossary.automaton import Everywhere
from glossary.concept import Concept, EntityKind, Spec, Term, TermStatus
from glossary.termbase import SourceEntry, TargetEntry, Termbase, source_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PARTS = 12
_NUMBERS = "I"
_AT_HAND = 10_000
"""Concepts that stay built when no text that is judged names them any more: enough for the names of
a long statement, and little beside a glossary of a hundred thousand."""


class CompiledTermbase:
    """The concepts of one termbase and its indexes, read from bytes."""

    def __init__(self, parts: Sequence[bytes], digest: str = "") -> None:
        """`parts` are those that `compiled` made, `digest` tells their content from another; by
        itself it is `Termbase.digest` of what was compiled.
        """
        (
            facts,
            ids,
            source_forms,
            target_forms,
            self._pairs,
            self._rows,
            *packed,
            self._called,
            english,
            japanese,
        ) = parts
        self._ids, self.source_forms, self.target_forms = (
            ids,
            _lines(source_forms),
            _lines(target_forms),
        )
        self._starts, self._sources, self._targets = map(_numbers, packed)
        self._searches: dict[str, bytes | Everywhere] = {"en": english, "ja": japanese}
        self._restoring = Lock()
        self._built: WeakValueDictionary[int, Concept] = WeakValueDictionary()
        self._latest: deque[Concept] = deque(maxlen=_AT_HAND)
        self._own, content = json.loads(facts)
        self.digest: str = digest or content

    @property
    def own(self) -> tuple[Concept, ...]:
        """As `Termbase.own`."""
        return tuple(map(self.concept, range(self._own)))

    @property
    def source_automaton(self) -> Everywhere:
        """As `Termbase.source_automaton`."""
        return self._search("en")

    @property
    def target_automaton(self) -> Everywhere:
        """Finds every Japanese form, also inside others."""
        return self._search("ja")

    def _search(self, language: str) -> Everywhere:
        """Its saved form is let go: of many terms it is half of all that is held."""
        with self._restoring:
            known = self._searches[language]
            if isinstance(known, bytes):
                known = self._searches[language] = Everywhere.restored(known)
            return known

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """As `Termbase.pairs`."""
        lines = _lines(self._pairs)
        return tuple(zip(lines[::2], lines[1::2], strict=True))

    def called(self, family_name: str) -> tuple[Concept, ...]:
        """As `Termbase.called`."""
        return tuple(map(self.concept, self._families.get(family_name, ())))

    @cached_property
    def _families(self) -> dict[str, list[int]]:
        return dict(json.loads(self._called))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each concept by its id."""
        return {name: number for number, name in enumerate(_lines(self._ids))}

    def concepts(self) -> tuple[Concept, ...]:
        """All of them, in the order of the termbase."""
        return tuple(self.concept(number) for number in range(len(self._starts) - 1))

    def concept(self, number: int) -> Concept:
        """The same object for one number as long as anybody holds it."""
        found = self._built.get(number)
        if found is None:
            row = self._rows[self._starts[number] : self._starts[number + 1]]
            found = self._built[number] = _concept(json.loads(row))
            self._latest.append(found)
        return found

    def source_entries(self, form: str) -> tuple[SourceEntry, ...]:
        """As `Termbase.source_entries`, empty for an unknown form."""
        places = _entries(self._sources, self._source_numbers.get(form))
        found = ((self.concept(n), term, bool(short)) for n, term, short in places)
        return tuple(SourceEntry(c, c.source[term], short) for c, term, short in found)

    def target_entries(self, form: str) -> tuple[TargetEntry, ...]:
        """As `Termbase.target_entries`, empty for an unknown form."""
        places = _entries(self._targets, self._target_numbers.get(form))
        found = ((self.concept(n), term) for n, term, _ in places)
        return tuple(TargetEntry(c, c.target[term]) for c, term in found)

    @cached_property
    def _source_numbers(self) -> dict[str, int]:
        return {form: number for number, form in enumerate(self.source_forms)}

    @cached_property
    def _target_numbers(self) -> dict[str, int]:
        return {form: number for number, form in enumerate(self.target_forms)}


def kept(path: Path, key: str, concepts: Callable[[], Iterable[Concept]]) -> tuple[bytes, ...]:
    """The parts from the file at `path`; made of `concepts` where the file is not for `key`.

    Raises what `concepts` raises.
    """
    wanted = f"{key} {_format()}"
    if known := _read(path, wanted):
        return known
    parts = compiled(Termbase.of(concepts()))
    _write(path, wanted, parts)
    return parts


def compiled(whole: Termbase) -> tuple[bytes, ...]:
    """The parts of which a `CompiledTermbase` is read."""
    numbers = {id(c): number for number, c in enumerate(whole.concepts)}
    rows = [json.dumps(_row(c), ensure_ascii=False).encode() for c in whole.concepts]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    sources = (
        [(numbers[id(e.concept)], e.concept.source.index(e.term), int(e.shortened)) for e in found]
        for found in whole.source_entries.values()
    )
    targets = (
        [(numbers[id(e.concept)], e.concept.target.index(e.term), 0) for e in found]
        for found in whole.target_entries.values()
    )
    ids = [c.id for c in whole.concepts]
    pairs = [text for pair in whole.pairs() for text in pair]
    called = {name: [numbers[id(c)] for c in found] for name, found in whole.family_names.items()}
    lines = (ids, whole.source_forms, whole.target_forms, pairs)
    facts = json.dumps([len(whole.own), whole.digest])
    return (
        facts.encode(),
        *("\n".join(part).encode() for part in lines),
        b"".join(rows),
        array(_NUMBERS, starts).tobytes(),
        _packed(sources),
        _packed(targets),
        json.dumps(called, ensure_ascii=False).encode(),
        Everywhere(source_patterns(whole.source_forms)).saved(),
        Everywhere(whole.target_forms).saved(),
    )


def _packed(entries: Iterable[list[tuple[int, int, int]]]) -> bytes:
    """The entries of all forms behind one another, before them where those of each begin."""
    starts, flat = [0], array(_NUMBERS)
    for found in entries:
        for entry in found:
            flat.extend(entry)
        starts.append(len(flat))
    return array(_NUMBERS, [len(starts), *starts]).tobytes() + flat.tobytes()


def _entries(packed: array[int], form: int | None) -> list[tuple[int, int, int]]:
    if form is None:
        return []
    base = packed[0] + 1
    flat = packed[base + packed[form + 1] : base + packed[form + 2]]
    return list(zip(flat[::3], flat[1::3], flat[2::3], strict=True))


def _lines(data: bytes) -> tuple[str, ...]:
    return tuple(data.decode().split("\n"))


def _numbers(data: bytes) -> array[int]:
    numbers = array(_NUMBERS)
    numbers.frombytes(data)
    return numbers


def _row(c: Concept) -> list[Any]:
    terms = [
        [[t.text, t.status, t.case_sensitive, t.until] for t in side]
        for side in (c.source, c.target)
    ]
    specs = [[s.source, s.target, s.flagged] for s in c.specs]
    return [c.id, *terms, c.kind, c.note, c.origin, c.table, specs, c.context]


def _concept(row: list[Any]) -> Concept:
    name, source, target, kind, note, origin, table, specs, context = row
    return Concept(
        id=name,
        source=tuple(_term(*term) for term in source),
        target=tuple(_term(*term) for term in target),
        kind=EntityKind(kind),
        note=note,
        origin=origin,
        table=table,
        specs=tuple(Spec(*spec) for spec in specs),
        context=tuple(context),
    )


def _term(text: str, status: str, case_sensitive: bool, until: int | None) -> Term:
    return Term(text, TermStatus(status), case_sensitive, until)


def _format() -> str:
    """What else the parts depend on: the code that makes them, and the machine."""
    code = blake2b(digest_size=8)
    for module in (automaton, concept, folding, forms, termbase, sys.modules[__name__]):
        code.update(Path(str(module.__file__)).read_bytes())
    return f"{code.hexdigest()} {automaton.version()} {sys.byteorder}"


def _read(path: Path, wanted: str) -> tuple[bytes, ...] | None:
    """The parts; None where the file is not there, not whole, or not the wanted one."""
    try:
        with path.open("rb") as file:
            head = file.readline()
            key, check, *sizes = json.loads(head)
            if key != wanted or len(sizes) != _PARTS or min(sizes) < 0:
                return None
            if len(head) + sum(sizes) != path.stat().st_size:
                return None
            parts = tuple(map(file.read, sizes))  # apart, so that each can be let go
    except (OSError, ValueError, TypeError):
        return None
    return parts if check == reduce(lambda known, part: crc32(part, known), parts, 0) else None


def _write(path: Path, key: str, parts: Sequence[bytes]) -> None:
    body = b"".join(parts)
    head = json.dumps([key, crc32(body), *map(len, parts)]).encode()
    with contextlib.suppress(OSError, TaiyakuError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, head + b"\n" + body)
