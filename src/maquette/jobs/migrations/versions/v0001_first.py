"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Written out, not taken from `tables.metadata`, so that later versions of the tables do not change this step."""
    big = sa.BigInteger
    time = sa.DateTime(timezone=True)
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("parallel_limit", sa.Integer),
        sa.Column("enforce_credits", sa.Boolean, nullable=False),
        sa.Column("balance", big, nullable=False),
        sa.Column("created_at", time, nullable=False),
    )
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("account_id", sa.String(36), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("public", sa.String(40), nullable=False, unique=True),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("created_at", time, nullable=False),
        sa.Column("last_used_at", time),
        sa.Column("revoked_at", time),
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("account_id", sa.String(36), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("dialect", sa.String(40), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("request", sa.JSON, nullable=False),
        sa.Column("steps", sa.JSON, nullable=False),
        sa.Column("warnings", sa.JSON, nullable=False),
        sa.Column("error", sa.JSON),
        sa.Column("cost", big, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(36)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("created_at", time, nullable=False),
        sa.Column("started_at", time),
        sa.Column("finished_at", time),
    )
    op.create_index("jobs_by_account", "jobs", ["account_id", "created_at", "id"])
    op.create_index("jobs_by_status", "jobs", ["status", "priority", "created_at"])
    op.create_table(
        "assets",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("job_id", sa.String(36), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("format", sa.String(20), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("size", big, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("key", sa.String(500), nullable=False),
    )
    op.create_table(
        "ledger",
        sa.Column("id", big().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column(
            "account_id", sa.String(36), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("job_id", sa.String(36)),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("amount", big, nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("created_at", time, nullable=False),
        sa.UniqueConstraint("job_id", "kind", name="ledger_once_per_job"),
    )
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.String(200), nullable=False),
        sa.Column("created_at", time, nullable=False),
    )


def downgrade() -> None:
    for table in ("secrets", "ledger", "assets", "jobs", "api_keys", "accounts"):
        op.drop_table(table)
