"""A real HTTP server on loopback for tests of what fetches and what posts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """`paths` maps a path to an answer, or to a function of the handler; `seen` keeps `(method, path, headers, body)`."""

    def __init__(self, paths: dict[str, Answer | Callable[[Any], Answer]]) -> None:
        self.paths, self.seen = paths, []  # type: ignore[var-annotated]
        site = self

        class Handler(BaseHTTPRequestHandler):
            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                site.seen.append((self.command, self.path, dict(self.headers), body))
                answer = site.paths.get(self.path, (404, {}, b""))
                status, headers, data = answer(self) if callable(answer) else answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers and "Transfer-Encoding" not in headers:
                    self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = _serve  # noqa: N815

            def log_message(self, *args: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def __enter__(self) -> Site:
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def slow(handler: Any) -> Answer:
    time.sleep(1.0)
    return 200, {}, b"late"
