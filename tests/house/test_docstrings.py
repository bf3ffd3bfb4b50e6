"""Everything public in the two libraries says what it is, and which errors it raises."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
if not (ROOT / "docs").exists():
    pytest.skip("away from the checkout there is no source to read", allow_module_level=True)
FOLDERS = ("corpus", "glossary")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = (ast.ClassDef, *FUNCTIONS)


def public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Public classes, functions and methods, by their names; what is nested in a function is
    not public."""
    for node in body:
        if isinstance(node, DEFINITIONS) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{prefix}{node.name}.")


def is_silent(node: ast.AST) -> bool:
    assert isinstance(node, (ast.Module, *DEFINITIONS))
    return not ast.get_docstring(node)


def raised(node: ast.AST) -> set[str]:
    """The names of the errors that a function raises in so many words."""
    return {
        each.exc.func.id
        for each in ast.walk(node)
        if isinstance(each, ast.Raise)
        and isinstance(each.exc, ast.Call)
        and isinstance(each.exc.func, ast.Name)
        and not each.exc.func.id.startswith("_")
    }


ALL = [
    (file.relative_to(ROOT), name, node)
    for file in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    for module in [ast.parse(file.read_text("utf-8"))]
    for name, node in (("the module", module), *public(module.body))
]


def test_there_is_something_to_look_at() -> None:
    assert len(ALL) > 1000


def test_everything_public_has_a_docstring() -> None:
    silent = [f"{file}: {name}" for file, name, node in ALL if is_silent(node)]
    assert silent == []


def test_what_a_function_raises_stands_in_its_docstring() -> None:
    unsaid = [
        f"{file}: {name} raises {error}"
        for file, name, node in ALL
        if isinstance(node, FUNCTIONS)
        for error in raised(node)
        if error not in (ast.get_docstring(node) or "")
    ]
    assert unsaid == []
