"""Another Japanese below that of the review: the machine's, or the one of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Bitext, TranslationUnit
from corpus.errors import BadContent
from front.conftest import PAIRS, TERMBASE
from front.pressing import press
from front.test_finding_the_way import NARROW, WIDE, reviewing
from tui.cli import main
from tui.versions.beside import beside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.front.conftest import Opening

FIXED = PAIRS[1][1].replace("三井物産E&S", "三井E&S")
OFFICIAL = [ja if n != 4 else "雪は三日のあいだ降った。" for n, (_, ja) in enumerate(PAIRS)]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_b_shows_the_machines_text_where_it_was_changed(
    opened: Opening, size: tuple[int, int]
) -> None:
    session = opened()
    session.edit(FIXED, 1)
    session.go(1)
    async with reviewing(session, size) as pilot:
        shown = await press(pilot, "b")
        assert shown.count("= machine's text") == 1
        assert "三井物産E&S" in shown
        assert "Below, where you changed it: the machine's text" in shown
        shown = await press(pilot, "b")
        assert "= machine's text" not in shown
        assert "三井物産E&S" not in shown


async def test_b_shows_another_version_where_it_differs(opened: Opening, folder: Path) -> None:
    session = opened()
    (folder / "b.txt").write_text("\n".join(OFFICIAL) + "\n", encoding="utf-8")
    session.beside = beside(session.bitext, str(folder / "b.txt"), TERMBASE)
    async with reviewing(session) as pilot:
        shown = await press(pilot, "b")
        assert "Below, where it differs: " in shown
        assert "雪は三日のあいだ降った。" in shown
        assert shown.count("= ~") + shown.count("= /") == 1


async def test_another_version_is_found_however_the_text_is_linked(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    joined = "\n".join([OFFICIAL[0], OFFICIAL[1] + OFFICIAL[2], *OFFICIAL[3:]])
    (folder / "b.txt").write_text(joined + "\n", encoding="utf-8")
    other = beside(session.bitext, str(folder / "b.txt"), TERMBASE)
    found = [other.of(unit) for unit in session.bitext.units]
    assert found == [OFFICIAL[0], *[OFFICIAL[1] + OFFICIAL[2]] * 2, *OFFICIAL[3:]]


def test_of_a_bitext_it_goes_by_ids(folder: Path) -> None:
    path = folder / "b.jsonl"
    path.write_text('{"id": "a", "source": "Rain.", "target": "雨が降った。"}\n', encoding="utf-8")
    units = (TranslationUnit("a", "Rain.", "雨。"), TranslationUnit("b", "Snow.", "雪。"))
    other = beside(Bitext("x.jsonl", units), str(path), TERMBASE)
    assert [other.of(unit) for unit in units] == ["雨が降った。", ""]
    with pytest.raises(BadContent, match="not a bitext"):
        beside(Bitext("x.jsonl", units), str(folder / "b.txt"), TERMBASE)


def test_beside_needs_a_screen_and_one_text(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("en.txt", "ja.txt"):
        (tmp_path / name).write_text("x\n", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("en.txt", "ja.txt")]
    assert main(["review", "--plain", *files, "--beside", "b.txt"]) == 2
    assert "--beside is for the review of one text" in capsys.readouterr().err
