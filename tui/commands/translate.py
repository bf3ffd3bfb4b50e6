"""`taiyaku translate`: an English document into Japanese, at a known price, and never twice."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BadContent, EngineError, TaiyakuError, UnreadableFile, UnwritableFile
from corpus.told import told
from tui.commands import options
from tui.display.counted import counted
from tui.language import blamed

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from corpus.engines.engine import Engine
    from corpus.errors import BadRequest
    from corpus.workspace.engine_cache import EngineCache
    from glossary.concept import Concept
    from tui.settings import Settings
    from tui.translation.connection import Conditions
    from tui.translation.payment import Bill
    from tui.translation.plan import Plan


def arguments(parser: ArgumentParser) -> None:
    from tui.settings import FORMALITIES, MODELS
    from tui.translation.connection import add_connection, add_name

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
    from corpus.workspace.store import Workspace
    from tui.settings import settings, workspace_path
    from tui.translation.connection import conditions, own_concepts
    from tui.translation.plan import default_output

    wanted = settings(chosen)
    how = conditions(wanted)
    output = chosen.output or default_output(chosen.source)
    if output.resolve() == Path(chosen.source).resolve():
        raise UnwritableFile(told("{} is the English text", output), "choose another name with -o")
    with Workspace.open(workspace_path(wanted)) as workspace:
        if workspace.read_only:
            raise TaiyakuError(
                told("{} is being written by another window", workspace.path),
                "translate in that review, or close it, or choose another --workspace",
            )
        cache = workspace.engine_cache()
        if chosen.back is not None:
            return _back(chosen, output, cache, how)
        done = _translate(chosen, output, cache, own_concepts(how, workspace), how)
    if done and not chosen.dry_run:
        _judge(chosen, wanted, output)
    return 0 if done else 2


def _back(chosen: Namespace, output: Path, cache: EngineCache, how: Conditions) -> int:
    """One paragraph back into English, on stdout between the source and a figure."""
    from corpus.formats import document_format
    from tui.console import note, one_line
    from tui.translation.back import back, price
    from tui.translation.connection import connect
    from tui.translation.consent import ask

    english = [s.text for s in document_format(chosen.source).read(chosen.source).segments]
    japanese = _old(output) or []
    if len(english) != len(japanese) or not 1 <= chosen.back <= len(english):
        raise BadContent(
            told("{} has no paragraph {} that answers the English", output, chosen.back),
            told("translate first; then a number from 1 to {}", len(english)),
        )
    source, text = english[chosen.back - 1], japanese[chosen.back - 1]
    engine, _ = connect(how, from_stdin=chosen.key_stdin)
    with closing(engine):
        if cost := price(text, cache, engine.name):
            note(f"{cost:,} characters will be billed")
            _within_cap(cost, chosen.max_characters)
            if not chosen.yes:
                ask(f"Send {cost:,} characters to {engine.server}?")
        returned = back(source, text, engine, cache)
    for line in (source, text, returned.english):
        sys.stdout.write(one_line(line) + "\n")
    note(f"chrF {returned.likeness:.0f}; a hint only, since wrong names are mended on the way back")
    return 0


def _translate(
    chosen: Namespace,
    output: Path,
    cache: EngineCache,
    concepts: Sequence[Concept],
    how: Conditions,
) -> bool:
    """Translate and write; whether nothing is left to do."""
    from corpus.formats import document_format
    from corpus.formats.files import keep_original, write_atomically
    from tui.console import note
    from tui.translation.connection import ENGINE
    from tui.translation.consent import Consent
    from tui.translation.payment import bill
    from tui.translation.plan import accepted, planned, written
    from tui.translation.push import sendable

    document = document_format(chosen.source).read(chosen.source)
    terms = sendable(concepts).terms if concepts else {}
    old = _old(output)
    plan = planned(document, old, cache, terms, how.options, ENGINE)
    due = bill(plan.payable, cache)
    _preview(plan, due)
    _within_cap(due.characters, chosen.max_characters)
    if chosen.dry_run:
        return True
    refused, left = _pay(chosen, cache, due, terms, how) if due.missing else ([], 0)
    new = plan.result(cache.found(w.key for w in plan.wanted))
    texts = accepted(plan, new, Consent(yes=chosen.yes))
    if old is None or list(texts) != old:
        if old is not None and document.lines is not None:
            keep_original(output)  # it is laid out anew, as the English is
        write_atomically(output, written(document, texts))
        note(f"written to {output}")
    else:
        note(f"{output} stays as it was")
    if waiting := sum(a is not None and a != b for a, b in zip(new, texts, strict=True)):
        note(f"{waiting} paragraphs have newer Japanese that was not taken; --yes takes it")
    for error in refused:
        note(f"left in English: {blamed(error)[0]}")
    if left:
        note(f"{left} paragraphs were sent before without an answer; --resend sends them again")
    _report(plan, new, concepts)
    return not refused and not left


def _old(output: Path) -> list[str] | None:
    from corpus.formats import document_format

    try:
        return [s.text for s in document_format(str(output)).read(str(output)).segments]
    except UnreadableFile:
        if output.exists():
            raise
        return None


def _preview(plan: Plan, due: Bill) -> None:
    from tui.console import note

    kept = len(plan.payable) - len(due.missing)
    by_hand = f", {len(plan.by_hand)} by hand" if plan.by_hand else ""
    note(
        f"{len(plan.wanted)} paragraphs: {kept} known already{by_hand}, "
        f"{len(due.missing)} to translate; {due.characters:,} characters will be billed"
    )
    if due.unknown:
        note(f"{len(due.unknown)} of them were sent before without an answer, perhaps billed")


def _within_cap(characters: int, cap: int | None) -> None:
    if cap is not None and characters > cap:
        raise BadContent(
            told("{:,} characters are more than --max-characters {}", characters, cap),
            "nothing was sent; raise it, or translate a part",
        )


def _pay(
    chosen: Namespace, cache: EngineCache, due: Bill, terms: Mapping[str, str], how: Conditions
) -> tuple[list[BadRequest], int]:
    """Ask, then translate into the cache: what was refused, and how much was left out."""
    from tui.console import meter, note
    from tui.translation.connection import connect
    from tui.translation.consent import ask
    from tui.translation.payment import pay

    engine, key = connect(how, from_stdin=chosen.key_stdin)
    with closing(engine):
        note(f"DeepL key {key}{_remaining(engine)}")
        if key.free and not cache.billed():
            note("Free plan: read DeepL's terms before sending confidential text.")
        left = 0 if chosen.resend else len(due.unknown)
        due = due if chosen.resend else due.certain
        if not due.missing:
            return [], left
        if not chosen.yes:
            ask(f"Send {due.characters:,} characters to {engine.server}?")
        tell = meter("paragraphs translated")
        try:
            return pay(engine, cache, how, terms, due.missing, tell=tell, say=note), left
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


def _report(plan: Plan, new: Sequence[str | None], concepts: Sequence[Concept]) -> None:
    """On stdout: what became of each term in the engine's Japanese."""
    from glossary.termbase import Termbase
    from tui.console import one_line
    from tui.translation.report import obeyed

    made = [
        (at + 1, one.text, text)
        for at, (one, text) in enumerate(zip(plan.wanted, new, strict=True))
        if text is not None and at not in plan.by_hand
    ]
    for said in obeyed(made, Termbase.of(concepts)):
        sys.stdout.write(one_line(said) + "\n")


def _judge(chosen: Namespace, wanted: Settings, output: Path) -> None:
    """Say what the checks find, and open the review where that is wanted."""
    from tui.console import note
    from tui.inputs import Input
    from tui.pipeline import judge, open_session

    item = Input(str(output), source=chosen.source)
    if chosen.review:
        from tui.app import run_review
        from tui.language import speak

        session = open_session(item, wanted, later=True)
        speak(wanted.language)
        run_review(session, dict(wanted.keys), wanted.theme)
        return
    known = judge(wanted)
    found = len(known.check(item.read(known.termbase)).findings)
    note(f"{counted(found, 'finding')}; taiyaku review {chosen.source} {output}")
