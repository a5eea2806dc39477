"""The documentation page: complete, safe, from this server alone."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from maquette.dialects.native.curl import curl_lines
from maquette.dialects.native.errors import PREFIX, PROBLEMS
from maquette.dialects.native.html import render
from maquette.dialects.native.openapi import document
from tests.dialects.native.test_native_jobs import API

VOID = {"meta", "link", "input", "wbr", "br"}


class Page(HTMLParser):
    """Ids, links, sources, inline code, and whether all elements close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids, self.targets, self.sources, self.inline, self.open = [], set(), set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and found["href"].startswith("#"):
            self.targets.add(found["href"][1:])
        elif "href" in found or "src" in found:
            self.sources.add(found.get("href") or found.get("src"))
        if "style" in found or any(name.startswith("on") for name in found) or tag == "style":
            self.inline.append(tag)
        if tag == "script" and "src" not in found:
            self.inline.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_asks_nobody_else():
    page = Page(render(document()))
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert page.targets <= set(page.ids)
    assert page.inline == []
    assert page.sources == {"data:,", *(f"{PREFIX}/{p}" for p in ("docs/style.css", "docs/script.js", "openapi.json"))}
    operations = {o["operationId"] for item in document()["paths"].values() for o in item.values()}
    assert operations | {f"error-{code}" for code in PROBLEMS} <= set(page.ids)


def test_text_is_escaped():
    hostile = json.loads(json.dumps(document()).replace("Everything that is made", "<script>alert(1)</script>"))
    assert "<script>alert(1)" not in render(hostile)


def test_curl_lines_are_complete():
    for path, item in document()["paths"].items():
        for method, operation in item.items():
            line = curl_lines(method, path, operation)
            assert line.startswith("curl ")
            assert ("Bearer $KEY" in line) == (operation.get("security") != [])
            assert "{" not in line.split('"')[1]
            if method in ("put", "patch", "delete"):
                assert f"-X {method.upper()}" in line or "--upload-file" in line


@pytest.mark.asyncio(loop_scope="module")
async def test_it_is_served_with_a_strict_policy(world):
    async with world.client(None) as nobody:
        page = await nobody.get(f"{API}/docs")
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not re.search(r"https?:", policy)
        for name, kind in (("style.css", "text/css"), ("script.js", "text/javascript")):
            static = await nobody.get(f"{API}/docs/{name}")
            assert (static.status_code, static.headers["content-type"].split(";")[0]) == (200, kind)
            assert "http" not in static.text
        served = await nobody.get(f"{API}/openapi.json")
        assert served.json() == document()
        assert served.headers["access-control-allow-origin"] == "*"
