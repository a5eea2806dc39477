"""Prices as answers: dry runs (HTTP 269) and the cost of a run. One creative unit is one credit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from maquette.dialects.forms import choose, shown
from maquette.dialects.scenario.models import Model
from maquette.dialects.scenario.wire import NAME, number
from maquette.errors import InvalidRequest
from maquette.jobs.identity import Account

DRY = 269
"""The vendor's own status for "this is what it would cost"."""
FREE: Mapping[str, Any] = {"creativeUnitsCost": 0, "creativeUnitsDiscount": 0, "costDetails": {}}


def dry(query: Mapping[str, str]) -> bool:
    """`dryRun` is `true` or `api` (the same price here). Raises `InvalidRequest`."""
    wanted = query.get("dryRun", "").strip()
    if not wanted:
        return False
    try:
        return choose(wanted, ("true", "api", "false"), "dryRun") != "false"
    except InvalidRequest:
        raise InvalidRequest(f"dryRun must be true or api, not '{shown(wanted)}'.", field="dryRun") from None


def price(account: Account, model: Model, usual: Decimal) -> Decimal:
    """What a run costs on this plan; the item is `scenario.<model id>`."""
    return account.price(f"{NAME}.{model.id}", usual)


def costs(cost: Decimal) -> dict[str, Any]:
    """The keys that stand beside a job, and alone in a dry run."""
    value = number(cost)
    return {"creativeUnitsCost": value, "creativeUnitsDiscount": 0, "costDetails": {"custom-generation": value}}
