"""Thousands of fuzzed requests for each dialect: no server error, no leak across accounts, a balanced ledger.

    python benchmarks/fuzz_dialects.py [--requests 10000] [--dialect all] [--seed 1] [--out benchmarks/results/fuzz_dialects.json]

Requests are made from each dialect's described schema (`/maquette/v1/openapi/<dialect>.json`, the native API's own document) and spoilt:
types, missing and huge values, unicode, broken JSON and multipart, wrong keys of each kind, ids of other accounts, altered links, magic
words of test keys, webhooks. Six keys of two accounts ask; a third account never does, and must be untouched and untold at the end.
Exit status 1 if anything is wrong. In process, on SQLite; about 100 requests a second.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import faulthandler
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import machine
from benchmarks.fuzz_pool import Pool
from benchmarks.fuzz_requests import Document, Requests, Sent
from benchmarks.fuzz_world import FuzzWorld, Player, open_fuzz_world, picture, settle
from maquette.dialects.described import document
from maquette.dialects.dialect import load_dialects
from maquette.dialects.native import openapi
from maquette.jobs.ids import encode_id
from maquette.jobs.keys import public_part
from maquette.jobs.tables import accounts, jobs, postings

RESULT = Path(__file__).parent / "results" / "fuzz_dialects.json"
NEVER = ("Traceback (most", 'File "', "site-packages", "sqlalchemy", "sqlite3.", "/src/maquette", "psycopg")
"""What no answer may hold."""
WAIT_SECONDS = 120.0
MAX_SHOWN = 20
AT_ONCE = 8
"""Clients."""


@dataclass
class Findings:
    """What one dialect's run found."""

    requests: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    operations: Counter[str] = field(default_factory=Counter)
    documented: int = 0
    errors: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    ledger: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        return not (self.errors or self.leaks or self.ledger)

    def report(self, total: int) -> dict[str, Any]:
        told = sorted(self.statuses.items())
        return {
            "requests": self.requests,
            "operations_reached": f"{len(self.operations)} of {total}",
            "statuses": {str(s): n for s, n in told},
            "server_errors": len(self.errors),
            "leaks": len(self.leaks),
            "ledger_problems": len(self.ledger),
            "documented_5xx": self.documented,
            "requests_per_second": round(self.requests / self.seconds) if self.seconds else 0,
        } | ({"shown": [*self.errors, *self.leaks, *self.ledger][:MAX_SHOWN]} if not self.clean else {})


def described(name: str) -> Document:
    """The OpenAPI document of a dialect."""
    if name == "native":
        return openapi.document()
    dialect = next(d for d in load_dialects() if d.id == name)
    return document(dialect.title, dialect.description)  # type: ignore[attr-defined]


def foreign(world: FuzzWorld) -> list[str]:
    """Ids of the victim in every vendor's spelling."""
    out = [uid for ids in world.victim_ids.values() for uid in ids]
    for prefix, kind in (
        ("job_", "job"),
        ("asset_", "asset"),
        ("upload_", "upload"),
        ("webhook_", "webhook"),
        ("event_", "delivery"),
    ):
        out += [encode_id(prefix, uid) for uid in world.victim_ids[kind]]
    return out + [f"hyper3d-rodin-259_{uid}" for uid in world.victim_ids["job"][:2]]


def credentials(rng: random.Random, dialect: str, player: Player, bad: Sequence[str]) -> tuple[dict[str, str], bool]:
    """Headers with the player's key somewhere, or (False) with none that is good."""
    good = rng.random() < 0.93
    key = player.key if good else bad[int(rng.random() * len(bad))]
    if not good and rng.random() < 0.2:
        return {}, False
    home, _, secret = key.rpartition("_")
    pair = base64.b64encode(f"{home}:mqs_{secret}".encode()).decode()
    places = [{"Authorization": f"Bearer {key}"}]
    if dialect != "rodin":  # its clients know one place only
        places += [{"Authorization": f"Basic {pair}"}, {"Authorization": f"Key {key}"}, {"x-api-key": key}]
        places += [{"Authorization": f"token {home}:mqs_{secret}"}]
    if dialect == "pixazo":
        places = [{"Ocp-Apim-Subscription-Key": key}, *places]
    return places[int(rng.random() * len(places))], good and bool(public_part(player.key))


async def fuzz(world: FuzzWorld, dialect: str, requests: int, seed: int) -> Findings:
    """Fuzz one dialect in `world`, with several clients at once."""
    found, began = Findings(), time.monotonic()
    told = described(dialect)
    transport = httpx.ASGITransport(world.app, raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url="http://maquette.test", timeout=WAIT_SECONDS) as client:
        shares = [requests // AT_ONCE + (n < requests % AT_ONCE) for n in range(AT_ONCE)]
        one = [_client(world, client, found, dialect, told, share, seed * 1000 + n) for n, share in enumerate(shares)]
        await asyncio.gather(*one)
    found.requests, found.seconds = requests, time.monotonic() - began
    return found


async def _client(
    world: FuzzWorld, client: httpx.AsyncClient, found: Findings, dialect: str, told: Document, requests: int, seed: int
) -> None:
    rng = random.Random(seed)
    made = Requests(seed, told, foreign(world), f"{world.sink_url}/hook")
    pools, bytes_ = {player.name: Pool() for player in world.players}, picture()
    for _ in range(requests):
        player = world.players[int(rng.random() * len(world.players))]
        sent = made.make(pools[player.name], player.marks, bytes_, test=player.mode == "test")
        headers, good = credentials(rng, dialect, player, world.bad_keys)
        await _one(world, client, found, player, sent, headers, pools[player.name] if good else Pool())


async def _one(
    world: FuzzWorld,
    client: httpx.AsyncClient,
    found: Findings,
    player: Player,
    sent: Sent,
    key: dict[str, str],
    pool: Pool,
) -> None:
    raw = [(n.encode(), v.encode("latin-1", "replace")) for n, v in (sent.headers | key).items()]
    try:
        url = httpx.URL(f"http://maquette.test{sent.path}", params=sent.params or None)
        async with asyncio.timeout(WAIT_SECONDS):
            answer = await client.request(sent.method, url, content=sent.body, headers=raw)
    except httpx.InvalidURL:
        return
    except Exception as error:
        found.errors.append(f"{sent.operation}: {type(error).__name__} {str(error)[:300]} after {sent.text[:300]}")
        return
    found.statuses[answer.status_code] += 1
    if answer.status_code < 400:
        found.operations[sent.operation] += 1
    where = f"{sent.method} {sent.path[:120]} as {player.name}: {answer.status_code} {answer.text[:200]}"
    if answer.status_code >= 500 and not _documented(answer, sent):
        found.errors.append(f"{where} after {sent.text[:400]}")
    elif answer.status_code >= 500:
        found.documented += 1
    while world.errors:  # a crash that an envelope hid
        found.errors.append(f"logged {world.errors.pop()[-1200:]} near {where}")
    _look(world, found, player, sent, answer, where)
    if (
        answer.headers.get("content-type", "").startswith("application/json")
        and answer.status_code < 400
        and answer.content
    ):
        pool.harvest(sent.path, answer.json())


def _documented(answer: httpx.Response, sent: Sent) -> bool:
    """fal's result of a job that failed has the failure's status (docs/fal.md); 503 is asked for by a magic word, or means "not yet".

    `/ready` says 503 while the database does not answer within its time, which a machine with far too much to do may bring about.
    """
    if answer.status_code == 503:
        return "maquette:unavailable" in sent.text or sent.path.endswith(("/download", "/ready"))
    return "/fal-ai/" in sent.path and "x-fal-error-type" in answer.headers


def _look(world: FuzzWorld, found: Findings, player: Player, sent: Sent, answer: httpx.Response, where: str) -> None:
    """Nothing of the machine, of the victim or of another account may be in an answer."""
    text = f"{answer.headers}{answer.text}"
    for never in (*NEVER, str(world.folder)):
        if never in text and never not in sent.text:
            found.leaks.append(f"{never!r} in {where}")
    others = [m for p in world.players if p.account != player.account for m in (*p.marks, p.key[:19])]
    for secret in (*world.secrets, *others):
        if secret in text and secret not in sent.text:
            found.leaks.append(f"{secret!r} in {where}")


async def check_end(world: FuzzWorld, found: Findings) -> None:
    """After all requests: the ledger, the victim, the webhooks that went out."""
    unworded = await settle(world)
    if unworded:
        found.errors.append(f"{unworded} webhooks could not be worded")
    report = await world.service.check_ledger()
    found.ledger += report.problems
    found.ledger += await world.service.database.run(_sums, read_only=True)
    if await world.portrait() != world.before:
        found.leaks.append("the things of the third account have changed")
    for path, bodies in world.sink.items():
        found.leaks += [f"the third account's text in a delivery to {path}" for b in bodies if world.secrets[0] in b]


def _sums(conn: sa.Connection) -> list[str]:
    """Counted a second time, from the jobs: what each account has is what it was given less what its jobs cost."""
    problems = []
    for row in conn.execute(sa.select(accounts.c.id, accounts.c.name, accounts.c.balance, accounts.c.held)):
        mine = sa.and_(jobs.c.account_id == row.id, jobs.c.mode == "live")
        cost = dict.fromkeys(("succeeded", "queued", "running"), 0)
        for job in conn.execute(sa.select(jobs.c.status, jobs.c.cost).where(mine)):
            cost[job.status] = cost.get(job.status, 0) + job.cost
        here = sa.and_(postings.c.account_id == row.id, postings.c.book == "revenue")
        kept = sa.select(jobs.c.id).where(mine)
        charged = conn.execute(sa.select(postings.c.job_id, postings.c.amount).where(here)).all()
        known = set(conn.scalars(kept))
        revenue = sum(p.amount for p in charged if p.job_id in known)
        removed = sum(p.amount for p in charged if p.job_id not in known)
        given = sum(
            conn.scalars(
                sa.select(postings.c.amount).where(
                    postings.c.account_id == row.id, postings.c.kind == "grant", postings.c.book == "balance"
                )
            )
        )
        if revenue != cost["succeeded"]:
            problems.append(f"{row.name}: charged {revenue} for jobs that cost {cost['succeeded']}")
        if given - row.balance != cost["succeeded"] + cost["queued"] + cost["running"] + removed:
            problems.append(f"{row.name}: {row.balance} of {given} left, but its jobs cost {cost} and {removed}")
    return problems


async def run(dialects: Sequence[str], requests: int, seed: int) -> dict[str, Findings]:
    """Fuzz each dialect in an installation of its own."""
    out: dict[str, Findings] = {}
    for name in dialects:
        with tempfile.TemporaryDirectory() as folder:
            async with open_fuzz_world(Path(folder)) as world:
                out[name] = await fuzz(world, name, requests, seed)
                await check_end(world, out[name])
        print(name, json.dumps(out[name].report(operations(name))), file=sys.stderr, flush=True)
    return out


def operations(name: str) -> int:
    """How many a dialect has."""
    return sum(len(item) for item in described(name)["paths"].values())


def main() -> None:
    """Entry of the script."""
    faulthandler.enable()
    names = [d.id for d in load_dialects()]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=10_000, help="for each dialect")
    parser.add_argument("--dialect", choices=["all", *names], default="all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help=f"write the result there, e.g. {RESULT.name}")
    options = parser.parse_args()
    found = asyncio.run(run(names if options.dialect == "all" else [options.dialect], options.requests, options.seed))
    result = {"seed": options.seed, "machine": machine.describe(), "keys": 6, "accounts": 3}
    result["dialects"] = {name: f.report(operations(name)) for name, f in found.items()}
    text = json.dumps(result, indent=2)
    if options.out:
        options.out.write_text(text + "\n")
    print(text)
    sys.exit(0 if all(f.clean for f in found.values()) else 1)


if __name__ == "__main__":
    main()
