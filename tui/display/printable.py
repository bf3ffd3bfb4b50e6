"""Texts made harmless for a terminal, one character for one, so that spans stay true.

A text may hold anything: escape sequences, bidirectional overrides, lone surrogates. What a
terminal would obey is shown as a picture of itself.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from corpus.patterns import regex

_VEIL: Final = 0x10F000
"""In the last private plane: where the editor keeps control characters out of harm's way."""

_CONTROLS: Final = (
    "[\x00-\x08{}\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_HARMFUL: Final = regex(_CONTROLS.format("\x0b-\x1f"))
_STEERING: Final = regex(_CONTROLS.format("\x0b\x0c\x0e-\x1f"))
_LONE_RETURN: Final = regex("\r(?!\n)")
_VEILED: Final = regex(f"[{chr(_VEIL)}-{chr(_VEIL + 0xFF)}]")
_SPLIT_BY_EDITORS: Final = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]|\r(?!\n)")
_LOOSE_MARK: Final = regex("[\u3041-\u30fe][\u3099\u309a]")
_SEPARATORS: Final = {"\u2028": 0xE0, "\u2029": 0xE1}


def picture(character: str) -> str:
    """What is shown in place of a control character."""
    code = ord(character)
    if _VEIL <= code <= _VEIL + 0xFF:
        code -= _VEIL
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\u2426"


def printable(text: str) -> str:
    """The text as it may be shown: of the same length, line feeds and letters as they are."""
    shown = _HARMFUL.sub(lambda m: picture(m.group()), text.replace("\r\n", " \n"))
    return _VEILED.sub(lambda m: picture(m.group()), shown).replace("\t", " ")


def harmless(text: str) -> str:
    """The text with pictures of all that a terminal would obey, but for tabs and line ends."""
    for steering in (_STEERING, _LONE_RETURN):
        text = steering.sub(lambda m: picture(m.group()), text)
    return text


def flat(text: str) -> str:
    """The text as `printable` shows it, and on one line: of the same length."""
    return printable(text).replace("\n", " ")


def veiled(text: str) -> str:
    """The text for an editor: control characters become private ones that it cannot misread.

    Line ends stay. `unveiled` gives back the very same text, unless it had some of those private
    characters itself: no mapping of one character to one can avoid that, and no text has them.
    """
    return _SPLIT_BY_EDITORS.sub(
        lambda m: chr(_VEIL + _SEPARATORS.get(m.group(), ord(m.group()) & 0xFF)), text
    )


def unveiled(text: str) -> str:
    """The text that `veiled` was made from."""
    back = {code: mark for mark, code in _SEPARATORS.items()}
    return _VEILED.sub(
        lambda m: back.get(ord(m.group()) - _VEIL, chr(ord(m.group()) - _VEIL)), text
    )


def composed(text: str) -> str:
    """Kana whose voicing mark stands apart, put together; everything else as it is.

    Full normalisation would also replace the compatibility forms of kanji in names.
    """
    return _LOOSE_MARK.sub(lambda m: unicodedata.normalize("NFC", m.group()), text)


def plain_key(character: str) -> str | None:
    """The half-width letter or sign meant by a full-width one; None where it is none."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if folded != character and len(folded) == 1 and folded.isascii() else None
