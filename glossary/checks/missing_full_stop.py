"""A sentence without its full stop.

What it does: it looks for paragraphs that break off behind a finished verb where the others of the
document end in 。, and for two sentences that run together in the midst of a paragraph: a polite
ending with another word right behind it, or a second topic behind a finished verb, where the
English has more sentences than the Japanese. The latter is minor.
Why it is bad: the reader takes the beginning of the next sentence for the end of this one.
Example: 町は、二つの港を結ぶ次の目標は、橋の建設である for two sentences of the English.
Use instead: 町は、二つの港を結ぶ。次の目標は、橋の建設である.
The fix puts the full stop in, and is safe; where the verb may belong to the noun behind it, there
is only a suggestion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language import english, japanese
from corpus.language.register import ends_in_a_verb
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

NAME = "missing-full-stop"
_RUN_TOGETHER = (told("two sentences run together here"), told("the English has more sentences"))
_BROKEN_OFF = (
    told("the sentence has no full stop"),
    told("nearly all other paragraphs end in one"),
)
_FINISHED = regex(r"[a-z0-9%)\]]{2}[.!]['\"’”)\]]*\s*$")
_STOPPED = regex(r"[。．｡.!！?？…:：;；」』）)”\"]\s*$")
_OTHERS = 5
"""Paragraphs with a full stop that show that the text has them."""
_NEARLY_ALL = 0.8
_SHOWN = 3
"""Characters on either side of the place."""
_TOPICS = 2
_AND_ON = regex(
    "(?:(?<=[いきぎしちにびみりえけげせてねべめれ来見出得])(?:ます|ました|ません)|です|でした)"
    "(?:(?=[一-龯ァ-ヺ])(?![皆方様際時点事件上為通場お以中度所折旨限間一内程由訳前後者人物])"
    "|(?=この|これ|その|それ|しかし|また(?!は)))"
    "|(?:である|であった|する|[しい]た)(?=(?:しかし|さらに|なお|また)、)"
)
_TOPIC = regex("[^、。「」]{1,30}(?<![でにとがもへより])は、")
_TOPIC_AND_ON = regex(
    "(?<=[うくすつぬぶむるた])(?<!して)(?:[一-龯ァ-ヺー々]+(?:[のな]|的な)?){1,3}は、"
)
_ADVERBIAL = regex(
    "(?:におい|につい|に対し|に関し|によっ|により|とし|を通じ|に向け|に基づ[いき]|にわたっ|にとっ)て?、"
)
_CLAUSE_END = regex("(?:[しりみきちいえけげせてでれめべねがばとずらく]|ため|際|一方|場合)、")
_SAID = regex("[とう]の?(?:述べ|語|言|い|発表|説明|主張|し|考|報|指摘)")


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Sentences that run together; minor where it may be a clause and its noun."""
    unit = annotated.unit
    if unit.one_sided:
        return
    sure = [match.end() for match in _AND_ON.finditer(unit.target)]
    joins = sorted((*sure, *_topic_joins(unit.target)))
    if joins and len(japanese.sentences(unit.target)) < len(english.sentences(unit.source)):
        for at in joins:
            severity = Severity.MAJOR if at in sure else Severity.MINOR
            yield _finding(unit, at, _RUN_TOGETHER, severity, at in sure)


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Paragraphs that break off, where others do not."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    whole = [unit for unit in linked if _FINISHED.search(unit.source)]
    broken = [unit for unit in whole if not _STOPPED.search(unit.target)]
    if len(whole) - len(broken) < max(_OTHERS, _NEARLY_ALL * len(whole)):
        return
    for unit in broken:
        end = len(unit.target.rstrip())
        open_quote = unit.target.count("「") > unit.target.count("」")
        if ends_in_a_verb(unit.target[:end]) and not open_quote:
            yield _finding(unit, end, _BROKEN_OFF, Severity.MINOR, sure=True)


def _topic_joins(text: str) -> Iterator[int]:
    """Where a second topic follows a finished verb: 町は、港を造る次の目標は、橋である.

    Between the first topic and the verb no clause has ended, or the second begins a new one:
    町は費用を払い、事業に加わる会社は、….
    """
    if text.count("は、") < _TOPICS:
        return
    for sentence in japanese.sentences(text):
        said = sentence.of(text)
        for match in _TOPIC_AND_ON.finditer(said) if said.endswith("。") else ():
            topics = list(_TOPIC.finditer(said, 0, match.start()))
            between = said[topics[-1].end() : match.start()] if topics else ""
            goes_on = _CLAUSE_END.search(_ADVERBIAL.sub("", between))
            if "を" in between and not goes_on and not _SAID.search(said, match.end()):
                yield sentence.start + match.start()


def _finding(
    unit: TranslationUnit, at: int, flaw: tuple[str, str], severity: Severity, sure: bool
) -> Finding:
    message, why = flaw
    span = Span(max(0, at - _SHOWN), min(len(unit.target), at + _SHOWN))
    said = span.of(unit.target)
    mended = f"{unit.target[span.start : at]}。{unit.target[at : span.end]}"
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=severity,
        message=told("{}: {}", message, said),
        target=span,
        suggestions=(mended,),
        fix=Fix(span, said, mended) if sure else None,
        why=why,
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A sentence has no full stop, or runs into the next one.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The town joins two harbours. The next goal of the town is a bridge.",
            "町は、二つの港を結ぶ次の目標は、橋の建設である。",
        ),
        Example("The dam was finished. Boats cross it.", "ダムは完成しました船が通ります。"),
    ),
    passed=(
        Example("The town joins two harbours.", "町は、二つの港を結ぶ"),
        Example(
            "The town said. The goal of those who run it is a bridge.",
            "町は、運営する人々の目標は橋の建設だと述べた。",
        ),
        Example("It matters more and more. It grew.", "ますます重要になり、ますます育ちます。"),
        Example(
            "The city paid for the works. Firms that take part bring the machines.",
            "市は、費用を支払い、工事に人を送る会社は、機械を提供する。",
        ),
        Example("They came. We thank them all.", "お越しくださいました皆様に感謝いたします。"),
    ),
    across=across,
)
