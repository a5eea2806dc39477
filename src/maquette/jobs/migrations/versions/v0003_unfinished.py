"""Indexes that answer from themselves how many jobs wait, of all and of one account: both are asked at every submit."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The first version's index had neither the mode nor the id, so that each waiting job's row was read to count it."""
    op.drop_index("jobs_by_status", "jobs")
    op.create_index("jobs_waiting", "jobs", ["status", "mode", "priority", "created_at", "id"])
    op.create_index("jobs_unfinished", "jobs", ["account_id", "mode", "status"])
