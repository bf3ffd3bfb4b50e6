"""Broken and hostile inputs, by a seed, of everything but the documents (see texts/mutating.py):
glossaries, settings, baselines, workspaces, vectors and command lines.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sqlite3
import sys
import zipfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from corpus.errors import TaiyakuError
from corpus.workspace.journal import LINKS_KEY, Change, Field, TermRow
from corpus.workspace.store import Workspace
from corpus.workspace.vectors import VectorStore
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.formats import TERM_FORMATS, read_terms
from glossary.rules import checks
from glossary.termbase import Termbase
from texts.word_file import packed
from tui.baseline import read_baseline
from tui.cli import main
from tui.commands import ALL_COMMANDS
from tui.commands.glossary_actions import ALL_ACTIONS
from tui.inputs import Input
from tui.review.kept_links import linked
from tui.review.terms import concepts
from tui.sample import sample
from tui.settings import settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from corpus.bitext import Bitext

_CONCEPTS = (
    Concept(
        "mes",
        (Term("Mitsui E&S"), Term("Mitsui E & S")),
        (Term("三井E&S"), Term("三井物産E&S", TermStatus.DEPRECATED)),
        EntityKind.COMPANY,
        note="not Mitsui & Co.",
    ),
    Concept("h", (Term("hypersonic"),), (Term("極超音速"),)),
    Concept(
        "port",
        (Term("port"),),
        (Term("港"), Term("港湾", TermStatus.ADMITTED)),
        context=("ship", "harbour"),
    ),
)
_LOOSE = "英語,訳語,別訳,NG訳,備考\nport,港,港湾,ポート,※船\nWHO / W.H.O.,世界保健機関,,,\n"
_SETTINGS = b"""glossary = ["own.csv"]
names = false
select = ["default", "unknown-name"]
ignore = ["variant-rendering"]
fail-on = "major"
pairs = ["src/{name}.txt", "mt/{name}.txt"]
theme = "light"
language = "ja"
[severity]
missing-rendering = "minor"
[keys]
apply = ["ctrl+b"]
editor.insert-term = "f12"
"""
_LINKS = '[[["a"], ["b"]]]'
_BASELINE = '{"taiyaku-baseline": 1, "findings": {"0123456789abcdef": "ja.txt: 港"}}'.encode()
_TOKENS = (
    b"\x00", b"\x1b[31m", "\u202e".encode(), b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\r", b"\n\n", b"\t", b",", b'"', b"'", b"=", b"[", b"]", b"{", b"}", b"|", b"<", b">", b"&",
    b"[" * 3000, b"{a=" * 2000, b"- " * 3000, b"(" * 3000, b"a: &a [*a]\n", b"? ",
    b"!!python/name:os",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#xD800;", b"99999999999999999999", b"-1",
    b"1e999", b"nan", b"(a+)+$", b"/(.*)*x/", b"A" * 5000, "港".encode() * 2000, b"../../x",
    b"flag: a => b | pass: a => c", b"deprecated", b"until", b"0000-00-00", b"null", b"true",
)  # fmt: skip
_WORDS = (
    "", "-", "--", "x.txt", "nowhere.jsonl", "own.csv", "en.txt", "ja.txt", "w.db", "1", "-1", "0",
    "99999999999999999999", "nan", "a=b", "*", "[", "港", "\udce3", "\x1b[31m", "a" * 5000,
    "/dev/null", "json", "major", "default", "ja", "\n", "s3://x/y", "tcp://127.0.0.1:1",
)  # fmt: skip
_SURROUNDINGS = {"TAIYAKU_DEBUG": "1", "DEEPL_SERVER_URL": "http://127.0.0.1:9"}
"""Faults come through; and whoever means to reach DeepL finds nobody."""
_RUN = ("check", "align", "score", "table", "usage", "glossary", "translate")
"""Commands that neither wait nor listen."""


@cache
def samples() -> dict[str, bytes]:
    """An input of each kind; those of glossaries by the ending of the file, with its format."""
    found = {f"{k.endings[0]} {k.name}": k.write(_CONCEPTS).data for k in TERM_FORMATS}
    found[".csv loose table"] = _LOOSE.encode()
    return found | {"settings": _SETTINGS, "baseline": _BASELINE, "workspace": _workspace()} | {
        "vectors": b"", "command line": b""
    }  # fmt: skip


def tried(kind: str, data: bytes, random: Random, folder: Path) -> str:
    """`read` or `refused`. What is no error that a person can mend goes through to the caller."""
    try:
        _readers().get(kind, _glossary)(kind, data, random, folder)
    except TaiyakuError as error:
        return "refused" if "\n" not in error.message else "a message of several lines"
    return "read"


def broken(kind: str, random: Random) -> bytes:
    """The sample of a kind with some things wrong in it; of packed files mostly inside."""
    data = samples()[kind]
    if not zipfile.is_zipfile(io.BytesIO(data)) or random.random() < 0.2:
        return _broken(data, random)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
        name = random.choice([*inside])
        inside[name] = _broken(archive.read(name), random)
    return packed(inside)


def _broken(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        at = random.randrange(len(data) + 1)
        end = min(len(data), at + random.choice((0, 1, 1, 4, 30, 300)))
        part = (b"", bytes([random.randrange(256)]), random.choice(_TOKENS), data[at:end] * 2)
        data = data[:at] + random.choice(part) + data[end:]
    return data


def _readers() -> dict[str, Callable[[str, bytes, Random, Path], None]]:
    return {
        "settings": _settings,
        "baseline": _baseline,
        "workspace": _opened,
        "vectors": _vectors,
        "command line": _command_line,
    }


def _glossary(kind: str, data: bytes, random: Random, folder: Path) -> None:
    path = folder / f"terms{kind.split()[0]}"
    path.write_bytes(data)
    found = read_terms(str(path))
    chosen = random.choice(TERM_FORMATS)
    chosen.write(found)


def _settings(kind: str, data: bytes, random: Random, folder: Path) -> None:
    (folder / "taiyaku.toml").write_bytes(data)
    with contextlib.chdir(folder):
        try:
            chosen = settings(argparse.Namespace())
        finally:
            (folder / "taiyaku.toml").unlink()
    checks(chosen.select, chosen.ignore, chosen.severity)


def _baseline(kind: str, data: bytes, random: Random, folder: Path) -> None:
    (folder / "known.json").write_bytes(data)
    read_baseline(folder / "known.json")


@cache
def _workspace() -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "w.db"
        with Workspace.open(path) as workspace:
            work = workspace.work("en.txt", "ja.txt")
            row = TermRow("t", "port", "港", "preferred", "term", "", "u")
            work.record("term", [Change(Field.TERM, "t", None, row.to_json())])
            for n in range(20):
                text = Change(Field.TEXT, f"u{n}", None, f"{n}番の文。")
                work.record(f"edit {n}", [text], machine_texts={f"u{n}": "機械"})
            work.keep_draft("u1", "途中")
            work.record("link", [Change(Field.LINKS, LINKS_KEY, None, _LINKS)])
        return path.read_bytes()


@cache
def _pair() -> Bitext:
    source, target = sample()
    return Input(target, source).read(Termbase.of(()))


def _opened(kind: str, data: bytes, random: Random, folder: Path) -> None:
    path = folder / "w.db"
    path.write_bytes(data)
    try:
        if random.random() < 0.3:
            _nonsense(path, random)
        with Workspace.open(path) as workspace:
            work = workspace.work("en.txt", "ja.txt")
            work.states(), work.drafts(), work.history(), work.origins(), work.texts()
            concepts(workspace.terms())
            linked(_pair(), work.standing(Field.LINKS).get(LINKS_KEY))
            workspace.waivers(), workspace.latest(), workspace.corrections("番の文")
            work.record("edit", [Change(Field.TEXT, "u1", None, "新")])
            work.undo()
    finally:
        for left in folder.glob("w.*"):
            left.unlink(missing_ok=True)


def _nonsense(path: Path, random: Random) -> None:
    """A whole database with values that nobody wrote."""
    values = ("", "{}", "[]", "null", '{"id": 1}', "\x1b[31m", "a" * 5000, '"' * 9, "1e999")
    # A damaged schema is quoted in the message, which may then be no text.
    broken = (sqlite3.Error, UnicodeDecodeError)
    with contextlib.suppress(*broken), closing(sqlite3.connect(path)) as connection:
        column = random.choice(("standing SET value", "change SET new", "draft SET text"))
        connection.execute(f"UPDATE {column} = ?", (random.choice(values),))
        connection.commit()


def _vectors(kind: str, data: bytes, random: Random, folder: Path) -> None:
    """Whatever is wrong with this file is no error at all."""
    path = folder / "v.db"
    path.unlink(missing_ok=True)
    store = VectorStore(path)
    store.add("model", {bytes([n]): bytes(50) for n in range(30)})
    good = path.read_bytes()
    at = random.randrange(len(good))
    path.write_bytes(good[:at] + random.choice(_TOKENS) + good[at + random.randrange(4000) :])
    found = store.found("model", [bytes([n]) for n in range(30)])
    assert all(isinstance(value, bytes) for value in found.values())
    store.add("model", {b"new": b"x"})


def _command_line(kind: str, data: bytes, random: Random, folder: Path) -> None:
    words = _words(random)
    said, wrong = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(wrong),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}\nport\n"), "utf-8")),
        patch.dict(os.environ, _SURROUNDINGS | {"TAIYAKU_WORKSPACE": str(folder / "c.db")}),
    ):
        try:
            code = main(words)
        except SystemExit as left:
            code = left.code
    assert code in (0, 1, 2), words
    if code == 2 and "error: " not in wrong.getvalue():
        raise AssertionError(f"{words}: {wrong.getvalue()}")
    assert "\x1b" not in said.detach().getvalue().decode() + wrong.getvalue()
    if code == 2:
        raise TaiyakuError("refused", "see stderr")


def _words(random: Random) -> list[str]:
    name = random.choice(_RUN) if random.random() < 0.9 else random.choice((*_WORDS, "chek"))
    words = [name]
    if name == "glossary":
        words.append(random.choice([action.name for action in ALL_ACTIONS]))
    flags = _flags()
    for _ in range(random.randrange(6)):
        some = random.choice((flags, _WORDS, _WORDS))
        words.append(random.choice(some))
    if "--shards" in words or "--scheduler" in words:
        words.append("--help")  # they start workers
    return words


@cache
def _flags() -> tuple[str, ...]:
    """Every flag that any command has, but for those that wait for somebody."""
    found: set[str] = set()
    for command in (*ALL_COMMANDS, *ALL_ACTIONS):
        parser = argparse.ArgumentParser(conflict_handler="resolve")
        command.arguments(parser)
        found |= {flag for action in parser._actions for flag in action.option_strings}
    return tuple(sorted(found - {"--save-key", "-o", "--output"}))
