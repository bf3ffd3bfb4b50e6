"""Which language the interface speaks: flags, settings, the palette; commands stay English."""

from __future__ import annotations

import io
from argparse import Namespace
from typing import TYPE_CHECKING

import pytest

from corpus.errors import BadContent
from front.pressing import choose, screen, shows, until
from tui.app import TaiyakuApp
from tui.cli import main, parser
from tui.display.steps import step_said
from tui.language import speak, spoken
from tui.plain import converse
from tui.review import links
from tui.review.terms import NewTerm
from tui.screens.edit import EditScreen
from tui.screens.review import ReviewScreen
from tui.screens.start import StartScreen
from tui.settings import settings
from tui.terminology.books import InReview
from tui.terminology.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


@pytest.fixture
def away(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In a folder of its own, with no settings."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "none"))
    monkeypatch.setenv("TAIYAKU_WORKSPACE", str(folder / "w.db"))
    return folder


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_palette_changes_the_language_of_what_is_shown_and_back(
    opened: Opening, size: tuple[int, int]
) -> None:
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await choose(pilot, "language")
        assert spoken() == "ja"
        assert "段落 2 の指摘: 未解決 1件" in screen(pilot)
        assert "「三井物産」は Mitsui & Co. です" in screen(pilot)
        assert "確定+次" in screen(pilot)
        assert "言語: 日本語" in screen(pilot)
        assert "Findings" not in screen(pilot)
        await choose(pilot, "English")
        assert "Findings in 2: 1 open" in screen(pilot)
        assert "Language: English" in screen(pilot)


@pytest.mark.parametrize(
    ("keys", "before", "after"),
    [
        (["question_mark"], "Finding the way", "移動と表示"),
        (["G"], "sort: open findings", "並べ替え: 未解決の指摘"),
        (["G", "c"], "Candidates", "用語候補"),
        (["n", "n", "A"], "Apply everywhere", "一括適用"),
        (["n", "n", "K"], "All uses of", "用例検索"),
    ],
)
async def test_every_screen_is_said_anew(
    opened: Opening, keys: list[str], before: str, after: str
) -> None:
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.pause()
            await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert before in screen(pilot)
        await choose(pilot, "language")
        assert after in screen(pilot)
        assert before not in screen(pilot)
        assert any(keys in screen(pilot) for keys in ("^p コマンド", "Esc 取消", "Esc 戻る"))


async def test_the_start_screen_is_said_anew_and_keeps_its_cursor() -> None:
    first = StartScreen(lambda *_: pytest.fail("nothing is opened"), ("", ""))
    async with TaiyakuApp(first).run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        await choose(pilot, "language")
        assert "> 3  フォルダーを検査" in screen(pilot)
        assert "端末の確認" in screen(pilot)


async def test_what_is_being_typed_stays(opened: Opening) -> None:
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "e")
        await pilot.pause()
        await pilot.press(*"XYZ")
        await choose(pilot, "language")
        assert isinstance(pilot.app.screen, EditScreen)
        assert "XYZ" in pilot.app.screen.editor.japanese
        assert "編集中" in screen(pilot)
        assert "用語挿入" in screen(pilot)


@pytest.mark.usefixtures("japanese")
async def test_what_was_undone_is_named_in_japanese_and_kept_in_english(opened: Opening) -> None:
    session = opened()
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n", "A")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert session.last_step is not None
        assert session.last_step.label == "fix 2 paragraphs"
        await pilot.press("u")
        await pilot.pause()
        assert "元に戻しました: 2段落の訂正" in screen(pilot)


def test_every_step_that_is_recorded_has_a_name_in_japanese(opened: Opening) -> None:
    session, desk = opened(), None
    speak("ja")

    def name() -> None:
        assert session.last_step is not None
        label = session.last_step.label
        assert step_said(label) != label, label

    session.go(1)
    desk = Desk(InReview(session))
    acts: list[Callable[[], object]] = [
        session.apply,
        session.back_to_machine,
        lambda: session.edit("三井E&Sが来た。"),
        lambda: session.all_to_machine([1]),
        session.confirm,
        lambda: session.confirm(confirmed=False),
        lambda: session.confirm_all([0, 1]),
        lambda: session.confirm_all([0, 1], confirmed=False),
        lambda: session.comment("why"),
        lambda: session.take({4: "雪だ。"}),
        lambda: session.take({3: "ラピダス。", 2: "港だ。"}),
        lambda: session.add_term(NewTerm("harbour", "港")),
        lambda: desk.approve(desk.entries()[0]),
        lambda: desk.approve(desk.entries()[0]),
        lambda: desk.put(desk.entries()[0].concept, desk.entries()[0]),
        lambda: desk.remove(desk.entries()[0]),
        session.ignore,
        session.undo,
        session.mute,
        session.unmute,
        lambda: session.ignore_all(range(len(session))),
        lambda: links.affirm(session),
        lambda: links.unlink(session),
    ]
    for act in acts:
        act()
        if act != session.undo:
            name()


@pytest.mark.usefixtures("japanese")
def test_the_plain_review_speaks_japanese(
    opened: Opening, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nu\n?\nq\n"))
    assert converse(opened()) == 0
    said = capsys.readouterr().out
    assert "6段落、致命的 1, 重大 3。? で文字の一覧を表示します。" in said
    assert "指摘 1/1: 致命的 confusable-rendering. 「三井物産」は Mitsui & Co. です。" in said
    assert "a で「三井物産E&S」を「三井E&S」に訂正します。" in said
    assert "元に戻しました: 訂正 2。" in said
    assert "n  次の指摘" in said


@pytest.mark.parametrize("words", [["--lang", "ja", "review"], ["review", "--lang", "ja"]])
def test_the_flag_stands_before_the_command_or_behind_it(
    away: Path,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (away / "en.txt").write_text("Snow fell.\n", encoding="utf-8")
    (away / "ja.txt").write_text("雪が降った。\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main([*words, "--plain", "en.txt", "ja.txt"]) == 0
    assert capsys.readouterr().out.startswith("1段落、指摘なし。")


def test_a_flag_beats_the_settings_and_they_the_environment(away: Path) -> None:
    assert settings(Namespace()).language == ""
    (away / "taiyaku.toml").write_text('language = "ja"\n', encoding="utf-8")
    assert settings(parser().parse_args([])).language == "ja"
    assert settings(parser().parse_args(["review", "x.jsonl"])).language == "ja"
    assert settings(parser().parse_args(["--lang", "en", "review", "x.jsonl"])).language == "en"
    (away / "taiyaku.toml").write_text('language = "fr"\n', encoding="utf-8")
    with pytest.raises(BadContent, match="language cannot be 'fr'"):
        settings(Namespace())


def test_what_other_programs_read_is_english_in_any_language(
    away: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "ja")
    unit = '{"id": "1", "source": "Mitsui E&S came.", "target": "三井物産E&Sが来た。"}\n'
    (away / "units.jsonl").write_text(unit, encoding="utf-8")
    assert main(["--lang", "ja", "check", "units.jsonl"]) == 1
    said = capsys.readouterr()
    assert '三井物産 is Mitsui & Co.; "Mitsui E&S" is 三井E&S' in said.out
    assert "1 unit checked" in said.err


@pytest.mark.parametrize("how", ["flag", "environment", "settings"])
def test_an_error_speaks_the_language_of_the_person_behind_words_that_stay(
    away: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    monkeypatch.setattr("tui.language._spoken", "")
    if how == "environment":
        monkeypatch.setenv("LANGUAGE", "ja")
    if how == "settings":
        (away / "taiyaku.toml").write_text('language = "ja"\n', encoding="utf-8")
    flag = ["--lang", "ja"] if how == "flag" else []
    assert main([*flag, "check", "nowhere.jsonl"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "error: nowhere.jsonl はありません",
        "hint: パスのつづりを確認してください",
    ]


def test_a_fault_of_the_settings_is_told_in_the_language_of_the_environment(
    away: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.language._spoken", "")
    monkeypatch.setenv("LANGUAGE", "ja")
    (away / "taiyaku.toml").write_text("[keys]\nfly = 'x'\n", encoding="utf-8")
    assert main(["check", "nowhere.jsonl"]) == 2
    assert "'fly' というコマンドはありません" in capsys.readouterr().err


@pytest.mark.usefixtures("japanese")
async def test_an_error_on_a_screen_is_in_japanese(opened: Opening) -> None:
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "o", *"nowhere.csv", "enter")
        await until(
            pilot, lambda: shows(pilot, "nowhere.csv はありません。パスのつづりを確認してください")
        )
