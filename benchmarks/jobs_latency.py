"""How much time jobs cost beside their stages: submit to start, and the whole of a job of seven stages that do nothing.

    python benchmarks/jobs_latency.py [--jobs 40] [--database-url postgresql://…] [--storage-url s3://… --s3-endpoint http://…]

Prints one JSON object: the machine, the figures in milliseconds, and what an idle worker costs.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from machine import describe

from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.supervisor import Supervisor
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import load_plan
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest
from maquette.settings import Settings

STAGES = ("ingest", "segment", "reconstruct", "refine", "texture", "export", "preview")


def _work(needs: tuple[str, ...]) -> Any:
    def run(context: StageContext) -> Bundle:
        value = np.float64(context.request.seed) + sum(context.input(n).arrays["value"] for n in needs)
        return Bundle({"value": np.asarray(value)})

    return run


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    """Seven stages in a row, each reading the one before."""
    pairs = zip(STAGES, [(), *[(n,) for n in STAGES]], strict=False)
    return tuple(Stage(name, 1, ("seed", "prompt"), needs, _work(needs)) for name, needs in pairs)


def collect_assets(request: GenerationRequest, outputs: Mapping[str, Bundle]) -> list[tuple[str, str, str, str, bytes]]:
    """One small file."""
    return [("value.bin", "model", "bin", "application/octet-stream", outputs["preview"].arrays["value"].tobytes())]


def spread(seconds: list[float]) -> dict[str, float]:
    """p50, p99 and worst in milliseconds."""
    ordered = sorted(s * 1000 for s in seconds)
    p99 = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    return {"p50_ms": round(statistics.median(ordered), 1), "p99_ms": round(p99, 1), "max_ms": round(ordered[-1], 1)}


async def measure(settings: Settings, count: int) -> dict[str, Any]:
    """Submit jobs one after another to one warm worker."""
    submit: list[float] = []
    start: list[float] = []
    whole: list[float] = []
    service = await SqlJobService.open(settings, plan=load_plan("jobs_latency"))
    account = await service.local_account()
    with Supervisor(settings, workers=1, plan="jobs_latency") as supervisor:
        for number in range(count + 2):
            request = GenerationRequest.build(prompt=f"job {number} {time.time_ns()}", seed=number)
            begin = time.perf_counter()
            job = await service.submit(account, request, cost=Decimal(1), dialect="native")
            submitted = time.perf_counter()
            while not job.status.final:
                await asyncio.sleep(0.002)
                job = await service.get(account, job.id)
            end = time.perf_counter()
            if job.error is not None or job.started_at is None:
                raise SystemExit(f"job failed: {job.error}")
            if number >= 2:  # the first two wait for the worker to start
                submit.append(submitted - begin)
                start.append((job.started_at - job.created_at).total_seconds())
                whole.append(end - begin)
        [pid] = supervisor.pids()
        worker = psutil.Process(pid)
        worker.cpu_percent()
        await asyncio.sleep(5.0)
        idle = {"idle_cpu_percent_of_a_core": worker.cpu_percent(), "rss_mb": round(worker.memory_info().rss / 2**20)}
    await service.close()
    return {
        "jobs": count,
        "submit": spread(submit),
        "submit_to_start": spread(start),
        "whole_job": spread(whole),
        "worker": idle,
    }


def main() -> None:
    """Entry."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=40)
    parser.add_argument("--database-url")
    parser.add_argument("--storage-url")
    parser.add_argument("--s3-endpoint")
    options = parser.parse_args()
    # workers import this file as the module of the plan
    here = str(Path(__file__).parent)
    sys.path.insert(0, here)
    os.environ["PYTHONPATH"] = os.pathsep.join([here, *sys.path])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data_dir=Path(folder),
            database_url=options.database_url,
            storage_url=options.storage_url,
            s3_endpoint=options.s3_endpoint,
        )
        figures = asyncio.run(measure(settings, options.jobs))
    kind = {
        "database": "postgresql" if options.database_url else "sqlite",
        "storage": "s3" if options.storage_url else "folder",
    }
    print(json.dumps({"machine": describe() | {"load": round(os.getloadavg()[0], 2)}, **kind, **figures}, indent=1))


if __name__ == "__main__":
    main()
