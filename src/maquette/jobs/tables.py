"""The tables of the service's own database, the same on SQLite and PostgreSQL. Alembic's migrations create them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

MICRO = Decimal(1_000_000)


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC time with microseconds. SQLite keeps no time zone, so it is dropped there and put back."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Credits(TypeDecorator[Decimal]):
    """Credits, exact to a millionth, as a whole number of micro-credits (SQLite would make a float of a decimal)."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> int | None:
        return None if value is None else int(Decimal(value) * MICRO)

    def process_result_value(self, value: int | None, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value) / MICRO


metadata = sa.MetaData()


def _account() -> sa.Column[str]:
    return sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False)


accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False, unique=True),
    sa.Column("plan", sa.String(40)),  # NULL: the built-in plan, which is the settings
    sa.Column("parallel_limit", sa.Integer),  # NULL: the plan's
    sa.Column("rate_limit", sa.Integer),  # NULL: the plan's
    sa.Column("enforce_credits", sa.Boolean, nullable=False),
    sa.Column("balance", Credits, nullable=False),  # always the sum of its postings in the book "balance"
    sa.Column("held", Credits, nullable=False, server_default="0"),  # always the sum of its postings in the book "held"
    sa.Column("created_at", UtcTime, nullable=False),
)

plans = sa.Table(
    "plans",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("parallel_limit", sa.Integer),  # NULL: the setting's
    sa.Column("rate_limit", sa.Integer),  # requests per minute; NULL: the setting's
    sa.Column("enforce_credits", sa.Boolean),  # NULL: the account's
    sa.Column("enterprise", sa.JSON, nullable=False),  # names of enterprise options that are open
    sa.Column("prices", sa.JSON, nullable=False),  # item -> credits as text
    sa.Column("created_at", UtcTime, nullable=False),
)

projects = sa.Table(
    "projects",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    _account(),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.UniqueConstraint("account_id", "name", name="projects_name"),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    _account(),
    sa.Column("project_id", sa.String(36)),  # NULL: the key is the whole account's
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("public", sa.String(40), nullable=False, unique=True),
    sa.Column("secret_hash", sa.String(64), nullable=False),
    sa.Column("mode", sa.String(8), nullable=False, server_default="live"),  # live, test
    sa.Column("scopes", sa.JSON),  # NULL: all
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime),
    sa.Column("last_used_at", UtcTime),
    sa.Column("revoked_at", UtcTime),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    _account(),
    sa.Column("project_id", sa.String(36)),
    sa.Column("mode", sa.String(8), nullable=False, server_default="live"),
    sa.Column("dialect", sa.String(40), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("request", sa.JSON, nullable=False),
    sa.Column("extra", sa.JSON, nullable=False, server_default="{}"),  # the dialect's own state
    sa.Column("webhook", sa.JSON),  # a one-off target, see webhooks/events.py
    sa.Column("steps", sa.JSON, nullable=False),
    sa.Column("warnings", sa.JSON, nullable=False),
    sa.Column("error", sa.JSON),
    sa.Column("cost", Credits, nullable=False),
    sa.Column("priority", sa.Integer, nullable=False),  # virtual deadline; a smaller one runs first
    sa.Column("owner", sa.String(36)),  # token of the run that may write to this row
    sa.Column("attempts", sa.Integer, nullable=False),  # starts since the last finished stage
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("started_at", UtcTime),
    sa.Column("finished_at", UtcTime),
    sa.Index("jobs_by_account", "account_id", "created_at", "id"),
    sa.Index("jobs_waiting", "status", "mode", "priority", "created_at", "id"),
    sa.Index("jobs_unfinished", "account_id", "mode", "status"),
)

job_aliases = sa.Table(
    "job_aliases",
    metadata,
    sa.Column("account_id", sa.String(36), primary_key=True),
    sa.Column("alias", sa.String(200), primary_key=True),
    sa.Column("job_id", sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("account_id", sa.String(36), primary_key=True),
    sa.Column("key", sa.String(255), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("job_id", sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("created_at", UtcTime, nullable=False),
)

assets = sa.Table(
    "assets",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("job_id", sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("format", sa.String(20), nullable=False),
    sa.Column("media_type", sa.String(100), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("key", sa.String(500), nullable=False),
)

uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    _account(),
    sa.Column("project_id", sa.String(36)),
    sa.Column("status", sa.String(16), nullable=False),  # pending, complete, failed
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),  # image, model
    sa.Column("format", sa.String(20), nullable=False),
    sa.Column("media_type", sa.String(100), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("key", sa.String(500), nullable=False),
    sa.Column("width", sa.Integer),
    sa.Column("height", sa.Integer),
    sa.Column("parts", sa.Integer, nullable=False),  # expected parts; 0: came in one piece
    sa.Column("error", sa.JSON),
    sa.Column("extra", sa.JSON, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False),
    sa.Index("uploads_by_account", "account_id", "created_at", "id"),
)

upload_parts = sa.Table(
    "upload_parts",
    metadata,
    sa.Column("upload_id", sa.ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("key", sa.String(500), nullable=False),
)

_BIG_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""SQLite numbers rows by itself only in a column declared INTEGER."""

postings = sa.Table(
    "postings",
    metadata,
    sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
    sa.Column("transfer_id", sa.String(36), nullable=False, index=True),  # its postings sum to 0
    _account(),
    sa.Column("book", sa.String(16), nullable=False),  # balance, held, revenue, grants
    sa.Column("amount", Credits, nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),  # grant, hold, capture, refund
    sa.Column("job_id", sa.String(36)),  # no foreign key: postings outlive their job
    sa.Column("note", sa.String(200), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Index("postings_by_account", "account_id", "book", "id"),
    sa.UniqueConstraint("job_id", "kind", "book", name="postings_once_per_job"),
)

webhook_endpoints = sa.Table(
    "webhook_endpoints",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("project_id", sa.String(36)),
    sa.Column("url", sa.String(2000), nullable=False),
    sa.Column(
        "secrets", sa.JSON, nullable=False
    ),  # newest first; the former one signs, too, for a day after a rotation
    sa.Column("events", sa.JSON, nullable=False),
    sa.Column("enabled", sa.Boolean, nullable=False),
    sa.Column("dialect", sa.String(40), nullable=False),  # who words the deliveries
    sa.Column("base_url", sa.String(500), nullable=False),  # how links in deliveries begin
    sa.Column("description", sa.String(500), nullable=False),
    sa.Column("extra", sa.JSON, nullable=False),
    sa.Column("calls", sa.Integer, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
)

deliveries = sa.Table(
    "webhook_deliveries",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),  # `webhook-id` of every attempt
    sa.Column("sequence", sa.BigInteger, nullable=False),  # order of the events of one job
    _account(),
    sa.Column("job_id", sa.String(36), nullable=False),
    sa.Column("endpoint_id", sa.ForeignKey("webhook_endpoints.id", ondelete="CASCADE"), index=True),  # NULL: one-off
    sa.Column("target", sa.String(36), nullable=False),  # endpoint's id, or "" for the job's own URL
    sa.Column("event", sa.String(40), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),  # pending, delivered, failed, skipped
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("payload", sa.Text),  # what the last attempt sent
    sa.Column("next_at", UtcTime, nullable=False),
    sa.Column("lease", sa.String(36)),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Index("deliveries_due", "status", "next_at"),
    sa.Index("deliveries_of_job", "job_id", "target", "sequence"),
    sa.Index("deliveries_by_account", "account_id", "created_at", "id"),
)

delivery_attempts = sa.Table(
    "webhook_attempts",
    metadata,
    sa.Column("id", _BIG_ID, primary_key=True, autoincrement=True),
    sa.Column("delivery_id", sa.ForeignKey("webhook_deliveries.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("sent_at", UtcTime, nullable=False),
    sa.Column("seconds", sa.Float, nullable=False),
    sa.Column("status_code", sa.Integer),
    sa.Column("error", sa.String(500), nullable=False),
    sa.Column("answer", sa.Text, nullable=False),  # the first characters of the answer's body
)

secrets = sa.Table(
    "secrets",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)
