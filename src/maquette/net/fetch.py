"""Fetching a URL of a stranger: resolved once, checked, and connected to at the very address that was checked.

Every redirect is checked like the first URL. No cookies, no proxies, no credentials, no compression; bounded in bytes and in time.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import ipaddress
import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

import httpx

from maquette.errors import FetchFailed
from maquette.net.address import Address, Target, check_address, check_url

MAX_REDIRECTS = 3
USER_AGENT = "Maquette (+https://github.com/maquette-3d/maquette)"
_CONNECT_SECONDS = 5.0
_DATA_URL = re.compile(r"data:([^,;]{0,100})((?:;[^,;]{0,100}){0,8}),", re.IGNORECASE)


@dataclass(frozen=True)
class Fetched:
    """What came: `media_type` as the other side claims it, `name` from the URL's path."""

    data: bytes
    media_type: str
    name: str
    url: str


async def resolve(target: Target, allow: Sequence[str], *, field: str = "url") -> list[Address]:
    """The addresses of a host, if all of them may be reached.

    Raises:
        FetchFailed: unknown, or any address is not public.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchFailed(f"The host {target.host[:100]} is not known. Check the URL.", field=field) from None
    addresses = [ipaddress.ip_address(str(entry[4][0])) for entry in found]
    if not target.allowed:
        for address in addresses:  # one bad address among good ones is an attack, not an accident
            check_address(address, allow, field=field)
    return addresses


def pinned(target: Target, address: Address) -> tuple[str, dict[str, str], dict[str, str]]:
    """URL with the address in place of the host, headers, and httpx's extensions that keep TLS to the host's own name."""
    literal = f"[{address}]" if address.version == 6 else str(address)
    return (
        f"{target.scheme}://{literal}:{target.port}{target.path}",
        {"Host": target.authority},
        {"sni_hostname": target.host} if target.scheme == "https" else {},
    )


def client(seconds: float, verify: bool | object = True) -> httpx.AsyncClient:
    """An HTTP client that knows nothing of the environment."""
    timeout = httpx.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))
    # Connections are never reused: httpx knows them by address, and two hosts on one address have each its own certificate.
    once = httpx.Limits(max_keepalive_connections=0)
    return httpx.AsyncClient(
        timeout=timeout,
        trust_env=False,
        follow_redirects=False,
        http2=False,
        limits=once,
        verify=verify,  # type: ignore[arg-type]
    )


class Fetcher:
    """Fetches files.

    Args:
        allow: entries of `MAQUETTE_FETCH_ALLOW`.
        seconds: for the whole of a fetch, redirects included.
    """

    def __init__(self, allow: Sequence[str], seconds: float) -> None:
        self._allow, self._seconds = allow, seconds

    async def get(self, url: str, max_bytes: int, *, field: str = "url") -> Fetched:
        """The file behind an http or https URL.

        Raises:
            FetchFailed: it may not be reached, does not answer 200, is too large or too slow.
        """
        try:
            async with asyncio.timeout(self._seconds), client(self._seconds) as http:
                for _ in range(MAX_REDIRECTS + 1):
                    answer = await self._once(http, url, max_bytes, field)
                    if isinstance(answer, Fetched):
                        return answer
                    url = answer
        except TimeoutError:
            raise FetchFailed(
                f"The URL did not give its file within {self._seconds:g} s. Send the file itself.", field=field
            ) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise FetchFailed(
                f"The URL could not be fetched ({type(error).__name__}). Check that it can be opened without a login.",
                field=field,
            ) from None
        raise FetchFailed(f"The URL redirects more than {MAX_REDIRECTS} times. Give its end.", field=field)

    async def _once(self, http: httpx.AsyncClient, url: str, max_bytes: int, field: str) -> Fetched | str:
        """The file, or where to look next."""
        target = check_url(url, self._allow, field=field)
        address, headers, extensions = pinned(target, (await resolve(target, self._allow, field=field))[0])[0:3]
        headers |= {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        async with http.stream("GET", address, headers=headers, extensions=extensions) as answer:
            if answer.status_code in (301, 302, 303, 307, 308) and answer.headers.get("location"):
                return urljoin(url, answer.headers["location"])
            if answer.status_code != 200:
                raise FetchFailed(
                    f"The URL answers with status {answer.status_code}. Check it in a browser.", field=field
                )
            if answer.headers.get("content-encoding", "identity").lower() != "identity":
                raise FetchFailed(
                    "The URL sends its file compressed though it was asked not to. Send the file itself.", field=field
                )
            declared = answer.headers.get("content-length", "")
            data = bytearray()
            if declared.isdecimal() and int(declared[:20]) > max_bytes:
                raise _too_large(max_bytes, field)
            async for chunk in answer.aiter_raw():
                data += chunk
                if len(data) > max_bytes:
                    raise _too_large(max_bytes, field)
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(bytes(data), media_type, unquote(urlsplit(url).path.rsplit("/", 1)[-1]), url)


def _too_large(max_bytes: int, field: str) -> FetchFailed:
    return FetchFailed(f"The file behind the URL has more than {max_bytes:,} bytes. Send a smaller one.", field=field)


def read_data_url(url: str, max_bytes: int, *, field: str = "url") -> Fetched:
    """The bytes of a `data:` URL (RFC 2397).

    Raises:
        FetchFailed: malformed, empty or too large.
    """
    match = _DATA_URL.match(url)
    if match is None:
        raise FetchFailed("This data: URL is malformed. Write data:image/png;base64,….", field=field)
    body = url[match.end() :]
    if match[2].lower().endswith(";base64"):
        data = decode_base64(unquote(body) if "%" in body else body, max_bytes, field=field)
    else:
        data = unquote_to_bytes(body[: max_bytes * 3 + 3])
    if not data or len(data) > max_bytes:
        raise _too_large(max_bytes, field) if data else FetchFailed("This data: URL is empty.", field=field)
    return Fetched(data, match[1].strip().lower(), "", "data:")


def decode_base64(text: str, max_bytes: int, *, field: str = "file") -> bytes:
    """Strict base64, standard or URL-safe alphabet, padding and white space optional; bounded before it is decoded.

    Raises:
        FetchFailed: it is something else, or too large.
    """
    if len(text) > max_bytes * 4 // 3 + max_bytes // 16 + 16:
        raise _too_large(max_bytes, field)
    compact = "".join(text.split()).rstrip("=")
    try:
        data = base64.b64decode(compact.replace("-", "+").replace("_", "/") + "=" * (-len(compact) % 4), validate=True)
    except (ValueError, binascii.Error):
        raise FetchFailed(f"{field} is neither a URL nor base64. Send one of them.", field=field) from None
    if len(data) > max_bytes:
        raise _too_large(max_bytes, field)
    return data
