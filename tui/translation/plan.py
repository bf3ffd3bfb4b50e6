"""What is to be translated of a document, what it costs, and what becomes of older Japanese."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.engines.engine import key
from corpus.engines.run import Wanted
from corpus.errors import BadContent, UnreadableFile
from corpus.formats import document_format
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from corpus.bitext import Document
    from corpus.engines.engine import Options, Translated
    from corpus.workspace.engine_cache import EngineCache

_CONTEXT = 3000
"""Characters of neighbours that go along; they are free but count in the size of a request."""
_HEADING = 100
_LINE_BREAK = regex(r"\s*[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")
_SENTENCE_END = regex(r"[.!?:;,”\"')]$")


@dataclass(frozen=True, slots=True)
class Plan:
    """Every paragraph of one English document, by its number from 0."""

    wanted: tuple[Wanted, ...]
    """Equal paragraphs have equal keys."""
    old: tuple[str | None, ...]
    """The Japanese that stands in the file to be written, where there is one."""
    by_hand: frozenset[int]
    """Paragraphs whose old Japanese no engine made: they are left alone."""

    @property
    def payable(self) -> tuple[Wanted, ...]:
        """All but what a person wrote."""
        return tuple(w for at, w in enumerate(self.wanted) if at not in self.by_hand)

    def result(self, found: Mapping[str, Translated]) -> tuple[str | None, ...]:
        """The Japanese of every paragraph; None where there is none yet."""
        return tuple(
            self.old[at] if at in self.by_hand else t.text if (t := found.get(w.key)) else None
            for at, w in enumerate(self.wanted)
        )


def planned(
    document: Document,
    old: Sequence[str] | None,
    cache: EngineCache,
    terms: Mapping[str, str],
    options: Options,
    engine: str,
) -> Plan:
    """`old` has a text for each paragraph. Raises BadContent where it has more or fewer."""
    wanted = asked([s.text for s in document.segments], terms, options, engine)
    if old is not None and len(old) != len(wanted):
        raise BadContent(
            told(
                "the Japanese that is there has {} paragraphs, the English {}",
                len(old),
                len(wanted),
            ),
            "write to another file with -o",
        )
    before = tuple(old) if old is not None else (None,) * len(wanted)
    by_hand = frozenset(
        at
        for at, (one, japanese) in enumerate(zip(wanted, before, strict=True))
        if japanese is not None
        and not is_made_of(japanese, [cache.made_of(one.text).values()])
        and not same(japanese, one.text)  # English that was left for want of a translation
    )
    return Plan(wanted, before, by_hand)


def asked(
    texts: Sequence[str], terms: Mapping[str, str], options: Options, engine: str
) -> tuple[Wanted, ...]:
    """Paragraphs as they go to an engine: each on one line, since engines lose line breaks."""
    lines = [_LINE_BREAK.sub(" ", text) for text in texts]
    return tuple(
        Wanted(key(line, terms, options, engine), line, context)
        for line, context in zip(lines, contexts(lines), strict=True)
    )


def is_made_of(japanese: str, made: Sequence[Collection[str]]) -> bool:
    """Whether a text is what an engine made: for each of its paragraphs, one of several texts."""
    return _begins(_flat(japanese), made)


def _begins(text: str, made: Sequence[Collection[str]]) -> bool:
    if not made:
        return not text
    starts = {_flat(one) for one in made[0]}
    return any(text.startswith(s) and _begins(text[len(s) :], made[1:]) for s in starts)


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but white space."""
    return _flat(one) == _flat(other)


def contexts(texts: Sequence[str]) -> tuple[str, ...]:
    """For each paragraph the title and its section, the same for all of a section."""
    sections: list[list[str]] = []
    for text in texts:
        if _is_heading(text) or not sections or sum(map(len, sections[-1])) > _CONTEXT:
            sections.append([])
        sections[-1].append(text)
    title = texts[0] if texts and _is_heading(texts[0]) else ""
    found = []
    for number, section in enumerate(sections):
        parts = [*([title] if title and number else []), *section]
        found += ["\n".join(parts)[: _CONTEXT * 2]] * len(section)
    return tuple(found)


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING and not _SENTENCE_END.search(text)


def _flat(text: str) -> str:
    return "".join(text.split())


def default_output(source: str) -> Path:
    """`ja.txt` for `en.txt`, `x.ja.txt` for `x.en.txt` and for `x.txt`; text for a PDF.

    Raises UnreadableFile for what is no name of a file."""
    path = Path(source)
    if not path.name:
        raise UnreadableFile("no file is named", "check the spelling of the path")
    ending = document_format(source).written_as or path.suffix
    if path.stem == "en":
        return path.with_name(f"ja{ending}")
    return path.with_name(f"{path.stem.removesuffix('.en')}.ja{ending}")


def accepted(
    plan: Plan, new: Sequence[str | None], accept: Callable[[str, str, str], bool]
) -> tuple[str, ...]:
    """The Japanese to write: where other Japanese stood, `accept(english, old, new)` decides."""
    chosen = []
    for one, old, made in zip(plan.wanted, plan.old, new, strict=True):
        if made is None:
            chosen.append(old if old is not None else one.text)
        elif old is None or same(old, made) or same(old, one.text) or accept(one.text, old, made):
            chosen.append(made)
        else:
            chosen.append(old)
    return tuple(chosen)


def laid_out(document: Document, japanese: Iterable[str]) -> str:
    """The English file with Japanese in the place of each paragraph, each on one line."""
    parts, last = [], 0
    for segment, text in zip(document.segments, japanese, strict=True):
        # An engine's line breaks would make more paragraphs than the English has.
        parts += [document.text[last : segment.span.start], "".join(text.splitlines())]
        last = segment.span.end
    return "".join([*parts, document.text[last:]])


def written(document: Document, japanese: Iterable[str]) -> bytes:
    """The English file with Japanese in the place of each paragraph, formats and all else kept;
    text in UTF-8, since the English may be in an encoding that has no Japanese."""
    changes = [
        (segment.span, "".join(text.splitlines()))
        for segment, text in zip(document.segments, japanese, strict=True)
    ]
    return document_format(document.name).corrected(replace(document, encoding="utf-8"), changes)
