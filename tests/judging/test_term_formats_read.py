"""Reading the term lists of other tools, and lists as people keep them."""

from __future__ import annotations

import io
import sys
import zipfile

import openpyxl
import pytest

from corpus.errors import UnreadableFile
from glossary.concept import EntityKind, TermStatus
from glossary.errors import BadTerm
from glossary.formats import read_terms, term_format

TBX2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="subjectField">organisation</descrip><note>of the port</note>
<langSet xml:lang="en-US"><tig><term>Harbour Board</term></tig></langSet>
<langSet xml:lang="ja"><ntig><termGrp><term>港湾局</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
<tig><term>港の局</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="de"><tig><term>Hafenamt</term></tig></langSet>
</termEntry></body></text></martif>
"""
TBX3_DCT = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1">
<langSec xml:lang="en"><termSec><term>Harbour Board</term></termSec></langSec>
<langSec xml:lang="ja">
<termSec><term>港の局</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>港湾局</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>
"""


def read(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_terms(str(path))


def test_tbx_2_gives_all_terms_with_their_status(tmp_path):
    (concept,) = read(tmp_path, "t.tbx", TBX2)
    assert (concept.preferred, concept.deprecated) == ("港湾局", ("港の局",))
    assert (concept.kind, concept.note) == (EntityKind.ORGANISATION, "of the port")


def test_tbx_3_is_read_where_categories_are_elements(tmp_path):
    (concept,) = read(tmp_path, "t.tbx", TBX3_DCT)
    assert concept.accepted == ("港湾局", "港の局")
    assert concept.target[1].status is TermStatus.ADMITTED


def test_xml_that_declares_entities_is_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    text = TBX2.replace(
        'martif SYSTEM "TBXBasiccoreStructV02.dtd"',
        f'martif [<!ENTITY x SYSTEM "{secret.as_uri()}">]',
    ).replace("Harbour Board", "&x;")
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(BadTerm, match=r"entities|well-formed"):
            read(tmp_path, "t.tbx", text.replace('<?xml version="1.0"?>', "").encode(encoding))


@pytest.mark.parametrize("text", ["", "<tbx>", "no xml", "<a>" * 400 + "</a>" * 400])
def test_broken_xml_is_refused(text, tmp_path):
    with pytest.raises(BadTerm, match="no well-formed XML"):
        read(tmp_path, "t.tbx", text)


@pytest.mark.parametrize(
    "text",
    [
        "英語,日本語,備考\nport crane,港湾クレーン,大型\n",
        "日本語\t英語\t備考\n港湾クレーン\tport crane\t大型\n",
        "English;Japanese;Notes\nport crane;港湾クレーン;大型\n",
        "No.,EN,JA\n1,port crane,港湾クレーン ※大型\n",
        "原文,訳語\nport crane,港湾クレーン（注：大型）\n".replace("注：", "注 "),
    ],
)
def test_lists_as_people_keep_them(text, tmp_path):
    (concept,) = read(tmp_path, "list.csv", text)
    assert (concept.source[0].text, concept.preferred) == ("port crane", "港湾クレーン")
    assert concept.note in ("大型", "注 大型", "")


def test_alternatives_and_statuses_in_a_loose_list(tmp_path):
    (concept,) = read(
        tmp_path,
        "list.csv",
        "英語,日本語,状態\nport crane / PC,港湾クレーン／港のクレーン,○\nport crane,起重機,×\n",
    )
    assert [t.text for t in concept.source] == ["port crane", "PC"]
    assert (concept.accepted, concept.deprecated) == (("港湾クレーン", "港のクレーン"), ("起重機",))


def test_an_unknown_status_is_refused_with_its_line(tmp_path):
    with pytest.raises(BadTerm, match=r"list\.csv:2: unknown status"):
        read(tmp_path, "list.csv", "英語,日本語,状態\nport,港,たぶん\n")


def test_utx_from_another_language_is_refused(tmp_path):
    text = "#UTX 1.20; de/ja\n#src\ttgt\nHafen\t港\n"
    with pytest.raises(BadTerm, match="from de to ja"):
        read(tmp_path, "t.utx", text)


def test_utx_statuses(tmp_path):
    text = (
        "#UTX 1.20; en-US/ja-JP; 2026-01-01\n#src\ttgt\tsrc:pos\tterm status\n"
        "port\t港\tnoun\tapproved\nport\tみなと\tnoun\tnon-standard\nport\tポート\tnoun\tforbidden\n"
    )
    (concept,) = read(tmp_path, "t.utx", text)
    assert (concept.accepted, concept.deprecated) == (("港", "みなと"), ("ポート",))


def test_deepl_and_omegat_lists_need_no_header(tmp_path):
    (deepl,) = read(tmp_path, "t.tsv", "port crane\t港湾クレーン\n")
    (omegat,) = read(tmp_path, "t.txt", "# ours\nport crane\t港湾クレーン\tnot for ships\n")
    assert deepl.preferred == omegat.preferred == "港湾クレーン"
    assert omegat.note == "not for ships"


PRH = """\
version: 1
# a dictionary
rules:
  - expected: 港湾クレーン
    prh: "EN: port crane | PC -- not for ships"
    patterns:
      - 港のクレーン   # wrong
      - '起重機'
    specs:
      - from: 港のクレーン
        to:   港湾クレーン
      - from: 岸の起重機
        to:   岸の港湾クレーン
"""


def test_prh_rules_with_their_english(tmp_path):
    (concept,) = read(tmp_path, "t.yml", PRH)
    assert [t.text for t in concept.source] == ["port crane", "PC"]
    assert (concept.preferred, concept.deprecated) == ("港湾クレーン", ("港のクレーン", "起重機"))
    assert [s.flagged for s in concept.specs] == [True, False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules:\n  - expected: 港\n", "no English"),
        ("rules:\n  - prh: 'EN: port'\n", "no `expected`"),
        ('rules:\n  - expected: "港\\n湾"\n', r"'港\\n湾'"),
        ("version: 1\n", "no rules"),
        ("rules:\n  - expected: 港\n    prh: 'EN: port'\n    pattern: /ポ.ト/\n", "regular"),
        ("rules:\n  - &a {expected: 港}\n  - *a\n", "an alias"),
        ("rules:\n  - {expected: 港}\n", "no English"),
        ("rules: [1\n", r"t\.yml:2: "),
        ("rules: !!python/name:os.system x\n", "no rules"),
        ("[" * 5000, "YAML"),
    ],
)
def test_a_prh_rule_that_cannot_be_used_says_why(text, said, tmp_path):
    with pytest.raises(BadTerm, match=said):
        read(tmp_path, "t.yml", text)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = (
    "</Types>",
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
)


def spreadsheet(*rows, replacing=("", ""), shared=""):
    """The bytes of a workbook; `replacing` changes its parts, `shared` are texts kept apart."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.create_sheet("others").append(["source", "target"])
    book.save(out)
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as archive, zipfile.ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name).decode().replace(*replacing)
            copy.writestr(name, data.replace(*SHARED) if shared else data)
        copy.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
    return changed.getvalue()


def test_a_spreadsheet_with_empty_columns_and_readings(tmp_path):
    rows = [None, "英語", "日本語"], [], [None, "port", "港"], [None, 5, "=1+1"]
    texts = "<si><t>港</t><rPh sb='0' eb='1'><t>ミナト</t></rPh></si>"
    shared = ('t="inlineStr"><is><t>&#28207;</t></is>', 't="s"><v>0</v>')
    (concept,) = read(tmp_path, "t.xlsx", spreadsheet(*rows[:3], replacing=shared, shared=texts))
    assert (concept.source[0].text, concept.preferred) == ("port", "港")
    with pytest.raises(BadTerm, match="no Japanese term"):
        read(tmp_path, "t.xlsx", spreadsheet(*rows))  # a formula that was never worked out


def test_a_spreadsheet_with_a_document_type_or_too_much_in_it_is_refused(tmp_path, monkeypatch):
    rows = ["source", "target"], ["port", "港"]
    hostile = spreadsheet(
        *rows, replacing=("<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')
    )
    with pytest.raises(BadTerm, match="declares entities"):
        read(tmp_path, "t.xlsx", hostile)
    monkeypatch.setattr("glossary.formats.xlsx._LARGEST", 1000)
    with pytest.raises(BadTerm, match="unpacks to too much"):
        read(tmp_path, "t.xlsx", spreadsheet(*rows))


def test_a_spreadsheet_without_the_extra_says_what_to_install(tmp_path, monkeypatch):
    data = spreadsheet(["source", "target"], ["port", "港"])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UnreadableFile) as error:
        read(tmp_path, "t.xlsx", data)
    assert "taiyaku[documents]" in error.value.hint


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"source,target\n"])
def test_what_is_no_spreadsheet_is_refused(data, tmp_path):
    with pytest.raises(BadTerm, match="no spreadsheet"):
        read(tmp_path, "t.xlsx", data)


def test_deepl_tables_with_commas_and_languages_in_every_row(tmp_path):
    rows = 'port crane,港湾クレーン,EN,JA\n"pilot, harbour",水先人,en-US,ja\n'
    crane, pilot = read(tmp_path, "t.csv", rows)
    assert (crane.source[0].text, crane.preferred) == ("port crane", "港湾クレーン")
    assert (pilot.source[0].text, pilot.preferred) == ("pilot, harbour", "水先人")
    (crane,) = read(tmp_path, "t.csv", "port crane,港湾クレーン\n")
    assert crane.preferred == "港湾クレーン"
    (crane,) = read(tmp_path, "t.csv", "No.,Note,EN,JA\n1,x,port crane,港湾クレーン\n")
    assert (crane.source[0].text, crane.note) == ("port crane", "x")


@pytest.mark.parametrize("name", ["t.csv", "t.utx", "t.tbx"])
def test_a_concept_may_forbid_without_saying_what_is_right(name, tmp_path):
    (concept,) = read(tmp_path, "f.csv", "source,target,status\nport,港町,deprecated\n")
    assert (concept.preferred, concept.accepted, concept.deprecated) == ("", (), ("港町",))
    data = term_format(name).write((concept,)).data
    (again,) = read(tmp_path, name, data)
    assert again.target == concept.target


def test_wrong_forms_further_forms_and_what_else_a_list_says_are_kept(tmp_path):
    text = (
        "英語,日本語,NG訳,別訳,定義\n"
        "treasury shares,自己株式,財務省株式 / 金庫株式,自社株,会社が持つ自社の株\n"
        "payout ratio,,配当率,,\n"
    )
    shares, ratio = read_all(tmp_path, text)
    assert (shares.accepted, shares.deprecated) == (
        ("自己株式", "自社株"),
        ("財務省株式", "金庫株式"),
    )
    assert shares.note == "定義: 会社が持つ自社の株"
    assert (ratio.accepted, ratio.deprecated) == ((), ("配当率",))


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
@pytest.mark.parametrize("head", ["英語,日本語", "English,日本語", "原文,訳語", "source,target"])
def test_a_short_list_in_an_old_encoding_is_known_by_its_header(codec, head, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(f"{head}\ntreasury shares,自己株式\n".encode(codec))
    (concept,) = read_terms(str(path))
    assert concept.preferred == "自己株式"


def read_all(folder, text):
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return read_terms(str(path))


LONG = "港" * 1000
UTX = "#UTX 1.20; en/ja\n"
ENTRY = TBX2[TBX2.index("<termEntry") : TBX2.index("</text>")]
TBX3 = TBX3_DCT.replace("港湾局", "{}")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("t.deepl", "port\t港\nport crane\t港湾クレーン\tnote\n", r"t\.deepl:2: not two columns"),
        ("t.utf8", "port\t港\nport crane\n", r"t\.utf8:2: one column"),
        ("t.utx", UTX + "port\t港\n", r"t\.utx:2: no columns are named"),
        ("t.utx", UTX + "#src\ttgt\tterm status\nport\t港\tmaybe\n", "unknown status 'maybe'"),
        ("t.utx", UTX + f"#src\ttgt\nport\t{LONG}\n", "the Japanese term is too long"),
        (
            "t.utx",
            UTX + "#src\ttgt\tterm status\nport\t港\tapproved\nport\t港\tforbidden\n",
            r"t\.utx:4: 港 is deprecated here and \w+ before",
        ),
        ("t.tbx", TBX3.format(LONG), "a term is too long"),
        ("t.tbx", TBX2.replace("</body>", ENTRY), "two entries c1"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_place(name, text, said, tmp_path):
    with pytest.raises(BadTerm, match=said) as refused:
        read(tmp_path, name, text)
    assert refused.value.hint


def test_an_entry_of_another_language_is_no_concept(tmp_path):
    german = TBX2.replace('xml:lang="ja"', 'xml:lang="fr"')
    both = german.replace("</body>", ENTRY.replace('"c1"', '"c2"'))
    assert [concept.id for concept in read(tmp_path, "t.tbx", both)] == ["c2"]


def test_an_empty_term_in_tbx_is_no_term(tmp_path):
    text = TBX2.replace("<term>港の局</term>", "<term> </term>")
    (concept,) = read(tmp_path, "t.tbx", text)
    assert (concept.accepted, concept.deprecated) == (("港湾局",), ())


def test_blank_lines_are_no_rows(tmp_path):
    (concept,) = read(tmp_path, "t.deepl", "\nport\t港\n\n")
    assert concept.preferred == "港"


def test_an_unknown_format_is_refused_with_those_that_are_known():
    with pytest.raises(UnreadableFile, match="no glossary format 'xls'") as refused:
        term_format("t.csv", "xls")
    assert "tbx" in refused.value.hint
