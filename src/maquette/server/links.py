"""Signed links to files: they expire, cannot be altered, need no credentials, and their path ends in the file's name."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote, unquote, urlsplit

from maquette.dialects.tokens import b64url, un_b64url
from maquette.errors import LinkExpired

PATH = "/files"
PART_PATH = "/uploads"
PART_SECONDS = 24 * 3600
"""Life of the link of a part: uploads over slow lines take their time."""
_ALTERED = "This link was altered or is incomplete; ask for the download list again."
_EXPIRED = "This link has expired; ask for the download list again to get a fresh one."


class LinkSigner:
    """Makes and checks links.

    Args:
        key: 32 secret bytes, the same in every server process.
        seconds: life of a link.
        clock: now, with time zone.
    """

    def __init__(self, key: bytes, *, seconds: int, clock: Callable[[], datetime]) -> None:
        self._key, self._seconds, self._clock = key, seconds, clock

    def url(self, base_url: str, asset_id: str, filename: str) -> str:
        """`<base_url>/files/<token>/<filename>`."""
        expires = int(self._clock().timestamp()) + self._seconds
        token = f"{expires}.{b64url(asset_id.encode())}.{self._signature(expires, asset_id, filename)}"
        return f"{base_url.rstrip('/')}{PATH}/{token}/{quote(filename, safe='')}"

    def part_url(self, base_url: str, upload_id: str, number: int) -> str:
        """`<base_url>/uploads/<token>/<number>`, for PUT."""
        expires = int(self._clock().timestamp()) + PART_SECONDS
        token = f"{expires}.{b64url(upload_id.encode())}.{self._signature(expires, upload_id, f'part {number}')}"
        return f"{base_url.rstrip('/')}{PART_PATH}/{token}/{number}"

    def check_part(self, token: str, number: str) -> str:
        """The upload id of a valid part link. Raises `LinkExpired`."""
        return self.check(token, f"part {number}")[0]

    def asset_of(self, url: str) -> str | None:
        """The asset id of a link made by `url`; None if it is none, was altered or has expired."""
        try:
            parts = urlsplit(url)
        except ValueError:  # "http://[::1/"
            return None
        folder, _, name = parts.path.rpartition("/")
        path, _, token = folder.rpartition("/")
        if not path.endswith(PATH):
            return None
        try:
            return self.check(token, unquote(name))[0]
        except LinkExpired:
            return None

    def check(self, token: str, filename: str) -> tuple[str, int]:
        """The asset id of a valid link, and the seconds that it will live on.

        Raises:
            LinkExpired: too old, or altered anywhere.
        """
        try:
            expires_text, asset_text, signature = token.split(".")
            expires, asset_id = int(expires_text), un_b64url(asset_text).decode()
        except ValueError:
            raise LinkExpired(_ALTERED) from None
        expected = self._signature(expires, asset_id, filename)
        # The text of the number is compared, too: int() takes "+1" and "1_0".
        if not hmac.compare_digest(expected.encode(), signature.encode()) or str(expires) != expires_text:
            raise LinkExpired(_ALTERED)
        left = expires - int(self._clock().timestamp())
        if left < 0:
            raise LinkExpired(_EXPIRED)
        return asset_id, left

    def _signature(self, expires: int, asset_id: str, filename: str) -> str:
        # Unit separators cannot be moved between the fields without breaking the digits or the id.
        message = "\x1f".join([str(expires), asset_id, filename]).encode()
        return b64url(hmac.new(self._key, message, hashlib.sha256).digest())
