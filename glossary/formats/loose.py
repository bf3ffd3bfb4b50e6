"""Lists as people keep them: headers in either language, remarks and alternatives inside cells.

Read are tables whose first row names an English and a Japanese column in other words than ours
(`English`, `JA`, 英語, 訳語 …), with columns for status, kind, note, further right forms (別訳) and
wrong ones (NG, 誤訳) where there are any; what any other column says, but for bare numbers, becomes
part of the note. In a cell `A / B` and line breaks part alternatives, the first preferred; what
follows ※ is a note, and so is a last bracket that begins like one (旧, 注, 例, 略).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from itertools import chain, islice
from typing import TYPE_CHECKING

from corpus.formats.files import read_bytes
from corpus.patterns import regex
from corpus.told import told
from glossary.concept import EntityKind, TermStatus
from glossary.errors import BadTerm
from glossary.formats.cells import plain
from glossary.formats.csv_terms import COLUMNS as HOUSE_COLUMNS
from glossary.formats.csv_terms import FORMAT as HOUSE
from glossary.formats.pairs import Pair, concepts
from glossary.formats.table_text import table_text
from glossary.formats.term_format import TermFormat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept

_HEADERS = {
    "source": "english en en-us en-gb src source 'source term' 'source text' term original eng"
    " 英語 英文 英語名 英名 英語表記 英訳 原語 原文 原語表記 用語",
    "target": "japanese ja ja-jp jp tgt target 'target term' 'target text' translation jpn"
    " 日本語 日本語名 日本語訳 日本語表記 和文 和名 和訳 訳語 訳文 訳",
    "admitted": "admitted alternative alternatives synonym synonyms variant variants 別訳 別表記"
    " 別名 同義語 異表記 許容 許容訳",
    "deprecated": "deprecated forbidden wrong ng ng訳 ng語 'do not use' 'wrong term' 禁止 禁止語"
    " 禁止訳 禁則 使用禁止 誤訳 誤り 旧訳 旧称 旧名 不可",
    "status": "status 'term status' use usage 状態 ステータス 使用 可否 区分",
    "kind": "kind type category 種別 種類 分類 カテゴリ カテゴリー",
    "note": "note notes comment comments remark remarks description 備考 注 注記 メモ コメント"
    " 説明",
}
_COLUMNS = {
    name.strip("'"): column
    for column, names in _HEADERS.items()
    for name in re.findall(r"'[^']+'|\S+", names)
}
_STATUSES = {
    TermStatus.PREFERRED: "preferred approved ok yes good use 推奨 正 可 使用 使用可 採用 ○ ◯ 〇",
    TermStatus.ADMITTED: "admitted allowed acceptable 許容 別名 別表記 容認 △",
    TermStatus.DEPRECATED: "deprecated forbidden ng no bad wrong 'do not use' 禁止 誤 不可"
    " 使用不可 非推奨 旧 廃止 × ✕ ✗",
}
_STATUS = {
    name.strip("'"): status
    for status, names in _STATUSES.items()
    for name in re.findall(r"'[^']+'|\S+", names)
}
_KINDS = {
    "組織": EntityKind.ORGANISATION,
    "団体": EntityKind.ORGANISATION,
    "組織名": EntityKind.ORGANISATION,
    "organization": EntityKind.ORGANISATION,
    "会社": EntityKind.COMPANY,
    "企業": EntityKind.COMPANY,
    "会社名": EntityKind.COMPANY,
    "人名": EntityKind.PERSON,
    "人物": EntityKind.PERSON,
    "地名": EntityKind.PLACE,
    "場所": EntityKind.PLACE,
    "役職": EntityKind.TITLE,
    "肩書": EntityKind.TITLE,
    "製品": EntityKind.PRODUCT,
    "商品": EntityKind.PRODUCT,
    "program": EntityKind.PROGRAMME,
    "事業": EntityKind.PROGRAMME,
} | {kind.value: kind for kind in EntityKind}
_PARTED = regex(r"\s+[/／]\s+|／|；|;\s|[\r\n]+")
_REMARK = regex(
    r"\s*(?:※(?P<star>.*)|[(（](?P<bracket>(?:旧|注|例|略|e\.g\.|formerly).*)[)）])\s*$"
)


def recognises(text: str) -> bool:
    """Whether the first row names both columns, not in the words of the house form."""
    first, second = islice(chain(_cells(text), ([], [])), 2)
    # DeepL's own tables name the languages in every row.
    return _names_both(first) and not _names_both(second) and not _is_house(text)


def names_columns(head: str) -> bool:
    """Whether a first row names an English and a Japanese column."""
    return _names_both(next(_cells(head), []))


def _names_both(cells: Sequence[str]) -> bool:
    return {"source", "target"} <= set(_names(cells).values())


def _is_house(text: str) -> bool:
    head = {cell.strip().lower() for cell in next(_cells(text), [])}
    return {"source", "target"} <= head


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the file."""
    return parsed(table_text(read_bytes(path), path, names_columns), path)


def parsed(text: str, path: str) -> tuple[Concept, ...]:
    """The same for the text of a table; `path` names it in messages."""
    rows = _cells(text)
    head = next(rows, [])
    columns = _names(head)
    others = {
        n: cell.strip()
        for n, cell in enumerate(head)
        if n not in columns and cell.strip().lower() not in HOUSE_COLUMNS
    }
    numbered = ((f"{path}:{number}", cells) for number, cells in enumerate(rows, 2))
    return concepts(
        (
            pair
            for place, cells in numbered
            if any(cell.strip() for cell in cells)
            for pair in _pairs(columns, others, cells, place)
        ),
        path,
    )


def _cells(text: str) -> Iterator[list[str]]:
    head, _, _ = text.lstrip("\n").partition("\n")
    separator = max(",;\t", key=head.count)
    return csv.reader(text.splitlines(keepends=True), delimiter=separator)


def _names(head: Sequence[str]) -> dict[int, str]:
    """What each column holds, by number; of two for the same thing the first."""
    found: dict[int, str] = {}
    for number, cell in enumerate(head):
        plain_name = unicodedata.normalize("NFKC", cell).strip().lower()
        column = _COLUMNS.get(plain_name) or _COLUMNS.get(re.sub(r"\s*\(.*\)$", "", plain_name))
        if column and column not in found.values():
            found[number] = column
    return found


def _pairs(
    columns: dict[int, str], others: dict[int, str], cells: Sequence[str], place: str
) -> Iterator[Pair]:
    row = {name: plain(cells[n].strip()) for n, name in columns.items() if n < len(cells)}
    told = (
        (name, " ".join(plain(cells[n]).split())) for n, name in others.items() if n < len(cells)
    )
    more = (
        f"{name}: {text}" if name else text for name, text in told if text and not text.isdigit()
    )
    sources, note = _parts(row.get("source", ""))
    targets, other = _parts(row.get("target", ""))
    said = (" ".join(row.get("note", "").split()), note, other)
    notes = "; ".join(filter(None, (" ".join(filter(None, said)), *more)))
    status = _status(row.get("status", ""), place)
    kind = _KINDS.get(row.get("kind", "").strip().lower(), EntityKind.TERM)
    concept = sources[0] if sources else ""
    # A row that only forbids needs no right form; any other row that has none is refused.
    unsaid = [] if row.get("deprecated") and sources else [""]
    for number, source in enumerate(sources or [""]):
        for target in (targets or unsaid)[: None if number == 0 else 1]:
            yield Pair(place, source, target, status, concept, notes, kind)
    for further in (TermStatus.ADMITTED, TermStatus.DEPRECATED):
        for target in _parts(row.get(further.value, ""))[0] if sources else ():
            yield Pair(place, sources[0], target, further, concept, notes, kind)


def _parts(cell: str) -> tuple[list[str], str]:
    """The alternatives in a cell, and its remark."""
    found = _REMARK.search(cell)
    note = (found["star"] or found["bracket"] or "").strip() if found else ""
    kept = cell[: found.start()] if found else cell
    return [" ".join(p.split()) for p in _PARTED.split(kept) if p.strip()], note


def _status(value: str, place: str) -> TermStatus:
    word = unicodedata.normalize("NFKC", value).strip().lower()
    if word and word not in _STATUS:
        raise BadTerm(
            told("{}: unknown status {!r}", place, value[:30]),
            "write preferred, admitted or deprecated",
        )
    return _STATUS.get(word, TermStatus.PREFERRED)


FORMAT = TermFormat("loose table", (".csv", ".tsv", ".txt"), read, HOUSE.write, recognises)
