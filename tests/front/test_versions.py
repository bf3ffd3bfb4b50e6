"""Several Japanese versions of one text: how they are read, scored, and what was changed."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from corpus.formats.tmx import read as read_tmx
from front.conftest import PAIRS
from tui.cli import main
from tui.settings import Settings
from tui.versions.versions import versions

if TYPE_CHECKING:
    from pathlib import Path


ENGLISH = [source for source, _ in PAIRS]
JAPANESE = [target for _, target in PAIRS]
FIXED = [text.replace("三井物産E&S", "三井E&S") for text in JAPANESE]


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The statement, its machine's Japanese and the corrected one, as files."""
    for name, lines in (("en", ENGLISH), ("ja", JAPANESE), ("fixed", FIXED)):
        (tmp_path / f"{name}.txt").write_text("".join(f"{x}\n" for x in lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TAIYAKU_WORKSPACE", str(tmp_path / "w.db"))
    return tmp_path


def out(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def correct(folder: Path, number: int, text: str, seconds: float) -> None:
    """A review in the workspace: one paragraph corrected, in so many seconds."""
    from contextlib import closing

    from tui.inputs import Input
    from tui.pipeline import open_session

    item = Input(str(folder / "ja.txt"), source=str(folder / "en.txt"))
    with closing(open_session(item, Settings(workspace=folder / "w.db"))) as session:
        session.go(number)
        session.pressed(0.0)
        session.pressed(seconds)
        session.edit(text)


def test_two_japanese_documents_are_read_paragraph_by_paragraph(texts: Path) -> None:
    found = versions(["ja.txt", "fixed.txt"], Settings())
    assert found.texts == (tuple(JAPANESE), tuple(FIXED))
    assert not found.has_english


def test_with_the_english_first_each_paragraph_has_it(texts: Path) -> None:
    found = versions(["en.txt", "ja.txt", "fixed.txt"], Settings())
    assert [u.source for u in found.units] == ENGLISH
    assert found.texts == (tuple(JAPANESE), tuple(FIXED))
    assert found.bitext(1).units[1].target == FIXED[1]


def test_versions_of_other_paragraphs_are_aligned_with_the_english(texts: Path) -> None:
    joined = [JAPANESE[0], JAPANESE[1], JAPANESE[2] + JAPANESE[3], *JAPANESE[4:]]
    (texts / "b.txt").write_text("\n".join(joined) + "\n", encoding="utf-8")
    found = versions(["en.txt", "ja.txt", "b.txt"], Settings())
    assert [u.source for u in found.units][2] == f"{ENGLISH[2]}\n{ENGLISH[3]}"
    assert "".join(found.texts[0]).replace("\n", "") == "".join(JAPANESE)
    assert found.texts[1] == tuple(joined)


def test_versions_with_as_many_paragraphs_by_chance_are_aligned(texts: Path) -> None:
    first = [JAPANESE[0], JAPANESE[1] + JAPANESE[2], *JAPANESE[3:]]
    second = [*JAPANESE[:4], JAPANESE[4] + JAPANESE[5]]
    for name, lines in (("a", first), ("b", second)):
        (texts / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = versions(["en.txt", "a.txt", "b.txt"], Settings(), alike=False)
    pairs = zip(*found.texts, strict=True)
    assert all(one.replace("\n", "") == other.replace("\n", "") for one, other in pairs)


def test_versions_that_are_in_step_stay_so(texts: Path) -> None:
    found = versions(["en.txt", "ja.txt", "fixed.txt"], Settings(), alike=False)
    assert found.texts == (tuple(JAPANESE), tuple(FIXED))


def test_bitexts_go_by_their_ids(texts: Path) -> None:
    rows = [{"id": str(n), "source": en, "target": ja} for n, (en, ja) in enumerate(PAIRS)]
    for name, order in (("a", rows), ("b", rows[::-1])):
        lines = "".join(json.dumps(row) + "\n" for row in order)
        (texts / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    found = versions(["a.jsonl", "b.jsonl"], Settings())
    assert found.texts == (tuple(JAPANESE), tuple(JAPANESE))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ja.txt", "en.txt"], "en.txt is English"),
        (["ja.txt"], "one document alone"),
        (["ja.txt", "nowhere.txt"], "nowhere.txt: there is no such file"),
        (["ja.txt", "short.txt"], "6 paragraphs against 1 in short.txt"),
        (["ja.txt", "short.jsonl"], "short.jsonl is a bitext, and the others are not"),
    ],
)
@pytest.mark.parametrize("command", ["score", "changes"])
def test_what_cannot_be_compared_is_said(
    command: str, words: list[str], said: str, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (texts / "short.txt").write_text("雪は三日間降り続いた。\n", encoding="utf-8")
    (texts / "short.jsonl").write_text('{"source": "Rain.", "target": "雨。"}\n', encoding="utf-8")
    assert main([command, *words]) == 2
    errors = capsys.readouterr().err
    assert errors.startswith(f"error: {said}\nhint: ")


def test_changes_is_a_table_that_no_spreadsheet_runs(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [*FIXED[:4], '=HYPERLINK("x")', FIXED[5]]
    (texts / "evil.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = out(capsys, "changes", "en.txt", "ja.txt", "evil.txt")
    first, second = csv.DictReader(io.StringIO(said))
    assert (first["number"], first["source"]) == ("2", ENGLISH[1])
    assert (first["machine"], first["corrected"]) == (JAPANESE[1], FIXED[1])
    assert first["changed"] == "2"
    assert second["corrected"] == '\'=HYPERLINK("x")'


def test_changes_is_a_memory_of_the_corrected_units(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", "en.txt", "ja.txt", "fixed.txt", "--format", "tmx", "-o", "m.tmx"]) == 0
    (unit,) = read_tmx("m.tmx").units
    assert (unit.source, unit.target) == (ENGLISH[1], FIXED[1])
    assert main(["changes", "ja.txt", "fixed.txt", "--format", "tmx", "-o", "n.tmx"]) == 2
    assert not (texts / "n.tmx").exists()
    assert "needs the English" in capsys.readouterr().err


def test_changes_is_a_page_with_what_went_and_what_came(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (texts / "evil.txt").write_text(
        "\n".join([FIXED[0], "<script>alert(1)</script>", *FIXED[2:]]) + "\n", encoding="utf-8"
    )
    said = out(capsys, "changes", "en.txt", "ja.txt", "evil.txt", "--format", "html")
    tree = etree.fromstring(said, etree.HTMLParser())
    assert len(list(tree.iter("script"))) == 1
    assert "script" in "".join("".join(e.itertext()) for e in tree.iter("ins"))
    assert [e.get("id") for e in tree.iter("article")] == ["p2"]


def test_changes_of_a_review_are_those_in_the_workspace(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert out(capsys, "changes", "en.txt", "ja.txt").count("\n") == 1
    correct(texts, 1, FIXED[1], 12.0)
    before = (texts / "w.db").read_bytes()
    (row,) = csv.DictReader(io.StringIO(out(capsys, "changes", "en.txt", "ja.txt")))
    assert (row["machine"], row["corrected"]) == (JAPANESE[1], FIXED[1])
    (texts / "ja.txt").write_text("\n".join(FIXED) + "\n", encoding="utf-8")  # written over
    (row,) = csv.DictReader(io.StringIO(out(capsys, "changes", "en.txt", "ja.txt")))
    assert (row["machine"], row["corrected"]) == (JAPANESE[1], FIXED[1])
    assert (texts / "w.db").read_bytes() == before


def test_score_of_a_review_has_its_time_and_its_causes(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(texts, 1, FIXED[1], 12.0)
    (system,) = json.loads(out(capsys, "score", "en.txt", "ja.txt", "--format", "json"))["systems"]
    assert [s["name"] for s in system["scores"]] == ["chrF2", "BLEU", "TER"]
    assert system["seconds"] == 12.0
    assert (system["effort"]["touched"], system["effort"]["changed"]) == (1, 2)
    cause = system["causes"][0]
    assert (cause["found"], cause["wanted"]) == ("三井物産E&S", "三井E&S")
    assert (cause["findings"], cause["mended"], cause["changed"]) == (1, 1, 2)
    assert (cause["seconds"], system["checks"][0]["seconds"]) == (12.0, 12.0)
    said = out(capsys, "score", "en.txt", "ja.txt")
    assert "time\t0:00:12\n" in said
    assert "1 of 1 finding mended\t2 characters\t0:00:12\n" in said


def test_score_of_two_systems_pairs_them(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = out(capsys, "score", "ja.txt", "fixed.txt", "fixed.txt", "--measures", "chrf")
    first, second = said.split("\n\n")
    assert "ja.txt against fixed.txt" in first
    assert "p = " not in first
    assert "p = " in second
    assert "bs:1000|seed:12345" in first


def test_score_by_document_and_by_paragraph(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, japanese in (("a", JAPANESE), ("b", FIXED)):
        rows = [
            {"id": str(n), "document": f"d{n % 2}", "source": en, "target": ja}
            for n, (en, ja) in enumerate(zip(ENGLISH, japanese, strict=True))
        ]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (texts / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    words = ("score", "a.jsonl", "b.jsonl", "--paragraphs", "--confidence", "--format", "json")
    (system,) = json.loads(out(capsys, *words))["systems"]
    assert [d["document"] for d in system["documents"]] == ["d0", "d1"]
    assert [d["effort"]["touched"] for d in system["documents"]] == [0, 1]
    assert [p["effort"]["changed"] for p in system["paragraphs"]] == [0, 2, 0, 0, 0, 0]
    assert system["scores"][0]["margin"] > 0
    text = out(capsys, "score", "a.jsonl", "b.jsonl", "--paragraphs")
    assert "document\td1\tchrF2 " in text
    assert "by paragraph\tchrF2 nrefs:1" in text


def test_an_unknown_measure_is_named(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "ja.txt", "fixed.txt", "--measures", "comet"]) == 2
    assert "there is no measure 'comet'" in capsys.readouterr().err


def test_ter_of_a_large_text_is_left_out_and_that_is_said(
    texts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.scoring.TER_LIMIT", 10)
    assert main(["score", "ja.txt", "fixed.txt"]) == 0
    said = capsys.readouterr()
    assert "TER" not in said.out
    assert "TER would take long here" in said.err
    assert "TER\t" in out(capsys, "score", "ja.txt", "fixed.txt", "--measures", "ter")


OFFICIAL = [
    JAPANESE[0],
    "新ターミナルのクレーンは、三井E&Sが建造する。",
    JAPANESE[2],
    "ラピダスは千歳で試作ラインを動かし始めた。",
    *JAPANESE[4:],
]


def test_compare_says_who_was_right_and_where_they_differ_most(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (texts / "official.txt").write_text("\n".join(OFFICIAL) + "\n", encoding="utf-8")
    rows = "source,target,status\nRapidus,ラピダス,preferred\nRapidus,ラピッドゥス,deprecated\n"
    (texts / "t.csv").write_text(rows, encoding="utf-8")
    names = ("en.txt", "ja.txt", "fixed.txt", "official.txt", "--glossary", "t.csv")
    said = out(capsys, "compare", *names)
    assert said.startswith("2 of 6 paragraphs differ\n")
    assert (
        "name\tMitsui E&S = 三井E&S\twrong 三井物産E&S x1\tright 三井E&S x1\tright 三井E&S x1\n"
    ) in said
    assert "name\tRapidus = ラピダス\twrong ラピッドゥス x" in said
    assert said.index("\n2\t") < said.index("\n4\t")
    assert "fixed.txt\t-三井物産- +三井+\n" in said


def test_compare_is_a_page_with_what_differs_marked(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (texts / "evil.txt").write_text(
        "\n".join([*FIXED[:4], "<img src=x onerror=alert(1)>", FIXED[5]]) + "\n", encoding="utf-8"
    )
    said = out(capsys, "compare", "en.txt", "ja.txt", "evil.txt", "--format", "html")
    tree = etree.fromstring(said, etree.HTMLParser())
    assert [e.get("id") for e in tree.iter("article")] == ["p5", "p2"]
    marked = [e.text for e in tree.iter("mark")]
    assert {"三井物産", "三井"} <= set(marked)
    assert not list(tree.iter("img"))


def test_compare_without_the_english_judges_nobody(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = out(capsys, "compare", "ja.txt", "fixed.txt")
    assert said.splitlines()[0] == "1 of 6 paragraphs differ"
    assert "right" not in said
    assert out(capsys, "compare", "ja.txt", "ja.txt") == "0 of 6 paragraphs differ\n"
