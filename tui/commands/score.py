"""`taiyaku score`: how much a machine's text was changed, in figures that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from corpus.scoring import Measure
    from tui.versions.versions import Versions

_MEASURES = ("chrf", "bleu", "bleu-mecab", "ter")


def arguments(parser: ArgumentParser) -> None:
    options.add_versions(
        parser,
        "MACHINE... CORRECTED: one or several machine texts, then the corrected one, with the "
        "English before them if it is at hand; or SOURCE TARGET or a bitext: then the machine's "
        "text against what its review in the workspace made of it",
    )
    parser.add_argument(
        "--measures",
        metavar="MEASURE,...",
        type=lambda v: tuple(v.split(",")),
        help=f"of {', '.join(_MEASURES)} (default: chrf,bleu,ter; ter not where it "
        "takes long: large texts, many changes; bleu-mecab needs the extra japanese)",
    )
    parser.add_argument(
        "--confidence",
        action="store_true",
        help="with intervals; of several machine texts they are always there, with a paired "
        "bootstrap against the first",
    )
    parser.add_argument("--paragraphs", action="store_true", help="each paragraph as well")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    options.add_output(parser)
    options.add_terms(parser)
    options.add_checks(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    from tui.output import output
    from tui.pipeline import judge
    from tui.settings import settings
    from tui.versions.scored import scored
    from tui.versions.scored_forms import write_json, write_text
    from tui.versions.versions import versions

    wanted = settings(chosen)
    named = _named(chosen.measures) if chosen.measures else None
    texts = versions(chosen.texts, wanted)
    found = scored(
        texts,
        named or _usual(texts),
        judge(wanted) if texts.has_english else None,
        confidence=chosen.confidence,
        paragraphs=chosen.paragraphs,
    )
    with output(chosen.output, (*chosen.texts, *wanted.glossary)) as out:
        (write_json if chosen.format == "json" else write_text)(found, out)
    return 0


def _named(names: Sequence[str]) -> tuple[Measure, ...]:
    from corpus.errors import BadContent
    from corpus.scoring import Measure
    from corpus.told import told

    wrong = next((name for name in names if name not in _MEASURES), None)
    if wrong is not None:
        raise BadContent(
            told("there is no measure {!r}", wrong), told("known are {}", ", ".join(_MEASURES))
        )
    return tuple(dict.fromkeys(map(Measure, names)))


def _usual(texts: Versions) -> tuple[Measure, ...]:
    from corpus.scoring import Measure, usual
    from glossary.effort import ter_work
    from tui.console import note

    *machines, corrected = texts.texts
    characters = max(sum(map(len, each)) for each in texts.texts)
    measures = usual(characters, sum(ter_work(each, corrected) for each in machines))
    if Measure.TER not in measures:
        note("TER would take long here and is left out; --measures chrf,bleu,ter has it")
    return measures
