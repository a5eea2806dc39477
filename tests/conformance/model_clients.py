"""Clients of `bang`, `rodin_texture_only` and `polygen`, and releases of other clients that differ from those in `clients`.

As there: the requests and habits of the dossier's §12, none of their code.
"""

from __future__ import annotations

from typing import Any

import requests

from tests.conformance.aiohttp_bytes import aiohttp_multipart
from tests.conformance.clients import Failure, Got, Run, _poll, _post_json, _skill_check


def _collect(run: Run, body: dict[str, Any]) -> Got:
    """Poll by JSON until all jobs are Done, then save every file."""
    task, key = body["uuid"], body["jobs"]["subscription_key"]
    _poll(
        run, task, lambda: [j["status"] for j in _post_json(run, "/status", {"subscription_key": key}).json()["jobs"]]
    )
    entries = _post_json(run, "/download", {"task_uuid": task}).json()["list"]
    files = {e["name"]: requests.get(e["url"], timeout=10).content for e in entries}
    return Got(task, files[entries[0]["name"]], files)


def nodetool_texture(run: Run, model: bytes) -> Got:
    """nodetool: model as `.glb`, image typed by its magic bytes. (It takes 200 and 202 only, which no documented server gives.)"""
    files = [
        ("model", ("model.glb", model, "model/gltf-binary")),
        ("image", ("image_0.png", run.images[0], "image/png")),
    ]
    data = {"prompt": run.prompt or "", "seed": "5", "reference_scale": "1", "escore": "3.5", "material": "PBR"}
    data |= {"geometry_file_format": "glb", "resolution": "Basic"}
    answer = requests.post(
        f"{run.base}/api/v2/rodin_texture_only", headers=run.auth, data=data, files=files, timeout=10
    )
    body = answer.json()
    if answer.status_code >= 400 or body.get("error") or not body.get("uuid"):
        raise Failure(str(body))
    return _collect(run, body)


def nodetool_bang(run: Run, model: bytes) -> Got:
    """nodetool: the model as a file with its words."""
    files = [("model", ("model.glb", model, "model/gltf-binary"))]
    data = {"prompt": run.prompt or "a thing", "strength": "5", "geometry_file_format": "glb", "material": "PBR"}
    body = requests.post(f"{run.base}/api/v2/bang", headers=run.auth, data=data, files=files, timeout=10).json()
    if body.get("error") or not body.get("uuid"):
        raise Failure(str(body))
    return _collect(run, body)


def json_bang(run: Run, asset: str) -> Got:
    """The client that sends `bang` as JSON, and asks `/status` by `task_uuid`."""
    body = _post_json(run, "/bang", {"asset_id": asset, "strength": "6", "geometry_file_format": "glb"}).json()
    if body.get("error") or not body.get("uuid"):
        raise Failure(str(body))
    task = body["uuid"]
    _poll(run, task, lambda: [j["status"] for j in _post_json(run, "/status", {"task_uuid": task}).json()["jobs"]])
    entries = _post_json(run, "/download", {"task_uuid": task}).json()["list"]
    files = {e["name"]: requests.get(e["url"], timeout=10).content for e in entries}
    return Got(task, files[entries[0]["name"]], files)


def later_comfy_polygen(run: Run, model: bytes) -> Got:
    """The later ComfyUI node set: aiohttp with the model as an octet stream."""
    fields = [("geometry_file_format", "glb"), ("mesh_mode", "Quad"), ("quality", "low")]
    content, headers = aiohttp_multipart(fields, [("model", "model.glb", model)])
    answer = requests.post(f"{run.base}/api/v2/polygen", data=content, headers={**run.auth, **headers}, timeout=10)
    if answer.status_code not in (200, 201) or not answer.json().get("uuid"):
        raise Failure(answer.text)
    return _collect(run, answer.json())


def blender_mcp_june(run: Run) -> Got:
    """blender-mcp of June 2026: tier Gen-2.5-Medium. And the vendor's fork, which has no `texture_mode`."""
    parts: list[Any] = [("images", (f"{i:04d}.jpg", data)) for i, data in enumerate(run.images)]
    parts += [("tier", (None, "Gen-2.5-Medium")), ("mesh_mode", (None, "Raw")), ("texture_mode", (None, "high"))]
    parts += [("prompt", (None, run.prompt))] if run.prompt else []
    body = requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, files=parts, timeout=10).json()
    if not body.get("submit_time", False):
        raise Failure(str(body))
    return _collect(run, body)


def vendor_fork(run: Run) -> Got:
    """DeemosTech/blender-mcp-rodin-integration."""
    parts: list[Any] = [("images", (f"{i:04d}.png", data)) for i, data in enumerate(run.images)]
    parts += [("tier", (None, "Sketch")), ("mesh_mode", (None, "Raw")), ("bbox_condition", (None, "[100, 40, 60]"))]
    parts += [("prompt", (None, run.prompt))] if run.prompt else []
    body = requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, files=parts, timeout=10).json()
    if not body.get("submit_time", False):
        raise Failure(str(body))
    return _collect(run, body)


def vendor_skill_25(run: Run) -> Got:
    """The vendor's skill for Gen-2.5: more switches, the same strictness about `error`."""
    data = {"tier": "Gen-2.5-High", "geometry_file_format": "glb", "material": "PBR", "quality": "low"}
    data |= {"use_original_alpha": "true", "TAPose": "false", "preview_render": "false", "mesh_mode": "Raw"}
    data |= {"hd_texture": "true", "texture_delight": "true", "texture_mode": "high", "is_micro": "false"}
    data |= {"geometry_instruct_mode": "faithful"}
    if run.prompt:
        data["prompt"] = run.prompt
    files = [("images", ("photo.png", image)) for image in run.images]
    body = _skill_check(
        requests.post(f"{run.base}/api/v2/rodin", headers=run.auth, data=data, files=files, timeout=300)
    )
    got = _collect(run, body)
    for path, fields in (("/status", {"task_uuid": got.task}), ("/download", {"task_uuid": got.task})):
        _skill_check(_post_json(run, path, fields))
    return got


RELEASES = (blender_mcp_june, vendor_fork, vendor_skill_25)
STRICT = {vendor_skill_25}
