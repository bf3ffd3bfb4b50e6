"""`taiyaku translate`, `glossary sync`, `usage` and `demo` as a person types them."""

import importlib.util
import io
import random
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.engines.stand_in import Fault, StandIn
from corpus.workspace.store import Workspace
from tui.cli import main
from tui.commands.demo import NAMES, stand_in
from tui.sample import sample

KEY = "SECRET-0123456789abcdef:fx"
WON, SNOW = "Mitsui E&S won.", "Snow fell for three days."
TEXTS = {WON: "三井物産E&Sが勝ちました。", SNOW: "雪が三日間降りました。"}


@pytest.fixture
def server():
    with StandIn(TEXTS, {"Mitsui E&S": "三井物産E&S"}) as started:
        yield started


@pytest.fixture
def folder(tmp_path, monkeypatch, server):
    (tmp_path / "en.txt").write_text(f"{WON}\n\n{SNOW}\n", encoding="utf-8")
    (tmp_path / "names.csv").write_text(
        "source,target,kind\nMitsui E&S,三井E&S,company\n", encoding="utf-8"
    )
    at_home(monkeypatch, tmp_path, server)
    return tmp_path


def at_home(monkeypatch, folder, server):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DEEPL_AUTH_KEY", KEY)
    monkeypatch.setenv("DEEPL_SERVER_URL", server.url)
    monkeypatch.setenv("TAIYAKU_WORKSPACE", str(folder / "workspace.db"))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))


def japanese(folder):
    return (folder / "ja.txt").read_text(encoding="utf-8").split("\n\n")


def paths(server):
    return [r.path for r in server.requests]


def test_the_price_is_known_before_anything_is_sent(folder, server, capsys, monkeypatch):
    monkeypatch.delenv("DEEPL_AUTH_KEY")
    assert main(["translate", "en.txt", "--dry-run"]) == 0
    said = capsys.readouterr().err
    assert f"2 to translate; {len(WON) + len(SNOW)} characters" in said
    assert server.requests == []
    assert not (folder / "ja.txt").exists()


def test_nothing_is_paid_without_consent_or_above_the_cap(folder, server, capsys):
    assert main(["translate", "en.txt"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert main(["translate", "en.txt", "--yes", "--max-characters", "10"]) == 2
    assert server.billed == []


def test_a_second_run_is_free(folder, server, capsys):
    assert main(["translate", "en.txt", "--yes"]) == 0
    assert japanese(folder) == [TEXTS[WON], f"{TEXTS[SNOW]}\n"]
    asked = len(server.requests)
    assert main(["translate", "en.txt", "--yes", "-o", "other.txt"]) == 0
    assert len(server.requests) == asked
    assert (folder / "other.txt").read_bytes() == (folder / "ja.txt").read_bytes()
    assert "2 known already, 0 to translate" in capsys.readouterr().err


def test_a_fixed_name_costs_only_its_own_paragraphs(folder, server, capsys):
    assert main(["translate", "en.txt", "--yes"]) == 0
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 2
    assert "glossary sync --push" in capsys.readouterr().err
    assert main(["glossary", "sync", "--glossary", "names.csv"]) == 1
    assert server.glossaries.kept == {}
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 0
    capsys.readouterr()
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 0
    assert server.billed == [WON, SNOW, WON]
    assert japanese(folder)[0] == "三井E&Sが勝ちました。"
    assert "applied: Mitsui E&S = 三井E&S (1 of 1)" in capsys.readouterr().out


def test_a_term_that_is_ignored_is_reported(folder, server, capsys):
    server.switches.ignored.add("Mitsui E&S")
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 0
    capsys.readouterr()
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 0
    said = capsys.readouterr().out
    assert "not applied: Mitsui E&S = 三井E&S (0 of 1; look at paragraph 1)" in said


def test_what_a_person_wrote_is_neither_paid_for_nor_overwritten(folder, server, capsys):
    assert main(["translate", "en.txt", "--yes"]) == 0
    mine = f"三井のあの会社が勝ちました。\n\n{TEXTS[SNOW]}\n"
    (folder / "ja.txt").write_text(mine, encoding="utf-8")
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 0
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 0
    assert (folder / "ja.txt").read_text(encoding="utf-8") == mine
    assert server.billed == [WON, SNOW]
    assert "1 by hand" in capsys.readouterr().err


def test_what_is_laid_out_anew_is_kept_as_it_was(folder, server):
    (folder / "en.md").write_text(f"- {WON}\n- {SNOW}\n", encoding="utf-8")
    assert main(["translate", "en.md", "--yes"]) == 0
    by_hand = f"- {TEXTS[WON]}\n- **{TEXTS[SNOW]}**\n"
    (folder / "ja.md").write_text(by_hand, encoding="utf-8")
    assert main(["glossary", "sync", "--push", "--glossary", "names.csv"]) == 0
    assert main(["translate", "en.md", "--yes", "--glossary", "names.csv"]) == 0
    assert "三井E&S" in (folder / "ja.md").read_text("utf-8")
    assert (folder / "ja.md.bak").read_text("utf-8") == by_hand


def test_newer_japanese_waits_for_a_word(folder, server, capsys):
    assert main(["translate", "en.txt", "--yes"]) == 0
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 0
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv", "-o", "x.txt"]) == 0
    assert main(["translate", "en.txt", "--glossary", "names.csv"]) == 0
    assert japanese(folder)[0] == TEXTS[WON]
    assert "1 paragraphs have newer Japanese" in capsys.readouterr().err


class Person(io.StringIO):
    """Somebody at a terminal, who types these lines."""

    def isatty(self):
        return True


def test_a_person_agrees_to_the_price_and_to_every_change(folder, server, capsys, monkeypatch):
    for answer, billed in (("", []), ("y", [WON, SNOW])):
        monkeypatch.setattr("sys.stdin", Person(f"{answer}\n"))
        assert main(["translate", "en.txt"]) == (0 if billed else 2)
        assert server.billed == billed
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 0
    for answers, japanese_ in (("y\nn\n", TEXTS[WON]), ("y\n", "三井E&Sが勝ちました。")):
        monkeypatch.setattr("sys.stdin", Person(answers))
        capsys.readouterr()
        assert main(["translate", "en.txt", "--glossary", "names.csv"]) == 0
        said = capsys.readouterr().err
        assert f"{WON}\n- {TEXTS[WON]}\n+ 三井E&Sが勝ちました。" in said
        assert japanese(folder)[0] == japanese_
    assert server.billed == [WON, SNOW, WON]


def test_an_answer_that_was_lost_is_asked_about(folder, server, capsys):
    server.switches.faults.append(Fault(cut=True, billed=True))
    assert main(["translate", "en.txt", "--yes"]) == 2
    assert main(["translate", "en.txt", "--yes"]) == 2
    assert "--resend" in capsys.readouterr().err
    assert server.billed == [WON, SNOW]
    assert main(["translate", "en.txt", "--yes", "--resend"]) == 0
    assert server.billed == [WON, SNOW] * 2
    assert japanese(folder)[0] == TEXTS[WON]


def test_the_quota_stops_a_run_and_the_next_goes_on(folder, server, capsys):
    (folder / "en.txt").write_text(f"A heading\n\n{SNOW}\n\nAnother heading\n\n{WON}\n")
    server.switches.limit = 40
    assert main(["translate", "en.txt", "--yes"]) == 2
    said = capsys.readouterr().err
    assert "quota is used up; 2 of 4 paragraphs are translated and kept" in said
    server.switches.limit = 1000
    assert main(["translate", "en.txt", "--yes"]) == 0
    assert sorted(server.billed) == sorted(["A heading", SNOW, "Another heading", WON])


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(403), "refused the translation (403)"),
        (Fault(456), "quota is used up"),
        (Fault(400, message="bad"), "DeepL refused the translation"),
        (Fault(html=True), "did not answer like DeepL"),
        (Fault(cut=True), "cannot reach 127.0.0.1"),
    ],
    ids=str,
)
def test_no_error_shows_the_key_or_leaves_half_a_file(folder, server, capsys, fault, said):
    server.switches.faults.extend([fault] * 3)
    assert main(["translate", "en.txt", "--yes"]) == 2
    shown = capsys.readouterr()
    assert said in shown.err + shown.out
    assert "SECRET" not in shown.out + shown.err
    files = [f.read_bytes() for f in folder.rglob("*") if f.is_file()]
    assert not any(b"SECRET" in data for data in files)


def test_a_key_without_the_right_to_usage_translates_all_the_same(folder, server):
    server.switches.scopes.discard("usage")
    assert main(["translate", "en.txt", "--yes"]) == 0


def test_the_settings_know_formality_and_model(folder, server, capsys):
    (folder / "taiyaku.toml").write_text('formality = "more"\nmodel = "latency"\n')
    assert main(["translate", "en.txt", "--yes"]) == 0
    body = server.requests[-1].body
    assert (body["formality"], body["model_type"]) == ("prefer_more", "latency_optimized")
    assert main(["translate", "en.txt", "--dry-run", "--formality", "less", "-o", "b.txt"]) == 0
    assert "2 to translate" in capsys.readouterr().err
    (folder / "taiyaku.toml").write_text('formality = "rude"\n')
    assert main(["translate", "en.txt", "--dry-run"]) == 2


def test_neighbours_go_along_as_context(folder, server):
    assert main(["translate", "en.txt", "--yes"]) == 0
    (sent,) = [r for r in server.requests if r.path == "/v2/translate"]
    assert sent.body["context"] == f"{WON}\n{SNOW}"
    assert sent.body["text"] == [WON, SNOW]


def test_a_strangers_edit_is_shown_and_never_overwritten_unasked(folder, server, capsys):
    sync = ["glossary", "sync", "--glossary", "names.csv", "--push"]
    assert main(sync) == 0
    (glossary,) = server.glossaries.kept
    server.glossaries.entries(glossary)["Mitsui E&S"] = "三井のあれ"
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 2
    assert main(sync) == 2
    assert "foreign: Mitsui E&S: 三井のあれ -> 三井E&S" in capsys.readouterr().out
    assert server.glossaries.entries(glossary)["Mitsui E&S"] == "三井のあれ"
    assert main([*sync, "--overwrite"]) == 0
    assert server.glossaries.entries(glossary)["Mitsui E&S"] == "三井E&S"
    assert server.billed == []


def test_a_glossary_of_the_same_name_that_is_not_ours_is_left_alone(folder, server):
    server.glossaries.answer(
        "POST", "", {"name": "taiyaku", "dictionaries": [{"entries": "port\t港"}]}, {}
    )
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 2
    assert [g.entries for g in server.glossaries.kept.values()] == [{"port": "港"}]
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push", "--name", "b"]) == 0
    assert len(server.glossaries.kept) == 2


def test_a_glossary_that_is_gone_is_made_anew(folder, server):
    sync = ["glossary", "sync", "--glossary", "names.csv", "--push"]
    assert main(sync) == 0
    server.glossaries.kept.clear()
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 2
    assert main(sync) == 0
    assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 0


def test_terms_that_deepl_would_refuse_are_named_and_nothing_is_sent(folder, server, capsys):
    (folder / "names.csv").write_text("source,target\nport\u200b,港\n", encoding="utf-8")
    assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 2
    assert (
        "names.csv:2: port\\u200b: holds a character that cannot be seen" in capsys.readouterr().err
    )
    assert server.requests == []


def test_usage_says_what_is_used_and_shows_four_letters_of_the_key(folder, server, capsys):
    assert main(["translate", "en.txt", "--yes"]) == 0
    capsys.readouterr()
    assert main(["usage"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{len(WON) + len(SNOW)} of 500,000 characters used; key …cdef (free")
    assert main(["usage", "--purge"]) == 0
    assert main(["translate", "en.txt", "--dry-run", "-o", "other.txt"]) == 0
    assert "2 to translate" in capsys.readouterr().err


def test_while_a_review_is_open_nothing_is_sent(folder, server, capsys):
    with Workspace.open(folder / "workspace.db"):
        assert main(["translate", "en.txt", "--yes"]) == 2
    assert "another window" in capsys.readouterr().err
    assert server.requests == []


def test_one_paragraph_goes_back_for_a_price_that_is_paid_once(folder, server, capsys):
    assert main(["translate", "en.txt", "--yes"]) == 0
    assert main(["translate", "en.txt", "--back", "2"]) == 2
    assert main(["translate", "en.txt", "--back", "3", "--yes"]) == 2
    assert TEXTS[SNOW] not in server.billed
    capsys.readouterr()
    for _ in range(2):
        assert main(["translate", "en.txt", "--back", "2", "--yes"]) == 0
    said = capsys.readouterr()
    assert said.out == f"{SNOW}\n{TEXTS[SNOW]}\n{SNOW}\n" * 2
    assert "chrF 100" in said.err
    assert server.billed.count(TEXTS[SNOW]) == 1


def test_the_whole_loop_from_the_english_sample_alone(tmp_path, monkeypatch, capsys):
    """Translate, three names flagged, glossary fixed and synced, translated anew, obeyed."""
    (tmp_path / "en.txt").write_bytes(Path(sample()[0]).read_bytes())
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    server = stand_in()
    with server:
        at_home(monkeypatch, tmp_path, server)
        assert main(["translate", "en.txt", "--yes"]) == 0
        first = server.characters
        assert main(["check", "en.txt", "ja.txt", "--glossary", "names.csv"]) == 1
        flagged = capsys.readouterr().out
        for right in ("三井E&S", "住友化学", "アイダホ国立研究所"):
            assert right in flagged
        assert main(["glossary", "sync", "--glossary", "names.csv", "--push"]) == 0
        assert main(["translate", "en.txt", "--yes", "--glossary", "names.csv"]) == 0
    obeyed = [o for o in capsys.readouterr().out.splitlines() if o.startswith("applied: ")]
    assert len(obeyed) == 3
    assert server.characters - first < first / 4
    main(["check", "en.txt", "ja.txt", "--glossary", "names.csv"])
    left = capsys.readouterr().out
    assert "三井物産" not in left
    assert "Idaho" not in left


def test_the_demo_serves_on_this_machine_until_it_is_ended(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from tui.cli import run; run()", "demo", "--deepl"],
        cwd=tmp_path,
        input="",
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "DEEPL_SERVER_URL=http://127.0.0.1:" in done.stdout
    assert (tmp_path / "taiyaku-demo" / "en.txt").is_file()


def bench(name):
    """A script of `tests/bench`."""
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


BENCH = Path(__file__).parents[1] / "bench"
FAULTS = bench("deepl_faults")


@pytest.mark.parametrize("case", FAULTS.CASES, ids=lambda case: case.what)
def test_no_fault_shows_the_key_and_each_has_a_hint(case, tmp_path):
    found = FAULTS.met(case, tmp_path)
    assert not found.leaked
    assert found.code in (0, 2)
    assert found.code == 0 or "hint: " in found.said or "left in English: " in found.said
    assert "Traceback" not in found.said
    assert found.unknown == case.what.startswith("cut")


@pytest.mark.parametrize("kind", ["kill", "cut before", "cut after", "quota"])
def test_an_interruption_pays_nothing_twice_and_loses_nothing(kind, tmp_path):
    interrupted = bench("deepl_interruptions").interrupted
    for seed in range(4 if kind == "kill" else 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        outcome = interrupted(kind, random.Random(seed), folder)
        assert (outcome.twice, outcome.lost, outcome.leaked) == (0, 0, False)
