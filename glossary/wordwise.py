"""Whether a stretch of the Japanese renders a name word by word, as nobody calls it.

東京株式取引所 is "Tokyo" and "Stock" and "Exchange", but the Exchange calls itself 東京証券取引所.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.english_words import LEGAL_WORDS
from glossary.folding import fold_japanese
from glossary.forms import without_group
from glossary.fuzzy import script
from glossary.sounding import apart
from glossary.word_renderings import LISTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.recognition import Mention
    from glossary.scene import Group, Scene

_SAID_OTHERWISE = frozenset({EntityKind.PERSON, EntityKind.PLACE})
_COMMON = frozenset({EntityKind.TERM, EntityKind.PRODUCT})
_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"))
_LEGAL = ("株式会社", "会社", "コーポレーション", "カンパニー")
_JOINT = regex("(?:の|な|と|で|的な|的|及び|および|、|に関する|のための|における|を通じた)?")
_BEHIND = regex("長官|総裁|会長|社長|大臣|代表|[側内等]")
_BEFORE = "米英日仏独伊豪韓中露加印"
_KATAKANA = regex("[ァ-ヺー]+")
_MOST = 7
"""Words; longer names are rendered in too many ways. Also readings of one place that are tried."""
_ALIKE = 0.6
"""Up to here katakana sounds like a word of three consonants or more."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the English name, with all Japanese that may stand for it."""

    english: str
    renderings: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the stretch, of the folded target."""

    start: int
    end: int
    by_sound: bool


def word_by_word(scene: Scene, group: Group) -> Span | None:
    """The stretch that says all words of the name one by one, not all of them rightly.

    Only for names whose right rendering does not stand there. A common noun of one word, of
    an own glossary, counts where it is spelt in katakana. Bundled common nouns are rendered
    in many good ways: of these only what is spelt in katakana throughout.
    """
    if group.sure is None or group.kind in _SAID_OTHERWISE:
        return None
    words = _words(scene, group, group.sure)
    if not (1 if group.common and not group.bundled else 2) <= len(words) <= _MOST:
        return None
    text = scene.target.text
    spelt = _KATAKANA.search(text) is not None
    if not all(w.optional or spelt or any(r in text for r in w.renderings) for w in words):
        return None
    dead: set[tuple[int, int]] = set()
    for start in range(len(text)):
        if not _begins(text, start):
            continue
        for pieces in islice(_readings(text, start, words, dead), _MOST):
            if _is_strange(scene, group, pieces):
                return scene.target.span(start, pieces[-1].end)
    return None


def swallowed(scene: Scene, group: Group, start: int, end: int) -> bool:
    """Whether a body's right name there is but a part of a name word by word: 野村持株会社.

    A country before it changes nothing: 日本国際協力銀行.
    """
    if group.kind not in (EntityKind.COMPANY, EntityKind.ORGANISATION):
        return False
    text = scene.target.text
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    grown = (before and script(before) == script(text[start])) or (after and script(after))
    literal = word_by_word(scene, group) if grown else None
    right = scene.target.span(start, end)
    if literal is None or literal == right or not literal.contains(right):
        return False
    target = scene.unit.target
    around = (Span(literal.start, right.start).of(target), Span(right.end, literal.end).of(target))
    more = fold_japanese("".join(around)).text
    places = scene.termbase.target_entries.get(more, ())
    return (
        more not in _LEGAL
        and script(more[0]) != ""
        and all(e.concept.kind is not EntityKind.PLACE for e in places)
    )


def _words(scene: Scene, group: Group, mention: Mention) -> tuple[_Word, ...]:
    words: list[str] = []
    proper = False
    for word in mention.form.split():
        if word in _SMALL_WORDS or not word.isalnum():
            continue
        unlisted = word not in LEGAL_WORDS and not _listed(scene, word)
        if words and (f"{words[-1]} {word}" in LISTED or (proper and unlisted)):
            words[-1] += f" {word}"  # "atomic energy", "Meiji Yasuda"
        else:
            words.append(word)
        proper = unlisted
    return tuple(_word(scene, group, w, legal=w in LEGAL_WORDS) for w in words)


def _word(scene: Scene, group: Group, word: str, *, legal: bool) -> _Word:
    if legal:
        return _Word(word, _LEGAL, optional=True)
    return _Word(word.replace(" ", ""), _listed(scene, word) or _heads(group))


def _listed(scene: Scene, word: str) -> tuple[str, ...]:
    """The Japanese of a common word or a place; nothing for a proper name."""
    listed = LISTED.get(word, ()) or LISTED.get(word.removesuffix("s"), ())
    return listed or tuple(
        fold_japanese(text).text
        for entry in scene.termbase.source_entries.get(word, ())
        if entry.concept.kind is EntityKind.PLACE
        for text in entry.concept.accepted
    )


def _heads(group: Group) -> tuple[str, ...]:
    """Beginnings of the right name, which may be what a proper name is in Japanese: 日立."""
    forms = group.right_forms()
    heads = {form[:n] for form in forms for n in range(2, len(form))}
    return tuple(sorted(heads, key=lambda head: (-len(head), head)))


def _begins(text: str, start: int) -> bool:
    if not script(text[start]):
        return False
    before = text[start - 1] if start else ""
    return not before or script(before) != script(text[start]) or before in _BEFORE


def _readings(
    text: str, start: int, words: tuple[_Word, ...], dead: set[tuple[int, int]]
) -> Iterator[tuple[_Piece, ...]]:
    """The ways to read what begins at `start` as all of the words, in any order.

    `dead` keeps the places that cannot be read, so that none is tried twice.
    """
    state = start, hash(words)
    if state in dead:
        return
    readable = False
    if all(word.optional for word in words) and _ends(text, start):
        readable = True
        yield ()
    for number, word in enumerate(words):
        if word in words[:number]:
            continue
        rest = words[:number] + words[number + 1 :]
        for piece in _pieces(text, start, word):
            for others in _rest_of(text, piece.end, rest, dead):
                readable = True
                yield (piece, *others)
    if not readable:
        dead.add(state)


def _rest_of(
    text: str, end: int, rest: tuple[_Word, ...], dead: set[tuple[int, int]]
) -> Iterator[tuple[_Piece, ...]]:
    """What may follow a piece that ends there, perhaps behind の or と."""
    if not rest:
        yield from ((),) if _ends(text, end) else ()
        return
    joint = _JOINT.match(text, end)
    for start in {end, joint.end() if joint else end}:
        yield from _readings(text, start, rest, dead)


def _pieces(text: str, start: int, word: _Word) -> Iterator[_Piece]:
    for rendering in word.renderings:
        if text.startswith(rendering, start):
            yield _Piece(start, start + len(rendering), by_sound=False)
    run = _KATAKANA.match(text, start)
    longest = start + 2 * len(word.english)
    for end in range(start + 2, min(run.end(), longest) + 1) if run else ():
        if _sounds_like(word.english, text[start:end]):
            yield _Piece(start, end, by_sound=True)


@lru_cache(maxsize=1 << 14)
def _sounds_like(word: str, run: str) -> bool:
    if len(word) < 3 or abs(len(word) - 1.5 * len(run)) > len(word):
        return False
    bound = _ALIKE if len(word) > 5 else _ALIKE / 2
    return any(apart(form, run) <= bound for form in _singular(word))


def _singular(word: str) -> set[str]:
    if word.endswith("ies"):
        return {word, word[:-3] + "y"}
    return {word, word.removesuffix("s")}


def _ends(text: str, end: int) -> bool:
    if end >= len(text) or script(text[end]) != script(text[end - 1]):
        return True
    return bool(_BEHIND.match(text, end))


def _is_strange(scene: Scene, group: Group, pieces: tuple[_Piece, ...]) -> bool:
    """Whether this is a name that nobody has, and a part of it is no part of the right one."""
    own_word = group.common and not group.bundled
    if len(pieces) < 2 and not (pieces and own_word and pieces[0].by_sound):
        return False
    text = scene.target.text
    start, end = pieces[0].start, pieces[-1].end
    if any(o.start <= start and end <= o.end for o in scene.occurrences):
        return False
    right = {form for each in group.right_forms() for form in (each, without_group(each))}
    named = [p for p in pieces if text[p.start : p.end] not in _LEGAL]
    if "".join(text[p.start : p.end] for p in named) in right:
        return False
    if len(pieces) > 1 and len(named) == 1 and named[0].by_sound:
        return False  # another firm of the same sound: トーホー and 東宝
    strange = [
        p
        for p in pieces
        if text[p.start : p.end] in _LEGAL
        or not any(text[p.start : p.end] in form for form in right)
    ]
    if group.bundled and group.kind in _COMMON:
        spelt = all(p.by_sound for p in pieces)
        return bool(strange) and spelt and not any(_KATAKANA.fullmatch(form) for form in right)
    return bool(strange)
