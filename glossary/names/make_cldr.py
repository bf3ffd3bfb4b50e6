"""Makes cldr.csv out of the CLDR's English and Japanese, by hand and seldom:

    python -m glossary.names.make_cldr        (with Babel installed)

What it takes: territories that places.csv has not, currencies in use, official languages. What it
leaves out: names that the CLDR explains in brackets, those that are words or other people's names,
cities (their Japanese spellings vary too much to take one for the only right one).
"""

from __future__ import annotations

import csv
import unicodedata
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.concept import EntityKind
from glossary.folding import fold_english
from glossary.names.tables import COLUMNS, hand_written_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = "cldr"
_NO_COUNTRY = frozenset(("CD", "CG", "EA", "EZ", "HK", "MO", "QO", "UM", "XA", "XB", "ZZ"))
_OTHER_MEANINGS = frozenset(("Jersey", "St. Martin"))
_ODD_CURRENCIES = frozenset(
    ("BGN", "COU", "CUC", "CUP", "ILS", "JPY", "NIO", "SAR", "SLE", "SRD", "STN")
)
_OTHER_SPELLINGS = {
    "AC": ("アセンション",),
    "AG": ("アンティグア・バーブーダ",),
    "BM": ("バーミューダ", "バミューダ諸島"),
    "CV": ("カボベルデ",),
    "CW": ("キュラサオ",),
    "DG": ("ディエゴ・ガルシア",),
    "DM": ("ドミニカ", "ドミニカ国"),
    "EH": ("サハラ・アラブ民主共和国",),
    "FK": ("マルビナス諸島", "フォークランド"),
    "FO": ("フェロー諸島自治領", "フェロー"),
    "GF": ("フランス領ギアナ", "ギアナ"),
    "GI": ("英領ジブラルタル",),
    "IO": ("イギリス領インド洋地域",),
    "KN": ("セントキッツ・ネイビス", "セントクリストファー・ネイビス"),
    "KY": ("ケイマン", "ケイマン島"),
    "MQ": ("マルチニーク",),
    "MS": ("モンセラット",),
    "PF": ("フランス領ポリネシア",),
    "PN": ("ピトケアン島",),
    "RE": ("レユニオン島",),
    "SZ": ("エスワティニ王国",),
    "VC": ("セントビンセント・グレナディーン", "セントビンセントおよびグレナディーン諸島"),
    "VG": ("イギリス領ヴァージン諸島", "英領バージン諸島"),
    "VI": ("アメリカ領ヴァージン諸島", "米領バージン諸島"),
    "AUD": ("豪ドル",),
    "CAD": ("加ドル",),
    "CNY": ("人民元", "中国元"),
    "GBP": ("ポンド", "英ポンド", "イギリスポンド"),
    "HKD": ("ドル",),
    "KRW": ("ウォン",),
    "NZD": ("NZドル",),
    "TWD": ("台湾ドル", "ニュー台湾ドル", "台湾元"),
    "USD": ("ドル", "アメリカドル"),
}


def main() -> None:
    """Write the table beside this file and say how many rows it has."""
    babel = import_module("babel")
    english, japanese = babel.Locale("en"), babel.Locale("ja")
    rows = [
        *_territories(english, japanese),
        *_currencies(english, japanese),
        *_languages(english, japanese),
    ]
    path = Path(__file__).with_name(f"{TABLE}.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(f"{len(rows)} rows in {path}")  # noqa: T201


def _territories(english: Any, japanese: Any) -> Iterator[tuple[str, ...]]:
    known, known_japanese = hand_written_forms()
    for code, name in english.territories.items():
        target = japanese.territories.get(code, "(")
        if not code.isalpha() or code in _NO_COUNTRY or name in _OTHER_MEANINGS:
            continue
        if "(" in name + target or {_folded(name)} & known or target in known_japanese:
            continue
        sources = [name, name.replace("St. ", "Saint ")]
        targets = [target, *_OTHER_SPELLINGS.get(code, ())]
        yield from _rows(sources, targets, EntityKind.PLACE, f"cl-{code.lower()}")


def _currencies(english: Any, japanese: Any) -> Iterator[tuple[str, ...]]:
    """Money in use today; its last word is right, too, where the text has said whose it is."""
    numbers = import_module("babel.numbers")
    used = {c for code in english.territories for c in numbers.get_territory_currencies(code)}
    known, _ = hand_written_forms()
    for code in sorted(used - _ODD_CURRENCIES):
        name, target = english.currencies.get(code, "("), japanese.currencies.get(code, "(")
        if code[0] == "X" or " " not in name or set("(（") & set(name + target):
            continue
        if _folded(name) in known:
            continue
        unit = target.rpartition(" ")[2]
        targets = [target.replace(" ", ""), *_OTHER_SPELLINGS.get(code, ())]
        if len(unit) > 2 or unit == "ドル":
            targets.append(unit)
        yield from _rows([_lower_unit(name)], targets, EntityKind.TERM, f"cl-{code.lower()}")


def _languages(english: Any, japanese: Any) -> Iterator[tuple[str, ...]]:
    """ "Thai" may be a person; only "Thai language" is surely one."""
    languages = import_module("babel.languages")
    official = {
        tag.partition("_")[0]
        for code in english.territories
        for tag in languages.get_official_languages(code, regional=True)
    }
    known, _ = hand_written_forms()
    for code in sorted(official):
        name, target = english.languages.get(code, "("), japanese.languages.get(code, "(")
        if target.endswith("語") and "(" not in name and _folded(f"{name} language") not in known:
            yield from _rows([f"{name} language"], [target], EntityKind.TERM, f"cl-{code}-language")


def _lower_unit(name: str) -> str:
    country, _, unit = name.rpartition(" ")
    return f"{country} {unit.lower()}"


def _folded(name: str) -> str:
    return fold_english(name).text.strip(" ,")


def _rows(
    sources: list[str], targets: list[str], kind: EntityKind, concept: str
) -> Iterator[tuple[str, ...]]:
    for source in dict.fromkeys(sources):
        yield (source, _plain(targets[0]), "preferred", kind.value, concept, "", "", "", "")
    for target in dict.fromkeys(targets[1:]):
        if target != targets[0]:
            yield (sources[0], _plain(target), "admitted", kind.value, concept, "", "", "", "")


def _plain(japanese: str) -> str:
    """In the widths that all tables have."""
    return unicodedata.normalize("NFKC", japanese)


if __name__ == "__main__":
    main()
