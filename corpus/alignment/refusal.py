"""Pairs of texts that are not an English text and its Japanese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import LONGEST, Side
from corpus.errors import BadContent, NotATranslation
from corpus.language.english import WORD
from corpus.language.japanese import (
    KANA,
    KANJI_RUN,
    Language,
    hardly_japanese,
    is_japanese,
    language,
)
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import AlignmentLink, Bitext, Document

_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of and to that this with from which their they were would been are is it for at by",
    )
)
_FOREIGN = frozenset(
    re.findall(
        r"\w+",
        # French, Spanish, Portuguese, Italian
        "le la les des du de et une dans est qui pour sur au aux par ce pas y el los las del"
        " por una con para que se un os em uma com da do ao il di che per non della gli si ha"
        # German, Dutch, the languages of the North, Polish, Turkish, Indonesian
        " die das und ist sind sich nicht ein eine mit zu auf het een wij niet en og det er som"
        " på av ett att nie jest się na w z do ve bir için dan yang untuk",
    )
)
"""Words that English texts hardly ever have in small letters."""
_IN_NAMES = frozenset(
    re.findall(r"\w+", "le la les des du de del los las el da do di della y e i al")
)
"""Those that people and places bear in English texts too."""
_ACCENTED = regex(r"\b[a-z]*[à-öø-ÿ][a-zà-ÿ]*\b")
_CHINESE = regex("[的了是在和不我们这那有为个]")
"""Common in Chinese, and rare in a Japanese text of some length."""
_CHINESE_SENTENCE = regex("[的了是我们們这這][^。，]*[。，]")
_SENTENCE = 8
"""Kanji from which on a sentence without any kana is hardly Japanese."""
_SIMPLIFIED = 3
"""Kanji, each counted once, that Japanese encodings do not know; old texts have one or two."""
_LETTER = regex("[\u0370-\u1fff\u3130-\u318f\uac00-\ud7af]")
"""Greek, Cyrillic, Arabic, Thai, Korean and others."""
_TELLING = 200_000
"""Characters at the start of a text by which its language is judged."""
_TELLING_UNITS = 1000
"""The same of a bitext."""
_ENOUGH = 20
"""Letters of another script below which no language is refused."""
_CLAUSE = 5
"""Words below which no language is refused."""
_SHORT = 20
"""Words below which two foreign ones are enough, if none is English."""
_DIFFERENT = 3
"""Foreign words, each counted once, that make a foreign language and no list of names."""

# Measured on 140 published translations and as many mixed pairs, with and without the encoder: a
# true pair covers 72 % or more, and more than a fifth of its links are sure. Both must be missed.
_TOO_SHORT = 5
"""Paragraphs on either side below which one link is enough. A single paragraph is linked with its
own translation in 399 of 400 cases (400 with the encoder), with another one in 189 (67)."""
_COVERED = 0.65
_SURE = 0.95
_SURE_SHARE = 0.25


def refuse_lengths(*documents: Document) -> None:
    """Raise BadContent for a paragraph that is longer than `LONGEST`."""
    for document in documents:
        for number, segment in enumerate(document.segments, 1):
            if len(segment.text) > LONGEST:
                raise BadContent(
                    told(
                        "{}: paragraph {} has {} characters",
                        document.name,
                        number,
                        f"{len(segment.text):,}",
                    ),
                    told("divide it into paragraphs, of {} characters at most", f"{LONGEST:,}"),
                )


def refuse_languages(source: Document, target: Document) -> None:
    """Raise NotATranslation for one language twice, for the sides swapped, or for a third."""
    for document, wanted in ((source, Language.ENGLISH), (target, Language.JAPANESE)):
        if _foreign(document.text):
            raise NotATranslation(
                told("{} is not {}", document.name, told(wanted)),
                "only English texts with their Japanese translations can be aligned",
            )
    found = language(source.text), language(target.text)
    if found == (Language.JAPANESE, Language.ENGLISH):
        raise NotATranslation(
            told("{} is Japanese and {} is English", source.name, target.name),
            "name the English text first, then the Japanese",
        )
    if found == (Language.ENGLISH, Language.ENGLISH) and hardly_japanese(target.text):
        raise NotATranslation(
            told("{} and {} are both English: untranslated?", source.name, target.name),
            "translate the second text, or name its Japanese translation",
        )
    if found == (Language.JAPANESE, Language.JAPANESE):
        raise NotATranslation(
            told("{} and {} are both Japanese", source.name, target.name),
            "name the English text first, then its Japanese translation",
        )


def refuse_swapped(bitext: Bitext) -> None:
    """Raise NotATranslation for a bitext whose English is Japanese and its Japanese English,
    whatever its file says of their languages."""
    first = bitext.units[:_TELLING_UNITS]
    found = [language(" ".join(getattr(unit, side) for unit in first)) for side in Side]
    if found == [Language.JAPANESE, Language.ENGLISH]:
        raise NotATranslation(
            told("{} is from Japanese into English", bitext.name),
            "only translations from English into Japanese can be judged",
        )


def _foreign(text: str) -> bool:
    """Whether a text is surely in neither of the two languages, as far as its start tells."""
    other = _other_than_japanese if is_japanese(text) else _other_than_english
    return other(text[:_TELLING])


def _other_than_english(text: str) -> bool:
    """Whether the text is surely in another language with Latin or with other letters."""
    words = WORD.findall(text)
    if _other_letters(text) > sum(map(len, words)):
        return True
    english = sum(word.lower() in _ENGLISH for word in words)
    foreign = [word for word in words if word in _FOREIGN]
    small = sum(word[0].islower() for word in words)
    # In lists of names, too, there is much `de` and `la`.
    if len(words) < _CLAUSE or 2 * small < len(words):
        return False
    if len(words) < _SHORT:
        sign = {*foreign} - _IN_NAMES or _ACCENTED.search(text)
        return not english and len({*foreign}) > 1 and len(words) <= 6 * len(foreign) and bool(sign)
    return len({*foreign}) >= _DIFFERENT and 20 * english < len(words) < 12 * len(foreign)


def _other_than_japanese(text: str) -> bool:
    """Whether the text is surely Chinese, or in letters that are neither Japanese nor Latin."""
    kana = len(KANA.findall(text))
    kanji = "".join(KANJI_RUN.findall(text))
    if _other_letters(text) > kana + len(kanji):
        return True
    if not kana:
        unknown = sum(not _in_japanese_encoding(character) for character in {*kanji})
        sentence = len(kanji) >= _SENTENCE and _CHINESE_SENTENCE.search(text)
        return unknown >= _SIMPLIFIED or bool(sentence)
    chinese = len(_CHINESE.findall(kanji))
    return len(kanji) >= 2 * _ENOUGH and 50 * kana < len(kanji) < 30 * chinese


def _in_japanese_encoding(character: str) -> bool:
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _other_letters(text: str) -> int:
    """Letters that are neither Latin nor Japanese; nought where there are but a few."""
    found = len(_LETTER.findall(text))
    return found if found >= _ENOUGH else 0


def refuse_unrelated(source: Document, target: Document, links: Sequence[AlignmentLink]) -> None:
    """Raise NotATranslation for texts whose links are few and none of them sure."""
    sizes = len(source.segments), len(target.segments)
    linked = [link for link in links if not link.one_sided]
    if linked and min(sizes) < _TOO_SHORT:
        return
    covered = max(
        sum(link.score * len(link.source) for link in linked) / sizes[0],
        sum(link.score * len(link.target) for link in linked) / sizes[1],
    )
    sure = sum(1 for link in linked if link.score >= _SURE)
    if covered < _COVERED and sure < _SURE_SHARE * min(sizes):
        raise NotATranslation(
            told(
                "{} is not a translation of {}: hardly any paragraph answers another",
                target.name,
                source.name,
            ),
            "check that both files hold the same text",
        )
