"""`taiyaku demo --deepl`: a server on this machine that answers like DeepL, to try the loop."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.told import reason, told

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from corpus.engines.stand_in import StandIn, Switches

WRONG = {
    "Mitsui E&S": "三井物産E&S",
    "Sumitomo Chemical": "住友商事",
    "Idaho National Laboratory": "Idaho National Laboratory",
}
"""How the stand-in renders names of the sample while no glossary says better."""
NAMES = (
    "source,target,kind\n"
    "Mitsui E&S,三井E&S,company\n"
    "Sumitomo Chemical,住友化学,company\n"
    "Idaho National Laboratory,アイダホ国立研究所,organisation\n"
)
LOOP = (
    "taiyaku demo --deepl            # a stand-in for DeepL, and what to export elsewhere",
    "taiyaku translate en.txt        # the price first; y pays, and three names come out wrong",
    "taiyaku review en.txt ja.txt    # three wrong names: g goes there, t makes them terms",
    "g 9 Enter t Enter  g 15 Enter t Enter  g 19 Enter t Enter",
    "S y                             # what would change at DeepL; then push and read back",
    "M y M                           # the price of the 4 paragraphs concerned; old and new",
    "a Enter                         # take all; which terms DeepL obeyed, one by one",
    "Esc w Enter                     # back, and write ja.corrected.txt",
)
"""The loop, one step a line: what is typed, and what for."""
KEY = "demo-key-of-the-stand-in:fx"
TROUBLES = {
    "ignored": "the glossary is taken and not obeyed",
    "dropped": "sentences are missing",
    "doubled": "sentences stand twice",
    "mixed": "polite and plain endings are mixed",
    "english": "nothing is translated",
    "quota": "the quota ends in mid-text",
    "busy": "the first two requests are refused as too many",
    "slow": "every answer takes five seconds",
    "cut": "the second answer is lost, and billed",
    "halved": "half of the second answer comes, and is billed",
    "sign-in": "a page of a hotel's network answers first",
}
"""What DeepL, or the way there, can do wrong."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--deepl", action="store_true", required=True, help="the loop with a stand-in for DeepL"
    )
    parser.add_argument(
        "--trouble",
        action="append",
        default=[],
        choices=TROUBLES,
        metavar="WHAT",
        help="; ".join(f"{name}: {words}" for name, words in TROUBLES.items()),
    )
    parser.add_argument("--port", type=int, default=0, help="where it listens (default: any)")
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        default=Path("taiyaku-demo"),
        help="where the sample goes (default: taiyaku-demo)",
    )


def run(chosen: Namespace) -> int:
    """Serve until Ctrl+C or the end of stdin."""
    import threading

    from tui.console import note

    folder = chosen.folder
    _lay_out(folder)
    server = stand_in()
    server.switches.keys = frozenset((KEY,))
    for trouble in chosen.trouble:
        make(trouble, server.switches)
    try:
        server.start(chosen.port)
    except OSError as error:
        raise BadContent(
            told("port {}: {}", chosen.port, reason(error)), "choose another --port"
        ) from None
    try:
        sys.stdout.write(_told(server.url, folder))
        sys.stdout.flush()
        if sys.stdin.isatty():
            threading.Event().wait()
        else:
            sys.stdin.read()
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
    note(f"{len(server.requests)} requests, {server.characters:,} characters; nothing left here")
    return 0


def stand_in() -> StandIn:
    """A stand-in that knows the sample, not yet started."""
    from corpus.engines.stand_in import StandIn
    from corpus.segmentation import segments
    from tui.sample import sample

    english, japanese = (
        [s.text for s in segments(Path(path).read_text(encoding="utf-8"))] for path in sample()
    )
    return StandIn(dict(zip(english, japanese, strict=True)), WRONG)


def make(trouble: str, switches: Switches) -> None:
    """Let the stand-in do something wrong."""
    from corpus.engines.stand_in import Fault

    faults = {
        "busy": [Fault(429)] * 2,
        "slow": [Fault(delay=5)] * 100,
        "cut": [Fault(), Fault(cut=True, billed=True)],
        "halved": [Fault(), Fault(halved=True)],
        "sign-in": [Fault(html=True)],
    }
    settings: dict[str, tuple[str, object]] = {
        "ignored": ("ignored", set(WRONG)),
        "dropped": ("drop", 1),
        "doubled": ("double", 1),
        "mixed": ("mix", True),
        "english": ("english", True),
        "quota": ("limit", 2_000),
    }
    if trouble in settings:
        setattr(switches, *settings[trouble])
    switches.faults.extend(faults.get(trouble, ()))


def _lay_out(folder: Path) -> None:
    """The English of the sample and three right names; what stands there is left alone."""
    from tui.sample import sample

    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "en.txt").exists():
            shutil.copyfile(sample()[0], folder / "en.txt")
        if not (folder / "names.csv").exists():
            (folder / "names.csv").write_text(NAMES, encoding="utf-8")
        (folder / ".taiyaku").mkdir(exist_ok=True)
    except OSError as error:
        raise BadContent(told("{}: {}", folder, reason(error)), "name another folder") from None


def _told(url: str, folder: Path) -> str:
    lines = (
        "Nothing leaves this machine. In a second terminal:",
        "",
        f"cd {folder}",
        f"export DEEPL_SERVER_URL={url}",
        f"export DEEPL_AUTH_KEY={KEY}",
        "export TAIYAKU_WORKSPACE=$PWD/.taiyaku/workspace.db",
        *LOOP[1:],
        "",
        "Without the screen: taiyaku glossary sync --glossary names.csv --push",
        "                    taiyaku translate en.txt --glossary names.csv",
        "",
        "Ctrl+C ends the stand-in.",
    )
    return os.linesep.join(lines) + os.linesep
