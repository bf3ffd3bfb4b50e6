"""Glossaries that people write by hand are read, or refused with file and line."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableFile
from glossary.concept import EntityKind, TermStatus
from glossary.errors import BadTerm
from glossary.formats import TERM_FORMATS, read_terms
from glossary.formats.csv_terms import read, written
from glossary.termbase import Termbase


@pytest.fixture
def glossary(tmp_path):
    def write(text: str, encoding: str = "utf-8", name: str = "terms.csv") -> str:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


def test_two_columns_are_enough(glossary):
    path = glossary("source,target\nport crane,港湾クレーン\n")
    (concept,) = read_terms(path)
    assert (concept.id, concept.preferred) == ("port crane", "港湾クレーン")
    assert (concept.kind, concept.origin) == (EntityKind.TERM, path)


def test_rows_of_one_concept_come_together_preferred_first(glossary):
    (concept,) = read_terms(
        glossary(
            "source,target,status,concept,kind,note\n"
            "Toyota,豊田,deprecated,t,,\n"
            "Toyota Motor,トヨタ,admitted,t,,\n"
            "Toyota,トヨタ自動車,,t,company,car maker\n"
        )
    )
    assert [t.text for t in concept.target] == ["トヨタ自動車", "トヨタ", "豊田"]
    assert [t.text for t in concept.source] == ["Toyota", "Toyota Motor"]
    assert concept.deprecated == ("豊田",)
    assert (concept.kind, concept.note) == (EntityKind.COMPANY, "car maker")


def test_without_a_concept_column_the_same_english_is_one_concept(glossary):
    (concept,) = read_terms(
        glossary("source,target,status\nsake,日本酒,preferred\nsake,酒,admitted\n")
    )
    assert concept.accepted == ("日本酒", "酒")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_spreadsheets_save_is_read(glossary, encoding, separator):
    rows = [["Source", " target ", "remarks"], ["port crane", "港湾クレーン", "これは港の設備です"]]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    (concept,) = read_terms(glossary(text, encoding))
    assert concept.preferred == "港湾クレーン"


def test_quoted_cells_may_hold_separators_and_blank_rows_are_left_out(glossary):
    concepts = read_terms(
        glossary('source,target\n\n"Hitachi, Ltd.","日立製作所"\n,\n"the ""Quad""",クアッド\n')
    )
    assert [c.id for c in concepts] == ["Hitachi, Ltd.", 'the "Quad"']


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("word,meaning\na,あ\n", 1, "no column 'source'"),
        ("", 1, "no column 'source'"),
        ("source,target\nport crane,\n", 2, "no target"),
        ("source,target\nport,港\n,クレーン\n", 3, "no source"),
        ("source,target\n--,港\n", 2, "no source"),
        ("source,target,status\nport,港,good\n", 2, "unknown status"),
        ("source,target,kind\nport,港,thing\n", 2, "unknown kind"),
        ("source,target,case_sensitive\nport,港,maybe\n", 2, "case_sensitive"),
        ("source,target,specs\nport,港,flag: port\n", 2, "specs"),
        ('source,target,specs\nport,港,"flag: port => 岸\nfalg: sea => 湖"\n', 3, "specs"),
        ("source,target\nport,港\nport,ポート\n", 3, "preferred here and 港 before"),
        ("source,target,status\nport,港,\nport,港,deprecated\n", 3, "deprecated here"),
        ("source,target,kind\nport,港,place\nport,港,term\n", 3, "kind term here"),
        ('source,target\n"port,港\n', 2, "unexpected end"),
        (f"source,target\n{'a' * 1001},港\n", 2, "too long"),
        ("source,target,staus\nport,港,\n", 1, "column 'staus'"),
        ("source,target,notes\nport,港,\n", 1, "column 'notes'"),
        ("source,target,target\nport,港,\n", 1, "two columns 'target'"),
        ("source,target\nport,港,deprecated\n", 2, "3 cells under 2 columns"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(glossary, text, line, words):
    path = glossary(text)
    with pytest.raises(BadTerm) as error:
        read_terms(path)
    assert error.value.message.startswith(f"{path}:{line}: ")
    assert words in error.value.message
    assert error.value.hint
    assert "\n" not in error.value.message


def test_a_misspelt_column_is_told_its_name(glossary):
    with pytest.raises(BadTerm) as error:
        read_terms(glossary("source,target,staus\nport,港,deprecated\n"))
    assert "write status" in error.value.hint


def test_empty_cells_beyond_the_columns_do_no_harm(glossary):
    (concept,) = read_terms(glossary("source,target,owner\nport,港,me, ,\n"))
    assert concept.preferred == "港"


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
@pytest.mark.parametrize(
    "text",
    [
        "source,target\nMitsui E&S,三井E&S\n",
        "source,target\nCanon,キヤノン\nKyushu Electric Power Company Incorporated,九州電力\n",
        "source,target,note\r\nShimizu,清水建設,髙い（建設）\r\n",
    ],
)
def test_a_short_table_in_an_old_encoding_is_read(glossary, encoding, text):
    text = text if encoding == "cp932" else text.replace("髙", "高")
    assert read(glossary(text, encoding), "x") == read(glossary(text), "x")


def test_bytes_of_no_encoding_are_refused_with_advice(glossary, tmp_path):
    path = tmp_path / "broken.csv"
    path.write_bytes("source,target\nport,港".encode() + b"\x83\xff\n")
    with pytest.raises(UnreadableFile) as error:
        read_terms(str(path))
    assert "UTF-8" in error.value.hint


def test_specs_may_stand_on_lines_of_their_own(glossary):
    (concept,) = read_terms(
        glossary(
            'source,target,specs\r\npressurized rover,与圧ローバー,"flag: A pressurized rover.\r\n'
            '=> 加圧ローバー。\r\npass: A pressurized rover. => 与圧ローバー。\n"\r\n'
        )
    )
    assert [(s.target, s.flagged) for s in concept.specs] == [
        ("加圧ローバー。", True),
        ("与圧ローバー。", False),
    ]


def test_a_term_holds_in_its_context_only(glossary, judged):
    concepts = read_terms(
        glossary("source,target,context\ncrane,鶴,bird | wetland\nQuad,クアッド,summit\n")
    )
    termbase = Termbase.of(concepts)
    assert concepts[0].context == ("bird", "wetland")
    (finding,) = judged("The wetlands have a crane.", "湿地にクレーンがある。", termbase)
    assert finding.concept == "crane"
    assert judged("The port has a crane.", "港にクレーンがある。", termbase) == ()


def test_a_name_may_be_right_with_its_honorific_or_legal_form_only(glossary, judged):
    termbase = Termbase.of(
        read_terms(
            glossary(
                "source,target,status,kind,concept\n"
                "Sato,佐藤会長,preferred,person,s\nSato,佐藤,deprecated,person,s\n"
                "Asahi Tea,株式会社アサヒ茶,preferred,company,a\nAsahi Tea,アサヒ茶,deprecated,,a\n"
            )
        )
    )
    source = "Sato spoke for Asahi Tea."
    assert judged(source, "佐藤会長が株式会社アサヒ茶を代表して話した。", termbase) == ()
    found = judged(source, "佐藤がアサヒ茶を代表して話した。", termbase)
    assert [f.suggestions[0] for f in found] == ["佐藤会長", "株式会社アサヒ茶"]
    assert {f.check for f in found} == {"deprecated-rendering"}


def test_a_name_that_is_its_own_target_is_not_to_be_translated(glossary, judged):
    termbase = Termbase.of(read_terms(glossary("source,target\nSkyBridge,SkyBridge\n")))
    assert judged("SkyBridge was launched.", "SkyBridgeが打ち上げられた。", termbase) == ()
    (finding,) = judged("SkyBridge was launched.", "スカイブリッジが打ち上げられた。", termbase)
    assert finding.suggestions == ("SkyBridge",)


def test_specs_that_hold_are_kept(glossary):
    (concept,) = read_terms(
        glossary(
            "source,target,specs\npressurized rover,与圧ローバー,"
            "flag: The pressurized rover moves. => 加圧ローバーが動く。"
            " | pass: The pressurized rover moves. => 与圧ローバーが動く。\n"
        )
    )
    assert [s.flagged for s in concept.specs] == [True, False]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("pass: a port crane => 港の起重機", "flagged"),
        ("flag: a port crane => 港湾クレーン", "not flagged"),
    ],
)
def test_a_glossary_that_fails_its_own_specs_is_refused(glossary, spec, words):
    path = glossary(f"source,target,specs\nsea,海,\nport crane,港湾クレーン,{spec}\n")
    with pytest.raises(BadTerm) as error:
        read_terms(path)
    assert error.value.message.startswith(f"{path}:3: ")
    assert words in error.value.message


def test_a_file_of_another_kind_is_refused(glossary):
    with pytest.raises(UnreadableFile):
        read_terms(glossary("x", name="terms.docx"))
    with pytest.raises(UnreadableFile):
        read_terms("/nowhere/terms.csv")


def test_what_is_written_is_read_again(glossary):
    text = (
        "source,target,status,kind,concept,note,case_sensitive,specs,context,until\n"
        "Shin-Etsu,信越化学,preferred,company,s,a; note,yes,pass: Shin-Etsu => 信越化学,,\n"
        "Shin-Etsu,信越,admitted,company,s,,yes,,resin|silicon,\n"
        "Shin-Etsu,信越窒素肥料,deprecated,company,s,,yes,,,1940\n"
        "Shin-Etsu Chemical,信越化学,,company,s,,,,,\n"
    )
    concepts = read(glossary(text), "x")
    assert read(glossary(written(concepts)), "x") == concepts
    assert concepts[0].target[1].status is TermStatus.ADMITTED
    assert concepts[0].target[2].until == 1940


@pytest.mark.parametrize("cells", ["deprecated,then", "deprecated,98", "admitted,1998", ",1998"])
def test_a_former_name_is_a_deprecated_term_with_a_year(glossary, cells):
    with pytest.raises(BadTerm, match="until is"):
        read(glossary(f"source,target,status,until\nHitachi,日立\nHitachi,日製,{cells}\n"))


def test_a_former_name_is_right_where_the_english_speaks_of_its_time(glossary, judged):
    termbase = Termbase.of(
        read(
            glossary(
                "source,target,status,until\nOtaru Glass,小樽硝子\n"
                "Otaru Glass,北海硝子,deprecated,2011\n"
            )
        )
    )
    (finding,) = judged("Otaru Glass opened a plant.", "北海硝子は工場を開いた。", termbase)
    assert (finding.check, finding.severity) == ("deprecated-rendering", "minor")
    assert "until 2011" in finding.message
    assert judged("In 1998 Otaru Glass failed.", "1998年、北海硝子は破綻した。", termbase) == ()
    assert judged("Otaru Glass failed.", "小樽硝子（旧北海硝子）は破綻した。", termbase) == ()


def test_every_format_has_endings_and_can_be_told_from_others_with_the_same():
    endings = [ending for f in TERM_FORMATS for ending in f.endings]
    for ending in endings:
        sharing = [f for f in TERM_FORMATS if ending in f.endings]
        assert sum(f.recognises is None for f in sharing) <= 1
        assert len(sharing) == 1 or sharing[0] is TERM_FORMATS[0] or sharing[0].recognises
    assert all(e.startswith(".") and e == e.lower() for e in endings)
