"""In a real Chromium: the page works under its own policy, and an `EventSource` follows a job to its end and then rests."""

from __future__ import annotations

import shutil

import httpx
import pytest

from maquette.dialects.native.errors import PREFIX
from tests.dialects.native.test_native_openapi import Server
from tests.server.harness import picture

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FOLLOW = """url => {
  window.news = [];
  window.source = new EventSource(url);
  for (const name of ["status", "progress", "end"])
    source.addEventListener(name, e => news.push([name, JSON.parse(e.data).progress]));
}"""


@pytest.fixture(scope="module")
def page():
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed; pip install playwright")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("browser")) as running:
        yield running


def test_the_page_filters_and_opens_what_a_link_names(page, server):
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.url}{PREFIX}/docs#post_jobs")
    assert page.eval_on_selector("#post_jobs", "e => e.open")
    page.fill("#filter", "rotate")
    assert page.eval_on_selector_all("details.op:not([hidden])", "all => all.map(e => e.id)") == [
        "post_webhooks_webhook_id_rotate"
    ]
    assert page.eval_on_selector("h1", "e => getComputedStyle(e).fontSize") != "16px"  # the style sheet is in force
    assert said == []
    assert all(url.startswith((server.url, "data:")) for url in asked)


def test_an_event_source_follows_a_job_and_rests(page, server):
    with httpx.Client(base_url=server.url, headers={"x-api-key": server.world.key}) as client:
        job = client.post(f"{PREFIX}/jobs", files={"images": ("a.png", picture())}).json()
    # same origin, and without the policy that forbids the plain answers of this server to connect anywhere
    page.route("**/blank", lambda route: route.fulfill(body="<p>blank", content_type="text/html"))
    page.goto(f"{server.url}/blank")
    page.evaluate(FOLLOW, job["events_url"])
    for done in range(3):
        page.wait_for_timeout(700)
        server.world.worker.step(job["id"], done)
    page.wait_for_timeout(700)
    server.world.worker.finish(job["id"])
    page.wait_for_function("source.readyState === EventSource.CLOSED", timeout=20_000)  # nobody called close()
    news = page.evaluate("news")
    assert [name for name, _ in news].count("end") == 1
    assert news[-1] == ["end", 1]
    assert [p for _, p in news] == sorted(p for _, p in news)
