"""The answer of `/v3/sessions`: one asset for each picture and each mesh (dossier §8.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from maquette.dialects.csm.document import Url, failure, image_url, link, mesh_of, picture_of
from maquette.dialects.csm.ids import code, iso, object_id
from maquette.jobs.job import Job, JobStatus

MESHES = ("glb", "obj", "fbx", "usdz")


def state(job: Job, *, working: str = "incomplete") -> str:
    """`incomplete`, `complete` or `failed`."""
    if not job.status.final:
        return working
    return "complete" if job.status is JobStatus.SUCCEEDED else "failed"


def document(jobs: Sequence[Job], url: Url) -> dict[str, Any]:
    """A session of one or more jobs. It is complete when all have ended and one of them well."""
    root = jobs[0]
    states = {state(job) for job in jobs}
    status = next(s for s in ("incomplete", "complete", "failed") if s in states)
    out = {
        "_id": root.extra["session"],
        "user_id": object_id(None, "user", root.account_id),
        "status": status,
        "type": root.extra["type"],
        "created_at": iso(root.created_at),
        "updated_at": iso(max(job.updated_at for job in jobs)),
        "input": _input(root, url),
        "output": _output(jobs, url),
    }
    return out | ({"message": failure(root)} if status == "failed" else {})


def _input(root: Job, url: Url) -> dict[str, Any]:
    pictures = [
        _asset(p["asset"], "image", "complete", {"image_url": image_url(p, url)})
        for p in root.extra.get("pictures", ())
    ]
    if root.extra["type"] == "multiview_to_3d":
        return {"images": pictures, **root.extra["echo"]}
    return {**({"image": pictures[0]} if pictures else {}), **root.extra["echo"]}


def _output(jobs: Sequence[Job], url: Url) -> dict[str, Any]:
    root, kind = jobs[0], jobs[0].extra["type"]
    if kind == "text_to_image":
        picture = {"image_url": link(picture_of(root, "preview.webp"), url, "image.webp")}
        return {"images": [_made(root, "image", "image_generation", picture)]}
    meshes = [_made(job, "mesh", "mesh_generation", _files(job, url)) for job in jobs]
    if kind == "retopology":
        return {"mesh": meshes[0]}
    pictures = root.extra.get("pictures", ())
    done = root.status is JobStatus.SUCCEEDED
    return {"segmented_image_url": image_url(pictures[0], url) if done and pictures else "", "meshes": meshes}


def _files(job: Job, url: Url) -> dict[str, str]:
    files = {"image_url": link(picture_of(job, "preview.webp"), url)}
    return files | {f"{form}_url": link(mesh_of(job, form), url) for form in MESHES}


def _asset(name: str, kind: str, status: str, data: Mapping[str, str]) -> dict[str, Any]:
    return {"_id": name, "name": "", "status": status, "type": kind, "data": dict(data)}


def _made(job: Job, kind: str, work: str, data: Mapping[str, str]) -> dict[str, Any]:
    done = {
        "_id": code("JOB", job.created_at, job.id),
        "display_type": work,
        "status": state(job, working="in_progress"),
    }
    asset = _asset(str(job.extra["asset"]), kind, state(job), data)
    return {**{k: asset[k] for k in ("_id", "name", "status", "type")}, "jobs": [done], "data": asset["data"]}
