"""`maquette status`: the jobs of this server, or one of them with its steps."""

from __future__ import annotations

import json
from typing import Any

import click

from maquette.jobs import queries
from maquette.jobs.database import Database, migrate
from maquette.jobs.job import Job
from maquette.settings import load_settings


@click.command()
@click.argument("job_id", required=False)
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Jobs to list, newest first."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def status(job_id: str | None, limit: int, as_json: bool) -> None:
    """Show JOB_ID with its steps, or the newest jobs of all accounts."""
    settings = load_settings()
    migrate(settings)
    with Database.open(settings).read() as conn:
        if job_id is not None:
            job = queries.load_job(conn, None, job_id)
            if as_json:
                click.echo(json.dumps({"job": _record(job)}))
            else:
                for line in _lines(job):
                    click.echo(line)
            return
        jobs = queries.list_jobs(conn, None, limit, None)
    if as_json:
        click.echo(json.dumps({"jobs": [_record(job) for job in jobs]}))
        return
    for job in jobs:
        click.echo(
            f"{job.id}  {job.status:<10} {job.progress:4.0%}  {job.created_at:%Y-%m-%d %H:%M:%S}  {job.dialect} {job.request.tier}"
        )


def _record(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "account": job.account_id,
        "dialect": job.dialect,
        "status": job.status.value,
        "progress": round(job.progress, 3),
        "created_at": job.created_at.isoformat(),
        "started_at": job.started_at and job.started_at.isoformat(),
        "finished_at": job.finished_at and job.finished_at.isoformat(),
        "cost": str(job.cost),
        "error": job.error.to_dict() if job.error else None,
        "warnings": list(job.warnings),
        "steps": [
            {"name": s.name, "status": s.status.value, "progress": s.progress, "seconds": s.seconds} for s in job.steps
        ],
        "assets": [{"name": a.name, "kind": a.kind, "bytes": a.size, "sha256": a.sha256} for a in job.assets],
    }


def _lines(job: Job) -> list[str]:
    lines = [
        f"{job.id}  {job.status}  {job.progress:.0%}  {job.dialect}, tier {job.request.tier}, seed {job.request.seed}"
    ]
    for s in job.steps:
        seconds = "" if s.seconds is None else ("reused" if s.seconds == 0 else f"{s.seconds:.2f} s")
        lines.append(f"  {s.name:<12} {s.status:<10} {s.progress:4.0%}  {seconds}")
    lines += [f"  warning: {w}" for w in job.warnings]
    if job.error:
        lines.append(f"  error: {job.error.message}")
    lines += [f"  {a.name}  {a.size / 1e6:.2f} MB" for a in job.assets]
    return lines
