"""The memory of a workspace goes out as TMX and comes back, also into another workspace."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.errors import BadContent
from corpus.formats import tmx
from corpus.workspace.journal import Change, Correction, Field, Memory
from corpus.workspace.memory_file import read, written
from corpus.workspace.store import Workspace
from tui.cli import main

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
OURS = Memory(Correction("Rain & <snow>.", "雨と雪。\r\n", "雨や雪。"), "2026-11-25T09:30:00+00:00")
THEIRS = """<tmx version="1.4"><header/><body>
<tu creationdate="20200102T030405Z" creationid="aoki"><tuv xml:lang="en"><seg>The <ph x="1">b</ph>\
port.</seg></tuv><tuv xml:lang="ja" changedate="20210102T030405Z" changeid="mori"><seg>港。</seg>\
</tuv></tu>
<tu><tuv xml:lang="en"><seg>Rain.</seg></tuv><tuv xml:lang="ja"><seg>雨。</seg></tuv></tu>
<tu creationdate="soon"><tuv xml:lang="en"><seg>Snow</seg></tuv><tuv xml:lang="ja"><seg/></tuv></tu>
</body></tmx>
"""


def test_what_is_written_is_read_again_and_is_a_memory_for_others(tmp_path: Path) -> None:
    user = Memory(Correction("Port.", "Port.", "港。"), "2020-01-02T03:04:05+00:00", 'm"o')
    path = tmp_path / "m.tmx"
    path.write_text("".join(written([OURS, user])), "utf-8", newline="")
    assert read(str(path), NOW) == [OURS, user]
    units = [(u.source, u.target) for u in tmx.read(str(path)).units]
    assert units == [("Rain & <snow>.", "雨や雪。"), ("Port.", "港。")]


def test_a_tag_of_a_text_goes_out_as_a_code(tmp_path: Path) -> None:
    tagged = Memory(Correction("See 🅐here🅑.", "見る🅐。🅑", "🅐こちら🅑を見る。"), OURS.at)
    path = tmp_path / "m.tmx"
    path.write_text("".join(written([tagged])), "utf-8", newline="")
    segments = re.findall("<seg>.*</seg>", path.read_text("utf-8"))
    assert segments == [
        '<seg>See <ph x="1"/>here<ph x="2"/>.</seg>',
        '<seg><ph x="1"/>こちら<ph x="2"/>を見る。</seg>',
    ]
    assert read(str(path), NOW) == [tagged]


def test_dates_and_users_of_others_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(THEIRS, "utf-8")
    assert read(str(path), NOW) == [
        Memory(Correction("The port.", "The port.", "港。"), "2021-01-02T03:04:05+00:00", "mori"),
        Memory(Correction("Rain.", "Rain.", "雨。"), "2026-11-26T12:00:00+00:00"),
    ]


def test_what_comes_in_twice_is_there_once_and_the_newer_one_stays(tmp_path: Path) -> None:
    old = Memory(Correction("Rain.", "雨だ。", "古い雨。"), "2020-01-01T00:00:00+00:00", "mori")
    new = Memory(Correction("Rain.", "雨だ。", "新しい雨。"), "2027-01-01T00:00:00+00:00")
    with Workspace.open(tmp_path / "w.db", now=lambda: NOW) as workspace:
        workspace.work("a", "b").record(
            "edit",
            [Change(Field.TEXT, "u", None, "私の雨。")],
            machine_texts={"u": "雨だ。"},
            source_texts={"u": "Rain."},
        )
        assert workspace.learn([old, OURS]) == 1
        assert workspace.remembered("雨だ。") == "私の雨。"
        assert workspace.learn([OURS, new, old]) == 1
        assert workspace.learn([OURS, new, old]) == 0
        assert workspace.remembered("雨だ。") == "新しい雨。"
        assert workspace.memory() == (OURS, new)
        assert workspace.corrections("新しい")[0].corrected == "新しい雨。"


def test_a_workspace_goes_over_into_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with Workspace.open(Path("one.db"), now=lambda: NOW) as workspace:
        workspace.learn([OURS])
    assert main(["memory", "export", "m.tmx", "--workspace", "one.db"]) == 0
    assert main(["memory", "export", "m.tmx", "--workspace", "one.db"]) == 2
    assert main(["memory", "import", "m.tmx", "--workspace", "two.db"]) == 0
    assert main(["memory", "import", "m.tmx", "--workspace", "two.db"]) == 0
    assert main(["memory", "export", "two.tmx", "--workspace", "two.db"]) == 0
    said = capsys.readouterr().err
    assert "1 correction taken over\n" in said
    assert "0 corrections taken over, 1 known already\n" in said
    assert Path("two.tmx").read_bytes() == Path("m.tmx").read_bytes()


def test_an_empty_memory_and_no_memory_are_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Workspace.open(Path("one.db")).close()
    assert main(["memory", "export", "m.tmx", "--workspace", "one.db"]) == 2
    assert main(["memory", "export", "m.tmx", "--workspace", "none.db"]) == 2
    Path("m.tmx").write_text("<tmx/>", "utf-8")
    assert main(["memory", "import", "m.tmx", "--workspace", "one.db"]) == 2
    assert capsys.readouterr().err.count("hint: ") == 3
    with pytest.raises(BadContent):
        read("m.tmx", NOW)
