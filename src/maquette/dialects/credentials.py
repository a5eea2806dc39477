"""One key in every vendor's place for credentials.

A key `mq_live_<public>_<secret>` may come whole, or as a pair `mq_live_<public>` and `mqs_<secret>` where a vendor's clients want two.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Literal

from maquette.jobs.keys import join_pair

Place = Literal["bearer", "basic", "key", "token", "x-api-key", "ocp-apim-subscription-key"]
ALL_PLACES: tuple[Place, ...] = ("bearer", "basic", "key", "token", "x-api-key", "ocp-apim-subscription-key")
_SCHEMES = ("bearer", "basic", "key", "token")


def credential_from(headers: Mapping[str, str], places: tuple[Place, ...] = ALL_PLACES) -> str | None:
    """The API key in the first of `places` that holds one; schemes and header names in any case.

    `Basic user:password` takes a key and its secret, or a whole key in either field. `Key` and `Token` also take `key:secret`.

    Args:
        headers: case-insensitive, as the server's are.
        places: in order of preference.
    """
    scheme, _, rest = headers.get("authorization", "").strip().partition(" ")
    scheme, rest = scheme.lower(), rest.strip()
    for place in places:
        if place in _SCHEMES:
            if scheme != place or not rest:
                continue
            found = _basic(rest) if place == "basic" else join_pair(*rest.split(":", 1)) if ":" in rest else rest
        else:
            found = headers.get(place, "").strip()
        if found:
            return found
    return None


def _basic(encoded: str) -> str | None:
    """RFC 7617."""
    try:
        text = base64.b64decode(encoded[:2048], validate=True).decode("utf-8")
    except (ValueError, binascii.Error):
        return None
    user, _, password = text.partition(":")
    return join_pair(user, password) or None
