"""The HTML report as `taiyaku check` writes it: terms, what a review changed, a browser's view."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from corpus.bitext import TranslationUnit
from front.conftest import PAIRS
from tui.cli import main
from tui.inputs import Input
from tui.pages.charts import sections
from tui.pipeline import open_session
from tui.sample import sample
from tui.settings import Settings

if TYPE_CHECKING:
    from front.browser import Tab

AXE = Path(os.environ.get("AXE_CORE", "/usr/lib/node_modules/axe-core/axe.min.js"))


def review(folder: Path) -> None:
    """The sample in a folder, with its first three findings mended in the workspace."""
    for file in sample():
        shutil.copy(file, folder)
    item = Input(str(folder / "ja.txt"), source=str(folder / "en.txt"))
    with closing(open_session(item, Settings(workspace=folder / "w.db"))) as session:
        for second in range(3):
            session.next_finding()
            session.pressed(float(second))
            session.apply()


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report on the sample and its review, with a glossary."""
    review(tmp_path)
    monkeypatch.chdir(tmp_path)
    rows = "source,target\nRapidus,ラピダス\nMitsui E&S,三井E&S\n<b>x</b>,y\n"
    (tmp_path / "terms.csv").write_text(rows, encoding="utf-8")
    files = ("en.txt", "ja.txt", "--glossary", "terms.csv", "--workspace", "w.db")
    assert main(["check", *files, "--format", "html", "-o", "report.html"]) == 1
    return tmp_path / "report.html"


def table(page: Any, label: str) -> list[list[str]]:
    """The cells of the table in the region with this label."""
    (region,) = page.xpath(f"//div[@aria-label='{label}']")
    rows = region.xpath(".//tbody/tr")
    return [[" ".join("".join(cell.itertext()).split()) for cell in row] for row in rows]


def test_the_report_tells_of_terms_scores_and_effort(report: Path) -> None:
    page = etree.fromstring(report.read_text("utf-8"), etree.HTMLParser())
    obeyed = {row[0]: row[1:4] for row in table(page, "Terms that were not obeyed")}
    assert obeyed["Mitsui E&S"] == ["三井E&S", "✗ not applied", "0 of 2"]
    names = {row[0]: row[2] for row in table(page, "Renderings of names and terms")}
    assert "✗ wrong 三井物産E&S × 2" in names["Mitsui E&S"]
    assert [row[0] for row in table(page, "Scores")] == ["chrF2", "BLEU", "TER"]
    assert all("version:" in row[2] for row in table(page, "Scores"))
    assert table(page, "Causes")[0][0] in {"number-value", "mixed-register", "confusable-rendering"}
    assert "the review has mended 3 of 12 in the machine's text" in "".join(page.itertext())
    checks = table(page, "Changes by check")
    assert len(checks) == 3
    assert [row[-1] for row in table(page, "Causes") if row[-1]] == ["0:00:01", "0:00:01"]
    efforts = table(page, "Changed characters of 100, by section")
    assert sum(float(row[1]) > 0 for row in efforts) >= 1
    assert [row[0] for row in efforts][1] == "Trade and Investment"
    assert sum(int(row[1]) for row in table(page, "Findings by check")) == 12


def test_a_report_without_a_review_has_no_scores(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"id": str(n), "source": en, "target": ja}) + "\n"
        for n, (en, ja) in enumerate(PAIRS)
    )
    (tmp_path / "u.jsonl").write_text(rows, encoding="utf-8")
    words = ["check", str(tmp_path / "u.jsonl"), "--workspace", str(tmp_path / "none.db")]
    main([*words, "--format", "html", "-o", str(tmp_path / "r.html")])
    said = (tmp_path / "r.html").read_text("utf-8")
    assert "What the review changed" not in said
    assert "No glossary file; bundled names on" in said
    assert not (tmp_path / "none.db").exists()


def unit(number: int, english: str) -> TranslationUnit:
    return TranslationUnit(str(number), english, "日本語")


def test_sections_go_by_headings() -> None:
    english = ["Fact sheet", "Date", "It rained.", "Trade", "One.", "Two.", "Ports", "Three."]
    found = sections([unit(n, text) for n, text in enumerate(english)])
    assert [(s.name, s.start, s.end) for s in found] == [
        ("(beginning)", 0, 1),
        ("Date", 1, 3),
        ("Trade", 3, 6),
        ("Ports", 6, 8),
    ]


def test_sections_of_a_text_without_headings_are_tenths() -> None:
    found = sections([unit(n, "It rained.") for n in range(25)])
    assert [s.name for s in found][:2] == ["Paragraphs 1–3", "Paragraphs 4–6"]
    assert (found[-1].name, found[-1].end, len(found)) == ("Paragraphs 25", 25, 9)
    assert sections([]) == []


async def test_the_filters_hide_and_show(report: Path, tab: Tab) -> None:
    await tab.load(report, 1280)
    assert all(address.startswith("file:") for address in tab.asked)
    shown = "document.querySelectorAll('article:not([hidden])').length"
    assert await tab.evaluate(shown) == 25
    await tab.evaluate("document.getElementById('clean').click()")
    assert await tab.evaluate(shown) == 11
    await tab.evaluate("document.querySelector('#severities input[value=major]').click()")
    assert await tab.evaluate(shown) == 5
    text = await tab.evaluate("asText()")
    assert "- 1 critical confusable-rendering: 三井物産 is Mitsui & Co." in text
    assert "number-value" not in text
    assert (
        await tab.evaluate("document.getElementById('shown').textContent") == "5 paragraphs shown"
    )


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
async def test_axe_finds_nothing_to_mend(report: Path, tab: Tab, width: int, dark: bool) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm install axe-core, and its axe.min.js in AXE_CORE")
    await tab.load(report, width, dark=dark)
    assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await tab.evaluate(AXE.read_text("utf-8") + ";0")
    script = "axe.run().then(r => JSON.stringify([r.passes.length, r.violations]))"
    passes, violations = json.loads(await tab.evaluate(script))
    assert violations == []
    assert passes > 30


async def test_axe_finds_nothing_to_mend_in_the_other_pages(
    report: Path, tab: Tab, capsys: pytest.CaptureFixture[str]
) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm install axe-core, and its axe.min.js in AXE_CORE")
    texts = Path("ja.txt").read_text("utf-8")
    Path("b.txt").write_text(texts.replace("三井物産E&S", "三井E&S"), "utf-8")
    for command in ("changes", "compare"):
        page = f"{command}.html"
        words = [command, "en.txt", "ja.txt", "b.txt", "--format", "html", "-o", page]
        assert main([*words, "--workspace", "w.db"]) == 0
        await tab.load(Path(page).resolve(), 390)
        assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await tab.evaluate(AXE.read_text("utf-8") + ";0")
        script = "axe.run().then(r => JSON.stringify(r.violations))"
        assert json.loads(await tab.evaluate(script)) == []
