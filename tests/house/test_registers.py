"""One new thing is one file and one line: no file is missing from its register."""

import importlib
import pkgutil

import pytest

from corpus.formats import BITEXT_FORMATS, DOCUMENT_FORMATS
from glossary.checks import ALL_CHECKS
from glossary.formats import TERM_FORMATS
from tui.commands import ALL_COMMANDS
from tui.commands.glossary_actions import ALL_ACTIONS
from tui.reports import ALL_REPORTS

REGISTERS = {
    "glossary.checks": (ALL_CHECKS, "CHECK"),
    "tui.reports": (ALL_REPORTS, "REPORT"),
    "corpus.formats": (DOCUMENT_FORMATS + BITEXT_FORMATS, "FORMAT"),
    "glossary.formats": (TERM_FORMATS, "FORMAT"),
}

COMMANDS = {"tui.commands": ALL_COMMANDS, "tui.commands.glossary_actions": ALL_ACTIONS}


def modules(package):
    folder = importlib.import_module(package).__path__
    return [importlib.import_module(f"{package}.{m.name}") for m in pkgutil.iter_modules(folder)]


@pytest.mark.parametrize("package", COMMANDS)
def test_every_command_has_a_module_of_its_name(package):
    found = [m.__name__.rpartition(".")[2] for m in modules(package) if hasattr(m, "run")]
    assert sorted(found) == sorted(c.name for c in COMMANDS[package])
    assert all(callable(m.arguments) for m in modules(package) if hasattr(m, "run"))


def values(package, attribute):
    return [getattr(m, attribute) for m in modules(package) if hasattr(m, attribute)]


@pytest.mark.parametrize("package", REGISTERS)
def test_every_file_stands_in_its_register_once(package):
    register, attribute = REGISTERS[package]
    found = values(package, attribute)
    assert len(found) == len(register) > 0
    assert all(any(value is entry for entry in register) for value in found)


@pytest.mark.parametrize("package", REGISTERS)
def test_names_in_a_register_are_unique(package):
    names = [entry.name for entry in REGISTERS[package][0]]
    assert len(set(names)) == len(names)
