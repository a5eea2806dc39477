"""What an operation works on: a model file, or a finished job of this data folder."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from pathlib import Path, PurePosixPath

from maquette.cli.local import ACCOUNT, run_request
from maquette.errors import InvalidRequest, MeshError, NotFound
from maquette.formats.archive import write_zip
from maquette.formats.registry import ALIASES, FORMATS, read_asset, write_asset
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
    data = path.read_bytes()
    if FORMATS[kind].companions:
        read_asset(path)  # says what is missing beside it
        beside = _beside(path)
        if beside:
            data, kind = write_zip(sorted({f"model.{kind}": data, **beside}.items())), "zip"
    digest = hashlib.sha256(data).hexdigest()
    key = f"models/{ACCOUNT}/{digest}"
    blobs.put(key, data)
    return MeshInput(key=key, sha256=digest, format=kind)


def _beside(path: Path) -> dict[str, bytes]:
    """The files that a model names (MTL, BIN, pictures), by those names."""
    found: dict[str, bytes] = {}
    root = path.parent.resolve()

    def load(name: str) -> bytes:
        clean = name.replace("\\", "/").strip().strip('"')
        for candidate in (root / clean, root / PurePosixPath(clean).name):
            if candidate.resolve().is_relative_to(root) and candidate.is_file():
                found[str(PurePosixPath(clean))] = candidate.read_bytes()
                return found[str(PurePosixPath(clean))]
        raise MeshError(f"'{name[-80:]}' is missing beside the file. Put it there, or give one self-contained file.")

    FORMATS[path.suffix[1:].lower()].read(path.read_bytes(), load)
    return found


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
    digest = hashlib.sha256(data).hexdigest()
    key = f"models/{ACCOUNT}/{digest}"
    blobs.put(key, data)
    mesh = MeshInput(key=key, sha256=digest, format="usdz")
    kept = {"mesh_mode": "keep", "material": "keep", "uv": "keep", "preview": False}
    return GenerationRequest.build(mesh=mesh, engine=settings.engine, **{**kept, **fields})


def file_request(path: Path, settings: Settings, **fields: object) -> GenerationRequest:
    """The request of an operation on a file: whatever `fields` do not change is kept."""
    kept = {"mesh_mode": "keep", "material": "keep", "uv": "keep", "preview": False}
    mesh = store_model(path, BlobStore.open(settings))
    return GenerationRequest.build(mesh=mesh, engine=settings.engine, **{**kept, **fields})
