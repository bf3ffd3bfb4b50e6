"""How to add what this installation lacks: the extras that pyproject.toml lists."""

from __future__ import annotations

import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

from corpus.told import Told, told


def adding(extra: str) -> Told:
    """The command that adds an extra to the installation that runs.

    pip would change another one where pipx or uv made the environment (uv puts no pip into it).
    """
    if (Path(sys.prefix) / "pipx_metadata.json").exists():
        return told("pipx runpip taiyaku install 'taiyaku[{}]'", extra)
    if find_spec("pip") is None:
        here = shlex.quote(sys.prefix)
        return told("uv pip install --python {} 'taiyaku[{}]'", here, extra)
    return told("pip install 'taiyaku[{}]'", extra)
