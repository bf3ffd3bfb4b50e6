"""Whether a stretch of the Japanese is a name with a slip or in another spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.english_words import QUALIFIERS
from glossary.folding import fold_english, fold_japanese, fold_loosely
from glossary.forms import loose_forms
from glossary.fuzzy import BESIDE, NEAR, VERY_NEAR, bounded, near_miss, script

if TYPE_CHECKING:
    from corpus.bitext import Span
    from glossary.fuzzy import NearMiss
    from glossary.scene import Group, Scene

FIXED_NAMES = frozenset({EntityKind.ORGANISATION, EntityKind.PROGRAMME})
"""Kinds of bundled names that Japanese renders by one fixed name; others it spells as it likes."""
_FIXED = FIXED_NAMES | {EntityKind.TERM, EntityKind.COMPANY}


# ・ between kanji parts two names: 長政・幸長.
_DOTS = regex("[・･=＝゠]")
MARKS = regex("[・･=＝゠!！?？:：/／]")
"""What `other_marks` compares."""
_LISTED = regex("[一-龯]・[一-龯]")
_SIZES = frozenset(
    map("".join, zip("ァィゥェォッャュョヂヅ", "アイウエオツヤユヨジズ", strict=True))
)
_WHOLE_NAME = 3
_ABBREVIATED = regex("[ァ-ヺー一-龯]+[a-z]{1,3}")
_KANJI = regex("[一-龯々]+")
_BEHIND_A_NAME = regex(
    "株式会社|[社氏側製内中時等間系発著本各両前後現元新旧長員会]|代表|広報|社長|会長|支店|工場|所属|理事|総裁"
    "|大臣|長官|職員|議員|事務|部長|局長|東京|日本|米国|当局|主催|共同|協力|支援|参加|関係|以外|自体|全体"
)
"""What may follow a name without a particle."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A place of the target that is almost right."""

    span: Span
    slight: bool
    """Whether it sounds the same or nearly so."""
    alike: float = 1.0
    """How like the right form it is; 1 for another spelling of it."""


def slip(scene: Scene, group: Group, *, beside: bool) -> Slip | None:
    """The place most like a right form of `group`, if one is like enough.

    `beside` says that the right name stands in the target, too; more is asked for then.
    """
    if group.kind is EntityKind.PERSON and not beside and (wrong := _other_kanji(scene, group)):
        return Slip(wrong, slight=False)
    spelling = None if beside else _other_spelling(scene, group)
    if spelling:
        strict = not group.bundled or _only_larger(scene, group, spelling)
        return Slip(spelling, slight=True) if strict else None
    if group.sure is None or (group.bundled and not beside and group.kind not in _FIXED):
        return None
    text = _open_text(scene, group)
    misses = [m for form in group.right_forms() if (m := near_miss(form, text))]
    miss = max(misses, key=lambda m: m.score, default=None)
    if miss is None or miss.score < _wanted(group, miss, beside=beside):
        return None
    if not bounded(text, miss.start, miss.end) or (group.bundled and _one_sound(miss)):
        return None
    end = _end_of_word(text, miss.end)
    if end is None or _on_purpose(text[miss.start : end], group):
        return None
    span = scene.target.span(miss.start, end)
    if QUALIFIERS.get(miss.gap, frozenset()) & set(group.mentions[0].form.split()):
        return None  # a word of the English, put in
    if miss.gap and _LISTED.search(span.of(scene.unit.target)):
        return None
    soft = group.bundled and (not beside or group.kind in FIXED_NAMES)
    return Slip(span, slight=soft or _one_sound(miss), alike=miss.score)


def _on_purpose(standing: str, group: Group) -> bool:
    """Whether it is short for the name, or names another: 原子力規制委, 厚生労働両省, ソニーFG."""
    short = any(form.startswith(standing) for form in group.right_forms())
    return short or "両" in standing or _ABBREVIATED.fullmatch(standing) is not None


def _other_kanji(scene: Scene, group: Group) -> Span | None:
    """Where the whole name of a person stands with one wrong kanji: 石場茂 for 石破茂.

    Somebody else may be called alike: an ordinary person is さん, or has an age behind the name.
    """
    text = scene.target.text
    whole = {fold_english(c.source[0].text).text.strip() for c in group.concepts}
    if not any(name in mention.form for name in whole for mention in group.mentions):
        return None
    for form in group.right_forms():
        if len(form) < _WHOLE_NAME or not _KANJI.fullmatch(form):
            continue
        for k in range(len(form)):
            like = f"{form[:k]}[一-龯々]{form[k + 1 :]}"
            match = re.search(
                f"(?<![一-龯々]){like}(?=(?!さん|くん|ちゃん|[(（]?[0-9０-９])[^一-龯々]|首相|総理|大臣|長官|知事|[氏前元])",
                text,
            )
            if match:
                return scene.target.span(*match.span())
    return None


def _end_of_word(text: str, end: int) -> int | None:
    """Where the kanji word ends that a slip stands in: 日立建設機 is a part of 日立建設機械.

    None where so much follows that it is another word.
    """
    if script(text[end - 1]) != "k":
        return end
    rest = _KANJI.match(text, end)
    if rest is None or _BEHIND_A_NAME.match(text, end):
        return end
    return rest.end() if len(rest[0]) == 1 else None


def _wanted(group: Group, miss: NearMiss, *, beside: bool) -> float:
    """How like the right name it must be."""
    if group.bundled or miss.head:
        return VERY_NEAR
    return BESIDE if beside else NEAR


def worded_fully(scene: Scene, group: Group) -> bool:
    """Whether the name stands there with a word put in that the English has, too.

    リスボン中央図書館 for "Central Library of Lisbon", where the glossary has リスボン図書館.
    """
    words = {word for m in group.mentions for word in m.form.split()}
    misses = (near_miss(form, scene.target.text) for form in group.right_forms())
    return any(m is not None and words & QUALIFIERS.get(m.gap, frozenset()) for m in misses)


def other_marks(scene: Scene, group: Group, start: int, end: int) -> bool:
    """Whether the right name that stands there has other marks in it than the glossary's.

    ・ is missing or put in, or ！ and ： are of another width.
    """
    standing = scene.target.span(start, end).of(scene.unit.target)
    folded = scene.target.text[start:end]
    marks = _marks(standing)
    same = [t for c in group.concepts for t in c.accepted if fold_japanese(t).text == folded]
    return bool(same) and all(_marks(text) != marks for text in same)


def _marks(text: str) -> list[tuple[int, str]]:
    """How many letters stand before each mark, and which it is; ・ and ＝ are one."""
    return [
        (len(fold_japanese(text[: m.start()]).text), "・" if _DOTS.match(m[0]) else m[0])
        for m in MARKS.finditer(text)
    ]


def _other_spelling(scene: Scene, group: Group) -> Span | None:
    """Where a right form stands but for ー, ヴ, small kana or old kanji."""
    loose = fold_loosely(scene.unit.target)
    for text in group.concepts[0].accepted:
        for form in loose_forms(text):
            start = loose.text.find(form)
            if start >= 0 and len(form) > 2:
                span = loose.span(start, start + len(form))
                same = fold_japanese(span.of(scene.unit.target)).text in group.right_forms()
                return None if same else span
    return None


def _only_larger(scene: Scene, group: Group, span: Span) -> bool:
    """Whether a firm writes itself with other sizes of kana, as キヤノン and ブリヂストン do.

    How long vowels and v are written, bundled names leave open; how a firm signs is a fact.
    """
    standing = fold_japanese(span.of(scene.unit.target)).text
    return group.kind is EntityKind.COMPANY and any(
        len(form) == len(standing)
        and all(
            a == b or a + b in _SIZES or b + a in _SIZES
            for a, b in zip(form, standing, strict=True)
        )
        for form in group.right_forms()
    )


def _open_text(scene: Scene, group: Group) -> str:
    """The folded target with what is rightly somebody's name blotted out."""
    text = list(scene.target.text)
    for o in scene.occurrences:
        if o.stands_for(group.ids) or (o.end - o.start > 2 and o.stands_for(scene.mentioned)):
            text[o.start : o.end] = "\x00" * (o.end - o.start)
    return "".join(text)


def _one_sound(miss: NearMiss) -> bool:
    return len(miss.gap) == 1 and script(miss.gap) == "t"
