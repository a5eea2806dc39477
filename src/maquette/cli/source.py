"""What an operation works on: a model file, or a finished job of this data folder."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from collections.abc import Mapping
from pathlib import Path

from maquette.cli.local import ACCOUNT, run_request
from maquette.errors import InvalidRequest, NotFound
from maquette.formats.archive import write_zip
from maquette.formats.registry import ALIASES, FORMATS, companions, write_asset
from maquette.jobs.job import Job
from maquette.pipeline.artifacts import mesh_from
from maquette.request import GenerationRequest, MeshInput
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore


def store_model(path: Path, blobs: BlobStore) -> MeshInput:
    """Put a model file, with those that it names, into the store.

    Raises:
        InvalidRequest: no format that can be read.
        MeshError: the file is bad, or one that it names is missing.
    """
    kind = path.suffix[1:].lower()
    kind = ALIASES.get(kind, kind)
    if kind not in FORMATS:
        raise InvalidRequest(f"'{path.suffix}' files cannot be read; give one of .{', .'.join(FORMATS)}.", field="file")
    beside, data = companions(path), path.read_bytes()
    if beside:
        data, kind = write_zip(sorted({f"model.{kind}": data, **beside}.items())), "zip"
    return _store(data, kind, blobs)


def _store(data: bytes, kind: str, blobs: BlobStore) -> MeshInput:
    digest = hashlib.sha256(data).hexdigest()
    key = f"models/{ACCOUNT}/{digest}"
    blobs.put(key, data)
    return MeshInput(key=key, sha256=digest, format=kind)


def _request(mesh: MeshInput, settings: Settings, fields: Mapping[str, object]) -> GenerationRequest:
    """Whatever `fields` do not change is kept."""
    kept = {"mesh_mode": "keep", "material": "keep", "uv": "keep", "preview": False}
    return GenerationRequest.build(mesh=mesh, engine=settings.engine, **{**kept, **fields})


def find_job(text: str, settings: Settings) -> Job | None:
    """The finished job of this id; None if the text is no job id.

    Raises:
        NotFound: there is no such job here, or it has not succeeded.
    """
    try:
        job_id = str(uuid.UUID(text))
    except ValueError:
        return None
    from maquette.jobs import queries
    from maquette.jobs.sql_service import SqlJobService

    async def load() -> Job:
        service = await SqlJobService.open(settings)
        try:
            return await service.database.run(queries.load_job, None, job_id, read_only=True)
        finally:
            await service.close()

    job = asyncio.run(load())
    if not job.status.final or not job.assets:
        raise NotFound(f"Job {job_id} is {job.status}; only a job that succeeded has an asset to work on.")
    return job


def job_request(job: Job, settings: Settings, **fields: object) -> GenerationRequest:
    """The request of an operation on a job's asset as a model of its own: its polygons, quads too, in their size and place.

    The shape is made once more from the stages that the job left, which are reused.
    """
    blobs = BlobStore.open(settings)
    plain = job.request.with_changes({"preview": False, "pictures": (), "lods": (), "collision": 0, "print_mm": None})
    made = run_request(plain.with_changes({"formats": ("usdz",)}), settings, account=job.account_id or ACCOUNT)
    data = dict(write_asset("usdz", mesh_from(made.bundles["texture"]), None))["model.usdz"]
    return _request(_store(data, "usdz", blobs), settings, fields)


def file_request(path: Path, settings: Settings, **fields: object) -> GenerationRequest:
    """The request of an operation on a file: whatever `fields` do not change is kept."""
    return _request(store_model(path, BlobStore.open(settings)), settings, fields)
