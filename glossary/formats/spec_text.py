"""Specs in one cell: `flag: English => Japanese | pass: English => Japanese`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.patterns import regex
from corpus.told import told
from glossary.concept import Spec
from glossary.errors import BadTerm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARTED = regex(r"\||[\r\n]+(?=\s*(?:flag|pass)\s*:)", re.IGNORECASE)
"""A line that begins otherwise goes on with the one before, as a cell that was wrapped."""


def read_specs(cell: str, place: str) -> Iterator[Spec]:
    """The pairs of a cell. Raises BadTerm with the `place` for what cannot be read."""
    for part in filter(None, (" ".join(p.split()) for p in _PARTED.split(cell))):
        verdict, _, pair = part.partition(":")
        source, arrow, target = (p.strip() for p in pair.partition("=>"))
        known = verdict.strip().lower() in ("flag", "pass")
        if not (known and arrow and source and target) or "=>" in target:
            raise BadTerm(
                told("{}: specs {!r} cannot be read", place, part[:40]),
                "write flag: English => Japanese | pass: English => Japanese",
            )
        yield Spec(source, target, verdict.strip().lower() == "flag")


def written_specs(specs: Sequence[Spec]) -> str:
    """The cell that `read_specs` understands."""
    return " | ".join(f"{'flag' if s.flagged else 'pass'}: {s.source} => {s.target}" for s in specs)
