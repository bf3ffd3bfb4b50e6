"""Every command, also one that is added tomorrow: no text steers the terminal, no key is told.

The commands are run as a person runs them, on files whose names, texts, glossary and workspace are
hostile, with a key in the environment, on stdin or in its file, and with DeepL answering in several
ways, or not at all.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tty
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import corpus
import glossary
import tui
from corpus.engines.stand_in import Fault, StandIn
from corpus.workspace.journal import Change, Field, TermRow
from corpus.workspace.store import Workspace
from tui.commands import ALL_COMMANDS
from tui.commands.glossary_actions import ALL_ACTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "SECRET-0123456789abcdef-KEY:fx"
EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\r\x08\x7f"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
OURS = re.compile(r"\x1b\[(?:1|1;31|33|36)?m")
"""The colours of findings on a terminal; no text of these tests has one of them."""
EN, JA, TERMS = "en\x1b[31m.txt", "ja\x1b[31m\u202e.txt", "terms\x1b[31m.csv"
MENDED = "mended\x1b[31m.txt"
PATIENCE = 5
"""Seconds after which a command that waits for visitors is ended."""

LINES: dict[str, tuple[tuple[str, ...], ...]] = {
    "review": (("--plain", EN, JA),),
    "check": ((EN, JA, "--glossary", TERMS), (EN, JA, "--format", "github"), ("evil.jsonl",)),
    "align": ((EN, JA), (EN, JA, "--format", "tsv")),
    "table": ((EN, JA, "-o", "out.docx"),),
    "score": ((JA, JA), (EN, JA, JA, "--paragraphs", "--format", "json")),
    "changes": ((EN, JA, MENDED), (EN, JA, MENDED, "--format", "tmx"), (JA, MENDED)),
    "compare": ((EN, JA, MENDED), (EN, JA, MENDED, "--format", "html")),
    "translate": ((EN, "--yes"), (EN, "--dry-run"), (EN, "--yes", "--key-stdin")),
    "usage": ((), ("--key-stdin",), ("--save-key",), (KEY,)),
    "demo": (("--deepl", "folder"),),
    "serve": ((EN, JA, "--port", "0"),),
    "screenshot": ((EN, JA),),
    "glossary find": ((EVIL, "--glossary", TERMS),),
    "glossary who": ((EVIL,), ("三井物産",)),
    "glossary lint": ((TERMS, "--texts", EN, JA),),
    "glossary extract": ((EN, JA), (EN, JA, "--format", "csv")),
    "glossary convert": ((TERMS, "out.tbx"), (TERMS, "out.deepl")),
    "glossary diff": ((TERMS, "other\x1b[31m.csv"),),
    "glossary merge": ((TERMS, TERMS, "other\x1b[31m.csv", "-o", "m.csv"),),
    "glossary stats": ((TERMS,),),
    "glossary sync": (("--glossary", TERMS), ("--glossary", TERMS, "--push")),
}
"""What a command is given, besides what every command is."""
EACH = ((), ("nowhere\x1b[31m.txt",), ("--no-such\x1b[31m",))
NAMES = (
    *(command.name for command in ALL_COMMANDS if command.name != "glossary"),
    *(f"glossary {action}" for action in ("find", "who", *(a.name for a in ALL_ACTIONS))),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Hostile files, and a workspace in which somebody has worked with them."""
    english = f"Mitsui E&S won {EVIL} in 2024.\n\nSnow fell{EVIL} for 3 days.\n"
    japanese = f"三井物産E&Sは{EVIL}2023年に勝った。\n\n雪は{EVIL}四日間降った。\n"
    clean = str.maketrans(
        "", "", "\x1b\x07\x08\x7f"
    )  # a text file with these is refused as a whole
    mended = japanese.replace("三井物産E&S", "三井\u202eE&S\x9b31m")
    for name, text in ((EN, english), (JA, japanese), (MENDED, mended)):
        (tmp_path / name).write_text(text.translate(clean), encoding="utf-8")
    units = (
        '{"id": "1\\u001b[2J", "source": "Mitsui E&S\\u001b[2J", "target": "三井物産E&S\\u009b3"}'
    )
    (tmp_path / "evil.jsonl").write_text(units + "\n", encoding="utf-8")
    row = f"Mitsui E&S,三井E&S,x{EVIL}".translate(clean).replace("\r", "")
    (tmp_path / TERMS).write_text(f"source,target,note\n{row}\n", encoding="utf-8")
    other = row.replace("三井E&S", "三井\u202eE&S")
    (tmp_path / "other\x1b[31m.csv").write_text(f"source,target,note\n{other}\n", encoding="utf-8")
    with Workspace.open(tmp_path / "w.db") as workspace:
        work = workspace.work(str(tmp_path / EN), str(tmp_path / JA))
        term = TermRow("t", f"Snow{EVIL}", f"雪{EVIL}", note=EVIL)
        work.record(f"edit{EVIL}", [Change(Field.TERM, "t", None, term.to_json())])
        work.keep_draft("u", EVIL)
    return tmp_path


@pytest.fixture
def server() -> Iterator[StandIn]:
    with StandIn({}) as started:
        yield started


def said(folder: Path, words: list[str], **extra: str) -> str:
    """All that a command says, until it ends or has waited long enough for somebody."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "TAIYAKU_WORKSPACE": str(folder / "w.db"),
        "LANGUAGE": "en",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    terminal, its_end = os.openpty()
    tty.setraw(its_end)
    given = f"{KEY}\n" if {"--key-stdin", "--save-key"} & {*words} else "n\na\nt\nw\n"
    with (
        ThreadPoolExecutor() as pool,
        subprocess.Popen(
            [sys.executable, "-c", "from tui.cli import run; run()", *words],
            cwd=folder,
            env=surroundings | extra,
            stdin=subprocess.PIPE,
            stdout=its_end,
            stderr=subprocess.PIPE,
        ) as process,
    ):
        os.close(its_end)
        shown = pool.submit(everything, terminal)
        try:
            _, errors = process.communicate(given.encode(), timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            assert KEY not in processes()
            process.kill()
            _, errors = process.communicate()
        return (shown.result() + errors).decode("utf-8", "surrogateescape")


def everything(terminal: int) -> bytes:
    """What comes to a terminal until nobody writes to it any more."""
    found = b""
    with suppress(OSError):
        while data := os.read(terminal, 1 << 16):
            found += data
    os.close(terminal)
    return found


def processes() -> str:
    """The argument lists of all processes, as `ps` shows them to everybody."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            found.append(file.read_bytes().decode(errors="replace"))
    return "\n".join(found)


def lines(name: str) -> list[list[str]]:
    return [[*name.split(), *words] for words in (*LINES.get(name, ()), *EACH)]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_read_steers_the_terminal_and_no_key_is_told(
    name: str, folder: Path, server: StandIn
) -> None:
    reached = {"DEEPL_SERVER_URL": server.url, "DEEPL_AUTH_KEY": KEY}
    for words in lines(name):
        out = OURS.sub("", said(folder, words, **reached))
        assert not STEERING.search(out), (words, STEERING.findall(out), out)
        assert "Traceback" not in out
        assert KEY.removesuffix(":fx") not in out
    kept = [f for f in folder.rglob("*") if f.is_file() and f.name != "deepl.key"]
    assert not [f for f in kept if KEY.encode() in f.read_bytes()]


TALKING = [name for name in NAMES if name in {"translate", "usage", "glossary sync"}]


@pytest.mark.parametrize("name", TALKING)
@pytest.mark.parametrize("trouble", ["refused", "broken", "portal", "cut", "nobody", "file"])
def test_whatever_deepl_answers_the_key_is_not_told(
    name: str, trouble: str, folder: Path, server: StandIn
) -> None:
    faults = {
        "refused": Fault(status=403, message=f"wrong key {KEY}"),
        "broken": Fault(status=500, message=KEY),
        "portal": Fault(html=True),
        "cut": Fault(cut=True),
    }
    if trouble in faults:
        for queue in (server.switches.faults, server.switches.other_faults):
            queue.extend([faults[trouble]] * 20)
    url = "http://127.0.0.1:9" if trouble == "nobody" else server.url
    reached = {"DEEPL_SERVER_URL": url, "TAIYAKU_DEBUG": "1"}
    if trouble == "file":
        (folder / "home/.config/taiyaku").mkdir(parents=True)
        file = folder / "home/.config/taiyaku/deepl.key"
        file.write_text(KEY)
        file.chmod(0o644)
    else:
        reached["DEEPL_AUTH_KEY"] = KEY
    for words in LINES[name]:
        if words != (KEY,):
            assert KEY.removesuffix(":fx") not in said(folder, [*name.split(), *words], **reached)
    kept = [f for f in folder.rglob("*") if f.is_file() and f.name != "deepl.key"]
    assert not [f for f in kept if KEY.encode() in f.read_bytes()]


@pytest.mark.parametrize("name", TALKING)
def test_without_a_key_nothing_is_sent(name: str, folder: Path, server: StandIn) -> None:
    for words in LINES[name]:
        if not {"--key-stdin", "--save-key"} & {*words}:
            said(folder, [*name.split(), *words], DEEPL_SERVER_URL=server.url)
    assert not server.requests


SOURCES = [
    file for package in (corpus, glossary, tui) for file in Path(package.__path__[0]).rglob("*.py")
]
READING = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "jsonpickle"}


def test_nothing_that_runs_code_is_ever_read_from_a_disk() -> None:
    """A file that is given to us must not be able to run anything: no pickles, no YAML tags."""
    found = []
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    found += [(file, n.name) for n in names if n.name.split(".")[0] in READING]
                case ast.ImportFrom(module=str(module)) if module.split(".")[0] in READING:
                    found.append((file, module))
                case ast.Call(func=ast.Name(id="eval" | "exec" as name)):
                    found.append((file, name))
                case ast.Attribute(attr="unsafe_load" | "UnsafeLoader" | "FullLoader" as name):
                    found.append((file, name))
                case ast.keyword(arg="allow_pickle" | "shell"):
                    found.append((file, str(node.arg)))
    assert found == []


def test_the_files_of_the_program_are_all_looked_at() -> None:
    assert len(SOURCES) > 300
    assert shutil.which("python3") or sys.executable
