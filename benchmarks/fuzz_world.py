"""An installation to fuzz: all dialects in process on SQLite, accounts and keys, jobs that end by themselves, a sink of webhooks."""

from __future__ import annotations

import asyncio
import hashlib
import io
import logging
import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import sqlalchemy as sa
from fastapi import FastAPI
from PIL import Image

from maquette.dialects.native.catalog import engine_cards
from maquette.errors import EngineError, NotFound, ObjectNotFound, StageTimeout
from maquette.jobs import accounts, queries, store
from maquette.jobs.identity import Account
from maquette.jobs.job import Asset, JobStatus, Step
from maquette.jobs.sql import now
from maquette.jobs.sql_service import SqlJobService
from maquette.jobs.tables import jobs
from maquette.pipeline.bundle import Bundle
from maquette.pipeline.stage import Stage, StageContext
from maquette.request import GenerationRequest
from maquette.server.app import create_app, webhook_runner
from maquette.settings import Settings

STEPS = ("ingest", "reconstruct", "texture", "export", "preview")
GLB = b"glTF\x02\x00\x00\x00" + bytes(range(256)) * 4
FILES = (
    ("model_pbr.glb", "model", "glb", "model/gltf-binary", GLB),
    ("texture_diffuse.png", "texture", "png", "image/png", b"\x89PNG" + bytes(64)),
    ("preview.webp", "preview", "webp", "image/webp", b"RIFF----WEBP" + bytes(64)),
)
PATIENCE = 1.0
"""Seconds after which the background ends an unfinished job, so that nothing waits for ever."""


class FuzzPlan:
    """Stages that do next to nothing, and three small files."""

    @staticmethod
    def build_stages(request: GenerationRequest) -> Sequence[Stage]:
        """One after another."""

        def run(context: StageContext) -> Bundle:
            return Bundle({"seed": np.array([context.request.seed])})

        return tuple(Stage(name, 1, ("seed", "images"), STEPS[max(i - 1, 0) : i], run) for i, name in enumerate(STEPS))

    @staticmethod
    def collect_assets(
        request: GenerationRequest, outputs: Mapping[str, Bundle]
    ) -> Sequence[tuple[str, str, str, str, bytes]]:
        """The same for every request."""
        return FILES


def picture() -> bytes:
    """A small real picture."""
    out = io.BytesIO()
    Image.fromarray(np.full((24, 24, 3), (200, 40, 30), np.uint8)).save(out, "PNG")
    return out.getvalue()


@dataclass
class Player:
    """A key that asks.

    Attributes:
        marks: texts of this account that no other may ever see.
    """

    name: str
    account: str
    key: str
    mode: str = "live"
    marks: list[str] = field(default_factory=list)


@dataclass
class FuzzWorld:
    """One installation. `victim` never asks; `secrets` are texts and ids of it that nobody may be told."""

    service: SqlJobService
    app: FastAPI
    folder: Path
    players: list[Player]
    bad_keys: list[str]
    victim: Account
    victim_ids: dict[str, list[str]]
    secrets: list[str]
    sink: dict[str, list[str]]
    sink_url: str
    errors: list[str]
    before: str = ""

    async def portrait(self) -> str:
        """Everything of the victim, to be the same before and after."""
        service, who = self.service, self.victim
        jobs_ = (await service.page(who)).items
        return repr(
            (
                sorted((j.id, j.status, j.cost, j.extra, [a.id for a in j.assets]) for j in jobs_),
                sorted((u.id, u.status, u.name) for u in (await service.uploads(who)).items),
                [(w.id, w.url, w.enabled) for w in await service.webhooks(who)],
                await service.balance(who),
            )
        )


class _Errors(logging.Handler):
    """Keeps what was logged with a traceback: a crash that some envelope hid."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[0] is not None:
            text = logging.Formatter().formatException(record.exc_info)
            self._kept.append(f"{record.getMessage()}: {text[-1500:]}")


@asynccontextmanager
async def open_fuzz_world(folder: Path) -> AsyncIterator[FuzzWorld]:
    """In `folder`; jobs are ended and webhooks sent in the background while it is open."""
    settings = Settings(
        data_dir=folder,
        parallel_limit=10**6,
        rate_limit=0,
        fetch_seconds=1.0,
        fetch_allow=("127.0.0.1",),
        key_cache_seconds=0.0,
    )
    service = await SqlJobService.open(settings, plan=FuzzPlan())  # type: ignore[arg-type]
    settings = settings.model_copy(update={"secret": await service.secret()})
    app = create_app(settings, service)
    engine_cards()  # a plug-in that cannot be imported is told once, and is no finding
    kept: list[str] = []
    handler = _Errors(kept)
    logging.getLogger("maquette").addHandler(handler)
    sink: dict[str, list[str]] = {}
    server = await asyncio.start_server(lambda r, w: _swallow(r, w, sink), "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    world = await _people(service, app, folder, sink, url, kept)
    asyncio.get_running_loop().set_exception_handler(
        lambda _, told: kept.append(f"lost: {told.get('exception')!r} {told['message']}")
    )
    task = asyncio.create_task(_work(service))
    try:
        async with webhook_runner(app, service):
            yield world
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        server.close()
        logging.getLogger("maquette").removeHandler(handler)
        await service.close()


async def _people(
    service: SqlJobService, app: FastAPI, folder: Path, sink: dict[str, list[str]], url: str, kept: list[str]
) -> FuzzWorld:
    async def account(name: str, grant: str) -> Account:
        made = await service.database.run(lambda c: accounts.create_account(c, name, grant=Decimal(grant)))
        return await service.account(made)

    rich, poor = await account("rich-account", "1000000"), await account("poor-account", "3.5")
    victim = await account("victim-account", "100")
    await service.database.run(lambda c: accounts.change_account(c, poor.id, {"parallel_limit": 2, "rate_limit": 600}))
    project = await service.database.run(lambda c: accounts.create_project(c, rich.id, "rich-project"))
    players = [
        Player("rich", rich.id, (await service.new_key(rich)).text),
        Player("test", rich.id, (await service.new_key(rich, mode="test")).text, "test"),
        Player("poor", poor.id, (await service.new_key(poor)).text),
        Player("poor test", poor.id, (await service.new_key(poor, mode="test")).text, "test"),
        Player("project", rich.id, (await service.new_key(rich, project_id=project.id)).text),
        Player("reader", rich.id, (await service.new_key(rich, scopes=("read",))).text),
    ]
    for player in players:
        owner = "rich" if player.account == rich.id else "poor"
        player.marks = [f"mark-{owner}-{i}-{uuid.uuid4().hex[:12]}" for i in range(3)]
    revoked = await service.new_key(rich)
    await service.database.run(accounts.revoke_key, revoked.public)
    expired = await service.new_key(rich, expires_at=datetime.now(UTC) - timedelta(days=1))
    ids, secrets = await _belongings(service, victim)
    bad = [revoked.text, expired.text, players[0].key[:-1] + "x", "mq_live_x_y", "é" * 20, "k" * 5000]
    world = FuzzWorld(service, app, folder, players, bad, victim, ids, secrets, sink, url, kept)
    world.before = await world.portrait()
    return world


async def _belongings(service: SqlJobService, victim: Account) -> tuple[dict[str, list[str]], list[str]]:
    """What the victim has; its ids by kind, and what nobody else may see."""
    mark = f"victim-secret-{uuid.uuid4().hex}"
    made: list[str] = []
    for dialect in ("native", "rodin", "csm", "scenario", "replicate"):
        key, digest = await service.put_image(victim, picture())
        request = GenerationRequest.build(images=({"key": key, "sha256": digest},), prompt=mark)
        job = await service.submit(victim, request, cost=Decimal(1), dialect=dialect, extra={"name": mark})
        made.append(job.id)
        await service.database.run(_finish, service, job.id)
    files = [a.id for j in (await service.page(victim)).items for a in j.assets]
    upload = await service.put_upload(victim, picture(), name=f"{mark}.png")
    hook = await service.add_webhook(victim, f"http://127.0.0.1:9/{mark}", base_url="http://x", dialect="native")
    sent = [d.id for d in (await service.deliveries(victim)).items]
    ids = {"job": made, "asset": files, "upload": [upload.id], "webhook": [hook.id], "delivery": sent}
    return ids, [mark, hook.secret, await service.webhook_secret(victim)]


# -- what goes on beside the requests


def _finish(conn: sa.Connection, service: SqlJobService, job_id: str, number: int = 0) -> None:
    """End a live job: most succeed, some fail."""
    owner = str(uuid.uuid4())
    job = queries.load_job(conn, None, job_id)
    store.begin_run(conn, job_id, owner)
    if number % 7 == 6:
        fault = (EngineError("It failed. Try again."), ObjectNotFound("Nothing there."), StageTimeout("Too slow."))
        store.fail_job(conn, job_id, fault[number % 3], owner=owner)
        return
    files = []
    for name, kind, form, media, data in FILES:
        key = f"fuzz/{name}"
        service.blobs.put(key, data)
        digest = hashlib.sha256(data).hexdigest()
        made = str(uuid.uuid5(uuid.UUID(job_id), name))
        files.append(Asset(made, job_id, name, kind, form, media, len(data), digest, key))
    steps = [Step(s.name, JobStatus.SUCCEEDED, 1.0, 0.1) for s in job.steps]
    store.finish_run(conn, job_id, owner, steps, [], files)


async def _work(service: SqlJobService) -> None:
    """Ends live jobs, and test jobs that hang; starts some, so that every state is seen."""
    number = 0
    while True:
        await asyncio.sleep(0.05)
        query = sa.select(jobs.c.id, jobs.c.mode, jobs.c.created_at).where(jobs.c.status.in_(store.UNFINISHED))
        for row in await service.database.run(lambda c, q=query: c.execute(q).all(), read_only=True):
            number += 1
            late = (now() - row.created_at).total_seconds() > PATIENCE
            with suppress(NotFound):  # deleted meanwhile
                if row.mode == "live" and number % 3:
                    await service.database.run(_finish, service, row.id, number)
                elif row.mode == "live":
                    await service.database.run(store.begin_run, row.id, "fuzz-worker")
                elif late:
                    await service.database.run(store.fail_job, row.id, EngineError("It hung. Try again."))


async def _swallow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sink: dict[str, list[str]]) -> None:
    """Answers 200 to any POST; keeps its body under its path."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        lengths = [line.split(":")[1] for line in head.lower().split("\r\n") if line.startswith("content-length:")]
        body = await reader.readexactly(int(lengths[0]) if lengths else 0)
        sink.setdefault(head.split(" ")[1], []).append(body.decode("utf-8", "replace"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def settle(world: FuzzWorld) -> int:
    """Wait until no job is unfinished; gives the number of deliveries that could not be worded."""
    for _ in range(200):
        left = sa.select(sa.func.count()).select_from(jobs).where(jobs.c.status.in_(store.UNFINISHED))
        if not await world.service.database.run(lambda c, q=left: c.scalar(q), read_only=True):
            break
        await asyncio.sleep(0.05)
    lost = sa.text("select count(*) from webhook_attempts where error like 'could not be worded%'")
    return int(await world.service.database.run(lambda c: c.scalar(lost), read_only=True) or 0)
