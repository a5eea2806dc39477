// Other files of a finished asset: another format, texture size, mesh or material. What both have in common is not computed again.

import { Problem, get, post } from "./api.js";
import { chip, credits, debounce, duration, el } from "./dom.js";
import { clearProblem, showProblem } from "./problems.js";

/** A folded form; `made(job)` is called with the new job. */
export function exportForm(job, made) {
  const { request } = job;
  const choice = (name, label, values) =>
    el(
      "div",
      { class: "group", "data-field": name },
      el("label", { for: `export-${name}` }, label),
      el(
        "select",
        { id: `export-${name}`, name },
        values.map(([value, text]) => el("option", { value, selected: String(request[name]) === String(value) }, text)),
      ),
    );
  const formats = el("div", { class: "chips" });
  const box = el("div", { class: "problem", role: "alert", hidden: true, id: "export-error" });
  const price = el("p", { class: "cost", role: "status" });
  const button = el("button", { type: "submit", class: "primary" }, "Export");
  const form = el(
    "form",
    { id: "export-form", noValidate: true },
    el("fieldset", { class: "group", "data-field": "formats" }, el("legend", {}, "Formats"), formats),
    el(
      "div",
      { class: "grid" },
      choice("texture_size", "Texture size", [512, 1024, 2048, 4096, 8192].map((size) => [size, size])),
      choice("material", "Material", [["pbr", "PBR"], ["shaded", "Shaded"], ["all", "Both"], ["none", "None"], ["keep", "As it is"]]),
      choice("topology", "Mesh", [["quads", "Quads"], ["triangles", "Triangles"], ["keep", "As it is"]]),
      el(
        "div",
        { class: "group", "data-field": "faces" },
        el("label", { for: "export-faces" }, "Faces"),
        el("input", { type: "number", id: "export-faces", name: "faces", min: "500", max: "2000000", step: "any", value: request.faces ?? "" }),
      ),
    ),
    box,
    el("div", { class: "bar" }, price, button),
  );
  get("formats").then(
    (list) => formats.append(...list.data.map((format) => chip("formats", format.id, request.formats?.includes(format.id)))),
    (problem) => showProblem(form, box, problem),
  );

  function changes() {
    const data = new FormData(form);
    const changed = {};
    const wanted = data.getAll("formats");
    if (!wanted.length) throw new Problem({ title: "No format", detail: "Choose at least one format.", field: "formats" });
    if (wanted.join() !== (request.formats ?? []).join()) changed.formats = wanted;
    for (const name of ["texture_size", "material", "topology", "faces"]) {
      const text = data.get(name);
      if (text === "" || text === String(request[name])) continue;
      changed[name] = name === "texture_size" || name === "faces" ? Number(text) : text;
    }
    return changed;
  }

  async function ask(dry) {
    clearProblem(form, box);
    try {
      const wanted = changes();
      if (!Object.keys(wanted).length) throw new Problem({ title: "Nothing changed", detail: "Choose another format, size, mesh or material." });
      return await post(`jobs/${job.id}/exports`, dry ? { ...wanted, dry_run: true } : wanted);
    } catch (problem) {
      price.textContent = "";
      showProblem(form, box, problem);
      return null;
    }
  }

  const quote = debounce(async () => {
    const quoted = await ask(true);
    if (!quoted) return;
    const parts = [quoted.cost ? credits(quoted.cost) : "Free"];
    if (quoted.eta_seconds) parts.push(`about ${duration(quoted.eta_seconds)}`);
    price.textContent = parts.join(" · ");
    if (quoted.refusal) showProblem(form, box, new Problem(quoted.refusal));
  }, 350);
  form.addEventListener("input", quote);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const derived = await ask(false);
    button.disabled = false;
    if (derived) made(derived);
  });
  return el("details", { class: "more again" }, el("summary", {}, "Export again, in another format, size or mesh"), form);
}
