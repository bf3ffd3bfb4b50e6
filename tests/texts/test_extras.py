"""What a hint says where an extra is missing fits the way in which taiyaku was installed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from corpus import extras
from corpus.extras import adding

if TYPE_CHECKING:
    from pathlib import Path


def test_pipx_installs_into_its_own_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pipx_metadata.json").touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert adding("web") == "pipx runpip taiyaku install 'taiyaku[web]'"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "uv pip install --python '/a b' 'taiyaku[web]'"),
        (object(), "pip install 'taiyaku[web]'"),
    ],
)
def test_where_there_is_no_pip_uv_made_the_environment(
    found: object, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", "/a b")
    monkeypatch.setattr(extras, "find_spec", lambda _: found)
    assert adding("web") == said
