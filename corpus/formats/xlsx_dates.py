"""Dates in the cells of a spreadsheet, which are numbers there that a format shows as dates.

What the format shows is read, no more and no less, in the order of ISO 8601: `2024-04-10`,
`09:30`; parts of a date as people write them, `2024/04`, `04/10`. The number in the file stays.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats.markup import Kind, marks
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_BUILT_IN = (
    dict.fromkeys((14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 54, 57, 58), "y-m-d")
    | {16: "d-m", 17: "m-y", 22: "y-m-d h:m", 34: "y-m", 35: "m-d"}
    | {52: "y-m", 53: "m-d", 55: "y-m", 56: "m-d"}
    | dict.fromkeys((18, 20, 32), "h:m")
    | dict.fromkeys((19, 21, 33), "h:m:s")
    | {45: "m:s", 46: "[h]:m:s", 47: "m:s"}
)
"""Formats that no file spells out; from 27 to 36 and from 50 on as Japanese programs know them."""
_LITERAL = regex(r'"[^"]*"|\\.|[_*].|(?i:AM/PM|A/P)|\[(?!(?:h+|m+|s+)\])[^\]]*\]|\.0+|(?i:general)')
"""What shows no part of a date, as the words around it, colours, and parts of a second."""
_ELAPSED = regex(r"\[([hms])")
_WEEKDAY = regex("d{3,}|a{3,}")
_MOST_DAYS = 2_958_466
"""The day after 9999-12-31."""


class Shown(NamedTuple):
    """What a format shows of a point in time."""

    date: str
    """Some of the letters y, m, d."""
    time: str
    """Some of the letters h, m, s."""
    elapsed: bool
    """Whether the time is a length of time, that may be more than a day."""


class Dates(NamedTuple):
    """How the numbers of one file are shown."""

    styles: tuple[Shown | None, ...] = ()
    """By the number that a cell gives for its style."""
    from_1904: bool = False

    def text(self, number: str, style: int | None) -> str:
        """The number in a cell of that style, as a date where it is one."""
        if style is None or style >= len(self.styles):
            return number
        shown = self.styles[style]
        return number if shown is None else _text(number, shown, from_1904=self.from_1904)


def dates(styles: str, workbook: str) -> Dates:
    """By the XML of the styles and of the workbook."""
    codes: dict[str, str] = {str(number): code for number, code in _BUILT_IN.items()}
    found: list[Shown | None] = []
    known: dict[str, Shown | None] = {}
    in_cells = False
    for mark in marks(styles):
        name = mark.name.rpartition(":")[2]
        if name == "cellXfs":
            in_cells = mark.kind is Kind.START
        elif name == "numFmt" and mark.kind is not Kind.END:
            said = mark.attributes()
            codes[said.get("numFmtId", "")] = said.get("formatCode", "")
        elif name == "xf" and in_cells and mark.kind is not Kind.END:
            number = mark.attributes().get("numFmtId", "")
            if number not in known:
                known[number] = shown(codes.get(number, ""))
            found.append(known[number])
    return Dates(tuple(found), _counts_from_1904(workbook))


def shown(code: str) -> Shown | None:
    """What a format shows of a date; None where it shows a number as it is."""
    code = _LITERAL.sub(" ", code).partition(";")[0].lower()
    if any(sign in code for sign in "0#?@"):
        return None
    elapsed = bool(_ELAPSED.search(code))
    time = "".join(letter for letter in "hs" if letter in code)
    letters = _WEEKDAY.sub("", code)
    date = ("y" if any(sign in code for sign in "yeg") else "") + "d" * ("d" in letters)
    if "m" in code:
        # Beside hours or seconds alone it is minutes; beside both, the first one is the month.
        if date or not time:
            date = date.replace("y", "ym") if "y" in date else "m" + date
        if time and (not date or code.count("m") > len(_first_months(code))):
            time = time.replace("h", "hm") if "h" in time else "m" + time
    if not date and not time:
        return Shown("ymd", "", elapsed=False) if letters != code else None
    return Shown(date, time, elapsed)


def _first_months(code: str) -> str:
    """The letters of the first m of a format, as `mm`."""
    at = code.index("m")
    rest = code[at:]
    return rest[: len(rest) - len(rest.lstrip("m"))]


def _counts_from_1904(workbook: str) -> bool:
    said: Iterable[str] = (
        mark.attributes().get("date1904", "")
        for mark in marks(workbook)
        if mark.name.rpartition(":")[2] == "workbookPr" and mark.kind is not Kind.END
    )
    return any(value in ("1", "true") for value in said)


def _text(number: str, shown: Shown, *, from_1904: bool) -> str:
    try:
        days = float(number)
    except ValueError:
        return number
    if not math.isfinite(days) or not 0 <= days < _MOST_DAYS - 1462 * from_1904:
        return number
    seconds = round(days * 86_400)
    time = _time(seconds if shown.elapsed else seconds % 86_400, shown)
    if not shown.date:
        return time
    # The spreadsheets count a 29th of February 1900, that there was not.
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 + (days < 60))  # noqa: DTZ001
    moment = first + timedelta(seconds=seconds)
    parts = {"y": f"{moment.year:04}", "m": f"{moment.month:02}", "d": f"{moment.day:02}"}
    between = "-" if shown.date == "ymd" else "/"
    return f"{between.join(parts[letter] for letter in shown.date)} {time}".strip()


def _time(seconds: int, shown: Shown) -> str:
    letters = shown.time
    hours, minutes, rest = seconds // 3600, seconds // 60, seconds % 60
    if "h" in letters or not shown.elapsed:
        minutes %= 60
    parts = {"h": hours, "m": minutes, "s": seconds if letters == "s" and shown.elapsed else rest}
    return ":".join(f"{parts[letter]:02}" for letter in letters)
