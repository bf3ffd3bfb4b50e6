"""What an XLIFF file says besides its texts: states and notes, and who changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import State, TranslationUnit
from corpus.formats import xliff
from corpus.formats.format import Said

if TYPE_CHECKING:
    from pathlib import Path

KEY = ("o", "1")


def first(target: str, unit: str = "", after: str = "") -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"'
        ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="o" datatype="x"'
        ' source-language="en" target-language="ja"><body>'
        f'<trans-unit id="1"{unit}><source>Rain</source>{target}{after}</trans-unit>'
        "</body></file></xliff>"
    )


def second(segment: str, target: str = "<target>雨</target>", before: str = "") -> str:
    return (
        (
            '<x:xliff version="2.1" xmlns:x="urn:oasis:names:tc:xliff:document:2.0"'
            ' srcLang="en" trgLang="ja"><x:file id="o"><x:unit id="1">'
            f"{before}<x:segment{segment}><x:source>Rain</x:source>{target}</x:segment>"
            "</x:unit></x:file></x:xliff>"
        )
        .replace("<target>", "<x:target>")
        .replace("</target>", "</x:target>")
    )


def kept(folder: Path, text: str) -> str:
    path = folder / "a.xlf"
    path.write_text(text, "utf-8")
    return str(path)


def said(*notes: str, confirmed: bool | None = None) -> dict[tuple[str | None, str], Said]:
    return {KEY: Said(confirmed, notes or None)}


def one(path: str) -> TranslationUnit:
    return xliff.read(path).units[0]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (first("<target>雨</target>"), None),
        (first('<target state="new"/>'), State.UNTRANSLATED),
        (first('<target state="needs-translation">雨</target>'), State.UNTRANSLATED),
        (first('<target state="needs-review-l10n">雨</target>'), State.NEEDS_REVIEW),
        (first('<target state="translated">雨</target>'), State.TRANSLATED),
        (first('<target state="translated">雨</target>', ' approved="yes"'), State.SIGNED_OFF),
        (first('<target state="signed-off">雨</target>'), State.SIGNED_OFF),
        (first('<target state="final">雨</target>', ' approved="yes"'), State.FINAL),
        (first('<target state="x-own">雨</target>', ' approved="no"'), None),
        (first("<target>雨</target>", ' mq:status="Proofread"'), State.SIGNED_OFF),
        (first("<target>雨</target>", ' mq:status="NotStarted"'), State.UNTRANSLATED),
        (
            first(
                "<target>雨</target>",
                after='<sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/>'
                '<sdl:seg id="2" conf="Draft"/></sdl:seg-defs>',
            ),
            State.NEEDS_REVIEW,
        ),
        (second(""), None),
        (second(' state="initial"'), State.UNTRANSLATED),
        (second(' state="reviewed"'), State.SIGNED_OFF),
        (second(' state="final" subState="a:b"'), State.FINAL),
    ],
)
def test_states_are_read(tmp_path: Path, text: str, state: State | None) -> None:
    path = kept(tmp_path, text)
    assert one(path).state is state
    assert xliff.handed_back(path, {}, said()).decode() == text


@pytest.mark.parametrize(
    ("before", "unit", "after", "unit_after"),
    [
        ("<target>雨</target>", "", '<target state="signed-off">雨</target>', ""),
        (
            "<target state='needs-review-translation'>雨</target>",
            ' approved="no"',
            '<target state="signed-off">雨</target>',
            ' approved="yes"',
        ),
        (
            '<target state="final">雨</target>',
            ' approved="yes"',
            '<target state="final">雨</target>',
            ' approved="yes"',
        ),
        (
            "<target>雨</target>",
            ' mq:status="Edited"',
            '<target state="signed-off">雨</target>',
            ' mq:status="Edited"',
        ),
    ],
)
def test_what_is_confirmed_is_signed_off(
    tmp_path: Path, before: str, unit: str, after: str, unit_after: str
) -> None:
    path = kept(tmp_path, first(before, unit))
    new = xliff.handed_back(path, {}, said(confirmed=True)).decode()
    assert new == first(after, unit_after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (' state="initial"', ' state="translated"'),
        (' state="translated"', ' state="translated"'),
        (' state="reviewed"', ' state="translated"'),
        (' state="final" subState="a:b"', ' state="translated"'),
        ("", ""),
    ],
)
def test_what_is_only_edited_is_not_reviewed(tmp_path: Path, before: str, after: str) -> None:
    path = kept(tmp_path, second(before))
    new = xliff.corrected(path, {KEY: "大雨"}).decode()
    assert new == second(after, "<target>大雨</target>")
    confirmed = xliff.handed_back(path, {KEY: "大雨"}, said(confirmed=True)).decode()
    assert confirmed == second(' state="reviewed"', "<target>大雨</target>")


def test_a_changed_text_is_no_longer_approved(tmp_path: Path) -> None:
    path = kept(tmp_path, first('<target state="final">雨</target>', ' approved="yes"'))
    assert xliff.corrected(path, {KEY: "大雨"}).decode() == first(
        '<target state="needs-review-translation">大雨</target>', ' approved="no"'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            first('<target state="final">雨</target>', ' approved="yes"'),
            first('<target state="needs-review-translation">雨</target>', ' approved="no"'),
        ),
        (
            first("<target>雨</target>", ' approved="yes" mq:status="Proofread"'),
            first(
                '<target state="needs-review-translation">雨</target>',
                ' approved="no" mq:status="Proofread"',
            ),
        ),
        (
            first("<target>雨</target>", ' approved="yes" mq:status="ManuallyConfirmed"'),
            first("<target>雨</target>", ' approved="no" mq:status="ManuallyConfirmed"'),
        ),
        (
            first("<target>雨</target>", ' mq:status="Proofread"'),
            first('<target state="needs-review-translation">雨</target>', ' mq:status="Proofread"'),
        ),
        (second(' state="final" subState="a:b"'), second(' state="translated"')),
        (second(""), second("")),
        (first('<target state="new"/>'), first('<target state="new"/>')),
    ],
)
def test_a_sign_off_can_be_taken_back(tmp_path: Path, before: str, after: str) -> None:
    path = kept(tmp_path, before)
    assert xliff.handed_back(path, {}, said()).decode() == before
    assert xliff.handed_back(path, {}, said(confirmed=False)).decode() == after
    assert not one(kept(tmp_path, after)).signed_off


def test_a_target_that_is_new_and_confirmed_says_so(tmp_path: Path) -> None:
    path = kept(tmp_path, first(""))
    new = xliff.handed_back(path, {KEY: "雨"}, said(confirmed=True)).decode()
    assert new == first('<target state="signed-off">雨</target>')


def test_notes_and_other_translations_are_read(tmp_path: Path) -> None:
    after = (
        "<note>a &lt;b&gt;</note><alt-trans><source>Rain</source>"
        '<target>降<g id="1">雨</g><x id="2">no</x></target><note>no</note></alt-trans>'
    )
    unit = one(kept(tmp_path, first("<target>雨</target>", after=after)))
    assert unit.notes == ("a <b>",)
    assert unit.alternatives == ("降雨",)
    matches = (
        '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#1">'
        "<x:source>Rain</x:source><x:target>降雨</x:target></m:match></m:matches>"
        "<x:notes><x:note>a</x:note><x:note>b</x:note></x:notes>"
    )
    unit = one(kept(tmp_path, second("", before=matches)))
    assert unit.notes == ("a", "b")
    assert unit.alternatives == ("降雨",)


def test_our_notes_are_written_replaced_and_taken_away(tmp_path: Path) -> None:
    theirs = "<note>theirs</note>"
    path = kept(tmp_path, first("<target>雨</target>", after=theirs))
    for notes in (("a", "b & <c>"), ("d",)):
        new = xliff.handed_back(path, {}, {KEY: Said(notes=notes)}).decode()
        ours = "".join(f'<note from="taiyaku">{n}</note>' for n in notes)
        ours = ours.replace("& <c>", "&amp; &lt;c&gt;")
        assert new == first("<target>雨</target>", after=ours + theirs)
        kept(tmp_path, new)
        assert one(path).notes == (*notes, "theirs")
        assert xliff.handed_back(path, {}, {KEY: Said(notes=notes)}).decode() == new
    gone = xliff.handed_back(path, {}, {KEY: Said(notes=())}).decode()
    assert gone == first("<target>雨</target>", after=theirs)


def test_notes_of_the_second_version_stand_where_it_wants_them(tmp_path: Path) -> None:
    data = "<x:originalData><x:data id='1'>b</x:data></x:originalData>"
    path = kept(tmp_path, second("", before=data))
    new = xliff.handed_back(path, {KEY: "大雨"}, {KEY: Said(notes=("a",))}).decode()
    ours = '<x:notes><x:note category="taiyaku">a</x:note></x:notes>'
    assert new == second("", "<target>大雨</target>", before=ours + data)
    kept(tmp_path, new)
    gone = xliff.handed_back(path, {}, {KEY: Said(notes=())}).decode()
    assert gone == second("", "<target>大雨</target>", before=data)
    theirs = "<x:notes><x:note>t</x:note></x:notes>"
    path = kept(tmp_path, second("", before=theirs))
    new = xliff.handed_back(path, {}, {KEY: Said(notes=("a",))}).decode()
    both = theirs.replace("</x:notes>", '<x:note category="taiyaku">a</x:note></x:notes>')
    assert new == second("", before=both)
