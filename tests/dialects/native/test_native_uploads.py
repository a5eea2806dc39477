"""Uploads in each way, and their use in jobs."""

from __future__ import annotations

import base64
import uuid

import pytest

from tests.dialects.native.test_native_jobs import API, DATA_URL
from tests.server.harness import picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
OBJ = b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"


async def test_one_shot_ways_store_the_same(world):
    data = picture()
    async with world.client() as client:
        made = [
            await client.post(f"{API}/uploads", files={"file": ("chair.png", data)}),
            await client.put(f"{API}/uploads", params={"name": "chair.png"}, content=data),
            await client.post(f"{API}/uploads", json={"data": DATA_URL, "name": "chair.png"}),
            await client.post(f"{API}/uploads", json={"data": base64.b64encode(data).decode(), "name": "chair.png"}),
        ]
        assert [a.status_code for a in made] == [201] * 4
        first = made[0].json()
        assert made[0].headers["location"] == f"{API}/uploads/{first['id']}"
        assert (first["status"], first["kind"], first["format"], first["width"]) == ("complete", "image", "png", 64)
        assert len({a.json()["sha256"] for a in made}) == 1
        assert {a.json()["name"] for a in made} == {"chair.png"}
        again = await client.post(f"{API}/uploads", json={"url": first["url"]})
        assert (again.json()["sha256"], again.json()["name"]) == (first["sha256"], "chair.png")
        got = (await client.get(f"{API}/uploads/{first['id']}")).json()
        assert got["sha256"] == first["sha256"]
    async with world.client(None) as nobody:
        assert (await nobody.get(got["url"])).content == data


async def test_uploads_are_named_by_jobs(world):
    async with world.client() as client:
        image = (await client.post(f"{API}/uploads", files={"file": ("a.png", picture())})).json()
        model = (await client.post(f"{API}/uploads", files={"file": ("a.obj", OBJ)})).json()
        assert (model["kind"], model["format"]) == ("model", "obj")
        job = await client.post(
            f"{API}/jobs", json={"images": [image["id"].upper()], "views": ["B"], "mesh": model["id"]}
        )
        assert job.status_code == 201, job.text
        assert job.json()["request"]["images"] == [{"sha256": image["sha256"], "view": "B"}]
        assert job.json()["request"]["mesh"] == {"sha256": model["sha256"], "format": "obj"}
        wrong = await client.post(f"{API}/jobs", json={"images": [image["id"], model["id"]]})
        assert (wrong.status_code, wrong.json()["field"]) == (400, "images[1]")
        gone = await client.post(f"{API}/jobs", json={"images": [str(uuid.uuid4())]})
        assert (gone.status_code, gone.json()["field"]) == (404, "images[0]")


async def test_in_parts_by_link_and_by_key(world):
    data = picture(size=200)
    cut = len(data) // 2
    async with world.client() as client:
        body = {"name": "big.png", "kind": "image", "size": len(data), "parts": 2}
        begun = (await client.post(f"{API}/uploads/multipart", json=body)).json()
        assert (begun["status"], begun["parts"], begun["url"]) == ("pending", 2, None)
        assert [p["number"] for p in begun["part_urls"]] == [1, 2]
        path = f"{API}/uploads/{begun['id']}"
        early = await client.post(f"{path}/complete")
        assert (early.status_code, early.json()["field"]) == (400, "parts")
        second = await client.put(f"{path}/parts/2", content=data[cut:])
        assert (second.status_code, second.json()["size"]) == (200, len(data) - cut)
        assert [p["number"] for p in (await client.get(path)).json()["stored"]] == [2]
        async with world.client(None) as nobody:
            assert (await nobody.put(begun["part_urls"][0]["url"], content=data[:cut])).status_code == 200
        done = (await client.post(f"{path}/complete")).json()
        assert (done["status"], done["width"], done["size"], done["part_urls"]) == ("complete", 200, len(data), None)
        for number in ("3", "0", "x", "99999"):
            assert (await client.put(f"{path}/parts/{number}", content=b"x")).status_code == 400


async def test_a_bad_file_in_parts_fails_with_a_problem(world):
    async with world.client() as client:
        body = {"name": "a.png", "kind": "image", "size": 5, "parts": 1}
        begun = (await client.post(f"{API}/uploads/multipart", json=body)).json()
        await client.put(f"{API}/uploads/{begun['id']}/parts/1", content=b"hello")
        done = (await client.post(f"{API}/uploads/{begun['id']}/complete")).json()
        assert (done["status"], done["error"]["code"]) == ("failed", "bad_image")


async def test_list_and_delete(world):
    async with world.client() as client:
        made = (await client.post(f"{API}/uploads", files={"file": ("z.obj", OBJ)})).json()
        newest = (await client.get(f"{API}/uploads", params={"kind": "model", "limit": 1, "count": "true"})).json()
        assert newest["data"][0]["id"] == made["id"]
        assert newest["total"] >= 1
        assert (await client.get(f"{API}/uploads", params={"kind": "sound"})).json()["field"] == "kind"
        assert (await client.delete(f"{API}/uploads/{made['id']}")).status_code == 204
        assert (await client.get(f"{API}/uploads/{made['id']}")).status_code == 404


async def test_bad_uploads_name_field_and_remedy(world):
    async with world.client() as client:
        bad = [
            (await client.post(f"{API}/uploads", json={}), "file"),
            (await client.post(f"{API}/uploads", json={"url": "http://10.0.0.1/a.png"}), "url"),
            (await client.post(f"{API}/uploads", json={"url": "ftp://example.com/a.png"}), "url"),
            (await client.post(f"{API}/uploads", json={"data": "data:image/png;base64,AAAA"}), "data"),
            (await client.post(f"{API}/uploads", files={"picture": ("a.png", picture())}), "picture"),
            (await client.put(f"{API}/uploads", content=picture()), "name"),
            (await client.put(f"{API}/uploads", params={"name": "a.png"}), "body"),
            (await client.post(f"{API}/uploads/multipart", json={"kind": "image", "size": 5}), "name"),
            (
                await client.post(f"{API}/uploads/multipart", json={"name": "a", "kind": "model", "size": 10**12}),
                "size",
            ),
        ]
    for answer, field in bad:
        problem = answer.json()
        assert 400 <= answer.status_code < 500
        assert (problem["field"], answer.headers["content-type"]) == (field, "application/problem+json"), problem
        assert problem["detail"].rstrip(")").endswith((".", field))
