"""Broken and hostile files of every kind end in a text or in a clear message, never otherwise."""

from __future__ import annotations

import importlib.util
from random import Random
from typing import TYPE_CHECKING

import pytest

from texts.mutating import SAMPLES, mutated, tried

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = {"html": "trafilatura", "pdf": "pypdfium2"}
EACH = 100


@pytest.mark.parametrize("kind", SAMPLES)
def test_mutated_files_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    if kind in NEEDED and importlib.util.find_spec(NEEDED[kind]) is None:
        pytest.skip(f"needs {NEEDED[kind]}, of the extra documents")
    assert tried(kind, SAMPLES[kind], tmp_path) == "read"
    random = Random(f"{kind} 1")
    ends = {tried(kind, mutated(kind, random), tmp_path) for _ in range(EACH)}
    assert "read" in ends
    assert ends <= {"read", "refused", "refused to write"}
