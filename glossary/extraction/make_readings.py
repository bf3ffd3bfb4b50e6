"""Make `readings.txt` from the Unicode Han Database (`Unihan_Readings.txt`).

    python -m glossary.extraction.make_readings Unihan_Readings.txt > readings.txt

Kept are the characters of JIS X 0208, each with its Japanese readings in Latin letters, long
vowels short, those of Chinese origin first and parted from the others by a stroke.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from glossary.extraction.romaji import folded

_HEAD = "# From the Unicode Han Database, (c) Unicode, Inc., under the Unicode License.\n"
_FIELDS = ("kJapaneseOn", "kJapaneseKun")


def readings(lines: list[str]) -> dict[str, dict[str, list[str]]]:
    """Of each character the readings by field."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in lines:
        code, _, rest = line.rstrip("\n").partition("\t")
        field, _, value = rest.partition("\t")
        if (
            line.startswith("U+")
            and field in _FIELDS
            and _in_use(character := chr(int(code.replace("U+", "0x"), 0)))
        ):
            found[character][field] = list(dict.fromkeys(map(folded, value.split())))
    return found


def _in_use(character: str) -> bool:
    try:
        return len(character.encode("euc_jp")) == 2
    except UnicodeEncodeError:
        return False


def main() -> None:
    """Write the table of the file named on the command line to stdout."""
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    rows = [
        f"{character} {' '.join(by.get(_FIELDS[0], ()))} | {' '.join(by.get(_FIELDS[1], ()))}"
        for character, by in sorted(readings(lines).items())
    ]
    sys.stdout.write(_HEAD)
    sys.stdout.write("\n".join(" ".join(row.split()).removesuffix(" |") for row in rows) + "\n")


if __name__ == "__main__":
    main()
