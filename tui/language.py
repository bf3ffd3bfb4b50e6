"""The language of the interface: English as it stands in the code, or Japanese from a catalogue.

    tr("Mended")                  the words in the language of the person
    tr("Written to {}", path)     the same with what varies put in; a translation may count the
                                  braces, {1} before {0}, where its order is another
    later("confirmed")            the words as they are, which `tr` is given where they are shown

The catalogue is `locale/ja/LC_MESSAGES/taiyaku.po`; `docs/catalogue.py` brings it up to date and
compiles it. What other programs read (`check`, its reports, exit codes) is always English,
and so are errors with their hints.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Final

from corpus.told import Told

LANGUAGES: Final = {"en": "English", "ja": "日本語"}
"""The languages by code, each by its own name."""

DOMAIN: Final = "taiyaku"
FOLDER: Final = Path(__file__).parent / "locale"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_catalogue = gettext.NullTranslations()
_spoken = "en"


def speak(language: str = "") -> None:
    """Use a language from now on; without one, that of the environment."""
    global _catalogue, _spoken
    _spoken = language or _of_environment()
    _catalogue = gettext.translation(DOMAIN, FOLDER, [_spoken], fallback=True)


def spoken() -> str:
    """The code of the language in use."""
    return _spoken


def tr(words: str, *values: object) -> str:
    """The words in the language in use; where there are `values`, its braces are filled in."""
    said = _catalogue.gettext(words) if words else ""
    return said.format(*values) if values else said


def later(words: str) -> str:
    """The words themselves, which the catalogue knows from here."""
    return words


def retold(text: str) -> str:
    """What a check says, in the language in use."""
    if isinstance(text, Told):
        return tr(text.words, *(retold(v) if isinstance(v, str) else v for v in text.values))
    return text


def _of_environment() -> str:
    named = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    return "ja" if named.startswith("ja") else "en"
