// Pictures of the request: chosen, dropped or pasted; stored on the server at once, so that the price is known before submitting.

import { currentKey, onKey, upload } from "./api.js";
import { byId, el } from "./dom.js";

const MOST = 5;
const VIEWS = [
  ["", "Any view"],
  ["F", "Front"],
  ["FL", "Front left"],
  ["L", "Left"],
  ["BL", "Back left"],
  ["B", "Back"],
  ["BR", "Back right"],
  ["R", "Right"],
  ["FR", "Front right"],
  ["U", "Top"],
  ["D", "Bottom"],
];

export class Pictures extends EventTarget {
  /** Events: "change" (what would be sent changed, or could not be stored: `problem`). */
  constructor() {
    super();
    this.items = [];
    this.list = byId("pictures");
    this.status = byId("pictures-status");
    const input = byId("files");
    input.addEventListener("change", () => {
      this.add([...input.files]);
      input.value = "";
    });
    this.#listenForDrops(byId("drop"));
    document.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length) {
        event.preventDefault();
        this.add(files);
      }
    });
    onKey(() => this.#storeAll(true));
    this.render();
  }

  /** All chosen pictures are stored. */
  get ready() {
    return this.items.every((item) => item.id);
  }

  /** Some picture is on its way. */
  get busy() {
    return this.items.some((item) => item.sending);
  }

  /** Why a picture could not be stored, or null. */
  get problem() {
    return this.items.find((item) => item.error)?.error ?? null;
  }

  /** `images` and `views` of the request. */
  fields() {
    const stored = this.items.filter((item) => item.id);
    if (!stored.length) return {};
    const fields = { images: stored.map((item) => item.id) };
    if (stored.some((item) => item.view)) fields.views = stored.map((item) => item.view || null);
    return fields;
  }

  /** Name for the job, from the first file. */
  get name() {
    return this.items[0]?.file.name.replace(/\.[^.]+$/, "").slice(0, 80) ?? "";
  }

  add(files) {
    const pictures = files.filter((file) => file.type.startsWith("image/") || /\.(heic|avif|tiff?|webp|png|jpe?g)$/i.test(file.name));
    const room = MOST - this.items.length;
    let said = "";
    if (pictures.length < files.length) said = "Only pictures can be used.";
    if (pictures.length > room) said = `At most ${MOST} pictures; the first ${Math.max(room, 0)} of these were taken.`;
    for (const file of pictures.slice(0, Math.max(room, 0))) {
      this.items.push({ file, url: URL.createObjectURL(file), view: "", id: null, sending: false, error: null });
    }
    this.render();
    this.status.textContent = said;
    this.#storeAll();
  }

  #storeAll(again = false) {
    for (const item of this.items) {
      if (again) Object.assign(item, { id: null, error: null });
      this.#store(item);
    }
  }

  async #store(item) {
    if (item.id || item.sending || item.error || !currentKey()) return;
    const key = currentKey();
    item.sending = true;
    this.render();
    try {
      const stored = await upload(item.file);
      if (key === currentKey()) item.id = stored.id;
    } catch (problem) {
      item.error = problem;
    }
    item.sending = false;
    this.render();
    if (key !== currentKey()) this.#store(item);
    else this.#changed();
  }

  #remove(index) {
    const [item] = this.items.splice(index, 1);
    URL.revokeObjectURL(item.url);
    this.status.textContent = `${item.file.name} removed.`;
    this.render();
    this.#changed();
    (this.list.querySelectorAll(".remove")[Math.min(index, this.items.length - 1)] ?? byId("files")).focus();
  }

  #move(from, to) {
    if (from === to || to < 0 || to >= this.items.length) return;
    this.items.splice(to, 0, ...this.items.splice(from, 1));
    this.status.textContent = `${this.items[to].file.name} is now number ${to + 1}.`;
    this.render();
    this.#changed();
    const buttons = this.list.children[to].querySelectorAll(".move:not(:disabled)");
    (to > from ? buttons[buttons.length - 1] : buttons[0])?.focus();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }

  render() {
    // An upload that ends draws the list anew; whoever is in it with the keyboard stays where they are.
    const held = this.list.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
    this.list.replaceChildren(...this.items.map((item, index) => this.#card(item, index)));
    if (held) this.list.querySelector(`[aria-label="${CSS.escape(held)}"]`)?.focus();
    const full = this.items.length >= MOST;
    byId("drop-hint").hidden = full;
    byId("files").disabled = full;
    byId("drop").classList.toggle("filled", this.items.length > 0);
  }

  #card(item, index) {
    const name = item.file.name || `picture ${index + 1}`;
    const state = item.error ? "error" : item.sending ? "sending" : "";
    const picture = el("img", { src: item.url, alt: name, draggable: false });
    picture.addEventListener("error", () => picture.replaceWith(el("span", { class: "no-picture" }, name)));
    const card = el(
      "li",
      { class: `picture ${state}`, draggable: true, title: item.error?.detail ?? name },
      picture,
      index === 0 && this.items.length > 1 ? el("span", { class: "badge" }, "main") : null,
      el("button", { type: "button", class: "remove", "aria-label": `Remove ${name}`, title: "Remove", onclick: () => this.#remove(index) }, "×"),
      this.items.length > 1
        ? el(
            "div",
            { class: "moves" },
            this.#arrow("‹", `Move ${name} forward`, index, index - 1),
            this.#arrow("›", `Move ${name} back`, index, index + 1),
          )
        : null,
      el(
        "select",
        { class: "from", "aria-label": `View of ${name}`, onchange: (event) => this.#setView(item, event.target.value) },
        VIEWS.map(([value, text]) => el("option", { value, selected: value === item.view }, text)),
      ),
    );
    card.addEventListener("dragstart", (event) => {
      this.dragged = index;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", name);
    });
    card.addEventListener("dragend", () => (this.dragged = undefined));
    card.addEventListener("dragover", (event) => this.dragged !== undefined && event.preventDefault());
    card.addEventListener("drop", (event) => {
      if (this.dragged === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.#move(this.dragged, index);
    });
    return card;
  }

  #arrow(sign, label, from, to) {
    const off = to < 0 || to >= this.items.length;
    return el("button", { type: "button", class: "move", disabled: off, "aria-label": label, onclick: () => this.#move(from, to) }, sign);
  }

  #setView(item, view) {
    item.view = view;
    this.#changed();
  }

  #listenForDrops(zone) {
    for (const type of ["dragenter", "dragover"]) {
      zone.addEventListener(type, (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        zone.classList.add("over");
      });
    }
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      zone.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.add([...event.dataTransfer.files]);
    });
    // A picture dropped beside the zone must not replace the page.
    for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());
  }
}
