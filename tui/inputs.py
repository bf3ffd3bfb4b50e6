"""What the words after `taiyaku check` mean: a pair of documents, or bitexts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.alignment.pairing import aligned
from corpus.errors import BadContent, UnreadableFile
from corpus.formats import BITEXT_FORMATS, bitext_format, document_format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import Bitext
    from glossary.termbase import Termbase

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A bitext that is still to be read; `source` is None unless it is a pair of documents."""

    path: str
    source: str | None = None

    def read(self, termbase: Termbase) -> Bitext:
        """Read it, and align it where it is a pair. Raises `TaiyakuError`."""
        if self.source is not None:
            return open_pair(self.source, self.path, termbase)
        return open_bitext(self.path)


def inputs(words: Sequence[str]) -> tuple[Input, ...]:
    """The inputs that `words` name. Raises `TaiyakuError` for a mixture that means nothing."""
    documents = [w for w in words if not _is_bitext(w)]
    if not documents:
        return tuple(Input(path) for word in words for path in _files(word))
    if len(documents) == 2 == len(words):
        return (Input(documents[1], source=documents[0]),)
    missing = next((w for w in documents if not Path(w).exists()), None)
    if missing is not None:
        raise UnreadableFile(f"{missing}: there is no such file", "check the name")
    count = len(documents)
    raise BadContent(
        "one document alone" if count == 1 else f"{count} documents cannot be paired",
        "name exactly two, SOURCE TARGET, or bitexts "
        f"({' '.join(e for f in BITEXT_FORMATS for e in f.endings)})",
    )


def open_pair(source: str, target: str, termbase: Termbase) -> Bitext:
    """Two documents, aligned with the help of the names in the termbase."""
    english = document_format(source).read(source)
    japanese = document_format(target).read(target)
    return aligned(english, japanese, names=termbase.pairs())


def open_bitext(path: str) -> Bitext:
    """A file that holds both sides."""
    found = bitext_format(path)
    if found is None:
        raise BadContent(f"{path}: not a bitext", "name the English and the Japanese document")
    return found.read(path)


def _is_bitext(word: str) -> bool:
    return word == STDIN or Path(word).is_dir() or bitext_format(word) is not None


def _files(word: str) -> list[str]:
    """A folder stands for the bitexts in it, at any depth, in the order of their names."""
    if word == STDIN or not Path(word).is_dir():
        return [word]
    found = sorted(str(p) for p in Path(word).rglob("*") if p.is_file() and _is_bitext(str(p)))
    if not found:
        raise BadContent(f"{word}: no bitext in this folder", "name two documents or a bitext")
    return found
