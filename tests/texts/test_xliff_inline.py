"""Any inline structure survives being read, edited, written and read again."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from corpus.errors import UnwritableFile
from corpus.formats import xliff
from corpus.formats.format import Said
from corpus.formats.inline import MARK, Code, Content, fault, marks
from texts.xliff_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.bitext import TranslationUnit

WORDS = (
    "the plan",
    "R&D",
    "<b>",
    "a\u3000b",
    " ",
    "10.5%",
    "\U0001f600",
    "e\u0301",
    "\u200b",
    "]]>",
)
JAPANESE = ("計画", "研究&開発", "<太字>", "、", "10.5%", " ", "が\u3099", "\U0001f600", "。")


class Maker:
    """Makes units with any structure; `seed` says which."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.first = self.chance.random() < 0.5
        self.number = 0

    def text(self, depth: int = 0) -> str:
        parts = [self._part(depth) for _ in range(self.chance.randint(0, 4))]
        return "".join(parts)

    def _part(self, depth: int) -> str:
        if depth > 3 or self.chance.random() < 0.4:
            return escape(self.chance.choice(WORDS))
        self.number += 1
        kinds = self._first if self.first else self._second
        return self.chance.choice(kinds(str(self.number), self.text(depth + 1)))

    @staticmethod
    def _first(own: str, inner: str) -> tuple[str, ...]:
        return (
            f'<g id="{own}" ctype="bold">{inner}</g>',
            f"<g id='{own}'/>",
            f'<x id="{own}"/>',
            f'<x id="{own}" equiv-text="a > b"></x>',
            f'<bx id="{own}" rid="r{own}"/>{inner}<ex id="e{own}" rid="r{own}"/>',
            f'<bpt id="{own}">&lt;b a="&amp;amp;"></bpt>{inner}<ept id="{own}">&lt;/b></ept>',
            f'<bpt id="{own}"><sub>alt</sub></bpt>{inner}<ept id="{own}"/>',
            f'<ph id="{own}">&lt;br/></ph>',
            f'<it id="{own}" pos="open">&lt;i></it>',
            f'<mrk mtype="seg" mid="{own}">{inner}</mrk>',
        )

    @staticmethod
    def _second(own: str, inner: str) -> tuple[str, ...]:
        return (
            f'<pc id="{own}" dataRefStart="d1" dataRefEnd="d2">{inner}</pc>',
            f'<sc id="{own}"/>{inner}<ec startRef="{own}"/>',
            f'<ec id="{own}" isolated="yes"/>',
            f'<ph id="{own}" equiv="x &gt; y"/>',
            '<cp hex="0003"/>',
            f'<mrk id="{own}" type="term">{inner}</mrk>',
            f'<sm id="{own}" type="comment"/>{inner}<em startRef="{own}"/>',
        )

    def file(self) -> str:
        units = [self._unit(n) for n in range(3)]
        if self.first:
            return (
                '<?xml version="1.0"?>\n<xliff version="1.2"'
                ' xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="o" datatype="x"'
                ' source-language="en" target-language="ja"><body>\n'
                + "\n".join(units)
                + "\n</body></file></xliff>"
            )
        return (
            '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
            ' srcLang="en" trgLang="ja"><file id="o">' + "\n".join(units) + "</file></xliff>"
        )

    def _unit(self, number: int) -> str:
        texts = f"<source>R{self.text()}</source>"
        state = self.chance.choice(("", ' state="translated"', ' state="final"'))
        target = self.chance.choice(("", "<target/>", f"<target>港{self.text()}</target>"))
        note = "<note>n</note>" * self.chance.randint(0, 1)
        if self.first:
            if self.chance.random() < 0.4:
                cut, target = self._cut()
                texts += cut
            target = target.replace("<target", f"<target{state}", 1)
            return f'<trans-unit id="{number}">{texts}{target}{note}</trans-unit>'
        notes = f"<notes>{note}</notes>" if note else ""
        return f'<unit id="{number}">{notes}<segment{state}>{texts}{target}</segment></unit>'

    def _cut(self) -> tuple[str, str]:
        """A unit in segments, which the Japanese may have in another order or not yet."""
        names = [*"abc"[: self.chance.randint(1, 3)]]
        english = [f'<mrk mtype="seg" mid="{n}">R{self.text()}</mrk> ' for n in names]
        self.chance.shuffle(names)
        japanese = [
            self.chance.choice(
                (f'<mrk mtype="seg" mid="{n}"/>', f'<mrk mtype="seg" mid="{n}">{self.text()}</mrk>')
            )
            for n in names
        ]
        number = self.number = self.number + 1
        return (
            f"<seg-source>{''.join(english)}</seg-source>",
            f'<target><g id="{number}">{"".join(japanese)}</g></target>',
        )

    def japanese(self, unit: TranslationUnit) -> str:
        """Another target: the marks of the unit, some lost, doubled or moved, among words."""
        pieces = list(dict.fromkeys(MARK.findall(unit.source + unit.target)))
        chance = self.chance.random()
        if chance < 0.2:
            self.chance.shuffle(pieces)
        elif chance < 0.4:
            pieces = self.chance.sample(pieces, self.chance.randint(0, len(pieces)))
        elif chance < 0.5:
            pieces += pieces[:1]
        for _ in range(self.chance.randint(0, 4)):
            pieces.insert(self.chance.randint(0, len(pieces)), self.chance.choice(JAPANESE))
        return "".join(pieces)


def spelled_out(unit: TranslationUnit) -> str:
    """The Japanese with its codes; marks that only it has are named anew when it is read again."""
    written = {code.mark: code.written for code in unit.codes}
    return "".join(written.get(c, c) for c in unit.target)


def survives(folder: Path, seed: int) -> bool:
    """Hand one file back with other Japanese; whether it could hold that."""
    maker = Maker(seed)
    path = folder / "a.xlf"
    text = maker.file()
    path.write_text(text, "utf-8", newline="")
    units = xliff.read(str(path)).units
    assert xliff.corrected(str(path), {}).decode() == text
    unit = maker.chance.choice(units)
    key = unit.document, unit.id
    target = maker.japanese(unit)
    why = fault(target, unit.codes)
    said = {key: Said(maker.chance.random() < 0.5, ("a <note>",))}
    was_valid = not faults(text.encode())
    if why and why != fault(unit.target, unit.codes):
        with pytest.raises(UnwritableFile) as refused:
            xliff.handed_back(str(path), {key: target}, said)
        assert why in refused.value.message
        return False
    new = xliff.handed_back(str(path), {key: target}, said)
    assert not (was_valid and faults(new)), faults(new)
    path.write_bytes(new)
    again = xliff.read(str(path)).units
    for before, after in zip(units, again, strict=True):
        assert after.source == before.source
        wanted = before.with_target(target) if before is unit else before
        assert spelled_out(after) == spelled_out(wanted)
        if before.line == unit.line and before is not unit:  # pieces of one unit
            after = replace(after, notes=before.notes, state=before.state)
        assert before is unit or after == before
    changed = next(u for u in again if (u.document, u.id) == key)
    assert {c.written for c in changed.codes} <= {c.written for c in unit.codes}
    assert "a <note>" in changed.notes
    assert xliff.handed_back(str(path), {key: changed.target}, said) == new
    return True


@pytest.mark.parametrize("seed", range(100))
def test_any_structure_survives_an_edit(tmp_path: Path, seed: int) -> None:
    survives(tmp_path, seed)


def test_both_outcomes_are_among_them(tmp_path: Path) -> None:
    outcomes = {survives(tmp_path, seed) for seed in range(100)}
    assert outcomes == {True, False}


def test_every_mark_that_a_text_may_get_is_known_as_one_and_nothing_beside_them():
    many = Content([Code((str(n),), "<x/>") for n in range(300)])
    assert all(MARK.fullmatch(mark) for mark in marks(many, Content()).values())
    assert not MARK.search("".join(map(chr, (0x1F14F, 0x1F16A, 0x2800, 0x2900, 0xEFFFF, 0xFFFFE))))
