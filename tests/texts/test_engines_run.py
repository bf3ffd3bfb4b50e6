"""Translating many paragraphs: nothing is paid twice and nothing is lost, whatever happens."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.engines.engine import (
    Capabilities,
    Options,
    key,
    relevant,
    request_size,
)
from corpus.engines.run import Job, Wanted, batches, translate_all
from corpus.errors import (
    BadRequest,
    EngineBusy,
    GlossaryGone,
    NoConnection,
    QuotaUsedUp,
    TooLarge,
    UnexpectedAnswer,
)
from corpus.workspace.store import Workspace
from texts.recorded import Recorded

TEXTS = {f"Paragraph {n} is here.": f"第{n}段落です。" for n in range(6)}
BUSY = EngineBusy("busy", "wait")
REFUSED = NoConnection("refused", "wait", sent=False)
CUT = NoConnection("cut", "wait", sent=True)


class Troubled(Recorded):
    """Raises what it is told before it answers; what is None goes through."""

    troubles = ()

    def translate(self, texts, context, glossary, options):
        trouble, *self.troubles = self.troubles or [None]
        if trouble is not None:
            raise trouble
        return super().translate(texts, context, glossary, options)


@pytest.fixture
def cache(tmp_path):
    with Workspace.open(tmp_path / "workspace.db") as workspace:
        yield workspace.engine_cache()


def wanted(texts=TEXTS):
    return [Wanted(key(t, {}, Options(), "recorded"), t, "") for t in texts]


def job(cache, *troubles, texts=2):
    engine = Troubled(TEXTS, Capabilities(texts, 100_000))
    engine.troubles = list(troubles)
    pauses = []
    work = Job(engine, cache, None, Options(), wait=pauses.append, jitter=lambda: 1.0)
    return work, engine, pauses


def kept(cache):
    return {t.text for t in cache.found(w.key for w in wanted()).values()}


def test_everything_is_kept(cache):
    work, engine, pauses = job(cache)
    assert translate_all(work, wanted()) == []
    assert kept(cache) == set(TEXTS.values())
    assert [len(texts) for texts in engine.sent] == [2, 2, 2]
    assert not cache.unknown(w.key for w in wanted())
    assert pauses == []


def test_a_busy_server_is_asked_again_with_growing_pauses(cache):
    work, _, pauses = job(cache, BUSY, BUSY, BUSY)
    translate_all(work, wanted())
    assert pauses == [1, 2, 4]
    assert kept(cache) == set(TEXTS.values())


def test_a_server_that_stays_busy_is_left_alone(cache):
    work, _, pauses = job(cache, None, *[BUSY] * 7)
    with pytest.raises(EngineBusy):
        translate_all(work, wanted())
    assert pauses == [1, 2, 4, 8, 16, 30]
    assert len(kept(cache)) == 2
    assert not cache.unknown(w.key for w in wanted())


def test_a_server_that_is_not_there_is_tried_three_times_more(cache):
    work, _, pauses = job(cache, *[REFUSED] * 4)
    said = []
    with pytest.raises(NoConnection):
        translate_all(replace(work, say=said.append), wanted())
    assert said[-1] == "refused; again in 4 s (3 of 3)"
    assert len(pauses) == 3
    assert not cache.unknown(w.key for w in wanted())


def test_a_cut_answer_is_not_asked_for_again(cache):
    work, engine, pauses = job(cache, None, CUT)
    with pytest.raises(NoConnection):
        translate_all(work, wanted())
    assert (len(kept(cache)), pauses, len(engine.sent)) == (2, [], 1)
    assert cache.unknown(w.key for w in wanted()) == {w.key for w in wanted()[2:4]}


@pytest.mark.parametrize(
    "trouble", [QuotaUsedUp("used up", "wait"), UnexpectedAnswer("not DeepL", "look")]
)
def test_what_ends_a_run_leaves_what_was_done(cache, trouble):
    work, _, _ = job(cache, None, None, trouble)
    with pytest.raises(type(trouble)):
        translate_all(work, wanted())
    assert len(kept(cache)) == 4
    assert not cache.unknown(w.key for w in wanted())


def test_a_batch_that_is_too_large_goes_in_halves(cache):
    work, engine, _ = job(cache, TooLarge("too large", "split"), texts=6)
    assert translate_all(work, wanted()) == []
    assert [len(texts) for texts in engine.sent] == [3, 3]


def test_one_refused_paragraph_does_not_keep_the_others(cache):
    work, _, _ = job(cache, texts=3)
    del work.engine.texts["Paragraph 1 is here."]
    refused = translate_all(work, wanted())
    assert [type(r) for r in refused] == [BadRequest]
    assert kept(cache) == set(TEXTS.values()) - {"第1段落です。"}


def test_where_all_paragraphs_are_refused_it_is_not_the_paragraphs(cache):
    work, engine, _ = job(cache, texts=3)
    engine.texts.clear()
    with pytest.raises(BadRequest):
        translate_all(work, wanted())
    assert not cache.unknown(w.key for w in wanted())


def test_a_glossary_that_is_gone_ends_the_run(cache):
    work, _, _ = job(cache, None, GlossaryGone("gone", "sync it again"))
    with pytest.raises(GlossaryGone):
        translate_all(work, wanted())
    assert len(kept(cache)) == 2


def test_what_was_paid_for_is_counted_and_can_be_forgotten(cache):
    work, _, _ = job(cache)
    translate_all(work, wanted())
    assert cache.billed() == sum(map(len, TEXTS))
    cache.keep_push("deepl", "ours", "id-1", {"port": "港"})
    cache.purge()
    assert (cache.billed(), kept(cache)) == (0, set())
    pushed = cache.pushed("deepl", "ours")
    assert (pushed.glossary, pushed.terms) == ("id-1", {"port": "港"})
    assert cache.pushed("deepl", "theirs") is None


def test_a_person_who_cancels_in_a_pause_loses_nothing(cache):
    work, _, _ = job(cache, None, BUSY)

    def cancel(seconds):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        translate_all(Job(work.engine, cache, None, Options(), wait=cancel), wanted())
    assert len(kept(cache)) == 2
    assert not cache.unknown(w.key for w in wanted())


TEXT = st.text(st.sampled_from("ab日“ "), min_size=1, max_size=30)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXT, st.sampled_from("xy日"))), st.integers(1, 5))
def test_batches_hold_everything_in_order_and_keep_the_limits(given_, most):
    asked = [Wanted(str(n), text, context) for n, (text, context) in enumerate(given_)]
    limits = Capabilities(most, 1024 + 150)
    found = list(batches(asked, limits))
    assert [w for batch in found for w in batch] == asked
    for batch in found:
        assert len({w.context for w in batch}) == 1
        size = request_size([w.text for w in batch], batch[0].context)
        assert len(batch) <= most
        assert size <= limits.size or len(batch) == 1


def test_japanese_counts_as_it_travels():
    assert request_size(["日" * 100], "") - request_size(["x" * 100], "") == 500


def test_a_change_of_a_term_makes_only_texts_with_it_new():
    old, new = {"Mitsui E&S": "三井物産E&S", "port": "港"}, {"Mitsui E&S": "三井E&S", "port": "港"}
    crane, port = "MITSUI E&S builds cranes.", "The ports are full."
    assert relevant(crane, new) == {"Mitsui E&S": "三井E&S"}
    assert key(crane, old, Options(), "e") != key(crane, new, Options(), "e")
    assert key(port, old, Options(), "e") == key(port, new, Options(), "e")


@pytest.mark.parametrize(
    "options", [Options("prefer_more"), Options(model="latency_optimized"), Options(target="EN-US")]
)
def test_every_option_is_in_the_key(options):
    assert key("a", {}, Options(), "e") != key("a", {}, options, "e")
    assert key("a", {}, Options(), "e") != key("a", {}, Options(), "f")
