"""Refusals: no key, wrong key, missing scope, another account's ids, bad input, limits; all as problem documents."""

from __future__ import annotations

import json
import re
import uuid

import pytest
import pytest_asyncio

from maquette import errors as tree
from maquette.dialects.native.errors import PROBLEMS, InvalidFields, NotFinished, document, refuse, refuse_http
from maquette.dialects.native.operations import OPERATIONS
from maquette.errors import _subclasses
from maquette.server.limits import BodyTooLarge
from tests.dialects.native.conftest import open_native
from tests.dialects.native.test_native_jobs import API, DATA_URL, submit
from tests.server.harness import picture

PRIVATE = [o for o in OPERATIONS if not o.public]
IDS = [o for o in PRIVATE if re.search(r"{\w+_id}", o.path)]


def is_problem(answer, status):
    """The members of a problem, in agreement with the answer."""
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"]) == (status, status), problem
    assert {"type", "title", "status", "detail", "code", "retryable"} <= set(problem)
    assert problem["type"] == f"{API}/docs#error-{problem['code']}"
    assert problem["code"] in PROBLEMS
    return problem


def url(operation, **ids):
    path = operation.path
    for name in re.findall(r"{(\w+)}", path):
        path = path.replace(f"{{{name}}}", str(ids.get(name, 1 if name == "number" else uuid.uuid4())))
    return API + path


def sent(operation):
    """A body that is good for the operation."""
    if operation.encoding == "raw":
        return {"content": b"x", "params": {"name": "a.png"}}
    return {"json": operation.sent} if operation.body else {}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def owned(world):
    """Real ids of the first account."""
    async with world.client() as client:
        hook = (await client.post(f"{API}/webhooks", json={"url": "http://127.0.0.1:9/x"})).json()
        job = await submit(client)
        world.worker.finish(job["id"])
        job = (await client.get(f"{API}/jobs/{job['id']}")).json()
        upload = (await client.post(f"{API}/uploads", files={"file": ("a.png", picture())})).json()
        delivery = (await client.get(f"{API}/deliveries")).json()["data"][0]
    ids = {"job_id": job["id"], "asset_id": job["assets"][0]["id"], "upload_id": upload["id"]}
    return ids | {"webhook_id": hook["id"], "delivery_id": delivery["id"]}


def test_every_error_of_the_tree_has_its_problem():
    for cls in {*_subclasses(tree.MaquetteError), BodyTooLarge} - {InvalidFields}:
        if cls.__module__ not in ("maquette.errors", "maquette.server.limits", NotFinished.__module__):
            continue  # other dialects' own
        problem = document(cls("Say why. Say what to do.", field="a", retry_after=1.2))
        assert (problem["status"], problem["code"]) == (cls.http_status, cls.code)
        assert PROBLEMS[cls.code][:2] == (cls.http_status, problem["title"])
        assert (problem["retry_after"], problem["field"]) == (2, "a")
    faults = document(InvalidFields.of([("a", "Is bad."), ("b", "Is worse.")]))
    assert faults["detail"] == "a: Is bad. 1 more are listed under errors."
    assert faults["errors"] == [{"field": "a", "detail": "Is bad."}, {"field": "b", "detail": "Is worse."}]
    assert refuse(tree.Unavailable("Later.")).headers["Retry-After"] == "5"
    assert refuse(tree.Unauthorized("No.")).headers["WWW-Authenticate"].startswith("Bearer")
    assert refuse_http(405, "No.").body["code"] == "method_not_allowed"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("operation", PRIVATE, ids=lambda o: o.id)
async def test_no_key_and_wrong_keys_are_refused(world, operation):
    wrong = "mq_live_" + "a" * 10 + "_" + "b" * 38
    for key in (None, wrong, "é" * 10):
        headers = {} if key is None else {"Authorization": f"Bearer {key}".encode()}
        async with world.client(None) as client:
            answer = await client.request(operation.method, url(operation), headers=headers, **sent(operation))
        problem = is_problem(answer, 401)
        assert problem["code"] == "unauthorized"
        assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("operation", PRIVATE, ids=lambda o: o.id)
async def test_a_key_needs_the_scope(world, operation):
    others = [s for s in ("read", "generate", "upload", "webhooks", "admin") if s != operation.needs]
    account = await world.service.local_account()
    key = (await world.service.new_key(account, scopes=others)).text
    async with world.client(key) as client:
        problem = is_problem(await client.request(operation.method, url(operation), **sent(operation)), 403)
    assert (problem["code"], f"'{operation.needs}'" in problem["detail"]) == ("permission_denied", True)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("operation", IDS, ids=lambda o: o.id)
async def test_ids_of_others_and_of_nobody_are_not_found(world, owned, operation):
    async with world.client(world.other_key) as client:
        for ids in (owned, {}, dict.fromkeys(owned, "x'\x00"), dict.fromkeys(owned, "1" * 500)):
            path = url(operation, **{k: re.sub(r"\W", "%00", v) for k, v in ids.items()})
            answer = await client.request(operation.method, path, **sent(operation))
            assert is_problem(answer, 404)["code"] == "not_found"
            assert not any(value in answer.text for value in owned.values())


@pytest.mark.asyncio(loop_scope="module")
async def test_in_bodies_ids_of_others_are_not_found(world, owned):
    async with world.client(world.other_key) as client:
        for field, value in (
            ("images", [owned["upload_id"]]),
            ("images", [owned["asset_id"]]),
            ("mesh", owned["asset_id"]),
        ):
            problem = is_problem(await client.post(f"{API}/jobs", json={field: value}), 404)
            assert problem["field"].startswith(field)
        listed = [
            (await client.get(f"{API}{p}")).json()["data"] for p in ("/jobs", "/uploads", "/webhooks", "/deliveries")
        ]
        assert not any(listed)


BAD = [
    ({}, "images"),
    ({"images": []}, "images"),
    ({"images": [DATA_URL] * 6}, "images"),
    ({"images": [DATA_URL], "views": ["F", "L"]}, "views"),
    ({"images": [DATA_URL], "views": ["X"]}, "views[0]"),
    ({"images": ["http://169.254.169.254/latest/meta-data"]}, "images[0]"),
    ({"images": ["file:///etc/passwd"]}, "images[0]"),
    ({"images": ["not base64!"]}, "images[0]"),
    ({"images": [5]}, "images[0]"),
    ({"images": DATA_URL}, "images"),
    ({"mesh": "data:;base64,AAAA"}, "mesh"),
    ({"tier": "Best"}, "tier"),
    ({"engine": "magic"}, "engine"),
    ({"faces": 499}, "faces"),
    ({"faces": 2_000_001}, "faces"),
    ({"topology": "ngons"}, "topology"),
    ({"texture_size": 1000}, "texture_size"),
    ({"formats": []}, "formats"),
    ({"formats": ["glb", "max"]}, "formats[1]"),
    ({"lods": [0.1, 0.5]}, "lods"),
    ({"bbox": [1, 2]}, "bbox"),
    ({"bbox": [1, 2, 1000]}, "bbox"),
    ({"seed": -1}, "seed"),
    ({"material": "keep"}, "material"),
    ({"uv": "keep"}, "uv"),
    (
        {
            "mesh": "data:model/obj;base64,diAwIDAgMAp2IDEgMCAwCnYgMCAxIDAKZiAxIDIgMwo=",
            "material": "keep",
            "prompt": "red",
        },
        "material",
    ),
    ({"metadata": {"a": "x" * 17_000}}, "metadata"),
    ({"metadata": [1]}, "metadata"),
    ({"name": "x" * 201}, "name"),
    ({"webhook_url": "http://10.1.2.3/"}, "webhook_url"),
    ({"webhook_events": ["job.lost"]}, "webhook_events[0]"),
    ({"face": 900}, "face"),
]


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("body", "field"), BAD, ids=lambda v: v if isinstance(v, str) else "")
async def test_bad_input_names_the_field(world, body, field):
    body = ({} if set(body) & {"images", "mesh"} or not body else {"images": [DATA_URL]}) | body
    async with world.client() as client:
        answer = await client.post(f"{API}/jobs", json=body)
    problem = answer.json()
    assert answer.status_code in (400, 404, 413, 422), problem
    is_problem(answer, answer.status_code)
    assert problem["field"] == field, problem
    assert problem["errors"][0]["field"] == field
    assert len(problem["detail"]) > 20


@pytest.mark.asyncio(loop_scope="module")
async def test_hostile_json_is_refused_or_taken_never_a_crash(world):
    bodies = [
        b'{"images": ["%s"], "metadata": {"a": NaN}}' % DATA_URL.encode(),
        b'{"metadata": ' + b'{"a":' * 40 + b"1" + b"}" * 41,
        b'{"seed": 1e400}',
        b'{"faces": 99999999999999999999999}',
        b'["a"]',
        b"{",
        b'{"\\ud800": 1}',
    ]
    async with world.client() as client:
        for body in bodies:
            answer = await client.post(f"{API}/jobs", content=body, headers={"Content-Type": "application/json"})
            is_problem(answer, answer.status_code)
            assert answer.status_code in (400, 422)
        # the reader's json takes escaped surrogates; what is kept is text that every encoder takes
        body = json.dumps(
            {"images": [DATA_URL], "metadata": {"\ud800": "a\0b", "n": 1.5}, "name": "a\0b\ud800"}
        ).encode()
        answer = await client.post(f"{API}/jobs", content=body, headers={"Content-Type": "application/json"})
        job = answer.json()
        assert (job["name"], job["metadata"]) == ("ab?", {"?": "ab", "n": 1.5})


@pytest.mark.asyncio(loop_scope="module")
async def test_misspelt_fields_and_several_faults(world):
    async with world.client() as client:
        answer = await client.post(
            f"{API}/jobs", json={"images": [DATA_URL], "textre_size": 512, "faces": 1, "seed": "a"}
        )
    problem = is_problem(answer, 400)
    assert {e["field"] for e in problem["errors"]} == {"textre_size", "faces", "seed"}
    assert any("Did you mean texture_size?" in e["detail"] for e in problem["errors"])


@pytest.mark.asyncio(loop_scope="module")
async def test_unknown_paths_methods_and_sizes(world):
    async with world.client() as client:
        assert is_problem(await client.get(f"{API}/nothing"), 404)["code"] == "not_found"
        answer = await client.put(f"{API}/jobs", json={})
        assert is_problem(answer, 405)["code"] == "method_not_allowed"
        headers = {"Content-Length": str(10**10)}
        answer = await client.post(f"{API}/jobs", content=b"{}", headers=headers)
        assert is_problem(answer, 413)["code"] == "body_too_large"


@pytest.mark.asyncio(loop_scope="module")
async def test_limits_say_when_to_come_again(tmp_path):
    async with open_native(tmp_path, parallel_limit=1, rate_limit=4) as small, small.client() as client:
        await submit(client)
        answer = await client.post(f"{API}/jobs", json={"images": [DATA_URL]})
        problem = is_problem(answer, 429)
        assert (problem["code"], answer.headers["retry-after"], problem["retry_after"]) == ("parallelism_limit", "5", 5)
        answers = [await client.get(f"{API}/account") for _ in range(3)]
        problem = is_problem(answers[-1], 429)
        assert problem["code"] == "rate_limited"
        assert int(answers[-1].headers["retry-after"]) == problem["retry_after"] > 0
        assert answers[0].headers["ratelimit-limit"] == "4"
