"""`taiyaku align`: which paragraph answers which."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.told import told
from tui.commands import options
from tui.console import note

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from corpus.bitext import Bitext

FORMATS = ("jsonl", "tsv", "tmx", "xliff")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="the English document")
    parser.add_argument("target", metavar="TARGET", nargs="?", help="the Japanese document")
    parser.add_argument(
        "--batch",
        metavar="DOCS.jsonl",
        type=Path,
        help='many at once: {"id", "en": [...], "ja": [...]} a line in, {"id", "links"} out',
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="jsonl",
        help="jsonl: links as paragraph numbers; tsv: the texts side by side; "
        "tmx: those with both sides, for a translation memory; xliff: those with English",
    )
    options.add_terms(parser)
    options.add_output(parser)


def run(chosen: Namespace) -> int:
    from tui.inputs import aligned_by, open_pair, read_as
    from tui.output import output
    from tui.pipeline import keep_vectors, termbase
    from tui.settings import settings

    _refuse_bitexts(chosen.source, chosen.target)
    if chosen.batch is None and chosen.target is None:
        raise BadContent("nothing to align", "taiyaku align SOURCE TARGET, or --batch DOCS.jsonl")
    if chosen.batch is not None and chosen.source is not None:
        raise BadContent("--batch takes no other documents", "leave SOURCE and TARGET out")
    if chosen.batch is not None and chosen.format != FORMATS[0]:
        raise BadContent("--batch writes JSON Lines only", "leave --format out")
    wanted = settings(chosen)
    keep_vectors(wanted)
    terms = termbase(wanted)
    read = [str(p) for p in (chosen.source, chosen.target, chosen.batch) if p is not None]
    own = (*read, *wanted.glossary)
    with output(chosen.output, own, replaces=chosen.batch is not None) as out:
        if chosen.batch is not None:
            _write_batch(chosen.batch, terms.pairs(), out)
        else:
            bitext = open_pair(chosen.source, chosen.target, terms)
            _WRITERS[chosen.format](bitext, out)
            if bitext.source and bitext.target:
                note(aligned_by(len(bitext.source.segments), len(bitext.target.segments)))
                note(read_as(bitext))
    return 0


def _refuse_bitexts(*paths: str | None) -> None:
    from corpus.formats import bitext_format

    both = next((path for path in paths if path and bitext_format(path)), None)
    if both:
        raise BadContent(
            told("{} holds both languages already, unit by unit", both),
            "align takes two documents; check, review or convert takes such a file",
        )


def _write_links(bitext: Bitext, out: TextIO) -> None:
    from tui.reports.wire import encoded

    for link in bitext.links:
        row = {"source": link.source, "target": link.target, "score": round(link.score, 3)}
        if link.moved:
            row["moved"] = True
        out.write(encoded(row) + "\n")


def _write_tmx(bitext: Bitext, out: TextIO) -> None:
    from corpus.formats.tmx import written

    out.writelines(written(bitext.units))


def _write_xliff(bitext: Bitext, out: TextIO) -> None:
    from corpus.formats.xliff_new import written

    out.writelines(written([unit for unit in bitext.units if unit.source]))


def _write_tsv(bitext: Bitext, out: TextIO) -> None:
    out.write("id\tsource\ttarget\tscore\n")
    for unit in bitext.units:
        cells = (unit.id, unit.source, unit.target, f"{unit.score:.3f}")
        out.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")


_WRITERS = dict(zip(FORMATS, (_write_links, _write_tsv, _write_tmx, _write_xliff), strict=True))


def _write_batch(path: Path, names: Sequence[tuple[str, str]], out: TextIO) -> None:
    from corpus.alignment import align
    from tui.console import progress
    from tui.inputs import aligned_by
    from tui.reports.wire import encoded

    documents = list(_documents(path))
    signs: dict[str, None] = {}
    for name, english, japanese in progress(documents, len(documents), "aligned"):
        links = align(english, japanese, names)
        row = {"id": name, "links": [[link.source, link.target] for link in links]}
        out.write(encoded(row) + "\n")
        signs[aligned_by(len(english), len(japanese))] = None
    for said in signs:
        note(said)


def _documents(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """The documents of a batch file. Raises `BadContent` with file and line."""
    import json

    from corpus.formats.files import decode, read_bytes

    text, _ = decode(read_bytes(path), str(path))
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            english, japanese = list(row["en"]), list(row["ja"])
        except (ValueError, KeyError, TypeError, RecursionError):
            english, japanese = [None], []
        if not all(isinstance(text, str) for text in (*english, *japanese)):
            raise BadContent(
                told("{}:{}: not a document", path, number),
                'a line is {"id": "...", "en": ["..."], "ja": ["..."]}',
            )
        yield str(row.get("id")), english, japanese
