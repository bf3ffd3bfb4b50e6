"""The checks as a function of Arrow record batches."""

import pickle
import subprocess
import sys
from functools import partial

import pytest

pyarrow = pytest.importorskip("pyarrow", reason="needs the extra batch")

from corpus.bitext import Bitext, TranslationUnit  # noqa: E402
from corpus.errors import BadContent  # noqa: E402
from glossary import batch as module  # noqa: E402
from glossary.batch import FINDINGS, check_batch  # noqa: E402
from glossary.checks import ALL_CHECKS  # noqa: E402
from glossary.rules import Rules, loaded  # noqa: E402
from glossary.runner import check_bitext  # noqa: E402

GROUP = "A working group met."
ROWS = [
    {"id": "1", "document": "a", "source": "Mitsui E&S came.", "target": "三井物産E&Sが来た。"},
    {"id": "1", "document": "b", "source": GROUP, "target": "作業部会が開かれた。"},
    {"id": None, "document": None, "source": "It cost $3 billion.", "target": "3億ドルかかった。"},
    {"id": "2", "document": "a", "source": "Rain fell.", "target": "雨が降った。"},
    {"id": "2", "document": "b", "source": GROUP, "target": "ワーキンググループが開かれた。"},
    {"id": "3", "document": "b", "source": GROUP, "target": "作業部会が開かれた。"},
    {"id": None, "document": None, "source": "It cost $3 billion.", "target": "3億ドルかかった。"},
]
BATCH = pyarrow.RecordBatch.from_pylist(ROWS)


def test_findings_are_those_of_whole_documents_in_the_order_of_the_rows():
    found = check_batch(BATCH)
    assert found.schema == FINDINGS
    rows = found.to_pylist()
    assert [(r["row"], r["document"], r["unit"], r["check"]) for r in rows if r["unit"] == "1"] == [
        (0, "a", "1", "confusable-rendering")
    ]
    assert [r["row"] for r in rows] == sorted(r["row"] for r in rows)
    assert [r["check"] for r in rows if r["row"] in (2, 6)] == ["number-value"] * 2
    termbase, checks = loaded(Rules())
    units = [
        TranslationUnit(r["id"], r["source"], r["target"], "b")
        for r in ROWS
        if r["document"] == "b"
    ]
    whole = check_bitext(Bitext("b", tuple(units)), termbase, checks)
    assert [r["fingerprint"] for r in rows if r["document"] == "b"] == [
        f.fingerprint for f in whole
    ]
    assert [f.check for f in whole] == ["inconsistent-wording"]


def test_a_finding_says_what_a_line_of_the_report_says():
    found = check_batch(BATCH).to_pylist()[0]
    for side in ("source", "target"):
        span = found[side]
        assert ROWS[0][side][span["start"] : span["end"]] == span["text"]
    assert found["target"]["text"] == "三井物産E&S"
    assert "三井E&S" in found["suggestions"]


def test_the_same_in_another_process(tmp_path):
    terms = tmp_path / "terms.csv"
    terms.write_text("source,target\nRain,降雨\n", encoding="utf-8")
    judge = partial(check_batch, rules=Rules((str(terms),), select=("missing-rendering",)))
    here = judge(BATCH)
    assert [r["row"] for r in here.to_pylist()] == [3]
    program = (
        "import pickle, sys; judge, batch = pickle.load(sys.stdin.buffer);"
        "sys.stdout.buffer.write(pickle.dumps(judge(batch)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps((judge, BATCH)),
        capture_output=True,
        check=True,
    )
    assert pickle.loads(run.stdout) == here  # noqa: S301


def test_terms_can_be_carried_to_where_their_file_is_not(tmp_path):
    terms = tmp_path / "terms.csv"
    terms.write_text("source,target\nRain,降雨\n", encoding="utf-8")
    rules = Rules((str(terms),), select=("missing-rendering",))
    before = check_batch(BATCH, rules)
    carried = pickle.loads(pickle.dumps(rules.carrying()))  # noqa: S301
    terms.unlink()
    assert check_batch(BATCH, carried) == before


def test_what_the_term_checks_settle_in_one_pass_is_not_judged_again(monkeypatch, tmp_path):
    terms = tmp_path / "terms.csv"
    group = "1,working group,作業部会,\n1,working group,ワーキンググループ,admitted\n"
    others = "2,Mitsui E&S,三井E&S,\n3,Rain,雨,\n"
    terms.write_text(f"concept,source,target,status\n{group}{others}", encoding="utf-8")
    by_terms = tuple(check.name for check in ALL_CHECKS if check.by_terms)
    rules = Rules((str(terms),), select=by_terms)
    judged, read = module.judged, []

    def recorded(units, *rest):
        read.extend(unit.line for unit in units)
        return judged(units, *rest)

    monkeypatch.setattr(module, "judged", recorded)
    found = check_batch(BATCH, rules)
    settled = read.copy()
    monkeypatch.setattr(module, "in_doubt", lambda units, *_: units)
    assert check_batch(BATCH, rules) == found
    assert {r["check"] for r in found.to_pylist()} == {
        "confusable-rendering",
        "inconsistent-rendering",
    }
    assert sorted(settled) == [0, 1, 4, 5]  # the wrong one, and those rendered in two ways


def test_an_empty_batch_has_no_findings():
    assert check_batch(BATCH.slice(0, 0)).num_rows == 0


def test_what_is_no_bitext_is_refused():
    with pytest.raises(BadContent, match="no columns source and target"):
        check_batch(pyarrow.RecordBatch.from_pylist([{"text": "a"}]))
    with pytest.raises(BadContent, match="no-such-check"):
        check_batch(BATCH, Rules(select=("no-such-check",)))
