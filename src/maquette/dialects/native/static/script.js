// Opens what a link points to, filters the list, copies examples. The page reads well without it.
"use strict";

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.tagName === "DETAILS") target.open = true;
  target.scrollIntoView();
}

function filter(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (node) => words.every((word) => node.textContent.toLowerCase().includes(word));
  for (const list of document.querySelectorAll("nav ul")) {
    for (const item of list.children) item.hidden = !matches(item);
    list.hidden = list.previousElementSibling.hidden = ![...list.children].some((item) => !item.hidden);
  }
  for (const card of document.querySelectorAll("details.op")) card.hidden = !matches(card.querySelector("summary"));
  for (const section of document.querySelectorAll("section.tag")) section.hidden = !section.querySelector("details:not([hidden])");
}

function addCopyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll("pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1500);
    });
    block.append(button);
  }
}

const box = document.getElementById("filter");
box.hidden = false;
box.addEventListener("input", () => filter(box.value));
addEventListener("hashchange", reveal);
addCopyButtons();
reveal();
