"""Makes docs/review.svg, the picture in the README: `uv run python docs/picture.py`.

The app opens the bundled sample in a temporary workspace and goes to the third finding. Rich
gives every run of text the width of its *number of characters*, which squeezes Japanese to half
its size (Textualize/rich #2742); here each run is cut where the width changes.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import itertools
import re
import shutil
import tempfile
from pathlib import Path

from tui.app import TaiyakuApp
from tui.display.linebreak import cell_width
from tui.inputs import Input
from tui.pipeline import open_session
from tui.sample import sample
from tui.screens.review import ReviewScreen
from tui.settings import Settings

PICTURE = Path(__file__).with_name("review.svg")
SIZE = (120, 36)
CELL = 12.2
"""Width of one cell in Rich's pictures."""
_TEXT = re.compile(
    r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="[^"]+"([^>]*)>(.*?)</text>'
)
_FONT_FACE = re.compile(r"@font-face \{.*?\}|font-variant-east-asian: full-width;", re.DOTALL)


async def screenshot() -> str:
    """The review of the sample as Rich draws it."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for path in sample():
            shutil.copy(path, folder)
        chosen = Settings(workspace=Path("workspace.db"))
        session = open_session(Input("ja.txt", source="en.txt"), chosen)
        app = TaiyakuApp(ReviewScreen(session))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(1)
            await pilot.press("n", "n", "n")
            await pilot.pause(1)
            return app.export_screenshot(title="taiyaku")


def cut(match: re.Match[str]) -> str:
    """One `text` element as several, each of characters of one width."""
    kind, x, y, rest, content = match.groups()
    at = float(x)
    made = []
    for width, run in itertools.groupby(html.unescape(content), cell_width):
        text = "".join(run)
        length = width * len(text) * CELL
        made.append(
            f'<text class="{kind}" x="{at:.1f}" y="{y}" textLength="{length:.1f}"{rest}>'
            f"{html.escape(text)}</text>"
        )
        at += length
    return "".join(made)


def main() -> None:
    drawn = _TEXT.sub(cut, asyncio.run(screenshot()))
    plain = _FONT_FACE.sub("", drawn).replace("Fira Code", "Noto Sans Mono CJK JP")
    PICTURE.write_text(plain, encoding="utf-8")


if __name__ == "__main__":
    main()
