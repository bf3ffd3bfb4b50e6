"""The walk through the sample: each stage is left when it is done, by keys alone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from front.pressing import screen
from tui.app import TaiyakuApp
from tui.inputs import Input
from tui.pipeline import open_session
from tui.review.walk import Walk, stages
from tui.sample import sample
from tui.screens.review import ReviewScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

ALL = len(stages())


async def test_the_keys_it_names_lead_through_it_to_a_written_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source, target = sample()
    wanted = Settings(workspace=tmp_path / "w.db")
    with closing(open_session(Input(target, source=source), wanted)) as session:
        app = TaiyakuApp(ReviewScreen(session))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for number, keys in enumerate(
                (
                    ["n"],
                    ["a"],
                    ["n", "n", "A", "enter"],
                    ["n", "i"],
                    ["n", "t", "enter"],
                    ["n", "e", "x", "escape"],
                    ["c"],
                    ["w", "enter"],
                ),
                1,
            ):
                assert f" {number}/{ALL}  " in screen(pilot), keys
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause()
                await pilot.pause()
            assert "That was the walk" in screen(pilot)
    assert "三井E&S" in (tmp_path / "ja.corrected.txt").read_text("utf-8")


def test_a_text_of_ones_own_has_no_walk(opened: Opening) -> None:
    assert Walk(opened()).words() == ""
