"""The lines that one unit takes in the list, as text with looks and without textual."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.bitext import Side
from tui.display.linebreak import cells, padded, shortened
from tui.display.marks import marked, marks
from tui.display.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.display.marks import Piece
    from tui.review.unit import UnitView


class Look(NamedTuple):
    """Text with the name of its look: a severity, `quiet`, or nothing."""

    text: str
    look: str = ""


Block: TypeAlias = list[list[Look]]

_MARGIN = 11
"""Cursor, number and state: `> 214  E1  `."""


def columns(width: int) -> tuple[int, int]:
    """The cells for English and Japanese when they stand beside each other."""
    source = (width - _MARGIN - 3) // 2
    return source, width - _MARGIN - 3 - source


def heading(width: int, english: str, japanese: str) -> str:
    """The names of the columns, where there are any."""
    source, _ = columns(width)
    return padded("   no. st ", _MARGIN) + padded(english, source) + "   " + japanese


def side_by_side(unit: UnitView, width: int, current: bool) -> Block:
    """Both languages in columns, with a blank line below."""
    left, right = columns(width)
    source = marked(unit.source, marks(unit.findings, Side.SOURCE)).lines(left)
    target = marked(unit.target, marks(unit.findings, Side.TARGET)).lines(right)
    states = _states(unit)
    block: Block = []
    for row in range(max(len(source), len(target), len(states))):
        number = f"{unit.number:>4}" if row == 0 else "    "
        state = states[row] if row < len(states) else ""
        line = [Look(">" if current and row == 0 else " "), Look(f"{number}  {state:<4}", "quiet")]
        line += _line(source[row] if row < len(source) else (), left)
        line.append(Look(" | ", "quiet"))
        line += _line(target[row] if row < len(target) else (), right)
        block.append(line)
    block.append([Look(" " * (_MARGIN + left)), Look(" | ", "quiet")])
    return block


def side_by_side_height(source: int, target: int, width: int) -> int:
    """A guess from the numbers of characters."""
    left, right = columns(width)
    return max(-(-source * 21 // (20 * left)), -(-target * 2 // right), 1) + 1


def stacked(unit: UnitView, width: int, current: bool) -> Block:
    """One line of Japanese; of the unit under the cursor all of both languages."""
    state = "".join(unit.marks) or unit.state
    head = f"{unit.number:>4} {state:<6}"
    if not current:
        text = printable(unit.target or unit.source)
        return [[Look(" "), Look(head, "quiet"), Look(shortened(text, width - len(head) - 1))]]
    if unit.marks and unit.state in {"ok", "mod"}:
        head += f"{unit.state} "
    rule = Look("-" * (width - len(head) - 1), "quiet")
    block: Block = [[Look(">"), Look(head), rule]]
    for name, text, side in (("EN", unit.source, Side.SOURCE), ("JA", unit.target, Side.TARGET)):
        found = marked(text, marks(unit.findings, side)).lines(width - 6)
        for row, pieces in enumerate(found):
            label = f" {name}  " if row == 0 else "     "
            block.append([Look(label, "quiet"), *_line(pieces, width - 6)])
    block.append([Look(" " + "-" * (width - 1), "quiet")])
    return block


def stacked_height(_source: int, _target: int, _width: int) -> int:
    """All units but the one under the cursor take one line."""
    return 1


def _states(unit: UnitView) -> list[str]:
    """What stands under `st`, from the top: what is wrong, then how far the person is."""
    if unit.marks and unit.state not in {"ok", "mod"}:
        return list(unit.marks)
    return [*unit.marks, unit.state]


def _line(pieces: Iterable[Piece], width: int) -> list[Look]:
    """The pieces, cut or filled to the width."""
    line = [Look(p.text, p.severity.value if p.severity else "") for p in pieces]
    missing = width - sum(cells(look.text) for look in line)
    if missing < 0 and line:
        last = line[-1].text.rstrip(" \u3000")
        line[-1] = line[-1]._replace(text=last)
        missing = width - sum(cells(look.text) for look in line)
    return [*line, Look(" " * max(0, missing))]
