"""A workspace and a work in it, for the tests of what is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from corpus.workspace.work import Work


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "inside" / "workspace.db"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path, now=lambda: datetime(2026, 11, 25, 9, 30, tzinfo=UTC)) as opened:
        yield opened


@pytest.fixture
def work(workspace: Workspace) -> Work:
    return workspace.work("en.txt", "ja.txt")
