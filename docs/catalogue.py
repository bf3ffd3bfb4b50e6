"""Brings the catalogue of the Japanese interface up to date and compiles it:

    uv run python docs/catalogue.py

New words come in without a translation, words that are gone leave; tests/house/test_language.py
says what is missing.
"""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from corpus import errors
from glossary.concept import EntityKind
from glossary.errors import BadTerm
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
PO = FOLDER / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
_SPOKEN = {"tr": 0, "told": 0, "later": 0, "counted": 1}
"""The functions that translate, with the place of the words among their arguments."""
_ERRORS = {found.__name__ for found in (*vars(errors).values(), BadTerm) if isinstance(found, type)}
"""Whose message and hint are translated where they are shown."""
_NAMES: tuple[type[StrEnum], ...] = (EntityKind, Severity, Fate, Obeyed)
"""What the glossary has names for and knows no words of."""


def words() -> dict[str, list[str]]:
    """Everything that the interface says, with the files that say it."""
    found: dict[str, list[str]] = {}
    for path in sorted(p for folder in SOURCES for p in (ROOT / folder).rglob("*.py")):
        for said in _said(ast.parse(path.read_text("utf-8"))):
            found.setdefault(said, []).append(path.relative_to(ROOT).as_posix())
    for said in _of_keys():
        found.setdefault(said, []).append("tui/keymap.py")
    for names in _NAMES:
        for name in names:
            found.setdefault(name.value, []).append(f"{names.__module__.replace('.', '/')}.py")
    return found


def _said(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for said in _spoken_in(node, node.func.id):
                if isinstance(said, ast.Constant) and said.value:
                    yield f"{{}} {said.value}" if node.func.id == "counted" else str(said.value)


def _spoken_in(call: ast.Call, function: str) -> Iterator[ast.expr]:
    if function in _ERRORS:
        for said in call.args[:2]:
            yield from (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,)
    elif function in _SPOKEN:
        place = _SPOKEN[function]
        yield from call.args[place : place + 1]


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
