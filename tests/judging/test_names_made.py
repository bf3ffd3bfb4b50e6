"""The scripts that make bundled tables out of public lists: what they take, and what they leave."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from glossary.extraction import make_readings
from glossary.names import make_cldr, make_edinet
from glossary.names.tables import COLUMNS, hand_written_forms, raw

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

Rows = list[dict[str, str]]

HEAD = "ＥＤＩＮＥＴコード,提出者種別,上場区分,連結の有無,資本金,決算日,提出者名,提出者名（英字）"


def table(script: ModuleType, folder: Path, *arguments: list[str]) -> Rows:
    """What the script writes, in a folder of our own in place of the bundled table."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(script, "__file__", str(folder / "script.py"))
        script.main(*arguments)
    with (folder / f"{script.TABLE}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def firms(*lines: str) -> str:
    """A code list: each line `code,listed or not,Japanese,English`."""
    rows = [line.split(",", 3) for line in lines]
    made = (f'{c},内国法人・組合,{at},無,100,3月31日,{ja},"{en}"' for c, at, ja, en in rows)
    return "\n".join([HEAD, *made])


def edinet(folder: Path, now: str, older: str | None = None) -> Rows:
    (folder / "now.csv").write_bytes(now.encode("cp932"))
    (folder / "ordinary.txt").write_text("harbour light pearl and foods\n", encoding="utf-8")
    arguments = [str(folder / "now.csv"), str(folder / "ordinary.txt")]
    if older is not None:
        (folder / "older.csv").write_text(older, encoding="utf-8")
        arguments.append(str(folder / "older.csv"))
    return table(make_edinet, folder, arguments)


@pytest.fixture(scope="module")
def from_cldr(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return table(make_cldr, tmp_path_factory.mktemp("cldr"))


def test_the_bundled_table_is_what_the_cldr_says(from_cldr: Rows) -> None:
    """But for the few names that differ from one release of the CLDR to the next."""
    bundled = list(csv.DictReader(raw("cldr").decode().splitlines()))
    assert tuple(from_cldr[0]) == COLUMNS
    same = sum(row in from_cldr for row in bundled)
    assert same > 0.97 * len(bundled)


def test_of_the_cldr_only_new_and_certain_names_are_taken(from_cldr: Rows) -> None:
    english, japanese = hand_written_forms()
    sources = {row["source"] for row in from_cldr}
    assert not {source.lower() for source in sources} & english
    places = {r["target"] for r in from_cldr if r["kind"] == "place" and r["status"] == "preferred"}
    assert not places & japanese
    assert not any("(" in row["source"] + row["target"] for row in from_cldr)
    assert not {"Jersey", "Thai", "Japan"} & sources
    assert "Thai language" in sources
    # Its last word is right where the text has said whose money it is.
    assert {r["target"] for r in from_cldr if r["source"] == "Canadian dollar"} >= {
        "加ドル",
        "ドル",
    }


@pytest.mark.parametrize(
    ("japanese", "english", "source", "target"),
    [
        ("株式会社ホゲタ製作", "HOGETA SEISAKU CO.,LTD.", "Hogeta Seisaku Co., Ltd.", "ホゲタ製作"),
        ("ホゲタ商会株式会社", "Hogeta Shokai K.K.", "Hogeta Shokai", "ホゲタ商会"),
        ("ホゲタ　電機株式会社", "kabushiki kaisha hogeta denki", "Hogeta Denki", "ホゲタ電機"),
        ("ホゲタ＆フガ", "The Hogeta＆ Fuga Company", "Hogeta & Fuga Company", "ホゲタ&フガ"),
        ("株式会社ＨＧＴＫ", "HGTK Inc.", "HGTK Inc.", "HGTK"),
    ],
)  # fmt: skip
def test_a_firm_is_named_as_in_running_text(
    tmp_path: Path, japanese: str, english: str, source: str, target: str
) -> None:
    (row,) = edinet(tmp_path, firms(f"E1,上場,{japanese},{english}"))
    assert (row["source"], row["target"], row["kind"]) == (source, target, "company")
    assert row["case_sensitive"] == ("yes" if source.startswith("HGTK") else "")


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (("E1,上場,株式会社ホゲタ,Harbour Light Co.",), "ordinary words"),
        (("E1,上場,株式会社パール,Pearl Co.",), "one ordinary word"),
        (("E1,上場,株式会社山田,Yamada Co.",), "what may be a surname"),
        (("E1,上場,株式会社ホゲタ電機,HGT",), "three letters"),
        (("E1,上場,株式会社ホゲタ電機,hogetadenki",), "nobody's capitals"),
        (("E1,上場,株式会社ホゲタ電機,",), "no English"),
        (("E1,上場,株式会社ホゲタ電機,HogetaDenkiCorporation",), "words run together"),
        (("E1,,ホゲタゴルフ倶楽部,Hogeta Denki Golf Club",), "a club"),
        (("E1,上場,ホゲタ電機,Hogeta Denki Co.", "E2,上場,フガ電機,Hogeta Denki Co."), "shared"),
        (("E1,上場,三井物産株式会社,MITSUI & CO., LTD.",), "known by hand"),
    ],
)
def test_a_name_that_may_mean_something_else_is_left_out(
    tmp_path: Path, lines: tuple[str, ...], left: str
) -> None:
    assert edinet(tmp_path, firms(*lines)) == [], left


def test_a_fund_is_no_firm(tmp_path: Path) -> None:
    fund = firms("E1,上場,ホゲタ電機,Hogeta Denki Co.").replace("内国法人・組合", "内国投資信託")
    assert edinet(tmp_path, fund) == []


def test_of_two_firms_the_listed_one_has_the_name(tmp_path: Path) -> None:
    both = firms("E1,,ホゲタ電機,Hogeta Denki Ltd.", "E2,上場,ホゲタ電機,Hogeta Denki Co.")
    assert [row["source"] for row in edinet(tmp_path, both)] == ["Hogeta Denki Co."]


def test_a_renamed_firm_is_known_by_both_names(tmp_path: Path) -> None:
    older = firms("E1,上場,フガ工業株式会社,Fuga Kogyo Co.")
    rows = edinet(tmp_path, firms("E1,上場,ホゲタ電機,Hogeta Denki Co."), older)
    assert [(r["source"], r["target"], r["status"]) for r in rows] == [
        ("Hogeta Denki Co.", "ホゲタ電機", "preferred"),
        ("Hogeta Denki Co.", "フガ工業", "admitted"),
        ("Fuga Kogyo Co.", "ホゲタ電機", "preferred"),
    ]
    assert rows[0]["note"] == "Fuga Kogyo Co. (フガ工業) until 2026."
    assert len({row["concept"] for row in rows}) == 1


def test_readings_are_those_of_the_characters_in_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    unihan = tmp_path / "Unihan_Readings.txt"
    unihan.write_text(
        "# a remark\n"
        "U+4E95\tkJapaneseKun\tI\n"
        "U+4E95\tkJapaneseOn\tSEI SHOU SEI\n"
        "U+4E95\tkMandarin\tjǐng\n"
        "U+20000\tkJapaneseKun\tNIRI\n"
        "U+4E09\tkJapaneseOn\tSAN\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("sys.argv", ["make_readings", str(unihan)])
    make_readings.main()
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("# From the Unicode Han Database")
    assert rows == ["三 san", "井 sei sho | i"]
