"""Faithful generators of what public Rodin clients send, and their own tests of what comes back.

Each function is one client of the dossier's matrix (§12): the same library, the same order and encoding of fields, the same success
tests and the same choice of file. None of their code is here; the requests and habits are. `Failure` is the client saying "failed".
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import requests

from tests.conformance.aiohttp_bytes import aiohttp_multipart

STATES = ("Waiting", "Generating", "Done", "Failed")


class Failure(Exception):
    """The client gives up; its text is what the client would show."""


@dataclass
class Run:
    """One run of a client: where the server is, what it is given, and what happens between its polls."""

    base: str
    key: str
    images: Sequence[bytes] = ()
    prompt: str | None = None
    submitted: Callable[[str], None] = lambda task: None
    """Called with the task's uuid after the first poll; the test ends the job there."""
    extra: dict[str, Any] = field(default_factory=dict)
    max_polls: int = 20

    @property
    def auth(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}


@dataclass
class Got:
    """What the client ends with: its one chosen model, and all files that it saved."""

    task: str
    model: bytes
    files: dict[str, bytes]


def _poll(run: Run, task: str, ask: Callable[[], list[str]]) -> None:
    for count in range(run.max_polls):
        states = ask()
        if states and all(s == "Done" for s in states):
            return
        if "Failed" in states:
            raise Failure("a job failed")
        if count == 0:
            run.submitted(task)
    raise Failure("gave up")


def _post_json(run: Run, path: str, body: dict[str, str], prefix: str = "/api/v2") -> requests.Response:
    return requests.post(f"{run.base}{prefix}{path}", headers=run.auth, json=body, timeout=10)


def _post_form(run: Run, path: str, body: dict[str, str]) -> requests.Response:
    return requests.post(f"{run.base}/api/v2{path}", headers=run.auth, data=body, timeout=10)


def blender_mcp(run: Run) -> Got:
    """`requests` with one `files` list, images first; HTTP status never looked at; `submit_time` decides."""
    parts: list[Any] = [("images", (f"{i:04d}.png", data)) for i, data in enumerate(run.images)]
    parts += [("tier", (None, "Sketch")), ("mesh_mode", (None, "Raw")), ("texture_mode", (None, "high"))]
    if run.prompt:
        parts.append(("prompt", (None, run.prompt)))
    parts.append(("bbox_condition", (None, json.dumps([100, 50, 25]))))
    body = requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, files=parts, timeout=10).json()
    if not body.get("submit_time", False):
        raise Failure(str(body))
    task, key = body["uuid"], body["jobs"]["subscription_key"]
    _poll(
        run, task, lambda: [j["status"] for j in _post_json(run, "/status", {"subscription_key": key}).json()["jobs"]]
    )
    for entry in _post_json(run, "/download", {"task_uuid": task}).json()["list"]:
        if entry["name"].endswith(".glb"):
            data = requests.get(entry["url"], stream=True, timeout=10).content
            return Got(task, data, {entry["name"]: data})
    raise Failure("no .glb")


def _comfy_body(answer: requests.Response) -> Any:
    """ComfyUI: 400 and above is an error; strings must be strings or null."""
    if answer.status_code >= 400:
        raise Failure(answer.text)
    body = answer.json()
    for name in ("message", "prompt", "submit_time", "uuid"):
        if not isinstance(body.get(name), (str, type(None))):
            raise Failure(f"{name} is no string")
    if not body.get("uuid"):
        raise Failure(str(body))
    if not isinstance(body["jobs"]["subscription_key"], str) or not all(
        isinstance(u, str) for u in body["jobs"]["uuids"]
    ):
        raise Failure("jobs")
    return body


def _comfy_states(run: Run, key: str) -> list[str]:
    answer = _post_json(run, "/status", {"subscription_key": key}, "/proxy/rodin/api/v2")
    states = [j["status"] for j in answer.json()["jobs"]]
    if any(s not in STATES for s in states):
        raise Failure("closed enum")
    return states


def _comfy_finish(run: Run, task: str, key: str) -> dict[str, bytes]:
    _poll(run, task, lambda: _comfy_states(run, key))
    entries = _post_json(run, "/download", {"task_uuid": task}, "/proxy/rodin/api/v2").json()["list"]
    return {e["name"]: requests.get(e["url"], timeout=10).content for e in entries}


def comfyui_2025(run: Run) -> Got:
    """Core nodes of October 2025: aiohttp through the proxy path, `True`/`False`, Sketch with Quad and 18000; the last `.glb`."""
    fields = [
        ("seed", "7"),
        ("tier", "Sketch"),
        ("material", "PBR"),
        ("quality_override", "18000"),
        ("mesh_mode", "Quad"),
        ("TAPose", "False"),
    ]
    content, headers = aiohttp_multipart(fields, [("images", "images", data) for data in run.images])
    answer = requests.post(
        f"{run.base}/proxy/rodin/api/v2/rodin", data=content, headers={**run.auth, **headers}, timeout=10
    )
    body = _comfy_body(answer)
    files = _comfy_finish(run, body["uuid"], body["jobs"]["subscription_key"])
    return Got(body["uuid"], [data for name, data in files.items() if name.endswith(".glb")][-1], files)


def comfyui_25(run: Run) -> Got:
    """Core nodes of May 2026 for Gen-2.5: repeated array fields, `true`/`false`, unset fields left out."""
    fields = [
        ("tier", "Gen-2.5-Medium"),
        ("seed", "0"),
        ("material", "Shaded"),
        ("geometry_file_format", "glb"),
        ("texture_mode", "medium"),
    ]
    fields += [("prompt", run.prompt)] if run.prompt else []
    fields += [("mesh_mode", "Raw"), ("quality_override", "20000"), ("geometry_instruct_mode", "faithful")]
    fields += [("bbox_condition", "100"), ("bbox_condition", "320"), ("bbox_condition", "100"), ("height", "180")]
    fields += [("TAPose", "false"), ("hd_texture", "true"), ("preview_render", "true"), ("addons", "HighPack")]
    content, headers = aiohttp_multipart(fields, [("images", "images", data) for data in run.images])
    answer = requests.post(
        f"{run.base}/proxy/rodin/api/v2/rodin", data=content, headers={**run.auth, **headers}, timeout=10
    )
    body = _comfy_body(answer)
    files = _comfy_finish(run, body["uuid"], body["jobs"]["subscription_key"])
    return Got(body["uuid"], next(data for name, data in files.items() if name.endswith(".glb")), files)


def _skill_check(answer: requests.Response) -> Any:
    answer.raise_for_status()
    body = answer.json()
    if "error" in body:
        raise Failure(str(body.get("message") or body["error"]))
    return body


def vendor_skill(run: Run) -> Got:
    """The vendor's skill: `requests`, urlencoded without images; the mere key `error` is a failure, in all three calls."""
    data: dict[str, Any] = {"tier": "Sketch", "geometry_file_format": "glb", "material": "PBR", "quality": "medium"}
    data |= {"use_original_alpha": "false", "TAPose": "false", "preview_render": "false", "mesh_mode": "Quad"}
    data |= {"bbox_condition": "100,100,100", "addons": "HighPack", "seed": "12"}
    if run.prompt:
        data["prompt"] = run.prompt
    files = [("images", ("photo.png", image)) for image in run.images]
    body = _skill_check(
        requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, data=data, files=files, timeout=300)
    )
    task, key = body["uuid"], body["jobs"]["subscription_key"]

    def states() -> list[str]:
        jobs = _skill_check(_post_json(run, "/status", {"subscription_key": key}))["jobs"]
        if not jobs:
            raise Failure("no jobs")
        return [j["status"] for j in jobs]

    _poll(run, task, states)
    entries = _skill_check(_post_json(run, "/download", {"task_uuid": task}))["list"]
    files_got = {e["name"]: requests.get(e["url"], timeout=60).content for e in entries}
    return Got(task, files_got[entries[0]["name"]], files_got)


def vendor_mcp(run: Run) -> Got:
    """The vendor's MCP server: async httpx with its 5 s default, always multipart; `mesh_simplify` twice; forms for the rest."""

    async def main() -> Got:
        async with httpx.AsyncClient(headers=run.auth) as client:
            parts: list[Any] = [("condition_mode", (None, "concat")), ("geometry_file_format", (None, "glb"))]
            parts += [("material", (None, "PBR")), ("quality", (None, "medium")), ("use_hyper", (None, "false"))]
            parts += [("tier", (None, "Regular")), ("TAPose", (None, "false")), ("mesh_mode", (None, "Quad"))]
            parts += [("mesh_simplify", (None, "true")), ("mesh_simplify", (None, "false"))]
            parts += [("bbox_condition", (None, "[100, 100, 100]")), ("addons", (None, "HighPack"))]
            parts += [("prompt", (None, run.prompt))] if run.prompt else []
            parts += [("images", (f"{i:04d}.png", data, "image/png")) for i, data in enumerate(run.images)]
            body = (await client.post(f"{run.base}/api/v2/rodin", files=parts)).raise_for_status().json()
            if "uuid" not in body:
                raise Failure(str(body))
            key = body["jobs"]["subscription_key"]
            for count in range(3):
                jobs = (await client.post(f"{run.base}/api/v2/status", data={"subscription_key": key})).json()["jobs"]
                if any(j["status"] in ("Failed", "Canceled") for j in jobs):
                    raise Failure("failed")
                if all(j["status"] == "Done" for j in jobs):
                    break
                if count == 0:
                    await asyncio.to_thread(run.submitted, body["uuid"])
            else:
                raise Failure("not finished")
            entries = (await client.post(f"{run.base}/api/v2/download", data={"task_uuid": body["uuid"]})).json()[
                "list"
            ]
            by_name = {e["name"]: e["url"] for e in entries}
            files = {name: (await httpx.AsyncClient().get(url)).content for name, url in by_name.items()}
            if "preview.webp" not in files or len(files) != len(entries):
                raise Failure("preview or names")
            return Got(body["uuid"], next(d for n, d in files.items() if n.endswith(".glb")), files)

    return asyncio.run(main())


def comfyui_rodin(run: Run) -> Got:
    """The vendor's ComfyUI node pack: files without names or types, `True`/`False`, list as text, urlencoded polls, raw streams."""
    data = {
        "seed": "3",
        "material": "All",
        "quality_override": "18000",
        "mesh_mode": "Quad",
        "tier": "Regular",
        "TAPose": "False",
    }
    data |= {"bbox_condition": "[100, 150, 100]", "height": "0"}
    if run.prompt:
        data["prompt"] = run.prompt
    files = [("images", image) for image in run.images]
    body = requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, data=data, files=files, timeout=10).json()
    if "uuid" not in body:
        raise Failure(str(body))
    task, key = body["uuid"], body["jobs"]["subscription_key"]
    _poll(
        run, task, lambda: [j["status"] for j in _post_form(run, "/status", {"subscription_key": key}).json()["jobs"]]
    )
    saved: dict[str, bytes] = {}
    model = b""
    for entry in _post_form(run, "/download", {"task_uuid": task}).json()["list"]:
        name = entry["name"].split("/")[-1]
        with requests.get(entry["url"], stream=True, timeout=10) as answer:
            saved[name] = answer.raw.read()  # not decoded: a gzip encoding would end up in the file
        if name.endswith((".glb", ".fbx", ".obj", ".stl", ".usdz")):
            model = saved[name]
    return Got(task, model, saved)


def griptape(run: Run) -> Got:
    """Griptape nodes: `.jpg` and `image/jpeg` whatever the bytes are, floats in the box, requested extension first."""
    data = {
        "tier": "Regular",
        "geometry_file_format": "glb",
        "material": "PBR",
        "quality": "medium",
        "seed": "11",
        "mesh_mode": "Raw",
    }
    data |= {"mesh_simplify": "true", "TAPose": "false", "bbox_condition": json.dumps([1.0, 2.0, 3.0])}
    if run.prompt:
        data["prompt"] = run.prompt
    if len(run.images) > 1:
        data["condition_mode"] = "concat"
    files = [("images", (f"image_{i + 1}.jpg", image, "image/jpeg")) for i, image in enumerate(run.images)]
    answer = requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, data=data, files=files, timeout=10)
    answer.raise_for_status()
    body = answer.json()
    task, key = body.get("uuid"), (body.get("jobs") or {}).get("subscription_key")
    if not task or not key:
        raise Failure(str(body))

    def states() -> list[str]:
        jobs = _post_json(run, "/status", {"subscription_key": key}).json()["jobs"]
        return [j["status"] for j in jobs if j["uuid"]]

    _poll(run, task, states)
    entries = _post_json(run, "/download", {"task_uuid": task}).json()["list"]
    files_got = {e["name"]: requests.get(e["url"], timeout=10).content for e in entries}
    return Got(task, next(d for n, d in files_got.items() if n.lower().endswith(".glb")), files_got)


def later_comfy_nodes(run: Run) -> Got:
    """The later Gen-2.5 node set: aiohttp, `ta_pose`, preset or override, 200 and 201 accepted, shows entry 0."""
    fields = [
        ("tier", "Gen-2.5-Minimum"),
        ("material", "PBR"),
        ("mesh_mode", "Raw"),
        ("quality_override", "50000"),
        ("ta_pose", "true"),
    ]
    fields += [("geometry_file_format", "glb"), ("detail_level", "2")]
    fields += [("image_label", '["F"]')] if run.images else []
    fields += [("prompt", run.prompt)] if run.prompt else []
    content, headers = aiohttp_multipart(fields, [("images", "images", data) for data in run.images])
    answer = requests.post(f"{run.base}/api/v2/rodin", data=content, headers={**run.auth, **headers}, timeout=10)
    body = answer.json()
    if answer.status_code not in (200, 201) or not body.get("uuid") or not body["jobs"]["subscription_key"]:
        raise Failure(str(body))
    task, key = body["uuid"], body["jobs"]["subscription_key"]
    _poll(
        run, task, lambda: [j["status"] for j in _post_json(run, "/status", {"subscription_key": key}).json()["jobs"]]
    )
    entries = _post_json(run, "/download", {"task_uuid": task}).json()["list"]
    files = {e["name"]: requests.get(e["url"], timeout=10).content for e in entries}
    return Got(task, files[entries[0]["name"]], files)


STRICT = {vendor_skill}
"""Clients that take the mere presence of `error` for a failure and so need the setting `rodin_error_null=False`."""
PYTHON = (
    blender_mcp,
    comfyui_2025,
    comfyui_25,
    vendor_skill,
    vendor_mcp,
    comfyui_rodin,
    griptape,
    later_comfy_nodes,
)
