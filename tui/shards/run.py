"""A whole corpus in Parquet: planned, done where it was not done before, and counted.

In the folder of results: `_manifest.json`, which says of what they are, and Parquet files with the
findings (`tui.shards.work.SCHEMA`). All of them are put there whole; what stands there is done.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import partial, reduce
from hashlib import blake2b
from importlib.metadata import version
from typing import TYPE_CHECKING

from corpus.errors import BadContent, TaiyakuError
from corpus.told import told
from glossary.rules import loaded
from tui.console import complain, note, progress
from tui.display.counted import counted
from tui.language import blamed
from tui.shards import storage, work
from tui.shards.plan import tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.rules import Rules
    from tui.shards.engines import Engine
    from tui.shards.plan import Piece, Task

MANIFEST = "_manifest.json"
"""Readers of Parquet folders pass over names that begin like this."""
_VERSION = 1
_FACTS = {
    "version": told("taiyaku itself"),
    "glossary": told("terms"),
    "checks": told("checks"),
    "known": told("baseline or ignored findings"),
    "inputs": told("files"),
}
"""What of the manifest the results depend on, as a person is told."""


def run(
    places: Sequence[str], folder: str, rules: Rules, engine: Engine
) -> tuple[Counter[str], bool]:
    """Check all Parquet files of the places; the findings by severity, and whether all was read.

    Writes to `folder` and goes on where an earlier run of the same was ended. What cannot be read
    is said on stderr. Raises TaiyakuError where nothing can be done, or the folder holds the
    results of another run.
    """
    folder = storage.absolute(folder)
    files = _inputs(places, folder)
    manifest = _manifest(files, rules)
    key = str(manifest["key"])
    _begin(folder, manifest)
    outcomes = [*engine.each(work.split, files)]
    unread = [done for _, done in outcomes if isinstance(done, work.Done)]
    by_file = {file: found for file, found in outcomes if not isinstance(found, work.Done)}
    plan = _plan([piece for file in files for piece in by_file.get(file, ())], engine)
    results, left = [], []
    for task in plan:
        before = work.done_before(task, folder, key)
        results += [before] if before else []
        left += [] if before else [task]
    if results:
        note(f"{len(results)} of {len(plan)} parts were done before")
    new = (done for _, done in engine.each(work.do, left, rules, folder, key))
    for done in progress(new, len(left), "parts checked"):
        (unread if done.error else results).append(done)
    return _end(folder, manifest, results, unread)


def _inputs(places: Sequence[str], folder: str) -> tuple[str, ...]:
    """Results that stand among the texts, as those of the last run may, are none of the texts."""
    within = f"{folder.rstrip('/')}/"
    found = storage.parquet_files(places)
    if files := tuple(file for file in found if not file.startswith(within)):
        return files
    raise BadContent(told("{} has nothing but results", folder), "name the folder of the texts")


def _plan(pieces: Sequence[Piece], engine: Engine) -> list[Task]:
    marks = dict(engine.each(work.documents, pieces))
    return tasks((piece, marks[piece]) for piece in pieces)


def _manifest(files: Sequence[str], rules: Rules) -> dict[str, object]:
    termbase, checks = loaded(rules)
    facts: dict[str, object] = {
        "taiyaku-shards": _VERSION,
        "version": version("taiyaku"),
        "glossary": termbase.digest,
        "checks": {check.name: check.severity for check in checks},
        "known": blake2b("".join(sorted(rules.known)).encode(), digest_size=8).hexdigest(),
        "inputs": {file: storage.size(file) for file in files},
    }
    content = json.dumps(facts, sort_keys=True).encode()
    return facts | {"key": blake2b(content, digest_size=16).hexdigest()}


def _begin(folder: str, manifest: dict[str, object]) -> None:
    """Say in the folder of what the results are, unless it is said there."""
    file = f"{folder.rstrip('/')}/{MANIFEST}"
    if storage.exists(file):
        with storage.opened(file) as stream:
            try:
                before = json.load(stream)
            except ValueError:
                before = None
        if not isinstance(before, dict):
            before = {}
        if before.get("key") != manifest["key"]:
            other = [said for fact, said in _FACTS.items() if before.get(fact) != manifest[fact]]
            changed = reduce(partial(told, "{}, {}"), other or [_FACTS["version"]])
            raise TaiyakuError(
                told("{} holds the results of other texts, terms or checks", folder),
                told(
                    "these have changed: {}; name a new folder, or delete this one, and all is "
                    "checked again",
                    changed,
                ),
            )
        return
    _say(folder, manifest | {"done": False})


def _end(
    folder: str,
    manifest: dict[str, object],
    results: Sequence[work.Done],
    unread: Sequence[work.Done],
) -> tuple[Counter[str], bool]:
    for done in unread:
        complain(*blamed(TaiyakuError(*(done.error or ("", "")))))
    counts: Counter[str] = Counter()
    for done in results:
        counts.update(done.counts)
    units = sum(done.units for done in results)
    parts = sorted(done.name for done in results)
    totals = {"units": units, "findings": dict(sorted(counts.items())), "parts": parts}
    _say(folder, manifest | totals | {"done": not unread})
    found = ", ".join(f"{number} {severity}" for severity, number in sorted(counts.items()))
    missing = f"; {len(unread)} of the parts could not be checked" if unread else ""
    note(f"{counted(units, 'unit')} checked: {found or 'nothing found'}{missing}")
    note(f"judged with the glossary {manifest['glossary']}; the findings are in {folder}")
    return counts, not unread


def _say(folder: str, content: dict[str, object]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    storage.put(folder, MANIFEST, text.encode(errors="backslashreplace"))
