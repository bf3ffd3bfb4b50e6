"""By hand, with a key of your own: what DeepL's documentation leaves open, asked of DeepL itself.

    DEEPL_AUTH_KEY=... uv run python tests/bench/deepl_live.py

Sends fewer than 2,000 characters in all, makes two glossaries and deletes them. Never run by the
tests. Each answer is printed as a row of a table.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import deepl
import requests
from deepl import http_client
from deepl.api_data import MultilingualGlossaryDictionaryEntries

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "taiyaku live test, may be deleted"
NESTED = {"Mitsui": "甲印", "Mitsui E&S": "乙印", "Mitsui & Co.": "丙印"}
LOWER = {"container crane": "丁印"}
TEXTS = {
    "which of nested terms wins": "Mitsui E&S, Mitsui & Co. and Mitsui met in Tokyo.",
    "possessive": "Mitsui E&S's cranes arrived.",
    "capitals": "MITSUI E&S WILL BUILD CRANES.",
}
_LAG = 30
"""Seconds after which the usage should know of a request."""
_budget = 2000


def main() -> None:
    """Ask everything, and leave the account as it was."""
    http_client.max_network_retries = 0
    server = os.environ.get("DEEPL_SERVER_URL") or None
    client = deepl.DeepLClient(
        os.environ["DEEPL_AUTH_KEY"], server_url=server, send_platform_info=False
    )
    made: list[str] = []
    try:
        _ask_all(client, made)
    finally:
        for glossary in made:
            with suppress(deepl.DeepLException):
                client.delete_multilingual_glossary(glossary)


def _ask_all(client: deepl.DeepLClient, made: list[str]) -> None:
    first, second = (_glossary(client, terms, made) for terms in (NESTED, LOWER))
    print("| question | asked | answer |\n| --- | --- | --- |")
    for question, text in TEXTS.items():
        _row(question, text, lambda text=text: _said(client, text, glossary=first))
    crane = "Container cranes arrived. Mitsui E&S made them."
    for ids in ([first, second], [second, first]):
        _row("order of glossaries", crane, lambda ids=ids: _said(client, crane, glossary_ids=ids))
    context = {"glossary": first, "context": "Mitsui E&S is a maker of port cranes."}
    _row("glossary with context", crane, lambda: _said(client, crane, **context))
    polite = "The port opened and ships came."
    for formality in ("prefer_more", "prefer_less"):
        _row(formality, polite, lambda f=formality: _said(client, polite, formality=f))
    rule = ["Render Mitsui E&S as 三井E&S."]
    _row("custom instruction", crane, lambda: _said(client, crane, custom_instructions=rule))
    client.delete_multilingual_glossary(made.pop(0))
    _row("glossary that is gone", polite, lambda: _said(client, polite, glossary=first))
    _row("billed without an answer", polite, lambda: _billed_in_vain(client, polite))


def _billed_in_vain(client: deepl.DeepLClient, text: str) -> str:
    """How many characters the usage grows by when we hang up before the answer; it may lag."""
    key = os.environ["DEEPL_AUTH_KEY"]
    host = "https://api-free.deepl.com" if key.endswith(":fx") else "https://api.deepl.com"
    server = (os.environ.get("DEEPL_SERVER_URL") or host).rstrip("/")
    before = client.get_usage().character.count or 0
    try:
        requests.post(
            f"{server}/v2/translate",
            json={"text": [text], "source_lang": "EN", "target_lang": "JA"},
            headers={"Authorization": f"DeepL-Auth-Key {key}"},
            timeout=(10, 0.05),
        )
        how = "answered all the same"
    except requests.Timeout:
        how = "hung up"
    time.sleep(_LAG)
    return f"{how}, then {(client.get_usage().character.count or 0) - before} characters more"


def _glossary(client: deepl.DeepLClient, terms: dict[str, str], made: list[str]) -> str:
    entries = [MultilingualGlossaryDictionaryEntries("EN", "JA", terms)]
    made.append(client.create_multilingual_glossary(NAME, entries).glossary_id)
    return made[-1]


def _said(client: deepl.DeepLClient, text: str, **options: object) -> str:
    global _budget
    _budget -= len(text)
    if _budget < 0:
        sys.exit("the two thousand characters are used up")
    found = client.translate_text([text], source_lang="EN", target_lang="JA", **options)
    return f"{found[0].text} ({found[0].billed_characters})"


def _row(question: str, text: str, answer: Callable[[], str]) -> None:
    try:
        said = answer()
    except deepl.DeepLException as error:
        said = f"{type(error).__name__} {error.http_status_code}"
    print(f"| {question} | {text} | {said} |")


if __name__ == "__main__":
    main()
