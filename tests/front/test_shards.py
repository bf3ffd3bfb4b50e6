"""A corpus in Parquet files: part by part, here or on a cluster, always with the same findings."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest

pyarrow = pytest.importorskip("pyarrow", reason="needs the extra batch")
pytest.importorskip("fsspec", reason="needs the extra cluster")

from pyarrow import parquet  # noqa: E402

from glossary.batch import check_batch  # noqa: E402
from tui.cli import main  # noqa: E402
from tui.shards import plan  # noqa: E402
from tui.shards.plan import Piece, pieces, tasks  # noqa: E402

TAIYAKU = ("-c", "from tui.cli import run; run()")
GROUP = "A working group met."
TEXTS = [
    (GROUP, "作業部会が開かれた。"),
    ("Mitsui E&S came.", "三井物産E&Sが来た。"),
    ("It cost $3 billion.", "3億ドルかかった。"),
    ("Rain fell.", "雨が降った。"),
    (GROUP, "ワーキンググループが開かれた。"),
    ("The port opened in 1889.", "港は1998年に開港した。"),
    (GROUP, "作業部会が開かれた。"),
]


def rows(count):
    """Units of documents that cross files, come again later, or have no name."""
    for number in range(count):
        source, target = TEXTS[number % len(TEXTS)]
        names = (f"long-{number // 9}", f"far-{number % 5}", None)
        yield {
            "id": str(number),
            "document": names[number % 4 % 3],
            "source": f"{source} It was day {number}.",
            "target": f"{target}{number}日目のことだ。",
        }


def write(folder, count, each):
    folder.mkdir()
    made = [*rows(count)]
    for first in range(0, count, each):
        table = pyarrow.Table.from_pylist(made[first : first + each])
        parquet.write_table(table, folder / f"{first:05}.parquet", row_group_size=5)
    return made


def results(folder):
    """All findings with the number of the row in the whole corpus, in its order."""
    found = parquet.read_table(folder).to_pylist()
    for row in found:
        row["row"] += int(row.pop("file")[-13:-8])
    return sorted(found, key=lambda row: row["row"])


def check(*words):
    return main(["check", *map(str, words), "--workspace", "nowhere.db"])


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "in", 60, 20)


def test_a_glossary_can_be_named(corpus, tmp_path):
    terms = tmp_path / "terms.csv"
    terms.write_text("source,target\nRain,降雨\n", encoding="utf-8")
    assert check("in", "--shards", "out", "--no-names", "--glossary", terms) == 1
    checks = parquet.read_table(tmp_path / "out")["check"].to_pylist()
    assert "missing-rendering" in checks


def test_results_among_the_texts_are_not_checked_themselves(corpus, capsys):
    assert check("in", "--shards", "in/found") == 1
    first = capsys.readouterr().err
    assert check("in", "--shards", "in/found") == 1
    again = capsys.readouterr().err
    assert "parts were done before" in again
    assert first.splitlines()[-2:] == again.splitlines()[-2:]
    assert check("in/found", "--shards", "in/found") == 2
    assert "nothing but results" in capsys.readouterr().err


@pytest.mark.parametrize("workers", [1, 2])
def test_the_findings_are_those_of_the_whole_corpus_at_once(corpus, tmp_path, workers, monkeypatch):
    monkeypatch.setattr(plan, "PART_ROWS", 8)
    assert check("in", "--shards", "out", "--workers", workers) == 1
    whole = check_batch(pyarrow.RecordBatch.from_pylist(corpus)).to_pylist()
    assert results(tmp_path / "out") == whole
    assert {"inconsistent-wording", "confusable-rendering"} <= {row["check"] for row in whole}
    manifest = json.loads((tmp_path / "out" / "_manifest.json").read_text("utf-8"))
    assert manifest["done"]
    assert manifest["units"] == 60
    assert sum(manifest["findings"].values()) == len(whole)


def test_a_second_run_does_only_what_is_left(corpus, tmp_path, capsys):
    check("in", "--shards", "out")
    before = results(tmp_path / "out")
    parts = sorted((tmp_path / "out").glob("part-*.parquet"))
    kept = {part: part.stat().st_mtime_ns for part in parts[1:]}
    parts[0].unlink()
    capsys.readouterr()
    assert check("in", "--shards", "out") == 1
    assert "parts were done before" in capsys.readouterr().err
    assert results(tmp_path / "out") == before
    assert {part: part.stat().st_mtime_ns for part in kept} == kept


def test_results_of_another_run_are_not_mixed_in(corpus, tmp_path, capsys):
    check("in", "--shards", "out")
    assert check("in", "--shards", "out", "--no-names") == 2
    said = capsys.readouterr().err
    assert "holds the results of other texts, terms or checks" in said
    assert "these have changed: terms; name a new folder, or delete this one" in said


def test_a_file_that_cannot_be_read_stops_no_other(corpus, tmp_path, capsys):
    check("in", "--shards", "whole")
    (tmp_path / "in" / "00060.parquet").write_bytes(b"PAR1 and no more")
    assert check("in", "--shards", "out") == 2
    said = capsys.readouterr().err
    assert "00060.parquet" in said
    assert "1 of the parts could not be checked" in said
    assert results(tmp_path / "out") == results(tmp_path / "whole")
    assert not json.loads((tmp_path / "out" / "_manifest.json").read_text("utf-8"))["done"]


def test_what_is_known_is_not_reported(corpus, tmp_path):
    check("in", "--shards", "out", "--select", "confusable-rendering")
    known = {"taiyaku-baseline": 1, "findings": {}}
    for row in results(tmp_path / "out"):
        known["findings"][row["fingerprint"]] = ""
    (tmp_path / "known.json").write_text(json.dumps(known), "utf-8")
    more = ("--select", "confusable-rendering", "--baseline", "known.json")
    assert check("in", "--shards", "new", *more) == 0
    assert results(tmp_path / "new") == []


def test_storage_that_is_no_disk(corpus, tmp_path):
    import fsspec

    check("in", "--shards", "out")
    memory = fsspec.filesystem("memory")
    for file in (tmp_path / "in").iterdir():
        memory.pipe(f"/bucket/{file.name}", file.read_bytes())
    assert check("memory://bucket", "--shards", "memory://results") == 1
    memory.get("/results", str(tmp_path / "got"), recursive=True)
    assert results(tmp_path / "got") == results(tmp_path / "out")
    assert not [name for name in memory.ls("/results", detail=False) if "/." in name]


@pytest.mark.parametrize(
    "words",
    [
        ("in", "--scheduler", "tcp://127.0.0.1:1"),
        ("in", "--shards", "out", "-o", "x.json"),
        ("nowhere", "--shards", "out"),
        (".", "--shards", "out", "--select", "no-such-check"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_said(corpus, words, capsys):
    assert check(*words) == 2
    assert capsys.readouterr().err.startswith("error: ")


def test_a_part_has_whole_row_groups():
    assert [*pieces("f", [30_000, 30_000, 10_000, 80_000])] == [
        Piece("f", (0,), 0),
        Piece("f", (1, 2), 30_000),
        Piece("f", (3,), 70_000),
    ]
    assert [*pieces("f", [])] == []


def test_documents_that_cross_parts_are_tasks_of_their_own():
    one, two, three = (Piece(name, (0,), 0) for name in "abc")
    made = tasks([(one, (1, 2)), (two, (2, 3)), (three, (3, 4, 2))])
    assert [(t.name, t.pieces, t.documents, t.only) for t in made] == [
        ("part-000000", (one,), {2}, False),
        ("part-000001", (two,), {2, 3}, False),
        ("part-000002", (three,), {2, 3}, False),
        ("documents-000000", (one, two, three), {2}, True),
        ("documents-000001", (two, three), {3}, True),
    ]


def started(stack, *words, cwd):
    command = [sys.executable, *words]
    process = subprocess.Popen(command, cwd=cwd, stderr=subprocess.DEVNULL)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def until(true):
    end = time.monotonic() + 120
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_cluster_that_loses_a_worker_finds_the_same(tmp_path, monkeypatch):
    pytest.importorskip("distributed", reason="needs the extra cluster")
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in", 1200, 40)
    check("in", "--shards", "here")
    with ExitStack() as stack:
        there = tmp_path / "scheduler.json"
        words = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        started(
            stack,
            "-m",
            "distributed.cli.dask_scheduler",
            *words,
            "--scheduler-file",
            there,
            cwd=tmp_path,
        )
        until(lambda: there.exists() and there.read_text())
        address = json.loads(there.read_text())["address"]
        words = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers = [
            started(stack, "-m", "distributed.cli.dask_worker", address, *words, cwd=tmp_path)
            for _ in range(2)
        ]
        wanted = ("--shards", "out", "--scheduler", address, "--workspace", "nowhere.db")
        run = started(stack, *TAIYAKU, "check", "in", *wanted, cwd=tmp_path)
        until(lambda: run.poll() or list((tmp_path / "out").glob("part-*.parquet")))
        os.kill(workers[0].pid, signal.SIGKILL)
        assert run.poll() is None
        assert run.wait(timeout=120) == 1
        assert workers[1].poll() is None
    assert results(tmp_path / "out") == results(tmp_path / "here")
    assert json.loads((tmp_path / "out" / "_manifest.json").read_text("utf-8"))["done"]
    assert not list((tmp_path / "out").glob(".*"))
