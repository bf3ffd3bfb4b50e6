"""`taiyaku changes`: what was corrected, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    options.add_versions(
        parser,
        "MACHINE CORRECTED, with the English before them if it is at hand; or SOURCE TARGET or "
        "a bitext: then what their review in the workspace has changed",
    )
    parser.add_argument(
        "--format",
        choices=("csv", "tmx", "html"),
        default="csv",
        help="csv: for a spreadsheet; tmx: for a translation memory; html: to look at",
    )
    options.add_output(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    """0, also where nothing was changed; that is said on stderr."""
    from corpus.errors import BadContent
    from corpus.told import told
    from tui.console import note
    from tui.display.counted import in_english
    from tui.output import output
    from tui.settings import settings
    from tui.versions.corrections import FORMS, corrections
    from tui.versions.versions import versions

    texts = versions(chosen.texts, settings(chosen))
    if len(texts.names) > 2:
        raise BadContent(
            told("{} versions", len(texts.names)), "name the machine's text and the corrected one"
        )
    with output(chosen.output, chosen.texts) as out:
        FORMS[chosen.format](texts, out)
    changed = in_english(len(corrections(texts)), "paragraph")
    note(f"{changed} of {len(texts.units)} corrected")
    return 0
