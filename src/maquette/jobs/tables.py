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

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False, unique=True),
    sa.Column("parallel_limit", sa.Integer),  # NULL: the setting's
    sa.Column("enforce_credits", sa.Boolean, nullable=False),
    sa.Column("balance", Credits, nullable=False),  # always the sum of the account's ledger entries
    sa.Column("created_at", UtcTime, nullable=False),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("public", sa.String(40), nullable=False, unique=True),
    sa.Column("secret_hash", sa.String(64), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_used_at", UtcTime),
    sa.Column("revoked_at", UtcTime),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("dialect", sa.String(40), nullable=False),
    sa.Column("status", sa.String(16), nullable=False),
    sa.Column("request", sa.JSON, nullable=False),
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
    sa.Index("jobs_by_status", "status", "priority", "created_at"),
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

ledger = sa.Table(
    "ledger",
    metadata,
    # SQLite numbers rows by itself only in a column declared INTEGER
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("job_id", sa.String(36)),  # no foreign key: entries outlive their job
    sa.Column("kind", sa.String(16), nullable=False),  # grant +, hold -, capture 0, refund +
    sa.Column("amount", Credits, nullable=False),
    sa.Column("note", sa.String(200), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.UniqueConstraint("job_id", "kind", name="ledger_once_per_job"),
)

secrets = sa.Table(
    "secrets",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.String(200), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)
