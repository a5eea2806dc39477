"""Which addresses a URL from a stranger may reach. Everything that is not the public internet is refused (CWE-918)."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from maquette.errors import FetchFailed

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
MAX_URL = 4096
_REMEDY = "Use a public URL, send the file itself, or allow the host with MAQUETTE_FETCH_ALLOW."
_DENIED = tuple(
    ipaddress.ip_network(n)
    for n in (
        *("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4"),
        "168.63.129.16/32",  # Azure's platform service, on a public address
        *("64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "fec0::/10", "5f00::/16"),
    )
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_6TO4 = ipaddress.ip_network("2002::/16")


@dataclass(frozen=True)
class Target:
    """A URL that was looked at: lower-case ASCII `host` without brackets; `allowed`: the allow-list names the host itself."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    allowed: bool

    @property
    def authority(self) -> str:
        """Value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == {"http": 80, "https": 443}[self.scheme] else f"{host}:{self.port}"


def check_url(url: str, allow: Sequence[str], *, field: str = "url") -> Target:
    """Look at everything that needs no name resolution: scheme, length, credentials, port, literal addresses.

    Raises:
        FetchFailed: with the reason and the remedy.
    """
    if len(url) > MAX_URL or any(c.isspace() or ord(c) < 32 or c == "\\" for c in url):
        raise FetchFailed("The URL is too long or has characters that no URL has. Encode it.", field=field)
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna" if not (parts.hostname or "").isascii() else "ascii")
    except ValueError:
        raise FetchFailed("This is not a URL. Give one such as https://example.com/chair.png.", field=field) from None
    name = host.decode().lower()
    if parts.scheme not in ("http", "https") or not name:
        raise FetchFailed(
            "Only http and https URLs are fetched. Give one such as https://example.com/chair.png.", field=field
        )
    if parts.username is not None or parts.password is not None:
        raise FetchFailed("URLs with a user name or password are not fetched. Use a signed URL.", field=field)
    port = port if port is not None else 443 if parts.scheme == "https" else 80
    allowed = host_allowed(name, allow)
    if port not in (80, 443) and port < 1024 and not allowed:
        raise FetchFailed(f"Port {port} is not fetched from; use 80, 443 or one above 1023.", field=field)
    try:
        literal = ipaddress.ip_address(name)
    except ValueError:
        literal = None
    if literal is not None and not allowed:
        check_address(literal, allow, field=field)
    return Target(url, parts.scheme, name, port, _path(parts), allowed)


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def host_allowed(host: str, allow: Sequence[str]) -> bool:
    """The allow-list names this host: exactly, or by `*.suffix`."""
    return any(host == a.lower() or (a.startswith("*.") and host.endswith(a[1:].lower())) for a in allow)


def address_allowed(address: Address, allow: Sequence[str]) -> bool:
    """The allow-list holds this address or a network around it."""
    for entry in allow:
        try:
            network = ipaddress.ip_network(entry, strict=False)
        except ValueError:
            continue  # a host name
        if network.version == address.version and address in network:
            return True
    return False


def is_public(address: Address) -> bool:
    """Part of the public internet, also after all the ways to write an IPv4 address inside an IPv6 one are undone."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is None and address in _6TO4:
            inner = address.sixtofour
        if inner is not None:
            return is_public(inner)
        if int(address) >> 32 == 0 or address.scope_id is not None:  # ::, ::1 and IPv4-compatible ones
            return False
    bad = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
    bad = bad or address.is_reserved or address.is_unspecified or not address.is_global
    return not bad and not any(n.version == address.version and address in n for n in _DENIED)


def check_address(address: Address, allow: Sequence[str], *, field: str = "url") -> None:
    """Raises `FetchFailed` unless the address is public or allowed."""
    if not is_public(address) and not address_allowed(address, allow):
        raise FetchFailed(f"The URL leads into a private network, which is not fetched from. {_REMEDY}", field=field)
