"""Bodies: every encoding becomes the same `Form`; hostile ones are refused by size, count or shape, never by a crash."""

from __future__ import annotations

import json
import tracemalloc
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from maquette.errors import MaquetteError
from maquette.server.bodies import read_form

LIMIT = 4 * 2**20


async def echo(request: Request) -> JSONResponse:
    try:
        async with read_form(request, LIMIT) as form:
            files = {n: [(u.filename, u.size, len(await u.read())) for u in ups] for n, ups in form.files.items()}
            return JSONResponse(
                {
                    "fields": {k: [repr(v) for v in vs] for k, vs in form.fields.items()},
                    "files": files,
                    "as": form.encoding,
                }
            )
    except MaquetteError as error:
        return JSONResponse({"code": error.code, "message": error.message}, error.http_status)


APP = Starlette(routes=[Route("/", echo, methods=["POST"])])


async def post(content: object = b"", kind: str | None = None, **kwargs):
    async with httpx.AsyncClient(transport=httpx.ASGITransport(APP), base_url="http://t") as client:
        headers = {"Content-Type": kind} if kind else {}
        return await client.post("/", content=content, headers=headers, **kwargs)


def part(name: str, value: bytes, extra: str = "") -> bytes:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'.encode() + value + b"\r\n"


MULTI = "multipart/form-data; boundary=b"


@pytest.mark.parametrize(
    ("content", "kind", "encoding"),
    [
        (b"a=1&a=2&b=%C3%A9", "application/x-www-form-urlencoded", "urlencoded"),
        (b"a=1&a=2&b=%C3%A9", None, "urlencoded"),
        (b"a=1&a=2&b=%C3%A9", "text/plain; charset=latin-1", "urlencoded"),
        (part("a", b"1") + part("a", b"2") + part("b", "é".encode()) + b"--b--", MULTI, "multipart"),
        (part("a", b"1") + part("a", b"2") + part("b", "é".encode()) + b"--b--", MULTI + "; charset=idna", "multipart"),
    ],
)
async def test_forms(content, kind, encoding):
    answer = await post(content, kind)
    assert answer.json() == {"fields": {"a": ["'1'", "'2'"], "b": ["'é'"]}, "files": {}, "as": encoding}


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "application/x-www-form-urlencoded", None]
)
async def test_json_by_header_or_by_its_brace(kind):
    answer = await post(b' {"a": [1, 2], "b": null}', kind)
    assert answer.json() == {"fields": {"a": ["[1, 2]"], "b": ["None"]}, "files": {}, "as": "json"}


async def test_files_have_a_filename_and_nothing_else_counts():
    body = (
        part("images", b"PNG", '; filename="images"')
        + part("images", b"", '; filename=""')
        + part("images", b"text")
        + b"--b--\r\n"
    )
    answer = await post(body, MULTI)
    assert answer.json()["files"] == {"images": [["images", 3, 3], ["", 0, 0]]}
    assert answer.json()["fields"] == {"images": ["'text'"]}


async def test_aiohttp_writes_the_type_before_the_disposition():
    body = (
        b'--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'
        b'--b\r\nContent-Type: image/png\r\nContent-Disposition: form-data; name="i"; filename="i"\r\n\r\ny\r\n--b--\r\n'
    )
    answer = await post(body, MULTI)
    assert (answer.json()["fields"], answer.json()["files"]) == ({"a": ["'x'"]}, {"i": [["i", 1, 1]]})


async def test_an_empty_body_is_an_empty_form():
    for kind in (None, "application/json", "application/x-www-form-urlencoded"):
        assert (await post(b"", kind)).json() == {"fields": {}, "files": {}, "as": "empty"}


REFUSED = {
    "no boundary": (b"--b--", "multipart/form-data", 400),
    "binary boundary": (b"--b--", "multipart/form-data; boundary=\xe9", 400),
    "not multipart": (b"hello", MULTI, 400),
    "no name": (b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", MULTI, 400),
    "no disposition": (b"--b\r\nA: b\r\n\r\nx\r\n--b--", MULTI, 400),
    "broken header": (b"--b\r\n\x00\x01: b\r\n\r\nx\r\n--b--", MULTI, 400),
    "many files": (b"".join(part("i", b"x", '; filename="f"') for _ in range(17)) + b"--b--", MULTI, 400),
    "many fields": (b"".join(part("f", b"x") for _ in range(201)) + b"--b--", MULTI, 400),
    "many pairs": (urlencode([("f", "x")] * 201).encode(), "application/x-www-form-urlencoded", 400),
    "long field": (part("f", b"x" * (2**20 + 1)) + b"--b--", MULTI, 400),
    "long urlencoded": (b"f=" + b"x" * 2**20, "application/x-www-form-urlencoded", 413),
    "too large": (part("i", b"x" * LIMIT, '; filename="f"') + b"--b--", MULTI, 413),
    "bad json": (b"{", "application/json", 400),
    "deep json": (b"[" * 200_000, "application/json", 400),
    "deep object": (b'{"a":' * 200_000, "application/json", 400),
    "long number": (b'{"a":' + b"9" * 10_000 + b"}", "application/json", 400),
    "json list": (b"[1]", "application/json", 400),
    "bad utf-8": (b'{"a":"\xff"}', "application/json", 400),
    "many keys": (json.dumps({str(i): 1 for i in range(201)}).encode(), "application/json", 400),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_refusals(name):
    content, kind, status = REFUSED[name]
    answer = await post(content, kind.encode("latin-1"))
    assert answer.status_code == status, answer.text
    assert answer.json()["code"] == ("body_too_large" if status == 413 else "invalid_request")


async def test_a_declared_size_is_refused_before_a_byte_is_read():
    async def never():
        raise AssertionError("the body was read")
        yield b""

    async with httpx.AsyncClient(transport=httpx.ASGITransport(APP), base_url="http://t") as client:
        answer = await client.post("/", content=never(), headers={"Content-Length": str(10**12), "Content-Type": MULTI})
    assert answer.status_code == 413


async def test_memory_stays_small_while_a_large_file_streams_in():
    async def receive():
        nonlocal left
        left -= 1
        return {"type": "http.request", "body": b"x" * 65536, "more_body": left > 0}

    left = 800  # 52 MB
    scope = {
        "type": "http",
        "method": "POST",
        "headers": [(b"content-type", MULTI.encode())],
        "path": "/",
        "query_string": b"",
    }
    head = part("i", b"", '; filename="f"')[:-2]
    first = True

    async def with_head():
        nonlocal first
        if first:
            first = False
            return {"type": "http.request", "body": head, "more_body": True}
        return await receive()

    tracemalloc.start()
    async with read_form(Request(scope, with_head), 64 * 2**20):
        peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert left == 0
    assert peak < 5 * 2**20


KINDS = st.sampled_from(
    [
        None,
        MULTI,
        "multipart/form-data; boundary=",
        "application/json",
        "application/x-www-form-urlencoded",
        "text/html",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "ignore")), KINDS)
async def test_no_body_is_a_crash(content, kind):
    assert (await post(content, kind)).status_code in (200, 400, 413)


PIECES = st.sampled_from(
    [
        b"--b",
        b"--b--",
        b"\r\n",
        b"\n",
        b"\r",
        b":",
        b";",
        b'"',
        b"Content-Disposition: form-data",
        b'; name="images"',
        b"; filename=",
        b"x",
        b"\0",
        b"\xff",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map(b"".join))
async def test_no_multipart_is_a_crash(content):
    assert (await post(content, MULTI)).status_code in (200, 400, 413)
