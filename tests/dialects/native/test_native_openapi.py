"""The OpenAPI document: valid, complete, its examples true; and the running API keeps to it, whatever is sent."""

from __future__ import annotations

import asyncio
import os

import httpx
import pytest
import uvicorn
from hypothesis import HealthCheck, Phase, given, seed, settings
from jsonschema import Draft202012Validator

from maquette.dialects.native import dialect
from maquette.dialects.native.errors import PREFIX, PROBLEMS
from maquette.dialects.native.openapi import codes, document, problem_example
from maquette.dialects.native.operations import OPERATIONS
from tests.dialects.native.conftest import open_native
from tests.server.harness import Loopback, picture

DOCUMENT = document()
EXAMPLES = int(os.environ.get("MAQUETTE_SCHEMA_EXAMPLES", "8"))
"""For each operation; the whole run stays under a minute."""


def validator(schema):
    whole = {"$ref": "#/schema", "schema": schema, "components": DOCUMENT["components"]}
    return Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)


def contents(record):
    """`(media type, content)` of a body or of an answer."""
    return record.get("content", {}).items()


def test_the_document_is_valid_openapi_31():
    from openapi_spec_validator import OpenAPIV31SpecValidator

    OpenAPIV31SpecValidator(DOCUMENT).validate()
    assert DOCUMENT["openapi"].startswith("3.1")


def test_every_endpoint_is_described_and_nothing_else():
    routed = {(m.lower(), e.path) for e in dialect.endpoints for m in e.methods if not e.path.endswith((".css", ".js"))}
    described = {(m, path) for path, item in DOCUMENT["paths"].items() for m in item}
    assert described == routed
    ids = [o["operationId"] for item in DOCUMENT["paths"].values() for o in item.values()]
    assert len(set(ids)) == len(ids) == len(OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: o.id)
def test_examples_are_true(operation):
    record = DOCUMENT["paths"][PREFIX + operation.path][operation.method.lower()]
    assert record["summary"]
    checked = 0
    for media_type, content in contents(record.get("requestBody", {})):
        if media_type == "application/json":
            validator(content["schema"]).validate(content["example"])
            operation.body.model_validate(content["example"])
            checked += 1
    for status, answer in record["responses"].items():
        assert answer["description"]
        for _, content in contents(answer):
            for example in [content.get("example"), *(e["value"] for e in content.get("examples", {}).values())]:
                if example is not None:
                    validator(content["schema"]).validate(example)
                    checked += 1
        if int(status) >= 400 and status != "503":
            assert set(answer["content"]) == {"application/problem+json"}
    assert checked or operation.returns[1] is None
    assert set(codes(operation)) <= set(PROBLEMS)


def test_every_problem_has_an_example():
    for code in PROBLEMS:
        validator({"$ref": "#/components/schemas/Problem"}).validate(problem_example(code))


class Server(Loopback):
    """The native API on loopback."""

    async def _run(self) -> None:
        async with open_native(self._folder, **self._values) as self.world:
            account = await self.world.service.local_account()
            self.key = (await self.world.service.new_key(account, mode="test")).text
            self._server = uvicorn.Server(
                uvicorn.Config(self.world.app, log_level="warning", lifespan="off", proxy_headers=False)
            )
            self._ready.set()
            await self._server.serve(sockets=[self._socket])


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("fuzz"), parallel_limit=10**6, fetch_seconds=1.0) as running:
        with httpx.Client(base_url=running.url, headers={"x-api-key": running.key}) as client:
            job = client.post(f"{PREFIX}/jobs", json={"prompt": "maquette:fail maquette:slow=0"}).json()
            running.ids = {"job_id": job["id"]}
            body = {"name": "a.png", "kind": "image", "size": 5, "parts": 2}
            running.ids["upload_id"] = client.post(f"{PREFIX}/uploads/multipart", json=body).json()["id"]
            client.post(f"{PREFIX}/uploads", files={"file": ("a.png", picture())})
        yield running


def _fuzzed():
    # streams are read to their end elsewhere; the document and its page have no input
    return [o for o in OPERATIONS if o.media_type != "text/event-stream" and o.tag != "Server"]


@pytest.fixture(scope="module")
def schema():
    import schemathesis

    return schemathesis.openapi.from_dict(DOCUMENT)


@pytest.mark.parametrize("operation", _fuzzed(), ids=lambda o: o.id)
def test_the_api_keeps_to_its_document(server, schema, operation):
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    checks.append(response_headers_conformance)
    described = schema[PREFIX + operation.path][operation.method]

    @seed(1)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=described.as_strategy())
    def run(case):
        for name, value in server.ids.items():  # else nearly every path would be 404
            if name in (case.path_parameters or {}) and len(str(case.query)) % 2 == 0:
                case.path_parameters[name] = value
        case.call_and_validate(base_url=server.url, headers={"x-api-key": server.key}, checks=checks, timeout=30)

    run()


def test_described_keys_are_needed(server):
    """Operations that name a security scheme refuse without a key; public ones do not."""

    async def ask():
        async with httpx.AsyncClient(base_url=server.url) as client:
            for o in _fuzzed():
                path = o.path.replace("{number}", "1")
                for name in ("job_id", "asset_id", "upload_id", "webhook_id", "delivery_id"):
                    path = path.replace(f"{{{name}}}", "00000000-0000-4000-8000-000000000000")
                answer = await client.request(o.method, PREFIX + path)
                assert (answer.status_code == 401) != o.public, path

    asyncio.run(ask())
