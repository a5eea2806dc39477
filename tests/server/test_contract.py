"""What the server does around a dialect's handlers: keys, scopes, bodies, inputs, parts, streams, order of routes, CORS."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Mapping
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from maquette.dialects.credentials import credential_from
from maquette.dialects.dialect import Call, Dialect, DialectContext, Endpoint, Reply
from maquette.errors import MaquetteError
from maquette.request import GenerationRequest
from maquette.server.app import create_app
from maquette.webhooks.types import Notice, Rendered
from tests.net.servers import Site
from tests.server.harness import World, open_world, picture

OBJ = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"


async def echo(context: DialectContext, call: Call) -> Reply:
    names = {"account": call.account.name, "method": call.method, "path": dict(call.path), "size": len(call.body)}
    return Reply(200, names | {"fingerprint": call.fingerprint, "agent": call.headers.get("user-agent")})


async def fixed(context: DialectContext, call: Call) -> Reply:
    return Reply(200, "fixed")


async def stream(context: DialectContext, call: Call) -> Reply:
    async def pieces() -> AsyncIterator[bytes]:
        for i in range(3):
            yield f"data: {i}\n\n".encode()

    return Reply(200, stream=pieces(), media_type="text/event-stream")


async def submit(context: DialectContext, call: Call) -> Reply:
    images = [await context.inputs.image(call.account, v, "images") for v in call.form.values("images")]
    files = [await context.inputs.image(call.account, f, "images") for f in call.form.files.get("images", ())]
    meshes = [await context.inputs.mesh(call.account, v, "model") for v in call.form.values("model")]
    request = GenerationRequest.build(images=images + files, prompt="x", mesh=meshes[0] if meshes else None)
    key = call.headers.get("idempotency-key")
    job = await context.service.submit(
        call.account, request, cost=Decimal(1), dialect="vendor", idempotency_key=key, fingerprint=call.fingerprint
    )
    return Reply(201, {"id": job.id, "sha256": [i.sha256 for i in job.request.images]})


class Vendor:
    id = "vendor"
    title = "Vendor"
    prefixes = ("/v9",)
    endpoints = (
        Endpoint(("GET",), "/v9/{thing}", echo),
        Endpoint(("GET",), "/v9/fixed", fixed),
        Endpoint(("POST",), "/v9/jobs", submit, uploads=True),
        Endpoint(("PUT",), "/v9/raw/{n}", echo, raw=True, max_body=100),
        Endpoint(("GET",), "/v9/public", echo, public=True),
        Endpoint(("GET",), "/v9/stream", stream),
        Endpoint(("GET",), "/v9/admin", fixed, scope="admin"),
    )

    def credential(self, headers: Mapping[str, str]) -> str | None:
        return credential_from(headers)

    def refuse(self, error: MaquetteError) -> Reply:
        return Reply(error.http_status, {"oops": error.code, "field": error.field, "text": error.message})

    def refuse_http(self, status: int, message: str) -> Reply:
        return Reply(status, {"oops": status})

    def extra_headers(self, headers: Mapping[str, str], request_id: str) -> Mapping[str, str]:
        return {"X-Vendor-Id": request_id}

    async def render_event(self, context: DialectContext, notice: Notice) -> Rendered | None:
        return Rendered({"event": notice.event})


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path, fetch_allow=("127.0.0.1",), cors_origins=("https://app.example",)) as opened:
        vendor = Vendor()
        assert isinstance(vendor, Dialect)
        opened.app = create_app(opened.settings, opened.service, dialects=[vendor], clock=opened.clock)
        yield opened


async def test_one_key_in_every_place(world: World) -> None:
    local = await world.service.local_account()
    key = await world.service.new_key(local)
    pair = base64.b64encode(":".join(key.pair).encode()).decode()
    for name, value in (
        *(
            ("Authorization", f"Bearer {key.text}"),
            ("Authorization", f"Basic {pair}"),
            ("Authorization", f"Key {key.text}"),
        ),
        *(("Authorization", f"Token {key.text}"), ("x-api-key", key.text), ("Ocp-Apim-Subscription-Key", key.text)),
    ):
        async with world.client(None) as client:
            got = (await client.get("/v9/thing", headers={name: value})).json()
            assert (got["account"], got["path"]) == ("local", {"thing": "thing"})
            assert (await client.get("/v9/thing", headers={name: value[:-1] + "!"})).status_code == 401


async def test_fixed_paths_win_public_ones_need_no_key_and_scopes_hold(world: World) -> None:
    local = await world.service.local_account()
    reader = (await world.service.new_key(local, scopes=("read",))).text
    async with world.client(reader) as client:
        assert (await client.get("/v9/fixed/")).text == "fixed"
        assert (await client.get("/v9/admin")).json()["oops"] == "permission_denied"
        assert (await client.post("/v9/jobs", json={})).status_code == 403
        answer = await client.get("/v9/stream")
        assert (answer.text, answer.headers["content-type"]) == (
            "data: 0\n\ndata: 1\n\ndata: 2\n\n",
            "text/event-stream; charset=utf-8",
        )
        assert answer.headers["x-vendor-id"] == answer.headers["x-request-id"]
    async with world.client(None) as client:
        assert (await client.get("/v9/public")).json()["account"] == ""
        assert (await client.get("/v9/fixed")).status_code == 401
        assert (await client.get("/v9/x/y/z")).json() == {"oops": 404}


async def test_raw_bodies_are_bounded_and_known_by_their_fingerprint(world: World) -> None:
    async with world.client() as client:
        one = (await client.put("/v9/raw/1", content=b"\0" * 100)).json()
        assert (one["size"], one["path"]) == (100, {"n": "1"})
        assert one["fingerprint"] == (await client.put("/v9/raw/1", content=b"\0" * 100)).json()["fingerprint"]
        assert one["fingerprint"] != (await client.put("/v9/raw/2", content=b"\0" * 100)).json()["fingerprint"]
        assert (await client.put("/v9/raw/1", content=b"x" * 101)).status_code == 413


async def test_pictures_come_as_url_data_base64_file_and_own_link(world: World) -> None:
    data = picture()
    text = base64.b64encode(data).decode()
    local = await world.service.local_account()
    upload = await world.service.put_upload(local, data, name="cat.png")
    own = world.app.state.context.links.url("http://elsewhere.example", upload.id, "cat.png")
    with Site({"/cat": (200, {}, data), "/text": (200, {}, b"hello")}) as site:
        async with world.client() as client:
            digests = set()
            for value in (site.url + "/cat", f"data:image/png;base64,{text}", text, own):
                answer = await client.post("/v9/jobs", json={"images": value})
                assert answer.status_code == 201, answer.text
                digests.add(answer.json()["sha256"][0])
            files = {"images": ("x.png", data, "image/png")}
            digests.add((await client.post("/v9/jobs", files=files)).json()["sha256"][0])
            assert digests == {upload.sha256}
            mesh = base64.b64encode(OBJ).decode()
            assert (await client.post("/v9/jobs", json={"images": [], "model": mesh})).status_code in (201, 400)
            for bad, code in (
                *(
                    (site.url + "/text", "bad_image"),
                    (site.url + "/none", "fetch_failed"),
                    ("http://10.0.0.1/", "fetch_failed"),
                ),
                *(("file:///etc/passwd", "fetch_failed"), ("!!", "fetch_failed"), (own[:-5] + "x.png", "fetch_failed")),
            ):
                answer = await client.post("/v9/jobs", json={"images": bad})
                assert (answer.json()["oops"], answer.json()["field"]) == (code, "images"), bad


async def test_an_idempotency_key_over_http(world: World) -> None:
    text = base64.b64encode(picture()).decode()
    headers = {"Idempotency-Key": "k1"}
    async with world.client() as client:
        first = await client.post("/v9/jobs", json={"images": text}, headers=headers)
        again = await client.post("/v9/jobs", json={"images": text}, headers=headers)
        assert first.json()["id"] == again.json()["id"]
        other = await client.post("/v9/jobs", json={"images": text, "x": 1}, headers=headers)
        assert (other.status_code, other.json()["oops"]) == (409, "idempotency_conflict")


async def test_parts_go_to_signed_links(world: World) -> None:
    local, data = await world.service.local_account(), picture()
    links = world.app.state.context.links
    upload = await world.service.create_upload(local, name="a.png", kind="image", size=len(data), parts=2)
    urls = [links.part_url("http://maquette.test", upload.id, n) for n in (1, 2)]
    async with world.client(None) as client:
        assert (await client.put(urls[0], content=data[:50])).status_code == 200
        assert (await client.put(urls[0][:-1] + "2", content=b"x")).status_code == 403
        assert (await client.put(urls[1][:-1] + "3", content=b"x")).status_code == 403
        assert (await client.get(urls[0])).status_code == 405
        assert (await client.put(urls[1], content=data[50:] + b"more")).status_code == 400
        assert (await client.put(urls[1], content=data[50:])).json() == {"number": 2, "size": len(data) - 50}
        done = await world.service.complete_upload(local, upload.id)
        link = links.url("http://maquette.test", done.id, done.name)
        assert (await client.get(link)).content == data
        world.clock.ahead = 25 * 3600
        assert (await client.put(urls[0], content=b"x")).status_code == 403


async def test_rates_are_the_accounts(world: World) -> None:
    from maquette.jobs import accounts

    local = await world.service.local_account()
    await world.service.database.run(accounts.change_account, local.id, {"rate_limit": 2})
    keys = [(await world.service.new_key(local)).text for _ in range(3)]
    seen: list[httpx.Response] = []
    for key in keys:
        async with world.client(key) as client:
            seen.append(await client.get("/v9/fixed"))
    assert [r.status_code for r in seen] == [200, 200, 429]
    assert [r.headers.get("ratelimit-remaining") for r in seen] == ["1", "0", None]
    assert int(seen[2].headers["retry-after"]) >= 1


async def test_only_named_origins_may_call_from_browsers(world: World) -> None:
    asks = {"Origin": "https://app.example", "Access-Control-Request-Headers": "authorization,x-api-key"}
    async with world.client() as client:
        allowed = await client.options("/v9/fixed", headers=asks)
        assert allowed.status_code == 204
        assert allowed.headers["access-control-allow-origin"] == "https://app.example"
        assert allowed.headers["access-control-allow-headers"] == "authorization,x-api-key"
        got = await client.get("/v9/fixed", headers={"Origin": "https://app.example"})
        assert got.headers["access-control-allow-origin"] == "https://app.example"
        assert got.headers["vary"] == "Origin"
        other = await client.get("/v9/fixed", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in other.headers
        assert "access-control-allow-credentials" not in got.headers
