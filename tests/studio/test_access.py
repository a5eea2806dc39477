"""Everybody can use it: contrast, names, keyboard, narrow windows, less motion."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.studio.conftest import Studio

# WCAG 2.2: relative luminance, the ground being the nearest opaque one behind the text.
CONTRAST = """
() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = (c) => { const f = (v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
  const ground = (node) => { for (let n = node; n; n = n.parentElement) {
    const c = rgb(getComputedStyle(n).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const bad = []; let seen = 0;
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !node.checkVisibility() || node.closest(":disabled, option, noscript")) continue;
    const [a, b] = [light(rgb(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
    seen += 1;
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(`${walk.currentNode.data.trim()} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
  }
  return [seen, bad];
}
"""
NAMELESS = """
() => [...document.querySelectorAll("input, select, textarea, button, a, canvas, progress")]
  .filter((node) => node.checkVisibility() && !node.labels?.length && !node.getAttribute("aria-label"))
  .filter((node) => !node.textContent.trim() && !node.closest("label"))
  .map((node) => node.outerHTML)
"""


def _everything(studio: Studio) -> None:
    """All parts of the page are open: a result, its export, further options, a problem."""
    studio.expected = ("Failed to load resource: the server responded with a status of 4",)
    page = studio.page
    studio.sign_in()
    page.fill("#prompt", "a disc")
    page.click("#generate")
    studio.finished()
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    page.fill("#faces", "3")
    page.wait_for_selector("#form-error:not([hidden])")


@pytest.mark.parametrize("studio", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_contrast_and_names(studio: Studio) -> None:
    _everything(studio)
    seen, bad = studio.page.evaluate(CONTRAST)
    assert seen > 60
    assert bad == []
    assert studio.page.evaluate(NAMELESS) == []
    studio.page.click("#account-button")
    studio.page.wait_for_selector("#account[open] .rows")
    assert studio.page.evaluate(CONTRAST)[1] == []


@pytest.mark.parametrize("studio", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
def test_narrow_windows_do_not_scroll_sideways(studio: Studio, pictures: list[Path]) -> None:
    page = studio.page
    studio.open()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    _everything(studio)
    page.set_input_files("#files", pictures)
    page.wait_for_selector("#pictures img")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    cut = page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter(n => n.checkVisibility() && !n.matches('.out-of-sight')"
        " && n.getBoundingClientRect().right > 361).map(n => n.outerHTML.slice(0, 80))"
    )
    assert cut == []


def test_the_keyboard_reaches_everything_in_order(studio: Studio) -> None:
    page = studio.page
    studio.sign_in()
    page.wait_for_selector("#formats input")
    order = []
    for _ in range(40):
        page.keyboard.press("Tab")
        order.append(page.evaluate("(n => n.id || n.name || n.className)(document.activeElement)"))
    wanted = [
        "account-button",
        "files",
        "prompt",
        "tier",
        "texture_size",
        "topology",
        "faces-slider",
        "faces",
        "material",
    ]
    places = [order.index(name) for name in [*wanted, "formats", "height_cm", "pose", "seed", "dice", "generate"]]
    assert order[0] == "skip"
    assert places == sorted(places)


@pytest.mark.parametrize("studio", [{"reduced_motion": "reduce"}, {"reduced_motion": "no-preference"}], indirect=True)
def test_the_model_turns_by_itself_only_where_motion_is_welcome(studio: Studio) -> None:
    studio.sign_in()
    studio.page.fill("#prompt", "a disc")
    studio.page.click("#generate")
    studio.finished()
    wanted = "false" if studio.page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches") else "true"
    studio.page.wait_for_selector(f"#turn[aria-pressed={wanted}]")
