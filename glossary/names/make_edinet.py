"""Makes edinet.csv, the firms of the EDINET code list, by hand and seldom:

    python -m glossary.names.make_edinet LIST.csv ORDINARY.txt [OLDER-LIST.csv]

LIST.csv is the code list of the Financial Services Agency as it can be downloaded (CP932 or UTF-8).
ORDINARY.txt holds, one a line, words of either language in small letters and cities with a capital:
by themselves they are no firm's name. A firm with another name in the older list gets that, too.

What is left out: firms without an English name, funds and persons; names of three letters, names
that are ordinary words or may be a surname; names that two firms share, and those that one of the
tables written by hand knows already.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpus.patterns import regex
from glossary.concept import EntityKind, Term
from glossary.forms import english_forms, japanese_forms
from glossary.names.tables import COLUMNS, hand_written_forms

TABLE = "edinet"
_CODE, _TYPE, _LISTED, _JAPANESE, _ENGLISH = 0, 1, 2, 6, 7
_SPORTS = regex("ゴルフ|カントリー|カンツリー|倶楽部|クラブ|観光|協会")
_LEGAL_JAPANESE = regex("^(?:株式会社|有限会社|合同会社)|(?:株式会社|有限会社|合同会社)$")
_KABUSHIKI = regex(r"^kabushiki ?kaisha |[ ,]+(?:kabushiki ?kaisha|k\.k)\.?$", re.IGNORECASE)
_LEGAL_END = regex(
    r"[ ,.]*\b(?:(co|company|corp|corporation)\b)?[ ,.]*"
    r"\b(ltd|limited|inc|incorporated|llc|co|company|corp|corporation)?[ .,]*$",
    re.IGNORECASE,
)
_LEGAL = {
    "co": "Co.",
    "company": "Company",
    "corp": "Corp.",
    "corporation": "Corporation",
    "ltd": "Ltd.",
    "limited": "Limited",
    "inc": "Inc.",
    "incorporated": "Incorporated",
    "llc": "LLC",
}
_GLUED = regex("[a-z](?:corporation|company|limited)", re.IGNORECASE)
_LINKS = frozenset(("and", "of", "for", "the", "in"))
_NATIONAL = frozenset(
    ("japan", "nippon", "nihon", "tokyo", "osaka", "nagoya", "kyoto", "kobe", "yokohama", "fukuoka")
)
# Hepburn, one sound at a time: what can be read so may be a surname or a place.
_SOUND = regex(
    r"(?:(?:ky|gy|sh|j|ch|ny|hy|by|py|my|ry)[auo]|ji|shi|chi|tsu|fu|[kgsztdnhbpmyrw]?[aiueo]|n)"
)
_SURNAME = 4


@dataclass(frozen=True, slots=True)
class Firm:
    """A line of the list, its names as they are written in running text."""

    code: str
    listed: bool
    japanese: str
    """Without the legal form."""
    english: str
    """With it."""

    @property
    def short(self) -> str:
        """The folded English without legal form."""
        return _forms(self.english)[-1]


def main(arguments: list[str]) -> None:
    """Write the table beside this file and say how many firms it has."""
    now, ordinary, *older = arguments
    words = _words(ordinary)
    firms = _chosen(_firms(now), words)
    former = {f.code: f for path in older for f in _firms(path)}
    path = Path(__file__).with_name(f"{TABLE}.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for firm in firms:
            writer.writerows(_rows(firm, former.get(firm.code), words))
    print(f"{len(firms)} firms in {path}")  # noqa: T201


def _firms(path: str) -> list[Firm]:
    raw = Path(path).read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp932")
    found = (_firm(cells) for cells in csv.reader(text.splitlines()) if len(cells) > _ENGLISH)
    return [firm for firm in found if firm]


def _firm(cells: list[str]) -> Firm | None:
    """None for what is no firm, or has no sound English name."""
    listed = cells[_LISTED] == "上場"
    japanese, english = _japanese(cells[_JAPANESE]), _english(cells[_ENGLISH])
    sound = (
        cells[_TYPE] == "内国法人・組合"
        and english.isascii()
        and 3 < len(english) < 70
        and len(japanese) > 2
        and "(" not in japanese
        and not set('()[]/"*;:') & set(english)
        and not _GLUED.search(english)
        and (listed or not _SPORTS.search(japanese))
    )
    return Firm(cells[_CODE], listed, japanese, english) if sound else None


def _japanese(name: str) -> str:
    plain = " ".join(unicodedata.normalize("NFKC", name).split())
    plain = re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", plain)
    return _LEGAL_JAPANESE.sub("", plain).strip()


def _english(name: str) -> str:
    """In normal letter case and with the legal form as it is usually written."""
    plain = " ".join(unicodedata.normalize("NFKC", name).replace("’", "'").split())
    plain = _KABUSHIKI.sub("", plain)
    plain = re.sub(r"^the ", "", plain, flags=re.IGNORECASE)
    legal = _LEGAL_END.search(plain)
    stem = plain[: legal.start()].strip(" ,.") if legal else plain
    words = stem.split()
    if stem.isupper():
        words = [_capitalised(word) for word in words]
    elif stem.islower():
        words = [word.capitalize() for word in words] if len(words) > 1 else []
    words = [w.lower() if i and w.lower() in _LINKS else w for i, w in enumerate(words)]
    stem = re.sub(" *& +| +& *", " & ", " ".join(words)).strip()
    ends = [_LEGAL[e.lower()] for e in (legal.groups() if legal else ()) if e]
    if not stem:
        return ""
    if len(ends) == 2:
        return f"{stem} {ends[0]}, {ends[1]}"
    return " ".join((stem, *ends))


def _capitalised(word: str) -> str:
    """Most long words of a name in capitals only are no acronyms."""
    if len(word) < 4 or not re.search("[AEIOUY]", word) or any(c.isdigit() for c in word):
        return word
    return re.sub("[A-Z]+", lambda part: part[0].capitalize(), word)


def _words(path: str) -> frozenset[str]:
    return frozenset(Path(path).read_text(encoding="utf-8").split())


def _chosen(firms: list[Firm], ordinary: frozenset[str]) -> list[Firm]:
    """Those that can be told from words and from each other; a listed firm before another."""
    english, japanese = hand_written_forms()
    shared = Counter((f.short, f.listed) for f in firms)
    shared_japanese = Counter((f.japanese, f.listed) for f in firms)
    listed = {f.short for f in firms if f.listed} | {f.japanese for f in firms if f.listed}
    return [
        f
        for f in firms
        if shared[f.short, f.listed] == 1
        and shared_japanese[f.japanese, f.listed] == 1
        and (f.listed or not {f.short, f.japanese} & listed)
        and not english.intersection(_forms(f.english))
        and not japanese.intersection(japanese_forms(f.japanese))
        and not _ordinary(f.short, ordinary)
        and not (len(f.japanese) < 4 and f.japanese in ordinary)
    ]


def _ordinary(short: str, words: frozenset[str]) -> bool:
    """Whether the folded name may well mean something else."""
    parts = short.split()
    if len(parts) == 1:
        named = short in words or short.capitalize() in words
        return len(short) < 4 or named or _may_be_a_surname(short)
    return all(p in words or p in _LINKS for p in parts) and not _NATIONAL.intersection(parts)


def _may_be_a_surname(word: str) -> bool:
    sounds = _SOUND.findall(word)
    return "".join(sounds) == word and len(sounds) <= _SURNAME


def _forms(english: str) -> list[str]:
    """The folded name, then without its legal form."""
    forms = [f.text for f in english_forms(Term(english), EntityKind.COMPANY)]
    return sorted(forms, key=len, reverse=True) or [english.lower()]


def _rows(firm: Firm, former: Firm | None, words: frozenset[str]) -> list[tuple[str, ...]]:
    concept = "ed-" + re.sub("[^a-z0-9]+", "-", firm.short).strip("-")
    renamed = former and former.japanese != firm.japanese and former.short != firm.short
    exactly = "yes" if _needs_its_capitals(firm, words) else ""

    def row(
        english: str, japanese: str, status: str = "preferred", note: str = ""
    ) -> tuple[str, ...]:
        return (english, japanese, status, EntityKind.COMPANY.value, concept, note, exactly, "", "")

    if not (former and renamed):
        return [row(firm.english, firm.japanese)]
    note = f"{former.english} ({former.japanese}) until 2026."
    return [
        row(firm.english, firm.japanese, note=note),
        row(firm.english, former.japanese, "admitted"),
        row(former.english, firm.japanese),
    ]


def _needs_its_capitals(firm: Firm, words: frozenset[str]) -> bool:
    """An acronym does, and what else may be "Japan foods" in the midst of a sentence."""
    parts = firm.short.split()
    if len(parts) == 1:
        return firm.english.split(maxsplit=1)[0].isupper()
    return all(p in words or p in _LINKS or p in _NATIONAL for p in parts)


if __name__ == "__main__":
    main(sys.argv[1:])
