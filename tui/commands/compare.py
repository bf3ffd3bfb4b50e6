"""`taiyaku compare`: versions of one translation side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    options.add_versions(
        parser,
        "ENGLISH JAPANESE JAPANESE...: the English and two or more versions of its Japanese; or "
        "bitexts of the same units; without the English nobody says which name is right",
    )
    parser.add_argument(
        "--format", choices=("text", "html"), default="text", help="html: a page to look at"
    )
    options.add_output(parser)
    options.add_terms(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    """0, whatever differs."""
    from tui.output import output
    from tui.pipeline import judge
    from tui.settings import settings
    from tui.versions.comparison import compare
    from tui.versions.comparison_forms import FORMS
    from tui.versions.versions import versions

    wanted = settings(chosen)
    texts = versions(chosen.texts, wanted, alike=False)
    found = compare(texts, judge(wanted).termbase)
    with output(chosen.output, (*chosen.texts, *wanted.glossary)) as out:
        FORMS[chosen.format](found, out)
    return 0
