"""Faithful recordings of what CSM's clients send, in the order in which they do, and of what they index without a default.

The official client `csm-ai` is on no package index that tests can reach. Each function is one of its versions, written from the dossier
(§4.3, §10): the same library, the same headers, fields, success tests and choice of file. None of their code is here. A missing key is a
KeyError, as it would be there; `Failure` is the client saying "failed".
"""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any
from urllib.request import urlretrieve

import requests
from PIL import Image

SESSIONS = "/image-to-3d-sessions"
PATIENCE = 60.0


class Failure(Exception):
    """The client gives up."""


class Client:
    """What all versions share. `base` must not end in a slash; `pause` is the poll interval (2 s and 5 s in the originals)."""

    def __init__(self, base: str, key: str, folder: Path, pause: float = 0.1) -> None:
        self.base, self.key, self.folder, self.pause = base, key, folder, pause
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def headers(self) -> dict[str, str]:
        return {"Content-Type": "application/json", "x-api-key": self.key}

    def post(self, path: str, body: Any = None, *, checked: bool = True) -> Any:
        return self._json(requests.post(f"{self.base}{path}", json=body, headers=self.headers, timeout=100), checked)

    def get(self, path: str) -> Any:
        return self._json(requests.get(f"{self.base}{path}", headers=self.headers, timeout=30), True)

    def _json(self, answer: requests.Response, checked: bool) -> Any:
        if checked and not 200 <= answer.status_code < 300:
            raise Failure(f"HTTP request failed with status code {answer.status_code} ({answer.reason})")
        return answer.json()

    def poll(self, path: str, name: str, done: str, failed: str, working: Collection[str] | None) -> Any:
        """Until `data[name]` is `done`; a word that is neither `failed` nor in `working` is an error, too. None: it is passed over."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            time.sleep(self.pause)
            data = self.get(path)["data"]
            if data[name] == done:
                return data
            if data[name] == failed or (working is not None and data[name] not in working):
                raise Failure(f"{name} is {data[name]}")
        raise Failure("timed out")

    def save(self, url: str, name: str | None = None) -> Path:
        """Plain `urlretrieve`: no key, no retry."""
        target = self.folder / (name or url.split("/")[-1])
        urlretrieve(url, target)
        return target


def as_data_url(picture: Path) -> str:
    """A local picture as PNG."""
    buffer = io.BytesIO()
    Image.open(picture).save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()


def v0_1_9(client: Client, image: str, form: str = "glb", **options: Any) -> Path:
    """G3: only the caller's options; `session_status`; the file's name is the last part of the URL's path."""
    data = client.post(SESSIONS, {"image_url": image, **options})["data"]
    if data["session_status"] == "failed":
        raise Failure("creation failed")
    path = f"{SESSIONS}/{data['session_code']}"
    data = client.poll(path, "session_status", "complete", "failed", None)
    return client.save(data[f"mesh_url_{form}"])


def v0_1_6(client: Client, image: str, form: str = "glb") -> Path:
    """The transition: created by either status, polled on `status`, other words passed over."""
    body = {"image_url": image, "scaled_bbox": [1.0, 1.0, 1.0], "pivot_point": [0.0, 0.0, 0.0]}
    data = client.post(SESSIONS, body)["data"]
    if not (data["session_status"] or data["status"]):
        raise Failure("creation failed")
    data = client.poll(f"{SESSIONS}/{data['session_code']}", "status", "preview_done", "preview_failed", None)
    name = {"obj": "preview_mesh_url"}.get(form, f"preview_mesh_url_{form}")
    return client.save(data[name], f"mesh.{form}")


def v0_1_4(client: Client, image: str, form: str = "glb", *, spin: bool = False, refine: bool = False) -> Path:
    """G2: nine options at every call."""
    place = {"pivot_point": [0.0, 0.0, 0.0]}
    body = {"image_url": image, "generate_preview_mesh": not spin, "creativity": "lowest", "refine_speed": "fast"}
    body |= {"resolution": "high_poly", "auto_refine": False, "topology": "tris", "texture_resolution": 2048}
    body |= {"manual_segmentation": False, "preview_mesh": "fast_sculpt", **place}
    data = client.post(SESSIONS, body)["data"]
    wanted = ("spin_generate_processing", "spin_generate_done") if spin else ("training_preview", "preview_done")
    return _preview(client, data, wanted, form, place, spin=spin, refine=refine)


def v0_1_2(client: Client, image: str, form: str = "glb", *, spin: bool = False, refine: bool = False) -> Path:
    """G1 with `generate_preview_mesh` spelt out and a cube nobody asked for."""
    return _g1(client, image, form, {"generate_preview_mesh": not spin}, {"scaled_bbox": (1.0, 1.0, 1.0)}, spin, refine)


def v0_0_2(client: Client, image: str, form: str = "glb", *, spin: bool = False, refine: bool = False) -> Path:
    """G1: `generate_preview_mesh` is sent only if it is true."""
    return _g1(client, image, form, {} if spin else {"generate_preview_mesh": True}, {}, spin, refine)


def _g1(
    client: Client, image: str, form: str, way: dict[str, Any], place: dict[str, Any], spin: bool, refine: bool
) -> Path:
    body = {"image_url": image, "preview_mesh": "turbo", "pixel_alignment": "highest", "model_resolution": "high"}
    body |= {"resolution": "high_poly", "diffusion_time_steps": 75, "auto_gen_3d": False, "topology": "tris"}
    data = client.post(SESSIONS, body | {"texture_resolution": 2048, **way, **place})["data"]
    wanted = ("spin_generate_processing",) if spin else ("training_preview",)
    return _preview(client, data, wanted, form, place, spin=spin, refine=refine)


def _preview(
    client: Client, data: Any, wanted: Collection[str], form: str, place: dict[str, Any], *, spin: bool, refine: bool
) -> Path:
    if data["status"] not in wanted:
        raise Failure(f"creation failed (status='{data['status']}')")
    code = data["session_code"]
    path = f"{SESSIONS}/{code}"
    if spin:
        data = client.poll(path, "status", "spin_generate_done", "spin_generate_failed", ["spin_generate_processing"])
        film = data["spins"][0]["image_url"]
        client.save(film, "spin.mp4")
        choice = {"selected_spin_index": 0, "selected_spin": film, **place}
        client.post(f"{SESSIONS}/get-3d/preview/{code}", choice)
    data = client.poll(path, "status", "preview_done", "preview_failed", ["training_preview"])
    if refine:
        client.post(f"{SESSIONS}/get-3d/refine/{code}", place or None, checked=False)
        data = client.poll(path, "status", "refine_done", "refine_failed", None)
        return client.save(data[f"mesh_url_{form}"], f"refined.{form}")
    name = {"obj": "preview_mesh_url_zip"}.get(form, f"preview_mesh_url_{form}")
    return client.save(data[name], "mesh.zip" if form == "obj" else f"mesh.{form}")


def text_to_3d(
    client: Client, prompt: str, then: Callable[..., Path], *, again: bool, **options: Any
) -> tuple[Path, Path]:
    """Text to picture, then picture to mesh; 0.1.9 opens the picture and sends it again (`again`), older ones pass its URL on."""
    data = client.post("/tti-sessions", {"prompt": prompt, "style_id": "", "guidance": "6"})["data"]
    if data["status"] != "processing":
        raise Failure("creation failed")
    data = client.poll(f"/tti-sessions/{data['session_code']}", "status", "completed", "failed", ["processing"])
    saved = client.save(data["image_url"], "image.png")
    return then(client, as_data_url(saved) if again else data["image_url"], **options), saved


def evaluation(client: Client, image: str, **settings: Any) -> list[Path]:
    """3devals: a typed session; errors are retried when the status is 400, 429 or 5xx, and shown by `message`."""
    body = {
        "type": "image_to_3d",
        "input": {"image": image, "model": "sculpt", "settings": {"resolution": 200_000, **settings}},
    }
    answer = requests.post(f"{client.base}/v3/sessions/", json=body, headers=client.headers, timeout=60)
    if answer.status_code not in (200, 201):
        raise Failure(answer.json().get("message", answer.text))
    code = answer.json()["_id"]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(client.pause)
        session = requests.get(f"{client.base}/v3/sessions/{code}", headers=client.headers, timeout=30).json()
        if session["status"] == "complete":
            return [client.save(mesh["data"]["glb_url"]) for mesh in session["output"]["meshes"]]
        if session["status"] == "failed":
            raise Failure("failed")
    raise Failure("timed out")
