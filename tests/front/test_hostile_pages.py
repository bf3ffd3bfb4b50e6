"""Pages of texts that try to break out: in names, paths, ids, both languages, terms and notes."""

from __future__ import annotations

import csv
import json
import re
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tui.cli import main
from tui.inputs import Input
from tui.pages.page import page
from tui.pipeline import open_session
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from front.browser import Tab

MARKUP = "\"'><img src=x onerror=document.title='owned'></script>"
CONTROLS = "\u202e\x1b[31m\x9b0m\x07\u2066\u200e\x7f\u2029"
EVIL = CONTROLS + MARKUP
NAME = EVIL.replace("/", "-")
"""As much of it as a file may be called."""
TERM = "\u202e\u2066\u200e" + MARKUP
"""As much of it as a glossary file may hold."""
HARM = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)


def units(change: str = "") -> list[dict[str, str]]:
    """A heading, a name rendered wrongly, a figure changed, and another heading and text."""
    pairs = [
        (f"Ports{EVIL}", f"港{EVIL}"),
        (f"Rapidus{EVIL} will build it.", f"ラピッドゥス{EVIL}が建てる。"),
        (f"Harbour{EVIL}", f"港湾{EVIL}"),
        (f"It has 12 cranes{TERM}{EVIL}.", f"クレーンは{EVIL}13基ある。{change}"),
    ]
    return [
        {"document": f"d{EVIL}", "id": f"{n}{EVIL}", "source": en, "target": ja}
        for n, (en, ja) in enumerate(pairs)
    ]


def write(path: Path, rows: list[dict[str, str]]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path.name


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """All pages of a text and its review that are hostile in every field."""
    monkeypatch.chdir(tmp_path)
    terms = tmp_path / f"terms{NAME}.csv"
    with terms.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("source", "target", "status", "concept", "note"))
        rows.writerow(("Rapidus", f"ラピダス{TERM}", "preferred", f"c{TERM}", f"note {TERM}"))
        rows.writerow(("Rapidus", "ラピッドゥス", "deprecated", f"c{TERM}", f"note {TERM}"))
        rows.writerow((f"cranes{TERM}", f"クレーン{TERM}", "", "", f"note {TERM}"))
    first = write(tmp_path / f"a{NAME}.jsonl", units())
    second = write(tmp_path / f"b{NAME}.jsonl", units(EVIL))
    (tmp_path / f"broken{NAME}.jsonl").write_text("{\n", encoding="utf-8")
    chosen = Settings(workspace=tmp_path / "w.db", glossary=(terms.name,))
    with closing(open_session(Input(first), chosen)) as session:
        session.go(1)
        session.edit(f"ラピダス{MARKUP}{EVIL}が建てる。")
    general = ("--workspace", "w.db", "--glossary", terms.name, "--format", "html", "-o")
    assert main(["check", first, f"broken{NAME}.jsonl", *general, "report.html"]) == 2
    assert main(["changes", first, second, *general[:2], *general[4:], "changes.html"]) == 0
    assert main(["compare", first, second, *general, "compare.html"]) == 0
    return [tmp_path / f"{name}.html" for name in ("report", "changes", "compare")]


def test_nothing_of_a_text_breaks_out_of_any_page(pages: list[Path]) -> None:
    for each in pages:
        said = each.read_text("utf-8")
        assert set(HARM.findall(said)) == set(), each.name
        assert "␛[31m" in said, each.name
        tree = etree.fromstring(said, etree.HTMLParser())
        assert not list(tree.iter("img")), each.name
        assert len(list(tree.iter("script"))) == 1
    report = pages[0].read_text("utf-8")
    for section in ("Causes", "Terms that were not obeyed", "Renderings of names", "Could not be"):
        assert section in report
    (causes,) = etree.fromstring(report, etree.HTMLParser()).xpath("//div[@aria-label='Causes']")
    assert "␦␦␦" in "".join(causes.itertext())


async def test_a_browser_runs_nothing_of_a_text(pages: list[Path], tab: Tab) -> None:
    for each in pages:
        await tab.load(each, 390)
        title = await tab.evaluate("document.title")
        assert title != "owned"
        assert await tab.evaluate("document.images.length") == 0
        assert not HARM.search(await tab.evaluate("document.documentElement.outerHTML"))
        assert all(address.startswith("file:") for address in tab.asked)
        assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whatever_a_template_prints_is_made_harmless() -> None:
    """Also what it prints without knowing of it: what a macro or a filter has put together."""
    names = (f"a{EVIL}", f"b{EVIL}")
    said = "".join(page("changes.html.j2", names=names, rows=[], units=EVIL, has_english=True))
    assert not HARM.search(said)
    assert "<img" not in said
