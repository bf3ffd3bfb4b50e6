"""Terms drawn out of aligned text."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import TranslationUnit
from glossary.concept import Concept, EntityKind, Term
from glossary.extraction import Candidate, extract
from glossary.extraction.acronyms import english_name
from glossary.extraction.learning import associated
from glossary.extraction.readings import price
from glossary.extraction.romaji import folded, is_romaji, romaji_of_kana
from glossary.proposal import UNCONFIRMED, concepts, proposals
from glossary.termbase import Termbase
from tui.cli import main


def units(*pairs, document=None):
    return [TranslationUnit(str(n), en, ja, document) for n, (en, ja) in enumerate(pairs)]


def found(*pairs):
    return {(c.source, c.target) for c in extract(units(*pairs))}


@pytest.mark.parametrize(
    ("english", "japanese", "pair"),
    [
        (
            "The Northern Harbour Safety Board (NHSB) met on Monday.",
            "北部港湾安全局(NHSB)は月曜日に会合を開いた。",
            ("Northern Harbour Safety Board", "北部港湾安全局"),
        ),
        (
            "Japan and the Global Seed Trust (GST) signed a letter.",
            "日本とグローバル・シード・トラスト（GST）は書簡に署名した。",
            ("Global Seed Trust", "グローバル・シード・トラスト"),
        ),
        (
            "We thank the Institute of Marine Ecology and Fisheries (IMEF).",
            "海洋生態水産研究所（IMEF）に感謝する。",
            ("Institute of Marine Ecology and Fisheries", "海洋生態水産研究所"),
        ),
        (
            "Sea Lines and the Organization for Port Security (OPS) signed.",
            "シーラインズと港湾安全保障機構（OPS）が署名した。",
            ("Organization for Port Security", "港湾安全保障機構"),
        ),
        (
            "A Blue Transformation (BX) plan was made.",
            "ブルー転換（BX）計画が作られた。",
            ("Blue Transformation", "ブルー転換"),
        ),
        (
            "It met in the Harbour Science and Safety (S&S) Working Group (HSSWG).",
            "港湾科学安全（S&S）作業部会（HSSWG）で会合した。",
            ("Harbour Science and Safety Working Group", "港湾科学安全作業部会"),
        ),
        (
            "Japan's National Institute of Deep Harbour Research (IDHR) spoke.",
            "日本の深海港湾研究所（IDHR）が発言した。",
            ("National Institute of Deep Harbour Research", "深海港湾研究所"),
        ),
        (
            "They lead the Partnership for Safe and Resilient Ports (PSRP).",
            "安全で強靭な港湾のためのパートナーシップ（PSRP）を主導する。",
            (
                "Partnership for Safe and Resilient Ports",
                "安全で強靭な港湾のためのパートナーシップ",
            ),
        ),
        (
            "Sojitz and the Japan Organization for Ports and Energy (JOPE) signed.",
            "双日と日本港湾エネルギー機構（JOPE）が署名した。",
            ("Japan Organization for Ports and Energy", "日本港湾エネルギー機構"),
        ),
        (
            "Two SeaWatch unmanned harbour vehicles (UHVs) came.",
            "シーウォッチ無人港湾車両（UHV）2台が来た。",
            ("unmanned harbour vehicles", "無人港湾車両"),
        ),
    ],
)
def test_an_acronym_on_both_sides_anchors_the_names_before_it(english, japanese, pair):
    assert pair in found((english, japanese))
    best = extract(units((english, japanese)))[0]
    assert (best.source, best.target) == pair
    assert best.acronym


@pytest.mark.parametrize(
    ("before", "acronym", "name"),
    [
        ("It praised the World Grain Programme ", "WGP", "World Grain Programme"),
        ("low orbit and the Deep Sea Mining Act ", "DSMA", "Deep Sea Mining Act"),
        ("new unmanned aerial systems ", "UAS", "unmanned aerial systems"),
        ("by the Ministry of Ports, Roads and Rail ", "MPRR", "Ministry of Ports, Roads and Rail"),
        ("nothing here ", "QZX", None),
    ],
)
def test_the_words_that_an_acronym_stands_for(before, acronym, name):
    span = english_name(before, acronym)
    assert (span.of(before).strip() if span else None) == name


@pytest.mark.parametrize(
    ("japanese", "word"),
    [
        ("長崎", "Nagasaki"),
        ("佐々木", "Sasaki"),
        ("一貫", "ikkan"),
        ("近江", "Ōmi"),
        ("東京", "Tōkyō"),
        ("霞ヶ関", "Kasumigaseki"),
        ("小野妹子", "OnonoImoko"),
        ("新橋", "Shimbashi"),
    ],
)
def test_japanese_is_read_as_romanised_words(japanese, word):
    cost = price(japanese, folded(word))
    assert cost is not None
    assert cost < 0.5


@pytest.mark.parametrize(
    ("japanese", "word"), [("長崎", "Osaka"), ("東京", "Kyoto"), ("港", "port")]
)
def test_other_words_are_no_reading(japanese, word):
    assert price(japanese, folded(word), guessing=False) is None


@pytest.mark.parametrize(
    ("kana", "roman"), [("きょうと", "kyoto"), ("いっかん", "ikkan"), ("ジャンク", "janku")]
)
def test_kana_in_latin_letters(kana, roman):
    assert romaji_of_kana(kana) == roman
    assert is_romaji(roman)


def test_a_persons_name_is_found_whole_and_in_parts_where_the_order_is_turned():
    pairs = found(("Taro NAGASAKI spoke first.", "長崎太郎が最初に発言した。"))
    assert {("Taro NAGASAKI", "長崎太郎"), ("NAGASAKI", "長崎")} <= pairs


def test_one_place_counts_once_however_it_is_found():
    (best, *_) = extract(units(("The Port Office (PO) met.", "港湾局（PO）が会合した。")))
    assert (best.acronym, best.count) == ("PO", 1)


def test_a_name_in_katakana_is_found_by_its_sound():
    pairs = found(("The Northfield Foundation pays.", "ノースフィールド財団が支払う。"))
    assert ("Northfield Foundation", "ノースフィールド財団") in pairs


def test_words_are_learnt_from_the_texts_themselves():
    text = [
        ("Nagano Quarter is large.", "長野街区は広い。"),
        ("Akita Quarter is small.", "秋田街区は狭い。"),
        ("Fukui Quarter is old.", "福井街区は古い。"),
    ]
    assert ("Akita Quarter", "秋田街区") in found(*text)


def test_documents_are_kept_apart_only_when_asked():
    text = [
        *units(("Hello, Nagasaki.", "こんにちは、長崎。"), document="a"),
        *units(("Farewell, Nagasaki.", "さらば、長崎。"), document="b"),
    ]
    assert {c.document for c in extract(text, per_document=True)} == {"a", "b"}
    (together,) = [c for c in extract(text) if c.source == "Nagasaki"]
    assert (together.document, together.count, together.places) == (None, 2, ("0", "0"))


def test_rivals_of_one_english_term_are_named():
    text = units(
        ("The Harbour Safety Board (HSB) met.", "港湾安全局（HSB）が会合した。"),
        ("The Harbour Safety Board (HSB) left.", "港湾保安委員会（HSB）が去った。"),
    )
    rivals = {c.target: c.rivals for c in extract(text) if c.acronym}
    assert rivals == {"港湾安全局": ("港湾保安委員会",), "港湾保安委員会": ("港湾安全局",)}


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.text("Nagasaki BoardGX(),.'-&\n ", max_size=40),
            st.text("長崎局ボード（）()GX、。ー・々 \n", max_size=30),
        ),
        max_size=4,
    )
)
def test_whatever_is_proposed_stands_in_the_text(pairs):
    for each in extract(units(*pairs)):
        assert 0 < each.score <= 1
        assert each.count >= 1
        texts = [[" ".join(text.split()) for text in pair] for pair in pairs]
        assert any(each.source in en and each.target in ja for en, ja in texts)


def test_what_is_known_is_told_from_what_contradicts_it():
    text = units(
        ("The Harbour Safety Board (HSB) met.", "港湾安全局（HSB）が会合した。"),
        ("The Port Police Office (PPO) met.", "港湾警察署（PPO）が会合した。"),
    )
    terms = Termbase.of(
        (
            Concept("h", (Term("Harbour Safety Board"),), (Term("港湾安全局"),)),
            Concept("p", (Term("Port Police Office"),), (Term("水上警察署"),)),
        )
    )
    said = {p.candidate.source: p for p in proposals(extract(text), terms)}
    assert said["Harbour Safety Board"].known
    assert said["Port Police Office"].contradicted
    assert said["Port Police Office"].instead == ("水上警察署",)


def test_a_person_with_an_office_or_an_honorific_is_known():
    persons = Concept(
        "p", (Term("Akiko Hara"), Term("President Hara")), (Term("原明子"), Term("原"))
    )
    terms = Termbase.of([replace(persons, kind=EntityKind.PERSON)])
    candidates = [Candidate(None, "President Hara", t, 1, 0.5) for t in ("原大統領", "春大統領")]
    first, other = proposals(candidates, terms)
    assert (first.known, first.contradicted) == (True, False)
    assert (other.known, other.contradicted) == (False, True)


def test_concepts_made_of_candidates_say_where_they_come_from():
    text = units(("The Harbour Safety Board (HSB) met.", "港湾安全局（HSB）が会合した。"))
    concept = concepts(extract(text), confirmed=False)[0]
    assert [t.text for t in concept.source] == ["Harbour Safety Board", "HSB"]
    assert concept.source[1].case_sensitive
    assert concept.note == UNCONFIRMED
    assert concepts(extract(text), confirmed=True)[0].note == ""


def test_long_work_says_how_far_it_has_come():
    said = []
    extract(units(*[("Rain fell.", "雨が降った。")] * 1200), tell=lambda *at: said.append(at))
    assert said == [(500, 1200), (1000, 1200), (1200, 1200)]


@pytest.fixture
def bitext(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    row = {
        "id": "1",
        "document": "d",
        "source": "The Harbour Safety Board (HSB) met in Nagasaki.",
        "target": "港湾安全局（HSB）は長崎で会合した。",
    }
    (tmp_path / "units.jsonl").write_text(json.dumps(row) + "\n", "utf-8")


def test_extract_writes_the_documented_lines(bitext, capsys):
    command = ["glossary", "extract", "units.jsonl", "--per-document", "--format", "jsonl"]
    assert main(command) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["document"], first["count"]) == ("d", 1)
    assert (first["source"], first["target"]) == ("Harbour Safety Board", "港湾安全局")
    assert first["confirmed"] is False


def test_extract_makes_a_glossary_that_can_be_used_at_once(bitext, tmp_path, capsys):
    assert main(["glossary", "extract", "units.jsonl", "--format", "csv", "-o", "new.csv"]) == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "new.csv").read_text("utf-8"))))
    assert rows[0]["note"] == UNCONFIRMED
    command = ["glossary", "extract", "units.jsonl", "--glossary", "new.csv"]
    assert main(command) == 0
    said = capsys.readouterr()
    assert "港湾安全局" not in said.out
    assert "left out that are known just so; --known shows them" in said.err
    assert main([*command, "--known"]) == 0
    assert "Harbour Safety Board (HSB) = 港湾安全局; once\n" in capsys.readouterr().out
    assert main([*command, "--format", "jsonl"]) == 0
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    assert {r["source"]: r["known"] for r in rows}["Harbour Safety Board"]


def test_extract_for_people_says_what_is_known_otherwise(bitext, tmp_path, capsys):
    (tmp_path / "own.csv").write_text(
        "source,target\nHarbour Safety Board,港湾保安委員会\n", "utf-8"
    )
    assert main(["glossary", "extract", "units.jsonl", "--glossary", "own.csv"]) == 0
    said = "Harbour Safety Board (HSB) = 港湾安全局; once; but known as 港湾保安委員会"
    assert capsys.readouterr().out.splitlines()[-1] == said


OTHERS = [({"boat", f"name{n}"}, f"小舟{n}号が出た。") for n in range(30)]


def test_words_that_are_never_seen_without_each_other_answer_each_other():
    seen = [({"tide", f"word{n}"}, f"第{n}の潮汐を見た。") for n in range(6)]
    learnt = associated([*OTHERS, *seen])
    assert set(learnt) == {"tide"}
    assert learnt["tide"].keys() == {"潮汐"}
    assert 0.5 < learnt["tide"]["潮汐"] <= 0.9


def test_what_comes_together_by_chance_is_not_learnt():
    often = [({"tide", f"word{n}"}, "潮汐と小舟を見た。" if n < 2 else "海。") for n in range(6)]
    assert "tide" not in associated([*OTHERS, *often])


def test_of_a_frequent_word_a_sample_is_enough():
    seen = [({"tide"}, "潮汐を見た。") for _ in range(150)]
    rest = [({"boat"}, f"小舟{n}号が出た。") for n in range(500)]
    assert associated([*rest, *seen])["tide"].keys() == {"潮汐"}
