"""The language of the interface: English as it stands in the code, or Japanese from a catalogue.

    tr("Mended")                  the words in the language of the person
    tr("Written to {}", path)     the same with what varies put in; a translation may count the
                                  braces, {1} before {0}, where its order is another
    later("confirmed")            the words as they are, which `tr` is given where they are shown

The catalogue is `locale/ja/LC_MESSAGES/taiyaku.po`; `docs/catalogue.py` brings it up to date and
compiles it. What other programs read (findings, reports, exit codes, `error:` and `hint:` on
stderr) is English in any language, and so is all that commands without a screen write, but for
errors: what stands behind `error:` and `hint:` is for the person.
"""

from __future__ import annotations

import gettext
import os
from typing import Final, Protocol

from corpus.told import Told

LANGUAGES: Final = {"en": "English", "ja": "日本語"}
"""The languages by code, each by its own name."""

DOMAIN: Final = "taiyaku"
FOLDER: Final = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120
"""No `Path`: loading it is a tenth of the time that `--help` takes."""
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

_catalogue = gettext.NullTranslations()
_spoken = ""
"""Empty until something is to be spoken; English till then."""
_persons = ""
"""What the person has chosen; empty: as the environment says."""


class Blame(Protocol):
    """What went wrong, and what to do."""

    @property
    def message(self) -> str: ...

    @property
    def hint(self) -> str: ...


def speak(language: str = "") -> None:
    """Use a language from now on; without one, that of the environment."""
    global _catalogue, _spoken
    _spoken = language or _of_environment()
    _catalogue = _in(_spoken)


def address(language: str) -> None:
    """The language of errors as long as none is spoken; empty: that of the environment."""
    global _persons
    _persons = language


def spoken() -> str:
    """The code of the language in use."""
    return _spoken or "en"


def tr(words: str, *values: object) -> str:
    """The words in the language in use; where there are `values`, its braces are filled in."""
    return _said(_catalogue, words, values)


def later(words: str) -> str:
    """The words themselves, which the catalogue knows from here."""
    return words


def retold(text: str) -> str:
    """What a check or an error says, in the language in use."""
    return _retold(_catalogue, text)


def blamed(error: Blame) -> tuple[str, str]:
    """Message and hint of an error, in the language in use; where a command speaks none, in that
    of the person."""
    catalogue = _catalogue if _spoken else _in(_persons or _of_environment())
    return _retold(catalogue, error.message), _retold(catalogue, error.hint)


def mistake(error: Blame) -> str:
    """The two in one line."""
    return tr("{}. {}", *blamed(error))


def _in(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


def _said(catalogue: gettext.NullTranslations, words: str, values: tuple[object, ...]) -> str:
    said = catalogue.gettext(words) if words else ""
    return said.format(*values) if values else said


def _retold(catalogue: gettext.NullTranslations, text: str) -> str:
    if not isinstance(text, Told):
        return text
    values = (_retold(catalogue, v) if isinstance(v, Told) else v for v in text.values)
    return _said(catalogue, text.words, tuple(values))


def _of_environment() -> str:
    named = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    return "ja" if named.startswith("ja") else "en"
