"""Brings the catalogue of the Japanese interface up to date and compiles it:

    uv run python docs/catalogue.py

New words come in without a translation, words that are gone leave; tests/house/test_language.py
says what is missing.
"""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from corpus.bitext import Side
from corpus.language.japanese import Language
from glossary.concept import EntityKind
from glossary.finding import Severity
from glossary.obedience import Obeyed
from glossary.sync import Fate
from tui import keymap
from tui.language import DOMAIN, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

ROOT = Path(__file__).parents[1]
SOURCES = ("corpus", "glossary", "tui")
PO = Path(FOLDER) / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
_SPOKEN = {"tr": 0, "told": 0, "later": 0, "counted": 1}
"""The functions that translate, with the place of the words among their arguments."""
_NAMES: tuple[type[StrEnum], ...] = (EntityKind, Severity, Fate, Obeyed, Side, Language)
"""What the core has names for and knows no words of."""


def sources() -> list[Path]:
    """All files in which something is said."""
    return sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.AST:
    """What stands in a file."""
    return ast.parse(path.read_text("utf-8"))


def words() -> dict[str, list[str]]:
    """Everything that the interface says, with the files that say it."""
    found: dict[str, list[str]] = {}
    for path in sources():
        for said in _said(tree(path)):
            found.setdefault(said, []).append(path.relative_to(ROOT).as_posix())
    for said in _of_keys():
        found.setdefault(said, []).append("tui/keymap.py")
    for names in _NAMES:
        for name in names:
            found.setdefault(name.value, []).append(f"{names.__module__.replace('.', '/')}.py")
    return found


def _said(parsed: ast.AST) -> Iterator[str]:
    for node in ast.walk(parsed):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for said in _words(node.func.id, node.args):
                if isinstance(said, ast.Constant) and said.value:
                    yield f"{{}} {said.value}" if node.func.id == "counted" else str(said.value)


def _words(function: str, arguments: list[ast.expr]) -> list[ast.expr]:
    """What of the arguments of a call is said: of an error, its message and its hint."""
    if function in mistakes():
        return arguments[:2]
    place = _SPOKEN.get(function, len(arguments))
    return arguments[place : place + 1]


@cache
def mistakes() -> frozenset[str]:
    """The names of all errors that a person is told of by a message and a hint."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    }
    found = {"TaiyakuError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found)


def _of_keys() -> Iterator[str]:
    for value in vars(keymap).values():
        for command in value if isinstance(value, tuple) else ():
            if isinstance(command, keymap.Command):
                yield from filter(None, (command.words, command.footer))


def catalogue() -> Catalog:
    """The catalogue as it stands."""
    with PO.open("rb") as file:
        return _dateless(read_po(file, locale="ja"))


def brought_up_to_date(old: Catalog) -> Catalog:
    """A catalogue of just the words that are said, with the translations of the old one."""
    new = _dateless(Catalog(locale="ja"))
    for said, files in sorted(words().items()):
        known = old.get(said)
        new.add(said, known.string if known else "", locations=[(f, None) for f in files])
    return new


def _dateless(one: Catalog) -> Catalog:
    """The same words make the same file, whenever it is made."""
    one.creation_date = one.revision_date = datetime.fromtimestamp(0, UTC)
    return one


def compiled(current: Catalog) -> bytes:
    """What is installed."""
    data = BytesIO()
    write_mo(data, current)
    return data.getvalue()


def main() -> None:
    current = brought_up_to_date(catalogue())
    with PO.open("wb") as file:
        write_po(file, current, width=100, omit_header=True, include_lineno=False)
    MO.write_bytes(compiled(current))


if __name__ == "__main__":
    main()
