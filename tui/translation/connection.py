"""Reaching a translation engine: what a person has set for it, the key, the terms for it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.engines.engine import Options
from corpus.errors import BadContent
from corpus.told import told

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from corpus.engines.deepl_api import DeepL
    from corpus.workspace.store import Workspace
    from glossary.concept import Concept
    from tui.keys import Key
    from tui.settings import Settings

ENGINE = "deepl"
FORMALITIES = {"default": "default", "more": "prefer_more", "less": "prefer_less"}
MODELS = {"quality": "prefer_quality_optimized", "latency": "latency_optimized"}


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a person has set for translations."""

    options: Options = field(default_factory=Options)
    files: tuple[str, ...] = ()
    """Glossary files, of which later ones outrank earlier ones."""
    name: str = "taiyaku"
    """What our glossary is called at the engine."""
    ca_bundle: Path | None = None
    """The certificates of a company's proxy."""


def conditions(wanted: Settings) -> Conditions:
    """What the settings say of translations."""
    options = Options(FORMALITIES[wanted.formality], MODELS[wanted.model])
    return Conditions(options, wanted.glossary, wanted.glossary_name, wanted.ca_bundle)


def add_connection(parser: ArgumentParser) -> None:
    """The options that every command has which talks to DeepL."""
    parser.add_argument(
        "--key-stdin", action="store_true", help="read the DeepL key from the first line of stdin"
    )
    parser.add_argument(
        "--ca-bundle", metavar="FILE", type=Path, help="certificates of your company's proxy"
    )


def add_name(parser: ArgumentParser) -> None:
    """`--name`."""
    parser.add_argument(
        "--name",
        dest="glossary_name",
        help="what the glossary is called at DeepL (default: taiyaku)",
    )


def connect(how: Conditions, *, from_stdin: bool = False) -> tuple[DeepL, Key]:
    """The engine, without anything sent yet. Raises NotAllowed without a key."""
    from tui.keys import SERVER_VARIABLE, key

    found = key(from_stdin=from_stdin)
    if how.ca_bundle and not how.ca_bundle.exists():
        raise BadContent(told("{}: there is no such file", how.ca_bundle), "check --ca-bundle")
    from corpus.engines.deepl_api import DeepL

    server = os.environ.get(SERVER_VARIABLE, "")
    proxy = os.environ.get("DEEPL_PROXY_URL", "")
    return DeepL(found.text, server=server, proxy=proxy, ca_bundle=str(how.ca_bundle or "")), found


def own_concepts(how: Conditions, workspace: Workspace) -> tuple[Concept, ...]:
    """The terms of the glossary files, later ones first, behind those added in review."""
    from glossary.formats import read_terms
    from tui.review.terms import concepts

    files = [c for path in reversed(how.files) for c in read_terms(path)]
    return (*concepts(workspace.terms()), *files)
