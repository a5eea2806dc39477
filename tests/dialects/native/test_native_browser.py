"""In a real Chromium: the page works under its own policy, and an `EventSource` follows a job to its end and then rests."""

from __future__ import annotations

import shutil

import httpx
import pytest
import pytest_asyncio

from maquette.dialects.native.errors import PREFIX
from tests.dialects.native.test_native_openapi import Server
from tests.server.harness import picture

pytestmark = pytest.mark.asyncio(loop_scope="module")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FOLLOW = """url => {
  window.news = [];
  window.source = new EventSource(url);
  for (const name of ["status", "progress", "end"])
    source.addEventListener(name, e => news.push([name, JSON.parse(e.data).progress]));
}"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def page():
    # not the sync API: its greenlets and a C extension of the fuzzer in one process once ended in a segmentation fault
    api = pytest.importorskip("playwright.async_api", reason="Playwright is not installed; pip install playwright")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    async with api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield await browser.new_page()
        await browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("browser")) as running:
        yield running


async def test_the_page_filters_and_opens_what_a_link_names(page, server):
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"{server.url}{PREFIX}/docs#post_jobs")
    assert await page.eval_on_selector("#post_jobs", "e => e.open")
    await page.fill("#filter", "rotate")
    assert await page.eval_on_selector_all("details.op:not([hidden])", "all => all.map(e => e.id)") == [
        "post_webhooks_webhook_id_rotate"
    ]
    assert (
        await page.eval_on_selector("h1", "e => getComputedStyle(e).fontSize") != "16px"
    )  # the style sheet is in force
    assert said == []
    assert all(url.startswith((server.url, "data:")) for url in asked)


async def test_an_event_source_follows_a_job_and_rests(page, server):
    async with httpx.AsyncClient(base_url=server.url, headers={"x-api-key": server.world.key}) as client:
        job = (await client.post(f"{PREFIX}/jobs", files={"images": ("a.png", picture())})).json()
    # same origin, and without the policy that forbids the plain answers of this server to connect anywhere
    await page.route("**/blank", lambda route: route.fulfill(body="<p>blank", content_type="text/html"))
    await page.goto(f"{server.url}/blank")
    await page.evaluate(FOLLOW, job["events_url"])
    for done in range(3):
        await page.wait_for_timeout(700)
        server.world.worker.step(job["id"], done)
    await page.wait_for_timeout(700)
    server.world.worker.finish(job["id"])
    await page.wait_for_function("source.readyState === EventSource.CLOSED", timeout=20_000)  # nobody called close()
    news = await page.evaluate("news")
    assert [name for name, _ in news].count("end") == 1
    assert news[-1] == ["end", 1]
    assert [p for _, p in news] == sorted(p for _, p in news)
