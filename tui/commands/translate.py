"""`taiyaku translate`: an English document into Japanese, at a known price, and never twice."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import (
    BadContent,
    BadRequest,
    EngineError,
    TaiyakuError,
    UnreadableFile,
    UnwritableFile,
)
from tui.commands import options
from tui.commands.command import Command
from tui.display.counted import counted
from tui.engines import add_connection, add_name

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from corpus.engines.engine import Engine, Options
    from corpus.engines.run import Wanted
    from corpus.workspace.engine_cache import EngineCache
    from corpus.workspace.store import Workspace
    from glossary.concept import Concept
    from tui.settings import Settings
    from tui.translating import Plan

FORMALITIES = {"default": "default", "more": "prefer_more", "less": "prefer_less"}
MODELS = {"quality": "prefer_quality_optimized", "latency": "latency_optimized"}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="the English document")
    options.add_terms(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="the Japanese (default: beside it)"
    )
    parser.add_argument("--yes", action="store_true", help="pay, and take what is new, unasked")
    parser.add_argument("--dry-run", action="store_true", help="say what it would cost, no more")
    parser.add_argument(
        "--max-characters", metavar="N", type=int, help="send nothing if more would be billed"
    )
    parser.add_argument(
        "--resend",
        action="store_true",
        help="send again what was sent before without an answer, and may be billed twice",
    )
    parser.add_argument(
        "--formality",
        choices=FORMALITIES,
        help="more: です・ます; less: だ・である",
    )
    parser.add_argument("--model", choices=MODELS, help="DeepL's model (default: quality)")
    parser.add_argument(
        "--back",
        metavar="N",
        type=int,
        help="translate paragraph N of the Japanese back into English, to see what got lost",
    )
    parser.add_argument("--review", action="store_true", help="open the review afterwards")
    add_name(parser)
    add_connection(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    """0 where every paragraph has its Japanese. Raises EngineError where the engine stopped;
    what was translated until then is kept."""
    from corpus.engines.engine import Options
    from corpus.workspace.store import Workspace
    from tui.engines import own_concepts
    from tui.settings import settings, workspace_path
    from tui.translating import default_output

    wanted = settings(chosen)
    output = chosen.output or default_output(chosen.source)
    if output.resolve() == Path(chosen.source).resolve():
        raise UnwritableFile(f"{output} is the English text", "choose another name with -o")
    with Workspace.open(workspace_path(wanted)) as workspace:
        if workspace.read_only:
            raise TaiyakuError(
                f"{workspace.path} is being written by another window",
                "close the review first, or choose another --workspace",
            )
        if chosen.back is not None:
            return _back(chosen, output, workspace.engine_cache())
        concepts = own_concepts(wanted, workspace)
        how = Options(FORMALITIES[wanted.formality], MODELS[wanted.model])
        done = _translate(chosen, output, workspace, concepts, how)
    if done and not chosen.dry_run:
        _judge(chosen, wanted, output)
    return 0 if done else 2


def _back(chosen: Namespace, output: Path, cache: EngineCache) -> int:
    """One paragraph back into English, on stdout between the source and a figure."""
    from corpus.formats import document_format
    from tui.back_translation import back, price
    from tui.console import note, one_line
    from tui.engines import connect

    english = [s.text for s in document_format(chosen.source).read(chosen.source).segments]
    japanese = _old(output) or []
    if len(english) != len(japanese) or not 1 <= chosen.back <= len(english):
        raise BadContent(
            f"{output} has no paragraph {chosen.back} that answers the English",
            f"translate first; then a number from 1 to {len(english)}",
        )
    source, text = english[chosen.back - 1], japanese[chosen.back - 1]
    engine, _ = connect(chosen)
    with closing(engine):
        if cost := price(text, cache, engine.name):
            note(f"{cost:,} characters will be billed")
            _within_cap(cost, chosen.max_characters)
            if not chosen.yes:
                _ask(f"Send {cost:,} characters to {engine.server}?")
        returned = back(source, text, engine, cache)
    for line in (source, text, returned.english):
        sys.stdout.write(one_line(line) + "\n")
    note(f"chrF {returned.likeness:.0f}; a hint only, since wrong names are mended on the way back")
    return 0


def _translate(
    chosen: Namespace,
    output: Path,
    workspace: Workspace,
    concepts: Sequence[Concept],
    how: Options,
) -> bool:
    """Translate and write; whether nothing is left to do."""
    from corpus.formats import document_format
    from corpus.formats.files import write_atomically
    from glossary.sync import prepared
    from tui.console import note
    from tui.translating import accepted, laid_out, planned

    document = document_format(chosen.source).read(chosen.source)
    ready = prepared(concepts)
    if ready.offences:
        raise BadContent(str(ready.offences[0]), "taiyaku glossary sync names all such lines")
    cache = workspace.engine_cache()
    old = _old(output)
    plan = planned(document, old, cache, ready.terms, how, "deepl")
    keys = [w.key for w in plan.wanted]
    missing = plan.missing(cache.found(keys))
    _preview(plan, missing, cache)
    _within_cap(sum(len(w.text) for w in missing), chosen.max_characters)
    if chosen.dry_run:
        return True
    refused, left = _pay(chosen, cache, missing, ready.terms, how) if missing else ([], 0)
    new = plan.result(cache.found(keys))
    texts = accepted(plan, new, _Consent(yes=chosen.yes))
    if old is None or list(texts) != old:
        write_atomically(output, laid_out(document, texts).encode("utf-8"))
        note(f"written to {output}")
    else:
        note(f"{output} stays as it was")
    if waiting := sum(a is not None and a != b for a, b in zip(new, texts, strict=True)):
        note(f"{waiting} paragraphs have newer Japanese that was not taken; --yes takes it")
    for error in refused:
        note(f"left in English: {error.message}")
    if left:
        note(f"{left} paragraphs were sent before without an answer; --resend sends them again")
    _report_obedience(plan, texts, concepts)
    return not refused and not left


def _old(output: Path) -> list[str] | None:
    from corpus.formats import document_format

    try:
        return [s.text for s in document_format(str(output)).read(str(output)).segments]
    except UnreadableFile:
        if output.exists():
            raise
        return None


def _preview(plan: Plan, missing: Sequence[Wanted], cache: EngineCache) -> None:
    from tui.console import note

    characters = sum(len(w.text) for w in missing)
    kept = len(plan.texts) - len(plan.by_hand) - len(missing)
    by_hand = f", {len(plan.by_hand)} by hand" if plan.by_hand else ""
    note(
        f"{len(plan.texts)} paragraphs: {kept} known already{by_hand}, "
        f"{len(missing)} to translate; {characters:,} characters will be billed"
    )
    if unknown := cache.unknown(w.key for w in missing):
        note(f"{len(unknown)} of them were sent before without an answer, perhaps billed")


def _within_cap(characters: int, cap: int | None) -> None:
    if cap is not None and characters > cap:
        raise BadContent(
            f"{characters:,} characters are more than --max-characters {cap}",
            "nothing was sent; raise it, or translate a part",
        )


def _pay(
    chosen: Namespace,
    cache: EngineCache,
    missing: Sequence[Wanted],
    terms: Mapping[str, str],
    how: Options,
) -> tuple[list[BadRequest], int]:
    """Ask, then translate into the cache: what was refused, and how much was left out."""
    from corpus.engines.run import Job, translate_all
    from tui.console import meter, note
    from tui.engines import connect

    engine, key = connect(chosen)
    with closing(engine):
        note(f"DeepL key {key}{_remaining(engine)}")
        if key.free and not cache.billed():
            note("Free plan: read DeepL's terms before sending confidential text.")
        unknown = cache.unknown(w.key for w in missing)
        if unknown and not chosen.resend:
            missing = [w for w in missing if w.key not in unknown]
        if not chosen.yes and missing:
            _ask(f"Send {sum(len(w.text) for w in missing):,} characters to {engine.server}?")
        left = 0 if chosen.resend else len(unknown)
        if not missing:
            return [], left
        glossary = _glossary(engine, cache, chosen.name, terms)
        job = Job(engine, cache, glossary, how, tell=meter("paragraphs translated"), say=note)
        try:
            return translate_all(job, missing), left
        except EngineError as error:
            done = len(cache.found(w.key for w in missing))
            kept = f"{done} of {len(missing)} paragraphs are translated and kept"
            error.message = f"{error.message}; {kept}"
            raise
        except KeyboardInterrupt:
            note("stopped; what is translated is kept: start the same command to go on")
            raise


def _remaining(engine: Engine) -> str:
    """What is left of the period. A key that may not ask for it may translate all the same."""
    try:
        usage = engine.usage()
    except EngineError:
        return ""
    return f", {usage.limit - usage.used:,} characters left" if usage.limit is not None else ""


def _ask(question: str) -> None:
    """Raises TaiyakuError for anything but yes, and where nobody can be asked."""
    if not sys.stdin.isatty():
        raise TaiyakuError("nobody is here to agree to the cost", "--yes agrees beforehand")
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise TaiyakuError("nothing was sent", "as you wished")


def _glossary(
    engine: Engine, cache: EngineCache, name: str, terms: Mapping[str, str]
) -> str | None:
    """The id of our glossary at the engine, which holds exactly these terms now."""
    if not terms:
        return None
    push = cache.pushed(engine.server, name)
    again = "taiyaku glossary sync --push, with the same --glossary"
    if push is None or dict(push.terms) != dict(terms):
        raise BadContent("DeepL does not have these terms yet", again)
    if engine.terms(push.glossary) != dict(terms):
        raise BadContent("somebody changed the glossary at DeepL", again)
    return push.glossary


class _Consent:
    """Asks whether new Japanese may take the place of older; `a` is yes to all."""

    def __init__(self, *, yes: bool) -> None:
        self._all = yes

    def __call__(self, english: str, old: str, new: str) -> bool:
        if self._all:
            return True
        if not sys.stdin.isatty():
            return False
        from tui.console import one_line

        sys.stderr.write(f"\n{one_line(english)}\n- {one_line(old)}\n+ {one_line(new)}\n")
        sys.stderr.write("Take the new one? [y/N/a] ")
        sys.stderr.flush()
        answer = sys.stdin.readline().strip().lower()
        self._all = answer in ("a", "all")
        return self._all or answer in ("y", "yes")


def _report_obedience(plan: Plan, texts: Sequence[str], concepts: Sequence[Concept]) -> None:
    """On stdout: what became of each term that the English mentions."""
    from corpus.bitext import TranslationUnit
    from glossary.obedience import obedience
    from glossary.termbase import Termbase
    from tui.console import one_line

    units = [
        TranslationUnit(str(number), english, japanese)
        for number, (english, japanese) in enumerate(zip(plan.texts, texts, strict=True), 1)
    ]
    for one in obedience(units, Termbase.of(concepts)):
        term = f"{one.concept.source[0].text} = {one.concept.preferred}"
        where = f"; look at paragraph {', '.join(one.units)}" if one.units else ""
        said = f"{one.obeyed.value}: {term} ({one.applied} of {one.places}{where})"
        sys.stdout.write(one_line(said) + "\n")


def _judge(chosen: Namespace, wanted: Settings, output: Path) -> None:
    """Say what the checks find, and open the review where that is wanted."""
    from tui.console import note
    from tui.inputs import Input
    from tui.pipeline import judge, open_session

    item = Input(str(output), source=chosen.source)
    if chosen.review:
        from tui.app import run_review

        session = open_session(item, wanted, later=True)
        run_review(session, dict(wanted.keys), wanted.theme)
        return
    known = judge(wanted)
    found = len(known.check(item.read(known.termbase)).findings)
    note(f"{counted(found, 'finding')}; taiyaku review {chosen.source} {output}")


COMMAND = Command(
    "translate", "translate with DeepL; the price first, nothing twice", arguments, run
)
