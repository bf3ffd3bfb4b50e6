"""Glossary files are compiled once, and loaded from a copy after that."""

import pytest

from corpus.bitext import Bitext, TranslationUnit
from glossary import rules as module
from glossary.errors import BadTerm
from glossary.rules import Rules
from glossary.runner import check_bitext

UNITS = Bitext(
    "x",
    (
        TranslationUnit(
            "1", "Harbour Board 7 and Mitsui E&S met.", "港湾局7と三井物産E&Sが会った。"
        ),
        TranslationUnit("2", "Harbour Board 9 met.", "港湾庁9号が会った。"),
    ),
)


@pytest.fixture
def terms(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "terms.csv"
    rows = [f"Harbour Board {n},港湾局{n}号,board-{n}\n" for n in range(1000)]
    path.write_text("source,target,concept\n" + "".join(rows), encoding="utf-8")
    return path


def copies(tmp_path):
    return list((tmp_path / "cache").rglob("glossaries/*.bin"))


@pytest.mark.parametrize("names", [True, False])
def test_a_compiled_glossary_says_what_the_file_says(terms, names, monkeypatch, tmp_path):
    rules = Rules((str(terms),), names)
    compiled = [rules.termbase(), rules.termbase()]
    assert len(copies(tmp_path)) == 1
    monkeypatch.setattr(module, "_COMPILED_FROM", 1 << 40)
    plain = rules.termbase()
    wanted = check_bitext(UNITS, plain)
    assert [f.unit for f in wanted if f.check != "confusable-rendering"]
    for each in compiled:
        assert check_bitext(UNITS, each) == wanted
        assert each.own == plain.own
        assert each.concepts == plain.concepts
        assert each.get("board-7") == plain.get("board-7")


def test_the_copy_is_made_again_when_the_file_changes(terms, tmp_path):
    rules = Rules((str(terms),), names=False)
    before = rules.termbase()
    terms.write_text(terms.read_text("utf-8").replace("港湾局9号", "港湾庁9号"), "utf-8")
    after = rules.termbase()
    assert len(copies(tmp_path)) == 2
    assert after.digest != before.digest
    assert {f.unit for f in check_bitext(UNITS, before)} == {"1", "2"}
    assert {f.unit for f in check_bitext(UNITS, after)} == {"1"}


def test_only_the_latest_copies_are_kept(terms, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_COPIES", 2)
    for n in range(4):
        terms.write_text(f"{terms.read_text('utf-8')}Pier {n},埠頭{n}\n", "utf-8")
        Rules((str(terms),), names=False).termbase()
    assert len(copies(tmp_path)) == 2


def test_a_glossary_that_is_refused_leaves_no_copy(terms, tmp_path):
    terms.write_text(terms.read_text("utf-8") + "Pier,\n", "utf-8")
    for _ in range(2):
        with pytest.raises(BadTerm, match=r"terms\.csv:1002"):
            Rules((str(terms),)).termbase()
    assert copies(tmp_path) == []
