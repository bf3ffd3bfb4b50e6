"""The entries of a PO file, each with the places of its translations in the text.

Own and not a library's: those that read PO hold no places and write the file anew, wrapped and
ordered as they like it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

from corpus.bitext import Span
from corpus.errors import BadContent
from corpus.formats.format import OURS
from corpus.patterns import regex
from corpus.told import told

_STRING = r'"(?:[^"\\]|\\.)*+"[ \t]*+'
_STATEMENT = regex(
    rf"[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{{1,3}})\])?[ \t]*)?((?:{_STRING})+)\r?"
)
_ONE_STRING = regex(r'"((?:[^"\\]|\\.)*+)"')
_ESCAPE = regex(r"\\(?:([abfnrtv\\\"'?])|([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|.)")
_SAID = dict(zip("abfnrtv\\\"'?", "\a\b\f\n\r\t\v\\\"'?", strict=True))
_LETTERS = {said: letter for letter, said in _SAID.items() if letter not in "'?"}
_CONTROL = regex('[\x00-\x1f\x7f\\\\"]')
_HINT = told("`msgfmt -c` names all that is wrong with it")


class Form(NamedTuple):
    """One translation: the only one, or one for some numbers."""

    text: str
    span: Span
    """In the file, from the first quote to the last."""


@dataclass(slots=True)
class Entry:
    """A message, as its lines come."""

    line: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    """By `msgctxt`, `msgid` and `msgid_plural`."""
    forms: list[Form] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    flags: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    """By where their lines stand, line ends included."""
    ours: dict[Span, str] = field(default_factory=dict)
    """What an earlier run has noted, by where its lines stand."""
    noted: int | None = None
    """Where the next note goes: behind those of translators."""
    previous: list[Span] = field(default_factory=list)
    """The lines that say what the English was before."""

    @property
    def is_header(self) -> bool:
        """Whether it tells of the catalogue: the empty English without a context."""
        return not self.texts["msgid"] and "msgctxt" not in self.texts

    @property
    def fuzzy(self) -> bool:
        """Whether gettext would not use it until a person has looked."""
        return any("fuzzy" in flags for flags in self.flags.values())

    @property
    def singular(self) -> str:
        """The English for one, where the only form answers that for any number."""
        plural = "msgid_plural" in self.texts and len(self.forms) == 1
        return self.texts["msgid"] if plural else ""

    def source(self, number: int) -> str:
        """The English of the form with that number."""
        plural = self.texts.get("msgid_plural", self.texts["msgid"])
        return self.texts["msgid"] if number == 0 and len(self.forms) > 1 else plural


def entries(text: str, path: str) -> list[Entry]:
    """All entries that are in use, the header among them. Raises BadContent for what is no PO."""
    return _Reader(text, path).found


def quoted(text: str, line_end: str = "\n") -> str:
    """A text as a PO file has it: each of its lines in one of the file."""
    lines = [f'"{_CONTROL.sub(_escaped, line)}"' for line in re.findall(r"[^\n]*\n|[^\n]+", text)]
    return line_end.join(lines if len(lines) == 1 else ['""', *lines])


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return "\\" + (_LETTERS.get(character) or f"{ord(character):03o}")


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.found: list[Entry] = []
        self._path = path
        self._number = 0
        self._entry = Entry()
        self._key = ""
        start = 0
        for line in text.split("\n"):
            self._number += 1
            self._line(line, start, min(start + len(line) + 1, len(text)))
            start += len(line) + 1
        self._finish()

    def _line(self, line: str, start: int, end: int) -> None:
        if not line.strip():
            return
        if line.lstrip(" \t").startswith("#"):
            self._comment(line.strip(), Span(start, end))
            return
        match = _STATEMENT.fullmatch(line)
        if match is None:
            self._wrong(told("neither a comment nor a keyword with a text in quotes"))
        if match[1]:
            self._keyword(match[1], match[2])
            self._begin(start)
        quotes = Span(start + match.start(3), start + match.start(3) + len(match[3].rstrip()))
        self._add("".join(self._said(m[1]) for m in _ONE_STRING.finditer(match[3])), quotes)

    def _comment(self, line: str, span: Span) -> None:
        self._key = ""
        if self._entry.forms:
            self._finish()
        self._begin(span.start)
        if line.startswith("#~"):  # out of use, what was remarked on it too
            self._entry = self._entry if self._entry.texts else Entry()
        elif line.startswith("#,"):
            self._entry.flags[span] = tuple(flag.strip() for flag in line[2:].split(","))
        elif line.startswith("#|"):
            self._entry.previous.append(span)
        elif line[1:2] in ("", " ", "."):
            self._remark(line, span)

    def _remark(self, line: str, span: Span) -> None:
        said = line[2:].strip()
        if line[1:2] != ".":
            self._entry.noted = span.end
            if said.startswith(OURS):
                said = self._entry.ours[span] = said.removeprefix(OURS)
        self._entry.comments.append(said)

    def _begin(self, at: int) -> None:
        """A line of the entry that is being read begins there."""
        if self._entry.noted is None:
            self._entry.noted = at

    def _keyword(self, name: str, number: str | None) -> None:
        entry = self._entry
        if name == "msgstr":
            known = "msgid" in entry.texts and int(number or 0) == len(entry.forms)
            if not known or (number is None) != ("msgid_plural" not in entry.texts):
                self._wrong(told("{} is not expected here", name))
            entry.forms.append(Form("", Span(0, 0)))
        else:
            if entry.forms:
                self._finish()
                entry = self._entry
            if name in entry.texts or (name == "msgctxt" and "msgid" in entry.texts):
                self._wrong(told("{} is not expected here", name))
            if name == "msgid_plural" and "msgid" not in entry.texts:
                self._wrong(told("{} is not expected here", name))
            entry.line = entry.line or self._number
            entry.texts[name] = ""
        self._key = name

    def _add(self, said: str, quotes: Span) -> None:
        if self._key == "msgstr":
            text, span = self._entry.forms[-1]
            whole = Span(span.start if span else quotes.start, quotes.end)
            self._entry.forms[-1] = Form(text + said, whole)
        elif self._key:
            self._entry.texts[self._key] += said
        else:
            self._wrong(told("a text without a keyword before it"))

    def _said(self, written: str) -> str:
        return _ESCAPE.sub(self._character, written) if "\\" in written else written

    def _character(self, match: re.Match[str]) -> str:
        letter, octal, digits = match.groups()
        code = int(octal, 8) if octal else int(digits, 16) if digits else 0
        if letter is None and not 0 < code < 0x80:
            self._wrong(told("{} stands for no character", match.group()))
        return _SAID[letter] if letter else chr(code)

    def _finish(self) -> None:
        if self._entry.texts and not self._entry.forms:
            self._wrong(told("an entry without msgstr"))
        if self._entry.forms:
            self.found.append(self._entry)
        self._entry, self._key = Entry(), ""

    def _wrong(self, said: str) -> NoReturn:
        raise BadContent(told("{}:{}: {}", self._path, self._number, said), _HINT)
