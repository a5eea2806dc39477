"""Kills workers at random under a load of jobs and checks that every job ends once, with the right file.

    python benchmarks/jobs_soak.py [--jobs 60] [--workers 3] [--kills 40] [--seed 1] [--database-url postgresql://…]

Exit status 1 if anything is wrong. Prints one JSON object. About 5 minutes with the defaults on two cores.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from maquette.jobs import ledger
from maquette.jobs.job import JobStatus
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.supervisor import Supervisor
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.runner import load_plan
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest
from maquette.settings import Settings

STAGES = ("one", "two", "three")


def _work(name: str, needs: tuple[str, ...]) -> Any:
    def run(context: StageContext) -> Bundle:
        marks = Path(os.environ["SOAK_MARKS"])
        (marks / f"{context.request.prompt}-{name}-{time.time_ns()}").touch()
        value = np.full(10_000, context.request.seed, np.float64)
        for need in needs:
            value += context.input(need).arrays["value"]
        for step in range(10):
            time.sleep(0.05)
            context.progress(step / 10)
        return Bundle({"value": value})

    return run


def build_stages(request: GenerationRequest) -> tuple[Stage, ...]:
    """Three stages of half a second."""
    pairs = zip(STAGES, [(), *[(n,) for n in STAGES]], strict=False)
    return tuple(Stage(n, 1, ("seed", "prompt"), needs, _work(n, needs)) for n, needs in pairs)


def collect_assets(request: GenerationRequest, outputs: Mapping[str, Bundle]) -> list[tuple[str, str, str, str, bytes]]:
    """The sum, as bytes."""
    return [("value.bin", "model", "bin", "application/octet-stream", outputs["three"].arrays["value"].tobytes())]


async def soak(settings: Settings, options: argparse.Namespace) -> dict[str, Any]:
    """Submit all, kill at random, wait, check."""
    dice = random.Random(options.seed)
    service = await SqlJobService.open(settings, plan=load_plan("jobs_soak"))
    account = await service.local_account()
    jobs = []
    for number in range(options.jobs):
        request = GenerationRequest.build(prompt=f"j{number}", seed=number + 1)
        jobs.append(await service.submit(account, request, cost=Decimal(1), dialect="native"))
    kills, begun = 0, time.monotonic()
    with Supervisor(settings, workers=options.workers, plan="jobs_soak") as supervisor:
        while True:
            counts = await service.counts()
            if counts["queued"] + counts["running"] == 0:
                break
            if time.monotonic() - begun > 60 + 20 * options.jobs:
                raise SystemExit(f"stuck: {counts}")
            pids = supervisor.pids()
            if pids and kills < options.kills:
                os.kill(dice.choice(pids), signal.SIGKILL)
                kills += 1
            await asyncio.sleep(dice.uniform(0.5, 3.0))
    wrong = []
    for job in jobs:
        job = await service.get(account, job.id)
        data = b"".join([p async for p in service.read_asset(job.assets[0])]) if job.assets else b""
        good = len(data) == 80_000 and bool(np.all(np.frombuffer(data) == 3 * job.request.seed))
        if job.status is not JobStatus.SUCCEEDED or len(job.assets) != 1 or not good:
            wrong.append([job.id, str(job.status), str(job.error)])
    entries = Counter(e["kind"] for e in await service.database.run(ledger.ledger_entries, account.id))
    runs = Counter(p.name.rpartition("-")[0] for p in Path(os.environ["SOAK_MARKS"]).iterdir())
    await service.close()
    return {
        "jobs": len(jobs),
        "kills": kills,
        "seconds": round(time.monotonic() - begun, 1),
        "wrong": wrong,
        "captures": entries["capture"],
        "stages_begun": sum(runs.values()),
        "stages_begun_more_than_once": sum(n > 1 for n in runs.values()),
    }


def main() -> None:
    """Entry."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=60)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database-url")
    options = parser.parse_args()
    here = str(Path(__file__).parent)  # workers import this file as the module of the plan
    sys.path.insert(0, here)
    os.environ["PYTHONPATH"] = os.pathsep.join([here, *sys.path])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SOAK_MARKS"] = str(Path(folder, "marks"))
        Path(folder, "marks").mkdir()
        settings = Settings(
            data_dir=Path(folder, "data"), database_url=options.database_url, parallel_limit=options.jobs
        )
        report = asyncio.run(soak(settings, options))
    print(json.dumps(report, indent=1))
    sys.exit(bool(report["wrong"]) or report["captures"] != report["jobs"])


if __name__ == "__main__":
    main()
