"""What the everyday commands import: a command line that starts fast stays fast."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "rich",
    "deepl",
    "sacrebleu",
    "numpy",
    "lxml",
    "jinja2",
    "openpyxl",
    "pypdfium2",
    "trafilatura",
    "requests",
    "asyncio",
    "pyarrow",
    "fsspec",
    "distributed",
}
UNITS = (
    '{"id": "1", "source": "Mitsui E&S builds cranes.", "target": "三井物産E&Sはクレーンを造る。"}'
)
PROGRAM = """
import contextlib, io, sys
from tui.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(*arguments, stdin=""):
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [(["--help"], ""), (["check", "--help"], ""), (["check", "-"], UNITS)],
    ids=" ".join,
)
def test_everyday_commands_load_nothing_heavy(arguments, stdin):
    assert not loaded(*arguments, stdin=stdin) & HEAVY


def test_help_does_not_even_load_the_judge():
    assert not loaded("--help") & {"rapidfuzz", "daachorse", "sqlite3", "charset_normalizer"}


def test_the_probe_sees_what_a_command_loads():
    assert "rapidfuzz" in loaded("check", "-", stdin=UNITS)
