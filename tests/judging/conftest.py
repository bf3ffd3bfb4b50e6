"""What the tests of the judge share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import TranslationUnit
from glossary.checks.examples import concept
from glossary.concept import Concept, EntityKind
from glossary.runner import check_unit
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.finding import Finding

COMPANY = EntityKind.COMPANY


@pytest.fixture(scope="session")
def firms() -> Termbase:
    """Families that get mixed up."""
    return Termbase.of(
        (
            concept("Mitsui E&S", "三井E&S", kind=COMPANY),
            concept("Mitsui & Co.", "三井物産", kind=COMPANY),
            concept("Mitsui Chemicals, Inc.", "三井化学", kind=COMPANY),
            concept("Sumitomo Mitsui Banking Corporation", "三井住友銀行", kind=COMPANY),
            concept("Sumitomo Corporation", "住友商事", kind=COMPANY),
            concept("Nippon Steel Corporation", "日本製鉄", kind=COMPANY),
            concept("Hitachi, Ltd.", "日立製作所", "日立", kind=COMPANY),
            concept("Bank of Japan", "日本銀行", "日銀", kind=EntityKind.ORGANISATION),
            concept("Japan", "日本", kind=EntityKind.PLACE),
            concept("Austria", "オーストリア", kind=EntityKind.PLACE),
            concept("Australia", "オーストラリア", "豪州", kind=EntityKind.PLACE),
        )
    )


def bundled(*concepts: Concept) -> Termbase:
    """The same concepts as if they came with the program."""
    return Termbase.of(Concept(c.id, c.source, c.target, c.kind, c.note, "names") for c in concepts)


@pytest.fixture
def judged() -> Callable[[str, str, Termbase], tuple[Finding, ...]]:
    """The findings of one unit."""

    def judge(source: str, target: str, termbase: Termbase) -> tuple[Finding, ...]:
        return check_unit(TranslationUnit("u", source, target), termbase)

    return judge
