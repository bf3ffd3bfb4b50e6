"""What `taiyaku doctor` says of a machine."""

import pytest

from corpus.workspace.store import Workspace
from tui.cli import main


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def test_a_sound_machine_is_well(here, capsys):
    Workspace.open(here / "w.db").close()
    assert main(["doctor", "--workspace", "w.db"]) == 0
    said = capsys.readouterr().out
    assert "ok workspace file: " in said
    assert "0 terms" in said
    assert "ok extra semantic: " in said


def test_a_file_that_is_no_workspace_is_said(here, capsys):
    (here / "w.db").write_text("a letter to a friend\n" * 100, encoding="utf-8")
    assert main(["doctor", "--workspace", "w.db"]) == 1
    assert "BAD workspace file: " in capsys.readouterr().out


def test_a_broken_setting_is_said_and_the_rest_is_looked_at(here, capsys):
    (here / "taiyaku.toml").write_text("names = maybe", encoding="utf-8")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "BAD settings: " in said
    assert "ok program: taiyaku" in said


def test_the_key_is_never_shown(here, capsys, monkeypatch):
    monkeypatch.setenv("DEEPL_AUTH_KEY", "a-secret-of-ours:fx")
    main(["doctor"])
    said = capsys.readouterr()
    assert "DeepL key: set" in said.out
    assert "secret" not in said.out + said.err


def test_the_two_bars_end_in_one_column(here, capsys):
    from tui.display.linebreak import cells

    main(["doctor"])
    one, other = capsys.readouterr().out.splitlines()[-2:]
    assert cells(one) == cells(other)
