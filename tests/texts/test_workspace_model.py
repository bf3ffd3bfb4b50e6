"""Whatever is done, undone, redone and reopened: the store says what a plain dict says."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.workspace.journal import Change, Field, UnitState, UnitStatus
from corpus.workspace.store import Workspace

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
units = st.sampled_from(["u1", "u2", "", "文書\x1fu3"])
changes = st.one_of(
    st.builds(Change, st.just(Field.TEXT), units, st.none(), st.none() | texts),
    st.builds(Change, st.just(Field.STATUS), units, st.none(), st.sampled_from(UnitStatus)),
    st.builds(Change, st.just(Field.WAIVER), st.sampled_from("fg"), st.none(), st.none() | texts),
)
works = st.sampled_from(["a", "b"])
acts: st.SearchStrategy[tuple[str, str, list[Change]]] = st.one_of(
    st.tuples(st.just("record"), works, st.lists(changes, max_size=4)),
    st.tuples(st.sampled_from(["undo", "redo", "reopen"]), works, st.just([])),
)

Values = dict[tuple[str, Field, str], str | None]


@dataclass
class Model:
    """The same promises in the plainest form: each step holds the values before and after."""

    now: Values = field(default_factory=dict)
    done: dict[str, list[tuple[Values, Values]]] = field(default_factory=lambda: {"a": [], "b": []})
    undone: dict[str, list[tuple[Values, Values]]] = field(
        default_factory=lambda: {"a": [], "b": []}
    )

    def record(self, work: str, made: list[Change]) -> None:
        after = {("" if c.field.shared else work, c.field, c.key): c.new for c in made}
        before = {place: self.now.get(place) for place in after}
        self.done[work].append((before, after))
        self.undone[work].clear()
        self.now |= after

    def undo(self, work: str) -> bool:
        if not self.done[work]:
            return False
        self.undone[work].append(self.done[work].pop())
        self.now |= self.undone[work][-1][0]
        return True

    def redo(self, work: str) -> bool:
        if not self.undone[work]:
            return False
        self.done[work].append(self.undone[work].pop())
        self.now |= self.done[work][-1][1]
        return True

    def states(self, work: str) -> dict[str, UnitState]:
        touched = {key for of, what, key in self.now if of == work and not what.shared}
        states = {
            unit: UnitState(
                self.now.get((work, Field.TEXT, unit)),
                UnitStatus(self.now.get((work, Field.STATUS, unit)) or UnitStatus.NEW),
            )
            for unit in touched
        }
        return {unit: state for unit, state in states.items() if state != UnitState()}

    def waivers(self) -> set[str]:
        return {
            key
            for (_, what, key), value in self.now.items()
            if what is Field.WAIVER and value is not None
        }


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, max_size=14))
def test_the_store_equals_a_plain_model(performed: list[tuple[str, str, list[Change]]]) -> None:
    model = Model()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "workspace.db")
        store = Workspace.open(path)
        try:
            for act, name, made in performed:
                work = store.work("en.txt", name)
                match act:
                    case "record":
                        work.record("step", made)
                        model.record(name, made)
                    case "undo":
                        assert (work.undo() is not None) == model.undo(name)
                    case "redo":
                        assert (work.redo() is not None) == model.redo(name)
                    case _:
                        store.close()
                        store = Workspace.open(path)
                for each in ("a", "b"):
                    work = store.work("en.txt", each)
                    assert work.states() == model.states(each)
                    assert len(work.history()) == len(model.done[each])
                assert store.waivers() == model.waivers()
        finally:
            store.close()
