"""The session document with every field of all generations (dossier §5), and what is in its URLs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from maquette.dialects.csm.ids import iso, object_id
from maquette.dialects.csm.sessions import Session
from maquette.dialects.csm.translate import Stage
from maquette.dialects.tokens import derived_uuid
from maquette.jobs.job import Asset, Job, JobStatus

Url = Callable[[str, str], str]
"""Signed link of an asset or upload id and a file name."""
SPINS = 4
MESHES = ("usdz", "glb", "obj", "zip", "fbx", "3mf")
WORDS: Mapping[str, tuple[str, str, str]] = {
    "spin": ("spin_generate_processing", "spin_generate_done", "spin_generate_failed"),
    "preview": ("training_preview", "preview_done", "preview_failed"),
    "direct": ("training_preview", "preview_done", "preview_failed"),
    "refine": ("training_refine", "refine_done", "refine_failed"),
}
"""Of each stage: while it works, when it is done, when it failed."""
ANIMATED = (
    *("polished_mesh_url_usdz", "polished_mesh_url_glb", "polished_mesh_url", "designer_mesh_url"),
    *("animated_walk_url", "animated_run_url", "animated_jump_url"),
)


def word(stage: str, status: JobStatus) -> str:
    """`status` of a session whose present stage is in this state."""
    working, done, failed = WORDS[stage]
    return working if not status.final else done if status is JobStatus.SUCCEEDED else failed


def session_status(session: Session) -> str:
    """`queued`, `in_progress`, `complete` or `failed`; spins alone do not complete a session."""
    status = session.job.status
    if status is JobStatus.SUCCEEDED:
        return "in_progress" if session.stage == "spin" else "complete"
    if status.final:
        return "failed"
    return "queued" if status is JobStatus.QUEUED and session.job is session.root else "in_progress"


def percent(job: Job) -> int:
    """0 to 100, which is only said of what is done."""
    return 100 if job.status is JobStatus.SUCCEEDED else min(int(job.progress * 100), 99)


def failure(job: Job) -> str:
    """Why a job failed; empty if it did not."""
    if job.status is JobStatus.CANCELLED:
        return "The session was cancelled; create it again if you want it."
    return "" if job.error is None else job.error.message


def mesh_of(job: Job | None, form: str) -> Asset | None:
    """The main model of a format."""
    if job is None or job.status is not JobStatus.SUCCEEDED:
        return None
    return next((a for a in job.assets if a.kind == "model" and a.format == form), None)


def picture_of(job: Job | None, *names: str) -> Asset | None:
    """The first of these pictures that the job has."""
    found = {a.name: a for a in job.assets} if job is not None and job.status is JobStatus.SUCCEEDED else {}
    return next((found[n] for n in names if n in found), None)


def link(asset: Asset | None, url: Url, name: str | None = None) -> str:
    """URL, or "" for nothing."""
    return "" if asset is None else url(asset.id, name or asset.name)


def spins(job: Job | None, url: Url) -> list[str]:
    """Four turntables once the stage is done: MP4, or GIF where there is no ffmpeg. All show the one asset that there is."""
    film = picture_of(job, "turntable.mp4", "turntable.gif", "preview.webp")
    return [] if film is None else [url(film.id, f"spin_{i}.{film.format}") for i in range(SPINS)]


def image_url(seen: Mapping[str, Any], url: Url) -> str:
    """The picture as it was sent, or a link to it if its bytes were."""
    return url(seen["upload"], seen["name"]) if "upload" in seen else str(seen.get("url", ""))


def meshes(session: Session) -> tuple[Job | None, Job | None]:
    """Whose files the preview's URLs and the final mesh's URLs name.

    A direct session fills both. While a refinement works there is no final mesh, so that clients who wait for it are not misled.
    """
    first = session.jobs.get("direct") or session.jobs.get("preview")
    refined = session.jobs.get("refine")
    if refined is None or refined.status in (JobStatus.FAILED, JobStatus.CANCELLED):
        return first, session.jobs.get("direct")
    return first, refined


def document(session: Session, url: Url) -> dict[str, Any]:
    """`data` of the legacy calls."""
    root, values = session.root, session.values
    preview, final = meshes(session)
    spun = spins(session.jobs.get("spin"), url)
    every = list(session.jobs.values())
    latest: Sequence[Stage] = ("refine", "direct", "preview", "spin")
    films = [session.jobs[s] for s in latest if s in session.jobs]
    selected = int(root.extra.get("selected", 0))
    cost = sum((job.cost for job in every), start=root.cost * 0)
    done = percent(session.job)
    out: dict[str, Any] = {
        "_id": object_id(root.created_at, "session", root.id),
        "user_id": object_id(None, "user", root.account_id),
        "session_code": session.code,
        "image_url": image_url(root.extra["image"], url),
        "input_image": "",
        "caption": "",
        "discord_user_id": "",
        "user_name": "",
        "email": "",
        "reactions_count": 0,
        "emoji_reactions": {"heart": 0, "fire": 0, "exploding_head": 0, "meh": 0, "dislike": 0},
        "preview_mesh_url": link(mesh_of(preview, "obj"), url),
        "mesh_url": link(mesh_of(final, "zip"), url),
    }
    for form in MESHES:
        if form != "obj":
            out[f"preview_mesh_url_{form}"] = link(mesh_of(preview, form), url)
        out[f"mesh_url_{form}"] = link(mesh_of(final, form), url)
    out |= dict.fromkeys(ANIMATED, "")
    out |= {
        "mp4_url": next((u for u in (link(picture_of(j, "turntable.mp4"), url) for j in films) if u), ""),
        "session_gif": next((u for u in (link(picture_of(j, "turntable.gif"), url) for j in films) if u), ""),
        "user_image": "",
        "percentage": done,
        "percent_done": done,
        "price": int(cost) if cost == int(cost) else float(cost),
        "status": word(session.stage, session.job.status),
        "session_status": session_status(session),
        "source": "web",
        "demo": False,
        "user_demo": False,
        "private": True,
        "debug": False,
        "random_poses": True,
        "inference": [],
        "output_id": derived_uuid("csm", root.id, "output"),
        "server_type": "fast",
        "model_version": "2.0",
        "product_version": "1.0.0",
        "selected_spin": spun[selected] if spun and "selected" in root.extra else "",
        "selected_spin_index": selected,
        "is_deleted": False,
        "tier_at_creation": root.extra.get("plan", ""),
        "reaction_by_admin": "",
        "spins": [{"image_url": spin} for spin in spun],
    }
    out |= values
    out |= {"created_at": iso(root.created_at), "updated_at": iso(max(job.updated_at for job in every))}
    if reason := failure(session.job):
        out["error_message"] = reason
    return out
