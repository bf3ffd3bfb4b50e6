"""Which names an English text mentions, and which it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.checks.examples import concept
from glossary.concept import Concept, EntityKind, Term
from glossary.lookup import find, whose
from glossary.recognition import mentions
from glossary.termbase import Termbase


def named(termbase: Termbase, text: str) -> list[tuple[str, str]]:
    return [(m.concepts[0].id, m.span.of(text)) for m in mentions(termbase, text)]


TERMS = Termbase.of(
    (
        concept("port crane", "港湾クレーン"),
        concept("hypersonic glide vehicle", "極超音速滑空体"),
        concept("multi-domain exercise", "多領域演習"),
        concept("ministry", "省"),
        concept("WHO", "世界保健機関"),
        concept("Target", "ターゲット"),
        concept("World Food Programme", "世界食糧計画"),
        concept("U.S. Navy", "米海軍"),
        concept("Multinational Support mission", "多国籍支援ミッション"),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two port cranes collapsed.", "port cranes"),
        ("The Port Crane's boom", "Port Crane"),
        ("a multi-domain exercise", "multi-domain exercise"),
        ("a multidomain exercise", "multidomain exercise"),
        ("All ministries agree.", "ministries"),
        ("the WHO said", "WHO"),
        ("Shares of Target fell.", "Target"),
        ("the US Navy", "US Navy"),
        ("the United States Navy", "United States Navy"),
        ("the Multinational Support (MS) mission", "Multinational Support (MS) mission"),
        ("the World\nFood Programme", "World\nFood Programme"),
    ],
)
def test_a_term_is_recognised_as_people_write_it(text, found):
    assert [words for _, words in named(TERMS, text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "people who know",
        "Who knows?",
        "a target of 3 %",
        "an airport crane",
        "in this world, food programme managers",
        "the port. Crane operators",
        "administry",
    ],
)
def test_other_words_are_no_mention(text):
    assert named(TERMS, text) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Mitsui E&S and Mitsui & Co.", ["Mitsui E&S", "Mitsui & Co."]),
        ("Sumitomo Mitsui Banking Corporation", ["Sumitomo Mitsui Banking Corporation"]),
        ("Nippon Steel Corp. and Hitachi", ["Nippon Steel Corporation", "Hitachi, Ltd."]),
        ("The Bank of Japan", ["Bank of Japan"]),
        ("MITSUI CHEMICALS INC", ["Mitsui Chemicals, Inc."]),
    ],
)
def test_the_longest_name_wins_and_legal_forms_do_not_matter(firms, text, ids):
    assert [name for name, _ in named(firms, text)] == ids


def test_a_name_inside_a_longer_unknown_one_is_doubtful(firms):
    (mention,) = mentions(firms, "Analysts of Hitachi Zosen disagree.")
    assert mention.doubtful
    (mention,) = mentions(firms, "Analysts of Nippon Steel disagree.")
    assert not mention.doubtful


def test_a_body_with_another_word_before_it_is_doubtful(firms):
    for text, doubtful in (("the Royal Bank of Japan", True), ("At the Bank of Japan", False)):
        (found, *_) = mentions(firms, text)
        assert (found.concepts[0].id, found.doubtful) == ("Bank of Japan", doubtful)


def test_a_case_sensitive_term_counts_in_its_own_letters_only():
    exact = Concept("s", (Term("Sun Ra", case_sensitive=True),), (Term("サン・ラ"),))
    termbase = Termbase.of((exact,))
    assert named(termbase, "by Sun Ra")
    assert not named(termbase, "by SUN RA")


def test_own_terms_outrank_bundled_ones_and_are_seen_inside_them():
    longer = Concept(
        "n",
        (Term("Official Visit with State Dinner"),),
        (Term("公式訪問"),),
        EntityKind.PROGRAMME,
        origin="names",
    )
    same = Concept("m", (Term("State Dinner"),), (Term("夕食会"),), origin="names")
    termbase = Termbase.of((longer, same, concept("State Dinner", "公式晩餐会")))
    text = "an Official Visit with State Dinner"
    assert [name for name, _ in named(termbase, text)] == ["n", "State Dinner"]


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_mentions_of_any_text_stand_in_it_in_order(text):
    found = mentions(TERMS, f"{text} port crane {text}")
    assert [m.span for m in found] == sorted(m.span for m in found)
    assert any(m.form == "port crane" for m in found)


@pytest.mark.parametrize(
    ("query", "wanted", "marked"),
    [
        ("Mitsui & Co.", "Mitsui & Co.", "Mitsui & Co"),
        ("mitsui and co", "Mitsui & Co.", "mitsui and co"),
        ("Nippon Steel", "Nippon Steel Corporation", "Nippon Steel"),
        ("NIPPON STEEL CORP.", "Nippon Steel Corporation", "NIPPON STEEL"),
        ("Nipopn Steel", "Nippon Steel Corporation", "Nipopn Steel"),
        ("Shares of Nippon Steel rose.", "Nippon Steel Corporation", "Nippon Steel"),
        ("The merger with Mitsui Chemcials failed.", "Mitsui Chemicals, Inc.", "Mitsui Chemcials"),
        ("Sumitomo Mitsui Banking", "Sumitomo Mitsui Banking Corporation", None),
    ],
)
def test_a_look_up_finds_the_name_that_is_meant(firms, query, wanted, marked):
    best = find(firms, query, 5)[0]
    assert best.concept.id == wanted
    assert best.text == best.span.of(query)
    assert marked is None or best.text.rstrip(".") == marked
    assert best.renderings == best.concept.accepted


def test_a_look_up_puts_the_surest_first_and_names_each_once(firms):
    found = find(firms, "Mitsui E&S", 5)
    assert found[0].score == 1
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)
    assert len({m.concept.id for m in found}) == len(found)
    assert len(find(firms, "Mitsui E&S", 1)) == 1


@pytest.mark.parametrize("query", ["", "   ", "Zanzibar Ferry Terminal", "&&&", "…"])
def test_a_look_up_of_something_unknown_is_empty(firms, query):
    assert find(firms, query, 5) == ()


def test_the_beginning_of_a_name_finds_all_that_begin_so(firms):
    found = find(Termbase.of(firms.concepts), "Sumitomo Mitsui", 5)
    assert [m.concept.id for m in found] == ["Sumitomo Mitsui Banking Corporation"]
    assert found[0].score < 1
    both = (*firms.concepts, concept("Sumitomo Mitsui Card", "三井住友カード"))
    assert len(find(Termbase.of(both), "Sumitomo Mitsui", 5)) == 2


def test_a_name_in_a_long_sentence_is_found_by_its_own_words(firms):
    sentence = (
        "nothing of what the members of the board of trade said was true about Hitachi today, " * 3
    )
    assert find(firms, sentence, 5)[0].text == "Hitachi"


def test_japanese_that_is_nearly_a_name_or_holds_one_is_told(firms):
    assert whose(firms, "三井E＆S社が勝った")[0].concept.id == "Mitsui E&S"
    near = whose(firms, "三井化字")[0]
    assert (near.concept.id, near.score < 1) == ("Mitsui Chemicals, Inc.", True)
    assert whose(firms, "何" * 200) == ()


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_query_is_answered(firms, query):
    for match in find(firms, query, 3):
        assert match.span.of(query) == match.text
        assert 0 < match.score <= 1


MINISTRIES = Termbase.of(
    (
        concept("Ministry of Finance", "財務省", kind=EntityKind.ORGANISATION),
        concept("Ministry of Foreign Affairs", "外務省", kind=EntityKind.ORGANISATION),
        concept("Foreign Minister", "外務大臣", "外相", kind=EntityKind.TITLE),
        concept("Defense Minister", "防衛大臣", "防衛相", kind=EntityKind.TITLE),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Ministries of Finance and Foreign Affairs agreed.",
            {"Ministry of Finance": "Ministries of Finance"}
            | {"Ministry of Foreign Affairs": "Foreign Affairs"},
        ),
        (
            "The Ministries of Foreign Affairs, and of Finance agreed.",
            {"Ministry of Foreign Affairs": "Ministries of Foreign Affairs"}
            | {"Ministry of Finance": "Finance"},
        ),
        (
            "The Foreign and Defense Ministers met.",
            {"Foreign Minister": "Foreign", "Defense Minister": "Defense Ministers"},
        ),
        ("The Ministries of Finance and Fun agreed.", {}),
        ("It is a matter of finance and foreign affairs.", {}),
    ],
)
def test_names_that_share_a_word_are_all_mentioned(text, found):
    assert {m.concepts[0].id: m.span.of(text) for m in mentions(MINISTRIES, text)} == found


@pytest.mark.parametrize("target", ["財務・外務両省が合意した。", "財務省と外務省が合意した。"])
def test_names_that_share_a_word_may_share_one_in_japanese(judged, target):
    assert judged("The Ministries of Finance and Foreign Affairs agreed.", target, MINISTRIES) == ()


def test_a_dollar_sign_makes_money_of_a_country_and_of_nothing_else():
    terms = Termbase.of(
        (
            Concept("us", (Term("US", case_sensitive=True),), (Term("米国"),)),
            Concept("crane", (Term("port crane"),), (Term("港湾クレーン"),)),
        )
    )
    assert [m.form for m in mentions(terms, "It cost US$3 million and the US port crane $2.")] == [
        "us",
        "port crane",
    ]
