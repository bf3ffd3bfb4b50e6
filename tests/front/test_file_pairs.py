"""Documents of a folder find each other by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadContent
from tui.file_pairs import PATTERNS, checked_pattern, counterparts, pairs


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("news.en.txt", "news.ja.txt"),
        ("2026/may/news_en.md", "2026/may/news_ja.md"),
        ("2026/en/news.txt", "2026/ja/news.txt"),
        ("en/news.txt", "ja/news.txt"),
    ],
)
def test_usual_names_are_understood(english, japanese):
    assert pairs(["other.txt", japanese, english]) == ([(english, japanese)], [], [])


def test_what_has_no_counterpart_is_said_and_what_looks_like_no_half_is_left_alone():
    files = ["a.en.txt", "a.ja.txt", "b.en.txt", "c.ja.txt", "notes.txt"]
    assert pairs(files) == ([("a.en.txt", "a.ja.txt")], ["b.en.txt"], ["c.ja.txt"])


def test_where_the_other_half_may_be_is_known_of_either_half():
    assert counterparts("en/a.en.txt") == ("en/a.ja.txt", "ja/a.en.txt")
    assert counterparts("a_ja.md") == ("a_en.md",)
    assert counterparts("notes.txt") == ()


def test_no_file_is_in_two_pairs():
    files = ["en/a.en.txt", "en/a.ja.txt", "ja/a.en.txt"]
    assert pairs(files)[0] == [("en/a.en.txt", "en/a.ja.txt")]


def test_a_pattern_of_ones_own():
    own = checked_pattern(["src/{name}.txt", "mt/{name}.deepl.txt"])
    files = ["src/a.txt", "mt/a.deepl.txt", "src/deep/a.txt"]
    assert pairs(files, [own]) == ([("src/a.txt", "mt/a.deepl.txt")], [], [])


@pytest.mark.parametrize(
    "given", [["a.txt", "b.txt"], ["{x}.txt"], ["{x}.txt", "{y}.txt"], ["{x}", "{x}"]]
)
def test_a_pattern_that_pairs_nothing_is_refused(given):
    with pytest.raises(BadContent):
        checked_pattern(given)


@given(st.lists(st.text("aenj./_-", min_size=1, max_size=12), unique=True, max_size=12))
def test_any_names_are_paired_once_and_order_is_kept(files):
    found, english, japanese = pairs(files, PATTERNS)
    alone = [*english, *japanese]
    used = [file for pair in found for file in pair]
    assert len(used) == len(set(used))
    assert not set(used) & set(alone)
    assert set(used) | set(alone) <= set(files)
