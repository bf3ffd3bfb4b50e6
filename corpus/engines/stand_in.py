"""A small server on this machine that answers like DeepL, wrongly where it is told to.

    with StandIn(texts={"Mitsui E&S won.": "三井物産E&Sが勝った。"},
                 wrong={"Mitsui E&S": "三井物産E&S"}) as deepl:
        ...  # the official client with deepl.url

It knows EN to JA by table, v3 glossaries with DeepL's rules, usage, and all that goes wrong. It
listens on the loopback interface alone, and whoever starts it holds its switches.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlsplit

from corpus.engines.stand_in_glossaries import Glossaries, Refused
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TEXTS = 50
BYTES = 128 * 1024
_SENTENCE = regex(r"[^。]+。?|。")
_HTML = b"<!doctype html><title>Sign in</title><p>Please sign in to the network.</p>"


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to one request instead of, or after, its answer."""

    status: int = 0
    """This status with DeepL's message; 0 for none."""
    message: str = "as told"
    html: bool = False
    """A page of HTML with status 200, as a captive portal gives it."""
    cut: bool = False
    """The connection ends without an answer."""
    billed: bool = False
    """With `cut`: only after the work was done and counted."""
    halved: bool = False
    """The connection ends in the middle of the answer, after the work was counted."""
    fewer: bool = False
    """The last translation is missing in the answer."""
    blank: bool = False
    """All translations are empty."""
    delay: float = 0.0
    """Seconds before anything is answered."""


@dataclass(slots=True)
class Switches:
    """What the stand-in does wrong; may be changed at any time."""

    ignored: set[str] = field(default_factory=set)
    """English terms of glossaries that are not applied."""
    drop: int | None = None
    """The sentence, from 0, that is missing in paragraphs of several."""
    double: int | None = None
    """The sentence, from 0, that stands twice."""
    mix: bool = False
    """Polite endings become plain ones in the last sentence."""
    english: bool = False
    """Nothing is translated."""
    limit: int = 500_000
    """Characters that may be translated in all."""
    scopes: set[str] = field(
        default_factory=lambda: {"translate", "glossaries:read", "glossaries:write", "usage"}
    )
    keys: frozenset[str] | None = None
    """The keys that are taken; None: any."""
    faults: deque[Fault] = field(default_factory=deque)
    """Used up one by one by requests for translation."""
    other_faults: deque[Fault] = field(default_factory=deque)
    """Used up one by one by all other requests."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came in."""

    method: str
    path: str
    body: Mapping[str, Any]
    size: int


class StandIn:
    """The server; a context manager that listens between enter and exit."""

    def __init__(
        self, texts: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None
    ) -> None:
        """`texts`: Japanese by whole English paragraph. `wrong`: how an English name is rendered
        while no glossary says otherwise."""
        self.texts = dict(texts or {})
        self.wrong = dict(wrong or {})
        self.switches = Switches()
        self.glossaries = Glossaries()
        self.requests: list[Request] = []
        self.billed: list[str] = []
        """Every paragraph that was counted, in order, also if its answer never arrived."""
        self.lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """The address for `server_url`; a RuntimeError before it is started."""
        if self._server is None:
            raise RuntimeError("the stand-in has not been started")
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    @property
    def characters(self) -> int:
        """All characters that were counted."""
        return sum(map(len, self.billed))

    def start(self, port: int = 0) -> None:
        """Listen on the loopback interface; on any free port for 0."""
        self._server = _Server(("127.0.0.1", port), _handler(self))
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        """End; what is known stays known."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def translation(self, text: str, terms: Mapping[str, str]) -> str:
        """The Japanese of one paragraph under the switches as they are."""
        if self.switches.english or not text.strip():
            return text
        japanese = self.texts.get(text) or self._made_up(text)
        known = {t: j for t, j in terms.items() if t not in self.switches.ignored}
        # The longest term first: what stands for it is no longer open to shorter ones.
        for term in sorted(known, key=len, reverse=True):
            if term in text and (rendered := self.wrong.get(term)):
                japanese = japanese.replace(rendered, known[term])
        return self._with_flaws(japanese)

    def _made_up(self, text: str) -> str:
        """For a paragraph that no table knows: its names and figures, and some words."""
        names = [self.wrong[n] for n in sorted(self.wrong, key=text.find) if n in text]
        things = "、".join([*names, *re.findall(r"\d[\d,.]*\d|\d", text)]) or "この段落"
        sentences = max(1, len(re.findall(r"[.!?](?:\s|$)", text)))
        return "".join(f"{things}について{n}番目に述べています。" for n in range(1, sentences + 1))

    def _with_flaws(self, japanese: str) -> str:
        sentences = _SENTENCE.findall(japanese)
        drop, double = self.switches.drop, self.switches.double
        if double is not None and double < len(sentences):
            sentences.insert(double, sentences[double])
        if drop is not None and len(sentences) > 1 and drop < len(sentences):
            del sentences[drop]
        if self.switches.mix and sentences:
            sentences[-1] = (
                sentences[-1].replace("ています。", "ている。").replace("ます。", "る。")
            )
        return "".join(sentences)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is nothing to talk about."""


def _handler(stand_in: StandIn) -> type[BaseHTTPRequestHandler]:
    return type("Handler", (_Handler,), {"stand_in": stand_in})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    stand_in: StandIn

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Silent: `StandIn.requests` is the log."""

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815

    def _serve(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urlsplit(self.path)
        try:
            body = json.loads(raw) if raw else {}
        except ValueError:
            return self._answer(400, {"message": "not JSON"})
        asked = Request(self.command, path.path, body, len(raw))
        translating = path.path == "/v2/translate"
        switches = self.stand_in.switches
        with self.stand_in.lock:
            self.stand_in.requests.append(asked)
            waiting = switches.faults if translating else switches.other_faults
            fault = waiting.popleft() if waiting else Fault()
        time.sleep(fault.delay)
        if fault.cut and not fault.billed:
            return self._cut()
        if fault.html:
            return self._send(200, _HTML, "text/html")
        if fault.status:
            return self._answer(fault.status, {"message": fault.message})
        try:
            with self.stand_in.lock:
                status, answer = self._work(asked, parse_qs(path.query))
        except Refused as refusal:
            status, answer = refusal.status, {"message": refusal.message}
            if refusal.detail:
                answer["detail"] = refusal.detail
        if fault.fewer:
            answer["translations"].pop()
        if fault.blank:
            answer["translations"] = [made | {"text": ""} for made in answer["translations"]]
        if fault.halved:
            self._halve(answer)
        return self._cut() if fault.cut or fault.halved else self._answer(status, answer)

    def _work(self, asked: Request, query: Mapping[str, list[str]]) -> tuple[int, Any]:
        """Status and answer. Raises `Refused`."""
        self._let_in(asked)
        if asked.path == "/v2/translate":
            return 200, self._translate(asked)
        if asked.path == "/v2/usage":
            used = {"character_count": self.stand_in.characters}
            return 200, used | {"character_limit": self.stand_in.switches.limit}
        if asked.path.startswith("/v3/glossaries"):
            part = asked.path.removeprefix("/v3/glossaries").strip("/")
            return self.stand_in.glossaries.answer(asked.method, part, asked.body, query)
        raise Refused(404, "Not found")

    def _let_in(self, asked: Request) -> None:
        kind, _, key = self.headers.get("Authorization", "").partition(" ")
        known = self.stand_in.switches.keys
        if kind != "DeepL-Auth-Key" or not key or (known is not None and key not in known):
            raise Refused(403, "Wrong key")
        if asked.path.startswith("/v3/glossaries"):
            scope = "glossaries:read" if asked.method == "GET" else "glossaries:write"
        else:
            scope = asked.path.rpartition("/")[2]
        if scope not in self.stand_in.switches.scopes:
            raise Refused(403, f"The key lacks the scope {scope}")

    def _translate(self, asked: Request) -> dict[str, Any]:
        texts = asked.body.get("text", [])
        if asked.size > BYTES:
            raise Refused(413, "Request Entity Too Large")
        if not texts or len(texts) > TEXTS:
            raise Refused(400, "Bad number of texts")
        if asked.body.get("target_lang") != "JA":
            # Back into English: by the table read the other way.
            back = {japanese: english for english, japanese in self.stand_in.texts.items()}
            render: Callable[[str], str] = lambda text: back.get(text, "This says something.")  # noqa: E731
        else:
            terms = self._terms(asked.body)
            render = lambda text: self.stand_in.translation(text, terms)  # noqa: E731
        if self.stand_in.characters + sum(map(len, texts)) > self.stand_in.switches.limit:
            raise Refused(456, "Quota exceeded")
        self.stand_in.billed += texts
        shown = {"detected_source_language": asked.body.get("source_lang", "EN")}
        if model := asked.body.get("model_type"):
            shown["model_type_used"] = model.removeprefix("prefer_")
        return {
            "translations": [
                shown | {"text": render(text), "billed_characters": len(text)} for text in texts
            ]
        }

    def _terms(self, body: Mapping[str, Any]) -> dict[str, str]:
        ids = body.get("glossary_ids") or filter(None, [body.get("glossary_id")])
        if ids and not body.get("source_lang"):
            raise Refused(400, "A glossary needs source_lang")
        terms: dict[str, str] = {}
        for glossary in ids:
            for term, japanese in self.stand_in.glossaries.entries(glossary).items():
                terms.setdefault(term, japanese)
        return terms

    def _cut(self) -> None:
        self.close_connection = True
        self.connection.close()

    def _halve(self, answer: Any) -> None:
        data = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])

    def _answer(self, status: int, answer: Any) -> None:
        data = b"" if status == 204 else json.dumps(answer, ensure_ascii=False).encode()
        self._send(status, data, "application/json")

    def _send(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
