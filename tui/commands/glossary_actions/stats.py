"""`taiyaku glossary stats`: how large glossaries are and what they say."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.console import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from glossary.stats import Stats


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+")


def run(chosen: Namespace) -> int:
    from glossary.formats import read_terms
    from glossary.stats import stats

    concepts = tuple(concept for file in chosen.files for concept in read_terms(file))
    sys.stdout.writelines(f"{one_line(line)}\n" for line in _lines(stats(concepts)))
    return 0


def _lines(found: Stats) -> Iterator[str]:
    yield f"concepts: {found.concepts}"
    yield f"English terms: {found.source_terms}"
    yield "Japanese terms: " + ", ".join(f"{n} {status}" for status, n in found.target_terms)
    if found.kinds:
        yield "kinds: " + ", ".join(f"{n} {kind}" for kind, n in found.kinds)
    yield (
        f"with specs {found.with_specs}, with a note {found.with_notes}, "
        f"with context {found.with_context}"
    )
    for origin, count in found.origins:
        yield f"{origin}: {count}"
