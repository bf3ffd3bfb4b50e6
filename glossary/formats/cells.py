"""Cells of tables that no spreadsheet runs as formulas."""

from __future__ import annotations

_STARTS = tuple("=+-@\t\r＝＋－＠")


def runs(cell: str) -> bool:
    """Whether a spreadsheet may take the cell for a formula."""
    return cell.startswith(_STARTS)


def harmless(cell: str) -> str:
    """The cell as it is written: with an apostrophe before what a spreadsheet would run."""
    return "'" + cell if runs(cell.lstrip("'")) else cell


def plain(cell: str) -> str:
    """The cell as it was meant: `harmless` taken back."""
    return cell[1:] if cell.startswith("'") and runs(cell.lstrip("'")) else cell
