"""What it means that no right rendering of a concept stands in the Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.confusion import abroad
from glossary.folding import fold_english, fold_japanese
from glossary.forms import without_group
from glossary.fuzzy import script
from glossary.slips import FIXED_NAMES, worded_fully

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.recognition import Mention
    from glossary.scene import Group, Scene

_LATIN = regex(r"[A-Za-z][A-Za-z0-9'’&. -]*[A-Za-z0-9]")
_MOSTLY = 0.45
_BEHIND = regex(r"[’']?s? ?\(([A-Z][A-Za-z0-9&-]{1,11})\)")
_PARTIES = regex("[両与野各]党|自公")
_AS_SUCH = (
    (regex(r"bank|reserve|\bfed\b"), regex("中銀|中央銀行|金融当局")),
    (regex("finance|treasury"), regex("財務当局|政府・?日銀")),
    (regex("prosecut"), regex("検察(?!庁)")),
    (regex("defen[cs]e"), regex("両国の[^、。]{0,4}当局")),
)
"""What English names of bodies have in them, and how Japanese calls such bodies together."""
_COUNTRIES = regex("[日米英仏独伊加豪印韓中露台欧北]{2}")
_DIVISIONS = "都道府県市区町村郡州国"
_SAME_BODY = regex("[同両当弊](?:社|氏|行|店|院|校|機関|組織|団体|大学|グループ)|我が社|両者|両省")


def left_in_english(scene: Scene, group: Group, mention: Mention) -> Span | None:
    """Where the English words, or most of them, stand in the Japanese; acronyms are let pass."""
    for match in _LATIN.finditer(scene.unit.target):
        words = fold_english(match[0]).text.strip(" ,")
        if len(words) < max(4, _MOSTLY * len(mention.form)) or match[0].isupper():
            continue
        if not f"{mention.form} ".startswith(f"{words} "):
            continue
        if not any(fold_japanese(words).text in right for right in group.right_forms()):
            return Span(*match.span())
    return None


def before_acronym(scene: Scene, mention: Mention) -> Span | None:
    """The words that stand before (NM) in the Japanese, for "Name (NM)" in the English."""
    behind = _BEHIND.match(scene.unit.source, mention.span.end)
    text = scene.target.text
    at = text.find(f"({behind[1].casefold()})") if behind else -1
    start = at
    while start > 0 and script(text[start - 1]):
        start -= 1
    return scene.target.span(start, at) if start < at else None


def excused(scene: Scene, group: Group, mention: Mention) -> bool:
    """Whether good Japanese may do without the name here, or has it in another form."""
    if said_otherwise(scene, group, mention):
        return True
    return group.bundled and not _must_be_named(scene, group, mention)


def said_otherwise(scene: Scene, group: Group, mention: Mention) -> bool:
    """Whether a short form, an acronym or a word for it stands in the Japanese."""
    text = _without_others(scene, group)
    forms = group.right_forms()
    if any(form in text or _shortened(form, text, leniently=group.bundled) for form in forms):
        return True
    if any(without_group(form) in text for form in forms if len(without_group(form)) > 1):
        return True  # ソニー for ソニーグループ
    if any(len(form) > 2 and form[-1] in _DIVISIONS and form[:-1] in text for form in forms):
        return True  # 東京 for 東京都
    halves = (form[(len(form) + 1) // 2 :] for form in forms)
    if group.bundled and any(len(half) > 1 and _begins_word(text, half) for half in halves):
        return True  # 維新 for 明治維新
    if before_acronym(scene, mention) is None and any(
        acronym in text for acronym in _acronyms(scene, group, mention)
    ):
        return True
    if worded_fully(scene, group) or abroad(scene, group) or _together(group, text):
        return True
    place = group.kind is EntityKind.PLACE
    named = mention.span.of(scene.unit.source)[0].isupper() and not place
    return _resumed(forms, text, named=named) or (place and bool(_COUNTRIES.search(text)))


def _together(group: Group, text: str) -> bool:
    """Whether it is told with another one, or by what it is: 共和、民主両党, 日米の中央銀行."""
    if any(form.endswith("党") for form in group.right_forms()) and _PARTIES.search(text):
        return True
    named = " ".join(m.form for m in group.mentions)
    return group.bundled and any(
        english.search(named) and japanese.search(text) for english, japanese in _AS_SUCH
    )


def _without_others(scene: Scene, group: Group) -> str:
    """The folded target with the names of others blotted out: their 省 and 銀行 are not ours."""
    text = list(scene.target.text)
    forms = group.right_forms()
    for o in scene.occurrences:
        name = scene.target.text[o.start : o.end]
        # 事務総長 of 国連事務総長 is no other office's.
        longer = group.kind is not EntityKind.TITLE
        akin = any((longer and form in name) or name in form for form in forms)
        others = len(name) > 2 and not akin and not o.stands_for(scene.mentioned | group.ids)
        if others or scene.is_anothers(o.start, o.end):
            text[o.start : o.end] = "\x00" * len(name)
    return "".join(text)


def _begins_word(text: str, part: str) -> bool:
    """Whether the part stands somewhere without letters of its script before it."""
    start = text.find(part)
    while start >= 0:
        if start == 0 or script(text[start - 1]) != script(text[start]):
            return True
        start = text.find(part, start + 1)
    return False


def _resumed(forms: tuple[str, ...], text: str, *, named: bool) -> bool:
    """Whether 同省 or 同社 stands for it."""
    if any(f"同{form[-n:]}" in text for form in forms for n in range(1, min(5, len(form)))):
        return True
    return named and bool(_SAME_BODY.search(text))


def _acronyms(scene: Scene, group: Group, mention: Mention) -> Iterator[str]:
    """Folded acronyms of the name: given behind it in brackets, or known."""
    behind = _BEHIND.match(scene.unit.source, mention.span.end)
    if behind:
        yield behind[1].casefold()
    for concept in group.concepts:
        for term in concept.source:
            if term.text.isupper() and " " not in term.text and len(term.text) > 1:
                yield term.text.replace(".", "").casefold()


def _shortened(form: str, text: str, *, leniently: bool) -> bool:
    """Whether a stretch of the text is the form with letters left out: 国交省 for 国土交通省.

    Leniently, three letters in their order are enough, and two that are a word: 日銀.
    """
    start = text.find(form[0])
    while start >= 0:
        end = _end_of_sequence(form, text, start)
        beginning = form.startswith(text[start:end])
        short = end - start > 1 and not beginning and _whole_word(text, start, end)
        if leniently and (end - start > 2 or short):
            return True
        if end - start > 2 and text[end - 1] == form[-1] and _one_word(text, start, end):
            return True
        start = text.find(form[0], start + 1)
    return False


def _end_of_sequence(form: str, text: str, start: int) -> int:
    """How far the text holds letters of the form in their order."""
    end, position = start, 0
    while end < len(text):
        position = form.find(text[end], position) + 1
        if not position:
            break
        end += 1
    return end


def _one_word(text: str, start: int, end: int) -> bool:
    """Whether kanji or Latin letters alone stand there, and none of the same before."""
    if not all(script(c) in ("k", "l") for c in text[start:end]):
        return False
    return start == 0 or script(text[start - 1]) != script(text[start])


def _whole_word(text: str, start: int, end: int) -> bool:
    """Whether letters of another script, or none, stand on either side."""
    return all(
        not 0 < at < len(text) or script(text[at - 1]) != script(text[at]) for at in (start, end)
    )


def _must_be_named(scene: Scene, group: Group, mention: Mention) -> bool:
    """Whether a bundled name of this kind is rendered by its fixed name, or wrongly.

    One in brackets is the gloss of a Japanese word, which the Japanese does without.
    """
    before, after = scene.unit.source[: mention.span.start], scene.unit.source[mention.span.end :]
    in_brackets = before.count("(") > before.count(")") and ")" in after
    return group.kind in FIXED_NAMES and " " in mention.form and not in_brackets
