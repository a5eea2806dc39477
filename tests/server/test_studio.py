"""The studio's files over HTTP: who gets the page, types, validators, compression, policy."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest

import maquette
from maquette.server.app import WELCOME
from maquette.server.studio import CONTENT_SECURITY_POLICY, studio_files

FOLDER = Path(maquette.__file__).parent / "studio"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


async def test_browsers_get_the_page_and_others_the_text(world):
    async with world.client(None) as client:
        page = await client.get("/", headers=BROWSER)
        text = await client.get("/", headers={"Accept": "*/*"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.content == (FOLDER / "index.html").read_bytes()
    assert page.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert text.text == WELCOME
    assert text.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert {r.headers["vary"] for r in (page, text)} == {"Accept, Accept-Encoding"}


async def test_the_policy_is_closed(world):
    rules = dict(rule.partition(" ")[::2] for rule in CONTENT_SECURITY_POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("main.js", "text/javascript; charset=utf-8"),
        ("base.css", "text/css; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
        ("vendor/three.LICENSE.txt", "text/plain; charset=utf-8"),
    ],
)
async def test_types_and_validators(world, path, media_type):
    async with world.client(None) as client:
        plain = await client.get(f"/studio/{path}", headers={"Accept-Encoding": "identity"})
        etag = plain.headers["etag"]
        again = await client.get(f"/studio/{path}", headers={"Accept-Encoding": "identity", "If-None-Match": etag})
        packed = await client.get(f"/studio/{path}", headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert plain.headers["content-type"] == media_type
    assert plain.content == packed.content == (FOLDER / path).read_bytes()
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
    if packed.headers.get("content-encoding") == "gzip":
        assert packed.headers["etag"] != etag
        assert int(packed.headers["content-length"]) < len(plain.content)


async def test_caching_follows_the_name(world):
    async with world.client(None) as client:
        three = next(name for name in studio_files() if name.startswith("vendor/three-"))
        lasting = await client.get(f"/studio/{three}", headers={"Accept-Encoding": "gzip;q=0"})
        fresh = await client.get("/studio/main.js")
    assert "immutable" in lasting.headers["cache-control"]
    assert "content-encoding" not in lasting.headers
    assert fresh.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["", "nothing.js", "__init__.py", "vendor/README.md", "../app.py", "%2e%2e/app.py", "vendor"]
)
async def test_nothing_else_is_served(world, path):
    async with world.client(None) as client:
        answer = await client.get(f"/studio/{path}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_gzip_forms_are_the_files_and_the_same_each_time():
    for name, file in studio_files().items():
        assert file.data == (FOLDER / name).read_bytes()
        assert hashlib.sha256(file.data).hexdigest().startswith(file.digest)
        if file.packed is not None:
            assert gzip.decompress(file.packed) == file.data
            assert file.packed == gzip.compress(file.data, 9, mtime=0)


def test_all_that_the_page_names_is_there_and_nothing_is_inline():
    html = (FOLDER / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", html)
    named = re.findall(r'(?:href|src)="studio/([^"]+)"', html)
    assert set(named) <= set(studio_files())
    for script in FOLDER.glob("*.js"):
        for other in re.findall(r'(?:from|import\()\s*"\./([^"]+)"', script.read_text()):
            assert other in studio_files(), f"{script.name} imports {other}"


def test_no_address_of_another_host_is_in_the_page():
    for path in [*FOLDER.glob("*.js"), *FOLDER.glob("*.css"), FOLDER / "index.html"]:
        assert not re.search(r"https?://|//[a-z]+\.[a-z]", path.read_text().replace("http://www.w3.org/", "")), (
            path.name
        )


def test_the_vendored_file_names_its_version_and_licence():
    (script,) = (FOLDER / "vendor").glob("*.min.js")
    first = script.read_text().partition("\n")[0]
    assert first == f"// three.js {script.name[6:-7]}, MIT: three.LICENSE.txt"
    assert "MIT License" in (FOLDER / "vendor" / "three.LICENSE.txt").read_text()
    assert script.name[6:-7] in (FOLDER / "vendor" / "README.md").read_text()
