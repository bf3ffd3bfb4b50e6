"""The part of YAML that prh dictionaries are written in, read without a YAML package.

Mappings and lists by indentation, plain and quoted scalars, `[a, b]`, `|` and `>` blocks, comments
and several documents' worth of `---`. Anchors, tags and flow mappings are refused, never guessed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from glossary.errors import BadTerm

Value = str | list["Value"] | dict[str, "Value"]

_KEY = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#\[\]{},&*!|>%@`-][^#]*?)\s*:(?:\s+|$)"""
)
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_HINT = "keep to plain YAML: keys, lists with -, quoted or plain texts"
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    indent: int
    text: str


def loads(text: str, name: str) -> Value:
    """The value of a document. Raises BadTerm, naming `name` and line, for anything else."""
    lines = [
        _Line(number, len(raw) - len(raw.lstrip(" ")), raw.strip())
        for number, raw in enumerate(text.splitlines(), 1)
    ]
    return _Reader(lines, name).document()


class _Reader:
    def __init__(self, lines: list[_Line], name: str) -> None:
        self._lines = lines
        self._name = name
        self._at = 0
        self._deep = 0

    def document(self) -> Value:
        line = self._next()
        if line is None:
            return {}
        value = self._block(line.indent)
        if (rest := self._next()) is not None:
            raise self._bad(rest)
        return value

    def _next(self) -> _Line | None:
        """The next line that says something, not taken yet."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.text and not line.text.startswith("#") and line.text not in ("---", "..."):
                return line
            self._at += 1
        return None

    def _block(self, indent: int) -> Value:
        self._deep += 1
        line = self._next()
        if line is None or self._deep > _DEEPEST:
            raise self._bad(line or self._lines[-1])
        if line.text == "-" or line.text.startswith("- "):
            value: Value = self._list(indent)
        elif _KEY.match(line.text):
            value = self._mapping(indent)
        else:
            self._at += 1
            value = self._scalar(line.text, line)
        self._deep -= 1
        return value

    def _list(self, indent: int) -> Value:
        found: list[Value] = []
        while (line := self._next()) is not None and line.indent == indent:
            if line.text != "-" and not line.text.startswith("- "):
                break
            rest = line.text[1:].lstrip()
            if not rest or rest.startswith("#"):
                self._at += 1
                found.append(self._below(indent))
            else:
                inner = indent + len(line.text) - len(rest)
                self._lines[self._at] = _Line(line.number, inner, rest)
                found.append(self._block(inner))
        return found

    def _mapping(self, indent: int) -> Value:
        found: dict[str, Value] = {}
        while (line := self._next()) is not None and line.indent == indent:
            match = _KEY.match(line.text)
            if match is None:
                break
            key = str(self._scalar(match["key"], line))
            if key in found:
                raise self._bad(line)
            rest = line.text[match.end() :]
            self._at += 1
            plain = _COMMENT.sub("", rest).strip() if rest[:1] not in "\"'" else rest
            if plain in ("|", "|-", ">", ">-"):
                found[key] = self._folded(indent, plain)
            else:
                found[key] = self._scalar(rest, line) if plain else self._below(indent, key=True)
        return found

    def _below(self, indent: int, *, key: bool = False) -> Value:
        line = self._next()
        listed = line is not None and line.text[:2] in ("-", "- ")
        if line is None or line.indent < indent or (line.indent == indent and not (key and listed)):
            return ""
        return self._block(line.indent)

    def _folded(self, indent: int, style: str) -> str:
        taken: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.text and line.indent <= indent:
                break
            taken.append(line.text)
            self._at += 1
        return ("\n" if style[0] == "|" else " ").join(taken).strip()

    def _scalar(self, text: str, line: _Line) -> Value:
        text = text.strip()
        if text[:1] == "[":
            return self._flow(text, line)
        if text[:1] in ('"', "'"):
            value, end = self._quoted(text, line)
            if _COMMENT.sub("", text[end:]).strip():
                raise self._bad(line)
            return value
        if text[:1] in tuple("&*!{}%@`|>") or text[:2] == "? ":
            raise self._bad(line)
        return _COMMENT.sub("", text).strip()

    def _quoted(self, text: str, line: _Line) -> tuple[str, int]:
        if text[0] == "'":
            match = re.match(r"'((?:[^']|'')*)'", text)
            if match is None:
                raise self._bad(line)
            return match[1].replace("''", "'"), match.end()
        match = re.match(r'"(?:[^"\\]|\\.)*"', text)
        if match is None:
            raise self._bad(line)
        try:
            return str(json.loads(match.group(), strict=False)), match.end()
        except ValueError:
            raise self._bad(line) from None

    def _flow(self, text: str, line: _Line) -> Value:
        found: list[Value] = []
        rest = text[1:].lstrip()
        while not rest.startswith("]"):
            if not rest:
                raise self._bad(line)
            if rest[0] in "\"'":
                value, end = self._quoted(rest, line)
            else:
                end = min((n for n in (rest.find(","), rest.find("]")) if n >= 0), default=-1)
                if end < 0 or rest[0] in "[{":
                    raise self._bad(line)
                value = rest[:end].strip()
            found.append(value)
            rest = rest[end:].lstrip()
            if rest.startswith(","):
                rest = rest[1:].lstrip()
        return found

    def _bad(self, line: _Line) -> BadTerm:
        return BadTerm(f"{self._name}:{line.number}: cannot be read as YAML", _HINT)
