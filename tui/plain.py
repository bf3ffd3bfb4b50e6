"""`taiyaku review --plain`: the review as a conversation, one finding at a time.

For screen readers, dumb terminals and scripts. Nothing is drawn: each answer is a letter on stdin,
everything said is a line on stdout. What is done is kept as in the app. A letter alone means the
same everywhere, also where a paragraph or the name of a file is asked for.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from glossary.finding import Severity
from tui.console import complain
from tui.display.counted import counted
from tui.display.printable import flat
from tui.display.steps import step_said
from tui.language import blamed, later, retold, tr
from tui.review.remedies import remedy
from tui.review.terms import NewTerm
from tui.review.unit import Doubt
from tui.terminology.effect import effect_of_new, effect_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView

_HELP = later(
    """\
n  next finding                 b  the one before
a  apply the fix                s  another suggestion
e  write the Japanese anew      i  ignore the finding
c  confirm the paragraph        u  undo the last step
r  read the paragraph again     t  add a term
/  search both texts            12 go to paragraph 12
w  write the corrected text     q  quit
?  this help"""
)

_COUNTED = {
    Severity.CRITICAL: later("{} critical"),
    Severity.MAJOR: later("{} major"),
    Severity.MINOR: later("{} minor"),
}
_STATES = {
    "new": later("as the machine wrote it"),
    "car": later("corrected when the text was other"),
    "mod": later("changed"),
    "ok": later("confirmed"),
    "--": later("without a counterpart"),
}
"""What the lists say by a sign."""
_SHORT = 0.5
"""A paragraph shorter than this part of what stands is asked about: it may be a phrase of it."""


def converse(session: ReviewSession) -> int:
    """Talk until the person quits or stdin ends. The exit code is 0."""
    talk = _Talk(session)
    talk.begin()
    while talk.answer(_ask("> ")):
        pass
    return 0


def _ask(prompt: str, standing: str = "") -> str | None:
    """A line without its end; None where stdin has ended. In a terminal `standing` is in the
    line already, to be changed."""
    if standing and "\n" not in standing and sys.stdin.isatty():
        return _changed(prompt, standing)
    print(prompt, end="", flush=True)  # noqa: T201
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None


def _changed(prompt: str, standing: str) -> str | None:
    """What a person makes of a line."""
    import readline  # needed in a terminal only

    readline.set_startup_hook(lambda: readline.insert_text(standing))
    try:
        return input(prompt)
    except EOFError:
        return None
    finally:
        readline.set_startup_hook(None)


def _agreed(said: str) -> bool:
    """Whether a person wants it after all."""
    return (_ask(tr("{} y replaces what is there: ", flat(said))) or "").strip().lower() == "y"


def _say(text: str) -> None:
    print(flat(text))  # noqa: T201


def _told(unit: UnitView) -> Iterator[str]:
    """What the file says of a paragraph."""
    if unit.doubted:
        fuzzy = unit.doubted is Doubt.FUZZY
        yield tr("It is fuzzy in the file.") if fuzzy else tr("It is to be reviewed in the file.")
    if unit.context:
        yield tr("Context: {}", unit.context)
    yield from (tr("Note: {}", note) for note in unit.notes)


class _Talk:
    """What each letter does."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._commands: dict[str, Callable[[], object]] = {
            "n": lambda: self._to_finding(1),
            "b": lambda: self._to_finding(-1),
            "a": self._apply,
            "s": self._other_suggestion,
            "e": self._edit,
            "i": self._ignore,
            "c": self._confirm,
            "u": self._undo,
            "r": self._read,
            "t": self._term,
            "/": self._search,
            "w": self._write,
            "q": self._leave,
            "?": lambda: print(tr(_HELP)),  # noqa: T201
        }

    def begin(self) -> None:
        counts = self._session.counts()
        for notice in self._session.notices:
            _say(retold(notice))
        said = tr(", ").join(tr(words, counts[s]) for s, words in _COUNTED.items() if counts[s])
        length = counted(len(self._session), "paragraph")
        _say(tr("{}, {}. ? lists the letters.", length, said or tr("no findings")))
        if self._session.finding is not None:
            self._read()
        elif counts.total():
            self._to_finding(1)

    def answer(self, line: str | None) -> bool:
        """Do what was asked; False when the person has left."""
        letter = "q" if line is None else line.strip() or "n"
        act = self._commands.get(letter) or self._spoken_of(letter)
        try:
            went = act()
        except TaiyakuError as error:
            complain(*blamed(error))
            return True
        return went is not False

    def _to_finding(self, step: int) -> None:
        if self._session.next_finding(step) is None:
            _say(tr("No finding is open. w writes the corrected text, q quits."))
        else:
            self._read()

    def _read(self) -> None:
        """The paragraph in view and its finding."""
        unit, found = self._session.unit(), self._session.finding
        _say(
            tr("Paragraph {} of {}, {}.", unit.number, len(self._session), tr(_STATES[unit.state]))
        )
        _say(tr("English: {}", unit.source or tr("none")))
        if unit.singular:
            _say(tr("For one: {}", unit.singular))
        _say(tr("Japanese: {}", unit.target or tr("none")))
        for said in _told(unit):
            _say(said)
        if found is None:
            _say(tr("Nothing is open here."))
            return
        place = tr("Finding {} of {}", self._session.pick + 1, len(unit.findings))
        _say(f"{place}: {tr(found.severity)} {found.check}. {retold(found.message)}")
        if found.why:
            _say(tr("Why: {}", retold(found.why)))
        fix = remedy(found, unit.target)
        if fix and fix.replacement:
            _say(tr("a writes {} for {}.", fix.replacement, fix.found))
        elif fix:
            _say(tr("a takes {} out.", fix.found))

    def _apply(self) -> None:
        if self._session.apply():
            _say(tr("Mended: {}", self._session.unit().target))
        else:
            _say(tr("There is no fix to apply; e writes the Japanese anew."))

    def _other_suggestion(self) -> None:
        if self._session.other_suggestion():
            self._read()
        else:
            _say(tr("There is no other suggestion."))

    def _edit(self) -> bool:
        standing = self._session.unit().target
        _say(tr("Paragraph {} is: {}", self._session.at + 1, standing or tr("empty")))
        _say(tr("Write it whole; an empty line changes nothing."))
        text = _ask("", standing)
        if text in self._commands:
            return self.answer(text)
        if text and (len(text) >= _SHORT * len(standing) or _agreed(tr("It is much shorter."))):
            self._session.edit(text)
            _say(tr("Open in it now: {}.", counted(len(self._session.unit().findings), "finding")))
        else:
            _say(tr("Nothing was changed."))
        return True

    def _ignore(self) -> None:
        said = (
            tr("Ignored from now on.")
            if self._session.ignore()
            else tr("There is nothing to ignore.")
        )
        _say(said)

    def _confirm(self) -> None:
        self._session.confirm()
        _say(tr("Confirmed; {} of {}.", self._session.confirmed, self._session.to_review))
        self._to_finding(1)

    def _undo(self) -> None:
        said = self._session.undo()
        if said:
            _say(tr("Taken back: {}.", step_said(said)))
            self._read()
        else:
            _say(tr("There is nothing to undo."))

    def _spoken_of(self, line: str) -> Callable[[], object]:
        """What is meant by more than a letter: a number, or / with the words behind it."""
        if line.isdecimal():
            return partial(self._go_to, int(line))
        if line.startswith("/"):
            return partial(self._search, line[1:].strip())
        return lambda: _say(tr("? lists the letters."))

    def _go_to(self, number: int) -> None:
        if 1 <= number <= len(self._session):
            self._session.go(number - 1)
            self._read()
        else:
            _say(tr("The paragraphs have the numbers 1 to {}.", len(self._session)))

    def _search(self, words: str | None = None) -> None:
        words = words or _ask(tr("Search (empty: the same once more): "))
        self._session.sought = words or self._session.sought
        hit, total = self._session.next_hit() if self._session.sought else (0, 0)
        if total:
            _say(tr("{}: {} of {}.", self._session.sought, hit, counted(total, "paragraph")))
            self._read()
        else:
            _say(tr("It stands nowhere."))

    def _term(self) -> None:
        unit, found = self._session.unit(), self._session.finding
        named = found.source.of(unit.source) if found and found.source else ""
        english = (_ask(tr("English of the term (empty: none): "), named) or "").strip()
        japanese = (_ask(tr("Its Japanese: ")) or "").strip() if english else ""
        if not japanese:
            _say(tr("No term was added."))
            return
        term = NewTerm(english, japanese)
        self._session.add_term(term)
        effect = effect_said(effect_of_new(term, self._session))
        _say(tr("Added {}: {}.", english, effect))

    def _write(self) -> bool:
        default = self._session.default_path
        answer = _ask(tr("Write to (empty: {}): ", default))
        if answer in self._commands:
            return self.answer(answer)
        path = Path(answer).expanduser() if answer else default
        if not self._session.stranger(path) or _agreed(tr("{} exists.", path)):
            _say(tr("Written to {}.", self._session.save(path)))
            if kept := self._session.comments_left_out:
                _say(tr("Comments are kept here, not in the file: {}", kept))
            for number, why in self._session.held_back():
                _say(tr("Paragraph {} stands there as it was: {}.", number, retold(why)))
        else:
            _say(tr("Nothing was written."))
        return True

    def _leave(self) -> bool:
        if self._session.unsaved:
            corrected = counted(self._session.unsaved, "corrected paragraph")
            _say(tr("Kept, and in no file yet: {}.", corrected))
        elif self._session.untold:
            _say(tr("Kept, and in no file yet: what you confirmed."))
        return False
