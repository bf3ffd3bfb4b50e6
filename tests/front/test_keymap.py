"""Keys that a person has changed, and the looks of the app."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.color import Color

from corpus.errors import BadContent
from front.pressing import choose, choose_listed, press, shows, until
from tui.app import TaiyakuApp
from tui.keymap import EDITOR, REVIEW, SCOPES, THEMES, chosen, fault
from tui.language import speak
from tui.screens.review import ReviewScreen
from tui.settings import settings
from tui.widgets.themes import OWN, TERMINAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


def test_no_key_has_two_commands_and_no_command_two_names() -> None:
    assert fault({}) == ""
    for commands in SCOPES.values():
        assert len({c.name for c in commands}) == len(commands)


@pytest.mark.parametrize("commands", SCOPES.values())
def test_every_command_has_an_action_and_words_that_fit_the_help(commands) -> None:
    from tui.screens.batch import BatchScreen
    from tui.screens.candidates import CandidatesScreen
    from tui.screens.edit import EditScreen
    from tui.screens.glossary import GlossaryScreen

    screens = (ReviewScreen, EditScreen, GlossaryScreen, CandidatesScreen, BatchScreen)
    screen = screens[list(SCOPES.values()).index(commands)]
    for command in commands:
        assert hasattr(screen, f"action_{command.action}"), command.name
        assert len(command.shown) < 12
        assert len(command.words) <= 27


def test_changed_keys_are_shown_as_a_person_reads_them() -> None:
    keys = {"apply": ("x", "ctrl+e", "f9", "alt+down"), "editor.apply": ("f9",)}
    (apply,) = (c for c in chosen(REVIEW, keys) if c.name == "apply")
    assert (apply.keys, apply.shown) == (keys["apply"], "x ^e F9 Alt+Down")
    (apply,) = (c for c in chosen(EDITOR, keys, "editor.") if c.name == "apply")
    assert apply.shown == "F9"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"aply": ("x",)}, "there is no command 'aply'"),
        ({"apply": ("i",)}, "the key 'i' is that of two commands"),
        ({"apply": ("i",), "ignore": ("a",)}, ""),
    ],
)
def test_what_cannot_work_is_said(keys, said: str) -> None:
    assert fault(keys) == said


def test_keys_and_theme_come_from_the_settings(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    file = tmp_path / "taiyaku.toml"
    file.write_text(
        'theme = "light"\n[keys]\napply = "ctrl+e"\n'
        'editor.insert-term = ["f9"]\nglossary.new = "b"\n'
    )
    found = settings(Namespace())
    assert found.theme == "light"
    assert found.keys == (
        ("apply", ("ctrl+e",)),
        ("editor.insert-term", ("f9",)),
        ("glossary.new", ("b",)),
    )
    for bad in ('theme = "pink"', "[keys]\napply = 3", '[keys]\naply = "x"', "keys = 1"):
        file.write_text(bad)
        with pytest.raises(BadContent):
            settings(Namespace())


async def test_a_changed_key_works_and_the_old_one_does_not(opened: Opening) -> None:
    session = opened()
    app = TaiyakuApp(ReviewScreen(session), {"apply": ("b",), "editor.apply": ("f9",)})
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", "a")
        assert not session.unit(1).changed
        assert shows(pilot, "b apply")
        await pilot.press("b")
        assert session.unit(1).changed
        await pilot.press("u", "e", "f9", "escape")
        assert session.unit(1).changed


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_shows_the_review(opened: Opening, theme: str) -> None:
    app = TaiyakuApp(ReviewScreen(opened()), theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "e", "escape")
        assert app.theme == theme
        assert set(app.available_themes) == set(THEMES)


async def test_the_command_list_keeps_the_order_of_the_screen(opened: Opening) -> None:
    speak("ja")
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 40)) as pilot:
        await press(pilot, "ctrl+p")
        shown = await until(pilot, "次の指摘")
        first, last = shown.index("次の指摘"), shown.index("訳文を編集")
        assert first < last < shown.index("無視して次へ")
        assert "DeepL" not in shown[: shown.index("無視して次へ")]


async def test_a_theme_is_chosen_from_the_palette(opened: Opening) -> None:
    app = TaiyakuApp(ReviewScreen(opened()))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await choose(pilot, "theme")
        assert "Choose a theme" in shown
        assert "high-contrast" in shown
        await choose_listed(pilot, "no-col")
        assert app.theme == "no-colour"


def test_the_themes_are_those_of_the_settings() -> None:
    assert (*(own.name for own in OWN), *TERMINAL) == THEMES


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_what_is_said_in_colour_stands_out_from_what_is_behind_it(theme) -> None:
    colours = theme.to_color_system().generate()
    for front in ("foreground", "text-error", "text-warning"):
        for back in ("background", "panel"):
            one, other = (Color.parse(colours[name].split()[0]) for name in (front, back))
            assert _contrast(one, other) >= 4.5, (theme.name, front, back)


def _contrast(one: Color, other: Color) -> float:
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Color) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_every_key_of_the_list_does_what_the_key_map_says(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = recorded(ReviewScreen, REVIEW, monkeypatch)
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        for command in REVIEW:
            for key in set(command.keys) - {"ctrl+q"}:  # the app itself takes this one
                await pilot.press(key)
                await pilot.pause()
                assert done == [command.action], key
                done.clear()


async def test_letters_and_signs_may_be_of_full_width(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = recorded(ReviewScreen, REVIEW, monkeypatch)
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        for command in REVIEW:
            for key in command.keys:
                if len(key) == 1:
                    wide = chr(ord(key) + 0xFEE0)
                    pilot.app.post_message(events.Key("a_wide_one", wide))
                    await pilot.pause()
                    await pilot.pause()
                    assert done == [command.action], key
                    done.clear()


async def test_every_key_of_the_editor_does_what_the_key_map_says(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.screens.edit import EditScreen

    done = recorded(EditScreen, EDITOR, monkeypatch)
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        for command in EDITOR:
            for key in command.keys:
                await pilot.press(key)
                await pilot.pause()
                assert done == [command.action], key
                done.clear()


def recorded(screen, commands, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The actions of a screen that are called from now on; none does anything."""
    done: list[str] = []
    for command in commands:
        action = command.action
        monkeypatch.setattr(screen, f"action_{action}", lambda _, a=action: done.append(a))
    return done
