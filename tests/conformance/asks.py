"""Short ways to ask a `World` in process and to check the shape of what it answers."""

from __future__ import annotations

import httpx

from maquette.request import GenerationRequest
from tests.server.harness import World


async def post(world: World, path: str = "/api/v2/rodin", **kwargs) -> httpx.Response:
    async with world.client() as client:
        return await client.post(path, **kwargs)


async def accepted(world: World, **kwargs) -> dict:
    answer = await post(world, **kwargs)
    body = answer.json()
    assert answer.status_code == 201, body
    assert body["error"] is None, body
    return body


async def refused(
    world: World, code: str = "INVALID_REQUEST", path: str = "/api/v2/rodin", status: int = 201, **kwargs
) -> str:
    answer = await post(world, path, **kwargs)
    assert (answer.status_code, list(answer.json()), answer.json()["error"]) == (status, ["error", "message"], code), (
        answer.text
    )
    return answer.json()["message"]


def images(*pictures: bytes, name: str = "images") -> list[tuple[str, tuple[str, bytes]]]:
    return [("images", (name, data)) for data in pictures]


async def request_of(world: World, body: dict) -> GenerationRequest:
    return (await world.service.get(await world.service.local_account(), body["uuid"])).request
