"""Flags before environment before `taiyaku.toml` before the user's own file."""

from argparse import Namespace
from pathlib import Path

import pytest

from corpus.errors import BadContent
from glossary.finding import Severity
from tui.settings import Settings, settings, workspace_path


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = tmp_path / "project" / "deep"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("TAIYAKU_WORKSPACE", raising=False)
    return folder


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_nothing_set_gives_the_defaults(here):
    assert settings(Namespace()) == Settings()


def test_the_project_file_is_found_upwards_and_its_paths_count_from_it(here):
    write(here.parent / "taiyaku.toml", 'glossary = ["names.csv"]\nfail-on = "major"\n')
    chosen = settings(Namespace())
    assert chosen.glossary == (str(here.parent / "names.csv"),)
    assert chosen.fail_on is Severity.MAJOR


def test_a_flag_beats_the_project_file_and_that_the_users_own(here, tmp_path):
    own = tmp_path / "XDG_CONFIG_HOME" / "taiyaku" / "taiyaku.toml"
    write(own, 'fail-on = "critical"\nnames = false\nignore = ["variant-rendering"]\n')
    write(here / "taiyaku.toml", 'fail-on = "major"\nnames = true\n')
    chosen = settings(Namespace(names=False))
    assert chosen.fail_on is Severity.MAJOR
    assert chosen.names is False
    assert chosen.ignore == ("variant-rendering",)


def test_an_option_left_out_changes_nothing(here):
    write(here / "taiyaku.toml", "names = false\n")
    assert settings(Namespace(names=None)).names is False


def test_the_workspace_comes_from_flag_then_environment_then_file(here, monkeypatch):
    write(here / "taiyaku.toml", 'workspace = "kept.db"\n')
    assert workspace_path(settings(Namespace())) == here / "kept.db"
    monkeypatch.setenv("TAIYAKU_WORKSPACE", "/elsewhere/w.db")
    assert workspace_path(settings(Namespace())) == Path("/elsewhere/w.db")
    assert workspace_path(settings(Namespace(workspace=Path("x.db")))) == Path("x.db")


def test_a_workspace_folder_is_found_upwards_else_the_users_data_folder(here, tmp_path):
    assert workspace_path(Settings()) == tmp_path / "XDG_DATA_HOME" / "taiyaku" / "workspace.db"
    write(here.parent / ".taiyaku" / "workspace.db", "")
    assert workspace_path(Settings()) == here.parent / ".taiyaku" / "workspace.db"


@pytest.mark.parametrize(
    ("text", "meant"),
    [('fail_on = "major"', "fail-on"), ("Names = true", "names"), ("selct = []", "select")],
)
def test_a_misspelt_setting_gets_the_one_that_is_meant(here, text, meant):
    write(here / "taiyaku.toml", text)
    with pytest.raises(BadContent) as raised:
        settings(Namespace())
    assert raised.value.hint == f"did you mean {meant}?"


@pytest.mark.parametrize(
    "text",
    ["nmaes = true", "names = 1", 'names = "yes"', "fail-on = 3", 'glossary = "a.csv"', "names ="],
)
def test_a_setting_that_means_nothing_is_refused_naming_the_file(here, text):
    write(here / "taiyaku.toml", text)
    with pytest.raises(BadContent, match=r"taiyaku\.toml"):
        settings(Namespace())
