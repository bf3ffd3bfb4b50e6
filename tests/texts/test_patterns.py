"""Regular expressions that wait for their first use are as good as others."""

from __future__ import annotations

import contextlib
import importlib
import pickle
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest

import corpus
import glossary
import tui
from corpus.patterns import _Regex, regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

WORD = regex("W(o)rd", re.IGNORECASE)


def test_it_does_what_a_compiled_one_does() -> None:
    text = "a word, a WORD"
    compiled = re.compile(WORD.pattern, WORD.flags)
    assert WORD.sub("x", text) == compiled.sub("x", text) == "a x, a x"
    assert WORD.findall(text) == compiled.findall(text) == ["o", "O"]
    assert [m.span() for m in WORD.finditer(text)] == [(2, 6), (10, 14)]
    assert WORD.match(text, 2)
    assert not WORD.fullmatch(text)
    assert WORD.search(text)


def test_it_is_compiled_once() -> None:
    word = regex("word")
    assert vars(word).keys() == {"_asked"}
    first = word.search
    assert word.search is first


def test_a_check_with_patterns_can_be_handed_to_another_process() -> None:
    for word in (regex("w.rd"), WORD):
        again = pickle.loads(pickle.dumps(word))  # noqa: S301 -- our own
        assert again.search("a word")


def test_what_is_wrong_in_one_is_said_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def modules() -> Iterator[ModuleType]:
    """All of the program that can be had without the extras."""
    for package in (corpus, glossary, tui):
        for _, name, _ in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            with contextlib.suppress(ModuleNotFoundError):
                yield importlib.import_module(name)


def test_all_of_the_program_compile() -> None:
    found = [v for m in modules() for v in vars(m).values() if isinstance(v, _Regex)]
    assert len(found) > 300
    for each in found:
        assert each.pattern == each._asked[0]
