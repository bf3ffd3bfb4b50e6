"""Every error says what the catalogue knows, so that it can be said in any language."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest

from corpus.errors import BadContent, TaiyakuError
from corpus.told import reason, told
from tui.language import mistake, speak

PROGRAM = Path(__file__).parents[2] / "docs" / "catalogue.py"
if not PROGRAM.exists():
    pytest.skip("away from the checkout there is no docs/", allow_module_level=True)
spec = importlib.util.spec_from_file_location("catalogue", PROGRAM)
assert spec is not None
assert spec.loader is not None
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
KNOWN = {entry.id for entry in made.catalogue() if entry.id and entry.string}
PARTS = {"message", "hint", "objection"}
"""What was said before, by another error or by what is compared."""


def errors(tree: ast.AST) -> list[ast.Call]:
    """Where an error gets its message and its hint."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.args) > 1]
    own = [
        call
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef) and kind.name in made.mistakes()
        for call in ast.walk(kind)
        if call in calls and ast.unparse(call.func) == "super().__init__"
    ]
    named = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in made.mistakes()]
    return named + own


def is_told(said: ast.expr, tree: ast.AST) -> bool:
    """Whether it is a literal of the catalogue, or made of one by a function that keeps it."""
    match said:
        case ast.Constant():
            return said.value in KNOWN
        case ast.IfExp():
            return is_told(said.body, tree) and is_told(said.orelse, tree)
        case ast.Call(func=ast.Name(id="told" | "tr"), args=[ast.Constant() as words, *_]):
            return words.value in KNOWN
        case ast.Call(func=ast.Name(id="told"), args=[_]):
            return True  # what another program says, which nobody can know
        case ast.Call(func=ast.Name(id="adding")):
            return True  # corpus/extras.py makes it of the catalogue's words
        case ast.Attribute():
            return said.attr in PARTS
        case ast.Name():
            given = meanings(said.id, tree)
            return bool(given) and all(each is None or is_told(each, tree) for each in given)
    return False


def meanings(name: str, tree: ast.AST) -> list[ast.expr | None]:
    """Everything that a name is given in a file; None where another file has given it."""
    found: list[ast.expr | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and name in map(ast.unparse, node.targets):
            found.append(node.value)
        elif isinstance(node, ast.ImportFrom) and name in {each.name for each in node.names}:
            found.append(None)
    return found


def test_every_error_is_said_in_words_of_the_catalogue() -> None:
    seen, wrong = 0, []
    for path in made.sources():
        tree = made.tree(path)
        for call in errors(tree) if path.name != "errors.py" else []:
            seen += 1
            wrong += [
                f"{path}:{call.lineno}: {ast.unparse(said)}"
                for said in call.args[:2]
                if not is_told(said, tree)
            ]
    assert seen > 200
    assert wrong == []


@pytest.mark.parametrize(
    "said", ['f"{path} is gone"', '"is gone"', '"a" + b', "gone", 'told("is gone", 1)', "x.text"]
)
def test_what_nobody_can_translate_is_found(said: str) -> None:
    tree = ast.parse(f"raise BadContent({said}, 'check the name')")
    (call,) = errors(tree)
    assert not is_told(call.args[0], tree)
    assert is_told(call.args[1], tree)


def test_an_error_speaks_the_language_in_use_with_what_was_put_into_it() -> None:
    broken = BadContent(
        told("{}: {}", "x.toml", told("there is no command {!r}", "fly")), "no such"
    )
    assert mistake(broken) == "x.toml: there is no command 'fly'. no such"
    missing = TaiyakuError(told("cannot read {}: {}", Path("a.txt"), refused()), "check the file")
    speak("ja")
    try:
        assert mistake(broken) == "x.toml: 'fly' というコマンドはありません。no such"
        assert (
            mistake(missing)
            == "a.txt を読めません: アクセス権がありません。ファイルを確認してください"
        )
    finally:
        speak("en")
    assert str(missing) == "cannot read a.txt: Permission denied"


def refused() -> str:
    return reason(PermissionError(13, "Permission denied"))


def test_words_of_the_person_are_never_taken_for_places_to_fill() -> None:
    assert told("a {x}") == "a {x}"
    speak("ja")
    try:
        assert mistake(BadContent("{x} {0}", told("{} does not exist", "{y}"))) == (
            "{x} {0}。{y} はありません"
        )
    finally:
        speak("en")
