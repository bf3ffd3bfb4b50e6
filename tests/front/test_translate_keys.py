"""Where a key comes from, and that nobody else sees it."""

import io
import stat
import sys
from types import SimpleNamespace

import pytest

from corpus.errors import NotAllowed
from tui.cli import main
from tui.keys import Key, key, key_file, save


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch, tmp_path):
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


def test_without_a_key_the_hint_says_how_to_set_one():
    with pytest.raises(NotAllowed) as caught:
        key()
    assert "DEEPL_AUTH_KEY" in caught.value.hint
    assert "demo --deepl" in caught.value.hint


def test_a_saved_key_is_for_its_owner_alone():
    file = save("abc-0123456789:fx\n")
    assert file == key_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert key() == Key("abc-0123456789:fx", str(file))
    file.chmod(0o644)
    with pytest.raises(NotAllowed) as caught:
        key()
    assert "chmod 600" in caught.value.hint
    save("another")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_environment_outranks_stdin_and_stdin_the_file(monkeypatch):
    save("from-file")
    monkeypatch.setattr("sys.stdin", io.StringIO("from-stdin\nmore"))
    assert key(from_stdin=True).text == "from-stdin"
    monkeypatch.setenv("DEEPL_AUTH_KEY", " from-environment\n")
    assert key(from_stdin=True).text == "from-environment"


def test_an_empty_stdin_is_no_key(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["usage", "--key-stdin"]) == 2
    assert "standard input" in capsys.readouterr().err


def test_a_key_is_shown_by_its_end_and_never_whole():
    shown = Key("abcdefgh-0123456789:fx", "x")
    assert str(shown) == "…6789 (free, from x)"
    assert "abcdefgh" not in repr(shown)
    assert "short" not in str(Key("short", "x"))


@pytest.mark.parametrize("option", ["--key", "--auth-key"])
def test_no_option_takes_a_key(option):
    with pytest.raises(SystemExit):
        main(["usage", option, "abc"])


def test_the_keyring_is_asked_for_the_entry_of_deepls_own_program(monkeypatch):
    class Broken(Exception):
        pass

    def answer(service, user):
        assert (service, user) == ("deepl", "DEEPL_AUTH_KEY")
        if not kept:
            raise Broken
        return kept[0]

    keyring = SimpleNamespace(get_password=answer, errors=SimpleNamespace(KeyringError=Broken))
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    kept = ["from-keyring"]
    save("from-file")
    assert key() == Key("from-keyring", "the keyring")
    kept.clear()
    assert key().text == "from-file"


@pytest.mark.parametrize("key", ["0123456789abcdef:fx", "1d2c3b4a-0000-1111-2222-333344445555"])
def test_a_key_that_is_typed_as_an_argument_is_not_said_again(
    key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["translate", "en.txt", "--auth-key", key])
    said = capsys.readouterr()
    assert key not in said.out + said.err
    assert "unrecognized arguments" in said.err
