"""Examples of the OpenAPI document: requests that work as they stand (ids and files aside) and answers as they look; tests check both."""

from __future__ import annotations

from typing import Any

from maquette.dialects.native.fields import InputFields
from maquette.request import GenerationRequest, ImageInput

BASE = "http://127.0.0.1:8470"
JOB_ID = "3f0c2a2e-6d0b-4b6e-9a55-0f5c1b0f7a11"
CHILD_ID = "8d1f1c7e-1c55-4f0e-8a3e-7c1a5d2b9e42"
ASSET_ID = "c5b6a6a0-53a4-4a0e-9f43-2f4f7f1f8a10"
UPLOAD_ID = "5b0b9f4e-7a34-4f43-8d1f-93d5e1c0a7b3"
WEBHOOK_ID = "0b9d5f3c-2b9a-4d0c-8a0e-54a5c1d2e3f4"
DELIVERY_ID = "e7a1b2c3-d4e5-4f60-8192-a3b4c5d6e7f8"
PROJECT_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
AT, LATER, EXPIRES = "2026-01-01T12:00:00Z", "2026-01-01T12:00:31Z", "2026-01-01T12:10:31Z"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

REQUEST: dict[str, Any] = {}
"""A stored request; filled below from a real one."""


def _request() -> dict[str, Any]:
    from maquette.dialects.native.translate import stored

    return stored(GenerationRequest.build(images=(ImageInput(key="", sha256=SHA, label="F"),)))


REQUEST |= _request()
assert set(InputFields.model_fields) < set(REQUEST)

STEPS = ("ingest", "segment", "reconstruct", "refine", "texture", "export", "preview")
ASSET = {
    "object": "asset",
    "id": ASSET_ID,
    "job_id": JOB_ID,
    "name": "model_pbr.glb",
    "kind": "model",
    "format": "glb",
    "media_type": "model/gltf-binary",
    "size": 812345,
    "sha256": SHA,
    "url": f"{BASE}/files/1767269431.YzViNmE2.c2ln/model_pbr.glb",
    "url_expires_at": EXPIRES,
}
NEW_JOB: dict[str, Any] = {
    "object": "job",
    "id": JOB_ID,
    "status": "queued",
    "progress": 0.0,
    "stage": None,
    "steps": [{"name": n, "status": "queued", "progress": 0.0, "seconds": None} for n in STEPS],
    "eta_seconds": 31.0,
    "queue_position": 0,
    "created_at": AT,
    "started_at": None,
    "finished_at": None,
    "cost": 0.5,
    "dialect": "native",
    "test": False,
    "name": "chair",
    "metadata": {"order": 1234},
    "parent_id": None,
    "project_id": None,
    "error": None,
    "warnings": [],
    "prompt_reading": None,
    "request": REQUEST,
    "assets": [],
    "events_url": f"{BASE}/maquette/v1/events/eyJhbGciOiJIUzI1NiJ9.eyJqb2IiOiIzZjBjIn0.c2ln",
}
JOB = NEW_JOB | {
    "status": "succeeded",
    "progress": 1.0,
    "steps": [{"name": n, "status": "succeeded", "progress": 1.0, "seconds": 4.4} for n in STEPS],
    "eta_seconds": 0.0,
    "queue_position": None,
    "started_at": AT,
    "finished_at": LATER,
    "assets": [ASSET],
    "events_url": None,
}
CANCELLED = NEW_JOB | {
    "status": "cancelled",
    "eta_seconds": 0.0,
    "queue_position": None,
    "finished_at": LATER,
    "cost": 0.0,
}
CANCELLED |= {"events_url": None, "steps": [s | {"status": "cancelled"} for s in NEW_JOB["steps"]]}
CHILD = NEW_JOB | {"id": CHILD_ID, "parent_id": JOB_ID, "cost": 0.1}
QUOTE = {
    "object": "quote",
    "cost": 0.5,
    "balance": 12.0,
    "eta_seconds": 31.0,
    "steps": list(STEPS),
    "warnings": [],
    "refusal": None,
    "request": REQUEST,
}
UPLOAD: dict[str, Any] = {
    "object": "upload",
    "id": UPLOAD_ID,
    "status": "complete",
    "name": "chair.png",
    "kind": "image",
    "format": "png",
    "media_type": "image/png",
    "size": 123456,
    "sha256": SHA,
    "width": 1024,
    "height": 1024,
    "parts": 0,
    "stored": [],
    "part_urls": None,
    "error": None,
    "created_at": AT,
    "updated_at": AT,
    "expires_at": "2026-01-08T12:00:00Z",
    "url": f"{BASE}/files/1767269431.NWIwYjlm.c2ln/chair.png",
    "url_expires_at": EXPIRES,
}
PENDING = UPLOAD | {
    "status": "pending",
    "name": "chair.glb",
    "kind": "model",
    "format": "",
    "media_type": "",
    "size": 123456789,
    "sha256": "",
    "width": None,
    "height": None,
    "parts": 2,
    "part_urls": [{"number": n, "url": f"{BASE}/uploads/1767355831.NWIwYjlm.c2ln/{n}"} for n in (1, 2)],
    "url": None,
    "url_expires_at": None,
}
ACCOUNT = {
    "object": "account",
    "id": "1f0e2d3c-4b5a-4968-8776-655443322110",
    "name": "local",
    "plan": {"name": "default", "title": "built in", "enterprise": ["*"]},
    "balance": 12.0,
    "enforce_credits": False,
    "test": False,
    "scopes": ["admin", "generate", "read", "upload", "webhooks"],
    "project_id": None,
    "limits": {
        "parallel_jobs": 10,
        "requests_per_minute": 0,
        "images": 5,
        "image_bytes": 20971520,
        "image_pixels": 50000000,
        "upload_bytes": 268435456,
        "request_bytes": 115343360,
        "link_seconds": 600,
        "retention_days": 7.0,
    },
}
USAGE = {
    "object": "usage",
    "job_id": JOB_ID,
    "created_at": AT,
    "amount": 0.5,
    "kind": "charged",
    "dialect": "native",
    "tier": "Regular",
}
USAGE_DAY = {"object": "usage_day", "day": "2026-01-01", "jobs": 3, "amount": 1.5}
PROJECT = {"object": "project", "id": PROJECT_ID, "name": "shop", "created_at": AT}
PRICE = {"object": "price", "item": "native.Regular", "credits": 0.5, "description": "A generation of tier Regular."}
ENGINE = {
    "object": "engine",
    "id": "inflation",
    "version": "1",
    "title": "Inflation",
    "modalities": ["image"],
    "max_views": 5,
    "licence": "Apache-2.0",
    "territory": "worldwide",
    "memory_mb": 1500,
    "runs_on_cpu": True,
    "expected_seconds": {"draft": 3.0, "standard": 12.0, "high": 40.0},
    "options_schema": {},
    "default": True,
}
FORMAT = {
    "object": "format",
    "id": "glb",
    "media_type": "model/gltf-binary",
    "textured": True,
    "quads": False,
    "companions": False,
}
TIER = {
    "object": "tier",
    "name": "Regular",
    "detail": "standard",
    "topology": "quads",
    "faces": 18000,
    "texture_size": 2048,
    "credits": 0.5,
    "default": True,
}
WEBHOOK: dict[str, Any] = {
    "object": "webhook",
    "id": WEBHOOK_ID,
    "url": "https://shop.example/hooks/maquette",
    "events": ["job.succeeded", "job.failed"],
    "enabled": True,
    "description": "the shop",
    "dialect": "native",
    "calls": 0,
    "failures": 0,
    "secret": None,
    "created_at": AT,
    "updated_at": AT,
}
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
DELIVERY: dict[str, Any] = {
    "object": "delivery",
    "id": DELIVERY_ID,
    "job_id": JOB_ID,
    "webhook_id": WEBHOOK_ID,
    "event": "job.succeeded",
    "status": "delivered",
    "tries": 1,
    "created_at": LATER,
    "updated_at": LATER,
    "next_at": LATER,
    "payload": None,
    "attempts": [],
}
WHOLE_DELIVERY = DELIVERY | {
    "payload": '{"type": "job.succeeded", "timestamp": "2026-01-01T12:00:31+00:00", "data": {"id": "3f0c2a2e"}}',
    "attempts": [{"sent_at": LATER, "seconds": 0.12, "status_code": 200, "error": "", "answer": "ok"}],
}
EVENTS = (
    "retry: 2000\n\n"
    "id: 0-queued\nevent: status\n"
    f'data: {{"id":"{JOB_ID}","status":"queued","stage":null,"progress":0.0,"eta_seconds":31.0,"queue_position":0}}\n\n'
    "id: 2857-running\nevent: progress\n"
    f'data: {{"id":"{JOB_ID}","status":"running","stage":"reconstruct","progress":0.2857,"eta_seconds":22.1,'
    '"queue_position":null}\n\n'
)


def listed(item: dict[str, Any], total: int | None = None) -> dict[str, Any]:
    """A page with one thing."""
    return {"object": "list", "data": [item], "next_cursor": None, "previous_cursor": None, "total": total}


KEY_TEXT = "mq_test_4fTz81QxLw_…"
KEY_PAIR = ["mq_test_4fTz81QxLw", "mqs_…"]
KEY = {
    "object": "key",
    "id": "b1d6c1de-93b5-4e3a-9d35-6c1f7d2c8e01",
    "name": "shop",
    "hint": "mq_test_4fTz81QxLw_…",
    "mode": "test",
    "scopes": ["generate", "read"],
    "project_id": None,
    "created_at": AT,
    "expires_at": None,
    "last_used_at": None,
    "revoked_at": None,
    "key": None,
    "pair": None,
}
