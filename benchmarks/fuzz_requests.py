"""Requests from an OpenAPI document: valid ones with known ids, and the same spoilt in every way that clients and strangers spoil them."""

from __future__ import annotations

import base64
import json
import random
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from benchmarks.fuzz_pool import HOLES, Pool

Document = Mapping[str, Any]
_PIECE = re.compile(r"{(\w+)}")
MAGIC = (
    *(
        "maquette:fail",
        "maquette:slow=0.2",
        "maquette:hang",
        "maquette:queue=0",
        "maquette:insufficient",
        "maquette:parallel",
    ),
    *("maquette:ratelimit", "maquette:unavailable", "maquette:forbidden", "maquette:invalid", "maquette:timeout"),
    *(
        "maquette:noobject",
        "maquette:fail=fetch_failed",
        "maquette:slow=-1",
        "maquette:slow=x",
        "maquette:fail=nonsense",
    ),
)
"""Words that test keys understand; `maquette:crash` is left out, since it is there to make the server fail."""
_BAD_URLS = (
    *("http://127.0.0.1:1/a.png", "http://169.254.169.254/latest/meta-data/", "http://[::1]/x", "file:///etc/passwd"),
    *(
        "ftp://example.com/a",
        "http://localhost:1/",
        "http://10.0.0.1/a.png",
        "http://user:pw@10.0.0.1/",
        "http://[",
        "//x",
    ),
    *(
        "javascript:alert(1)",
        "data:,",
        "data:image/png;base64,AAAA",
        "data:image/png;base64,%%%",
        "gopher://a",
        "http://0/",
    ),
)
_ODD = (
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "\ud800",
        "‮reversed",
        "𝕌𝕟𝕚",
        "é" * 300,
        "null",
        "None",
        "NaN",
        "-1",
        "1e999",
        "../../etc/passwd",
    ),
    *(
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "%s%n",
        "a" * 5000,
        "\r\nX-Evil: 1",
        "0x10",
        "١٢٣",
        "true",
    ),
)
_TYPES = ("application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "image/png", "")


@dataclass
class Sent:
    """One request."""

    operation: str
    method: str
    path: str
    params: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def text(self) -> str:
        """All of it, to look for what it names itself."""
        return f"{self.path} {self.params} {self.headers} {self.body.decode('utf-8', 'replace')}"


_INPUTS = ("images", "image", "image_url", "image_urls", "input_image_urls", "asset_id", "input", "data")


class Requests:
    """Makes requests; the same seed, the same choices.

    Args:
        documents: one OpenAPI document.
        foreign: ids of others, which lead nowhere.
    """

    def __init__(self, seed: int, document: Document, foreign: Sequence[str], hook: str) -> None:
        self._rng = random.Random(seed)
        self._document, self._foreign, self._hook = document, list(foreign), hook
        self.operations = [
            (method.upper(), path, record)
            for path, item in document["paths"].items()
            for method, record in item.items()
        ]
        # half of all requests begin something, the others look at all there is
        self._makers = [o for o in self.operations if o[0] == "POST" and "requestBody" in o[2] and "{" not in o[1]]
        self._picture = "data:image/png;base64,"

    def chance(self, part: float) -> bool:
        return self._rng.random() < part

    def pick(self, items: Sequence[Any]) -> Any:
        return items[int(self._rng.random() * len(items))]

    def make(self, pool: Pool, marks: Sequence[str], picture: bytes, *, test: bool) -> Sent:
        """The next request of the key with this pool."""
        self._polite = self.chance(0.5)  # half of all requests are meant well
        self._pool, self._marks, self._test, self._bytes = pool, marks, test, picture
        method, path, record = self.pick(self._makers if self._makers and self.chance(0.4) else self.operations)
        self._hooks = "webhook" in path
        sent = Sent(f"{method} {path}", method, self._path(path))
        for param in record.get("parameters", ()):
            if param["in"] != "path" and self.chance(0.3 if not param.get("required") else 0.95):
                value = self._param(param)
                if param["in"] == "query":
                    sent.params[param["name"]] = value
                elif value.isascii() and value.isprintable():
                    sent.headers[param["name"]] = value
        content = record.get("requestBody", {}).get("content", {})
        if content:
            self._body(sent, self.pick(list(content.items())))
        if not self._polite and self.chance(0.5):
            self._spoil(sent)
        return sent

    # -- values

    def _id(self, name: str) -> str | None:
        """A known id that fits under this name, or now and then one that does not."""
        if not self._polite and self.chance(0.25):
            return str(self.pick(self._foreign))
        known = [v for kind in HOLES.get(name, (name,)) for v in self._pool.kinds.get(kind, ())]
        if known and self.chance(0.95):
            return str(self.pick(known))
        return None

    def _path(self, path: str) -> str:
        def fill(match: re.Match[str]) -> str:
            found = self._id(match[1])
            if found is None:
                found = self.pick(["0" * 8 + "-0000-4000-8000-" + "0" * 12, "1", "x", *map(str, _ODD[3:])])
            if found.startswith("http"):
                found = found.rsplit("/", 1)[-1]
            return quote(found.encode("utf-8", "replace").decode()[:600], safe="") or "x"

        return _PIECE.sub(fill, path)

    def _param(self, param: Mapping[str, Any]) -> str:
        name = param["name"]
        if name in ("fal_webhook", "X-Webhook-URL"):
            return self.pick([self._hook, self._hook, *_BAD_URLS])
        found = self._id(name) if name in HOLES else None
        value = found or (self.pick(_ODD) if self.chance(0.1) else self._value(param.get("schema", {}), name))
        return (
            ("true" if value is True else "false" if value is False else str(value)).encode("utf-8", "replace").decode()
        )

    def _value(self, schema: Mapping[str, Any], name: str = "", depth: int = 0) -> Any:
        while "$ref" in schema:
            schema = self._document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
        if name == "url" and self._hooks:
            return self._text(name)
        if "x-file" in schema or (name in ("images", "mesh", "url", "data") and schema.get("type") == "string"):
            return self._file(name)
        if "x-id" in schema or name in HOLES or name in self._pool.kinds:
            found = self._id(name)
            if found is not None and schema.get("type") != "array":
                return found
        for word in ("enum", "examples"):
            if word in schema:
                return self.pick(schema[word])
        if "const" in schema:
            return schema["const"]
        for word in ("anyOf", "oneOf"):
            if word in schema:
                some = [c for c in schema[word] if not (self._polite and c.get("type") == "null")]
                return self._value(self.pick(some), name, depth)
        return self._typed(schema, name, depth)

    def _typed(self, schema: Mapping[str, Any], name: str, depth: int) -> Any:
        kind = schema.get("type")
        if kind == "object":
            fields, required = schema.get("properties", {}), schema.get("required", ())
            often = 0.05 if self._polite else 0.25 if len(fields) > 6 else 0.6
            names = [n for n in fields if n in required or self.chance(often)]
            if self._polite and not depth:  # what most models need
                names += [n for n in list(fields) if n in _INPUTS and n not in names][:1]
            return {n: self._value(fields[n], n, depth + 1) for n in names} if depth < 6 else {}
        if kind == "array":
            low = max(schema.get("minItems", 0), int(self._polite))
            count = low + int(self._rng.random() * min(schema.get("maxItems", 3) - low + 1, 3))
            return [self._value(schema.get("items", {}), name, depth + 1) for _ in range(count)]
        if kind in ("integer", "number"):
            low = schema.get("minimum", schema.get("exclusiveMinimum", 0))
            high = schema.get("maximum", schema.get("exclusiveMaximum", low + 20))
            value = low + self._rng.random() * (high - low)
            return round(value) if kind == "integer" else value
        if kind == "boolean":
            return self.chance(0.5)
        return None if kind == "null" else self._text(name)

    def _text(self, name: str) -> str:
        if "webhook" in name or name in ("url", "zip_url"):
            return self._hook if self._polite else str(self.pick([self._hook, *_BAD_URLS]))
        mark = str(self.pick(self._marks))
        return f"{mark} {self.pick(MAGIC)}" if self._test and self.chance(0.3) else mark

    def _file(self, name: str) -> str:
        if not self._polite and self.chance(0.15):
            return str(self.pick(_BAD_URLS))
        found = self._id(name) if self.chance(0.3) else None
        return found or self._picture + base64.b64encode(self._bytes).decode()

    # -- bodies

    def _body(self, sent: Sent, content: tuple[str, Mapping[str, Any]]) -> None:
        encoding, told = content
        sent.headers["Content-Type"] = encoding
        if encoding == "application/octet-stream":
            sent.body = self._bytes if self.chance(0.8) else b"?" * 100
            return
        value = self._value(told["schema"])
        if encoding == "multipart/form-data":
            self._multipart(sent, value)
            return
        if not self._polite and self.chance(0.6):
            value = self._damage(value)
        sent.body = json.dumps(value).encode()

    def _multipart(self, sent: Sent, value: Any) -> None:
        bound, out = "fuzz" + str(int(self._rng.random() * 10**9)), b""
        for name, item in value.items() if isinstance(value, dict) else ():
            for one in item if isinstance(item, list) else [item]:
                is_file = name in ("images", "image", "model", "file", "content", "mesh")
                data = (
                    self._bytes
                    if is_file
                    else (one if isinstance(one, str) else json.dumps(one)).encode("utf-8", "replace")
                )
                head = f'form-data; name="{name}"' + (f'; filename="{self._marks[0]}.png"' if is_file else "")
                out += f"--{bound}\r\nContent-Disposition: {head}\r\n\r\n".encode() + data + b"\r\n"
        sent.body = out + f"--{bound}--\r\n".encode()
        sent.headers["Content-Type"] = f"multipart/form-data; boundary={bound}"

    def _damage(self, value: Any) -> Any:
        """One place of a JSON value made wrong."""
        if not isinstance(value, dict) or not value or self.chance(0.1):
            return self.pick([[], [value], 1, "text", None, True, {"a": value}, [[[[[[[[]]]]]]]]])
        name = self.pick(list(value))
        if isinstance(value[name], dict) and value[name] and self.chance(0.5):
            return value | {name: self._damage(value[name])}
        act = int(self._rng.random() * 5)
        if act == 0:
            return {n: v for n, v in value.items() if n != name}
        if act == 1:
            return value | {self.pick([*_ODD, "x" * 3000]): self.pick(_ODD)}
        if act == 2:
            return value | {name: self._deep(40)}
        wrong: list[Any] = [None, [], {}, -1, 10**30, 1e308, True, [1] * 500, [None], {"a": 1}, "x" * 20000, 0.5, [[]]]
        return value | {name: self.pick([*wrong, *_ODD, *_BAD_URLS, *self._foreign[:20]])}

    def _deep(self, levels: int) -> Any:
        out: Any = "deep"
        for _ in range(levels):
            out = [out] if self.chance(0.5) else {"a": out}
        return out

    def _spoil(self, sent: Sent) -> None:
        """Make the request itself wrong."""
        act = int(self._rng.random() * 11)
        junk = bytes(int(self._rng.random() * 256) for _ in range(60))
        if act == 0:
            sent.body = sent.body[: int(self._rng.random() * len(sent.body))]
        elif act == 1:
            sent.body, sent.headers["Content-Type"] = junk, self.pick(_TYPES)
        elif act == 2:
            sent.headers["Content-Type"] = self.pick(_TYPES)
        elif act == 3:
            sent.method = self.pick(["GET", "PUT", "PATCH", "DELETE", "POST", "OPTIONS", "HEAD"])
        elif act == 4:
            sent.path += self.pick(["/", "/x", "//", "/%00", "/..%2f", "%ff", "?a=b", ";x", "/" + "a" * 2000])
        elif act == 5:
            word = "".join(self.pick(string.ascii_letters) for _ in range(6))
            sent.params |= {
                self.pick(["limit", "page", "cursor", "pageSize", "usage_page", "wait", word]): self.pick(_ODD)
            }
            sent.params = {k: v.encode("utf-8", "replace").decode() for k, v in sent.params.items()}
        elif act == 6:
            sent.body = self.pick(
                [b"[" * 3000, b'{"a":' * 3000, b"NaN", b'{"seed": NaN}', b'"\\ud800"', b"\xff\xfe{}", b"{}", b""]
            )
        elif act == 7:
            names = (
                "Idempotency-Key",
                "Prefer",
                "If-None-Match",
                "Last-Event-ID",
                "Range",
                "Host",
                "X-Forwarded-Host",
                "Expect",
            )
            text = str(self.pick(_ODD)).encode("ascii", "replace").decode().replace("\r\n", " ").replace("\0", " ")
            sent.headers[self.pick(names)] = text.strip()[:3000]
        elif act == 8:
            sent.body += junk
        elif act == 9:
            sent.headers["Content-Encoding"] = self.pick(["gzip", "br", "identity", "x"])
        else:
            links = self._pool.kinds.get("link", [])
            if links:  # a signed link, whole or altered
                link = self.pick(links).split("://", 1)[1].partition("/")[2]
                at = int(self._rng.random() * max(len(link), 1))
                sent.path, sent.method = "/" + (link if self.chance(0.4) else link[:at] + "x" + link[at + 1 :]), "GET"
