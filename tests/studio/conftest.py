"""A real server on loopback, a real Chromium, and a page that keeps a record of everything that must not happen."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from maquette.dialects.native import dialect as native
from maquette.jobs import accounts
from maquette.jobs.sql_service import SqlJobService
from maquette.pipeline.runner import load_plan
from maquette.server.app import create_app
from maquette.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WAIT = 60_000
"""Milliseconds: the machine may be busy, and WebGL is computed by it."""
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(`${e.effectiveDirective} ${e.blockedURI}`));
"""


@dataclass
class Site:
    """The server: its address, a test key (instant jobs) and a live one."""

    url: str
    settings: Settings
    test_key: str
    live_key: str

    def api(self, method: str, path: str, key: str | None = None, **options: Any) -> Any:
        """One call of the native API."""
        headers = {"Authorization": f"Bearer {key or self.test_key}"}
        answer = httpx.request(method, f"{self.url}/maquette/v1/{path}", headers=headers, timeout=60, **options)
        answer.raise_for_status()
        return answer.json() if answer.content else None


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("studio"))
    bound = socket.create_server(("127.0.0.1", 0))
    ready = threading.Event()
    made: dict[str, Any] = {}

    async def run() -> None:
        service = await SqlJobService.open(settings, plan=load_plan(None))
        try:
            secret = settings.model_copy(update={"secret": await service.secret()})
            owner = (await service.local_account()).id
            for mode in ("test", "live"):
                key = await service.database.run(lambda conn, m=mode: accounts.create_key(conn, owner, mode=m))
                made[mode] = key.text
            app = create_app(secret, service, dialects=[native])
            config = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
            made["server"] = uvicorn.Server(config)
            ready.set()
            await made["server"].serve(sockets=[bound])
        finally:
            ready.set()
            await service.close()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert ready.wait(60)
    yield Site(f"http://127.0.0.1:{bound.getsockname()[1]}", settings, made["test"], made["live"])
    made["server"].should_exit = True
    thread.join(20)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """Not for the session: Playwright keeps an event loop running in this thread, and no asynchronous test could run beside it."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed; pip install playwright")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Studio:
    """An open page. What went wrong in it is checked at the end of each test."""

    page: Any
    site: Site
    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    """Beginnings of console errors that the test provokes: Chromium reports each refused request."""

    def open(self, path: str = "/") -> None:
        """Load the page and wait until it works."""
        self.page.goto(self.site.url + path)
        self.page.wait_for_selector("html[data-ready]")

    def sign_in(self, key: str | None = None, path: str = "/") -> None:
        """Open the page with a key in its storage."""
        self.page.add_init_script(f"localStorage.setItem('maquette.key', '{key or self.site.test_key}')")
        self.open(path)
        self.page.wait_for_selector("#account-button:not(.needed)")

    def until(self, expression: str) -> None:
        """Wait until it is true. Playwright's own waiting evaluates text in the page, which the page's policy forbids."""
        end = time.monotonic() + WAIT / 1000
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            self.page.wait_for_timeout(50)

    def finished(self) -> None:
        """Wait for the model in the viewer."""
        self.page.wait_for_selector(".view[data-state=ready]")
        # Two frames: one is drawn, one is shown.
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture(params=[{}])
def studio(chromium: Any, site: Site, request: pytest.FixtureRequest) -> Iterator[Studio]:
    """A fresh profile; indirect parameters are options of the browser context."""
    options = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **request.param}
    context = chromium.new_context(**options)
    context.set_default_timeout(WAIT)
    context.add_init_script(WATCH)
    page = context.new_page()
    opened = Studio(page, site)
    page.on("console", lambda message: opened.errors.append(_line(message)) if message.type == "error" else None)
    page.on("pageerror", lambda error: opened.errors.append(str(error)))

    def seen(sent: Any) -> None:
        if not sent.url.startswith((site.url + "/", "blob:" + site.url, "data:")):
            opened.strangers.append(sent.url)

    page.on("request", seen)
    yield opened
    violations = page.evaluate("window.violations")
    context.close()
    assert violations == []
    assert opened.strangers == []
    assert [text for text in opened.errors if not text.startswith(opened.expected or ("\0",))] == []


def _line(message: Any) -> str:
    return f"{message.text} ({message.location.get('url')})"


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Three small pictures with names."""
    from tests.server.harness import picture

    files = []
    for i, name in enumerate(("front.png", "side view.png", "back.png")):
        files.append(tmp_path / name)
        files[-1].write_bytes(picture(size=64 + 8 * i))
    return files
