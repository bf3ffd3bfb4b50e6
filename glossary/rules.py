"""By what texts are judged, named in few words: glossary files, bundled names, checks.

Small, and the same in every process: what it names is loaded where it is used, once a process.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.formats.files import read_bytes
from corpus.told import told
from glossary import formats
from glossary.checks import ALL_CHECKS, PROFILES
from glossary.compiled import CompiledTermbase, compiled, kept
from glossary.formats import read_terms
from glossary.layers import layered
from glossary.names import load_names, names_key, over_names
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.checks import Check
    from glossary.concept import Concept
    from glossary.finding import Finding, Severity
    from glossary.rendering import AnnotatedUnit

_COMPILED_FROM = 16 * 1024
"""Bytes of glossary files that are worth a compiled copy in the user's cache folder."""
_COPIES = 8
"""That many are kept there, the latest ones."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What to judge by; can be pickled, compared and hashed."""

    files: tuple[str, ...] = ()
    """Paths of glossary files; later ones outrank earlier ones, all of them the bundled names."""
    names: bool = True
    """Whether the bundled names count."""
    select: tuple[str, ...] = ()
    """Checks and profiles by name; empty: the profile `default`."""
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    """By the name of a check, how grave its findings are."""
    known: frozenset[str] = frozenset()
    """Fingerprints of findings that nobody wants to hear of again."""
    carried: tuple[bytes, ...] = ()
    """The terms themselves instead of `files` and `names`, as `carrying` puts them here."""
    digest: str = ""
    """What `Termbase.digest` of those is to be: that of the terms where they came from."""

    def termbase(self, own: Iterable[Concept] = ()) -> Termbase:
        """The terms, `own` ones above all others. Raises TaiyakuError for a file of no use."""
        if self.carried:
            return layered(own, CompiledTermbase(self.carried, self.digest))
        if sum(map(_size, self.files)) >= _COMPILED_FROM:
            return layered(own, CompiledTermbase(self._compiled()))
        concepts = [*own, *self._concepts()]
        return over_names(concepts) if self.names else Termbase.of(concepts)

    def checks(self) -> tuple[Check, ...]:
        """The checks. Raises BadContent for a name that none has."""
        return checks(self.select, self.ignore, self.severity)

    def carrying(self, own: Sequence[Concept] = ()) -> Rules:
        """The same with the terms inside, `own` ones too, for machines that lack the files."""
        if own:
            parts: Sequence[bytes] = compiled(Termbase.of((*own, *self._all_concepts())))
        else:
            parts = self.carried or self._compiled()
        digest = self.termbase(own).digest
        return replace(self, files=(), carried=tuple(parts), digest=digest)

    def _concepts(self) -> tuple[Concept, ...]:
        return tuple(c for path in reversed(self.files) for c in read_terms(path))

    def _compiled(self) -> Sequence[bytes]:
        """From the cache, as long as no file has changed and no line of the code that reads it."""
        from platformdirs import user_cache_path

        content = blake2b(digest_size=16)
        for path in self.files:
            content.update(f"{path}\0".encode(errors="surrogateescape") + read_bytes(path))
        for code in sorted(Path(str(formats.__file__)).parent.glob("*.py")):
            content.update(code.read_bytes())
        key = f"{content.hexdigest()}{names_key() if self.names else ''}"
        folder = user_cache_path("taiyaku", appauthor=False) / "glossaries"
        parts = kept(folder / f"{key[:32]}{self.names:d}.bin", key, self._all_concepts)
        _tidy(folder)
        return parts

    def _all_concepts(self) -> tuple[Concept, ...]:
        return self._concepts() + (load_names() if self.names else ())


def checks(
    select: Sequence[str],
    ignore: Sequence[str],
    severity: Sequence[tuple[str, Severity]] = (),
) -> tuple[Check, ...]:
    """The checks that are asked for by name or profile, in the order of the register.

    All findings of a check that `severity` names are as grave as it says. Raises BadContent for a
    name that none has.
    """
    own = [c.name for c in ALL_CHECKS]
    graded = dict(severity)
    for name in (*select, *ignore, *graded):
        known = own if name in graded else [*PROFILES, *own]
        if name not in known:
            raise _unknown(name, known)
    wanted, unwanted = _named(select or ("default",)), _named(ignore)
    chosen = [c for c in ALL_CHECKS if c.name in wanted - unwanted]
    return tuple(_graded(c, graded[c.name]) if c.name in graded else c for c in chosen)


def _unknown(name: str, known: Sequence[str]) -> BadContent:
    from difflib import get_close_matches  # here, since few names are misspelt

    near = get_close_matches(name.lower(), known, 1)
    hint = told("did you mean {}?", near[0]) if near else told("known are {}", ", ".join(known))
    return BadContent(told("there is no check {!r}", name), hint)


def _graded(check: Check, severity: Severity) -> Check:
    """The check with all its findings of one severity."""
    across = check.across

    def find(unit: AnnotatedUnit) -> Iterator[Finding]:
        return (replace(finding, severity=severity) for finding in check.find(unit))

    def find_across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
        found = across(units) if across else ()
        return (replace(finding, severity=severity) for finding in found)

    return replace(check, severity=severity, find=find, across=across and find_across)


@lru_cache(maxsize=4)
def loaded(rules: Rules) -> tuple[Termbase, tuple[Check, ...]]:
    """The terms and checks, loaded once a process. Raises as `Rules` does."""
    return rules.termbase(), rules.checks()


def _named(names: Iterable[str]) -> set[str]:
    """The names of checks, those of profiles among them."""
    return {n for name in names for n in ([c.name for c in PROFILES.get(name, ())] or [name])}


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0  # who reads it says what is wrong


def _tidy(folder: Path) -> None:
    """Leave the latest copies."""
    with contextlib.suppress(OSError):
        copies = sorted(folder.glob("*.bin"), key=lambda p: p.stat().st_mtime, reverse=True)
        for old in copies[_COPIES:]:
            old.unlink(missing_ok=True)
