"""The bundled sample: an English statement and its machine-like Japanese with planted mistakes."""

from pathlib import Path

FOLDER = Path(__file__).parent


def sample() -> tuple[str, str]:
    """The paths of the English text and of its Japanese."""
    return str(FOLDER / "en.txt"), str(FOLDER / "ja.txt")


def is_sample(path: Path) -> bool:
    """Whether the file belongs to the sample."""
    return path.resolve().is_relative_to(FOLDER.resolve())
