"""Jobs in Rodin's words: submit answer, job states, file list, balance (dossier §3.6, §5 to §7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from maquette.dialects.tokens import derived_uuid, sign, verify
from maquette.jobs.identity import UsageEntry
from maquette.jobs.job import Asset, Job, JobStatus

GEOMETRY_STEPS = frozenset({"ingest", "segment", "delight", "load", "reconstruct", "refine"})
WRITING_STEPS = frozenset({"parts", "export"})
PREVIEW_STEPS = frozenset({"preview", "render"})

Steps = Callable[[str], bool]

# Neutral asset name -> Rodin's name (dossier §6.1), in the order of the list. Names that are not here go out as they are, last.
# The OBJ names its material file, and that one its maps: their names stay.
FILE_NAMES = {
    "model_pbr.glb": "base_basic_pbr.glb",
    "model_shaded.glb": "base_basic_shaded.glb",
    "model.glb": "base.glb",
    "model_pbr.fbx": "base_basic_pbr.fbx",
    "model_shaded.fbx": "base_basic_shaded.fbx",
    "model.fbx": "base.fbx",
    "model.obj": "base.obj",
    "model.usdz": "base.usdz",
    "model_shaded.usdz": "base_shaded.usdz",
    "model.stl": "base.stl",
    "model.mtl": "model.mtl",
    "texture_diffuse.png": "texture_diffuse.png",
    "texture_normal.png": "texture_normal.png",
    "texture_roughness.png": "texture_roughness.png",
    "texture_metallic.png": "texture_metallic.png",
    "texture_pbr.png": "texture_pbr.png",
    "texture_emissive.png": "texture_emissive.png",
    "shaded.png": "shaded.png",
    "preview.webp": "preview.webp",
    "render.webp": "preview_render.webp",
}
_ORDER = {name: place for place, name in enumerate(FILE_NAMES.values())}


def iso(moment: datetime) -> str:
    """ISO 8601, UTC, milliseconds, `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def number(value: Decimal) -> int | float:
    """Credits as a JSON number: whole ones without a fraction."""
    return int(value) if value == value.to_integral_value() else float(value)


def _groups(job: Job) -> list[tuple[str, Steps]]:
    """The task's jobs in Rodin's sense: a name, and which steps must be over before it is done; the last one ends with the task."""

    def geometry(step: str) -> bool:
        return step in GEOMETRY_STEPS

    def pictured(step: str) -> bool:
        return step not in PREVIEW_STEPS

    def whole(step: str) -> bool:
        return step not in PREVIEW_STEPS | WRITING_STEPS

    request = job.request
    if request.parts:
        return [("asset", whole), ("parts", pictured)]
    if request.textures_anew:
        return [("texture", pictured)]
    if request.mesh is not None:
        return [("geometry", pictured)]
    return [("geometry", geometry), ("texture", pictured)] + ([("preview", bool)] if request.preview_render else [])


def job_uuids(job: Job) -> list[str]:
    """Geometry, texture and, with `preview_render`, preview; of other endpoints fewer: always the same for a job, and no secret."""
    return [derived_uuid("rodin", job.id, name) for name, _ in _groups(job)]


def subscription_key(job: Job, key: bytes) -> str:
    """A JWT with the payload that Rodin's has, and the task."""
    payload = {"type": 1, "jobIds": job_uuids(job), "iat": int(job.created_at.timestamp()), "task": job.id}
    return sign(key, payload)


def task_of(subscription: str, key: bytes) -> str | None:
    """The task of a subscription key, or None if it is not one of ours."""
    payload = verify(key, subscription)
    task = payload.get("task") if payload and payload.get("type") == 1 else None
    return task if isinstance(task, str) else None


def submitted(job: Job, key: bytes, *, error_null: bool) -> dict[str, Any]:
    """Body of a successful submit."""
    return ({"error": None} if error_null else {}) | {
        "message": "Submitted.",
        "prompt": job.request.prompt or job.extra.get("prompt"),
        "submit_time": iso(job.created_at),
        "uuid": job.id,
        "jobs": {"uuids": job_uuids(job), "subscription_key": subscription_key(job, key)},
        "consumed": number(job.cost),
    }


def states(job: Job) -> list[str]:
    """One of Waiting, Generating, Done, Failed per job uuid; the last one is Done only when the files can be downloaded."""
    groups = _groups(job)
    if job.status == JobStatus.SUCCEEDED:
        return ["Done"] * len(groups)
    if job.status == JobStatus.QUEUED:
        return ["Waiting"] * len(groups)
    out: list[str] = []
    for number, (_, steps) in enumerate(groups, start=1):
        # A job is done when its own steps and those of all jobs before it are.
        if number < len(groups) and set(out) <= {"Done"} and _done(job, steps):
            out.append("Done")
        elif job.status.final:
            out.append("Failed")
        else:
            out.append("Generating" if not out or out[-1] == "Done" else "Waiting")
    return out


def _done(job: Job, wanted: Steps) -> bool:
    steps = [s for s in job.steps if wanted(s.name)]
    return bool(steps) and all(s.status == JobStatus.SUCCEEDED for s in steps)


def status(job: Job) -> dict[str, Any]:
    """Body of `/status`: `queue_length` while waiting, and a reason where the original gives none."""
    jobs: list[dict[str, Any]] = []
    for uuid, state in zip(job_uuids(job), states(job), strict=True):
        entry: dict[str, Any] = {"uuid": uuid, "status": state}
        if state == "Waiting":
            entry["queue_length"] = job.queue_position or 0
        elif state == "Failed":
            entry["error"] = failure(job)
        jobs.append(entry)
    return {"jobs": jobs}


def failure(job: Job) -> str:
    """Why a job failed, in one sentence."""
    if job.status == JobStatus.CANCELLED:
        return "The task was cancelled; submit it again if you want it."
    return job.error.message if job.error else "The task failed; submit it again or look into the server's log."


def file_name(asset: Asset) -> str:
    """The name under which Rodin's clients look for this file."""
    return FILE_NAMES.get(asset.name, asset.name)


def files(assets: Sequence[Asset], url: Callable[[Asset, str], str]) -> dict[str, Any]:
    """Body of `/download`: models first (PBR before Shaded), then what belongs to them, then pictures of them."""
    named = [(file_name(a), a) for a in assets]
    named.sort(key=lambda n: (n[1].kind != "model", _ORDER.get(n[0], len(_ORDER))))
    return {"list": [{"name": name, "url": url(asset, name)} for name, asset in named]}


def usage(entries: Sequence[UsageEntry]) -> list[dict[str, Any]]:
    """Entries of `check_balance?usage_page=N`."""
    return [
        {"task_uuid": e.job_id, "time": iso(e.created_at), "item": e.tier or e.dialect, "amount": number(e.amount)}
        for e in entries
    ]
