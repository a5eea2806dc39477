"""What all of Scenario's documents and routes share: ids, times, numbers, and the reading of query parameters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from maquette.dialects.forms import TRUE, Values, clean, present, read_int, shown
from maquette.dialects.tokens import derived_uuid
from maquette.errors import InvalidRequest, NotFound
from maquette.jobs.identity import Account
from maquette.jobs.ids import decode_id, encode_id

JOB, ASSET, UPLOAD, ENDPOINT, EVENT = "job_", "asset_", "upload_", "webhook_", "event_"
NAME = "scenario"
"""Id of the dialect, and the key of `extra` under which it keeps what it knows of jobs and uploads."""
_NOUNS = {JOB: "job", ASSET: "asset", UPLOAD: "upload", ENDPOINT: "webhook endpoint", EVENT: "webhook event"}


def named(prefix: str, uid: str) -> str:
    """A UUID in the vendor's shape: `job_` and 24 characters of base 62. Nothing has to be stored to find it again."""
    return encode_id(prefix, uid)


def uid_of(prefix: str, text: str) -> str:
    """The UUID behind an id of ours. Raises `NotFound` for any other text."""
    uid = decode_id(prefix, text)
    if uid is None:
        raise NotFound(f"There is no {_NOUNS[prefix]} '{shown(text)}'. Check the id; it begins with {prefix}.")
    return uid


def author_id(account_id: str) -> str:
    """`apiu_…`, the same for all keys of an account."""
    return encode_id("apiu_", derived_uuid("scenario author", account_id))


def project_name(account_id: str, project_id: str | None) -> str:
    """`proj_…` of a project, or of the account as a whole."""
    return encode_id("proj_", derived_uuid("scenario project", project_id or account_id))


def team_name(account_id: str) -> str:
    """`team_…` of an account."""
    return encode_id("team_", derived_uuid("scenario team", account_id))


def owner_id(account: Account) -> str:
    """The project that a key belongs to."""
    return project_name(account.id, account.project_id)


def iso(moment: datetime) -> str:
    """ISO 8601, UTC, milliseconds, `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def number(value: Decimal) -> int | float:
    """Creative units as a JSON number: whole ones without a fraction. One unit is one credit."""
    return int(value) if value == value.to_integral_value() else float(value)


def flag(query: Mapping[str, str], name: str) -> bool:
    """A boolean of the query; absent is false. A bare `?name` counts as true."""
    text = query.get(name)
    return text is not None and (text.strip().lower() in TRUE or text == "")


def words(query: Mapping[str, str], *names: str) -> frozenset[str]:
    """Comma-joined words of several parameters together."""
    return frozenset(w.strip() for name in names for w in query.get(name, "").split(",") if w.strip())


def page_size(query: Mapping[str, str], default: int, largest: int) -> int:
    """`pageSize`, kept within 1 and `largest`."""
    wanted = read_int((query.get("pageSize"),), "pageSize")
    return default if wanted is None else min(max(wanted, 1), largest)


def moment(query: Mapping[str, str], name: str) -> datetime | None:
    """An ISO date or time; without a zone it is UTC. Raises `InvalidRequest`."""
    text = clean(query.get(name, ""))
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidRequest(f"{name} must be an ISO 8601 time such as 2026-01-05T10:00:00Z.", field=name) from None


def texts(values: Values, name: str, *, most: int) -> list[str]:
    """A JSON array of texts; a bare text counts as an array of one. Raises `InvalidRequest`."""
    out: list[str] = []
    for value in present(values):
        items = value if isinstance(value, list) else [value]
        if len(items) > most or not all(isinstance(i, str) for i in items):
            raise InvalidRequest(f"{name} must be an array of at most {most} texts.", field=name)
        out += [clean(i) for i in items]
    return [t for t in dict.fromkeys(out) if t]


def kept(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    """What this dialect keeps in the `extra` of a job or an upload."""
    found = extra.get(NAME)
    return found if isinstance(found, Mapping) else {}
