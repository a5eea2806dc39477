"""Who asks: `Account`, with the plan it is on, its project and what its key may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from maquette.errors import PermissionDenied

Scope = Literal["read", "generate", "upload", "webhooks", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "generate", "upload", "webhooks", "admin")
"""What a key may do: look at jobs and files; start, cancel and delete jobs; store files; manage webhooks; manage the account."""
Mode = Literal["live", "test"]
"""Jobs of test keys are instant, deterministic and free, and fail on demand: docs/testing-clients.md."""


@dataclass(frozen=True)
class AccountPlan:
    """What an account may have. The built-in plan leaves all to the settings and opens every option.

    Attributes:
        parallel_limit: unfinished jobs at once; None: the setting's.
        rate_limit: requests per minute, 0 = no limit; None: the setting's.
        enforce_credits: refuse jobs that cost more than is left; None: as the account says.
        enterprise: names of enterprise options that are open; "*" opens all.
        prices: credits by item, in place of a dialect's own price.
    """

    name: str = "default"
    title: str = "built in"
    parallel_limit: int | None = None
    rate_limit: int | None = None
    enforce_credits: bool | None = None
    enterprise: frozenset[str] = frozenset({"*"})
    prices: Mapping[str, Decimal] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Account:
    """Who asks.

    Attributes:
        enforce_credits: False (the local account): credits are counted but never refuse a job.
        rate_limit: requests per minute, 0 = no limit.
        project_id: set for a key of one project: it sees the things of that project only. None: all of the account's.
        key_id: of the key that was used, "" where there was none.
        mode: "test" for test keys: their jobs and files are apart from the live ones.
        scopes: what the key may do.
    """

    id: str
    name: str
    parallel_limit: int
    enforce_credits: bool
    rate_limit: int = 0
    plan: AccountPlan = AccountPlan()
    project_id: str | None = None
    key_id: str = field(default="", compare=False)
    mode: Mode = "live"
    scopes: frozenset[Scope] = frozenset(SCOPES)

    def require(self, scope: Scope) -> None:
        """Raises `PermissionDenied` unless the key has the scope."""
        if scope not in self.scopes:
            raise PermissionDenied(
                f"This key has no '{scope}' scope. Use another one, or create one with `maquette keys create --scope {scope}`."
            )

    def may_use(self, option: str) -> bool:
        """The plan opens this enterprise option."""
        return "*" in self.plan.enterprise or option in self.plan.enterprise

    def price(self, item: str, default: Decimal) -> Decimal:
        """Credits that `item` costs on this plan. Items are `<dialect>.<thing>`, e.g. `rodin.Gen-2`; "*" prices all."""
        prices = self.plan.prices
        return prices.get(item, prices.get("*", default))


NOBODY = Account("", "", 0, True, scopes=frozenset())
"""The caller of a public endpoint: owns nothing and may do nothing."""


@dataclass(frozen=True)
class ApiKey:
    """A stored key as its owner sees it: never its secret."""

    id: str
    name: str
    public: str
    mode: Mode
    scopes: tuple[Scope, ...]
    project_id: str | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True)
class Project:
    """A part of an account with keys of its own."""

    id: str
    account_id: str
    name: str
    created_at: datetime


@dataclass(frozen=True)
class UsageEntry:
    """What one job cost: charged, or still held. `amount` in credits; a failed or cancelled job has none."""

    job_id: str
    created_at: datetime
    amount: Decimal
    kind: Literal["charged", "held"]
    dialect: str
    """"" once the job itself is gone."""
    tier: str


@dataclass(frozen=True)
class UsageDay:
    """Charges of one UTC day; `day` as `YYYY-MM-DD`."""

    day: str
    jobs: int
    amount: Decimal
