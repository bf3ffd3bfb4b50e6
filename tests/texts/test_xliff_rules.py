"""The rules by which handed-back XLIFF is judged: what is legal passes, what is not is said."""

from __future__ import annotations

import pytest

from texts.xliff_rules import faults


def first(unit: str) -> bytes:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="o"'
        ' source-language="en" target-language="ja" datatype="x"><body>'
        f'<trans-unit id="1">{unit}</trans-unit></body></file></xliff>'
    ).encode()


def second(unit: str) -> bytes:
    return (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"'
        f' trgLang="ja"><file id="f"><unit id="u">{unit}</unit></file></xliff>'
    ).encode()


def segments(*texts: tuple[str, str | None], order: bool = False) -> str:
    numbers = range(len(texts), 0, -1)
    return "".join(
        f"<segment><source>{source}</source>"
        + (f"<target{f' order={chr(34)}{n}{chr(34)}' * order}>{target}</target>" if target else "")
        + "</segment>"
        for n, (source, target) in zip(numbers, texts, strict=True)
    )


@pytest.mark.parametrize(
    "data",
    [
        first("<source>a</source><target state='x-checked'>b</target>"),
        first("<source>a<!-- c --><?p q?></source><target>b<!-- c --></target>"),
        first("<source>a <x id='1'/></source><target><x id='1'/> b <x id='1'/></target>"),
        first("<source>a<bx id='1' rid='7'/><ex id='2' rid='7'/></source>"),
        first("<source><bpt id='1'><sub>x <g id='1'>y</g></sub></bpt>a<ept id='1'/></source>"),
        first(
            "<source>a b</source><seg-source><mrk mtype='seg' mid='1'>a<bpt id='1'/></mrk> "
            "<mrk mtype='seg' mid='2'>b<ept id='1'/></mrk></seg-source><note>n</note>"
            "<alt-trans><target>b</target></alt-trans><note>m</note>"
        ),
        second(
            segments(
                ("a<sc id='1'/>", "<sc id='1'/>"), ("<ec startRef='1'/>b", "<ec startRef='1'/>")
            )
        ),
        second(segments(("a<sc id='1'/>", "b<sc id='1'/>"), ("<ec startRef='1'/>b", None))),
        second(
            segments(
                ("<sc id='1'/>", "<ec startRef='1'/>"),
                ("<ec startRef='1'/>", "<sc id='1'/>"),
                order=True,
            )
        ),
        second(segments(("a<sc id='1' isolated='yes'/><ec id='2' isolated='yes'/>", None))),
        second(segments(("<sm id='1' type='term'/>a", None), ("b<em startRef='1'/>", None))),
        second(segments(("<pc id='1'>a</pc><ph id='2'/>", "<ph id='2'/><pc id='1'>b</pc>"))),
    ],
)
def test_what_is_legal_passes(data: bytes) -> None:
    assert faults(data) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (first("<source>a</source><target state='done'>b</target>"), "the state done"),
        (first("<target>b</target><source>a</source>"), "children in the order"),
        (first("<source>a</source><target>b</target><target>c</target>"), "two target"),
        (first("<target>b</target>"), "no source"),
        (first("<source>a<note>b</note></source>"), "note inside a text"),
        (first("<source>a</source><target><bpt id='1'/></target>"), "bpt 1 without an end"),
        (first("<source><ept id='1'/>a<bpt id='1'/></source>"), "without bpt before it"),
        (first("<source><bpt id='1'/><ept id='1'/><bpt id='1'/><ept id='1'/></source>"), "twice"),
        (first("<source>a<x id='1' clone='no'/><x id='1' clone='no'/></source>"), "x 1 twice"),
        (
            first(
                "<source>a</source><target><mrk mtype='seg' mid='1'/><mrk mtype='seg' mid='1'/>"
                "</target>"
            ),
            "segment 1 twice",
        ),
        (second(segments(("a<sc id='1'/>", None))), "sc 1 without an end"),
        (second(segments(("a<ec startRef='1'/>", None))), "without sc before it"),
        (second(segments(("a<sc id='1'/><ec startRef='1'/>", "<sc id='1'/>"))), "without an end"),
        (second(segments(("a<ph id='1'/>", None), ("b<pc id='1'>c</pc>", None))), "1 twice"),
        (second("<notes/>" + segments(("a", None))), "notes without anything"),
        (second(segments(("a", None)) + "<notes><note>n</note></notes>"), "children in the order"),
        (second("<segment state='x-a'><source>a</source></segment>"), "the state x-a"),
        (second("<segment subState='a:b'><source>a</source></segment>"), "subState without"),
    ],
)
def test_what_is_not_is_said(data: bytes, said: str) -> None:
    assert any(said in fault for fault in faults(data)), faults(data)
