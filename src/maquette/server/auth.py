"""Who asks: the account of the API key that the dialect found in the request."""

from __future__ import annotations

from maquette.errors import Unauthorized
from maquette.jobs.service import Account, JobService

MAX_KEY = 512
"""Characters; longer ones are refused before anything is computed from them."""


async def authenticate(service: JobService, key: str | None) -> Account:
    """The account of a key. The service compares in constant time and knows the literal `trial_keys` of the settings.

    Raises:
        Unauthorized: there is no key, or nobody has it.
    """
    if not key or len(key) > MAX_KEY or not key.isascii():
        raise Unauthorized("Send an API key in the Authorization header; `maquette keys create` makes one.")
    return await service.authenticate(key)
