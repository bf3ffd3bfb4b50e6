"""Own concepts above compiled ones (the bundled names, large files), searched as one termbase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Generic, TypeVar

from glossary.automaton import Everywhere, Joined, JoinedLongest
from glossary.termbase import SourceEntry, TargetEntry, Termbase, whole_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary.automaton import Search
    from glossary.compiled import CompiledTermbase
    from glossary.concept import Concept

_Entry = TypeVar("_Entry", SourceEntry, TargetEntry)


def layered(own: Iterable[Concept], names: CompiledTermbase) -> Termbase:
    """What `Termbase.of` makes of both, without building what no text asks for."""
    concepts = tuple(own)
    if any(c.id in names.numbers for c in concepts):
        return Termbase.of((*concepts, *names.concepts()))
    return _Layered(concepts, names)


class _Layered(Termbase):
    def __init__(self, own: Iterable[Concept], names: CompiledTermbase) -> None:
        object.__setattr__(self, "_own", Termbase.of(own))
        object.__setattr__(self, "_names", names)

    _own: Termbase
    _names: CompiledTermbase

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        return self._own.concepts + self._names.concepts()

    @property
    def own(self) -> tuple[Concept, ...]:
        return self._own.concepts + self._above

    @cached_property
    def _above(self) -> tuple[Concept, ...]:
        return self._names.own

    def with_concepts(self, concepts: Iterable[Concept]) -> Termbase:
        return layered(self._own.with_concepts(concepts).concepts, self._names)

    def get(self, concept: str) -> Concept | None:
        number = self._names.numbers.get(concept)
        return self._own.get(concept) if number is None else self._names.concept(number)

    @cached_property
    def digest(self) -> str:
        if not self._own.concepts:
            return self._names.digest
        content = f"{self._own.digest} {self._names.digest}"
        return blake2b(content.encode(), digest_size=8).hexdigest()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        return self._own.pairs() + self._names.pairs

    def called(self, family_name: str) -> tuple[Concept, ...]:
        return self._own.called(family_name) + self._names.called(family_name)

    @cached_property
    def source_entries(self) -> Mapping[str, tuple[SourceEntry, ...]]:
        own, names = self._own.source_entries, self._names.source_entries
        return _SourceEntries(own, names, self.source_forms)

    @cached_property
    def target_entries(self) -> Mapping[str, tuple[TargetEntry, ...]]:
        return _Entries(self._own.target_entries, self._names.target_entries, self.target_forms)

    @cached_property
    def source_forms(self) -> tuple[str, ...]:
        return self._own.source_forms + self._names.source_forms

    @cached_property
    def target_forms(self) -> tuple[str, ...]:
        return self._own.target_forms + self._names.target_forms

    @cached_property
    def source_automaton(self) -> Search:
        own = self._own
        return Joined(own.source_automaton, self._names.source_automaton, len(own.source_forms))

    @cached_property
    def target_automaton(self) -> Search:
        forms = self._own.target_forms
        return JoinedLongest(Everywhere(forms), self._names.target_automaton, len(forms))


class _Entries(Mapping[str, tuple[_Entry, ...]], Generic[_Entry]):
    """The entries of both, own ones first."""

    def __init__(
        self,
        own: Mapping[str, tuple[_Entry, ...]],
        names: Callable[[str], tuple[_Entry, ...]],
        forms: tuple[str, ...],
    ) -> None:
        self._own: Mapping[str, tuple[_Entry, ...]] = own
        self._names: Callable[[str], tuple[_Entry, ...]] = names
        self._forms = forms

    def __getitem__(self, form: str) -> tuple[_Entry, ...]:
        """Raises KeyError for a form of neither."""
        found = self._own.get(form, ()) + self._names(form)
        if not found:
            raise KeyError(form)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._forms))

    def __len__(self) -> int:
        return len(set(self._forms))


class _SourceEntries(_Entries[SourceEntry]):
    def __getitem__(self, form: str) -> tuple[SourceEntry, ...]:
        return whole_first(super().__getitem__(form))
