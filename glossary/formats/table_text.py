"""The text of a table as spreadsheets save it, in today's encoding or in an old Japanese one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.formats.files import decode
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable

_LEGACY = ("cp932", "euc_jp")
_JAPANESE = regex("[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60￥々〆ヶ―‐…‥“”‘’×÷±→℃№]*")


def table_text(data: bytes, path: str, names_columns: Callable[[str], bool]) -> str:
    """The text of `data`; `names_columns` says whether a first row is that of such a table.

    A short table in an old encoding has too little kana to be told from other text, but its
    header says what it is. Raises UnreadableFile, naming `path`.
    """
    try:
        data.decode()
    except UnicodeDecodeError:
        for codec in _LEGACY:
            text = data.decode(codec, "replace")
            foreign = "".join(c for c in text if not c.isascii())
            if names_columns(text.partition("\n")[0]) and _JAPANESE.fullmatch(foreign):
                return text
    return decode(data, path)[0]
