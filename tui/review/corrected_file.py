"""The file that a review writes: the Japanese, corrected. The English is never touched."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.errors import TaiyakuError, UnreadableFile, UnwritableFile, WorkspaceError
from corpus.formats import bitext_format, document_format
from corpus.formats.files import keep_original, read_bytes, write_atomically
from corpus.formats.inline import fault
from corpus.told import told
from tui.review.unit import unit_key
from tui.sample import is_sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.bitext import Bitext, Document, TranslationUnit
    from corpus.formats.format import Said
    from corpus.workspace.work import Work


class CorrectedFile:
    """Where the corrected text of one review goes, and how much of it is there.

    Corrections are given as the Japanese by key of the unit (`unit_key`), for all units where
    it is not what the file held when it was opened.
    """

    def __init__(
        self,
        bitext: Bitext,
        corrections: Mapping[str, str],
        work: Work,
        said: Callable[[], Mapping[str, Said]],
        *,
        locked: bool = False,
    ) -> None:
        """`work` remembers what was written; `said` tells what a person said of the units besides
        their text, by key; `locked`: another window works on these texts, so
        what is there is left alone."""
        self.written_at: datetime | None = None
        """When this review was last written, in UTC."""
        self.bitext = bitext
        """May be replaced by the same texts, otherwise linked."""
        self._locked = locked
        self._work = work
        self._said = said
        self._written_in_place: bytes | None = None
        self._kept_in_file: set[str] = set()
        self._written: dict[str, str] = {}
        self._found_right: dict[str, bool] = {}
        self._edition = ""
        writable = self._writable(corrections)
        if self._already(writable):
            self._written = writable

    @property
    def default_path(self) -> Path:
        """`ja.corrected.txt` beside `ja.txt`; of the sample, in the working directory."""
        target = Path(self.bitext.name)
        ending = self._other_kind[1] if self._other_kind else target.suffix
        name = f"{target.stem}.corrected{ending}"
        return Path(name) if is_sample(target) else target.with_name(name)

    @property
    def replaceable(self) -> bool:
        """Whether what was opened may be written itself."""
        return not (self._other_kind or is_sample(Path(self.bitext.name)))

    @property
    def _other_kind(self) -> tuple[tuple[str, ...], str] | None:
        """The endings of a kind of file that cannot be written, and what is written instead."""
        if self.bitext.target is None:
            return None
        known = document_format(self.bitext.name)
        return (known.endings, known.written_as) if known.written_as else None

    @property
    def holds_comments(self) -> bool:
        """Whether what a person notes on a unit is written, too."""
        known = bitext_format(self.bitext.name) if self.bitext.target is None else None
        return known is not None and known.handed_back is not None

    @property
    def edition(self) -> str:
        """What stands for the opened file as it is; another once somebody has changed it."""
        self._edition = self._edition or digest_of(Path(self.bitext.name))
        return self._edition

    def signed_off(self, key: str) -> bool:
        """Whether this run has put into the opened file that a unit was found right."""
        return self._found_right.get(key, False)

    def stranger(self, path: Path) -> bool:
        """Whether a file stands there that is neither what was opened nor what this work wrote."""
        if not path.is_file() or path.resolve() == Path(self.bitext.name).resolve():
            return False
        return self._work.written().get(_known_by(path)) != digest_of(path)

    def unwritten(self, corrections: Mapping[str, str]) -> int:
        """How many units have other Japanese than the file that was last written."""
        same = corrections.items() & self._written.items()
        return len(corrections.keys() | self._written.keys()) - len(same)

    def held_back(self, corrections: Mapping[str, str]) -> dict[str, str]:
        """By key, why the file cannot hold the text of a unit, which is then written as it was."""
        return {
            key: why
            for unit in self.bitext.units
            if unit.codes
            and (key := unit_key(unit)) in corrections
            and (why := fault(corrections[key], unit.codes))
            and why != fault(unit.target, unit.codes)
        }

    def another(
        self, corrections: Mapping[str, str], before: Mapping[str, Said], now: Mapping[str, Said]
    ) -> bool:
        """Whether the file would be another by what was said of units, by key, since `before`."""
        if before == now or not self.holds_comments:
            return False
        written = self._writable(corrections)
        with suppress(TaiyakuError):  # of a file that is gone, or cannot be written
            return self._data(written, before) != self._data(written, now)
        return False

    def behind(self, corrections: Mapping[str, str], said: Mapping[str, Said]) -> bool:
        """Whether neither the opened file nor one that was written has what a person said of units,
        by key, besides their text."""
        if not self.holds_comments or not any(
            about.notes or about.confirmed not in (None, unit.signed_off)
            for unit in self.bitext.units
            if (about := said.get(unit_key(unit)))
        ):
            return False
        written = self._writable(corrections)
        with suppress(TaiyakuError):
            return self._data(written, said) != read_bytes(
                self.bitext.name
            ) and not self._is_written(self._data(written, self._words()))
        return False

    def write(self, path: Path, corrections: Mapping[str, str]) -> None:
        """Write all that is not `held_back`, or nothing; what was opened is kept as `ja.txt.bak`
        when it is replaced, unless there is such a file. Raises UnwritableFile, also for the source
        and for a target that another program has changed; UnreadableFile where the bitext file is
        gone."""
        bitext = self.bitext
        if bitext.source is not None and path.resolve() == Path(bitext.source.name).resolve():
            raise UnwritableFile(
                "that is the English text, which is never changed", "choose another name"
            )
        if is_sample(path):
            raise UnwritableFile("the sample stays as it is", "write to another folder")
        if self._other_kind and path.suffix.lower() in self._other_kind[0]:
            kind = path.suffix[1:].upper()
            raise UnwritableFile(
                told("a {} cannot be corrected: what is written is its text", kind),
                told("write it to {}", self.default_path.name),
            )
        in_place = path.resolve() == Path(bitext.name).resolve()
        if self._locked and path.exists():
            raise UnwritableFile(
                "another window is working on these texts, and may have written this file",
                "write to a new name, or do it there",
            )
        if in_place and not self._still_ours():
            raise UnwritableFile(
                told("{} was changed by another program", path.name), "write to another name"
            )
        corrections = self._writable(corrections)
        words = self._words()
        data = self._data(corrections, words)
        if in_place and self._written_in_place is None:
            keep_original(path)
        write_atomically(path, data)
        if not self._locked:
            with suppress(WorkspaceError):  # it is written, whether that is remembered or not
                self._work.wrote(_known_by(path), _digest(data))
        if in_place:
            said = ((key, about.confirmed) for key, about in words.items())
            self._found_right |= {key: right for key, right in said if right is not None}
            self._written_in_place, self._edition = data, _digest(data)
            self._kept_in_file |= corrections.keys()
        self._written, self.written_at = dict(corrections), datetime.now(UTC)

    def _writable(self, corrections: Mapping[str, str]) -> dict[str, str]:
        """The corrections; of a unit that is held back, what was last written."""
        held = self.held_back(corrections)
        kept = {key: self._written[key] for key in held if key in self._written}
        return {key: text for key, text in corrections.items() if key not in held} | kept

    def _data(self, corrections: Mapping[str, str], words: Mapping[str, Said]) -> bytes:
        # What an earlier write put into the file itself is written again, also if undone since.
        keys = corrections.keys() | self._kept_in_file
        units = ((unit_key(unit), unit) for unit in self.bitext.units)
        chosen = [(unit, corrections.get(key, unit.target)) for key, unit in units if key in keys]
        return _corrected(self.bitext, chosen, words)

    def _words(self) -> dict[str, Said]:
        """What was said of the units, by key, as it differs from what this run has put into the
        opened file: that somebody found a unit right is taken back once, and so is a confirmation
        that was undone since."""
        words = dict(self._said())
        for key in self._found_right.keys() & words.keys():
            if not words[key].confirmed:
                back = False if self._found_right[key] else None
                words[key] = words[key]._replace(confirmed=back)
        return words

    def _already(self, corrections: Mapping[str, str]) -> bool:
        """Whether an earlier run has written what now stands."""
        if not corrections:
            return True
        try:
            return self._is_written(self._data(corrections, self._words()))
        except TaiyakuError:
            return False

    def _is_written(self, data: bytes) -> bool:
        """Whether a file that this work wrote is there, with these bytes."""
        now, written = _digest(data), self._work.written().items()
        return any(then == now and digest_of(Path(path)) == now for path, then in written)

    def _still_ours(self) -> bool:
        """Whether the target of a pair still is what was opened, or what we wrote there."""
        bitext = self.bitext
        if bitext.target is None:
            # Its format looks for itself when the corrections are put in.
            return True
        if read_bytes(bitext.name) == self._written_in_place:
            return True
        return document_format(bitext.name).read(bitext.name).text == bitext.target.text


def _known_by(path: Path) -> str:
    # Names that are no UTF-8 cannot be stored as text.
    return str(path.resolve()).encode(errors="backslashreplace").decode()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """What stands for the bytes of a file; empty where there is none."""
    try:
        return _digest(read_bytes(str(path)))
    except UnreadableFile:
        return ""


def _corrected(
    bitext: Bitext, targets: Sequence[tuple[TranslationUnit, str]], said: Mapping[str, Said]
) -> bytes:
    """The file that `bitext` was read from with the Japanese of some units replaced, and what was
    said of units where it can hold that.

    Raises UnwritableFile, and UnreadableFile where the file is needed again and gone.
    """
    if bitext.target is None:
        found = bitext_format(bitext.name)
        if found is None:
            raise UnreadableFile(
                told("{}: not a bitext", bitext.name), "open a bitext file or a pair"
            )
        new = {(u.document, u.id): text for u, text in targets}
        if found.handed_back is None:
            return found.corrected(bitext.name, new)
        about = {
            (u.document, u.id): said[key] for u in bitext.units if (key := unit_key(u)) in said
        }
        return found.handed_back(bitext.name, new, about)
    changes = [
        _change(bitext.target, bitext.units, unit, text)
        for unit, text in targets
        if text != unit.target
    ]
    return document_format(bitext.name).corrected(bitext.target, _merged(changes))


def _change(
    document: Document, units: Sequence[TranslationUnit], unit: TranslationUnit, text: str
) -> tuple[Span, str]:
    if unit.target_span is not None:
        return unit.target_span, text
    # No Japanese stood there: a paragraph of its own, behind that of the unit before.
    end = "\r\n" if "\r\n" in document.text else "\n"
    gap = end * 2 if end * 2 in document.text else end
    before = [u.target_span.end for u in units[: units.index(unit)] if u.target_span]
    if before:
        return Span(before[-1], before[-1]), gap + text
    return Span(0, 0), text + gap


def _merged(changes: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Insertions at one place as one, in their order: changes may not overlap."""
    merged: dict[Span, str] = {}
    for span, text in changes:
        merged[span] = merged.get(span, "") + text if not len(span) else text
    return list(merged.items())
