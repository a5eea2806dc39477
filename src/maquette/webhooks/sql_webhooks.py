"""Endpoints and the delivery log of `SqlJobService`."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.identity import Account
from maquette.jobs.paging import Page, PageQuery, select_page
from maquette.jobs.sql import insert_once, now, owned_by
from maquette.jobs.sql_accounts import ServiceBase
from maquette.jobs.tables import deliveries, delivery_attempts, jobs, secrets, webhook_endpoints
from maquette.net.address import check_url
from maquette.webhooks.outbox import emit_test
from maquette.webhooks.signing import new_secret
from maquette.webhooks.types import TEST, Delivery, DeliveryAttempt, WebhookEndpoint

MAX_ENDPOINTS = 50
MAX_EVENTS = 50
ROTATION = timedelta(hours=24)
"""A replaced secret signs beside the new one for so long."""
_GONE = "There is no such webhook endpoint. List them to see their ids."
_NO_DELIVERY = "There is no such delivery. Old ones are removed after their retention time."


class SqlWebhooks(ServiceBase):
    """`WebhookCalls`."""

    async def add_webhook(
        self,
        account: Account,
        url: str,
        *,
        base_url: str,
        dialect: str,
        events: Sequence[str] = ("*",),
        description: str = "",
        extra: Mapping[str, Any] | None = None,
        endpoint_id: str | None = None,
    ) -> WebhookEndpoint:
        """Register; the answer holds the secret."""
        account.require("webhooks")
        check_url(url, self.settings.fetch_allow)
        secret, at = new_secret(), now()
        row: dict[str, Any] = {
            "id": endpoint_id or str(uuid.uuid4()),
            "account_id": account.id,
            "project_id": account.project_id,
        }
        row |= {"url": url, "secrets": [{"secret": secret, "until": None}], "events": _events(events), "enabled": True}
        row |= {"dialect": dialect, "base_url": base_url[:500], "description": description[:500]}
        row |= {"extra": dict(extra or {}), "calls": 0, "failures": 0, "created_at": at, "updated_at": at}

        def work(conn: sa.Connection) -> WebhookEndpoint:
            mine = sa.select(sa.func.count()).where(webhook_endpoints.c.account_id == account.id)
            if int(conn.scalar(mine) or 0) >= MAX_ENDPOINTS:
                raise InvalidRequest(f"An account has at most {MAX_ENDPOINTS} webhook endpoints. Remove one first.")
            conn.execute(sa.insert(webhook_endpoints).values(row))
            return _load(conn, account, row["id"], secret)

        return await self.database.run(work)

    async def webhooks(self, account: Account) -> Sequence[WebhookEndpoint]:
        """Oldest first, without secrets."""

        def work(conn: sa.Connection) -> list[WebhookEndpoint]:
            points = webhook_endpoints
            query = sa.select(points).where(owned_by(points, account)).order_by(points.c.created_at, points.c.id)
            return [to_endpoint(row) for row in conn.execute(query)]

        return await self.database.run(work, read_only=True)

    async def webhook(self, account: Account, endpoint_id: str) -> WebhookEndpoint:
        """Without its secret."""
        return await self.database.run(_load, account, endpoint_id, read_only=True)

    async def change_webhook(
        self,
        account: Account,
        endpoint_id: str,
        *,
        url: str | None = None,
        events: Sequence[str] | None = None,
        enabled: bool | None = None,
        description: str | None = None,
        extra: Mapping[str, Any] | None = None,
        rotate_secret: bool = False,
    ) -> WebhookEndpoint:
        """Change what is given. A rotated secret is in the answer."""
        account.require("webhooks")
        if url is not None:
            check_url(url, self.settings.fetch_allow)
        given = {"url": url, "enabled": enabled, "description": description and description[:500]}
        values: dict[str, Any] = {k: v for k, v in given.items() if v is not None} | {"updated_at": now()}
        if events is not None:
            values["events"] = _events(events)
        if extra is not None:
            values["extra"] = dict(extra)

        def work(conn: sa.Connection) -> WebhookEndpoint:
            points = webhook_endpoints
            mine = sa.and_(points.c.id == endpoint_id, owned_by(points, account))
            row = conn.execute(sa.select(points.c.secrets).where(mine).with_for_update()).first()
            if row is None:
                raise NotFound(_GONE)
            secret = ""
            if rotate_secret:
                secret = new_secret()
                former = {"secret": row.secrets[0]["secret"], "until": (now() + ROTATION).isoformat()}
                values["secrets"] = [{"secret": secret, "until": None}, former]
            conn.execute(sa.update(points).where(mine).values(**values))
            return _load(conn, account, endpoint_id, secret)

        return await self.database.run(work)

    async def remove_webhook(self, account: Account, endpoint_id: str) -> None:
        """With its deliveries."""
        account.require("webhooks")

        def work(conn: sa.Connection) -> None:
            _load(conn, account, endpoint_id)
            conn.execute(sa.delete(webhook_endpoints).where(webhook_endpoints.c.id == endpoint_id))

        await self.database.run(work)

    async def deliveries(
        self,
        account: Account,
        *,
        endpoint_id: str | None = None,
        job_id: str | None = None,
        query: PageQuery | None = None,
    ) -> Page[Delivery]:
        """The log without attempts, newest first."""

        def work(conn: sa.Connection) -> Page[Delivery]:
            rows = sa.select(deliveries).where(_mine(account))
            if endpoint_id is not None:
                _load(conn, account, endpoint_id)
                rows = rows.where(deliveries.c.endpoint_id == endpoint_id)
            if job_id is not None:
                rows = rows.where(deliveries.c.job_id == job_id)
            found, following, preceding, total = select_page(
                conn, rows, deliveries.c.created_at, deliveries.c.id, query or PageQuery()
            )
            return Page([_delivery(row) for row in found], following, preceding, total)

        return await self.database.run(work, read_only=True)

    async def delivery(self, account: Account, delivery_id: str) -> Delivery:
        """With its attempts."""
        return await self.database.run(_load_delivery, account, delivery_id, read_only=True)

    async def replay(self, account: Account, delivery_id: str) -> Delivery:
        """Send it again now, with the same id."""
        account.require("webhooks")

        def work(conn: sa.Connection) -> Delivery:
            _load_delivery(conn, account, delivery_id)
            again = {"status": "pending", "attempts": 0, "next_at": now(), "updated_at": now(), "lease": None}
            conn.execute(sa.update(deliveries).where(deliveries.c.id == delivery_id).values(**again))
            return _load_delivery(conn, account, delivery_id)

        return await self.database.run(work)

    async def test_webhook(self, account: Account, endpoint_id: str) -> Delivery:
        """Send the sample job to one endpoint, once."""
        account.require("webhooks")

        def work(conn: sa.Connection) -> Delivery:
            point = _load(conn, account, endpoint_id)
            return _load_delivery(conn, account, emit_test(conn, account.id, point.id))

        return await self.database.run(work)

    async def webhook_secret(self, account: Account) -> str:
        """`whsec_…` that signs one-off deliveries of this account."""
        return await self.database.run(account_secret, account.id)


def account_secret(conn: sa.Connection, account_id: str) -> str:
    """The account's own secret, made by whoever asks first."""
    name = f"wh-{account_id}"
    known = conn.scalar(sa.select(secrets.c.value).where(secrets.c.name == name))
    if known is None:
        insert_once(conn, secrets, {"name": name, "value": new_secret(), "created_at": now()})
        known = conn.scalar(sa.select(secrets.c.value).where(secrets.c.name == name))
    return str(known)


def _events(events: Sequence[str]) -> list[str]:
    """Vendors' own names may be there, too: the dialect that renders looks at them; the outbox knows `job.…` and `*`."""
    names = list(dict.fromkeys(str(e)[:60] for e in events))
    if not 1 <= len(names) <= MAX_EVENTS:
        raise InvalidRequest(f"Name 1 to {MAX_EVENTS} events, or * for all.", field="events")
    return names


def _mine(account: Account) -> sa.ColumnElement[bool]:
    mine = deliveries.c.account_id == account.id
    if account.project_id is None:
        return mine
    of_project = sa.select(jobs.c.id).where(jobs.c.project_id == account.project_id)
    points = sa.select(webhook_endpoints.c.id).where(webhook_endpoints.c.project_id == account.project_id)
    tests = sa.and_(deliveries.c.event == TEST, deliveries.c.endpoint_id.in_(points))
    return sa.and_(mine, sa.or_(deliveries.c.job_id.in_(of_project), tests))


def _load(conn: sa.Connection, account: Account, endpoint_id: str, secret: str = "") -> WebhookEndpoint:
    points = webhook_endpoints
    row = conn.execute(sa.select(points).where(points.c.id == endpoint_id, owned_by(points, account))).first()
    if row is None:
        raise NotFound(_GONE)
    return to_endpoint(row, secret)


def to_endpoint(row: Any, secret: str = "") -> WebhookEndpoint:
    """A row of `webhook_endpoints`."""
    return WebhookEndpoint(
        id=row.id,
        account_id=row.account_id,
        url=row.url,
        events=tuple(row.events),
        enabled=row.enabled,
        dialect=row.dialect,
        description=row.description,
        created_at=row.created_at,
        updated_at=row.updated_at,
        calls=row.calls,
        failures=row.failures,
        secret=secret,
        project_id=row.project_id,
        extra=row.extra,
    )


def _load_delivery(conn: sa.Connection, account: Account, delivery_id: str) -> Delivery:
    row = conn.execute(sa.select(deliveries).where(deliveries.c.id == delivery_id, _mine(account))).first()
    if row is None:
        raise NotFound(_NO_DELIVERY)
    tries = sa.select(delivery_attempts).where(delivery_attempts.c.delivery_id == delivery_id)
    attempts = [
        DeliveryAttempt(a.sent_at, a.seconds, a.status_code, a.error, a.answer)
        for a in conn.execute(tries.order_by(delivery_attempts.c.id))
    ]
    return _delivery(row, attempts)


def _delivery(row: Any, attempts: Sequence[DeliveryAttempt] = ()) -> Delivery:
    return Delivery(
        id=row.id,
        job_id=row.job_id,
        endpoint_id=row.endpoint_id,
        event=row.event,
        status=row.status,
        created_at=row.created_at,
        updated_at=row.updated_at,
        next_at=row.next_at,
        payload=row.payload,
        attempts=attempts,
        tries=row.attempts,
    )
