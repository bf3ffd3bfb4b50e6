"""The JSON form of a finding, as other programs read it. Keys are added, never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpus.patterns import regex
from tui.reports.place import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.reports.report import Checked

# json leaves these as they are, but a terminal or a line reader may act on them.
_RAW = regex("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def encoded(value: object) -> str:
    """`value` as JSON on one line, readable Japanese, no raw control character."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _RAW.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def finding_objects(checked: Checked) -> Iterator[dict[str, object]]:
    """The findings with their places; offsets are code points of the unit's own text."""
    for at, unit, finding in placed(checked):
        row = {"file": checked.bitext.name} | finding.fields(unit)
        replacement = row.pop("replacement")
        row["glossary"] = checked.glossary
        row["location"] = {
            "file": at.file,
            "line": at.line,
            "column": at.start.column if at.start else None,
            "paragraph": at.paragraph if at.line is None else None,
        }
        yield row | {"replacement": replacement} if replacement else row
