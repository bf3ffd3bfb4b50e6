"""Whether two figures, one of each language, can be the same, and how like they are if not."""

from __future__ import annotations

from decimal import Decimal

from corpus.language.figures.quantity import Bound, Figure, Kind
from corpus.language.figures.units import UNITS, converts, family

DATES = frozenset((Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.HOUR))
_NOON = 12
_TALL = 9
_SCHOOLS = (6, 9)
"""Grades before the first year of 中学 and of 高校."""
_FOOT = UNITS["foot"].size
_ROUNDING = Decimal("0.01")
_FAHRENHEIT = Decimal("1.8")
_DIFFERENCE = 50
"""Degrees by which something may rise or fall."""
_KMH = Decimal("3.6")
"""Kilometres an hour in a metre a second."""
_ROUNDED = Decimal("0.03")


def same_hour(e: Figure, j: Figure) -> bool:
    """3 p.m. and 15時; an hour whose half of the day is not said may be of either."""
    if e.unit and j.unit and e.value < _NOON and j.value < _NOON:
        return e.value == j.value and e.unit == j.unit
    if e.value == j.value:
        return True
    if j.value - e.value == 2 * _NOON:
        return True  # 26時 for 2 a.m.
    if abs(e.value - j.value) not in (_NOON, 2 * _NOON):
        return False
    afternoon = e if e.value < j.value else j
    return afternoon.unit != "am" or afternoon.value == _NOON


def same_year(e: Figure, j: Figure) -> bool:
    """'18 and 2018; 80年代 and the 1980s."""
    if Kind.YEAR not in (e.kind, j.kind):
        return False
    small, large = sorted((e.value, j.value))
    return 0 <= small < 100 <= large <= 2100 and large % 100 == small and small > 9


def same_share(e: Figure, j: Figure) -> bool:
    """Half and 50 %, twofold and 200 %, a rise of 50 % and 1.5倍, 32 times weaker and 32分の1."""
    if e.kind is Kind.PERCENT and j.unit == "times" and j.value == 1 + e.value / 100:
        return True
    if e.unit == "times" and 0 < j.value < 1 and e.value * j.value == 1:
        return True
    if e.kind is Kind.PERCENT and 0 < j.value < 1 and j.value == 1 - e.value / 100:
        return True
    for one, other in ((e, j), (j, e)):
        part = one.kind is Kind.PERCENT and other.kind is not Kind.PERCENT
        fits = part and other.value == one.value / 100
        if fits and (other.value < 1 or other.unit == "times"):
            return True
    return False


def converted(e: Figure, j: Figure) -> bool:
    """Whether one is the other in another unit: miles and キロ, Fahrenheit and Celsius."""
    unit = "lb" if e.kind is Kind.MONEY and e.unit == "GBP" else e.unit
    if converts(e.value, unit, j.value, _unit(j)) or _as_fast(e, j):
        return True
    if e.bound is Bound.OVER and j.bound is Bound.OVER and j.value == e.value + 1:
        return True  # 51人以上 are more than 50
    if e.kind is Kind.NUMBER and not e.unit and j.kind is Kind.HOUR and j.value == e.value + _NOON:
        return True  # from nine to five
    if e.kind is Kind.ORDINAL and j.unit == "year" and e.value - j.value in _SCHOOLS:
        return True  # an 11th-grader is 高校2年生
    if e.kind is Kind.YEAR and e.value % 100 == 0 and j.unit == "century":
        return j.value == e.value / 100 + 1  # the 1800s are 19世紀
    if j.unit == "kilo":
        return converts(e.value, unit, j.value, "km") or converts(e.value, unit, j.value, "kg")
    if e.unit == "foot" and e.value < _TALL and _measured(j):
        # 6-foot-4 is 193 cm.
        metres = j.value * UNITS[j.unit].size
        return e.value * _FOOT - _ROUNDING <= metres <= (e.value + 1) * _FOOT
    if e.unit == "degree" and j.unit == "degree":
        return in_celsius(e.value, j.value)
    return e.unit == "decade" and j.value == e.value * 10


def in_celsius(fahrenheit: Decimal, celsius: Decimal) -> bool:
    """Whether the one is the other, as a temperature or as the difference of two."""
    exact = abs((fahrenheit - 32) / _FAHRENHEIT)  # 氷点下 stands beside the figure
    same = abs(exact - celsius) <= max(Decimal(1), celsius * _ROUNDED)
    risen = abs(fahrenheit / _FAHRENHEIT - celsius) <= celsius * _ROUNDED
    return same or (risen and fahrenheit <= _DIFFERENCE)


def _as_fast(e: Figure, j: Figure) -> bool:
    """時速105キロ for 65 mph, 秒速50メートル for 110 mph, 25メートル for 50 knots."""
    if e.unit not in ("mph", "kmh", "knot"):
        return False
    if j.unit in ("km", "kilo", "mile"):
        return converts(e.value, e.unit, j.value, "mph" if j.unit == "mile" else "kmh")
    return j.unit == "m" and converts(e.value, e.unit, j.value * _KMH, "kmh")


def _measured(figure: Figure) -> bool:
    return figure.unit in ("cm", "m")


def _unit(figure: Figure) -> str:
    if figure.kind is Kind.YEAR and figure.value < 1000:
        return "year"
    return "day" if figure.kind is Kind.DAY else figure.unit


_SAME_WORD = frozenset(
    (
        frozenset(("age", "year")), frozenset(("times", "degree")), frozenset(("GBP", "lb")),
        frozenset(("times", "point")), frozenset(("mile", "mph")), frozenset(("km", "kmh")),
        frozenset(("m", "minute")), frozenset(("USD", "AUD")), frozenset(("USD", "CAD")),
        frozenset(("kilo", "km")), frozenset(("kilo", "kg")), frozenset(("kilo", "kmh")),
        frozenset(("second", "times")),
        frozenset(("age", "times")), frozenset(("month", "age")),
    )
)  # fmt: skip


def conflict(e: Figure, j: Figure) -> bool:
    """Whether two figures of the same value count things that are never the same."""
    if e.value != j.value:
        return False
    one = "percent" if e.kind is Kind.PERCENT else _unit(e)
    other = "percent" if j.kind is Kind.PERCENT else _unit(j)
    if e.kind in DATES:
        return False
    if not one or not other or one == other or one in ("am", "pm") or other in ("am", "pm"):
        return False
    if j.kind is Kind.DAY and one in ("year", "age", "day"):
        return False
    if one == "point" and (other == "percent" or j.kind is Kind.MONEY):
        # Professionals write 40%の差 for 40 percentage points, never the reverse, and an index
        # falls by 512ドル40セント.
        return False
    pair = frozenset((one, other))
    if pair in _SAME_WORD and not (pair == {"month", "age"} and e.unit == "age"):
        return False
    return pair not in ({"year", "times"}, {"minute", "percent"})


def may_be(e: Figure, j: Figure) -> bool:
    """Whether the Japanese figure may be a wrong form of the English one."""
    if e.kind is Kind.ORDINAL and not e.firm:
        return False
    dates = (Kind.MONTH, Kind.HOUR)
    if (e.kind in dates or j.kind in dates) and e.kind is not j.kind:
        return {e.kind, j.kind} == {Kind.HOUR, Kind.NUMBER} and not (e.unit and j.unit)
    if Kind.MONEY in (e.kind, j.kind) and e.kind is not j.kind and e.value != j.value:
        return e.kind is Kind.NUMBER or j.kind is Kind.NUMBER
    if Kind.PERCENT in (e.kind, j.kind) and e.kind is not j.kind:
        return Kind.NUMBER in (e.kind, j.kind)
    return True


def likeness(e: Figure, j: Figure, source: str, place: float) -> tuple[float, ...]:
    """More for the figure that `j` is rather a wrong form of; `place` is where it is, 0 to 1."""
    near = abs(e.span.start / max(1, len(source)) - place)
    same_unit = bool(e.unit) and (e.unit == _unit(j) or family(e.unit) == family(_unit(j)))
    one, other = f"{e.value.normalize():e}", f"{j.value.normalize():e}"
    digits = sum(a == b for a, b in zip(one, other, strict=False)) / max(len(one), len(other))
    alike = sorted(f"{e.value:f}") == sorted(f"{j.value:f}")
    return (e.kind is j.kind) + same_unit + alike + digits + 0.5 * e.firm - near, -near
