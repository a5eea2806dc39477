"""What is wrong is said with its remedy, where it is wrong."""

from __future__ import annotations

import pytest

from tests.studio.conftest import Studio

REFUSED = ("Failed to load resource: the server responded with a status of 4",)


def test_a_first_visit_explains_the_key(studio: Studio) -> None:
    studio.expected = REFUSED
    page = studio.page
    studio.open()
    assert page.locator("#account-button").inner_text() == "Enter a key"
    page.fill("#prompt", "a chair")
    page.click("#generate")
    page.wait_for_selector("#account[open]")
    assert "The first maquette serve prints a key" in page.locator("#account").inner_text()
    page.fill("#key", "mq_live_wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector("#key[aria-invalid=true]")
    assert page.locator("#key-error").inner_text()
    page.fill("#key", f"  {studio.site.test_key} ")
    page.keyboard.press("Enter")
    page.wait_for_selector("#account-button:not(.needed)")
    assert page.evaluate("localStorage.getItem('maquette.key')") == studio.site.test_key
    page.click("#account-button")
    page.wait_for_selector("#account[open] .rows")
    text = page.locator("#account").inner_text()
    assert "Jobs at once" in text
    assert "test key: all is free" in text
    page.click("#sign-out")
    page.wait_for_selector("#account-button.needed")
    assert page.evaluate("localStorage.length") == 0


def test_a_wrong_value_is_marked_at_its_field_before_submitting(studio: Studio) -> None:
    studio.expected = REFUSED
    page = studio.page
    studio.sign_in()
    page.fill("#prompt", "a chair")
    page.fill("#faces", "10")
    page.wait_for_selector("#faces[aria-invalid=true][aria-describedby=form-error]")
    assert "500" in page.locator("#form-error").inner_text()
    page.fill("#faces", "5000")
    page.wait_for_selector("#form-error", state="hidden")
    assert page.locator("[aria-invalid]").count() == 0
    page.evaluate("document.getElementById('more').open = true")
    page.fill("#option-lods", "0.2, 0.5")
    page.wait_for_selector("#option-lods[aria-invalid=true]")
    assert "fall from fine to coarse" in page.locator("#form-error").inner_text()


@pytest.mark.parametrize(("magic", "words"), [("insufficient", "Add credits"), ("invalid", "Send another one")])
def test_a_refused_job_says_the_remedy(studio: Studio, magic: str, words: str) -> None:
    studio.expected = REFUSED
    page = studio.page
    studio.sign_in()
    page.fill("#prompt", f"maquette:{magic}")
    page.click("#generate")
    page.wait_for_selector("#form-error:not([hidden])")
    assert words in page.locator("#form-error").inner_text()
    assert page.locator("#prompt[aria-invalid=true]").count() == (magic == "invalid")
    assert page.locator("#generate").is_enabled()


def test_a_failed_job_says_why_and_can_be_tried_again(studio: Studio) -> None:
    page = studio.page
    studio.sign_in()
    page.fill("#prompt", "maquette:noobject")
    page.click("#generate")
    page.wait_for_selector("#retry")
    text = page.locator("#stage").inner_text()
    assert "Take another picture." in text
    assert "Nothing was charged." in text
    assert page.locator("#jobs li").first.locator(".words .failed").count() == 1


def test_no_picture_and_no_prompt(studio: Studio) -> None:
    page = studio.page
    studio.sign_in()
    page.click("#generate")
    assert "Add a picture, or type a prompt." in page.locator("#form-error").inner_text()
    assert page.locator("#files[aria-invalid=true]").count() == 1


def test_a_file_that_is_no_picture(studio: Studio) -> None:
    studio.expected = REFUSED
    page = studio.page
    studio.sign_in()
    page.set_input_files("#files", {"name": "broken.png", "mimeType": "image/png", "buffer": b"no picture"})
    page.wait_for_selector("#form-error:not([hidden])")
    assert page.locator(".picture.error").count() == 1
    page.click("[aria-label='Remove broken.png']")
    page.wait_for_selector("#form-error", state="hidden")


def test_an_unknown_job_in_the_address(studio: Studio) -> None:
    studio.expected = REFUSED
    studio.sign_in(path="/#job=00000000-0000-4000-8000-000000000000")
    studio.page.wait_for_selector("#stage .problem")
