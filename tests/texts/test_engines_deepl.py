"""The official client against the stand-in, over real sockets: answers, limits, every fault."""

import logging

import deepl
import pytest
import requests
from deepl.api_data import MultilingualGlossaryDictionaryEntries

from corpus.engines.deepl_api import DeepL
from corpus.engines.engine import Options
from corpus.engines.stand_in import Fault, StandIn
from corpus.errors import (
    BadRequest,
    EngineBusy,
    EngineError,
    GlossaryGone,
    NoConnection,
    NotAllowed,
    QuotaUsedUp,
    TooLarge,
    UnexpectedAnswer,
)

KEY = "SECRET-0123456789abcdef:fx"
TEXTS = {
    "Mitsui E&S won. It was glad.": "三井物産E&Sが勝ちました。同社は喜んでいます。",
    "The harbour opened.": "港が開きました。",
}
WON, HARBOUR = TEXTS


@pytest.fixture
def server():
    with StandIn(TEXTS, {"Mitsui E&S": "三井物産E&S"}) as started:
        yield started


@pytest.fixture
def engine(server):
    made = DeepL(KEY, server=server.url, timeout=2)
    yield made
    made.close()


def made(engine, *texts, glossary=None):
    return [t.text for t in engine.translate(texts, "", glossary, Options())]


def test_paragraphs_come_back_in_their_order_and_with_their_price(engine, server):
    found = engine.translate((HARBOUR, WON), "the neighbours", None, Options("prefer_more"))
    assert [t.text for t in found] == [TEXTS[HARBOUR], TEXTS[WON]]
    assert [t.billed for t in found] == [len(HARBOUR), len(WON)]
    assert {t.model for t in found} == {"quality_optimized"}
    body = server.requests[-1].body
    assert (body["context"], body["formality"]) == ("the neighbours", "prefer_more")
    assert (body["source_lang"], body["target_lang"]) == ("EN", "JA")


def test_a_name_is_wrong_until_the_glossary_has_it(engine, server):
    assert made(engine, WON)[0].startswith("三井物産E&S")
    glossary = engine.create("ours", {"Mitsui E&S": "三井E&S"})
    assert made(engine, WON, glossary=glossary)[0].startswith("三井E&S")
    server.switches.ignored.add("Mitsui E&S")
    assert made(engine, WON, glossary=glossary)[0].startswith("三井物産E&S")


def test_a_push_replaces_and_what_is_read_back_is_what_was_sent(engine):
    glossary = engine.create("ours", {"crane": "クレーン", "port": "港"})
    engine.replace(glossary, {"crane": "起重機"})
    assert engine.terms(glossary) == {"crane": "起重機"}
    assert [(g.id, g.name) for g in engine.glossaries()] == [(glossary, "ours")]
    engine.replace(glossary, {})
    assert engine.terms(glossary) == {}


def test_sentences_are_dropped_doubled_mixed_and_left_as_told(engine, server):
    server.switches.drop = 1
    assert made(engine, WON) == ["三井物産E&Sが勝ちました。"]
    server.switches.drop, server.switches.double = None, 0
    assert made(engine, HARBOUR) == ["港が開きました。" * 2]
    server.switches.double, server.switches.mix = None, True
    assert made(engine, WON)[0].endswith("喜んでいる。")
    server.switches.english = True
    assert made(engine, WON) == [WON]


def test_what_no_table_knows_still_has_as_many_sentences_and_its_figures(engine):
    (text,) = made(engine, "Mitsui E&S sold 12 cranes. It will sell 30 more.")
    assert text.count("。") == 2
    assert "12" in text
    assert "三井物産E&S" in text


def test_usage_counts_what_was_translated(engine, server):
    made(engine, WON, HARBOUR)
    usage = engine.usage()
    assert (usage.used, usage.limit) == (len(WON) + len(HARBOUR), server.switches.limit)


FAULTS = [
    (Fault(401), NotAllowed),
    (Fault(403), NotAllowed),
    (Fault(456), QuotaUsedUp),
    (Fault(429), EngineBusy),
    *((Fault(status), EngineBusy) for status in (500, 502, 503, 504, 529)),
    (Fault(413), TooLarge),
    (Fault(400, message=f"bad value {KEY}"), BadRequest),
    (Fault(404, message="Glossary not found"), GlossaryGone),
    (Fault(404, message="style rule"), BadRequest),
    (Fault(html=True), UnexpectedAnswer),
    (Fault(cut=True), NoConnection),
    (Fault(cut=True, billed=True), NoConnection),
    (Fault(halved=True), NoConnection),
    (Fault(blank=True), NoConnection),
    (Fault(delay=2.5), NoConnection),
]


@pytest.mark.parametrize(("fault", "expected"), FAULTS, ids=str)
def test_every_fault_is_one_of_ours_and_never_shows_the_key(
    engine, server, caplog, fault, expected
):
    caplog.set_level(logging.DEBUG)
    server.switches.faults.append(fault)
    with pytest.raises(expected) as caught:
        made(engine, HARBOUR)
    assert type(caught.value) is expected
    said = f"{caught.value.message} {caught.value.hint} {caplog.text} {caught.value!r}"
    assert "SECRET" not in said
    assert HARBOUR not in caplog.text
    assert caught.value.hint
    assert len(server.requests) == 1  # the client itself repeats nothing


def test_a_server_that_is_not_there_was_not_sent_anything(server):
    url = server.url
    server.stop()
    engine = DeepL(KEY, server=url, timeout=1)
    with pytest.raises(NoConnection) as caught:
        made(engine, HARBOUR)
    assert not caught.value.sent
    engine.close()


@pytest.mark.parametrize(
    "fault",
    [Fault(cut=True, billed=True), Fault(halved=True), Fault(fewer=True), Fault(blank=True)],
    ids=str,
)
def test_an_answer_that_does_not_arrive_whole_may_have_been_billed(engine, server, fault):
    server.switches.faults.append(fault)
    with pytest.raises(NoConnection) as caught:
        made(engine, HARBOUR, WON)
    assert caught.value.sent
    assert server.billed == [HARBOUR, WON]


@pytest.mark.parametrize("wrong", ["", "  ", "two words", "鍵", "line\nbreak"])
def test_what_cannot_be_a_key_is_refused_before_anything_is_sent(wrong):
    with pytest.raises(NotAllowed) as caught:
        DeepL(wrong, server="http://127.0.0.1:9/")
    assert not wrong.strip() or wrong not in caught.value.message


def test_a_line_end_behind_the_key_does_no_harm(server):
    engine = DeepL(f"{KEY}\n", server=server.url, timeout=2)
    assert made(engine, HARBOUR) == [TEXTS[HARBOUR]]
    engine.close()


def test_a_key_without_a_scope_is_told_which_one_it_needs(engine, server):
    server.switches.scopes.discard("glossaries:write")
    with pytest.raises(NotAllowed) as caught:
        engine.create("ours", {"port": "港"})
    assert "glossaries:write" in caught.value.hint
    assert engine.glossaries() == ()


@pytest.mark.parametrize(
    "terms",
    [{"a": "い\u2028ろ"}, {"a" * 1025: "い"}, {"a": "い", "a ": "ろ"}],
    ids=["line separator", "too long", "equal but for white space"],
)
def test_the_stand_in_refuses_what_deepl_refuses(engine, terms):
    with pytest.raises(EngineError):
        engine.create("ours", terms)
    assert engine.glossaries() == ()


def test_a_glossary_that_is_gone_is_said_to_be(engine):
    for asked in (engine.terms, lambda id_: engine.replace(id_, {"port": "港"})):
        with pytest.raises(GlossaryGone):
            asked("00000000-0000-4000-8000-000000000009")
    with pytest.raises(GlossaryGone):
        made(engine, HARBOUR, glossary="00000000-0000-4000-8000-000000000009")


def test_a_sign_in_page_is_not_an_empty_list_of_glossaries(engine, server):
    assert engine.glossaries() == ()
    server.switches.other_faults.extend([Fault(html=True)] * 2)
    with pytest.raises(UnexpectedAnswer):
        engine.glossaries()


def test_the_quota_runs_out_in_the_middle(engine, server):
    server.switches.limit = len(HARBOUR)
    made(engine, HARBOUR)
    with pytest.raises(QuotaUsedUp):
        made(engine, WON)
    assert server.billed == [HARBOUR]


def test_too_many_texts_and_too_many_bytes_are_refused(engine):
    with pytest.raises(BadRequest):
        made(engine, *[HARBOUR] * 51)
    with pytest.raises(TooLarge):
        made(engine, "x" * 140_000)


def test_a_server_whose_certificate_cannot_be_trusted_gets_nothing(server):
    engine = DeepL(KEY, server=server.url.replace("http:", "https:"), timeout=2)
    with pytest.raises(NoConnection, match="certificate or proxy") as caught:
        made(engine, HARBOUR)
    assert not caught.value.sent
    assert "--ca-bundle" in caught.value.hint
    assert server.billed == []
    engine.close()


def test_another_programs_answer_about_usage_is_no_usage(engine, server):
    server.switches.other_faults.append(Fault(html=True))
    with pytest.raises(UnexpectedAnswer):
        engine.usage()


def test_what_strangers_do_with_a_glossary_the_stand_in_does_too(server):
    client = deepl.DeepLClient(KEY, server_url=server.url)
    terms = MultilingualGlossaryDictionaryEntries("EN", "JA", {"port": "港"})
    id_ = client.create_multilingual_glossary("theirs", [terms]).glossary_id
    more = MultilingualGlossaryDictionaryEntries("EN", "JA", {"crane": "クレーン"})
    client.update_multilingual_glossary_dictionary(id_, more)
    assert server.glossaries.entries(id_) == {"port": "港", "crane": "クレーン"}
    client.delete_multilingual_glossary(id_)
    assert client.list_multilingual_glossaries() == []
    with pytest.raises(deepl.DeepLException):
        client.delete_multilingual_glossary(id_)
    client.close()


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("v2/translate", b"{", {}, 400),
        ("v2/nothing", b"{}", {}, 403),
        ("v9/usage", b"{}", {}, 404),
        ("v3/glossaries/1/2/3", b"{}", {}, 404),
        ("v2/usage", b"{}", {"Authorization": "Bearer x"}, 403),
        ("v2/usage", b"{}", {"Authorization": "DeepL-Auth-Key "}, 403),
        ("v2/translate", b'{"text": ["a"], "target_lang": "JA", "glossary_id": "1"}', {}, 400),
    ],
)
def test_the_stand_in_refuses_what_is_no_request(server, path, body, headers, status):
    asked = {"Authorization": f"DeepL-Auth-Key {KEY}"} | headers
    answer = requests.post(server.url + path, body, headers=asked, timeout=5)
    assert answer.status_code == status
    assert answer.json()["message"]


@pytest.mark.parametrize("rows", ["port", "port\t港\tnote", "\t港", "port\t 港", "po\u0085rt\t港"])
def test_the_stand_in_takes_no_row_that_deepl_would_not(server, rows):
    dictionary = {"source_lang": "en", "target_lang": "ja", "entries": rows}
    answer = requests.post(
        f"{server.url}v3/glossaries",
        json={"name": "ours", "dictionaries": [dictionary]},
        headers={"Authorization": f"DeepL-Auth-Key {KEY}"},
        timeout=5,
    )
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("row 0: ")
    assert server.glossaries.kept == {}
