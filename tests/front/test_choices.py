"""What a person chooses in the command list holds next time, below what the settings say."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

import pytest

from corpus.errors import UnwritableFile
from front.pressing import choose, choose_listed, until
from tui.app import TaiyakuApp
from tui.choices import choices_file, keep_choice
from tui.screens.review import ReviewScreen
from tui.settings import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


@pytest.fixture(autouse=True)
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person's files are; none is there yet."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    return folder


async def test_theme_and_language_are_those_that_were_chosen_last(opened: Opening) -> None:
    app = TaiyakuApp(ReviewScreen(opened()), keep=keep_choice)
    async with app.run_test(size=(80, 24)) as pilot:
        assert not choices_file().exists()
        await choose(pilot, "theme")
        await choose_listed(pilot, "high")
        await choose(pilot, "language")
    assert settings(Namespace()).theme == "high-contrast"
    assert settings(Namespace()).language == "ja"
    keep_choice("theme", "light")
    assert settings(Namespace()).theme == "light"
    assert settings(Namespace()).language == "ja"


def test_the_settings_count_more(home: Path) -> None:
    keep_choice("theme", "light")
    keep_choice("language", "ja")
    (home / "taiyaku.toml").write_text('theme = "no-colour"\n', encoding="utf-8")
    assert settings(Namespace()).theme == "no-colour"
    assert settings(Namespace(language="en")).language == "en"


def test_what_cannot_be_read_is_replaced() -> None:
    keep_choice("theme", "light")
    choices_file().write_bytes(b"\xff = [")
    keep_choice("theme", "dark")
    assert choices_file().read_text(encoding="utf-8") == 'theme = "dark"\n'


async def test_a_folder_that_cannot_be_written_is_told_and_the_choice_holds(
    home: Path, opened: Opening
) -> None:
    (home / "config").write_text("a file stands here", encoding="utf-8")
    with pytest.raises(UnwritableFile):
        keep_choice("theme", "light")
    app = TaiyakuApp(ReviewScreen(opened()), keep=keep_choice)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "theme")
        await choose_listed(pilot, "high")
        await until(pilot, "cannot write")
        assert app.theme == "high-contrast"
