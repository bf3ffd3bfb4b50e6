"""The memory of a workspace as TMX: what a machine wrote is a property beside the two texts.

Of a memory that another program has written no machine's text is known. There the English stands
in its place: what stood there before anybody had translated it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.formats.files import decode, read_bytes
from corpus.formats.inline import MARK
from corpus.formats.markup import attribute, escaped
from corpus.formats.tmx import ending, heading
from corpus.formats.tmx_reader import places
from corpus.patterns import regex
from corpus.told import told
from corpus.workspace.journal import Correction, Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.formats.tmx_reader import Place

_MACHINE = "x-taiyaku-machine"
_DATE = regex(r"\d{8}T\d{6}Z")
_TMX_DATE = "%Y%m%dT%H%M%SZ"


def written(memories: Iterable[Memory]) -> Iterator[str]:
    """The parts of the file, in order."""
    yield heading()
    for memory in memories:
        made = memory.correction
        user = f" creationid={attribute(memory.user)}" if memory.user else ""
        date = datetime.fromisoformat(memory.at).astimezone(UTC).strftime(_TMX_DATE)
        machine = f'<prop type="{_MACHINE}">{escaped(made.machine)}</prop>\n'
        yield (
            f'<tu creationdate="{date}"{user}>\n{machine if made.machine != made.source else ""}'
            f'<tuv xml:lang="en"><seg>{_with_codes(made.source, made)}</seg></tuv>\n'
            f'<tuv xml:lang="ja"><seg>{_with_codes(made.corrected, made)}</seg></tuv>\n</tu>\n'
        )
    yield ending()


def read(path: str, now: datetime) -> list[Memory]:
    """What a TMX file knows, the codes of other programs left out; what has no date was made `now`.

    Raises UnreadableFile, BadContent.
    """
    text, _ = decode(read_bytes(path), path)
    found = [m for place in places(text, path) if (m := _memory(place, now))]
    if not found:
        raise BadContent(
            told("{} holds no units", path), "name a file with at least one pair of texts"
        )
    return found


def _memory(place: Place, now: datetime) -> Memory | None:
    foreign = () if _MACHINE in place.about else place.row.codes
    marks = str.maketrans(dict.fromkeys((code.mark for code in foreign), ""))
    source, corrected = (t.translate(marks) for t in (place.row.source, place.row.target))
    if not source.strip() or not corrected.strip():
        return None
    about = place.about | place.target.about
    known = Correction(source, place.about.get(_MACHINE, source), corrected)
    user = about.get("changeid") or about.get("creationid") or ""
    return Memory(known, _date(about, now).isoformat(timespec="seconds"), user)


def _date(about: dict[str, str], now: datetime) -> datetime:
    for name in ("changedate", "creationdate"):
        if _DATE.fullmatch(said := about.get(name, "")):
            try:
                return datetime.strptime(said, _TMX_DATE).replace(tzinfo=UTC)
            except ValueError:
                continue
    return now.astimezone(UTC)


def _with_codes(text: str, made: Correction) -> str:
    """The text with a `ph` for each mark, whose code no memory keeps."""
    found = dict.fromkeys(MARK.findall(made.source + made.corrected))
    numbers = {mark: number for number, mark in enumerate(found, 1)}
    return "".join(f'<ph x="{numbers[c]}"/>' if c in numbers else escaped(c) for c in text)
