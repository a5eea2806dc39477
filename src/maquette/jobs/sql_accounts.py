"""Accounts, keys and credits of `SqlJobService`."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa

from maquette.jobs import account_keys, accounts, ledger, usage
from maquette.jobs.database import Database
from maquette.jobs.identity import Account, ApiKey, Mode, Project, Scope, UsageDay, UsageEntry
from maquette.jobs.keys import NewKey
from maquette.jobs.ledger import LedgerReport
from maquette.jobs.paging import Page, PageQuery
from maquette.settings import Settings
from maquette.storage.blobs import BlobStore

_CACHED_KEYS = 10_000


class ServiceBase:
    """What all parts of the service work with."""

    settings: Settings
    database: Database
    blobs: BlobStore


class SqlAccounts(ServiceBase):
    """`AccountCalls`, and what the command line and the server's start need beside them."""

    def __init__(self) -> None:
        self._known: dict[bytes, tuple[float, Account]] = {}

    async def authenticate(self, key: str) -> Account:
        """The account of an API key, or the local account for one of the settings' `trial_keys`.

        A key that was good is taken without a look into the database for `key_cache_seconds`; so long may a revoked one still work.

        Raises:
            Unauthorized: unknown, revoked or expired.
        """
        digest = hashlib.sha256(key.encode()).digest()  # a look-up by digest tells nothing about the keys by its timing
        known = self._known.get(digest)
        if known is not None and time.monotonic() < known[0]:
            return known[1]
        trial = [hmac.compare_digest(key.encode(), literal.encode()) for literal in self.settings.trial_keys]
        if any(trial):
            account = await self.local_account()
        else:
            account, touch = await self.database.run(accounts.find_key, key, self.settings, read_only=True)
            if touch:
                await self.database.run(accounts.touch_key, account.key_id)
        if len(self._known) >= _CACHED_KEYS:
            self._known.clear()
        if self.settings.key_cache_seconds:
            self._known[digest] = (time.monotonic() + self.settings.key_cache_seconds, account)
        return account

    async def balance(self, account: Account) -> Decimal:
        """Credits left."""
        return await self.database.run(ledger.balance, account.id, read_only=True)

    async def usage(self, account: Account, *, query: PageQuery | None = None) -> Page[UsageEntry]:
        """What jobs cost, newest first."""
        return await self.database.run(usage.entries, account, query or PageQuery(), read_only=True)

    async def usage_by_day(self, account: Account, since: datetime, until: datetime) -> Sequence[UsageDay]:
        """Charges of each UTC day that had any, oldest first."""
        return await self.database.run(usage.by_day, account, since, until, read_only=True)

    async def projects(self, account: Account) -> Sequence[Project]:
        """Oldest first; only its own for a project's key."""
        found = await self.database.run(accounts.list_projects, account.id, read_only=True)
        return [p for p in found if account.project_id in (None, p.id)]

    # -- keys that a key manages

    async def keys(self, account: Account) -> Sequence[ApiKey]:
        """Oldest first, revoked ones, too."""
        account.require("admin")
        return await self.database.run(account_keys.keys_of, account, read_only=True)

    async def add_key(
        self,
        account: Account,
        *,
        name: str = "",
        mode: Mode | None = None,
        scopes: Sequence[Scope] | None = None,
        project_id: str | None = None,
        expires_at: datetime | None = None,
    ) -> tuple[ApiKey, NewKey]:
        """A new key, whose text is not stored: show it now."""
        account.require("admin")
        return await self.database.run(account_keys.add_key, account, name, mode, scopes, project_id, expires_at)

    async def revoke_key(self, account: Account, key_id: str) -> ApiKey:
        """Refuse a key from now on."""
        account.require("admin")
        revoked = await self.database.run(account_keys.revoke_key, account, key_id)
        self._known = {digest: known for digest, known in self._known.items() if known[1].key_id != key_id}
        return revoked

    async def key_alive(self, key_id: str) -> bool:
        """A key is neither revoked nor expired; true for "" (no stored key)."""
        return not key_id or await self.database.run(account_keys.key_alive, key_id, read_only=True)

    # -- for the server's start and the command line

    async def local_account(self) -> Account:
        """The account of the first start; it is made if it is missing."""
        account_id = await self.database.run(accounts.ensure_local)
        return await self.account(account_id)

    async def account(self, name_or_id: str) -> Account:
        """Raises `NotFound`."""
        return await self.database.run(accounts.find_account, name_or_id, self.settings, read_only=True)

    async def first_key(self) -> str | None:
        """A key to show once, if there is none at all yet; else None."""
        return await self.database.run(accounts.first_key)

    async def new_key(
        self,
        account: Account,
        *,
        name: str = "",
        mode: Mode = "live",
        scopes: Sequence[Scope] | None = None,
        project_id: str | None = None,
        expires_at: datetime | None = None,
    ) -> NewKey:
        """A new key, whose text is not stored: show it now. `scopes` None: all."""
        more = {"name": name, "mode": mode, "scopes": scopes, "project_id": project_id, "expires_at": expires_at}
        return await self.database.run(lambda conn: accounts.create_key(conn, account.id, **more))  # type: ignore[arg-type]

    async def create_key(self, account: Account, *, name: str = "") -> str:
        """The text of a new key with all scopes."""
        return (await self.new_key(account, name=name)).text

    async def secret(self) -> str:
        """The secret that signs links: the setting, else one that all processes of this database share."""
        if self.settings.secret:
            return self.settings.secret
        return await self.database.run(accounts.server_secret)

    async def grant(self, account: Account, amount: Decimal, *, note: str = "") -> Decimal:
        """Add credits (or take them, if negative); gives the new balance."""

        def work(conn: sa.Connection) -> Decimal:
            ledger.transfer(conn, account.id, "grant", amount, note=note)
            return ledger.balance(conn, account.id)

        return await self.database.run(work)

    async def check_ledger(self) -> LedgerReport:
        """Test the ledger's invariants."""
        return await self.database.run(ledger.check, read_only=True)
