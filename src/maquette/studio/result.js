// A finished job: the model in the viewer, its files, what was corrected, and other files of the same asset.

import { get, local } from "./api.js";
import { byId, bytes, count, el, reducedMotion } from "./dom.js";
import { exportForm } from "./exports.js";
import { summary } from "./job.js";

const KINDS = ["model", "lod", "print", "collision", "companion", "texture", "preview", "render", "picture"];
const GROUPS = {
  model: "Models",
  companion: "Parts of the models",
  texture: "Textures",
  lod: "Levels of detail",
  collision: "Collision",
  print: "3D print",
  preview: "Pictures",
  render: "Pictures",
  picture: "Pictures",
};

export class Result extends EventTarget {
  /** Fills `host`. Events: "open" (detail: a new job made from this one). */
  constructor(host, job) {
    super();
    this.job = job;
    this.aborter = new AbortController();
    const glbs = job.assets.filter((asset) => asset.format === "glb" && ["model", "lod", "collision"].includes(asset.kind));
    this.view = el("div", { class: "view" });
    this.facts = el("p", { class: "facts", role: "status" });
    host.replaceChildren(...[
      el("div", { class: "bar title" }, el("h2", {}, job.name || "Result"), el("p", { class: "hint" }, summary(job))),
      this.view,
      glbs.length ? this.#tools(glbs) : null,
      this.facts,
      job.warnings.length ? el("ul", { class: "warnings", "aria-label": "Warnings" }, job.warnings.map((text) => el("li", {}, text))) : null,
      files(job),
      exportForm(job, (made) => this.dispatchEvent(new CustomEvent("open", { detail: made }))),
    ].filter(Boolean));
    if (glbs.length) this.#start(glbs[0]);
    else this.#still("This job has no GLB, so it cannot be turned here. Export it again as GLB below.");
  }

  /** Free what the viewer holds. */
  close() {
    this.aborter.abort();
    this.viewer?.close();
    this.viewer = null;
  }

  async #start(asset) {
    this.view.append(el("p", { class: "loading", role: "status" }, "Loading the model …"));
    try {
      const { Viewer } = await import("./viewer.js");
      if (this.aborter.signal.aborted) return;
      this.viewer = new Viewer(this.view);
      this.viewer.canvas.id = "canvas";
      this.viewer.canvas.setAttribute("aria-label", "The model. Arrow keys turn it, plus and minus zoom, Home shows all of it.");
      this.viewer.onturn = (on) => byId("turn").setAttribute("aria-pressed", String(on));
      await this.#load(asset);
      if (!reducedMotion()) this.viewer?.rotate(true);
    } catch (error) {
      if (error.name === "AbortError") return;
      this.viewer?.close();
      this.viewer = null;
      this.#still(`The viewer could not show this model: ${error.message} Its files can be downloaded below.`);
    }
  }

  async #load(asset) {
    this.view.dataset.state = "loading";
    const found = await this.viewer.load(local(asset.url), this.aborter.signal);
    this.view.querySelector(".loading")?.remove();
    this.view.dataset.state = "ready";
    const parts = [`${count(found.triangles)} triangles`, `${count(found.vertices)} vertices`];
    parts.push(`${found.size.map((side) => count(Number((100 * side).toPrecision(3)))).join(" × ")} cm`);
    if (found.texture) parts.push(`${count(found.texture)} px textures`);
    this.facts.textContent = parts.join(" · ");
  }

  #still(text) {
    const picture = ["render", "preview"].map((kind) => this.job.assets.find((asset) => asset.kind === kind)).find(Boolean);
    this.view.replaceChildren(
      ...(picture ? [el("img", { src: local(picture.url), alt: "Preview of the model" })] : []),
      el("p", { class: "loading" }, text),
    );
    this.view.dataset.state = "still";
  }

  #tools(glbs) {
    const looks = [
      ["textured", "Textured"],
      ["clay", "Clay"],
      ["wireframe", "Wireframe"],
    ].map(([value, text]) =>
      el(
        "label",
        {},
        el("input", { type: "radio", name: "look", value, checked: value === "textured", onchange: () => this.viewer?.show(value) }),
        el("span", {}, text),
      ),
    );
    const turn = el("button", { type: "button", id: "turn", "aria-pressed": "false", onclick: () => this.viewer?.rotate(!this.viewer.turning) }, "Rotate");
    const ground = el(
      "select",
      { id: "background", "aria-label": "Background", onchange: (event) => this.#background(event.target.value) },
      [["studio", "Studio"], ["white", "White"], ["grey", "Grey"], ["black", "Black"]].map(([value, text]) => el("option", { value }, text)),
    );
    const light = el("input", { type: "range", min: "0.3", max: "2", step: "0.05", value: "1", id: "light", "aria-label": "Light" });
    light.addEventListener("input", () => this.viewer?.exposure(Number(light.value)));
    const which = el(
      "select",
      { id: "which", "aria-label": "Which model", onchange: (event) => this.#switch(glbs[Number(event.target.value)]) },
      glbs.map((asset, i) => el("option", { value: i }, asset.name)),
    );
    return el(
      "div",
      { class: "tools", role: "toolbar", "aria-label": "View" },
      el("div", { class: "segments small", role: "group", "aria-label": "Look" }, looks),
      turn,
      el("button", { type: "button", onclick: () => this.viewer?.box && this.viewer.frame() }, "Reset"),
      el("button", { type: "button", onclick: () => this.#fullScreen() }, "Full screen"),
      ground,
      el("label", { class: "light" }, el("span", { "aria-hidden": "true" }, "☀"), light),
      glbs.length > 1 ? which : null,
      el("button", { type: "button", title: "Save this view as a PNG", onclick: () => this.#picture() }, "Picture"),
    );
  }

  #background(name) {
    this.viewer?.background(name);
  }

  #switch(asset) {
    this.#load(asset).catch((error) => {
      if (error.name !== "AbortError") this.facts.textContent = error.message;
    });
  }

  async #picture() {
    if (!this.viewer) return;
    const url = URL.createObjectURL(await this.viewer.picture());
    el("a", { href: url, download: `${this.job.name || "view"}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  #fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.view.requestFullscreen?.();
  }
}

function files(job) {
  const groups = new Map();
  for (const asset of [...job.assets].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))) {
    const title = GROUPS[asset.kind] ?? "Further files";
    groups.set(title, [...(groups.get(title) ?? []), asset]);
  }
  const blocks = [...groups].map(([title, assets]) =>
    el(
      "div",
      {},
      el("h4", {}, title),
      el(
        "ul",
        {},
        assets.map((asset) =>
          el(
            "li",
            {},
            el("a", { href: local(asset.url), download: asset.name, "data-asset": asset.name }, el("span", { class: "name" }, asset.name), el("span", { class: "size" }, bytes(asset.size))),
          ),
        ),
      ),
    ),
  );
  const section = el("section", { class: "files", "aria-label": "Files" }, el("h3", {}, "Files"), el("div", { class: "file-groups" }, blocks));
  freshen(job, section);
  return section;
}

/** Links live for minutes (`link_seconds`); one that is about to expire is asked for again when it is pressed. */
function freshen(job, section) {
  section.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-asset]");
    const asset = link && job.assets.find((one) => one.name === link.dataset.asset);
    if (!asset || Date.parse(asset.url_expires_at) - Date.now() > 5000) return;
    event.preventDefault();
    Object.assign(asset, await get(`assets/${asset.id}`));
    link.href = local(asset.url);
    link.click();
  });
}
