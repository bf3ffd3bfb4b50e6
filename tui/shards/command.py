"""`taiyaku check --shards`: what the words of the command line mean for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import BadContent, TaiyakuError
from corpus.extras import adding
from corpus.told import told
from glossary.finding import Severity
from glossary.rules import Rules
from tui.baseline import read_baseline
from tui.settings import workspace_path

if TYPE_CHECKING:
    from argparse import Namespace

    from glossary.concept import Concept
    from tui.settings import Settings
    from tui.shards.engines import Engine

_NOT_WITH_SHARDS = ("output", "changed", "write_baseline")


def check_shards(chosen: Namespace, wanted: Settings) -> int:
    """The exit code. Raises TaiyakuError."""
    if not chosen.shards:
        raise BadContent("--scheduler goes with --shards", "name a folder for the findings")
    if clash := next((name for name in _NOT_WITH_SHARDS if getattr(chosen, name)), None):
        flag = clash.replace("_", "-")
        raise BadContent(told("--shards does not go with --{}", flag), "leave one of them out")
    try:
        from tui.shards.run import run
    except ModuleNotFoundError:
        raise TaiyakuError("--shards needs the extra cluster", adding("cluster")) from None

    rules = _rules(chosen, wanted)
    with _engine(chosen) as engine:
        counts, whole = run(chosen.inputs, chosen.shards, rules, engine)
    if not whole:
        return 2
    return int(any(n and Severity(s).rank >= wanted.fail_on.rank for s, n in counts.items()))


def _engine(chosen: Namespace) -> Engine:
    from tui.shards.engines import Cluster, Here

    return Cluster(chosen.scheduler) if chosen.scheduler else Here(chosen.workers)


def _rules(chosen: Namespace, wanted: Settings) -> Rules:
    """Those of the settings, with the terms and waivers of the workspace, if any."""
    known = read_baseline(chosen.baseline) if chosen.baseline else frozenset()
    rules = Rules(
        wanted.glossary, wanted.names, wanted.select, wanted.ignore, wanted.severity, known
    )
    path = workspace_path(wanted)
    own: tuple[Concept, ...] = ()
    if path.is_file():
        from corpus.workspace.store import Workspace
        from tui.review.terms import concepts

        with Workspace.open(path, read_only=True) as workspace:
            own = tuple(concepts(workspace.terms()))
            rules = replace(rules, known=known | workspace.waivers())
    return rules.carrying(own) if own or chosen.scheduler else rules
