"""Pictures for others: Japanese as wide as in a terminal, nothing from outside, nothing touched."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tui.cli import main
from tui.picture import as_in_a_terminal
from tui.sample import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[2] / "docs"
README_PICTURES = {"review.svg": [], "review.ja.svg": ["--lang", "ja"]}
WORDS = ["screenshot", "--press", "n,a,n,n"]
CELL = 12.2


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("TAIYAKU_WORKSPACE", str(tmp_path / "w.db"))


def drawn(svg: str) -> Iterator[tuple[str, float, float]]:
    """Each character of the screen with its place and that of the one behind it."""
    for text in etree.fromstring(svg.encode()).iter("{http://www.w3.org/2000/svg}text"):
        places = [float(x) for x in text.get("x", "").split()]
        yield from zip(text.text or "", places, places[1:], strict=False)


def test_a_japanese_character_is_two_cells_wide_and_a_latin_one(tmp_path: Path) -> None:
    assert main([*WORDS, "-o", "made.svg"]) == 0
    widths = [(c, then - at) for c, at, then in drawn((tmp_path / "made.svg").read_text("utf-8"))]
    wide = [width for character, width in widths if character in "三井物産の"]
    narrow = [width for character, width in widths if character in "Mitsui"]
    assert wide == pytest.approx([2 * CELL] * len(wide), abs=0.11)
    assert narrow == pytest.approx([CELL] * len(narrow), abs=0.11)
    assert len(wide) > 20
    assert len(narrow) > 100


@pytest.mark.parametrize("name", README_PICTURES)
def test_the_pictures_of_the_readme_are_what_the_command_draws(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if not DOCS.exists():
        pytest.skip("away from the checkout there is no docs/")
    assert main([*WORDS, *README_PICTURES[name]]) == 0
    made = capsys.readouterr().out
    if os.environ.get("TAIYAKU_NEW_PICTURES"):
        (DOCS / name).write_text(made, encoding="utf-8")
    assert made == (DOCS / name).read_text("utf-8")


def test_nothing_comes_from_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(WORDS) == 0
    assert not re.search(r"url\(['\"]?http|@import|font-face", capsys.readouterr().out)


def test_own_texts_are_pictured_and_no_workspace_is_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in sample():
        shutil.copy(path, tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    assert main(["screenshot", "en.txt", "ja.txt", "--press", "n,n,n,a", "--size", "80x24"]) == 0
    text = "".join(etree.fromstring(capsys.readouterr().out.encode()).itertext())
    assert "1 to write" in text.replace("\xa0", " ")
    assert {path.name for path in tmp_path.iterdir()} == before


def test_a_size_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["screenshot", "--size", "large"])
    assert "is not like 80x24" in capsys.readouterr().err


def test_markup_in_a_text_stays_text() -> None:
    made = as_in_a_terminal(
        '<text class="a" x="0" y="1" textLength="48.8" clip-path="url(#b)">&lt;日&amp;</text>'
    )
    assert made == (
        '<text class="a" x="0.0 12.2 36.6" y="1" clip-path="url(#b)">&lt;日&amp;</text>'
    )
