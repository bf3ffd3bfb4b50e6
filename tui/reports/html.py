"""One HTML page for people: what was found, where, why, and what to write instead.

The page needs no other file and no network, works printed and on a telephone, and has a dark form.
Nothing of the texts gets into it unescaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.finding import Severity
from tui.reports.report import Report, Unread, readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from tui.reports.report import Outcome

_WHOLE = 1000
"""Units of texts that are shown whole; of more only those with findings."""


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """The whole page, when everything is checked."""
    from tui.pages.page import page  # here, since other reports have no use for it
    from tui.pages.sheet import sheet

    every = list(outcomes)
    checked = list(readable(every))
    found = [f for result in checked for f in result.findings]
    units = sum(len(result.bitext.units) for result in checked)
    sheets = [sheet(n, result, whole=units <= _WHOLE) for n, result in enumerate(checked)]
    parts = page(
        "report.html.j2",
        sheets=sheets,
        counts={s.value: sum(f.severity is s for f in found) for s in reversed(Severity)},
        checks=sorted({f.check for f in found}),
        units=units,
        unread=[f"{u.name}: {u.message}" for u in every if isinstance(u, Unread)],
    )
    out.writelines(parts)


REPORT = Report("html", "one page to look at, for people", write, thorough=True)
