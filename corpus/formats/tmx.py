"""TMX 1.4, the exchange format of translation memories; codes of other tools are marks in the text
(`corpus.formats.inline`).

Of a file that is corrected no byte changes but the Japanese that is, and when and by whom it was
changed where the file said so: there stands the name of this program, since no person's leaves it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.bitext import Bitext
from corpus.errors import UnwritableFile
from corpus.formats.files import decode, read_bytes, replaced
from corpus.formats.format import OURS, BitextFormat, BitextWriter
from corpus.formats.inline import as_elements, as_xml, fault
from corpus.formats.losses import TABLE
from corpus.formats.markup import attribute, escaped, in_text, legal
from corpus.formats.rows import changed, units
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.formats.format import Said
    from corpus.formats.rows import Row
    from corpus.formats.tmx_reader import Place, Variant

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="taiyaku" creationtoolversion="{}" segtype="paragraph" o-tmf="taiyaku"\
 adminlang="en" srclang="en" datatype="plaintext"/>
<body>
"""
_FOOT = "</body>\n</tmx>\n"
_CODES = {
    "bpt": '<bpt i="{number}" x="{number}">{held}</bpt>',
    "ept": '<ept i="{number}">{held}</ept>',
    "begin": '<it pos="begin" x="{number}">{held}</it>',
    "end": '<it pos="end" x="{number}">{held}</it>',
    "ph": '<ph x="{number}">{held}</ph>',
}
_CHANGED = regex(r"""(\s(changedate|changeid)\s*=\s*)(?:"[^"]*"|'[^']*')""")
_TAG = regex(r"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")


def read(path: str) -> Bitext:
    """The units that have both languages; raises UnreadableFile, BadContent."""
    from corpus.formats.tmx_reader import places

    text, codec = decode(read_bytes(path), path)
    return Bitext(path, units([place.row for place in places(text, path)], path), encoding=codec)


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    Raises UnwritableFile where the file has changed since it was read, and for a text whose marks
    stand twice or whose pairs cross or lack an end.
    """
    return handed_back(path, targets, {})


def handed_back(
    path: str,
    targets: Mapping[tuple[str | None, str], str],
    said: Mapping[tuple[str | None, str], Said],
) -> bytes:
    """The same with our notes; a memory has no states."""
    from corpus.formats.tmx_reader import places

    data = read_bytes(path)
    text, codec = decode(data, path)
    found = places(text, path)
    by_place = {place.row.target_span: place for place in found}
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    new = changed([place.row for place in found], path, targets)
    changes = [
        (row.target_span, _put(by_place[row.target_span], target, row.target_span.of(text), now))
        for row, target in new
    ]
    utf8 = text.encode(errors="surrogatepass")
    noted = zip(found, units([place.row for place in found], path), strict=True)
    edits = [e for place, u in noted for e in _noted(place, said.get((u.document, u.id)))]
    return replaced(data, text, codec, [*changes, *in_text(utf8, edits)], path)


def _put(place: Place, target: str, before: str, now: str) -> str:
    """What stands from the tag of the Japanese variant on, with a new text."""
    row = place.row
    said = fault(target, row.codes)
    if said and said != fault(row.target, row.codes):
        raise UnwritableFile(
            told("{}: {}", row.place, said), "put the marks as the English has them"
        )
    xml = as_xml(legal(target), place.source.content, place.target.content)
    return _replaced(before, place.target, xml, now)


def _noted(place: Place, about: Said | None) -> Iterator[tuple[int, int, str]]:
    """The changes, in bytes, that put notes in place of our older ones."""
    if about is None or about.notes is None:
        return
    notes = [" ".join(legal(note).split()) for note in about.notes]
    if notes == [ours.text for ours in place.ours]:
        return
    yield from ((start, end, "") for _, start, end in place.ours)
    yield place.noted, place.noted, "".join(f"<note>{OURS}{escaped(n)}</note>" for n in notes)


def _replaced(standing: str, variant: Variant, xml: str, now: str) -> str:
    """What stands from the tag of the variant on, with a new text, changed at a time."""
    kept = standing.encode()
    kept = kept[: len(kept) - (variant.inner[1] - variant.inner[0])]
    known = {"changedate": now, "changeid": "taiyaku"}
    tag = _TAG.match(kept.decode())
    start = _CHANGED.sub(lambda m: f'{m[1]}"{known[m[2]]}"', tag[0]) if tag else ""
    whole = start + kept.decode()[len(tag[0]) if tag else 0 :]
    return f"{whole}<seg>{xml}</seg>" if variant.bare else f"{whole}{xml}"


def stream(path: str) -> Iterator[Row]:
    """As `BitextFormat.stream`."""
    from corpus.formats import tmx_reader

    return tmx_reader.stream(path)


def written(units: Iterable[TranslationUnit]) -> Iterator[str]:
    """The parts of a TMX file with these units, in order; those with one empty side left out,
    since a memory has no use for them.

    Any text is well-formed afterwards: characters that XML cannot hold become U+FFFD.
    """
    from importlib.metadata import version

    yield _HEAD.format(version("taiyaku"))
    for unit in units:
        if not unit.one_sided:
            yield (
                f"<tu tuid={attribute(unit.id)}>\n{''.join(_about(unit))}"
                f'<tuv xml:lang="en"><seg>{_content(unit.source, unit)}</seg></tuv>\n'
                f'<tuv xml:lang="ja"><seg>{_content(unit.target, unit)}</seg></tuv>\n</tu>\n'
            )
    yield _FOOT


def heading() -> str:
    """What stands before the units of a new file; `ending` stands behind them."""
    from importlib.metadata import version

    return _HEAD.format(version("taiyaku"))


def ending() -> str:
    """See `heading`."""
    return _FOOT


def _about(unit: TranslationUnit) -> Iterator[str]:
    """Notes, and as properties what TMX has no element for."""
    yield from (f"<note>{escaped(note)}</note>\n" for note in unit.notes)
    state = unit.state.value if unit.state else ""
    for name, value in (("document", unit.document), ("context", unit.context), ("state", state)):
        if value:
            yield f'<prop type="x-{name}">{escaped(value)}</prop>\n'


def _content(text: str, unit: TranslationUnit) -> str:
    return as_elements(text, unit.codes, _CODES)


def _new(units: Sequence[TranslationUnit]) -> bytes:
    return "".join(written(units)).encode(errors="replace")


FORMAT = BitextFormat(
    "TMX",
    (".tmx",),
    read,
    corrected,
    stream,
    writer=BitextWriter(_new, (TABLE | {"codes"}) - {"one side"}),
    handed_back=handed_back,
    unread="dates, users, properties and other languages",
)
