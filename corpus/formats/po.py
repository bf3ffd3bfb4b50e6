"""PO, the catalogues of gettext: what a program says, with its translation.

A unit is one `msgstr`. Japanese has one form for every number, so that `msgstr[0]` of an entry with
a plural answers `msgid_plural`, the English for any number; where a file has several forms all the
same, the first answers `msgid`. Entries out of use (`#~`) and the header are no units; `msgctxt` is
the unit's context, comments are its notes, `fuzzy` its state.

Of a file that is corrected no byte changes but the `msgstr` that is; with it, and with a person's
word that all is well, go `fuzzy` and the lines that say what the English was before (`#|`), as with
the tools of gettext. A correction begins
and ends with a line break where its English does, without which `msgfmt` would refuse the file.
"""

from __future__ import annotations

import codecs
import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Bitext, Span, State
from corpus.errors import BadContent, UnreadableFile
from corpus.formats.files import decode, read_bytes, replaced
from corpus.formats.format import OURS, BitextFormat, BitextWriter
from corpus.formats.po_reader import entries, quoted
from corpus.formats.rows import Row, changed, units
from corpus.patterns import regex
from corpus.segmentation import unit_ids
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.formats.format import Said
    from corpus.formats.po_reader import Entry

_CHARSET = re.compile(rb'"Content-Type:[^"\\\n]*charset=([\w.:-]+)', re.IGNORECASE)
_LANGUAGE = regex(r"^Language:[ \t]*(\w+)", re.MULTILINE | re.IGNORECASE)
_CODECS = ("utf-8", "ascii", "euc_jp", "shift_jis", "cp932")
"""Of Japanese, without a state between characters; what is in ASCII is in UTF-8."""


_HOLDS = frozenset(("context", "notes", "state", "singular", "one side", "line breaks"))


class _Place(NamedTuple):
    row: Row
    entry: Entry


def read(path: str) -> Bitext:
    """The messages in use; raises UnreadableFile, BadContent, also for a template (`.pot`) and for
    a translation into another language."""
    text, codec = _decoded(read_bytes(path), path)
    rows = [place.row for place in _places(text, path)]
    return Bitext(path, units(rows, path), encoding=codec)


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    Raises UnwritableFile where the file has changed since it was read, or its encoding does not
    have a character.
    """
    return handed_back(path, targets, {})


def handed_back(
    path: str,
    targets: Mapping[tuple[str | None, str], str],
    said: Mapping[tuple[str | None, str], Said],
) -> bytes:
    """The same without `fuzzy` where a person has confirmed a unit as it is, and with our notes as
    translator's comments."""
    data = read_bytes(path)
    text, codec = _decoded(data, path)
    by_row = {place.row.target_span: place for place in _places(text, path)}
    line_end = "\r\n" if "\r\n" in text else "\n"
    changes: dict[Span, str] = {}
    for row, target in changed([place.row for place in by_row.values()], path, targets):
        changes[row.target_span] = quoted(_ended(target, row.source), line_end)
        changes.update(_reviewed(by_row[row.target_span].entry, text))
    for place in by_row.values():
        if (about := said.get((None, place.row.id or ""))) and about.confirmed:
            changes.update(_reviewed(place.entry, text))
    changes.update(_noted(by_row.values(), said, line_end))
    return replaced(data, text, codec, changes.items(), path)


def _ended(target: str, source: str) -> str:
    """The text with a line break at either end where the English has one, and nowhere else."""
    inner = target.strip("\n")
    if not inner:
        return target
    before, _, after = target.partition(inner)
    first = (before or "\n") if source.startswith("\n") else ""
    last = (after or "\n") if source.endswith("\n") else ""
    return f"{first}{inner}{last}"


def _noted(
    places: Iterable[_Place], said: Mapping[tuple[str | None, str], Said], line_end: str
) -> Iterator[tuple[Span, str]]:
    """The changes that put comments in place of our older ones."""
    for at, group in groupby(places, key=lambda place: place.entry.noted):
        messages = list(group)
        words = [about.notes for p in messages if (about := said.get((None, p.row.id or "")))]
        notes = [" ".join(note.split()) for each in words for note in each or ()]
        ours = messages[0].entry.ours
        if at is None or all(each is None for each in words) or notes == [*ours.values()]:
            continue
        yield from ((span, "") for span in ours)
        yield Span(at, at), "".join(f"# {OURS}{note}{line_end}" for note in notes)


def _reviewed(entry: Entry, text: str) -> Iterator[tuple[Span, str]]:
    """The changes that take `fuzzy` and the former English away."""
    if not entry.fuzzy:
        return
    for span, flags in entry.flags.items():
        if "fuzzy" in flags:
            kept = ", ".join(flag for flag in flags if flag != "fuzzy")
            line = span.of(text)
            yield span, f"#, {kept}{line[len(line.rstrip()) :]}" if kept else ""
    for span in entry.previous:
        yield span, ""


def _places(text: str, path: str) -> list[_Place]:
    if path.lower().endswith(".pot"):
        raise BadContent(
            told("{} is a template without translations", path),
            "name the .po file that was made of it",
        )
    found = entries(text, path)
    _ask_language(found, path)
    messages = [
        (entry, number)
        for entry in found
        if not entry.is_header
        for number in range(len(entry.forms))
    ]
    names = unit_ids(
        "\x04".join((*filter(None, [e.texts.get("msgctxt")]), e.source(n))) for e, n in messages
    )
    return [
        _Place(_row(entry, number, name, path), entry)
        for (entry, number), name in zip(messages, names, strict=True)
    ]


def _row(entry: Entry, number: int, name: str, path: str) -> Row:
    form = entry.forms[number]
    return Row(
        path,
        entry.line,
        name,
        entry.source(number),
        form.text,
        None,
        form.span,
        context=entry.texts.get("msgctxt", ""),
        notes=tuple(filter(None, entry.comments)),
        state=State.NEEDS_REVIEW if entry.fuzzy else None,
        singular=entry.singular,
    )


def _ask_language(found: list[Entry], path: str) -> None:
    header = next((entry.forms[0].text for entry in found if entry.is_header), "")
    match = _LANGUAGE.search(header)
    if match and match[1].lower().split("_")[0] not in ("ja", "jpn"):
        raise BadContent(
            told("{} is a translation into another language ({})", path, match[1]),
            "name one into Japanese",
        )


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """The text and its codec: as the header says, else as any text."""
    match = _CHARSET.search(data)
    named = match[1].decode() if match else "CHARSET"
    if named == "CHARSET":  # what stands in a header that nobody has filled in
        return decode(data, path)
    try:
        known = codecs.lookup(named).name
    except LookupError:
        known = ""
    if known not in _CODECS:
        raise UnreadableFile(
            told("{}: its header names the encoding {}", path, named),
            "convert it: msgconv --to-code=UTF-8",
        )
    mark = data.startswith(codecs.BOM_UTF8)
    codec = "utf-8-sig" if mark else "utf-8" if known == "ascii" else known
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError:
        raise UnreadableFile(
            told("{} is not in {}, which its header names", path, named),
            "write into its header what it is in, or convert it",
        ) from None


def _new(units: Sequence[TranslationUnit]) -> bytes:
    from corpus.formats.po_new import written

    return "".join(written(units)).encode(errors="replace")


FORMAT = BitextFormat(
    "PO",
    (".po", ".pot"),
    read,
    corrected,
    writer=BitextWriter(_new, _HOLDS),
    handed_back=handed_back,
    unread="flags, places in the program, which forms are of one message, and what is out of use",
)
