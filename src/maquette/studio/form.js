// The form of a new job: presets of the tier, the price before submitting, and errors at the field that caused them.

import { Problem, currentKey, get, onKey, post } from "./api.js";
import { byId, chip, count, credits, debounce, duration, el } from "./dom.js";
import { controls, offerEngines, readOptions } from "./options.js";
import { Pictures } from "./pictures.js";
import { clearProblem, showProblem } from "./problems.js";

const LEAST = 500;
const MOST = 2_000_000;

export class RequestForm extends EventTarget {
  /** Events: "submitted" (detail: the job), "key" (a key is needed). */
  constructor() {
    super();
    this.form = byId("request");
    this.tiers = new Map();
    this.pricing = null;
    this.test = false;
    byId("options").append(...controls());
    this.pictures = new Pictures();
    this.pictures.addEventListener("change", () => this.#changed());
    this.price = debounce(() => this.#price(), 350);
    this.form.addEventListener("input", (event) => event.target.id !== "files" && this.#changed());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    byId("tier").addEventListener("change", () => this.#preset());
    byId("dice").addEventListener("click", () => {
      byId("seed").value = String(Math.floor(Math.random() * 65536));
      this.#changed();
    });
    const slider = byId("faces-slider");
    slider.addEventListener("input", () => (byId("faces").value = String(toFaces(slider.value))));
    byId("faces").addEventListener("input", () => this.#slide());
    onKey(() => this.#changed());
    this.loaded = this.#load();
  }

  async #load() {
    try {
      const [tiers, formats, engines] = await Promise.all([get("tiers"), get("formats"), get("engines")]);
      this.#offerTiers(tiers.data);
      byId("formats").append(...formats.data.map((format) => chip("formats", format.id, format.id === "glb")));
      offerEngines(engines.data);
      this.takesText = engines.data.some((engine) => engine.modalities.some((modality) => modality.startsWith("text")));
    } catch (problem) {
      this.fail(problem);
    }
    this.#changed();
  }

  #offerTiers(tiers) {
    this.tiers = new Map(tiers.map((tier) => [tier.name, tier]));
    byId("tier").append(...tiers.map((tier) => el("option", { value: tier.name, selected: tier.default }, tier.name)));
    this.#preset();
  }

  #preset() {
    const tier = this.tiers.get(byId("tier").value);
    if (!tier) return;
    this.form.elements.topology.value = tier.topology;
    byId("faces").value = String(tier.faces);
    byId("texture_size").value = String(tier.texture_size);
    this.#slide();
  }

  #slide() {
    const faces = Number(byId("faces").value);
    if (faces >= LEAST) byId("faces-slider").value = String(Math.round((1000 * Math.log(faces / LEAST)) / Math.log(MOST / LEAST)));
  }

  /** The request as the API takes it. */
  fields() {
    const data = new FormData(this.form);
    const fields = { ...this.pictures.fields(), tier: data.get("tier"), topology: data.get("topology"), material: data.get("material") };
    fields.formats = data.getAll("formats");
    fields.texture_size = Number(data.get("texture_size"));
    const prompt = data.get("prompt").trim();
    if (prompt) fields.prompt = prompt;
    for (const name of ["faces", "height_cm", "seed"]) if (data.get(name) !== "") fields[name] = Number(data.get(name));
    if (data.get("pose")) fields.pose = data.get("pose");
    return { ...fields, ...readOptions() };
  }

  /** The problem at its field, or above the button. */
  fail(problem, field = null) {
    showProblem(this.form, byId("form-error"), problem, field);
  }

  #changed() {
    clearProblem(this.form, byId("form-error"));
    byId("formats-hint").hidden = new FormData(this.form).getAll("formats").includes("glb") || !byId("formats").children.length;
    const alone = !this.pictures.items.length && byId("prompt").value.trim() !== "";
    byId("prompt-hint").hidden = !(alone && this.takesText === false && !this.test);
    byId("prompt-hint").textContent = "No engine of this server takes words alone; add a picture.";
    if (this.pictures.problem) this.fail(this.pictures.problem, "images");
    this.price();
  }

  async #price() {
    this.pricing?.abort();
    const line = byId("cost");
    line.classList.remove("short");
    const fields = this.fields();
    if (!currentKey()) return void (line.textContent = "Enter a key to see the price.");
    if (this.pictures.busy) return void (line.textContent = "Storing the pictures …");
    if (!fields.images && !fields.prompt) return void (line.textContent = "Add a picture to see the price.");
    this.pricing = new AbortController();
    try {
      const quote = await post("jobs", { ...fields, dry_run: true }, { signal: this.pricing.signal });
      const parts = [quote.cost ? credits(quote.cost) : "Free"];
      if (quote.eta_seconds) parts.push(`about ${duration(quote.eta_seconds)}`);
      if (!this.test) parts.push(`${count(quote.balance)} left`);
      line.replaceChildren(el("strong", {}, parts[0]), ...parts.slice(1).map((part) => ` · ${part}`));
      if (quote.refusal) this.fail(new Problem(quote.refusal));
    } catch (problem) {
      if (problem.name === "AbortError") return;
      line.textContent = "";
      this.fail(problem);
    }
  }

  async #submit() {
    clearProblem(this.form, byId("form-error"));
    if (!currentKey()) return void this.dispatchEvent(new Event("key"));
    const fields = this.fields();
    if (!this.pictures.items.length && !fields.prompt) {
      return this.fail(new Problem({ title: "Nothing to work on", detail: "Add a picture, or type a prompt." }), "images");
    }
    if (!this.pictures.ready) {
      return this.fail(this.pictures.problem ?? new Problem({ title: "One moment", detail: "The pictures are still being stored; try again shortly." }), "images");
    }
    const button = byId("generate");
    button.disabled = true;
    button.classList.add("waiting");
    this.pricing?.abort();
    try {
      const name = this.pictures.name || (fields.prompt ?? "").slice(0, 60);
      const job = await post("jobs", { ...fields, name }, { headers: { "Idempotency-Key": crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` } });
      this.dispatchEvent(new CustomEvent("submitted", { detail: job }));
    } catch (problem) {
      this.fail(problem);
    } finally {
      button.disabled = false;
      button.classList.remove("waiting");
    }
  }
}

/** Faces of a slider position 0 to 1000, logarithmic, in round numbers. */
function toFaces(position) {
  const faces = LEAST * (MOST / LEAST) ** (position / 1000);
  const step = 10 ** Math.max(Math.floor(Math.log10(faces)) - 1, 2) / 2;
  return Math.min(Math.max(Math.round(faces / step) * step, LEAST), MOST);
}
