"""Reaching a translation engine: the options of a connection, the key, and which terms go there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpus.errors import BadContent

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from corpus.engines.deepl_api import DeepL
    from corpus.workspace.store import Workspace
    from glossary.concept import Concept
    from tui.keys import Key
    from tui.settings import Settings

NAME = "taiyaku"
"""What our glossary at the engine is called unless the person says otherwise."""


def add_connection(parser: ArgumentParser) -> None:
    """The options that every command has which talks to DeepL."""
    parser.add_argument(
        "--key-stdin", action="store_true", help="read the DeepL key from the first line of stdin"
    )
    parser.add_argument(
        "--ca-bundle", metavar="FILE", default="", help="certificates of your company's proxy"
    )


def add_name(parser: ArgumentParser) -> None:
    """`--name`."""
    parser.add_argument(
        "--name", default=NAME, help=f"what the glossary is called at DeepL (default: {NAME})"
    )


def connect(chosen: Namespace) -> tuple[DeepL, Key]:
    """The engine, without anything sent yet. Raises NotAllowed without a key."""
    from corpus.engines.deepl_api import DeepL
    from tui.keys import SERVER_VARIABLE, key

    if chosen.ca_bundle and not os.path.exists(chosen.ca_bundle):  # noqa: PTH110
        raise BadContent(f"{chosen.ca_bundle}: there is no such file", "check --ca-bundle")
    found = key(from_stdin=chosen.key_stdin)
    server = os.environ.get(SERVER_VARIABLE, "")
    proxy = os.environ.get("DEEPL_PROXY_URL", "")
    return DeepL(found.text, server=server, proxy=proxy, ca_bundle=chosen.ca_bundle), found


def own_concepts(wanted: Settings, workspace: Workspace) -> tuple[Concept, ...]:
    """The terms of the glossary files, later ones first, behind those added in review."""
    from glossary.formats import read_terms
    from tui.review.terms import concepts

    files = [c for path in reversed(wanted.glossary) for c in read_terms(path)]
    return (*concepts(workspace.terms()), *files)
