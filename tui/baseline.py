"""Findings that were there before: `check --baseline` reports only what is new.

The file is JSON, sorted, one finding a line, so that it can be read and kept in version control:
`{"taiyaku-baseline": 1, "findings": {"FINGERPRINT": "FILE: CHECK: MESSAGE", ...}}`. A finding is
known by its fingerprint, which is made from contents, never from line numbers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.formats.files import decode, read_bytes
from corpus.told import told
from tui.reports.report import readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import TextIO

    from tui.reports.report import Outcome

_VERSION = 1
_HINT = told("make one with --write-baseline")


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in the file. Raises UnreadableFile and BadContent."""
    text, _ = decode(read_bytes(str(path)), str(path))
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadContent(told("{} is not JSON", path), _HINT) from error
    if not isinstance(content, dict) or content.get("taiyaku-baseline") != _VERSION:
        raise BadContent(told("{} is not a baseline", path), _HINT)
    found = content.get("findings")
    if not isinstance(found, dict):
        raise BadContent(told("{} is a baseline without findings", path), _HINT)
    return frozenset(found)


def write_baseline(outcomes: Iterable[Outcome], out: TextIO) -> int:
    """Write all findings, and say how many."""
    found = {
        f.fingerprint: f"{result.bitext.name}: {f.check}: {f.message}"
        for result in readable(outcomes)
        for f in result.findings
    }
    content = {"taiyaku-baseline": _VERSION, "findings": dict(sorted(found.items()))}
    out.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return len(found)
