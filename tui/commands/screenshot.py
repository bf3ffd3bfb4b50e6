"""`taiyaku screenshot`: a picture of the review, to show to others. Those of the README are

uv run taiyaku screenshot --press n,a,n,n -o docs/review.svg
uv run taiyaku screenshot --press n,a,n,n --lang ja -o docs/review.ja.svg
"""

from __future__ import annotations

import contextlib
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser

SIZE = (120, 36)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="*",
        help="SOURCE TARGET, or one bitext, as in review; without any, the sample",
    )
    parser.add_argument(
        "--press",
        metavar="KEY,...",
        type=lambda keys: tuple(filter(None, keys.split(","))),
        default=(),
        help="keys to press first, such as n,a or f1; no workspace is touched",
    )
    parser.add_argument(
        "--size",
        metavar="COLUMNSxROWS",
        type=_size,
        default=SIZE,
        help=f"of the screen (default: {SIZE[0]}x{SIZE[1]})",
    )
    options.add_language(parser)
    options.add_output(parser)


def run(chosen: Namespace) -> int:
    """Write the SVG. The workspace is a fresh one, so no work is touched."""
    import asyncio
    import tempfile
    from dataclasses import replace

    from tui.inputs import Input, review_input
    from tui.language import speak
    from tui.output import output
    from tui.picture import picture
    from tui.pipeline import open_session
    from tui.sample import FOLDER
    from tui.settings import settings

    wanted = settings(chosen)
    speak(wanted.language)
    if chosen.inputs:
        item, place = review_input(chosen.inputs), Path()
    else:
        item, place = Input("ja.txt", source="en.txt"), FOLDER
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(place):
        wanted = replace(wanted, workspace=Path(folder) / "workspace.db")
        with contextlib.closing(open_session(item, wanted)) as session:
            drawn = asyncio.run(picture(session, chosen.press, chosen.size, wanted.theme))
    with output(chosen.output, chosen.inputs) as out:
        out.write(drawn)
    return 0


def _size(text: str) -> tuple[int, int]:
    columns, _, rows = text.partition("x")
    try:
        return int(columns), int(rows)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not like 80x24") from None
