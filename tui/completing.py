"""Scripts by which a shell completes the words of `taiyaku`, made from the parser itself."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli import parser

if TYPE_CHECKING:
    from collections.abc import Iterator

_BASH = """\
_taiyaku() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="" each
    for each in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        [[ "$each" == -* ]] || case "$before $each" in
{commands}
        esac
    done
    case "$before" in
{words}
    esac
    local found=($(compgen -W "$COMPREPLY" -- "$word"))
    COMPREPLY=("${{found[@]}}")
}}
complete -o default -o bashdefault -F _taiyaku taiyaku
"""
_ZSH = "autoload -Uz bashcompinit && bashcompinit\n"
"""zsh understands what is written for bash."""


def script(shell: str) -> str:
    """What is to be read by `bash`, `zsh` or `fish`, whole."""
    words = dict(_words(parser(), ""))
    if shell == "fish":
        return "".join(_fish(words))
    return (_ZSH if shell == "zsh" else "") + _bash(words)


def _words(given: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """By the words before it (`glossary lint`), what may come next, each with what it means."""
    found: dict[str, str] = {}
    for action in given._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {each.dest: each.help or "" for each in action._choices_actions}
            for word, sub in action.choices.items():
                found[word] = helps.get(word, "")
                yield from _words(sub, f"{name} {word}".strip())
        for flag in action.option_strings:
            found[flag] = _first_line(action.help)
        if action.choices and not isinstance(action, argparse._SubParsersAction):
            found |= dict.fromkeys(map(str, action.choices), "")
    yield name, found


def _first_line(text: str | None) -> str:
    return (
        "" if text in (None, argparse.SUPPRESS) else str(text).split(";")[0].split("(")[0].strip()
    )


def _bash(words: dict[str, dict[str, str]]) -> str:
    names = sorted(name for name in words if name)
    commands = [
        f'            "{name.rpartition(" ")[0]} {name.rpartition(" ")[2]}") before="{name}";;'
        for name in names
    ]
    known = [
        f'        "{name}") COMPREPLY="{" ".join(sorted(found))}";;'
        for name, found in sorted(words.items())
    ]
    return _BASH.format(commands="\n".join(commands), words="\n".join(known))


def _fish(words: dict[str, dict[str, str]]) -> Iterator[str]:
    for name, found in sorted(words.items()):
        parts = name.split()
        seen = " ".join(f"; and __fish_seen_subcommand_from {part}" for part in parts)
        where = seen.removeprefix("; and ") if parts else "__fish_use_subcommand"
        for word, meaning in sorted(found.items()):
            kind = f"-l {word[2:]}" if word.startswith("--") else f"-a {word}"
            if word.startswith("-") and not word.startswith("--"):
                kind = f"-s {word[1:]}"
            said = meaning.replace("\\", "\\\\").replace("'", "\\'")
            yield f"complete -c taiyaku -n '{where}' {kind} -d '{said}'\n"
