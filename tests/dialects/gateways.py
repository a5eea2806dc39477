"""What the tests of the resellers' dialects share: an installation with all of them and a test key, and their pages' tables."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
import uvicorn

from maquette.dialects import gateway
from maquette.dialects.fal import dialect as fal
from maquette.dialects.forms import Form
from maquette.dialects.pixazo import dialect as pixazo
from maquette.dialects.replicate import dialect as replicate
from maquette.dialects.rodin import dialect as rodin
from maquette.errors import InvalidRequest
from maquette.jobs.identity import Account
from maquette.jobs.sql import now
from maquette.jobs.tables import deliveries
from maquette.request import GenerationRequest
from maquette.server.app import create_app, webhook_runner
from tests.server.harness import Loopback, World, open_world, picture

DIALECTS = (rodin, pixazo, fal, replicate)
ROOT = next(p for p in Path(__file__).parents if (p / "pyproject.toml").exists())
LIVE = Account("a", "a", 10, False)
PICTURE = "data:image/png;base64," + base64.b64encode(picture()).decode()


@dataclass
class Gateways(World):
    """An installation with every reseller's dialect."""

    test_key: str = ""

    def sending(self, **headers: str) -> httpx.AsyncClient:
        """An in-process client with these headers (underscores are hyphens) and no other key."""
        client = self.client(None)
        client.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
        return client

    async def deliver(self, rounds: int = 4) -> None:
        """Send all webhooks that are due."""
        runner = webhook_runner(self.app, self.service)
        for _ in range(rounds):
            await runner.round()
            await runner.drain()
            await self.service.database.run(lambda c: c.execute(sa.update(deliveries).values(next_at=now())))


@asynccontextmanager
async def open_gateways(folder: Path, **values: Any) -> AsyncIterator[Gateways]:
    """In `folder`; `values` are settings."""
    async with open_world(folder, **values) as world:
        world.app = create_app(world.settings, world.service, dialects=DIALECTS, clock=world.clock)
        test = await world.service.new_key(await world.service.local_account(), mode="test")
        yield Gateways(**vars(world), test_key=test.text)


class GatewayLoopback(Loopback):
    """The same behind uvicorn on 127.0.0.1, with its webhook runner."""

    world: Gateways

    async def _run(self) -> None:
        async with open_gateways(self._folder, **self._values) as self.world:
            config = uvicorn.Config(self.world.app, log_level="warning", lifespan="off", proxy_headers=False)
            self._server = uvicorn.Server(config)
            self._ready.set()
            async with webhook_runner(self.world.app, self.world.service):
                await self._server.serve(sockets=[self._socket])


def table(text: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, cells without back-ticks."""
    section = text.split(f"\n{heading}\n", 1)[1]
    lines = re.search(r"(?:^\|.*\n)+", section, re.MULTILINE).group().splitlines()
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


def ask(
    model: gateway.Model, fields: dict[str, Any], pictures: int = 1, account: Account = LIVE, images: str = ""
) -> GenerationRequest:
    """The request of one submission with so many pictures under the documented or another name."""
    links = {images or model.images[0]: [["https://example.com/a.png"] * pictures]} if pictures else {}
    form = Form({**links, **{name: [value] for name, value in fields.items()}}, {}, "json")
    return gateway.order(model, form, account, dialect="x", engine="inflation").request


def check_row(model: gateway.Model, row: list[str]) -> None:
    """A row (field, example, other fields, claim, result) of a page is true of a model."""
    name, example, others, claim, result = row
    fields = dict(pair.split("=", 1) for pair in re.split(r" (?=\w+=)", others)) if others else {}
    pictures, images = 1, ""
    if name in model.images:
        images = name
        pictures = int(example.split()[0])
    else:
        fields[name] = example
    if claim == "refused":
        with pytest.raises(InvalidRequest) as caught:
            ask(model, fields, pictures, images=images)
        assert caught.value.field == name
        return
    request = ask(model, fields, pictures, images=images)
    said = [w for w in request.warnings if w.startswith(name)]
    if result:
        attribute, value = result.split("=", 1)
        assert str(getattr(request, attribute)) == value
    if claim == "supported":
        assert request.warnings == ()
    else:
        assert len(said) == 1, request.warnings
        assert ("ignored" in said[0]) == (claim == "ignored")
        assert claim in ("corrected", "ignored")


def listed_endpoints(rows: list[list[str]]) -> set[tuple[str, str]]:
    """(path, method) of the rows of an endpoint table."""
    return {(row[0], method) for row in rows for method in row[1].split(", ")}


async def until_final(client: Any, url: str, done: Any) -> Any:
    """Ask until `done(body)`; for test keys, whose jobs end by themselves."""
    for _ in range(600):
        body = (await client.get(url)).json()
        if done(body):
            return body
        await asyncio.sleep(0.05)
    raise AssertionError(body)
