// The account's jobs, through whichever API they came: pages of them, to open or delete.

import { currentKey, get, local, onKey, remove } from "./api.js";
import { byId, confirmed, el } from "./dom.js";
import { isFinal, summary } from "./job.js";
import { words } from "./problems.js";

const PAGE = 12;
const REFRESH_MS = 4000;
const STATES = { queued: "waiting", running: "under way", succeeded: "done", failed: "failed", cancelled: "cancelled" };

export class History extends EventTarget {
  /** Events: "open" (detail: job), "deleted" (detail: id). */
  constructor() {
    super();
    this.list = byId("jobs");
    this.cursor = null;
    this.shown = null;
    this.jobs = [];
    byId("history-filter").addEventListener("change", () => this.load(null));
    byId("newer").addEventListener("click", () => this.load(this.page.previous_cursor));
    byId("older").addEventListener("click", () => this.load(this.page.next_cursor));
    onKey(() => this.load(null));
  }

  /** Which job is on the stage. */
  mark(id) {
    this.shown = id;
    for (const item of this.list.children) mark(item, id);
  }

  /** Load the page again, or (`cursor` given, null for the first) another one. */
  async load(cursor = this.cursor) {
    clearTimeout(this.timer);
    if (!currentKey()) return this.#say("Your jobs appear here once a key is entered.");
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.cursor = cursor;
    try {
      const page = await get("jobs", { query: { limit: PAGE, cursor, status: byId("history-filter").value } });
      if (turn !== this.turn) return;
      this.page = page;
      this.#render(page);
    } catch (problem) {
      if (turn !== this.turn) return;
      this.#say(words(problem));
    }
  }

  #say(text) {
    this.list.replaceChildren();
    byId("pager").hidden = true;
    byId("history-empty").hidden = false;
    byId("history-empty").replaceChildren(...[text].flat());
  }

  #render(page) {
    if (!page.data.length) this.#say(byId("history-filter").value ? "No such jobs." : "No jobs yet.");
    else {
      byId("history-empty").hidden = true;
      const focused = document.activeElement?.closest?.("#jobs li")?.dataset.id;
      const old = new Map([...this.list.children].map((item) => [item.dataset.id, item]));
      this.list.replaceChildren(
        ...page.data.map((job) => {
          const before = old.get(job.id);
          return before?.dataset.state === stateOf(job) ? before : this.#item(job);
        }),
      );
      if (focused) this.list.querySelector(`[data-id="${CSS.escape(focused)}"] .open`)?.focus();
    }
    byId("pager").hidden = !page.next_cursor && !page.previous_cursor;
    byId("newer").disabled = !page.previous_cursor;
    byId("older").disabled = !page.next_cursor;
    this.mark(this.shown);
    if (page.data.some((job) => !isFinal(job))) this.timer = setTimeout(() => this.load(), REFRESH_MS);
  }

  #item(job) {
    const preview = job.assets.find((asset) => asset.kind === "preview");
    const name = job.name || job.request?.prompt?.slice(0, 60) || "Job";
    const picture = preview
      ? el("img", { src: local(preview.url), alt: "", loading: "lazy", width: 56, height: 56 })
      : el("span", { class: `thumb ${job.status}`, "aria-hidden": "true" }, { failed: "!", cancelled: "–" }[job.status] ?? "…");
    const state = job.status === "succeeded" ? summary(job) : `${STATES[job.status]} · ${summary(job)}`;
    return el(
      "li",
      { "data-id": job.id, "data-state": stateOf(job) },
      el(
        "button",
        { type: "button", class: "open", onclick: () => this.dispatchEvent(new CustomEvent("open", { detail: job })) },
        picture,
        el("span", { class: "words" }, el("span", { class: "name" }, name), el("span", { class: `hint ${job.status}` }, state)),
      ),
      el("button", { type: "button", class: "delete", "aria-label": `Delete ${name}`, title: "Delete", onclick: () => this.#delete(job, name) }, "×"),
    );
  }

  async #delete(job, name) {
    const warning = isFinal(job) ? "Its files are removed for good." : "It is cancelled, and its files are removed for good.";
    if (!(await confirmed(`Delete “${name}”? ${warning}`, "Delete"))) return;
    try {
      await remove(`jobs/${job.id}`);
      this.dispatchEvent(new CustomEvent("deleted", { detail: job.id }));
      await this.load();
      if (!this.page?.data.length && this.cursor) await this.load(null);
    } catch (problem) {
      await this.load();
      byId("history-empty").hidden = false;
      byId("history-empty").replaceChildren(...words(problem));
    }
  }
}

const stateOf = (job) => `${job.status} ${job.assets.length}`;

function mark(item, id) {
  const button = item.querySelector(".open");
  if (item.dataset.id === id) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}
