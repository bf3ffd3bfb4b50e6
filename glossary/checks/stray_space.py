"""A space that fell into the Japanese.

What it does: it looks for spaces inside words (before small kana, ー or ン, between the letters of
an inflection, inside a word that the text writes without one elsewhere) and for narrow spaces
behind a full stop where the text has none behind the others.
Why it is bad: the word is torn in the middle of the line and is not found by any search.
Example: ジェ ンダー, and 述べた。 続いて.
Use instead: ジェンダー, and 述べた。続いて.
The fix takes the space out, behind full stops all of the paragraph, and is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

NAME = "stray-space"
_KANA = "ぁ-ゖァ-ヺー"
_LETTER = f"{_KANA}一-龯々"
_NEVER_FIRST = regex(f"(?<=[{_LETTER}])[ 　]+(?=[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー])")
_BEFORE_N = regex("(?<=[ァ-ヺー])[ 　]+(?=ン)")
_IN_AN_ENDING = regex("(?<=[一-龯々ぁ-ゖ])[ 　]+(?=(?:る|た|する|した|ます|です)[。、])")
_BEFORE_A_PARTICLE = regex(
    "(?<=[一-龯々ァ-ヺー])[ 　]+(?=を|[がはにでとのも][一-龯々ァ-ヺA-Za-z0-9、]|など|的[なにで])"
)
_BEHIND_A_PARTICLE = regex("(?<=[一-龯々ァ-ヺー][はがを]) (?=[一-龯ァ-ヺ])")
_NEVER = (_NEVER_FIRST, _BEFORE_N, _IN_AN_ENDING, _BEFORE_A_PARTICLE, _BEHIND_A_PARTICLE)
_TORN = regex("(?<![ァ-ヺー])([ァ-ヺー]+) ([ァ-ヺー]+)(?![ァ-ヺー])")
_PAIR = regex("([一-龯々]) ([一-龯々])(?![一-龯々])")
_BEHIND_A_STOP = regex(f"(?<=。) +(?=\\w)|(?<=、) +(?=[{_LETTER}])")
_STOP = regex("[。、](?=[^\\s」』）)])")
_SPACED = regex(f"[{_LETTER}] [{_LETTER}]")
_SPACE = regex("[ 　]")
_SHORTEST = 3
"""Letters of a katakana word that is looked for elsewhere."""
_MANY = 0.02
"""Spaces between Japanese letters, of all characters: more are there on purpose."""
_FEW = 0.1
"""The part of the full stops that a space may follow by mistake."""
_ENOUGH = 6
"""Full stops and commas that show what is usual."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: what is usual in a document decides."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Spaces that the rest of the document does without."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    spaced = [unit for unit in linked if _SPACE.search(unit.target)]
    whole = "\n".join(unit.target for unit in linked) if spaced else ""
    if len(_SPACED.findall(whole)) > 1 + _MANY * len(whole):
        return
    behind = len(_BEHIND_A_STOP.findall(whole))
    stops = behind + len(_STOP.findall(whole)) if behind else 0
    stray_behind = stops >= _ENOUGH and behind <= max(1, _FEW * stops)
    for unit in spaced:
        for span in sorted({*_inside_words(unit.target, whole)}):
            yield _finding(unit, (span,))
        after = [Span(*match.span()) for match in _BEHIND_A_STOP.finditer(unit.target)]
        if stray_behind and after:
            yield _finding(unit, after)


def _inside_words(text: str, whole: str) -> Iterator[Span]:
    for pattern in _NEVER:
        for match in pattern.finditer(text):
            yield Span(*match.span())
    for match in _TORN.finditer(text):
        joined = match[1] + match[2]
        if len(joined) >= _SHORTEST and joined in whole:
            yield Span(match.end(1), match.start(2))
    for match in _PAIR.finditer(text):
        alone = match.start() == 0 or not ("一" <= text[match.start() - 1] <= "龯")
        if alone and match[1] + match[2] in whole:
            yield Span(match.start() + 1, match.end() - 1)


def _finding(unit: TranslationUnit, spaces: Sequence[Span]) -> Finding:
    """A finding at the first of some spaces, whose fix takes all of them out."""
    text, first = unit.target, spaces[0]
    place = Span(first.start - 1, first.end + 1)
    shown = text[max(0, first.start - 4) : first.end + 4].strip()
    also = told(", and {} more like it", len(spaces) - 1) if len(spaces) > 1 else ""
    whole = Span(place.start, spaces[-1].end + 1)
    starts = (whole.start, *(space.end for space in spaces))
    ends = (*(space.start for space in spaces), whole.end)
    mended = "".join(text[a:b] for a, b in zip(starts, ends, strict=True))
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MINOR,
        message=told("there is a space in {}{}", shown, also),
        target=place,
        suggestions=(text[first.start - 1] + text[first.end],),
        fix=Fix(whole, whole.of(text), mended),
        why=told("the rest of the text is written without"),
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="A space stands inside a word, or behind a full stop.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The gender gap is narrow.", "ジェ ンダー格差は小さい。"),
        Example("They agree. It is late.", "両者は同意す る。"),
        Example("The minister opened the port.", "大臣は 港を開いた。"),
        Example(
            "It rained and snowed. The wind rose, and nobody came. At night it went on.",
            "雨が降り、雪が降った。 風が強まり、誰も来なかった。夜も、それは、まだ続いた。",
        ),
        Example("Women came. Women spoke.", "女 性が来た。女性が話した。"),
    ),
    passed=(
        Example("Steve Jobs spoke.", "スティーブ ジョブズが話した。"),
        Example("It rained. It snowed.", "雨が降った。 雪が降った。 風が強まった。"),
        Example("Fumio Kishida spoke.", "岸田 文雄氏が話した。"),
        Example("Look at the sky!", "そら を みて ごらん なさい。"),
    ),
    across=across,
)
