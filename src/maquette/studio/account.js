// The key, and what it opens: account, credits and limits.

import { currentKey, get, onKey, setKey } from "./api.js";
import { byId, bytes, count, credits, el } from "./dom.js";
import { words } from "./problems.js";

export class AccountPanel extends EventTarget {
  /** Events: "account" (detail: the account, or null). */
  constructor() {
    super();
    this.account = null;
    this.dialog = byId("account");
    this.button = byId("account-button");
    this.button.addEventListener("click", () => this.open());
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    onKey(() => this.load());
  }

  /** Ask the server who the key belongs to. */
  async load() {
    this.problem = null;
    this.account = null;
    const key = currentKey();
    if (key) {
      try {
        const account = await get("account");
        if (key !== currentKey()) return;
        this.account = account;
      } catch (problem) {
        this.problem = problem;
      }
    }
    this.#label();
    if (this.dialog.open) await this.#fill();
    this.dispatchEvent(new CustomEvent("account", { detail: this.account }));
  }

  #label() {
    const { account } = this;
    this.button.replaceChildren(
      ...(account
        ? [el("span", { class: "who" }, account.name), account.test ? el("span", { class: "badge" }, "test") : el("strong", {}, credits(account.balance))]
        : [this.problem ? "Key not accepted" : "Enter a key"]),
    );
    this.button.classList.toggle("needed", !account);
  }

  async open() {
    await this.#fill();
    if (!this.dialog.open) this.dialog.showModal();
    document.getElementById("key")?.focus();
  }

  async #fill() {
    const close = el("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => this.dialog.close() }, "×");
    const title = el("div", { class: "bar" }, el("h2", { id: "account-title" }, "Key and credits"), close);
    this.dialog.replaceChildren(title, this.account ? await this.#known(this.account) : this.#unknown());
  }

  #unknown() {
    const input = el("input", { id: "key", type: "password", autocomplete: "off", spellcheck: false, required: true, placeholder: "mq_…" });
    const box = el("p", { class: "problem", role: "alert", id: "key-error", hidden: !this.problem }, this.problem ? words(this.problem) : []);
    const enter = async (event) => {
      event.preventDefault();
      const key = input.value.trim();
      if (!key) return;
      try {
        await get("account", { key });
        setKey(key);
        this.dialog.close();
      } catch (problem) {
        box.replaceChildren(...words(problem));
        box.hidden = false;
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", "key-error");
      }
    };
    return el(
      "form",
      { onsubmit: enter, noValidate: true },
      el("div", { class: "group" }, el("label", { for: "key" }, "API key"), input),
      box,
      el("div", { class: "actions" }, el("button", { type: "submit", class: "primary" }, "Use this key")),
      el(
        "div",
        { class: "help" },
        el("p", {}, "The first ", el("code", {}, "maquette serve"), " prints a key, once, under the address it listens on. For another one, on the server:"),
        el("pre", {}, "maquette keys create"),
        el("p", {}, "To try this page without computing anything, with free sample results:"),
        el("pre", {}, "maquette keys create --test"),
        el("p", {}, "The key is kept in this browser and goes to this server only."),
      ),
    );
  }

  async #known(account) {
    const { limits } = account;
    const rows = [
      ["Account", account.name],
      ["Plan", account.plan.title || account.plan.name],
      ["Credits", account.test ? "test key: all is free" : `${count(account.balance)}${account.enforce_credits ? "" : " (counted, never refused)"}`],
      ["May", account.scopes.join(", ")],
      ["Jobs at once", count(limits.parallel_jobs)],
      ["Requests per minute", limits.requests_per_minute ? count(limits.requests_per_minute) : "no limit"],
      ["Largest picture", `${bytes(limits.image_bytes)}, ${count(limits.image_pixels / 1e6)} megapixels`],
      ["Files are kept", limits.retention_days ? `${count(limits.retention_days)} days` : "for good"],
    ];
    const spent = await this.#spent();
    if (spent) rows.splice(3, 0, ["Last 30 days", spent]);
    return el(
      "div",
      {},
      el("dl", { class: "rows" }, rows.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
      el("div", { class: "actions" }, el("button", { type: "button", id: "sign-out", onclick: () => setKey("") }, "Sign out")),
      el("p", { class: "hint" }, "Signing out removes the key from this browser. The key itself stays valid; ", el("code", {}, "maquette keys revoke"), " ends it."),
    );
  }

  async #spent() {
    try {
      const since = new Date(Date.now() - 30 * 86400e3).toISOString().slice(0, 10);
      const days = (await get("usage/days", { query: { since } })).data;
      const [jobs, amount] = [days.reduce((sum, day) => sum + day.jobs, 0), days.reduce((sum, day) => sum + day.amount, 0)];
      return `${credits(amount)} for ${count(jobs)} ${jobs === 1 ? "job" : "jobs"}`;
    } catch {
      return null; // of no weight: the panel is about the key
    }
  }
}
