"""Alignment: what belongs together, what has no counterpart, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.alignment import align, aligned, aligner
from corpus.alignment.corridor import _rising, everywhere
from corpus.alignment.programme import solve
from corpus.alignment.refusal import refuse_languages, refuse_unrelated
from corpus.bitext import LONGEST, AlignmentLink, Document
from corpus.errors import BadContent, NotATranslation
from corpus.segmentation import segments

EN = [
    "Joint Statement on Ports and Railways",
    "The Minister of Transport of Norway visited Kobe on 14 June 2023.",
    "The two sides signed an agreement worth $250 million on hydrogen ships.",
    "Siemens and Hitachi will build 48 trains in a factory near Hamburg.",
    "“We are proud of this cooperation,” said Minister Larsen. It begins next year.",
    "Questions should be sent to the press office in Oslo.",
]
JA = [
    "港湾と鉄道に関する共同声明",
    "ノルウェーの運輸大臣は2023年6月14日、神戸を訪問した。",
    "双方は水素運搬船に関する2億5000万ドルの協定に署名した。",
    "シーメンスと日立は、ハンブルク近郊の工場で48編成の列車を製造する。",
    "「この協力を誇りに思う」とラーセン大臣は述べた。来年始まる予定である。",
    "質問はオスロの報道官室に送付すること。",
]


def pairs(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in align(source, target)]


def document(paragraphs: list[str], name: str = "x.txt") -> Document:
    text = "\n\n".join(paragraphs)
    return Document(name, text, segments(text))


def test_a_plain_translation_is_paired_one_to_one() -> None:
    assert pairs(EN, JA) == [((k,), (k,)) for k in range(6)]
    assert all(link.score > 0.9 for link in align(EN, JA))


def test_a_dropped_paragraph_does_not_shift_the_others() -> None:
    assert ((2,), ()) in pairs(EN, JA[:2] + JA[3:])
    assert ((3,), (2,)) in pairs(EN, JA[:2] + JA[3:])
    assert ((), (3,)) in pairs(EN[:3] + EN[4:], JA)


def test_joined_and_split_paragraphs_are_found() -> None:
    joined = [*JA[:2], JA[2] + JA[3], *JA[4:]]
    assert ((2, 3), (2,)) in pairs(EN, joined)
    first, second = JA[4].split("。", 1)
    assert ((4,), (4, 5)) in pairs(EN, [*JA[:4], f"{first}。", second, JA[5]])


def test_page_furniture_stays_without_counterpart() -> None:
    page = ["メニュー", "ホーム", "今日の株式日記", "声明を翻訳してみました。", *JA]
    page += ["今後が楽しみですね。", "シェアする", "この記事が気に入ったらフォローしよう"]
    links = pairs(EN, page)
    assert [link for link in links if link[0]] == [((k,), (k + 4,)) for k in range(6)]
    assert sum(1 for link in links if not link[0]) == 7


def test_a_heading_printed_twice_answers_one_heading() -> None:
    assert ((0,), (0, 1)) in pairs(EN, [JA[0], *JA])


def test_a_moved_paragraph_is_linked_as_moved() -> None:
    moved = [JA[0], *JA[2:5], JA[1], JA[5]]
    links = align(EN, moved)
    assert [(x.source, x.target) for x in links if x.moved] == [((1,), (4,))]
    assert [x.source for x in links] == [(0,), (2,), (3,), (4,), (1,), (5,)]
    bitext = aligned(document(EN), document(moved, "y.txt"))
    assert [unit.target for unit in bitext.units] == moved
    assert bitext.units[4].source == EN[1]


@given(st.permutations(range(len(EN))), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_links_of_shuffled_paragraphs_are_true(order: list[int], dropped: int) -> None:
    target = [JA[k] for k in order if k != dropped]
    kept = [k for k in order if k != dropped]
    for link in align(EN, target):
        if link.moved:
            assert link.source == (kept[link.target[0]],)


def test_known_names_are_signs() -> None:
    source = ["The head of Ishin spoke.", "The head of Komeito spoke."]
    target = ["公明党の党首が語った。"]
    names = [("Ishin", "維新の会"), ("Komeito", "公明党")]
    assert ((1,), (0,)) in {(link.source, link.target) for link in align(source, target, names)}


def test_empty_sides_work() -> None:
    assert align([], []) == ()
    assert pairs(["One."], []) == [((0,), ())]
    assert pairs([], ["一。", "二。"]) == [((), (0,)), ((), (1,))]


paragraphs = st.lists(
    st.sampled_from([*EN, *JA, "", "Yes.", "はい。", "12", "－"]) | st.text(max_size=8), max_size=7
)


@given(paragraphs, paragraphs)
@settings(max_examples=60, deadline=None)
def test_every_paragraph_is_in_one_link_and_order_is_kept(
    source: list[str], target: list[str]
) -> None:
    links = align(source, target)
    numbers = [i for link in links for i in link.source]
    in_order = [i for link in links if not link.moved for i in link.source]
    assert sorted(numbers) == list(range(len(source)))
    assert in_order == sorted(in_order)
    assert [j for link in links for j in link.target] == list(range(len(target)))
    assert all(0 <= link.score <= 1 for link in links)


class Table:
    """Bead scores out of a table, the same for a bead and for its mirror image."""

    def __init__(self, rows: int, columns: int, worth: dict[tuple[int, int], float]) -> None:
        self.source_alone = [-1.0] * rows
        self.target_alone = [-1.0] * columns
        self.worth = worth

    def scores(self, i: int, low: int, high: int) -> tuple[list[float], ...]:
        from corpus.alignment.beads import LINKED

        rows, columns = len(self.source_alone), len(self.target_alone)
        return tuple(
            [
                sum(self.worth[a, b] for a in range(i, i + m) for b in range(j, j + n)) - m - n
                if i + m <= rows and j + n <= columns
                else float("-inf")
                for j in range(low, high + 1)
            ]
            for m, n in LINKED
        )


@given(st.integers(0, 6), st.integers(0, 6), st.data())
@settings(max_examples=60, deadline=None)
def test_swapping_the_sides_mirrors_the_result(rows: int, columns: int, data) -> None:
    cell = st.floats(-3, 3)
    worth = {(i, j): data.draw(cell) for i in range(rows) for j in range(columns)}
    mirrored = {(j, i): value for (i, j), value in worth.items()}
    there = solve(Table(rows, columns, worth), everywhere(rows, columns), lambda _: None)
    back = solve(Table(columns, rows, mirrored), everywhere(columns, rows), lambda _: None)
    worth_there = sum(bead.probability for bead in there if bead.m and bead.n)
    worth_back = sum(bead.probability for bead in back if bead.m and bead.n)
    assert worth_there == pytest.approx(worth_back, abs=1e-6)
    if all(abs(b.probability - 0.5) > 0.1 for b in (*there, *back)):
        linked = {(b.i, b.m, b.j, b.n) for b in there if b.m and b.n and b.probability > 0.5}
        assert linked == {(b.j, b.n, b.i, b.m) for b in back if b.m and b.n and b.probability > 0.5}


def long_texts(size: int) -> tuple[list[str], list[str]]:
    source = [f"Ship number {k} carried {7919 * k % 9973 + 13} tons of rice." for k in range(size)]
    target = [f"船舶{k}号は{7919 * k % 9973 + 13}トンの米を運んだ。" for k in range(size)]
    return source, target


def test_a_dropped_block_in_a_long_text_does_not_shift_the_rest() -> None:
    source, target = long_texts(300)
    links = pairs(source, target[:100] + target[160:])
    assert [link for link in links if not link[1]] == [((k,), ()) for k in range(100, 160)]
    assert ((299,), (239,)) in links


def test_texts_without_any_signs_are_aligned_in_a_corridor_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aligner, "installed", lambda: None)
    source = ["so it goes " * (1 + k * k % 7) for k in range(150)]
    target = ["と" * 9 * (1 + k * k % 7) for k in range(150)]
    links = pairs(source, target[:70] + target[75:])
    assert sum(1 for link in links if link[0] and link[1]) >= 130


def test_a_block_that_moved_in_a_long_text_is_found_where_it_is() -> None:
    source, target = long_texts(240)
    moved = target[:60] + target[120:180] + target[60:120] + target[180:]
    linked = [link for link in pairs(source, moved) if link[0] and link[1]]
    assert len(linked) == 240
    assert all(moved[j] == target[i] for (i,), (j,) in linked)


def test_a_corridor_that_is_too_narrow_is_widened_until_the_best_way_is_free() -> None:
    rows, columns, by = 60, 66, 6
    worth = {(i, j): 4.0 - abs(j - i - by) for i in range(rows) for j in range(columns)}
    table = Table(rows, columns, worth)
    narrow = [(i, min(columns, i + 2)) for i in range(rows)] + [(rows - 2, columns)]
    best, found, confined = (
        [(bead.i, bead.j) for bead in chain if bead.m and bead.n]
        for chain in (
            solve(table, everywhere(rows, columns), lambda _: None),
            aligner._solved(table, narrow, lambda _: None),
            solve(table, narrow, lambda _: None),
        )
    )
    assert found == best
    assert confined != best


def test_corridor_edges_are_made_to_rise() -> None:
    assert _rising([0, 3, 2, 5], [4, 3, 6, 9]) == [(0, 4), (2, 4), (2, 6), (5, 9)]


def test_a_pair_becomes_a_bitext_with_exact_spans() -> None:
    bitext = aligned(
        document(EN), document([*JA[:2], JA[2] + JA[3], *JA[4:], "シェアする"], "y.txt")
    )
    assert bitext.name == "y.txt"
    assert bitext.source
    assert bitext.target
    assert len(bitext.units) == len(bitext.links) == 6
    for unit in bitext.units:
        if unit.source_span:
            assert unit.source_span.of(bitext.source.text) == unit.source
        if unit.target_span:
            assert unit.target_span.of(bitext.target.text) == unit.target
    assert "\n\n".join(u.source for u in bitext.units if u.source) == bitext.source.text
    assert bitext.units[2].source == EN[2] + "\n\n" + EN[3]
    assert bitext.units[-1].one_sided
    assert len({unit.id for unit in bitext.units}) == 6


def test_correcting_the_japanese_does_not_change_a_units_id() -> None:
    before = aligned(document(EN), document(JA))
    after = aligned(document(EN), document([t.replace("港湾", "港") for t in JA]))
    assert [u.id for u in before.units] == [u.id for u in after.units]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [(EN, EN, "both English"), (JA, JA, "both Japanese"), (JA, EN, "is Japanese and")],
)
def test_wrong_languages_are_refused(source: list[str], target: list[str], message: str) -> None:
    with pytest.raises(NotATranslation, match=message):
        aligned(document(source), document(target))


FRENCH = [
    "Le ministre des transports est arrivé dans la ville le 14 juin pour une visite de deux jours.",
    "Les deux pays ont signé un accord sur la construction des trains.",
]
CHINESE = [
    "交通部长于六月十四日访问了这座城市，双方就铁路和港口的合作进行了讨论，我们对这次访问感到满意。",
    "他们签署了关于制造列车的协定，这是两国关系中新的一步。",
]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (FRENCH, JA, "x.txt is not English"),
        (["Министр транспорта прибыл в город четырнадцатого июня."], JA, "x.txt is not English"),
        (EN, CHINESE, "y.txt is not Japanese"),
        (EN, FRENCH, "y.txt is not Japanese"),
        (FRENCH[1:], JA, "x.txt is not English"),
        (EN, CHINESE[1:], "y.txt is not Japanese"),
        (EN, ["兩國簽署了關於列車製造的協定。"], "y.txt is not Japanese"),
        (
            EN,
            ["교통부 장관은 유월에 그 도시를 방문하여 협정에 서명하였다."],
            "y.txt is not Japanese",
        ),
    ],
)
def test_a_third_language_is_refused(source: list[str], target: list[str], message: str) -> None:
    with pytest.raises(NotATranslation, match=message):
        aligned(document(source), document(target, "y.txt"))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (["Los Angeles, San Diego, La Jolla, Las Vegas, El Paso"] * 4, ["ロサンゼルス"] * 4),
        (["Guests: Otto von Bismarck, Charles de Gaulle"] * 4, ["来賓"]),
        (EN, ["株式会社北海造船所 代表取締役社長 東京都千代田区丸内三丁目 運輸省海事局長"] * 4),
        (["2023", "12.5"], ["2023", "12.5"]),
        (["Carlos de la Vega met Rosa del Río here."], ["在日米軍基地所在市町村協議会総会"]),
        (EN, ["平等院鳳凰堂壁扉画、国宝。", "鄧小平、习近平、在任中。"]),
    ],
)
def test_lists_of_names_are_no_third_language(source: list[str], target: list[str]) -> None:
    refuse_languages(document(source), document(target))


def test_japanese_that_keeps_most_names_in_english_is_no_untranslated_text() -> None:
    board = "Director: Mary Anne Carpenter, Chief Financial Officer, Northern Lights Holdings"
    refuse_languages(document([board] * 4), document([f"取締役: {board[10:]}を選任。"] * 4))


def test_a_page_with_a_japanese_menu_is_untranslated_all_the_same() -> None:
    with pytest.raises(NotATranslation, match="untranslated"):
        refuse_languages(document(EN * 3), document(["日本語", *EN * 3]))


def test_swapped_sides_are_named_in_the_hint() -> None:
    with pytest.raises(NotATranslation) as caught:
        aligned(document(JA), document(EN))
    assert "English text first" in caught.value.hint


def test_two_texts_that_have_nothing_in_common_are_refused() -> None:
    recipe = [
        "大根は皮をむいて、輪切りにします。",
        "鍋にだしを入れて、弱火で煮ます。",
        "しょうゆを加え、ふたをして、しばらく待ちます。",
        "味がしみたら、火を止めて冷まします。",
        "器に盛って、ゆずを添えたら出来上がり。",
        "残りは翌日、温め直しても美味です。",
        "辛いものが好きなら、七味を振りましょう。",
        "子どもには少し甘めの味が合います。",
    ]
    with pytest.raises(NotATranslation, match="not a translation"):
        aligned(document(EN), document(recipe))


def test_short_pairs_are_never_called_unrelated() -> None:
    assert aligned(document(["Rain is expected."]), document(["大根は皮をむく。"])).units


def test_progress_ends_at_the_number_of_paragraphs() -> None:
    seen: list[tuple[int, int]] = []
    align(*long_texts(130), progress=lambda done, whole: seen.append((done, whole)))
    assert seen[-1] == (130, 130)
    assert len(seen) > 2


def test_one_paragraph_that_answers_nothing_is_no_translation() -> None:
    alone = [AlignmentLink((0,), (), 1.0), AlignmentLink((), (0,), 1.0)]
    with pytest.raises(NotATranslation, match="is not a translation"):
        refuse_unrelated(document(EN[:1]), document(JA[:1]), alone)
    refuse_unrelated(document(EN[:1]), document(JA[:1]), [AlignmentLink((0,), (0,), 0.2)])


def test_a_paragraph_as_long_as_a_book_is_refused() -> None:
    japanese = document(["一", "二" * (LONGEST + 1)], "ja.txt")
    with pytest.raises(BadContent, match=r"ja\.txt: paragraph 2 has 100,001 characters"):
        aligned(document(["One.", "Two."], "en.txt"), japanese)
