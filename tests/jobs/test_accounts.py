"""Plans, projects, keys with scopes: what an account may do and see."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from maquette.errors import InvalidRequest, NotFound, PermissionDenied, Unauthorized
from maquette.jobs import accounts
from maquette.jobs.identity import AccountPlan
from maquette.jobs.job import Job
from maquette.jobs.keys import join_pair
from maquette.jobs.service import Account
from maquette.jobs.sql import now
from maquette.jobs.sql_service import SqlJobService
from tests.jobs import plans


async def submit(service: SqlJobService, account: Account) -> Job:
    return await service.submit(account, plans.make_request(), cost=Decimal(1), dialect="t")


async def test_a_plan_decides_and_the_account_may_differ(service: SqlJobService) -> None:
    run = service.database.run
    plan = AccountPlan("pro", "Pro", 3, 60, True, frozenset({"kit"}), {"rodin.Gen-2": Decimal("0.25"), "*": Decimal(9)})
    await run(accounts.save_plan, plan)
    owner = await run(lambda c: accounts.create_account(c, "a", enforce_credits=False, plan="pro"))
    account = await service.account("a")
    assert (account.parallel_limit, account.rate_limit, account.enforce_credits) == (3, 60, True)
    assert account.plan == plan
    assert (account.may_use("kit"), account.may_use("retopology")) == (True, False)
    assert account.price("rodin.Gen-2", Decimal(1)) == Decimal("0.25")
    assert account.price("x", Decimal(1)) == 9
    await run(accounts.change_account, owner, {"parallel_limit": 7, "rate_limit": 0})
    changed = await service.account("a")
    assert (changed.parallel_limit, changed.rate_limit) == (7, 0)
    await run(accounts.remove_plan, "pro")
    assert (await service.account("a")).plan == AccountPlan()
    assert AccountPlan().enterprise == {"*"}
    for wrong in ("default", ""):
        with pytest.raises(InvalidRequest):
            await run(accounts.save_plan, AccountPlan(wrong))
    with pytest.raises(NotFound):
        await run(accounts.change_account, owner, {"plan": "none"})


async def test_a_projects_key_sees_its_project_only(service: SqlJobService, local: Account) -> None:
    project = await service.database.run(accounts.create_project, local.id, "game")
    key = await service.new_key(local, project_id=project.id)
    part = await service.authenticate(key.text)
    mine, others = await submit(service, part), await submit(service, local)
    assert mine.project_id == project.id
    assert [j.id for j in (await service.page(part)).items] == [mine.id]
    assert {j.id for j in (await service.page(local)).items} == {mine.id, others.id}
    for call in (service.get, service.find, service.cancel, service.delete):
        with pytest.raises(NotFound):
            await call(part, others.id)
    assert [p.name for p in await service.projects(part)] == ["game"]
    assert [e.job_id for e in (await service.usage(part)).items] == [mine.id]


async def test_scopes_expiry_and_pairs(service: SqlJobService, local: Account) -> None:
    reader = await service.authenticate((await service.new_key(local, scopes=("read",))).text)
    assert reader.scopes == {"read"}
    with pytest.raises(PermissionDenied, match="generate"):
        await submit(service, reader)
    with pytest.raises(PermissionDenied, match="upload"):
        await service.put_upload(reader, b"x", name="x")
    with pytest.raises(PermissionDenied, match="webhooks"):
        await service.add_webhook(reader, "https://a.example/", base_url="", dialect="t")
    old = await service.new_key(local, expires_at=now() - timedelta(seconds=1))
    with pytest.raises(Unauthorized, match="expired"):
        await service.authenticate(old.text)
    pair = await service.new_key(local)
    assert await service.authenticate(join_pair(*pair.pair)) == local
    assert join_pair(pair.pair[0], "wrong") != pair.text
    with pytest.raises(Unauthorized):
        await service.authenticate(pair.pair[0])


async def test_a_revoked_key_ends_within_the_cache_time(service: SqlJobService, local: Account) -> None:
    service.settings = service.settings.model_copy(update={"key_cache_seconds": 0.3})
    key = await service.new_key(local)
    await service.authenticate(key.text)
    await service.database.run(accounts.revoke_key, key.public)
    await asyncio.sleep(0.35)
    with pytest.raises(Unauthorized):
        await service.authenticate(key.text)
