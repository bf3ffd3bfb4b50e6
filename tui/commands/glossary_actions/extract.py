"""`taiyaku glossary extract`: the terms that translations suggest, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import options
from tui.console import meter, note, one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from glossary.proposal import Proposal


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="bitexts and folders of them, or SOURCE TARGET (two documents, aligned first), "
        "or - for JSON Lines on stdin",
    )
    options.add_terms(parser)
    parser.add_argument(
        "--per-document", action="store_true", help="those of each document by themselves"
    )
    parser.add_argument(
        "--known",
        action="store_true",
        help="also what the glossaries and the names say just so; jsonl has it always, and marked",
    )
    parser.add_argument(
        "--confirmed",
        action="store_true",
        help="people wrote or checked the Japanese; else it may teach a machine's errors, "
        "and each term says so",
    )
    parser.add_argument("--most", metavar="N", type=int, help="at most so many")
    parser.add_argument(
        "--format",
        choices=("text", "jsonl", "csv"),
        default="text",
        help="text: for people, last what is known otherwise; jsonl: an object a line, the best "
        "first; csv: a glossary to edit, without what is known otherwise",
    )
    options.add_output(parser)


def run(chosen: Namespace) -> int:
    from glossary.extraction import extract
    from glossary.proposal import proposals
    from tui.inputs import inputs, whole
    from tui.output import output
    from tui.pipeline import termbase
    from tui.settings import settings

    wanted = settings(chosen)
    terms = termbase(wanted)
    with output(chosen.output, (*chosen.inputs, *wanted.glossary), replaces=False) as out:
        items = whole(inputs(chosen.inputs, wanted.pairs))
        units = [unit for item in items for unit in item.read(terms).units]
        candidates = extract(units, per_document=chosen.per_document, tell=meter("units read"))
        found = _wanted([*proposals(candidates, terms)], chosen.format, known=chosen.known)
        out.write(_written(found[: chosen.most], chosen.format, confirmed=chosen.confirmed))
    return 0


def _wanted(found: Sequence[Proposal], form: str, *, known: bool) -> list[Proposal]:
    """Those that people want to see, in the order in which they do; programs get all."""
    if form == "jsonl":
        return [*found]
    left = [p for p in found if known or not p.known]
    if len(left) < len(found):
        note(f"{len(found) - len(left)} left out that are known just so; --known shows them")
    if form == "text":
        return sorted(left, key=lambda p: p.contradicted)
    kept = [p for p in left if not p.contradicted]
    if len(kept) < len(left):
        note(f"{len(left) - len(kept)} left out that are known otherwise; --format text shows them")
    return kept


def _written(found: Sequence[Proposal], form: str, *, confirmed: bool) -> str:
    if form == "csv":
        from glossary.formats.csv_terms import written
        from glossary.proposal import concepts

        return written(concepts((p.candidate for p in found), confirmed=confirmed))
    if form == "jsonl":
        return "".join(f"{_object(p, confirmed=confirmed)}\n" for p in found)
    return "".join(f"{one_line(_line(p))}\n" for p in found)


def _object(proposal: Proposal, *, confirmed: bool) -> str:
    from tui.reports.wire import encoded

    each = proposal.candidate
    return encoded(
        {
            "document": each.document,
            "source": each.source,
            "target": each.target,
            "count": each.count,
            "score": each.score,
            "acronym": each.acronym or None,
            "places": list(each.places),
            "rivals": list(each.rivals),
            "confirmed": confirmed,
            "known": proposal.known,
            "instead": list(proposal.instead) if proposal.contradicted else [],
        }
    )


def _line(proposal: Proposal) -> str:
    each = proposal.candidate
    acronym = f" ({each.acronym})" if each.acronym else ""
    times = f"{each.count} times" if each.count > 1 else "once"
    said = [f"{each.source}{acronym} = {each.target}", times]
    if each.rivals:
        said.append(f"also {', '.join(each.rivals[:3])}")
    if proposal.contradicted:
        said.append(f"but known as {', '.join(proposal.instead[:2])}")
    where = f"{each.document}: " if each.document else ""
    return where + "; ".join(said)
