"""The language model's part, against a real HTTP server on loopback that plays back what models say."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from maquette.errors import EngineError
from maquette.prompts.language_model import LanguageModel, found_json
from maquette.shapes.library import get_family

GOOD = {
    "name": "table",
    "extent": 0.9,
    "parameters": {"height": {"value": 0.72, "low": 0.4, "high": 1.1}},
    "materials": {"wood": {"color": "#8f6239", "pattern": "wood"}},
    "parts": [
        {
            "name": "top",
            "material": "wood",
            "solid": {"op": "move", "by": [0, "=height - 0.02", 0], "of": {"op": "box", "size": [0.9, 0.04, 0.6]}},
        },
        {
            "name": "leg",
            "material": "wood",
            "solid": {
                "op": "move",
                "by": [0, "=height / 2 - 0.015", 0],
                "of": {"op": "cylinder", "radius": 0.06, "height": "=height - 0.03"},
            },
        },
    ],
}
FLOATING = GOOD | {"parts": [GOOD["parts"][0]]}  # type: ignore[index]
UNKNOWN = GOOD | {"parts": [{"name": "a", "material": "wood", "solid": {"op": "cuboid"}}]}


@contextmanager
def endpoint(*answers: str, strict: bool = True) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A chat-completions server; `strict` servers know `response_format`."""
    asked: list[dict[str, Any]] = []
    left = list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body["_path"], body["_key"] = self.path, self.headers.get("Authorization")
            if not strict and "response_format" in body:
                return self._reply(400, {"error": {"message": "response_format is not supported"}})
            asked.append(body)
            return self._reply(200, {"choices": [{"message": {"role": "assistant", "content": left.pop(0)}}]})

        def _reply(self, status: int, body: dict[str, Any]) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_good_program_is_built() -> None:
    with endpoint(json.dumps(GOOD)) as (url, asked):
        written = LanguageModel(url, "tiny", "sk-1").write("a table", seed=7)
    assert written.tries == 1
    assert written.document == GOOD
    low, high = written.compiled.fused.bounds
    assert high[1] - low[1] == pytest.approx(0.72, abs=1e-5)
    assert asked[0]["_path"] == "/v1/chat/completions"
    assert asked[0]["_key"] == "Bearer sk-1"
    assert asked[0]["seed"] == 7
    assert asked[0]["response_format"]["type"] == "json_schema"
    assert "`lathe`" in asked[0]["messages"][0]["content"]


def test_faults_are_told_and_mended() -> None:
    with endpoint(
        "I cannot.", json.dumps(UNKNOWN), json.dumps(FLOATING), f"Sure!\n```json\n{json.dumps(GOOD)}\n```"
    ) as (url, asked):
        written = LanguageModel(url, "tiny").write("a table")
    assert written.tries == 4
    assert "no JSON" in written.complaints[0]
    assert "cuboid" in written.complaints[1]
    assert "y = 0.68" in written.complaints[2]
    assert written.complaints[2] in asked[3]["messages"][-1]["content"]


def test_tries_are_limited() -> None:
    with endpoint("no", "no", "no") as (url, _), pytest.raises(EngineError, match="no good program in 2 tries"):
        LanguageModel(url, "tiny").write("a table", tries=2)


def test_servers_without_answer_formats_work() -> None:
    with endpoint(json.dumps(GOOD), strict=False) as (url, asked):
        LanguageModel(url, "tiny").write("a table")
    assert "response_format" not in asked[0]


def test_a_program_is_edited() -> None:
    program = get_family("stool").instance(1).to_json()
    with endpoint(json.dumps(GOOD)) as (url, asked):
        LanguageModel(url, "tiny").write("make it a table", program=program)
    assert "Change this program: make it a table" in asked[0]["messages"][-1]["content"]
    assert '"seat"' in asked[0]["messages"][-1]["content"]


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(EngineError, match="does not answer"):
        LanguageModel("http://127.0.0.1:9/v1", "tiny", seconds=2).write("a table")


def test_thoughts_and_words_around_the_answer() -> None:
    assert found_json('<think>{"a": 1}</think> Here: {"b": {"c": 2}} Enjoy!') == {"b": {"c": 2}}
    with pytest.raises(ValueError, match="not valid JSON"):
        found_json('{"a": ')
