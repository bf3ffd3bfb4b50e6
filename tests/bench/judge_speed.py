"""How fast names are found, beside plain loops over rapidfuzz in the same run: run by hand.

    uv run python tests/bench/judge_speed.py [--quick]

Three ratios, on made-up names and sentences:

* recognition of 1,000 and of 100,000 terms, and the search alone in sentences that are folded,
  against `partial_ratio` of each term with each
  sentence, and whether every term that the loop finds whole (100, on word boundaries) is found;
* judging (recognition and renderings) of the same sentences with 1,000 terms, as units a second;
* the nearest of 1,000,000 names (100,000 with `--quick`) against `process.extract`, and whether
  both find the same nearest name, or one just as near.

The loops are slow, so they run on a few sentences and are scaled up.
"""

from __future__ import annotations

import itertools
import random
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from corpus.bitext import TranslationUnit
from glossary.concept import Concept, EntityKind, Term
from glossary.folding import fold_english
from glossary.fuzzy import NameIndex
from glossary.recognition import mentions
from glossary.rendering import annotate
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = tuple(
    onset + rest
    for onset in ("k", "r", "n", "s", "m", "t", "v", "d", "gr", "b", "h", "f", "l", "qu", "p", "w")
    for rest in ("a", "el", "or", "i", "un", "ey")
)
JAPANESE = "山川海島田中村石木林森原野谷沢浜崎岡坂橋電工商産建機化薬銀鉄"
KINDS = ("Electric", "Chemical", "Bank", "Steel", "Motors", "Foods", "Holdings", "Shipping")
KINDS += ("Power", "Works", "Glass", "Pharma", "Trading", "Insurance", "Railway", "Paper")
FILLER = ("the", "new", "plant", "was", "opened", "in", "spring", "by", "people", "who", "had")
FILLER += ("waited", "for", "it", "a", "long", "time", "and", "sells", "more", "than", "before")


def main() -> None:
    quick = "--quick" in sys.argv
    for size, looped in ((1000, 40), (100_000, 1 if quick else 3)):
        recognition(size, looped)
    judging(1000)
    nearest(100_000 if quick else 1_000_000, 10 if quick else 5)


def recognition(size: int, looped: int) -> None:
    termbase, texts = made(size)
    _ = termbase.source_automaton
    start = perf_counter()
    found = [mentions(termbase, text) for text in texts]
    ours = (perf_counter() - start) / len(texts)

    folded = [fold_english(text).text for text in texts]
    start = perf_counter()
    for text in folded:
        list(termbase.source_automaton.find(text))
    search = (perf_counter() - start) / len(texts)

    terms = [c.source[0].text for c in termbase.concepts]
    start = perf_counter()
    scores = [[fuzz.partial_ratio(term, text) for term in terms] for text in texts[:looped]]
    loop = (perf_counter() - start) / looped
    missed = sum(
        f" {fold_english(terms[n]).text.strip()} " in fold_english(text).text
        and not any(terms[n].startswith(m.span.of(text)) or terms[n] in m.span.of(text) for m in ms)
        for text, ms, row in zip(texts, found, scores, strict=False)
        for n, score in enumerate(row)
        if score == 100
    )
    print(
        f"recognition, {size:>7,} terms: {ours * 1e6:.0f} us a sentence, the search alone "
        f"{search * 1e6:.1f} us, the loop {loop * 1e6:,.0f} us: {loop / ours:,.0f} and "
        f"{loop / search:,.0f} times; whole hits of the loop missed: {missed}"
    )


def judging(size: int) -> None:
    termbase, texts = made(size)
    units = [TranslationUnit(str(n), text, japanese(n)) for n, text in enumerate(texts)]
    annotate(units[0], termbase)
    start = perf_counter()
    for unit in units:
        annotate(unit, termbase)
    print(f"judging, {size:,} terms: {len(units) / (perf_counter() - start):,.0f} units a second")


def nearest(size: int, asked: int) -> None:
    names = [fold_english(f"{a} {b}").text.strip() for a, b in itertools.islice(pairs(), size)]
    start = perf_counter()
    index = NameIndex(names)
    built = perf_counter() - start
    chance = random.Random(7)
    queries = [slip(chance.choice(names), chance) for _ in range(20 * asked)]
    start = perf_counter()
    ours = [index.nearest(query, 1) for query in queries]
    mine = (perf_counter() - start) / len(queries)
    start = perf_counter()
    theirs = [
        process.extractOne(q, names, scorer=OSA.normalized_similarity) for q in queries[:asked]
    ]
    loop = (perf_counter() - start) / asked
    start = perf_counter()
    for query in queries[:asked]:
        process.extract(query, names, limit=1)
    usual = (perf_counter() - start) / asked
    same = sum(
        bool(best) and OSA.normalized_similarity(query, names[best[0][0]]) >= score - 1e-9
        for query, best, (_, score, _) in zip(queries, ours, theirs, strict=False)
    )
    print(
        f"nearest of {size:,}: {mine * 1e3:.2f} ms (index built in {built:.1f} s); extract "
        f"{usual * 1e3:.0f} ms: {usual / mine:,.0f} times; by edits {loop * 1e3:.0f} ms: "
        f"{loop / mine:,.0f} times; as near a name: {same} of {asked}"
    )


def made(size: int) -> tuple[Termbase, list[str]]:
    """A termbase, and 500 sentences that each name one or two of its concepts."""
    rows = list(itertools.islice(pairs(), size))
    concepts = (
        Concept(
            str(n), (Term(f"{a} {b}"),), (Term(japanese(n)),), EntityKind.COMPANY, origin="bench"
        )
        for n, (a, b) in enumerate(rows)
    )
    chance = random.Random(3)
    texts = []
    for _ in range(500):
        words = chance.choices(FILLER, k=24)
        for name in chance.sample(rows, chance.choice((1, 2))):
            words.insert(chance.randrange(1, len(words)), " ".join(name))
        texts.append("Today " + " ".join(words) + ".")
    return Termbase.of(concepts), texts


def pairs() -> Iterator[tuple[str, str]]:
    """Names of two words, all different, in an order that mixes their beginnings."""
    roots = ["".join(p).capitalize() for n in (2, 3) for p in itertools.product(ENGLISH, repeat=n)]
    random.Random(5).shuffle(roots)
    for shift, _ in enumerate(KINDS):
        for number, root in enumerate(roots):
            yield root, KINDS[(number + shift) % len(KINDS)]


def japanese(number: int) -> str:
    """A name of four kanji of its own."""
    letters = []
    for _ in range(4):
        number, at = divmod(number, len(JAPANESE))
        letters.append(JAPANESE[at])
    return "".join(letters)


def slip(name: str, chance: random.Random) -> str:
    """The name with two letters exchanged."""
    at = chance.randrange(1, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


if __name__ == "__main__":
    main()
