"""`taiyaku review`: the two texts side by side, to read, mend and save."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.review.session import ReviewSession


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="SOURCE TARGET: the English document and its Japanese; or one bitext; "
        "several, or a folder, are listed with what is wrong in each",
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="as a conversation of lines, for screen readers and plain terminals",
    )
    parser.add_argument(
        "--beside",
        metavar="FILE",
        help="another Japanese of the same English, which b shows below; without it b shows the "
        "machine's text",
    )
    options.add_terms(parser)
    options.add_checks(parser)
    options.add_workspace(parser)
    options.add_language(parser)


def run(chosen: Namespace) -> int:
    from tui.console import has_screen
    from tui.inputs import inputs, texts
    from tui.language import speak
    from tui.settings import settings

    if not chosen.plain and not has_screen():
        raise TaiyakuError(
            "a review needs a terminal",
            "--plain does without one, and taiyaku check gives the same findings",
        )
    wanted = settings(chosen)
    speak(wanted.language)
    items = texts(inputs(chosen.inputs, wanted.pairs), wanted.glossary)
    if any(item.path == "-" for item in items) or (chosen.plain and len(items) != 1):
        raise TaiyakuError("one review at a time", "name SOURCE TARGET, or a single bitext file")
    from tui.pipeline import open_session

    many = len(items) != 1 or any(Path(word).is_dir() for word in chosen.inputs)
    if chosen.beside and (many or chosen.plain):
        raise TaiyakuError(
            "--beside is for the review of one text on a screen", "taiyaku compare needs none"
        )
    if many:
        from tui.app import run_folder
        from tui.opening import Opening

        return run_folder(Opening(wanted), chosen.inputs)
    if chosen.plain:
        from tui.plain import converse

        with closing(open_session(items[0], wanted)) as session:
            return converse(session)
    from tui.app import run_review

    session = open_session(items[0], wanted, later=True)
    if chosen.beside:
        _put_beside(session, chosen.beside)
    return run_review(session, dict(wanted.keys), wanted.theme)


def _put_beside(session: ReviewSession, path: str) -> None:
    """Have another version at hand; where that cannot be read, the review is closed again."""
    from tui.versions.beside import beside

    try:
        session.beside = beside(session.bitext, path, session.termbase)
    except TaiyakuError:
        session.close()
        raise
