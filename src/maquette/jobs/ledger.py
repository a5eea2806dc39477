"""The ledger of credits, in double entry: every transfer moves an amount from one book of an account to another.

    grants ──grant──► balance ──hold──► held ──capture──► revenue
                         ▲───────refund───┘

`balance` is what can be spent, `held` what unfinished jobs may cost, `revenue` what was charged; `grants` is the outside world and goes
below zero. A transfer is two postings that sum to zero, so all postings do. Per job and kind there is one transfer at most, written in
the transaction that changes the job's status: a crash can neither lose nor double a credit.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

import sqlalchemy as sa

from maquette.jobs.prepared import Prepared
from maquette.jobs.sql import insert_once, now
from maquette.jobs.tables import MICRO, accounts, jobs, postings

Kind = Literal["grant", "hold", "capture", "refund"]
Book = Literal["grants", "balance", "held", "revenue"]
ROUTES: dict[Kind, tuple[Book, Book]] = {
    "grant": ("grants", "balance"),
    "hold": ("balance", "held"),
    "capture": ("held", "revenue"),
    "refund": ("held", "balance"),
}


def transfer(
    conn: sa.Connection, account_id: str, kind: Kind, amount: Decimal, *, job_id: str | None = None, note: str = ""
) -> bool:
    """Move `amount` along the route of `kind`, once per job; False if that was done before. A negative grant takes credits away."""
    source, target = ROUTES[kind]
    row: dict[str, Any] = {
        "transfer_id": str(uuid.uuid4()),
        "account_id": account_id,
        "kind": kind,
        "job_id": job_id,
        "note": note,
    }
    row |= {"created_at": now()}
    both = [row | {"book": source, "amount": -amount}, row | {"book": target, "amount": amount}]
    if not insert_once(conn, postings, both):
        return False
    _move(kind).run(conn, {"account": account_id, "minus": -amount, "plus": amount})
    return True


@cache
def _move(kind: Kind) -> Prepared:
    """The stored sums of an account after a transfer."""
    source, target = ROUTES[kind]
    change = {
        column.name: column + sa.bindparam(name, type_=column.type)
        for name, book in (("minus", source), ("plus", target))
        for column in (accounts.c.balance, accounts.c.held)
        if column.name == book
    }
    return Prepared(sa.update(accounts).where(accounts.c.id == sa.bindparam("account")).values(change))


def balance(conn: sa.Connection, account_id: str) -> Decimal:
    """Credits left."""
    return Decimal(conn.scalar(sa.select(accounts.c.balance).where(accounts.c.id == account_id)) or 0)


def balances(conn: sa.Connection, account_id: str) -> tuple[Decimal, Decimal]:
    """Credits left, and credits held by unfinished jobs."""
    row = conn.execute(sa.select(accounts.c.balance, accounts.c.held).where(accounts.c.id == account_id)).one()
    return row.balance, row.held


def ledger_entries(conn: sa.Connection, account_id: str) -> Sequence[sa.RowMapping]:
    """The account's transfers, oldest first: kind, job_id, note, created_at, and `amount`, by which the balance moved (capture: 0)."""
    moved = sa.func.sum(sa.case((postings.c.book == "balance", postings.c.amount), else_=sa.literal(0, sa.BigInteger)))
    columns = (postings.c.transfer_id, postings.c.kind, postings.c.job_id, postings.c.note, postings.c.created_at)
    query = sa.select(*columns, sa.type_coerce(moved, postings.c.amount.type).label("amount"))
    query = query.where(postings.c.account_id == account_id).group_by(*columns)
    return conn.execute(query.order_by(sa.func.min(postings.c.id))).mappings().all()


@dataclass(frozen=True)
class LedgerReport:
    """What `check` found: `problems` is empty when all is well."""

    transfers: int
    total: Decimal
    books: dict[str, Decimal]
    problems: tuple[str, ...]


def check(conn: sa.Connection) -> LedgerReport:
    """Test the invariants of the whole ledger.

    1. All postings, and those of each transfer, sum to zero.
    2. Each account's stored balance and held credits are the sums of its postings.
    3. Per job: hold = capture + refund once it is final, and its hold stands alone while it is not.
    """
    amount = postings.c.amount
    problems: list[str] = []

    def total(*where: sa.ColumnElement[bool]) -> Decimal:
        return Decimal(conn.scalar(sa.select(sa.type_coerce(sa.func.sum(amount), amount.type)).where(*where)) or 0)

    everything = total()
    if everything:
        problems.append(f"all postings sum to {everything}, not 0")
    raw = sa.type_coerce(sa.func.sum(amount), sa.BigInteger)
    crooked = conn.execute(
        sa.select(postings.c.transfer_id).group_by(postings.c.transfer_id).having(raw != sa.literal(0, sa.BigInteger))
    )
    problems += [f"transfer {row.transfer_id} is not balanced" for row in crooked]
    books = conn.execute(sa.select(postings.c.account_id, postings.c.book, raw.label("s")).group_by(
        postings.c.account_id, postings.c.book
    )).all()  # fmt: skip
    sums = {(row.account_id, row.book): Decimal(row.s) / MICRO for row in books}
    for row in conn.execute(sa.select(accounts.c.id, accounts.c.name, accounts.c.balance, accounts.c.held)):
        for book, stored in (("balance", row.balance), ("held", row.held)):
            if sums.get((row.id, book), Decimal(0)) != stored:
                problems.append(
                    f"account {row.name}: {book} is {stored}, its postings say {sums.get((row.id, book), 0)}"
                )
    problems += _jobs(conn)
    count = int(conn.scalar(sa.select(sa.func.count(postings.c.transfer_id.distinct()))) or 0)
    names = {book for _, book in sums}
    return LedgerReport(
        count,
        everything,
        {b: sum((v for (_, k), v in sums.items() if k == b), Decimal(0)) for b in sorted(names)},
        tuple(problems),
    )


def _jobs(conn: sa.Connection) -> list[str]:
    def of(kind: Kind) -> Any:
        zero = sa.literal(0, sa.BigInteger)
        here = sa.and_(postings.c.kind == kind, postings.c.book == ROUTES[kind][1])
        return sa.func.sum(sa.case((here, sa.type_coerce(postings.c.amount, sa.BigInteger)), else_=zero)).label(kind)

    query = sa.select(
        postings.c.job_id, of("hold"), of("capture"), of("refund"), sa.func.max(jobs.c.status).label("status")
    )
    query = query.select_from(postings.outerjoin(jobs, jobs.c.id == postings.c.job_id))
    query = query.where(postings.c.job_id.is_not(None)).group_by(postings.c.job_id)
    problems = []
    for row in conn.execute(query):
        settled = row.capture + row.refund
        unfinished = row.status in ("queued", "running")
        if (unfinished and settled) or (not unfinished and row.hold != settled):
            hold, capture, refund = (Decimal(n) / MICRO for n in (row.hold, row.capture, row.refund))
            state = row.status or "removed"
            problems.append(f"job {row.job_id} ({state}): held {hold:f}, captured {capture:f}, refunded {refund:f}")
    return problems
