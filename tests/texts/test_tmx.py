"""TMX: whatever the text, the file can be read, and holds it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import TranslationUnit
from corpus.formats.tmx import written

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read(document: str) -> list[tuple[str | None, dict[str | None, str | None]]]:
    root = ElementTree.fromstring(document.encode())  # noqa: S314 -- our own
    return [
        (unit.get("tuid"), {v.get(LANGUAGE): v.findtext("seg") for v in unit.iter("tuv")})
        for unit in root.iter("tu")
    ]


def test_units_are_written_with_both_languages() -> None:
    units = (TranslationUnit("a", "R&D <costs>", "研究開発<費用>"), TranslationUnit("b", "x", ""))
    assert read("".join(written(units))) == [("a", {"en": "R&D <costs>", "ja": "研究開発<費用>"})]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.text(min_size=1))
@settings(max_examples=60)
def test_any_text_can_be_written(source: str, name: str) -> None:
    source = f"x{source}"
    ((_, texts),) = read("".join(written([TranslationUnit(name, source, "語\r\n")])))
    assert texts == {
        "en": source.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"),
        "ja": "語\r\n",
    }


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\uffff"])
def test_what_xml_cannot_hold_is_replaced(character: str) -> None:
    ((_, texts),) = read("".join(written([TranslationUnit("a", f"x{character}y", "語")])))
    assert texts["en"] == "x\ufffdy"
