"""One real Sketch generation with a worker, begun and seen in the browser."""

from __future__ import annotations

from pathlib import Path

import maquette
from maquette.jobs.supervisor import Supervisor
from tests.studio.conftest import Studio
from tests.studio.test_flow import pixels


def test_a_real_picture_becomes_a_model(studio: Studio) -> None:
    page, site = studio.page, studio.site
    robot = Path(maquette.__file__).parent / "examples" / "robot.png"
    studio.sign_in(site.live_key)
    page.set_input_files("#files", robot)
    page.select_option("#tier", "Sketch")
    page.wait_for_selector("#cost strong")
    assert "0.5 credits" in page.locator("#cost").inner_text()
    with Supervisor(site.settings, workers=1):
        page.click("#generate")
        page.wait_for_selector(".view[data-state=ready]", timeout=240_000)
    studio.finished()
    job = site.api("GET", f"jobs/{page.evaluate('location.hash').removeprefix('#job=')}", site.live_key)
    assert (job["status"], job["test"], job["cost"]) == ("succeeded", False, 0.5)
    shown = page.locator(".facts").inner_text()
    assert "1,024 px textures" in shown
    # The robot is turquoise with an orange chest: both colours are on the canvas.
    r, g, b = (pixels(studio)[..., i].astype(int) for i in range(3))
    assert ((g > r + 25) & (b > r + 15)).mean() > 0.01
    assert ((r > g + 50) & (g > b)).mean() > 0.002
    page.wait_for_selector("#account-button strong")
