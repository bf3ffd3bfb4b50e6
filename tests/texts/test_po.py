"""PO: a correction changes its own msgstr alone, and the tools of gettext see exactly that."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.bitext import LONGEST, State
from corpus.errors import BadContent, UnreadableFile, UnwritableFile
from corpus.formats import bitext_format, po
from corpus.formats.format import Said

CATALOGUE = r"""# Catalogue of a port.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: ja\n"
"Plural-Forms: nplurals=1; plural=0;\n"

# By hand.
#. From the program.
#: port.c:12
#, c-format
msgctxt "menu"
msgid "Open %s"
msgstr "%sを開く"

msgid "Open %s"
msgstr "%sが開いている"

#, fuzzy, c-format
#| msgid "One ship"
msgid "%d ship"
msgid_plural "%d ships"
msgstr[0] "船%d隻"

#, fuzzy
msgid ""
"The port of \"Kobe\"\n"
"opens.\n"
msgstr ""
"「神戸」港が"
"開く。\n"

msgid "Rain\tand snow"
msgstr ""

# Gone.
#~ msgid "Old"
#~ msgstr "古い"
"""


def file(folder: Path, text: str = CATALOGUE, codec: str = "utf-8") -> str:
    path = folder / "ja.po"
    path.write_bytes(
        text.replace("charset=UTF-8", f"charset={codec.removesuffix('-sig').upper()}").encode(codec)
    )
    return str(path)


def test_messages_are_units_and_header_and_old_ones_are_not(tmp_path: Path) -> None:
    units = po.read(file(tmp_path)).units
    assert [(u.source, u.target, u.context, u.state, u.line) for u in units] == [
        ("Open %s", "%sを開く", "menu", None, 12),
        ("Open %s", "%sが開いている", "", None, 16),
        ("%d ships", "船%d隻", "", State.NEEDS_REVIEW, 21),
        ('The port of "Kobe"\nopens.\n', "「神戸」港が開く。\n", "", State.NEEDS_REVIEW, 26),
        ("Rain\tand snow", "", "", None, 33),
    ]
    assert units[0].notes == ("By hand.", "From the program.")
    assert len({u.id for u in units}) == 5


def test_several_forms_are_units_the_first_of_the_singular(tmp_path: Path) -> None:
    path = file(
        tmp_path, 'msgid "A ship"\nmsgid_plural "Ships"\nmsgstr[0] "船"\nmsgstr[1] "船々"\n'
    )
    assert [(u.source, u.target) for u in po.read(path).units] == [
        ("A ship", "船"),
        ("Ships", "船々"),
    ]


@pytest.mark.parametrize("codec", ["utf-8", "euc_jp", "shift_jis", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_corrected_msgstr_changes(tmp_path: Path, codec: str, line_end: str) -> None:
    whole = CATALOGUE.replace("\n", line_end)
    path = file(tmp_path, whole, codec)
    before = Path(path).read_bytes()
    assert po.corrected(path, {}) == before
    units = po.read(path).units
    new = {(None, units[0].id): '表を"開く"', (None, units[4].id): "雨\tと\n雪"}
    wanted = before.decode(codec).replace('"%sを開く"', r'"表を\"開く\""')
    gone = f'snow"{line_end}msgstr ""'
    wanted = wanted.replace(gone, f'{gone}{line_end}"雨\\tと\\n"{line_end}"雪"')
    assert po.corrected(path, new) == wanted.encode(codec)


def test_a_correction_is_no_longer_fuzzy(tmp_path: Path) -> None:
    path = file(tmp_path)
    units = po.read(path).units
    new = {(None, units[2].id): "%d隻", (None, units[3].id): "神戸港が開く。"}
    wanted = CATALOGUE.replace('#, fuzzy, c-format\n#| msgid "One ship"\n', "#, c-format\n")
    wanted = wanted.replace("船%d隻", "%d隻").replace('#, fuzzy\nmsgid ""', 'msgid ""')
    # The English ends with a line break: msgfmt refuses a translation that does not.
    wanted = wanted.replace('msgstr ""\n"「神戸」港が"\n"開く。\\n"', r'msgstr "神戸港が開く。\n"')
    assert po.corrected(path, new) == wanted.encode()


def test_what_is_confirmed_as_it_is_is_no_longer_fuzzy(tmp_path: Path) -> None:
    path = file(tmp_path)
    units = po.read(path).units
    said = {(None, units[2].id): Said(confirmed=True), (None, units[3].id): Said()}
    wanted = CATALOGUE.replace('#, fuzzy, c-format\n#| msgid "One ship"\n', "#, c-format\n")
    assert po.handed_back(path, {}, said) == wanted.encode()


def test_an_encoding_without_a_character_says_so(tmp_path: Path) -> None:
    path = file(tmp_path, codec="euc_jp")
    first = po.read(path).units[0]
    with pytest.raises(UnwritableFile, match="EUC-JP, which cannot hold '🚢'"):
        po.corrected(path, {(None, first.id): "🚢"})


_ENTRY = 'msgid "a"\nmsgstr "あ"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "a\nmsgstr "あ"\n', r"ja\.po:1: neither a comment nor"),
        ("msgid a\n", r"ja\.po:1: neither"),
        ('msgid "a\\"\nmsgstr "あ"\n', r"ja\.po:1: neither"),
        ('msgstr "あ"\n', r"ja\.po:1: msgstr is not expected"),
        ('msgid "a"\nmsgid "b"\n', r"ja\.po:2: msgid is not expected"),
        ('msgid "a"\nmsgstr[0] "b"\n', r"ja\.po:2: msgstr is not expected"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "b"\n', r"ja\.po:3: msgstr is not expected"),
        ('msgid "a"\n', "an entry without msgstr"),
        ('"a"\n', r"ja\.po:1: a text without a keyword"),
        ('msgid "\\q"\nmsgstr ""\n', r"ja\.po:1: \\q stands for no character"),
        ('msgid "\\000"\nmsgstr ""\n', "stands for no character"),
        ('msgid ""\nmsgstr "Language: de\\n"\n' + _ENTRY, "into another language .de."),
        ("# nothing\n", "holds no units"),
    ],
)
def test_what_is_no_catalogue_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadContent, match=said):
        po.read(file(tmp_path, text))


def test_a_wrong_or_strange_charset_and_a_template_are_refused(tmp_path: Path) -> None:
    path = Path(file(tmp_path))
    path.write_bytes(CATALOGUE.encode("euc_jp"))
    with pytest.raises(UnreadableFile, match="is not in UTF-8, which its header names"):
        po.read(str(path))
    path.write_bytes(CATALOGUE.replace("UTF-8", "ISO-2022-JP").encode("iso2022_jp"))
    with pytest.raises(UnreadableFile, match="names the encoding ISO-2022-JP"):
        po.read(str(path))
    template = path.with_suffix(".pot")
    template.write_text(CATALOGUE, "utf-8")
    known = bitext_format(str(template))
    assert known
    with pytest.raises(BadContent, match="is a template"):
        known.read(str(template))


def test_an_entry_that_stands_twice_is_corrected_where_it_was_meant(tmp_path: Path) -> None:
    path = file(tmp_path, _ENTRY * 2)
    second = po.read(path).units[1]
    assert (
        po.corrected(path, {(None, second.id): "亜"})
        == (_ENTRY + _ENTRY.replace("あ", "亜")).encode()
    )


TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=20)
INNER = st.text(st.sampled_from("あa\"\\\t\n\r\x1b#%{'🚢\u2028"), min_size=1, max_size=12)


def _written(context: str | None, source: str, plural: bool, target: str, fuzzy: bool) -> str:
    lines = ["#, fuzzy"] if fuzzy else []
    lines += [f"msgctxt {po.quoted(context)}"] if context is not None else []
    lines += [f"msgid {po.quoted(source)}"]
    lines += [f"msgid_plural {po.quoted(source)}", "msgstr[0] "] if plural else ["msgstr "]
    return "\n".join(lines) + f"{po.quoted(target)}\n\n"


@given(
    st.lists(
        st.tuples(st.none() | TEXTS, INNER, st.booleans(), INNER, st.booleans(), INNER),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_entry_survives_reading_editing_and_reading(tmp_path: Path, made: list) -> None:
    path = tmp_path / "ja.po"
    path.write_bytes("".join(_written(*entry[:5]) for entry in made).encode())
    units = po.read(str(path)).units
    assert [(u.context, u.source, u.target) for u in units] == [
        (context or "", source, target) for context, source, _, target, _, _ in made
    ]
    new = {(None, unit.id): entry[5] for unit, entry in zip(units, made, strict=True)}
    old = {unit.id: unit.target for unit in units}
    path.write_bytes(po.corrected(str(path), new))
    for unit, (*_, wanted) in zip(po.read(str(path)).units, made, strict=True):
        assert unit.target.strip("\n") == wanted.strip("\n")
        if wanted.strip("\n") and new[None, unit.id] != old[unit.id]:
            assert unit.target.endswith("\n") == unit.source.endswith("\n")


TOOLKIT = """
import json, sys
from translate.storage import pypo
store = pypo.pofile.parsefile(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target), u.getcontext(), u.isfuzzy()]
                  for u in store.units if not u.isheader() and not u.isobsolete()]))
"""


def _toolkit(path: str) -> list[list]:
    done = subprocess.run(
        [sys.executable, "-c", TOOLKIT, path], capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def _babel(path: str) -> list[tuple]:
    catalogue = read_po(io.BytesIO(Path(path).read_bytes()), locale="ja")
    return [(m.id, m.string, m.context, "fuzzy" in m.flags) for m in catalogue if m.id]


@pytest.mark.parametrize("reader", [_toolkit, _babel])
def test_other_programs_see_exactly_the_correction(tmp_path: Path, reader) -> None:
    path = file(tmp_path)
    before = reader(path)
    units = po.read(path).units
    Path(path).write_bytes(po.corrected(path, {(None, units[3].id): "神戸港が開く。\n"}))
    after = reader(path)
    (changed,) = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [changed[0][1], changed[1][1]] == ["「神戸」港が開く。\n", "神戸港が開く。\n"]
    assert [changed[0][3], changed[1][3]] == [True, False]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs the tools of gettext")
def test_the_tools_of_gettext_accept_every_correction(tmp_path: Path) -> None:
    path = file(tmp_path)
    units = po.read(path).units
    new = {(None, u.id): u.target.strip() + "橋\n\\" for u in units if u.target}
    Path(path).write_bytes(po.corrected(path, new))
    subprocess.run(["msgfmt", "-c", "-o", tmp_path / "ja.mo", path], check=True)


def test_a_giant_line_is_read_and_then_refused(tmp_path: Path) -> None:
    def written(size: int) -> str:
        return file(tmp_path, 'msgid "' + "a" * size + '"\nmsgstr "あ"\n')

    (unit,) = po.read(written(LONGEST)).units
    assert len(unit.source) == LONGEST
    with pytest.raises(BadContent, match="a text of 20,000,000 characters"):
        po.read(written(20_000_000))


@pytest.mark.parametrize(
    "text", ['"a"' * 1_000_000, "#" * 10_000_000, 'msgid "' + "\\" * 9_999_999]
)
def test_giant_lines_that_say_nothing_are_refused_briefly(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadContent) as refused:
        po.read(file(tmp_path, text))
    assert len(refused.value.message) < 500


def test_our_notes_are_comments_of_a_translator(tmp_path: Path) -> None:
    path = tmp_path / "ja.po"
    path.write_text(CATALOGUE, "utf-8")
    units = po.read(str(path)).units
    key, plural = (None, units[0].id), (None, units[2].id)
    said = {key: Said(notes=("a\nb",)), plural: Said(True, ("c", "d"))}
    new = po.handed_back(str(path), {}, said).decode()
    assert new == (
        CATALOGUE.replace("# By hand.\n", "# By hand.\n# taiyaku: a b\n").replace(
            '#, fuzzy, c-format\n#| msgid "One ship"\n', "# taiyaku: c\n# taiyaku: d\n#, c-format\n"
        )
    )
    path.write_text(new, "utf-8")
    assert po.read(str(path)).units[0].notes == ("By hand.", "a b", "From the program.")
    assert (
        po.handed_back(str(path), {}, {key: Said(notes=("a b",)), plural: Said()}).decode() == new
    )
    less = po.handed_back(str(path), {}, {key: Said(notes=("e",)), plural: Said(notes=())})
    assert less.decode() == new.replace(": a b\n", ": e\n").replace(
        "# taiyaku: c\n# taiyaku: d\n", ""
    )
    seen = read_po(io.BytesIO(less))
    assert seen.get("Open %s", context="menu").user_comments == ["By hand.", "taiyaku: e"]


def test_a_note_keeps_the_line_ends_and_stands_once_for_all_forms(tmp_path: Path) -> None:
    text = 'msgid "a"\r\nmsgid_plural "b"\r\nmsgstr[0] "甲"\r\nmsgstr[1] "乙"\r\n'
    path = tmp_path / "ja.po"
    path.write_bytes(text.encode())
    said = {(None, unit.id): Said(notes=None) for unit in po.read(str(path)).units}
    said[None, po.read(str(path)).units[1].id] = Said(notes=("x",))
    new = po.handed_back(str(path), {}, said)
    assert new.decode() == f"# taiyaku: x\r\n{text}"
    path.write_bytes(new)
    assert po.handed_back(str(path), {}, said) == new
