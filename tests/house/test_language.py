"""The catalogue of the Japanese interface is whole, and is what the code says."""

import importlib.util
import io
import string
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from tui import keymap, language
from tui.display.linebreak import cells
from tui.display.steps import NAMES, step_said
from tui.language import later, retold, speak, spoken, tr

PROGRAM = Path(__file__).parents[2] / "docs" / "catalogue.py"
if not PROGRAM.exists():
    pytest.skip("away from the checkout there is no docs/", allow_module_level=True)
spec = importlib.util.spec_from_file_location("catalogue", PROGRAM)
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
CATALOGUE = made.catalogue()
ENTRIES = {entry.id: entry.string for entry in CATALOGUE if entry.id}
DIALOG = 76
"""Cells inside a dialog."""
HELP = 27
"""Cells behind the keys in a column of the help, on a screen of 80."""


@pytest.fixture(autouse=True)
def english():
    speak("en")
    yield
    speak("en")


def test_every_word_that_is_said_has_its_japanese():
    assert [words for words in made.words() if not ENTRIES.get(words)] == []


def test_no_entry_is_said_by_nobody():
    assert sorted(ENTRIES.keys() - made.words().keys()) == []


def test_what_is_installed_is_what_was_written():
    # Not byte for byte: the library writes its own version into the file.
    now, then = made.compiled(CATALOGUE), made.MO.read_bytes()
    assert said_by(now) == said_by(then)
    assert not any(entry.fuzzy for entry in CATALOGUE if entry.id)


def said_by(data):
    return {entry.id: entry.string for entry in read_mo(io.BytesIO(data)) if entry.id}


def braces(text):
    """Each brace by its number and how it is shown."""
    found = [
        (name, shown) for _, name, shown, _ in string.Formatter().parse(text) if name is not None
    ]
    return sorted((name or str(at), shown) for at, (name, shown) in enumerate(found))


@pytest.mark.parametrize("words", ENTRIES)
def test_both_have_the_same_braces_and_blanks_at_their_ends(words):
    said = ENTRIES[words]
    assert braces(said) == braces(words)
    for text, other in ((said, words), (said[::-1], words[::-1])):
        assert len(text) - len(text.lstrip()) == len(other) - len(other.lstrip())


def test_hints_fit_a_dialog_and_words_of_commands_the_help():
    hints = [text for words, text in ENTRIES.items() if "   " in words.strip()]
    rows = [row for text in hints for row in text.splitlines()]
    assert len(rows) > 20
    assert [row for row in rows if cells(row) > DIALOG] == []
    commands = {command.words for scope in keymap.SCOPES.values() for command in scope}
    commands |= {command.words for command in keymap.MOVING}
    assert [words for words in commands if cells(ENTRIES[words]) > HELP] == []


def test_what_a_check_says_is_told_in_japanese_with_its_names_as_they_are():
    from corpus.told import told

    said = told('{} is {}; "{}" is {}', "三井物産", "Mitsui & Co.", "Mitsui E&S", "三井E&S")
    speak("ja")
    assert retold(said) == '「三井物産」は Mitsui & Co. です。"Mitsui E&S" は「三井E&S」です。'
    inner = told("{} = {} ({})", "WFP", told("(none is given)"), told("the glossary"))
    assert retold(inner) == "WFP = （指定なし） (用語集)"
    assert retold("of no catalogue") == "of no catalogue"


@pytest.mark.parametrize("name", NAMES)
def test_every_step_has_its_japanese_name(name):
    kept = name.format("K&R {0}")
    assert step_said(kept) == kept
    speak("ja")
    assert step_said(kept) == ENTRIES[name].format("K&R {0}")
    assert step_said("of an older version") == "of an older version"


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LANGUAGE": "en:ja"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_says_the_language_where_nobody_else_does(monkeypatch, variables, wanted):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    speak()
    assert spoken() == wanted
    assert tr(later("Mended")) == {"en": "Mended", "ja": "訂正しました"}[wanted]
    speak("en")
    assert spoken() == "en"


def test_every_language_has_its_name():
    assert set(language.LANGUAGES) == {"en", "ja"}
