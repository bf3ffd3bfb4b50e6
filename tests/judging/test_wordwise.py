"""Names that are rendered word by word, as nobody calls them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import TranslationUnit
from glossary.checks.examples import concept
from glossary.concept import Concept, EntityKind
from glossary.folding import fold_english, fold_japanese
from glossary.rendering import Verdict, annotate
from glossary.termbase import Termbase
from glossary.word_renderings import LISTED

FIRM, BODY = EntityKind.COMPANY, EntityKind.ORGANISATION


def names(*concepts: Concept) -> Termbase:
    return Termbase.of(Concept(c.id, c.source, c.target, c.kind, "", "names") for c in concepts)


KNOWN = names(
    concept("Tokyo", "東京", kind=EntityKind.PLACE),
    concept("Tokyo Stock Exchange", "東京証券取引所", "東証", kind=BODY),
    concept("Financial Services Agency", "金融庁", kind=BODY),
    concept("Nippon Steel Corporation", "日本製鉄", "日鉄", kind=FIRM),
    concept("Mitsubishi Corporation", "三菱商事", kind=FIRM),
    concept("Hitachi Construction Machinery", "日立建機", kind=FIRM),
    concept("Sagami Group Corporation", "相模グループ", kind=FIRM),
    concept("Nagara Holdings", "長良ホールディングス", "長良", kind=FIRM),
    concept("Nagara Motor Corporation", "長良自動車", "長良自", kind=FIRM),
    concept("Oku Yamato Life", "奥大和生命", kind=FIRM),
    concept("Japan Canal Bank", "運河銀行", kind=BODY),
    concept("Japan", "日本", kind=EntityKind.PLACE),
    concept("Ministry of Ocean Affairs", "海洋省", kind=BODY),
    concept("critical minerals", "重要鉱物"),
    concept("supply chain", "供給網", "サプライチェーン"),
)


@pytest.mark.parametrize(
    ("source", "marked", "right"),
    [
        ("The Tokyo Stock Exchange closed.", "東京株式取引所", "東京証券取引所"),
        ("The Financial Services Agency warned.", "金融サービス庁", "金融庁"),
        ("The Financial Services Agency warned.", "金融サービス機関", "金融庁"),
        ("Shares of Nippon Steel fell.", "日本スチール", "日本製鉄"),
        ("Mitsubishi Corporation sold it.", "三菱株式会社", "三菱商事"),
        ("Hitachi Construction Machinery grew.", "日立建設機械", "日立建機"),
        ("The Ministry of Ocean Affairs agreed.", "海洋問題省", "海洋省"),
        ("Nagara Motor grew.", "長良モーター", "長良自動車"),
        ("Oku Yamato Life grew.", "奥大和ライフ", "奥大和生命"),
    ],
)  # fmt: skip
def test_a_body_that_does_not_exist_is_marked_whole(judged, source, marked, right):
    target = f"昨日、{marked}が発表した。"
    (finding,) = judged(source, target, KNOWN)
    assert (finding.check, finding.severity) == ("variant-rendering", "major")
    assert finding.target.of(target) == marked
    assert finding.suggestions[0] == right
    assert "word by word" in finding.message
    assert judged(source, finding.fix.apply(target), KNOWN) == ()


def test_more_words_around_a_right_name_are_a_minor_matter(judged):
    target = "昨日、長良持株会社が発表した。"
    (finding,) = judged("Nagara Holdings grew.", target, KNOWN)
    assert (finding.check, finding.severity) == ("variant-rendering", "minor")
    assert finding.target.of(target) == "長良持株会社"


def test_the_table_of_words_is_folded_and_full():
    for words, renderings in LISTED.items():
        assert fold_english(words).text.strip() == words
        assert renderings
        assert len(set(renderings)) == len(renderings)
        assert all(fold_japanese(text).text == text for text in renderings)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Tokyo Stock Exchange closed.", "東証は閉じた。"),
        ("Shares of Nippon Steel fell.", "日鉄の株は下げた。"),
        ("Mitsubishi Corporation sold it.", "三菱が売却した。"),
        ("Sagami Group Corporation sold it.", "相模株式会社が売却した。"),
        ("Hitachi Construction Machinery grew.", "日立の建設用機械の部門は伸びた。"),
        ("Nagara Holdings Co., Ltd. grew.", "株式会社長良ホールディングスは伸びた。"),
        ("Nagara Holdings grew.", "長良の持株会社は伸びた。"),
        ("Nagara Holdings grew.", "持株会社の長良は伸びた。"),
        ("The Japan Canal Bank lends.", "日本運河銀行が貸す。"),
        ("Critical minerals are rare.", "重要な鉱物は少ない。"),
        ("The supply chain broke.", "供給の鎖が切れた。"),
    ],
)
def test_short_forms_and_free_wordings_pass(judged, source, target):
    assert judged(source, target, KNOWN) == ()


def test_a_common_noun_is_marked_where_it_is_only_spelt_out(judged):
    target = "クリティカルなミネラルは少ない。"
    (finding,) = judged("Critical minerals are rare.", target, KNOWN)
    assert (finding.check, finding.severity) == ("variant-rendering", "minor")
    assert finding.target.of(target) == "クリティカルなミネラル"


def test_an_own_term_is_mended_where_its_words_stand(judged):
    own = Termbase.of((concept("port crane", "港湾クレーン"),))
    target = "新しいポートクレーンを納めた。"
    (finding,) = judged("A new port crane was delivered.", target, own)
    assert finding.fix.apply(target) == "新しい港湾クレーンを納めた。"


def test_a_single_own_word_is_marked_where_it_is_spelt_out(judged):
    own = Termbase.of((concept("crane", "鶴"),))
    target = "クレーンが巣を作った。"
    (finding,) = judged("A crane nested.", target, own)
    assert (finding.check, finding.severity) == ("variant-rendering", "minor")
    assert finding.fix.apply(target) == "鶴が巣を作った。"


PIECES = ("東京", "株式", "取引所", "の", "と", "金融", "サービス", "庁", "局", "、", "日本")
PIECES += ("スチール", "コーポレーション", "長良", "会社")


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_heap_of_pieces_is_judged(pieces):
    """What is marked stands there, and is not the right name."""
    unit = TranslationUnit(
        "u", "The Tokyo Stock Exchange and the Financial Services Agency met.", "".join(pieces)
    )
    literal = [r for r in annotate(unit, KNOWN).renderings if r.verdict is Verdict.LITERAL]
    for rendering in literal:
        assert rendering.target.of(unit.target)
        assert rendering.target.of(unit.target) != rendering.concept.preferred


def test_the_name_of_another_body_is_no_word_by_word_rendering(judged):
    other = concept("Tokyo Shares Exchange", "東京株式取引所", kind=BODY)
    both = names(*KNOWN.concepts, other)
    found = judged("The Tokyo Stock Exchange closed.", "東京株式取引所は閉じた。", both)
    assert {f.check for f in found} <= {"confusable-rendering"}
