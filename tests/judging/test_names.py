"""The bundled names: well formed, free of contradictions, and true where we know for certain."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import groupby

import pytest

from corpus.bitext import TranslationUnit
from glossary import names
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.formats import csv_terms
from glossary.lookup import whose
from glossary.names import CATEGORIES, COLUMNS, ORIGIN, load_names
from glossary.names.tables import category as category_of
from glossary.recognition import mentions
from glossary.runner import check_unit
from glossary.termbase import Termbase

AT_LEAST = {
    "japan_government": 490,
    "us_government": 560,
    "international": 570,
    "companies_japan": 520,
    "companies_world": 740,
    "places": 770,
    "titles": 270,
    "people": 250,
    "programmes": 490,
    "terms": 410,
    "edinet": 2000,
    "cldr": 350,
}

LATIN_IN_JAPANESE = frozenset(
    (
        "ABB",
        "ADEKA",
        "AGC",
        "ALSOK",
        "ASML",
        "AT&T",
        "AUKUS",
        "BASF",
        "BBC",
        "BHP",
        "BMW",
        "BP",
        "BRICS",
        "CNN",
        "DHL",
        "DIC",
        "DeepL",
        "F-35",
        "G20",
        "G7",
        "G77",
        "GitHub",
        "H&M",
        "HOYA",
        "HP",
        "HSBC",
        "IHI",
        "INPEX",
        "JASM",
        "JCU",
        "JENESYS",
        "JERA",
        "JSR",
        "JTB",
        "KADOKAWA",
        "KDDI",
        "KKR",
        "KLA",
        "KPMG",
        "LIXIL",
        "LVMH",
        "NEC",
        "NOK",
        "NTN",
        "NTT",
        "OpenAI",
        "RTX",
        "Rapidus",
        "SAP",
        "SMC",
        "SUBARU",
        "SUMCO",
        "ServiceNow",
        "Society",
        "TDK",
        "THK",
        "TOTO",
        "TOYO",
        "UBE",
        "UBS",
        "YKK",
        "imec",
        "ispace",
    )
)
"""What Japanese texts themselves write in Latin letters, and no other way first."""

CERTAIN = (
    ("METI", "経済産業省"),
    ("Ministry of Defense", "防衛省"),
    ("MLIT", "国土交通省"),
    ("Japan Coast Guard", "海上保安庁"),
    ("Nuclear Regulation Authority", "原子力規制委員会"),
    ("Nuclear Regulatory Commission", "原子力規制委員会"),
    ("Board of Audit of Japan", "会計検査院"),
    ("JOGMEC", "エネルギー・金属鉱物資源機構"),
    ("NEDO", "新エネルギー・産業技術総合開発機構"),
    ("AIST", "産業技術総合研究所"),
    ("Japan Foundation", "国際交流基金"),
    ("Nippon Foundation", "日本財団"),
    ("Institute of Science Tokyo", "東京科学大学"),
    ("Tokyo University of Science", "東京理科大学"),
    ("Department of Defense", "国防総省"),
    ("U.S. Coast Guard", "米沿岸警備隊"),
    ("NOAA", "米国海洋大気庁"),
    ("Federal Reserve Board", "連邦準備制度理事会"),
    ("WHO", "世界保健機関"),
    ("NATO", "北大西洋条約機構"),
    ("CPTPP", "環太平洋パートナーシップに関する包括的及び先進的な協定"),
    ("Paris Agreement", "パリ協定"),
    ("Mitsui & Co.", "三井物産"),
    ("Mitsui E&S", "三井E&S"),
    ("Mitsui O.S.K. Lines", "商船三井"),
    ("Sumitomo Mitsui Banking Corporation", "三井住友銀行"),
    ("Mitsubishi Estate", "三菱地所"),
    ("Sumitomo Electric", "住友電気工業"),
    ("Kanadevia", "カナデビア"),
    ("Canon Inc.", "キヤノン"),
    ("Kewpie Corporation", "キユーピー"),
    ("Bridgestone", "ブリヂストン"),
    ("Fujifilm", "富士フイルム"),
    ("Nippon Steel", "日本製鉄"),
    ("Japan Steel Works", "日本製鋼所"),
    ("Nidec", "ニデック"),
    ("NGK Insulators", "日本ガイシ"),
    ("NHK Spring", "日本発条"),
    ("Nippon Life", "日本生命"),
    ("JR Central", "東海旅客鉄道"),
    ("JGC", "日揮ホールディングス"),
    ("Eisai", "エーザイ"),
    ("Eli Lilly", "イーライリリー"),
    ("U.S. Steel", "USスチール"),
    ("Austria", "オーストリア"),
    ("Australia", "オーストラリア"),
    ("Kyiv", "キーウ"),
    ("East China Sea", "東シナ海"),
    ("Artemis program", "アルテミス計画"),
    ("hypersonic glide vehicle", "極超音速滑空体"),
    ("pressurized rover", "与圧ローバー"),
    ("extended deterrence", "拡大抑止"),
    ("Chargé d'affaires", "臨時代理大使"),
    ("Fumio Kishida", "岸田文雄"),
    ("Kazuo Ueda", "植田和男"),
    ("Volodymyr Zelenskyy", "ゼレンスキー"),
)


def _of(category: str) -> list[Concept]:
    return category_of(category)


def _by_english() -> dict[str, Concept]:
    return {term.text: concept for concept in load_names() for term in concept.source}


def test_there_are_names_in_every_category() -> None:
    assert AT_LEAST.keys() == set(CATEGORIES)
    counts = {category: len(_of(category)) for category in CATEGORIES}
    assert all(counts[category] >= least for category, least in AT_LEAST.items()), counts


def test_every_table_in_the_folder_is_a_category() -> None:
    tables = {f.name for f in files(names).iterdir() if f.name.endswith(".csv")}
    assert tables == {f"{category}.csv" for category in CATEGORIES}


@pytest.mark.parametrize(("english", "japanese"), CERTAIN)
def test_a_certain_fact_is_in_the_names(english: str, japanese: str) -> None:
    assert japanese in _by_english()[english].accepted


def test_an_english_form_belongs_to_one_concept() -> None:
    forms = Counter(
        form for concept in load_names() for form in {t.text.casefold() for t in concept.source}
    )
    assert [form for form, count in forms.items() if count > 1] == []


def test_ids_are_unique_and_readable() -> None:
    ids = [concept.id for concept in load_names()]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z]{2,3}-[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_every_concept_has_one_preferred_japanese_term_and_it_comes_first() -> None:
    for concept in load_names():
        statuses = [term.status for term in concept.target]
        assert statuses[0] is TermStatus.PREFERRED, concept.id
        assert statuses.count(TermStatus.PREFERRED) == 1, concept.id


def test_the_origin_is_always_there() -> None:
    assert {concept.origin for concept in load_names()} == {ORIGIN}


def test_english_forms_are_plain_western_text() -> None:
    odd = [
        term.text
        for concept in load_names()
        for term in concept.source
        if not term.text.strip() or any(ord(c) > 0x2FF and c not in "×’–" for c in term.text)
    ]
    assert odd == []


def test_an_acronym_counts_in_capitals_only() -> None:
    loose = [
        term.text
        for concept in load_names()
        for term in concept.source
        if re.fullmatch(r"[A-Z]{2,}", term.text) and not term.case_sensitive
    ]
    assert loose == []


def test_all_text_is_in_its_plain_width() -> None:
    texts = {t.text for concept in load_names() for t in (*concept.source, *concept.target)}
    assert [text for text in texts if unicodedata.normalize("NFKC", text) != text] == []
    assert [text for text in texts if text != " ".join(text.split())] == []


def test_a_japanese_term_is_latin_only_where_the_japanese_write_it_so() -> None:
    latin = {
        concept.preferred
        for name in CATEGORIES
        if name != "edinet"  # there each firm says itself how it is written
        for concept in _of(name)
        if concept.preferred.isascii() and concept.preferred.split()[0] not in LATIN_IN_JAPANESE
    }
    assert sorted(latin) == []


def test_single_characters_are_never_names() -> None:
    short = [t.text for concept in load_names() for t in concept.target if len(t.text) < 2]
    assert short == []


def test_every_kind_is_used() -> None:
    used = {concept.kind for concept in load_names()}
    assert used == set(EntityKind) - {EntityKind.PRODUCT}


def _checks(concept: Concept, english: str, japanese: str) -> list[str]:
    unit = TranslationUnit(
        id=concept.id,
        source=f"The report mentions {english} twice this year.",
        target=f"報告書は今年、{japanese}に二度言及している。",
    )
    return [finding.check for finding in check_unit(unit, _termbase())]


@lru_cache(maxsize=1)
def _termbase() -> Termbase:
    return Termbase.of(load_names())


@pytest.mark.parametrize("category", CATEGORIES)
def test_no_right_name_is_reported_beside_all_the_others(category: str) -> None:
    reported = [
        (english, japanese, found)
        for concept in _of(category)
        for english, japanese in (
            *((concept.source[0].text, japanese) for japanese in concept.accepted),
            *((term.text, concept.preferred) for term in concept.source[1:]),
        )
        if (found := _checks(concept, english, japanese))
    ]
    assert reported == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_wrong_form_is_reported(category: str) -> None:
    silent = [
        (concept.source[0].text, japanese)
        for concept in _of(category)
        for japanese in concept.deprecated
        if not _checks(concept, concept.source[0].text, japanese)
    ]
    assert silent == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_tables_are_what_users_write_too(category: str) -> None:
    """They must not part from the reader of glossaries: same rows, same concepts."""
    with as_file(files(names).joinpath(f"{category}.csv")) as path:
        read = csv_terms.read(str(path), origin=ORIGIN)
    ours = _of(category)
    assert [(c.id, c.source, c.target, c.kind) for c in read] == [
        (c.id, c.source, c.target, c.kind) for c in ours
    ]
    assert all(r.note in ("", o.note) for r, o in zip(read, ours, strict=True))


@pytest.mark.parametrize("category", CATEGORIES)
def test_the_rows_of_a_concept_stand_together(category: str) -> None:
    text = files(names).joinpath(f"{category}.csv").read_text(encoding="utf-8")
    head, *rows = csv.reader(text.splitlines())
    assert tuple(head) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)
    ids = [row[COLUMNS.index("concept")] for row in rows]
    runs = [concept for concept, _ in groupby(ids)]
    assert len(runs) == len(set(runs))


def test_a_finding_says_in_which_table_the_knowledge_stands() -> None:
    unit = TranslationUnit("1", "Mitsui E&S builds cranes.", "三井物産E&Sはクレーンを造る。")
    (found,) = check_unit(unit, _termbase())
    assert "三井E&S (the bundled names, companies_japan.csv)" in found.why


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_english_form_is_recognised(category: str) -> None:
    unknown = [
        (concept.id, term.text)
        for concept in _of(category)
        for term in concept.source
        if not any(
            concept in mention.concepts
            for mention in mentions(_termbase(), _sentence(term.text, concept))
        )
    ]
    assert unknown == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_japanese_form_is_known_as_that_of_its_concept(category: str) -> None:
    unknown = [
        (concept.id, term.text)
        for concept in _of(category)
        for term in concept.target
        if all(match.concept.id != concept.id for match in whose(_termbase(), term.text, limit=50))
    ]
    assert unknown == []


def _sentence(english: str, concept: Concept) -> str:
    return f"The report mentions {english} twice this year. {' '.join(concept.context)}"


def test_an_own_concept_takes_the_place_of_the_bundled_one_with_its_id() -> None:
    bundled = next(c for c in names.load_names() if c.source[0].text == "Mitsui E&S")
    own = Concept(bundled.id, bundled.source, (Term("三井イーアンドエス"),), bundled.kind)
    found = {c.id: c for c in names.over_names((own,)).concepts}[bundled.id]
    assert found.preferred == "三井イーアンドエス"
    unit = TranslationUnit("u", "Mitsui E&S won.", "三井E&Sが勝った。")
    assert [f.suggestions[0] for f in check_unit(unit, names.over_names((own,)))] == [
        "三井イーアンドエス"
    ]
