"""Operations on a finished job, by a derived job and by the command line; real processes, real stages, a tiny size."""

from __future__ import annotations

import asyncio
import json
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

from maquette.formats.registry import read_asset
from maquette.jobs.job import Job, JobStatus
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.supervisor import Supervisor
from maquette.request import GenerationRequest, ImageInput
from maquette.settings import Settings
from tests.commands import own_process

PICTURE = next((Path(__file__).parents[2] / "src/maquette/examples").glob("*.png"))


def maquette(*arguments: object, data: Path) -> dict[str, Any]:
    """The JSON answer of a command."""
    done = own_process(*arguments, "--json", data=data)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


async def finished(service: SqlJobService, account: Any, job: Job) -> Job:
    end = time.monotonic() + 120
    while not job.status.final and time.monotonic() < end:
        await asyncio.sleep(0.2)
        job = await service.get(account, job.id)
    assert job.status is JobStatus.SUCCEEDED, job.error
    return job


async def test_a_finished_job_gives_another_format_size_and_mesh_and_runs_only_what_differs(
    data_dir: Path, tmp_path: Path
) -> None:
    settings = Settings(data_dir=data_dir, workers=1)
    service = await SqlJobService.open(settings)
    supervisor = Supervisor(settings)
    supervisor.start()
    try:
        account = await service.local_account()
        key, digest = await service.put_image(account, PICTURE.read_bytes())
        request = GenerationRequest.build(
            images=(ImageInput(key=key, sha256=digest),),
            detail="draft",
            mesh_mode="raw",
            target_faces=3000,
            texture_size=512,
        )
        first = await finished(
            service, account, await service.submit(account, request, cost=Decimal(0), dialect="test")
        )

        async def derive(**changes: Any) -> dict[str, float]:
            job = await service.derive(account, first.id, changes, cost=Decimal(0), dialect="test")
            done = await finished(service, account, job)
            return {s.name: s.seconds for s in done.steps if s.seconds}

        assert set(await derive(formats=("usdz",))) == {"export"}
        assert set(await derive(texture_size=1024)) == {"texture", "export", "preview"}
        assert set(await derive(mesh_mode="quad", target_faces=800)) == {"refine", "texture", "export", "preview"}
        assert set(await derive(pictures=("clay",))) == {"pictures"}
        # The job is an input of the command line, too.
        record = await asyncio.to_thread(
            maquette, "convert", first.id, "-o", tmp_path / "job.fbx", "--lods", "0.5", data=data_dir
        )
        assert {n for n, s in record["stages"].items() if s} == {"lods", "export"}
        # A picture given to texture it with is seen; the polygons stay those of the job.
        painted = tmp_path / "painted.glb"
        record = await asyncio.to_thread(
            maquette, "texture", first.id, "--prompt", "red wood", "-o", painted, data=data_dir
        )
        assert abs(record["triangles"] / 3000 - 1) <= 0.01
        colour = read_asset(painted)[1].base_color
        red, green, blue = colour[colour.any(axis=2)].mean(axis=0)
        assert red > 1.5 * max(green, blue)
        # An uploaded model goes the same way.
        model = await service.put_mesh(account, (await _main_file(service, first)), "glb")
        request = GenerationRequest.build(mesh=model, mesh_mode="raw", target_faces=1000, material="keep", uv="keep")
        done = await finished(service, account, await service.submit(account, request, cost=Decimal(0), dialect="test"))
        assert done.steps[0].name == "load"
        assert done.assets[0].name.endswith(".glb")
    finally:
        await asyncio.to_thread(supervisor.stop)
        await service.close()


async def _main_file(service: SqlJobService, job: Job) -> bytes:
    return b"".join([part async for part in service.read_asset(job.assets[0])])
