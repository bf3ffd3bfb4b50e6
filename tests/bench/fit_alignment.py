"""Fit the weights of the aligner by maximum likelihood; run by hand.

    uv run --with numpy --with scipy python tests/bench/fit_alignment.py [--meaning] DOCS.jsonl...
    uv run --with numpy --with scipy python tests/bench/fit_alignment.py --across DOCS.jsonl...

A line of DOCS is a document: {"en": [str], "ja": [str], "gold": [[[int], [int]], ...]}, the gold
beads with paragraph numbers. Each is taken three times: as it is, as lines of which many are
joined or dropped on one side, and as paragraphs of several lines, some split; weights fitted on
one kind of text alone do badly on every other. Prints the table `FITTED` for
`corpus/alignment/weights.py`; with `--meaning`, which needs the extra `semantic`, the one that
takes the sentence encoder in. The weights shipped were fitted on articles of the Kyoto corpus
(NICT, CC BY-SA 3.0) and of NTREX (CC BY-SA 4.0). `--across` fits on all files but one and aligns
the documents of that one as they are, for each in turn: how many links are right, and how far
those called sure can be relied on in texts never seen.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from corpus.alignment.aligner import SURE
from corpus.alignment.beads import LINKED, Beads
from corpus.alignment.corridor import everywhere
from corpus.alignment.meaning import Meaning
from corpus.alignment.programme import solve
from corpus.alignment.survey import Survey, survey
from corpus.alignment.weights import FITTED, FITTED_WITH_MEANING, WEIGHTS
from corpus.embedding import installed

MEANING, ACROSS = "--meaning" in sys.argv, "--across" in sys.argv
NAMES = list(FITTED_WITH_MEANING if MEANING else FITTED)
STEADINESS = 1.0
"""How strongly weights are drawn to nought."""

Array = Any
Document = dict[str, Any]


class Share(NamedTuple):
    """Of all paragraphs, how many are changed on one side."""

    split: float
    joined: float
    dropped: float


class Example(NamedTuple):
    """A document: for each bead size the features of all beads, and those of the gold ones."""

    rows: int
    columns: int
    features: dict[tuple[int, int], Array]
    gold: Array


def main() -> None:
    sets = {
        path: [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        for path in sys.argv[1:]
        if not path.startswith("--")
    }
    if ACROSS:
        examples = {path: all_examples(sets[path]) for path in sets}
        for path in sets:
            others = [one for other in sets if other != path for one in examples[other]]
            report(path, sets[path], fitted(others))
        return
    weights = fitted([one for documents in sets.values() for one in all_examples(documents)])
    lines = [f'    "{name}": {value:.3f},\n' for name, value in weights.items()]
    sys.stdout.write("FITTED = {\n" + "".join(lines) + "}\n")


def fitted(examples: list[Example]) -> dict[str, float]:
    start = np.array([FITTED.get(name, 0.0) for name in NAMES])
    result = minimize(
        loss, start, args=(examples,), jac=True, method="L-BFGS-B", options={"maxiter": 60}
    )
    sys.stderr.write(f"loss a document: {result.fun:.4f}\n")
    return dict(zip(NAMES, map(float, result.x), strict=True))


def report(path: str, documents: list[Document], weights: dict[str, float]) -> None:
    """Align with these weights, and say how many links are right, and how many of the sure."""
    links, wanted = [], 0
    for document in documents:
        gold = {(tuple(a), tuple(b)) for a, b in document["gold"] if a and b}
        wanted += len(gold)
        beads = Beads(
            survey(document["en"], document["ja"]), WEIGHTS | weights, meaning=meaning_of(document)
        )
        corridor = everywhere(len(document["en"]), len(document["ja"]))
        for bead in solve(beads, corridor, lambda _: None):
            if bead.m and bead.n:
                i, j = range(bead.i, bead.i + bead.m), range(bead.j, bead.j + bead.n)
                links.append((bead.probability >= SURE, (tuple(i), tuple(j)) in gold))
    right = [good for _, good in links]
    sure = [good for certain, good in links if certain]
    sys.stdout.write(
        f"{path}: F1 {2 * sum(right) / (len(links) + wanted):.4f}; of {len(links)} links"
        f" sure {len(sure) / len(links):.3f}, of these right {sum(sure) / max(1, len(sure)):.4f}\n"
    )


def meaning_of(document: Document) -> Meaning | None:
    encoder = installed()
    return Meaning(document["en"], document["ja"], encoder) if MEANING and encoder else None


def all_examples(documents: list[Document]) -> list[Example]:
    chance = random.Random(11)
    wanted = [
        version
        for document in documents
        for version in (
            document,
            rearranged(document, chance, (1,), Share(split=0.0, joined=0.2, dropped=0.12)),
            rearranged(document, chance, (1, 1, 2, 3, 4), Share(0.24, 0.12, 0.08)),
        )
    ]
    return [
        example(version)
        for version in wanted
        if len(version["en"]) > 2 and len(version["ja"]) > 2
        if all((len(a), len(b)) in (*LINKED, (1, 0), (0, 1)) for a, b in version["gold"])
    ]


def rearranged(
    document: Document, chance: random.Random, sizes: tuple[int, ...], share: Share
) -> Document:
    """The document in paragraphs of so many beads, a share of them changed on one side."""
    made: Document = {"en": [], "ja": [], "gold": []}
    beads = [
        ([document["en"][i] for i in a], [document["ja"][j] for j in b])
        for a, b in document["gold"]
    ]
    groups = []
    while beads:
        size = chance.choice(sizes)
        groups.append(
            ([t for e, _ in beads[:size] for t in e], [t for _, j in beads[:size] for t in j])
        )
        del beads[:size]
    whole = max(sizes) > 1
    while groups:
        english, japanese = groups.pop(0)
        kind, first = chance.random(), chance.random() < 0.5
        joinable = whole or len(english) == len(japanese) == 1
        if kind < share.dropped:
            put(made, english if first else [], [] if first else japanese, whole=whole)
        elif kind < share.dropped + share.split and len(english if first else japanese) > 1:
            sides = [[" ".join(english)], ["".join(japanese)]]
            parts = english if first else japanese
            cut, blank = chance.randrange(1, len(parts)), " " if first else ""
            sides[0 if first else 1] = [blank.join(parts[:cut]), blank.join(parts[cut:])]
            put(made, *sides)
        elif 1 - kind < share.joined and joinable and groups and all(map(len, groups[0])):
            more = groups.pop(0)
            sides = [[" ".join(english), " ".join(more[0])], ["".join(japanese), "".join(more[1])]]
            sides[0 if first else 1] = [(" " if first else "").join(sides[0 if first else 1])]
            put(made, *sides)
        else:
            put(made, english, japanese, whole=whole)
    return made


def put(made: Document, english: list[str], japanese: list[str], *, whole: bool = False) -> None:
    """Add a bead, or paragraphs without counterpart; `whole` makes one paragraph of each side."""
    if whole:
        english, japanese = (
            [" ".join(english)][: len(english)],
            ["".join(japanese)][: len(japanese)],
        )
    i, j = len(made["en"]), len(made["ja"])
    made["en"] += english
    made["ja"] += japanese
    rows, columns = list(range(i, len(made["en"]))), list(range(j, len(made["ja"])))
    if rows and columns:
        made["gold"].append([rows, columns])
    else:
        made["gold"] += [*([[row], []] for row in rows), *([[], [column]] for column in columns)]


def example(document: Document) -> Example:
    surveyed = survey(document["en"], document["ja"])
    leaning = usual_stretch(surveyed, document["gold"])
    meaning = meaning_of(document)
    rows, columns = len(document["en"]), len(document["ja"])
    features = {
        (m, n): np.zeros((rows - m + 1, columns - n + 1, len(NAMES)), np.float32)
        for m, n in LINKED
        if m <= rows and n <= columns
    }
    features[1, 0] = np.zeros((rows, len(NAMES)), np.float32)
    features[0, 1] = np.zeros((columns, len(NAMES)), np.float32)
    for at, name in enumerate(NAMES):
        # The score is linear in the weights: a unit weight reads one feature off.
        only = dict.fromkeys([*WEIGHTS, *NAMES], 0.0) | {name: 1.0}
        beads = Beads(surveyed, only, leaning, None if name in FITTED else meaning)
        features[1, 0][:, at] = beads.source_alone
        features[0, 1][:, at] = beads.target_alone
        for i in range(rows):
            for (m, n), row in zip(LINKED, beads.scores(i, 0, columns), strict=True):
                if (m, n) in features and i <= rows - m:
                    features[m, n][i, :, at] = row[: columns - n + 1]
    return Example(rows, columns, features, gold_features(document["gold"], features))


def usual_stretch(surveyed: Survey, gold: list[list[list[int]]]) -> float:
    beads = Beads(surveyed, WEIGHTS)
    found = [beads.stretch(a[0], b[0], len(a), len(b)) for a, b in gold if a and b]
    return float(np.median(found)) * len(found) / (len(found) + 5) if found else 0.0


def gold_features(gold: list[list[list[int]]], features: dict[tuple[int, int], Array]) -> Array:
    total = np.zeros(len(NAMES))
    for source, target in gold:
        if source and target:
            total += features[len(source), len(target)][source[0], target[0]]
        else:
            total += sum(features[1, 0][i] for i in source)
            total += sum(features[0, 1][j] for j in target)
    return total


def loss(weights: Array, examples: list[Example]) -> tuple[float, Array]:
    """Negative log likelihood of the gold chains, and its gradient, a document."""
    value = STEADINESS * float(weights @ weights)
    gradient = 2 * STEADINESS * weights
    for one in examples:
        scores = {size: table @ weights for size, table in one.features.items()}
        before, after = forward(scores, one), backward(scores, one)
        whole = before[-1, -1]
        value += whole - one.gold @ weights
        gradient = gradient - one.gold
        for (m, n), table in one.features.items():
            rows, columns = one.rows - m + 1, one.columns - n + 1
            worth = spread(scores[m, n], m, n, one)
            share = np.exp(before[:rows, :columns] + worth + after[m:, n:] - whole)
            if m and n:
                gradient = gradient + np.tensordot(share, table, ((0, 1), (0, 1)))
            else:
                gradient = gradient + share.sum(1 if m else 0) @ table
    return value / len(examples), gradient / len(examples)


def spread(scores: Array, m: int, n: int, one: Example) -> Array:
    """The scores of one size for every cell that such a bead can start from."""
    if m and n:
        return scores
    if m:
        return np.broadcast_to(scores[:, None], (one.rows, one.columns + 1))
    return np.broadcast_to(scores[None, :], (one.rows + 1, one.columns))


def forward(scores: dict[tuple[int, int], Array], one: Example) -> Array:
    sums = np.full((one.rows + 1, one.columns + 1), -np.inf)
    sums[0, 0] = 0
    for diagonal in range(1, one.rows + one.columns + 1):
        i = np.arange(max(0, diagonal - one.columns), min(one.rows, diagonal) + 1)
        j = diagonal - i
        best = np.full(len(i), -np.inf)
        for (m, n), table in scores.items():
            fits = (i >= m) & (j >= n)
            x, y = i[fits] - m, j[fits] - n
            best[fits] = np.logaddexp(best[fits], sums[x, y] + spread(table, m, n, one)[x, y])
        sums[i, j] = best
    return sums


def backward(scores: dict[tuple[int, int], Array], one: Example) -> Array:
    sums = np.full((one.rows + 1, one.columns + 1), -np.inf)
    sums[-1, -1] = 0
    for diagonal in range(one.rows + one.columns - 1, -1, -1):
        i = np.arange(max(0, diagonal - one.columns), min(one.rows, diagonal) + 1)
        j = diagonal - i
        best = np.full(len(i), -np.inf)
        for (m, n), table in scores.items():
            fits = (i + m <= one.rows) & (j + n <= one.columns)
            x, y = i[fits], j[fits]
            worth = sums[x + m, y + n] + spread(table, m, n, one)[x, y]
            best[fits] = np.logaddexp(best[fits], worth)
        sums[i, j] = best
    return sums


if __name__ == "__main__":
    main()
