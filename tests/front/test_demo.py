"""What the stand-in of the demo can be told to do wrong."""

from __future__ import annotations

import pytest

from corpus.engines.deepl_api import DeepL
from corpus.engines.engine import Options
from corpus.errors import EngineError
from tui.commands.demo import KEY, TROUBLES, WRONG, make, stand_in


def outcomes(*troubles: str) -> list[object]:
    """What comes of three requests with a glossary that has the right names."""
    with stand_in() as server:
        for trouble in troubles:
            make(trouble, server.switches)
        engine = DeepL(KEY, server=server.url, timeout=2)
        glossary = engine.create("ours", dict.fromkeys(WRONG, "正しい名称"))
        # The longest paragraphs: they have several sentences each.
        texts = sorted(server.texts, key=len)[-6:]
        found: list[object] = []
        for pair in (texts[:2], texts[2:4], texts[4:]):
            try:
                made = engine.translate(pair, "", glossary, Options())
                found.append([t.text for t in made])
            except EngineError as error:
                found.append(type(error))
        engine.close()
        return found


@pytest.mark.parametrize("trouble", TROUBLES)
def test_every_trouble_is_seen(trouble: str) -> None:
    if trouble == "quota":
        assert EngineError in {c for o in outcomes(trouble) if isinstance(o, type) for c in o.mro()}
    assert outcomes(trouble) != outcomes()
