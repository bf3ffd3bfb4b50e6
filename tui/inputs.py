"""What the words after `taiyaku check` mean: a pair of documents, or bitexts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from glob import glob
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from corpus.embedding import installed
from corpus.errors import BadContent, NotATranslation, UnreadableFile
from corpus.formats import BITEXT_FORMATS, DOCUMENT_FORMATS, bitext_format, document_format
from corpus.formats.files import shown
from corpus.formats.stretches import stretches
from corpus.told import told
from tui.console import meter, note
from tui.file_pairs import PATTERNS, checked_pattern, counterparts, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import Bitext, Document
    from glossary.termbase import Termbase
    from tui.file_pairs import Pattern

STDIN = "-"
NO_JAPANESE = told("there is no Japanese text beside it")
NO_ENGLISH = told("there is no English text beside it")
NO_OTHER = told("by its name it belongs to no other of the texts")
_HERE = Path()


@dataclass(frozen=True, slots=True)
class Input:
    """A bitext that is still to be read; `source` is None unless it is a pair of documents."""

    path: str
    source: str | None = None
    lacks: str = ""
    """Of a document that is no half of a pair: what is not there, as a person is told."""
    sought: tuple[str, ...] = ()
    """Of such a document: the files that its other half might be."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is read from, or would be."""
        named = (self.path,) if self.source is None else (self.source, self.path)
        return named + self.sought

    def read(self, termbase: Termbase) -> Bitext:
        """Read it, and align it where it is a pair. Raises `TaiyakuError`."""
        if self.lacks:
            raise NotATranslation(
                told("{}: {}", self.path, told(self.lacks)),
                "add the other text, or leave this one out: name the files to be checked, or the "
                "pattern of their names as `pairs` in taiyaku.toml",
            )
        if self.source is not None:
            return open_pair(self.source, self.path, termbase)
        return open_bitext(self.path)

    def stretches(self) -> Iterator[Bitext] | None:
        """A bitext file that is too large to be read whole, bit by bit; None for all else."""
        found = None if self.source is not None or self.path == STDIN else bitext_format(self.path)
        if found is None or found.stream is None or _size(self.path) <= found.whole:
            return None
        return stretches(found.stream(self.path), self.path)


def inputs(words: Sequence[str], pattern: Sequence[str] = ()) -> tuple[Input, ...]:
    """The inputs that `words` name. Raises `TaiyakuError` for a mixture that means nothing.

    `pattern` says which documents of a folder belong together, as in `tui.file_pairs`.
    """
    documents = [w for w in words if not _is_bitext(w)]
    if len(documents) == 2 == len(words):
        return (Input(documents[1], source=documents[0]),)
    patterns = (checked_pattern(pattern),) if pattern else PATTERNS
    missing = next((w for w in documents if not Path(w).exists()), None)
    if missing is not None:
        raise UnreadableFile(told("{}: there is no such file", missing), "check the name")
    named = _named([str(Path(w)) for w in documents], patterns)
    if not documents or any(item.source for item in named):
        return (*_all_inputs([w for w in words if _is_bitext(w)], patterns), *named)
    count = len(documents)
    raise BadContent(
        told("one document alone") if count == 1 else told("{} documents cannot be paired", count),
        told(
            "name exactly two, SOURCE TARGET, or bitexts ({})",
            " ".join(e for f in BITEXT_FORMATS for e in f.endings),
        ),
    )


def review_input(words: Sequence[str]) -> Input:
    """The one input of a review. Raises `TaiyakuError` where it is none or several."""
    items = whole(inputs(words))
    if len(items) != 1 or items[0].path == STDIN:
        raise BadContent("one review at a time", "name SOURCE TARGET, or a single bitext file")
    return items[0]


def whole(found: Sequence[Input]) -> tuple[Input, ...]:
    """The inputs that have both sides; of the others a note is made."""
    for item in found:
        if item.lacks:
            note(f"{item.path}: {item.lacks}; it is left out")
    return tuple(item for item in found if not item.lacks)


def texts(found: Sequence[Input], glossary: Sequence[str]) -> tuple[Input, ...]:
    """The inputs that are no glossary files."""
    terms = {Path(file).resolve() for file in glossary}
    return tuple(i for i in found if Path(i.path).resolve() not in terms)


def open_pair(source: str, target: str, termbase: Termbase) -> Bitext:
    """Two documents, aligned with the help of the names in the termbase."""
    from corpus.alignment.pairing import aligned  # here, since a bitext needs none

    return aligned(
        _document(source), _document(target), termbase.pairs(), meter("paragraphs aligned")
    )


def _document(path: str) -> Document:
    if not Path(path).exists():  # before its ending is called unknown
        raise UnreadableFile(told("{} does not exist", path), "check the spelling of the path")
    return document_format(path).read(path)


def read_as(bitext: Bitext) -> str:
    """As what the two documents of a pair, or a bitext file, were read, for the person who waits;
    empty where there is nothing to say."""
    if bitext.source is None:
        return "" if _is_usual(bitext.encoding) else f"read in {shown(bitext.encoding)}"
    kinds = []
    for document in (bitext.source, bitext.target):
        if document:
            kind = document_format(document.name).name
            kinds.append(f"{kind} in {shown(document.encoding)}" if document.encoding else kind)
    return "; ".join((f"read as {' and '.join(dict.fromkeys(kinds))}", *_without_pictures(bitext)))


def encodings(bitext: Bitext) -> str:
    """The encoding in which its files are read, of a pair both where they differ; empty where no
    file is a text."""
    files = (bitext.source, bitext.target) if bitext.source else (bitext,)
    return " > ".join(dict.fromkeys(shown(f.encoding) for f in files if f and f.encoding))


def reading(bitext: Bitext) -> list[str]:
    """What a person should know of how the files were read, in whole sentences."""
    files = (bitext, bitext.source, bitext.target)
    odd = [f for f in files if f and not _is_usual(f.encoding)]
    said: list[str] = [told("{} is read in {}.", f.name, shown(f.encoding)) for f in odd]
    return said + _without_pictures(bitext)


def _is_usual(encoding: str) -> bool:
    return encoding in ("", "utf-8", "utf-8-sig")


def _without_pictures(bitext: Bitext) -> list[str]:
    """What of the documents of a pair was not read, as it stands on pages that are pictures."""
    return [
        told(
            "{}: pages that are pictures are left out: {}", d.name, ", ".join(map(str, d.pictures))
        )
        for d in (bitext.source, bitext.target)
        if d and d.pictures
    ]


def aligned_by(source: int, target: int) -> str:
    """The signs by which texts of so many paragraphs are aligned, for the person who waits."""
    from corpus.alignment.aligner import encoder

    signs = "aligned by length, figures, names, sounds, common words and marks"
    known = encoder(source, target)
    if known:
        return f"{signs}, and by meaning ({known.name})"
    if installed():
        return f"{signs}; too long to go by meaning"
    return f"{signs}; the extra taiyaku[semantic] adds meaning"


def open_bitext(path: str) -> Bitext:
    """A file that holds both sides. Raises `TaiyakuError`."""
    from corpus.alignment.refusal import refuse_swapped

    found = bitext_format(path)
    if found is None:
        raise BadContent(
            told("{}: not a bitext", path), "name the English and the Japanese document"
        )
    bitext = found.read(path)
    refuse_swapped(bitext)
    return bitext


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0  # who reads it says what is wrong


def _is_bitext(word: str) -> bool:
    return (
        word == STDIN or Path(word).is_dir() or _is_pattern(word) or bitext_format(word) is not None
    )


def _is_pattern(word: str) -> bool:
    return "*" in word and not Path(word).exists()


def _all_inputs(words: Sequence[str], patterns: Sequence[Pattern]) -> list[Input]:
    """What all the words stand for; folders with nothing in them by themselves may be the two
    sides, as `en` and `ja` are."""
    found = {word: _inputs(word, patterns) for word in words}
    bare = [word for word, there in found.items() if not there]
    files = [str(Path(word) / file) for word in bare for file in sorted(_files(Path(word)))]
    sides = _pairs(files, patterns)
    if bare and not any(item.source for item in sides):
        raise BadContent(
            told("{}: no bitext and no pair of documents here", bare[0]),
            "name the documents as x.en.txt and x.ja.txt, or set `pairs` in taiyaku.toml",
        )
    return [*(item for there in found.values() for item in there), *sides]


def _inputs(word: str, patterns: Sequence[Pattern]) -> list[Input]:
    """A folder stands for the bitexts and the pairs in it, at any depth, by their names; a pattern
    with `*` for those among the files that it fits."""
    if _is_pattern(word):
        found = glob(word, recursive=True)  # noqa: PTH207 -- which may begin anywhere
        folder, files = Path(), sorted(file for file in found if os.path.isfile(file))  # noqa: PTH113
    elif word != STDIN and Path(word).is_dir():
        folder = Path(word)
        files = sorted(_files(folder))
    else:
        return [Input(word)]
    names = {*files}
    there = [Input(str(folder / file)) for file in files if _is_own_bitext(file, names)]
    there += _pairs(files, patterns, folder)
    return sorted(there, key=lambda i: i.path)


def _named(files: Sequence[str], patterns: Sequence[Pattern]) -> list[Input]:
    """The pairs among documents that a person or their shell has named, and those left over."""
    found = _pairs(files, patterns)
    left = {*files} - {file for item in found for file in item.files}
    found += [Input(file, lacks=NO_OTHER) for file in left if not _is_copy(file, {*files})]
    return sorted(found, key=lambda i: i.path)


def _pairs(files: Sequence[str], patterns: Sequence[Pattern], folder: Path = _HERE) -> list[Input]:
    """The pairs among the files of the folder, and the halves of which the other is missing."""
    names = {*files}
    documents = [file for file in files if _is_document(file) and not _is_copy(file, names)]
    paired, english, japanese = pairs(documents, patterns)
    found = [Input(str(folder / ja), source=str(folder / en)) for en, ja in paired]
    for lacks, alone in ((NO_JAPANESE, english), (NO_ENGLISH, japanese)):
        for file in alone:
            sought = tuple(str(folder / other) for other in counterparts(file, patterns))
            found.append(Input(str(folder / file), lacks=lacks, sought=sought))
    return found


def _files(folder: Path) -> Iterator[str]:
    """Those at any depth, by their path in the folder; what nobody may look at is left out."""
    for place, _, names in os.walk(folder):
        for path in (Path(place, name) for name in names):
            if os.path.isfile(path):  # noqa: PTH113 -- which is not told apart from unreadable
                yield path.relative_to(folder).as_posix()


def _is_own_bitext(file: str, files: set[str]) -> bool:
    """Whether it is a bitext, and neither a corrected copy nor a template, which stands beside
    catalogues and has no Japanese."""
    template = file.lower().endswith(".pot")
    return _is_bitext(file) and not template and not _is_copy(file, files)


def _is_copy(file: str, files: set[str]) -> bool:
    """Whether a review wrote it beside another one of the files."""
    path = PurePosixPath(file)
    original = path.with_name(path.name.replace(".corrected.", ".", 1))
    return original != path and str(original) in files


def _is_document(file: str) -> bool:
    return any(file.lower().endswith(e) for known in DOCUMENT_FORMATS for e in known.endings)
