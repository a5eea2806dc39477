"""The job that a test delivery tells of: a finished one as it could be, with a file that leads nowhere."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from maquette.jobs.job import Asset, Job, JobStatus, Step
from maquette.request import GenerationRequest, ImageInput

NAME = "webhook test"
_DIGEST = "0" * 64
_STEPS = ("ingest", "segment", "reconstruct", "refine", "texture", "export", "preview")


def sample_job(row: Any) -> Job:
    """A succeeded job of the account.

    Args:
        row: of the delivery; its `job_id`, which no job has, and its time are the job's.
    """
    at = row.created_at
    file = Asset(row.id, row.job_id, "model_pbr.glb", "model", "glb", "model/gltf-binary", 1024, _DIGEST, "")
    return Job(
        id=row.job_id,
        account_id=row.account_id,
        request=GenerationRequest.build(images=(ImageInput(key="", sha256=_DIGEST),)),
        status=JobStatus.SUCCEEDED,
        created_at=at,
        started_at=at,
        finished_at=at,
        steps=tuple(Step(name, JobStatus.SUCCEEDED, 1.0, 0.0) for name in _STEPS),
        cost=Decimal(0),
        assets=(file,),
        extra={"name": NAME},
        test=True,
    )
