"""What it took to mend a text, and for the sake of which flaws."""

import pytest

from corpus.bitext import Span, TranslationUnit
from glossary.effort import Cause, by_check, causes, effort, ter_work
from glossary.finding import Finding, Severity

UNITS = (
    TranslationUnit("a", "Mitsui E&S builds cranes.", "三井物産E&Sはクレーンを造る。"),
    TranslationUnit("b", "Snow fell. It was cold.", "雪が降った。"),
    TranslationUnit("c", "Mitsui E&S left.", "三井物産E&Sは去った。"),
)
CORRECTED = ("三井E&Sはクレーンを造ります。", "雪が降った。寒かった。", "三井物産E&Sは去った。")


def name(unit):
    found = Finding(
        unit, "confusable-rendering", Severity.CRITICAL, "", target=Span(0, 7), fingerprint=unit
    )
    return Finding(
        unit,
        found.check,
        found.severity,
        "",
        Span(0, 10),
        found.target,
        ("三井E&S",),
        fingerprint=unit,
    )


OMISSION = Finding("b", "omission", Severity.MAJOR, "", Span(11, 23), fingerprint="o")


def test_effort_counts_paragraphs_and_characters():
    found = effort([u.target for u in UNITS], CORRECTED)
    assert (found.paragraphs, found.touched) == (3, 2)
    assert found.changed == 2 + 3 + 5  # 物産; る > ります; 寒かった。
    assert found.touched_share == pytest.approx(2 / 3)
    assert found.per_hundred == pytest.approx(100 * 10 / sum(len(u.target) for u in UNITS))
    assert effort([], []).per_hundred == effort([], []).touched_share == 0


def test_ter_works_most_where_long_paragraphs_are_much_changed():
    assert ter_work(["あいう", "かき"], ["あいう", "かく"]) == 1 * 2
    assert ter_work(["あい"], ["うえお"]) == 3 * 3


def test_what_was_changed_is_put_down_to_the_flaw_at_its_place():
    before = [name("a"), OMISSION, name("c")]
    assert causes(UNITS, CORRECTED, before, [name("c")]) == (
        Cause("omission", "It was cold.", "", 1, 1, 5),
        Cause("confusable-rendering", "三井物産E&S", "三井E&S", 2, 1, 2),
        Cause("", changed=3),
    )


def test_the_time_with_a_paragraph_is_shared_out_by_what_was_changed():
    found = causes(UNITS, CORRECTED, [name("a"), OMISSION, name("c")], [], [10.0, 4.0, 60.0])
    assert {c.check: c.seconds for c in found} == {
        "omission": 4.0,
        "confusable-rendering": pytest.approx(10 * 2 / 5),  # the third was not touched
        "": pytest.approx(10 * 3 / 5),
    }
    assert sum(c.seconds for c in by_check(found)) == pytest.approx(14.0)


def test_causes_are_summed_up_by_check():
    other = Cause("omission", "Snow.", "", 1, 0, 1)
    first, second, rest = by_check(
        [Cause("omission", "x", "", 1, 1, 5), other, Cause("percentage"), Cause("", changed=9)]
    )
    assert first == Cause("omission", "", "", 2, 1, 6)
    assert (second.check, rest) == ("percentage", Cause("", changed=9))
