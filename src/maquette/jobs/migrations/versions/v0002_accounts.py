"""Projects, plans, scoped keys, uploads, aliases of jobs, webhooks, and a double-entry ledger made of the single-entry one."""

from __future__ import annotations

import uuid
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_BIG = sa.BigInteger
_TIME = sa.DateTime(timezone=True)
_BOOKS = {"hold": ("balance", "held"), "capture": ("held", "revenue"), "refund": ("held", "balance")}


def _account() -> sa.Column[Any]:
    return sa.Column("account_id", sa.String(36), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False)


def upgrade() -> None:
    """Written out, not taken from `tables.metadata`, so that later versions of the tables do not change this step."""
    _accounts()
    _jobs()
    _uploads()
    _webhooks()
    op.create_table(
        "postings",
        sa.Column("id", _BIG().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("transfer_id", sa.String(36), nullable=False, index=True),
        _account(),
        sa.Column("book", sa.String(16), nullable=False),
        sa.Column("amount", _BIG, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("job_id", sa.String(36)),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.UniqueConstraint("job_id", "kind", "book", name="postings_once_per_job"),
    )
    op.create_index("postings_by_account", "postings", ["account_id", "book", "id"])
    _convert_ledger()
    op.drop_table("ledger")


def _accounts() -> None:
    op.add_column("accounts", sa.Column("plan", sa.String(40)))
    op.add_column("accounts", sa.Column("rate_limit", sa.Integer))
    op.add_column("accounts", sa.Column("held", _BIG, nullable=False, server_default="0"))
    op.add_column("api_keys", sa.Column("project_id", sa.String(36)))
    op.add_column("api_keys", sa.Column("mode", sa.String(8), nullable=False, server_default="live"))
    op.add_column("api_keys", sa.Column("scopes", sa.JSON))
    op.add_column("api_keys", sa.Column("expires_at", _TIME))
    op.create_table(
        "plans",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("parallel_limit", sa.Integer),
        sa.Column("rate_limit", sa.Integer),
        sa.Column("enforce_credits", sa.Boolean),
        sa.Column("enterprise", sa.JSON, nullable=False),
        sa.Column("prices", sa.JSON, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
    )
    op.create_table(
        "projects",
        sa.Column("id", sa.String(36), primary_key=True),
        _account(),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.UniqueConstraint("account_id", "name", name="projects_name"),
    )


def _jobs() -> None:
    op.add_column("jobs", sa.Column("project_id", sa.String(36)))
    op.add_column("jobs", sa.Column("mode", sa.String(8), nullable=False, server_default="live"))
    op.add_column("jobs", sa.Column("extra", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("jobs", sa.Column("webhook", sa.JSON))
    op.create_table(
        "job_aliases",
        sa.Column("account_id", sa.String(36), primary_key=True),
        sa.Column("alias", sa.String(200), primary_key=True),
        sa.Column("job_id", sa.String(36), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
    )
    op.create_table(
        "idempotency",
        sa.Column("account_id", sa.String(36), primary_key=True),
        sa.Column("key", sa.String(255), primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("job_id", sa.String(36), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("created_at", _TIME, nullable=False),
    )


def _uploads() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.String(36), primary_key=True),
        _account(),
        sa.Column("project_id", sa.String(36)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("size", _BIG, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("key", sa.String(500), nullable=False),
        sa.Column("width", sa.Integer),
        sa.Column("height", sa.Integer),
        sa.Column("parts", sa.Integer, nullable=False),
        sa.Column("error", sa.JSON),
        sa.Column("extra", sa.JSON, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
    )
    op.create_index("uploads_by_account", "uploads", ["account_id", "created_at", "id"])
    op.create_table(
        "upload_parts",
        sa.Column("upload_id", sa.String(36), sa.ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("size", _BIG, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("key", sa.String(500), nullable=False),
    )


def _webhooks() -> None:
    op.create_table(
        "webhook_endpoints",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column(
            "account_id", sa.String(36), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("project_id", sa.String(36)),
        sa.Column("url", sa.String(2000), nullable=False),
        sa.Column("secrets", sa.JSON, nullable=False),
        sa.Column("events", sa.JSON, nullable=False),
        sa.Column("enabled", sa.Boolean, nullable=False),
        sa.Column("dialect", sa.String(40), nullable=False),
        sa.Column("base_url", sa.String(500), nullable=False),
        sa.Column("description", sa.String(500), nullable=False),
        sa.Column("extra", sa.JSON, nullable=False),
        sa.Column("calls", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
    )
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("sequence", _BIG, nullable=False),
        _account(),
        sa.Column("job_id", sa.String(36), nullable=False),
        sa.Column("endpoint_id", sa.String(36), sa.ForeignKey("webhook_endpoints.id", ondelete="CASCADE"), index=True),
        sa.Column("target", sa.String(36), nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("next_at", _TIME, nullable=False),
        sa.Column("lease", sa.String(36)),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
    )
    op.create_index("deliveries_due", "webhook_deliveries", ["status", "next_at"])
    op.create_index("deliveries_of_job", "webhook_deliveries", ["job_id", "target", "sequence"])
    op.create_index("deliveries_by_account", "webhook_deliveries", ["account_id", "created_at", "id"])
    op.create_table(
        "webhook_attempts",
        sa.Column("id", _BIG().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column(
            "delivery_id",
            sa.String(36),
            sa.ForeignKey("webhook_deliveries.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("sent_at", _TIME, nullable=False),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("status_code", sa.Integer),
        sa.Column("error", sa.String(500), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
    )


def _convert_ledger() -> None:
    """A grant comes from the book "grants"; hold, capture and refund move the job's own amount between the account's books."""
    conn = op.get_bind()
    columns: list[Any] = [sa.column(n) for n in ("id", "account_id", "job_id", "kind", "amount", "note")]
    ledger = sa.table("ledger", *columns, sa.column("created_at", _TIME))
    names = ("transfer_id", "account_id", "book", "amount", "kind", "job_id", "note")
    postings = sa.table("postings", *[sa.column(n) for n in names], sa.column("created_at", _TIME))
    accounts = sa.table("accounts", sa.column("id"), sa.column("held"))
    entries = conn.execute(sa.select(ledger).order_by(ledger.c.id)).all()
    held = {e.job_id: -e.amount for e in entries if e.kind == "hold"}
    sums: dict[str, int] = {}
    for entry in entries:
        source, target = _BOOKS.get(entry.kind, ("grants", "balance"))
        amount = held.get(entry.job_id, 0) if entry.kind in _BOOKS else entry.amount
        row = {"transfer_id": str(uuid.uuid4()), "account_id": entry.account_id, "kind": entry.kind}
        row |= {"job_id": entry.job_id, "note": entry.note, "created_at": entry.created_at}
        both = [row | {"book": source, "amount": -amount}, row | {"book": target, "amount": amount}]
        conn.execute(sa.insert(postings), both)
        for side in both:
            if side["book"] == "held":
                sums[entry.account_id] = sums.get(entry.account_id, 0) + side["amount"]
    for account_id, amount in sums.items():
        conn.execute(sa.update(accounts).where(accounts.c.id == account_id).values(held=amount))


def downgrade() -> None:
    """Not possible: the single-entry ledger cannot hold what came after. Restore a backup."""
    raise NotImplementedError("Restore a backup from before the upgrade.")
