"""A person at work, by a seed: everything that a review can change, one action after the other.

The same seed does the same things to the same texts, so that a run that was killed can be compared
with one that was not.
"""

from __future__ import annotations

import hashlib
import json
import os
from random import Random
from typing import TYPE_CHECKING, Any

from corpus.engines import deepl_api  # noqa: F401 -- loaded once, before all that are killed
from corpus.workspace.journal import UnitStatus
from glossary.concept import Concept, Term
from tui.inputs import Input
from tui.pipeline import open_session
from tui.settings import Settings
from tui.terminology import exchange
from tui.terminology.books import InReview
from tui.terminology.desk import Desk
from tui.translation.connection import conditions, connect, own_concepts
from tui.translation.push import look, push, sendable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

ACTIONS = 120
"""Actions of one plan."""
_PAIRS = (
    ("Mitsui E&S will build crane {}.", "三井物産E&Sが{}号クレーンを建造する。"),
    ("The harbour opened in 18{}.", "この港は18{}年に開かれた。"),
    ("Rapidus began line {}.", "ラピッドゥスは第{}ラインを動かし始めた。"),
    ("It snowed for {} days.", "雪は{}日間降り続いた。"),
)
TEXTS = tuple(
    (english.format(n), japanese.format(n))
    for n in range(10, 50)
    for english, japanese in (_PAIRS[n % len(_PAIRS)],)
)
"""The English and the Japanese of all paragraphs."""
_GLOSSARY = (
    "source,target,status,concept\nMitsui E&S,三井E&S,preferred,m\nMitsui & Co.,三井物産,,\n"
    "Rapidus,ラピダス,preferred,r\nRapidus,ラピッドゥス,deprecated,r\n"
)
_FILES = ("pairs.jsonl", "pairs.jsonl.bak", "pairs.corrected.jsonl", "terms.csv", "terms.tbx")
_OUTSIDE = ("own.csv", "0.csv", "1.csv", "2.csv")
"""What nobody writes."""


def lay_out(folder: Path) -> None:
    """Put the texts and the glossaries into an empty folder."""
    units = [{"id": str(n), "source": en, "target": ja} for n, (en, ja) in enumerate(TEXTS)]
    lines = "".join(json.dumps(unit, ensure_ascii=False) + "\n" for unit in units)
    (folder / "pairs.jsonl").write_text(lines, encoding="utf-8")
    (folder / "own.csv").write_text(_GLOSSARY, encoding="utf-8")
    for number in range(3):
        rows = "".join(f"Pier {number}-{n},第{number}{n}埠頭\n" for n in range(200))
        (folder / f"{number}.csv").write_text(f"source,target\n{rows}", encoding="utf-8")


def open_review(folder: Path) -> ReviewSession:
    """The review as `taiyaku review pairs.jsonl` opens it."""
    return open_session(Input(str(folder / "pairs.jsonl")), _settings(folder))


def act(session: ReviewSession, folder: Path, seed: int, number: int) -> str:
    """Do the action of that number, which depends on the seed and on what stands; its name."""
    chance = Random(f"{seed} {number}")
    if number % 10 == 8:
        session.undo()
        return "undo"
    if number % 10 == 9:  # only ever what was just undone
        session.redo()
        return "redo"
    session.go(chance.randrange(len(session)))
    deed = chance.choice(_DEEDS)
    deed(session, folder, chance)
    return deed.__name__.strip("_")


def standing(session: ReviewSession, folder: Path) -> dict[str, Any]:
    """Everything that must not be lost, as values: the files by their content."""
    units = [session.unit(at) for at in range(len(session))]
    return {
        "texts": [u.target for u in units],
        "confirmed": [u.status is UnitStatus.CONFIRMED for u in units],
        "comments": [u.comment for u in units],
        "ignored": sorted(session.workspace.waivers()),
        "terms": [[r.source, r.target] for r in session.workspace.terms()],
        "history": [step.label for step in session._work.history()],
    }


def files(folder: Path) -> dict[str, str]:
    """The digests of all files that a review reads or writes; empty: there is none."""
    found = {name: folder / name for name in (*_FILES, *_OUTSIDE)}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
        for name, path in found.items()
    }


def remains(folder: Path) -> list[str]:
    """Files in the folder that nobody can know the meaning of."""
    known = {*_FILES, *_OUTSIDE}
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.name not in known and not path.name.startswith("w.db")
    )


def there(folder: Path) -> dict[str, str]:
    """The terms at the engine."""
    engine, _ = connect(conditions(_settings(folder)))
    found = [g for g in engine.glossaries() if g.name == "taiyaku"]
    return engine.terms(found[0].id) if found else {}


def _settings(folder: Path) -> Settings:
    return Settings(glossary=(str(folder / "own.csv"),), names=False, workspace=folder / "w.db")


def _edit(session: ReviewSession, folder: Path, chance: Random) -> None:
    session.edit(f"{chance.randrange(10**6)}番の文をここに書いた。")


def _type(session: ReviewSession, folder: Path, chance: Random) -> None:
    """As the editor does it: every few letters are kept, and the whole is one step."""
    text = f"{chance.randrange(10**6)}番の文を一字ずつ打った。"
    for end in range(4, len(text), 3):
        session.keep_draft(text[:end])
    session.edit(text)


def _apply(session: ReviewSession, folder: Path, chance: Random) -> None:
    if session.next_finding():
        session.apply()


def _everywhere(session: ReviewSession, folder: Path, chance: Random) -> None:
    if session.next_finding():
        session.apply_everywhere(session.places())


def _worse(session: ReviewSession, folder: Path, chance: Random) -> None:
    """The engine has translated all anew, so that there is something to mend."""
    session.take({at: japanese for at, (_, japanese) in enumerate(TEXTS)})


def _confirm(session: ReviewSession, folder: Path, chance: Random) -> None:
    session.confirm(confirmed=session.unit().status is not UnitStatus.CONFIRMED)


def _confirm_all(session: ReviewSession, folder: Path, chance: Random) -> None:
    done = [at for at in range(len(session)) if session.unit(at).status is UnitStatus.CONFIRMED]
    if chance.random() < 0.5:
        session.confirm_all(range(len(session)))
    else:
        session.confirm_all(done, confirmed=False)


def _ignore(session: ReviewSession, folder: Path, chance: Random) -> None:
    session.ignore()


def _comment(session: ReviewSession, folder: Path, chance: Random) -> None:
    session.comment(f"note {chance.randrange(10**6)}")


def _save(session: ReviewSession, folder: Path, chance: Random) -> None:
    session.save()


def _save_in_place(session: ReviewSession, folder: Path, chance: Random) -> None:
    session.save(folder / "pairs.jsonl")


def _import(session: ReviewSession, folder: Path, chance: Random) -> None:
    Desk(InReview(session)).take_in(exchange.read(folder / f"{chance.randrange(3)}.csv"))


def _export(session: ReviewSession, folder: Path, chance: Random) -> None:
    rows = [Concept(f"c{n}", (Term(f"Quay {n}"),), (Term(f"岸壁{n}"),)) for n in range(300)]
    known = rows[: chance.randrange(1, 300)]
    exchange.write(known, folder / chance.choice(("terms.csv", "terms.tbx")), ())


def _sync(session: ReviewSession, folder: Path, chance: Random) -> None:
    how = conditions(_settings(folder))
    terms = sendable(own_concepts(how, session.workspace)).terms
    engine, _ = connect(how)
    cache = session.workspace.engine_cache()
    push(engine, cache, look(engine, cache, how.name, terms), terms)


_DEEDS: tuple[Callable[[ReviewSession, Path, Random], None], ...] = (
    _edit,
    _edit,
    _type,
    _type,
    _apply,
    _apply,
    _everywhere,
    _everywhere,
    _worse,
    _confirm,
    _confirm_all,
    _ignore,
    _comment,
    _save,
    _save,
    _save_in_place,
    _import,
    _export,
    _sync,
)


def reach(server: str) -> None:
    """Let the engine be the stand-in at that address."""
    os.environ |= {"DEEPL_SERVER_URL": server, "DEEPL_AUTH_KEY": "SECRET-0123456789abcdef:fx"}
