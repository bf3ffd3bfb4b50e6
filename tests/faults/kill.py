"""By hand: a review that is killed (kill -9) a thousand times, at random moments.

    uv run python tests/faults/kill.py 1000 [SEED]

One run of a plan is left alone and says what stands after each action. The same plan is killed
again and again, each time opened anew and gone on with. After a kill everything must stand as
after the last action that had returned, or the one behind it; and each file as before or after it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from corpus.engines.stand_in import StandIn
from faults import person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST = 0.3
"""Seconds before the latest kill."""
_ONCE_OPEN = 0.9
"""The part of the kills that wait until the review is open."""
State = dict[str, Any]


def main(kills: int, seed: int) -> int:
    """Kill so often; how many things were lost."""
    lost: list[str] = []
    moments: Counter[str] = Counter()
    left = kills
    while left > 0:
        left -= _survive(seed, left, lost, moments)
        seed += 1
        print(f"{kills - left} kills, {len(lost)} faults", flush=True)
    print(f"killed in: {', '.join(f'{name} {n}' for name, n in moments.most_common())}")
    for fault in lost:
        print(fault)
    return len(lost)


def _survive(seed: int, most: int, lost: list[str], moments: Counter[str]) -> int:
    """Work through one plan with kills in between; how many there were."""
    with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as broken:
        wanted = _undisturbed(Path(whole), seed)
        chance, done, kills = Random(f"kill {seed}"), 0, 0
        person.lay_out(Path(broken))
        with _engine():
            while done < person.ACTIONS and kills < most:
                said = _killed(Path(broken), seed, done, chance)
                if said and said[-1] == "end":
                    break
                kills += 1
                done += sum(line != "opened" for line in said)
                report = _in_child(partial(_looked_over, Path(broken), wanted, done))
                moments[wanted[min(done + 1, person.ACTIONS)]["deed"] if said else "opening"] += 1
                lost += [f"seed {seed}, kill {kills}: {fault}" for fault in report["faults"]]
                if report["faults"]:
                    return max(kills, 1)
                done = report["done"]
    return max(kills, 1)


def _undisturbed(folder: Path, seed: int) -> list[State]:
    """What stands before the first action and after each."""
    person.lay_out(folder)

    def whole_plan() -> list[State]:
        states = []
        with closing(person.open_review(folder)) as session:
            for number in range(person.ACTIONS + 1):
                deed = person.act(session, folder, seed, number) if number else ""
                standing, files = person.standing(session, folder), person.files(folder)
                states.append(
                    {"standing": standing, "files": files, "there": person.there(folder)}
                    | {"deed": deed}
                )
        return states

    with _engine():
        return _in_child(whole_plan)


def _killed(folder: Path, seed: int, done: int, chance: Random) -> list[str]:
    """What a person's program said before it was killed: a line after each action. Now and then
    it is killed while it is still opening."""
    wait, seconds = chance.random() < _ONCE_OPEN, chance.uniform(0, _LONGEST)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with closing(person.open_review(folder)) as session:
            os.write(writing, b"opened\n")
            for number in range(done + 1, person.ACTIONS + 1):
                person.act(session, folder, seed, number)
                os.write(writing, f"{number}\n".encode())
        os.write(writing, b"end\n")
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        opened = pipe.readline().split() if wait else []
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [*opened, *pipe.read().split()]


def _looked_over(folder: Path, wanted: list[State], done: int) -> State:
    """Open the review again and compare; after which action it really stands."""
    before, after = wanted[done], wanted[min(done + 1, person.ACTIONS)]
    files = person.files(folder)
    faults = [
        f"{name} is neither the old nor the new file of action {done + 1} ({after['deed']})"
        for name, digest in files.items()
        if digest not in (before["files"][name], after["files"][name])
    ]
    if person.there(folder) not in (before["there"], after["there"]):
        faults.append(f"other terms are at the engine, around action {done + 1}")
    with closing(person.open_review(folder)) as session:
        if session.workspace.read_only or session.workspace.recovered:
            faults.append("the workspace did not open as it was")
        last = session.last_step
        if last and last.label.startswith("unfinished edit"):  # of the action that was cut off
            faults += [] if after["deed"] == "type" else ["an old draft came back"]
            session.undo()
        found = person.standing(session, folder)
    if found == after["standing"] != before["standing"]:
        return {"faults": faults, "done": min(done + 1, person.ACTIONS)}
    if found != before["standing"]:
        wrong = [k for k in found if found[k] not in (before["standing"][k], after["standing"][k])]
        faults.append(f"other {', '.join(wrong)} than around action {done + 1} ({after['deed']})")
    return {"faults": faults, "done": done}


def _in_child(work: Callable[[], Any]) -> Any:
    """What `work` gives, done in a process of its own, which leaves nothing behind here."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            json.dump(work(), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer)


@contextmanager
def _engine() -> Iterator[None]:
    """A stand-in for DeepL in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with StandIn() as server:
            os.write(writing, server.url.encode() + b"\n")
            signal.pause()
    with os.fdopen(reading) as pipe:
        person.reach(pipe.readline().strip())
    os.close(writing)
    try:
        yield
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    often, first = (int(word) for word in [*sys.argv[1:], *("1000", "0")[len(sys.argv) - 1 :]])
    sys.exit(bool(main(often, first)))
