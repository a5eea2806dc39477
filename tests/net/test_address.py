"""What may be reached: the public internet, and what the operator allows; nothing else, however it is written."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maquette.errors import FetchFailed
from maquette.net.address import address_allowed, check_url, host_allowed, is_public

PRIVATE = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001::1",
    "2001:db8::1",
    "100::1",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_addresses_in_all_spellings_are_refused(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))
    host = f"[{text}]" if ":" in text else text
    with pytest.raises(FetchFailed, match="private network"):
        check_url(f"http://{host}/x", ())


@pytest.mark.parametrize("text", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_pass(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_is_judged_the_same_inside_ipv6(number: int) -> None:
    plain = ipaddress.IPv4Address(number)
    assert is_public(ipaddress.IPv6Address(0xFFFF << 32 | number)) == is_public(plain)
    assert is_public(ipaddress.IPv6Address((0x64FF9B << 96) | number)) == is_public(plain)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "file:///etc/passwd",
            "ftp://a.example/x",
            "gopher://a.example",
            "http://",
            "//a.example/x",
            "http:/x",
            "javascript:1",
        ),
        *(
            "http://u:p@a.example/",
            "http://a.example:22/",
            "http://a.example:25/",
            "http://a.example:99999/",
            "http://a b/",
        ),
        *("http://a.example\\@b.example/", "http://[::1", "http://a.example/\n", "http://" + "a" * 5000),
    ],
)
def test_what_is_no_fetchable_url(url: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        check_url(url, (), field="image")
    assert caught.value.field == "image"


def test_parts_of_a_url() -> None:
    target = check_url("https://EXAMPLE.com:8443/a%20b?c=d#e", ())
    assert (target.host, target.port, target.path, target.authority) == (
        "example.com",
        8443,
        "/a%20b?c=d",
        "example.com:8443",
    )
    assert check_url("https://bücher.example", ()).host == "xn--bcher-kva.example"


def test_the_allow_list_names_hosts_suffixes_addresses_and_networks() -> None:
    allow = ("localhost", "*.dev.test", "10.0.0.0/8", "::1")
    assert host_allowed("localhost", allow)
    assert host_allowed("a.dev.test", allow)
    assert not host_allowed("dev.test.evil.example", allow)
    assert not host_allowed("evildev.test", allow)
    assert address_allowed(ipaddress.ip_address("10.9.9.9"), allow)
    assert not address_allowed(ipaddress.ip_address("11.0.0.1"), allow)
    assert check_url("http://10.1.1.1:80/", allow).host == "10.1.1.1"
    assert check_url("http://localhost:22/", allow).allowed
