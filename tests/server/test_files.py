"""Downloads by link: whole, head, ranges, validators, CORS, expiry, tampering."""

from __future__ import annotations

import hashlib

import pytest
import pytest_asyncio

from tests.server.harness import picture
from tests.server.plan import GLB

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def urls(world):
    async with world.client() as client:
        answer = await client.post("/api/v2/rodin", files={"images": ("a.png", picture())}, data={"material": "All"})
        world.worker.finish(answer.json()["uuid"])
        answer = await client.post("/api/v2/download", json={"task_uuid": answer.json()["uuid"]})
    return {f["name"]: f["url"] for f in answer.json()["list"]}


async def test_the_whole_file_without_credentials(world, urls):
    async with world.client(None, follow_redirects=False) as client:
        answer = await client.get(urls["base_basic_pbr.glb"], headers={"Accept-Encoding": "gzip, br"})
    assert (answer.status_code, answer.content) == (200, GLB)
    headers = answer.headers
    assert headers["content-type"] == "model/gltf-binary"
    assert headers["content-length"] == str(len(GLB))
    assert headers["etag"] == f'"{hashlib.sha256(GLB).hexdigest()}"'
    assert headers["accept-ranges"] == "bytes"
    assert headers["content-disposition"].startswith('inline; filename="base_basic_pbr.glb"')
    assert headers["access-control-allow-origin"] == "*"
    assert headers["x-content-type-options"] == "nosniff"
    assert "content-encoding" not in headers


async def test_head_and_preflight(world, urls):
    async with world.client(None) as client:
        head = await client.head(urls["preview.webp"])
        assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", "image/webp")
        assert head.headers["content-length"] == "112"
        head = await client.head(urls["preview.webp"], headers={"Range": "bytes=0-0"})
        assert (head.status_code, head.headers["content-length"]) == (200, "112")
        preflight = await client.options(urls["preview.webp"])
        assert preflight.status_code == 204
        assert "Range" in preflight.headers["access-control-allow-headers"]
        posted = await client.post(urls["preview.webp"])
        assert posted.status_code == 405


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=100-", 100, len(GLB)),
        ("bytes=-5", len(GLB) - 5, len(GLB)),
        ("bytes=0-999999999", 0, len(GLB)),
        ("bytes=-999999999", 0, len(GLB)),
        (f"bytes={len(GLB) - 1}-", len(GLB) - 1, len(GLB)),
    ],
)
async def test_ranges(world, urls, header, start, end):
    async with world.client(None) as client:
        answer = await client.get(urls["base_basic_pbr.glb"], headers={"Range": header})
    assert (answer.status_code, answer.content) == (206, GLB[start:end])
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{len(GLB)}"
    assert answer.headers["content-length"] == str(end - start)


@pytest.mark.parametrize(
    "header", ["bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "lines=0-1", "bytes=0-1,4-5", "bytes=" + "9" * 99 + "-"]
)
async def test_ranges_that_are_not_served_give_the_whole_file(world, urls, header):
    async with world.client(None) as client:
        answer = await client.get(urls["base_basic_pbr.glb"], headers={"Range": header})
    assert (answer.status_code, answer.content) == (200, GLB)


@pytest.mark.parametrize("header", [f"bytes={len(GLB)}-", "bytes=999999999-", "bytes=-0"])
async def test_ranges_outside(world, urls, header):
    async with world.client(None) as client:
        answer = await client.get(urls["base_basic_pbr.glb"], headers={"Range": header})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(GLB)}")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_validators(world, urls):
    url = urls["base_basic_pbr.glb"]
    async with world.client(None) as client:
        etag = (await client.head(url)).headers["etag"]
        for value in (etag, f'"x", W/{etag}', "*"):
            answer = await client.get(url, headers={"If-None-Match": value})
            assert (answer.status_code, answer.content) == (304, b"")
        assert (await client.get(url, headers={"If-None-Match": '"x"'})).status_code == 200
        assert (await client.get(url, headers={"If-Range": etag, "Range": "bytes=0-0"})).status_code == 206
        assert (await client.get(url, headers={"If-Range": '"x"', "Range": "bytes=0-0"})).status_code == 200


async def test_altered_links(world, urls):
    url = urls["base_basic_pbr.glb"]
    token = url.split("/files/")[1].split("/")[0]
    expires, asset, signature = token.split(".")
    altered = [
        url.replace(expires, str(int(expires) + 1)),
        url.replace(asset, asset[:-1] + "A"),
        url.replace(signature, signature[:-1] + ("A" if signature[-1] != "A" else "B")),
        url.replace("base_basic_pbr.glb", "base_basic_shaded.glb"),
        url.replace(token, "x"),
        urls["base_basic_shaded.glb"].replace("base_basic_shaded.glb", "base_basic_pbr.glb"),
    ]
    async with world.client(None) as client:
        for bad in altered:
            answer = await client.get(bad)
            assert (answer.status_code, answer.json()["code"]) == (403, "link_expired"), bad
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["access-control-allow-origin"] == "*"
        assert (await client.get("http://maquette.test/files/x/../../etc/passwd")).status_code == 404


async def test_expired_links_are_403_and_a_fresh_list_works_again(world, urls):
    url = urls["base_basic_pbr.glb"]
    async with world.client() as client:
        world.clock.ahead = world.settings.link_seconds + 2
        try:
            answer = await client.get(url)
            assert (answer.status_code, answer.json()["code"]) == (403, "link_expired")
            assert "expired" in answer.json()["detail"]
        finally:
            world.clock.ahead = 0
        assert (await client.get(url)).status_code == 200


async def test_a_file_that_is_gone_is_404(world, urls):
    async with world.client() as client:
        answer = await client.post("/api/v2/rodin", files={"images": ("a.png", picture())})
        task = answer.json()["uuid"]
        world.worker.finish(task)
        url = (await client.post("/api/v2/download", json={"task_uuid": task})).json()["list"][0]["url"]
        world.worker.blobs.delete_prefix(f"assets/{task}/")
        answer = await client.get(url)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
