"""From pictures to files, in a real browser: what a person does, in order, with a test key."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import numpy as np
from PIL import Image

from tests.studio.conftest import Studio


def pixels(studio: Studio) -> np.ndarray:
    """The canvas as shown, `(h, w, 3) uint8`."""
    shot = studio.page.locator("#canvas").screenshot()
    return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"))


def red_share(image: np.ndarray) -> float:
    r, g, b = (image[..., i].astype(int) for i in range(3))
    return float(np.mean((r > 90) & (r > 2 * g) & (r > 2 * b)))


def test_pictures_are_chosen_ordered_labelled_and_removed(studio: Studio, pictures: list[Path]) -> None:
    page = studio.page
    studio.sign_in()
    page.set_input_files("#files", pictures)
    names = lambda: page.locator("#pictures img").evaluate_all("all => all.map(one => one.alt)")  # noqa: E731
    assert names() == ["front.png", "side view.png", "back.png"]
    page.click("[aria-label='Move side view.png forward']")
    assert names() == ["side view.png", "front.png", "back.png"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move side view.png back"
    studio.until("!document.querySelector('.picture.sending')")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move side view.png back"
    page.select_option("[aria-label='View of front.png']", "B")
    page.click("[aria-label='Remove back.png']")
    assert names() == ["side view.png", "front.png"]
    studio.until("document.getElementById('cost').textContent.startsWith('Free')")
    page.click("#generate")
    studio.until("location.hash.startsWith('#job=')")
    job = studio.site.api("GET", f"jobs/{page.evaluate('location.hash').removeprefix('#job=')}")
    digests = [hashlib.sha256(pictures[i].read_bytes()).hexdigest() for i in (1, 0)]
    assert [(i["sha256"], i["view"]) for i in job["request"]["images"]] == [(digests[0], None), (digests[1], "B")]
    assert job["name"] == "side view"


def test_no_more_than_five_pictures_and_paste(studio: Studio, pictures: list[Path]) -> None:
    page = studio.page
    studio.sign_in()
    page.set_input_files("#files", [*pictures, *pictures])
    assert page.locator("#pictures li").count() == 5
    assert "five" not in page.locator("#drop").inner_text()
    assert "At most 5 pictures" in page.locator("#pictures-status").inner_text()
    for _ in range(5):
        page.locator("#pictures .remove").first.click()
    page.evaluate(
        """async () => {
          const canvas = document.createElement("canvas");
          canvas.width = canvas.height = 40;
          const blob = await new Promise((done) => canvas.toBlob(done));
          const data = new DataTransfer();
          data.items.add(new File([blob], "pasted.png", { type: "image/png" }));
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }"""
    )
    assert page.locator("#pictures img").get_attribute("alt") == "pasted.png"


def test_generate_watch_turn_download_and_export_again(studio: Studio, pictures: list[Path]) -> None:
    page, site = studio.page, studio.site
    studio.sign_in()
    page.set_input_files("#files", pictures[:1])
    page.fill("#prompt", "maquette:slow=2")
    page.select_option("#tier", "Sketch")
    assert page.input_value("#texture_size") == "1024"
    assert page.is_checked("[name=topology][value=triangles]")
    page.fill("#faces", "2000")
    page.fill("#height_cm", "25")
    studio.until("document.getElementById('cost').textContent.startsWith('Free')")
    page.click("#generate")
    page.wait_for_selector(".under-way progress")
    assert page.locator(".steps li").count() >= 6
    studio.until("document.querySelector('progress')?.value > 0.2")
    assert re.search(r"\d+ %", page.locator(".said").inner_text())
    studio.finished()

    job = site.api("GET", f"jobs/{page.evaluate('location.hash').removeprefix('#job=')}")
    request = job["request"]
    assert (request["tier"], request["faces"], request["height_cm"], job["name"]) == ("Sketch", 2000, 25, "front")

    # The viewer: the red disc that every test job is made of fills a good part of the canvas, and its looks differ.
    textured = pixels(studio)
    assert 0.04 < red_share(textured) < 0.6
    page.check("[name=look][value=clay]")
    clay = pixels(studio)
    assert red_share(clay) < 0.001
    page.check("[name=look][value=wireframe]")
    dark = (pixels(studio).max(axis=2) < 110).mean() - (clay.max(axis=2) < 110).mean()
    assert dark > 0.005, "edges are drawn"
    page.check("[name=look][value=textured]")
    page.select_option("#background", "black")
    assert (pixels(studio)[20, 20] == 0).all()
    page.focus("#canvas")
    before = pixels(studio)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert np.abs(pixels(studio).astype(int) - before).max() > 20
    page.click("#turn")
    assert page.get_attribute("#turn", "aria-pressed") == "true"
    page.click("#turn")
    assert "512 px textures" in page.locator(".facts").inner_text()

    # Every file, with its size and its very bytes.
    assert page.locator(".files a").evaluate_all("all => all.map(a => a.download)") == [
        a["name"] for a in job["assets"]
    ]
    for asset in job["assets"]:
        with page.expect_download() as download:
            page.click(f"a[data-asset='{asset['name']}']")
        assert hashlib.sha256(Path(download.value.path()).read_bytes()).hexdigest() == asset["sha256"]

    # The same asset in another format and texture size.
    page.click("details.again summary")
    page.wait_for_selector("#export-form .chips input[value=stl]")
    page.check("#export-form input[value=stl]")
    page.select_option("#export-texture_size", "512")
    page.fill("#export-faces", "1500")
    studio.until("document.querySelector('#export-form .cost').textContent.startsWith('Free')")
    page.click("#export-form button[type=submit]")
    studio.until(f"location.hash.length > 5 && !location.hash.endsWith('{job['id']}')")
    page.wait_for_selector("a[data-asset$='.stl']")
    studio.finished()
    derived = site.api("GET", f"jobs/{page.evaluate('location.hash').removeprefix('#job=')}")
    assert derived["parent_id"] == job["id"]
    assert (derived["request"]["formats"], derived["request"]["texture_size"]) == (["glb", "stl"], 512)
    assert derived["request"]["faces"] == 1500

    # Back in the browser is back to the first job.
    page.go_back()
    page.wait_for_selector(f"#jobs li[data-id='{job['id']}'] .open[aria-current]")
    studio.finished()


def test_cancel_and_try_again(studio: Studio) -> None:
    page = studio.page
    studio.sign_in()
    page.fill("#prompt", "maquette:hang")
    page.click("#generate")
    studio.until("document.querySelector('progress')?.value > 0")
    page.click("#cancel")
    page.wait_for_selector("#retry")
    assert "Cancelled. Nothing was charged." in page.locator("#stage").inner_text()
    first = page.evaluate("location.hash").removeprefix("#job=")
    assert studio.site.api("GET", f"jobs/{first}")["status"] == "cancelled"
    page.wait_for_selector(f"#jobs li[data-id='{first}'] .words .cancelled")
    page.click("#retry")
    page.wait_for_selector("#cancel")
    assert page.evaluate("location.hash").removeprefix("#job=") != first
    page.click("#cancel")
    page.wait_for_selector("#retry")


def test_progress_without_events_is_asked_for(studio: Studio) -> None:
    studio.expected = ("Failed to load resource: net::ERR_FAILED",)
    page = studio.page
    page.route("**/maquette/v1/events/**", lambda route: route.abort())
    studio.sign_in()
    page.fill("#prompt", "a disc maquette:slow=1")
    page.click("#generate")
    studio.finished()
