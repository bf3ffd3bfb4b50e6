"""The files that changed since a revision, asked of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from corpus.errors import TaiyakuError
from corpus.told import told


def changed_files(since: str, place: Path) -> frozenset[Path]:
    """Resolved paths of the files that differ from the revision `since`, new ones and those that
    are gone among them, in the repository that the folder `place` is in.

    Raises TaiyakuError where git, the repository or the revision is missing.
    """
    root = Path(_git(place, "rev-parse", "--show-toplevel").rstrip("\n"))
    names = _git(root, "diff", "--name-only", "--no-renames", "-z", "--end-of-options", since, "--")
    names += _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--full-name")
    return frozenset((root / name).resolve() for name in names.split("\0") if name)


def _git(place: Path, *words: str) -> str:
    try:
        # git reads nothing from stdin, and `words` holds no option that a person has given.
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(place), *words],  # noqa: S607
            capture_output=True,
            check=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise TaiyakuError("git was not found", "leave out --changed, or install git") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().splitlines()
        raise TaiyakuError(
            told(said[0]) if said else told("git failed"),
            "--changed needs a git repository and a revision",
        ) from error
    return done.stdout
