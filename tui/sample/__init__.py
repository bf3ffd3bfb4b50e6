"""The bundled sample: an English statement and its machine-like Japanese with planted mistakes."""

from pathlib import Path

FOLDER = Path(__file__).parent


def sample() -> tuple[str, str]:
    """The paths of the English text and of its Japanese."""
    return str(FOLDER / "en.txt"), str(FOLDER / "ja.txt")
