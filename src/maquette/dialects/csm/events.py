"""Webhooks in CSM's words (dossier §9): `{"type", "payload"}`, for legacy sessions only."""

from __future__ import annotations

from typing import Any

from maquette.dialects.csm.document import link, mesh_of, spins, word
from maquette.dialects.dialect import DialectContext
from maquette.webhooks.types import Notice, Rendered

WEBHOOK_EVENTS = ("job.queued", "job.succeeded", "job.failed", "job.cancelled")


async def render_event(context: DialectContext, notice: Notice) -> Rendered | None:
    """The body; None for what CSM does not send: other dialects' jobs, previews and refinements that begin."""
    job = notice.job
    if job.dialect != "csm" or job.extra.get("role") not in ("legacy", "stage"):
        return None
    stage = str(job.extra["stage"])
    if notice.event == "job.queued":
        # by now the job may have ended; the event says what was
        name = "spin_generate_processing" if stage == "spin" else None
    else:
        name = word(stage, job.status) if job.status.final else None
    if name is None:
        return None

    def url(asset_id: str, file: str) -> str:
        return context.links.url(notice.base_url, asset_id, file)

    payload: dict[str, Any] = {"session_id": job.extra["session"], "status": name}
    if stage == "spin":
        payload["spins"] = spins(job, url) if name == "spin_generate_done" else []
    else:
        kinds = ["preview_mesh_url"] if stage == "preview" else ["mesh_url"]
        if stage == "direct":
            kinds = ["preview_mesh_url", "mesh_url"]
        for kind in kinds:
            payload[kind] = link(mesh_of(job, "obj" if kind == "preview_mesh_url" else "zip"), url)
            payload |= {
                f"{kind}_{form}": link(mesh_of(job, form), url) for form in ("glb", "fbx", "usdz", "3mf", "zip")
            }
            if kind == "mesh_url":
                payload["mesh_url_obj"] = link(mesh_of(job, "obj"), url)
        if stage != "refine":
            payload["selected_spin_index"] = int(job.extra.get("selected", 0))
    return Rendered({"type": name, "payload": payload})
