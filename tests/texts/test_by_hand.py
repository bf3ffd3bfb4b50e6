"""Linking by hand: nothing is lost, nothing else is touched, no later run undoes it."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.alignment.by_hand import link, merge, reapplied, shift, split, unlink
from corpus.alignment.pairing import bitext_of
from corpus.bitext import AlignmentLink, Document, Side
from corpus.errors import ImpossibleLink
from corpus.segmentation import segments


def document(name, lines):
    text = "\n".join(lines)
    return Document(name, text, segments(text))


def pair(*beads):
    """A bitext whose links take so many paragraphs of each side in turn."""
    i = j = 0
    links = []
    for m, n in beads:
        links.append(AlignmentLink(tuple(range(i, i + m)), tuple(range(j, j + n)), 0.5))
        i, j = i + m, j + n
    english = document("en.txt", [f"Paragraph {n} of the report." for n in range(i)])
    japanese = document("ja.txt", [f"報告書の第{n}段落。" for n in range(j)])
    return bitext_of(english, japanese, links)


def pairs_of(bitext):
    return [(each.source, each.target) for each in bitext.links]


def ids(bitext):
    return [unit.id for unit in bitext.units]


BEADS = st.lists(
    st.sampled_from([(1, 1), (1, 1), (2, 1), (1, 2), (1, 0), (0, 1)]), min_size=1, max_size=8
)


def attempt(operation, *arguments, **options):
    try:
        return operation(*arguments, **options)
    except ImpossibleLink:
        return None


def changed(data, bitext):
    """Some operation that is possible or refused, on units drawn at random."""
    units = st.sampled_from(ids(bitext))
    one, other = data.draw(units), data.draw(units)
    which = data.draw(st.sampled_from(["link", "unlink", "merge", "split", "shift"]))
    if which == "link":
        return attempt(link, bitext, one, other), {one, other}
    if which == "unlink":
        return attempt(unlink, bitext, one), {one}
    if which == "merge":
        return attempt(merge, bitext, [one, other]), {one, other}
    if which == "split":
        source, target = data.draw(st.integers(0, 2)), data.draw(st.integers(0, 2))
        return attempt(split, bitext, one, source, target), {one}
    side, forward = data.draw(st.sampled_from(Side)), data.draw(st.booleans())
    return attempt(shift, bitext, one, side, forward=forward), None


@settings(max_examples=80, deadline=None)
@given(st.data(), BEADS)
def test_every_paragraph_stays_in_exactly_one_link_and_other_units_stay_equal(data, beads):
    bitext = pair(*beads)
    for _ in range(4):
        after, touched = changed(data, bitext)
        if after is None:
            continue
        assert sorted(i for each in after.links for i in each.source) == list(
            range(len(bitext.source.segments))
        )
        assert sorted(j for each in after.links for j in each.target) == list(
            range(len(bitext.target.segments))
        )
        assert len(set(ids(after))) == len(after.units) == len(after.links)
        gone = [unit for unit in bitext.units if unit not in after.units]
        assert {unit.id for unit in gone} <= touched if touched else len(gone) <= 2
        for each, unit in zip(after.links, after.units, strict=True):
            numbers = each.source, each.target
            for run in numbers:
                assert list(run) == list(range(run[0], run[0] + len(run))) if run else True
            assert unit.source_span is None or unit.source_span.of(after.source.text) == unit.source
        bitext = after


@settings(max_examples=60, deadline=None)
@given(st.data(), BEADS)
def test_split_after_merge_gives_back_the_same(data, beads):
    bitext = pair(*beads)
    for one, other in itertools.pairwise(bitext.units):
        merged = attempt(merge, bitext, [one.id, other.id])
        if merged is None:
            continue
        (new,) = [unit for unit in merged.units if unit.id not in ids(bitext)] or [None]
        if new is None:  # one of the two had no English, and the id is made of English
            continue
        first = bitext.links[bitext.units.index(one)]
        back = attempt(split, merged, new.id, len(first.source), len(first.target))
        if back is None:  # a side-by-side pair of one-sided units has its parts the other way round
            continue
        assert pairs_of(back) == pairs_of(bitext)
        assert ids(back) == ids(bitext)


def test_what_is_made_by_hand_is_marked_and_sure():
    bitext = merge(pair((1, 1), (1, 1), (1, 1)), ids(pair((1, 1), (1, 1), (1, 1)))[:2])
    assert bitext.links[0] == AlignmentLink((0, 1), (0, 1), 1.0, by_hand=True)
    assert bitext.units[0].score == 1.0
    assert not bitext.links[1].by_hand


def test_equal_paragraphs_keep_their_numbered_ids():
    english = document("en.txt", ["Yes.", "Yes.", "Yes.", "No."])
    japanese = document("ja.txt", ["はい。", "はい。", "はい。", "いいえ。"])
    bitext = bitext_of(english, japanese, [AlignmentLink((n,), (n,), 0.5) for n in range(4)])
    names = ids(bitext)
    merged = merge(bitext, names[:2])
    assert ids(merged)[1:] == names[2:]
    assert ids(split(merged, ids(merged)[0], 1, 1)) == names


def test_a_paragraph_that_moved_can_be_linked_across_others():
    bitext = pair((1, 0), (1, 1), (1, 1), (0, 1))
    moved = link(bitext, ids(bitext)[0], ids(bitext)[-1])
    assert pairs_of(moved) == [((1,), (0,)), ((2,), (1,)), ((0,), (2,))]


def test_several_paragraphs_are_not_linked_across_others():
    bitext = pair((2, 0), (1, 1), (0, 1))
    with pytest.raises(ImpossibleLink, match="across other links"):
        link(bitext, ids(bitext)[0], ids(bitext)[-1])


def test_units_apart_are_not_merged():
    bitext = pair((1, 1), (1, 1), (1, 1))
    with pytest.raises(ImpossibleLink, match="stand between"):
        merge(bitext, [ids(bitext)[0], ids(bitext)[2]])


def test_shifting_gives_a_paragraph_to_the_neighbour_and_an_empty_unit_disappears():
    bitext = pair((1, 2), (1, 1))
    shifted = shift(bitext, ids(bitext)[0], Side.TARGET, forward=True)
    assert pairs_of(shifted) == [((0,), (0,)), ((1,), (1, 2))]
    alone = pair((1, 1), (0, 1))
    assert pairs_of(shift(alone, ids(alone)[1], Side.TARGET, forward=False)) == [((0,), (0, 1))]


def test_nothing_is_shifted_beyond_the_end_of_the_text():
    bitext = pair((1, 2))
    with pytest.raises(ImpossibleLink, match="ends here"):
        shift(bitext, ids(bitext)[0], Side.TARGET, forward=True)


def test_an_edited_paragraph_is_not_linked_anew_so_no_edit_is_lost():
    bitext = pair((1, 1), (1, 1))
    first = ids(bitext)[0]
    edited = bitext.corrected({first: "直した文。"})
    with pytest.raises(ImpossibleLink, match="edited"):
        unlink(edited, first)
    kept = unlink(edited, ids(bitext)[1])
    assert kept.units[0].target == "直した文。"


def test_a_bitext_file_has_its_links_in_the_file():
    bitext = pair((1, 1), (1, 1))
    plain = type(bitext)("terms.tsv", bitext.units)
    with pytest.raises(ImpossibleLink, match=r"terms\.tsv"):
        merge(plain, ids(bitext))


@settings(max_examples=80, deadline=None)
@given(st.data(), BEADS)
def test_hand_made_links_go_into_another_alignment_and_no_paragraph_is_lost(data, beads):
    fresh = bitext = pair(*beads)
    for _ in range(3):
        bitext = changed(data, bitext)[0] or bitext
    by_hand = [x for x in bitext.links if x.by_hand]
    again = reapplied(fresh, by_hand)
    assert sorted(map(repr, by_hand)) == sorted(repr(x) for x in again.links if x.by_hand)
    assert sorted(i for x in again.links for i in x.source) == list(
        range(len(bitext.source.segments))
    )
    assert sorted(j for x in again.links for j in x.target) == list(
        range(len(bitext.target.segments))
    )
    assert all(len(x.source) + len(x.target) for x in again.links)
    for run in (numbers for x in again.links for numbers in (x.source, x.target) if numbers):
        assert run[-1] - run[0] == len(run) - 1


def test_links_from_elsewhere_take_their_paragraphs_and_leave_the_rest():
    bitext = pair((3, 2), (1, 1), (1, 0))
    made = reapplied(bitext, [AlignmentLink((1,), (0,), 1.0)])
    expected = [((0,), (1,)), ((1,), (0,)), ((2,), ()), ((3,), (2,)), ((4,), ())]
    assert sorted(pairs_of(made)) == expected
    assert reapplied(bitext, []).links == bitext.links


def test_a_unit_that_is_not_there_cannot_be_linked():
    with pytest.raises(ImpossibleLink, match="there is no unit"):
        unlink(pair((1, 1)), "nobody")
