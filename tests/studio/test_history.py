"""The history: pages, filter, opening and deleting, also of jobs that came by other doors."""

from __future__ import annotations

from tests.studio.conftest import Studio


def test_pages_open_and_delete(studio: Studio) -> None:
    page, site = studio.page, studio.site
    for i in range(14):
        site.api("POST", "jobs", json={"prompt": "x maquette:fail", "name": f"job {i}"})
    site.api("POST", "jobs", json={"prompt": "good", "name": "<b>last</b>"})
    newest = site.api("GET", "jobs", params={"limit": 1, "wait": 5})["data"][0]
    site.api("GET", f"jobs/{newest['id']}", params={"wait": 30})
    studio.sign_in()
    studio.until("document.querySelectorAll('#jobs li').length === 12")
    assert page.locator("#jobs .name").first.inner_text() == "<b>last</b>"
    page.wait_for_selector(f"#jobs li[data-id='{newest['id']}'] img")
    assert page.is_disabled("#newer")
    page.click("#older")
    studio.until("!document.getElementById('newer').disabled")
    assert page.locator("#jobs .name").first.inner_text() == "job 2"
    page.click("#newer")
    studio.until("document.getElementById('newer').disabled")

    page.click(f"#jobs li[data-id='{newest['id']}'] .open")
    studio.finished()
    page.click(f"#jobs li[data-id='{newest['id']}'] .delete")
    page.keyboard.press("Escape")
    page.click(f"#jobs li[data-id='{newest['id']}'] .delete")
    assert "removed for good" in page.locator("#confirm").inner_text()
    page.click("#confirm-yes")
    page.wait_for_selector(f"#jobs li[data-id='{newest['id']}']", state="detached")
    assert page.locator("#stage .blank").count() == 1
    assert site.api("GET", "jobs", params={"limit": 1})["data"][0]["id"] != newest["id"]

    page.select_option("#history-filter", "failed,cancelled")
    studio.until("document.querySelectorAll('#jobs .words .failed').length === 12")
