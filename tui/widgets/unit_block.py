"""The lines that one unit takes in the list, as text with looks and without textual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from corpus.bitext import Side
from tui.display.changes import changed_spans
from tui.display.linebreak import cells, lines, padded, shortened
from tui.display.marks import Piece, marked, marks
from tui.display.printable import flat, printable
from tui.language import tr
from tui.review.remedies import found_and_wanted
from tui.review.unit import LETTERS, Doubt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.bitext import Span
    from tui.review.unit import UnitView


class Look(NamedTuple):
    """Text with the names of its looks, with blanks between: a severity, `quiet`, `lit`."""

    text: str
    look: str = ""
    finding: int = 0
    """The finding that it is about, counted from 1; 0: none."""


Block: TypeAlias = list[list[Look]]


class Lit(NamedTuple):
    """What is lit up in a unit, as spans of its two texts."""

    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()


NOTHING_LIT: Final = Lit()


class Cursor(NamedTuple):
    """What the person does with a unit."""

    here: bool = False
    selected: bool = False

    @property
    def signs(self) -> tuple[str, str]:
        """What stands before the number, and behind it."""
        return ">" if self.here else " ", "*" if self.selected else " "


FINDINGS_BESIDE_FROM: Final = 160
"""Columns from which on the findings of each unit stand between its languages."""
_SHARE_OF_FINDINGS = 5
_PARTED = " | "
_MARGIN = 11
"""Cursor, number and state: `> 214  E1  `."""


class Columns(NamedTuple):
    """The cells for English, for what was found, and for Japanese."""

    source: int
    findings: int
    """0: there is no room for them."""
    target: int


def columns(width: int) -> Columns:
    """How a line is shared out when the languages stand beside each other."""
    findings = width // _SHARE_OF_FINDINGS if width >= FINDINGS_BESIDE_FROM else 0
    room = width - _MARGIN - len(_PARTED) - (findings + len(_PARTED) if findings else 0)
    return Columns(room // 2, findings, room - room // 2)


def heading(width: int, english: str, findings: str, japanese: str) -> str:
    """The names of the columns, where there are any."""
    room, gap = columns(width), " " * len(_PARTED)
    middle = padded(findings, room.findings) + gap if room.findings else ""
    return (
        padded(tr("   no. st "), _MARGIN) + padded(english, room.source) + gap + middle + japanese
    )


def side_by_side(unit: UnitView, width: int, cursor: Cursor, lit: Lit = NOTHING_LIT) -> Block:
    """Both languages in columns, where there is room with the findings between them, and a blank
    line below."""
    room = columns(width)
    source = marked(unit.source, marks(unit.findings, Side.SOURCE), lit.source).lines(room.source)
    target = marked(unit.target, marks(unit.findings, Side.TARGET), lit.target).lines(room.target)
    target += _other(unit, room.target)
    said = _said(unit, room.findings) if room.findings else []
    states = _states(unit)
    block: Block = []
    before, behind = cursor.signs
    for row in range(max(len(source), len(target), len(said), len(states))):
        state = states[row] if row < len(states) else ""
        number = f"{unit.number:>4}{behind} {state:<4}" if row == 0 else f"{'':<6}{state:<4}"
        line = [Look(before if row == 0 else " "), Look(number, "quiet")]
        line += _line(source[row] if row < len(source) else (), room.source)
        line.append(Look(_PARTED, "quiet"))
        if room.findings:
            line += said[row] if row < len(said) else [Look(" " * room.findings)]
            line.append(Look(_PARTED, "quiet"))
        line += _line(target[row] if row < len(target) else (), room.target)
        block.append(line)
    between = [Look(" " * room.findings), Look(_PARTED, "quiet")] if room.findings else []
    block.append([Look(" " * (_MARGIN + room.source)), Look(_PARTED, "quiet"), *between])
    return block


def side_by_side_height(source: int, target: int, width: int) -> int:
    """A guess from the numbers of characters."""
    room = columns(width)
    return max(-(-source * 21 // (20 * room.source)), -(-target * 2 // room.target), 1) + 1


def stacked(unit: UnitView, width: int, cursor: Cursor, lit: Lit = NOTHING_LIT) -> Block:
    """One line of Japanese; of the unit under the cursor all of both languages."""
    state = _short_state(unit)
    before, behind = cursor.signs
    head = f"{unit.number:>4}{behind}{state:<6}"
    if not cursor.here:
        text = printable(unit.target or unit.source)
        return [[Look(before), Look(head, "quiet"), Look(shortened(text, width - len(head) - 1))]]
    head += "".join(f"{word} " for word in _more_states(unit))
    rule = Look("-" * (width - len(head) - 1), "quiet")
    block: Block = [[Look(before), Look(head), rule]]
    for name, text, side, spans in (
        ("EN", unit.source, Side.SOURCE, lit.source),
        ("JA", unit.target, Side.TARGET, lit.target),
    ):
        found = marked(text, marks(unit.findings, side), spans).lines(width - 6)
        for row, pieces in enumerate(found):
            label = f" {name}  " if row == 0 else "     "
            block.append([Look(label, "quiet"), *_line(pieces, width - 6)])
    block += [[Look("     ", "quiet"), *_line(row, width - 6)] for row in _other(unit, width - 6)]
    block.append([Look(" " + "-" * (width - 1), "quiet")])
    return block


def stacked_height(_source: int, _target: int, _width: int) -> int:
    """All units but the one under the cursor take one line."""
    return 1


def _other(unit: UnitView, width: int) -> list[tuple[Piece, ...]]:
    """The other Japanese under a line with its name, what differs in it lit up."""
    if not unit.other:
        return []
    name = Piece(shortened(f"= {flat(unit.other_name)}", width))
    _, differing = changed_spans(unit.target, unit.other)
    return [(name,), *marked(unit.other, (), differing).lines(width)]


def _said(unit: UnitView, width: int) -> Block:
    """The findings in short: which check, what was found and what is wanted."""
    block: Block = []
    for number, finding in enumerate(unit.findings, 1):
        found, wanted = found_and_wanted(finding, unit.target)
        words = " >> ".join(filter(None, (found, wanted)))
        said = flat(f"{number} {LETTERS[finding.severity]} {finding.check}  {words}")
        for line in lines(said, width):
            block.append([Look(padded(line.of(said), width), "", number)])
    return block


def _short_state(unit: UnitView) -> str:
    """In six cells: the worst findings, a + where there are more, and how far the person is."""
    worst = unit.marks[0] + "+" * (len(unit.marks) > 1) if unit.marks else ""
    if worst and unit.state == "new":
        return worst
    return f"{worst:<3}{unit.state}" if worst else unit.state


def _more_states(unit: UnitView) -> list[str]:
    """What the short state leaves out."""
    return [*unit.marks[1:], *(word for word, true in _remarks(unit) if true)]


def _states(unit: UnitView) -> list[str]:
    """What stands under `st`, from the top: what is wrong, how far the person is, the rest."""
    said = list(unit.marks)
    if not said or unit.state != "new":
        said.append(unit.state)
    return [*said, *(word for word, true in _remarks(unit) if true)]


def _remarks(unit: UnitView) -> tuple[tuple[str, bool], ...]:
    return (
        ("pr?", unit.doubtful and not unit.one_sided),
        ("mov", unit.moved),
        # What XLIFF wants reviewed is most of a file, and said where the findings are.
        ("fuz", unit.doubted is Doubt.FUZZY),
        ("cmt", bool(unit.comment)),
    )


def _looks(piece: Piece) -> str:
    words = (piece.severity.value if piece.severity else "", "lit" if piece.lit else "")
    return " ".join(filter(None, words))


def _line(pieces: Iterable[Piece], width: int) -> list[Look]:
    """The pieces, cut or filled to the width."""
    line = [Look(p.text, _looks(p), p.mark.numbers[0] if p.mark else 0) for p in pieces]
    missing = width - sum(cells(look.text) for look in line)
    if missing < 0 and line:
        last = line[-1].text.rstrip(" \u3000")
        line[-1] = line[-1]._replace(text=last)
        missing = width - sum(cells(look.text) for look in line)
    return [*line, Look(" " * max(0, missing))]
