"""Places in a long list, beside those that a plain running sum gives."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.heights import Heights


@given(
    st.lists(st.integers(1, 9), max_size=800),
    st.lists(st.tuples(st.integers(0, 799), st.integers(1, 40)), max_size=20),
    st.integers(0, 8000),
)
def test_places_are_those_of_a_running_sum(
    each: list[int], changes: list[tuple[int, int]], line: int
) -> None:
    heights = Heights(each)
    for row, height in changes:
        if row < len(each):
            heights[row] = each[row] = height
    tops = [0, *accumulate(each)]
    assert [heights.top(row) for row in range(len(each) + 1)] == tops
    assert heights.total == tops[-1]
    assert heights.at(line) == bisect_right(tops, line) - 1
    assert [heights[row] for row in range(len(heights))] == each
