"""A comparison written down: as lines, and as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.console import one_line
from tui.display.changes import changed_spans, changes
from tui.display.counted import in_english

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from corpus.bitext import Span
    from glossary.entities import Rendered
    from tui.pages.pieces import Piece
    from tui.versions.comparison import Comparison, Contest, Differing


def write_text(found: Comparison, out: TextIO) -> None:
    """Who was right, name by name; then the paragraphs, those first that differ most."""
    differing = f"{len(found.differing)} of {in_english(found.paragraphs, 'paragraph')} differ"
    out.write(f"{differing}\n")
    for name, (right, wrong) in zip(found.names, found.places, strict=True):
        if right or wrong:
            out.write(f"{one_line(name)}\tnames and terms: {right} right, {wrong} wrong\n")
    out.writelines("\t".join(map(one_line, _contest(contest))) + "\n" for contest in found.contests)
    for row in found.differing:
        out.write(f"\n{row.number}\t{in_english(row.characters, 'character')}\n")
        for name, text in zip(found.names, _said(row), strict=True):
            out.write(f"{one_line(name)}\t{one_line(text)}\n")


def _contest(contest: Contest) -> Iterator[str]:
    concept = contest.concept
    yield "name"
    yield f"{concept.source[0].text} = {concept.preferred or '?'}"
    yield from (_renderings(each) for each in contest.renderings)


def _renderings(found: tuple[Rendered, ...]) -> str:
    """`right 三井E&S x2; wrong 三井物産E&S x1`."""
    said = [f"{'right' if r.right else 'wrong'} {r.text or '(nothing)'} x{r.count}" for r in found]
    return "; ".join(said) or "(not said)"


def _said(row: Differing) -> Iterator[str]:
    first, *others = row.texts
    yield first
    for other in others:
        yield changes(first, other) or "(the same)"


def write_html(found: Comparison, out: TextIO) -> None:
    """The same with whole texts side by side, and what differs marked in them."""
    from tui.pages.page import page

    rows = [
        (row.number, row.unit.document, row.unit.source, row.characters, list(_marked(row)))
        for row in found.differing
    ]
    contests = [
        (c.concept.source[0].text, c.concept.preferred, c.renderings) for c in found.contests
    ]
    shown = {"names": found.names, "rows": rows, "contests": contests, "places": found.places}
    out.writelines(page("compare.html.j2", paragraphs=found.paragraphs, **shown))


def _marked(row: Differing) -> Iterator[tuple[Piece, ...]]:
    """Each version with what differs from the first; the first with what does in any other."""
    from tui.pages.pieces import cut

    first, *others = row.texts
    spans = [changed_spans(first, other) for other in others]
    yield cut(first, _joined(span for gone, _ in spans for span in gone), "differs")
    for other, (_, come) in zip(others, spans, strict=True):
        yield cut(other, come, "differs")


def _joined(spans: Iterator[Span]) -> list[Span]:
    """Spans that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            last = found.pop()
            span = type(span)(last.start, max(last.end, span.end))
        found.append(span)
    return found


FORMS = {"text": write_text, "html": write_html}
"""By the name of `--format`."""
