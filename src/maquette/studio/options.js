// The further options of a request as data, and their controls.

import { el } from "./dom.js";

/** name, label, kind, choices or limits. An empty or unset control sends nothing, so that the server's default holds. */
const OPTIONS = [
  ["detail", "Detail", "choice", [["", "By tier"], ["draft", "Draft"], ["standard", "Standard"], ["high", "High"]]],
  ["engine", "Engine", "choice", [["", "Server's default"]]],
  ["images_mode", "Several pictures", "choice", [["", "One object"], ["blend", "To be blended"]]],
  ["symmetric", "Symmetry", "boolean", [["", "Engine decides"], ["true", "Symmetric"], ["false", "As seen"]]],
  ["pivot", "Pivot", "choice", [["", "Base"], ["center", "Centre"]]],
  ["turn_degrees", "Turn", "number", { min: -360, max: 360, unit: "°" }],
  ["bbox", "Proportions", "numbers", { hint: "W, H, L" }],
  ["lods", "Levels of detail", "numbers", { hint: "0.5, 0.25" }],
  ["smooth", "Smoothing rounds", "number", { min: 0, max: 100 }],
  ["min_part", "Smallest part kept", "number", { min: 0, max: 0.99, hint: "0.02" }],
  ["collision", "Collision hulls", "number", { min: 0, max: 64 }],
  ["print_mm", "Print size", "number", { min: 1, max: 10000, unit: "mm" }],
  ["compression", "Compress GLB textures (WebP)", "switch", ["webp"]],
  ["pictures", "Turntable video", "switch", ["turntable.mp4"]],
  ["preview_render", "Large preview picture", "switch"],
  ["transparent", "Previews without ground", "switch"],
  ["delight", "Take light out of the pictures", "switch"],
  ["use_original_alpha", "Trust the pictures' own alpha", "switch"],
  ["quad_normal", "Detail in a normal map (shaded)", "switch"],
  ["fill_holes", "Close holes", "switch"],
];

/** The controls, to be put into the form. */
export function controls() {
  const fields = OPTIONS.filter(([, , kind]) => kind !== "switch").map(field);
  const switches = OPTIONS.filter(([, , kind]) => kind === "switch").map(([name, label]) =>
    el("label", { class: "switch", "data-field": name }, el("input", { type: "checkbox", id: `option-${name}` }), el("span", {}, label)),
  );
  return [el("div", { class: "grid" }, fields), el("div", { class: "switches" }, switches)];
}

function field([name, label, kind, more]) {
  const id = `option-${name}`;
  const unit = more.unit ? el("span", { class: "unit" }, ` ${more.unit}`) : null;
  const caption = el("label", { for: id }, label, unit);
  if (kind === "choice" || kind === "boolean") {
    return el("div", { class: "group", "data-field": name }, caption, el("select", { id }, more.map(([value, text]) => el("option", { value }, text))));
  }
  const text = kind === "numbers";
  const input = el("input", { id, type: text ? "text" : "number", placeholder: more.hint ?? "", inputMode: "decimal", autocomplete: "off" });
  if (!text) Object.assign(input, { min: more.min, max: more.max, step: "any" });
  return el("div", { class: "group", "data-field": name }, caption, input);
}

/** Fields of the request that were set. */
export function readOptions() {
  const fields = {};
  for (const [name, , kind, more] of OPTIONS) {
    const control = document.getElementById(`option-${name}`);
    if (kind === "switch") {
      if (control.checked) fields[name] = more ?? true;
      continue;
    }
    const value = control.value.trim();
    if (value === "") continue;
    if (kind === "number") fields[name] = Number(value);
    else if (kind === "boolean") fields[name] = value === "true";
    else if (kind === "numbers") fields[name] = value.split(/[\s,;]+/).filter(Boolean).map((part) => (Number.isNaN(Number(part)) ? part : Number(part)));
    else fields[name] = value;
  }
  return fields;
}

/** Names of the engines, once the server told them. */
export function offerEngines(engines) {
  const select = document.getElementById("option-engine");
  select.append(...engines.map((engine) => el("option", { value: engine.id }, engine.title ? `${engine.id} – ${engine.title}` : engine.id)));
}
