// The middle of the page: an empty stage, a job under way, its result, or why there is none.

import { get, post } from "./api.js";
import { duration, el } from "./dom.js";
import { follow } from "./follow.js";
import { STAGES, isFinal, summary } from "./job.js";
import { words } from "./problems.js";
import { Result } from "./result.js";

export class Stage extends EventTarget {
  /** Events: "changed" (a job's state), "open" (detail: job to show). */
  constructor(host) {
    super();
    this.host = host;
    this.job = null;
    this.stop = () => {};
    this.result = null;
    this.empty();
  }

  /** Nothing is shown. */
  empty() {
    this.#leave();
    this.job = null;
    this.host.replaceChildren(
      el(
        "div",
        { class: "blank" },
        el("p", { class: "lead" }, "One to five pictures of an object become a 3D model."),
        el("p", { class: "hint" }, "Choose them on this page, press Generate, and watch the result here."),
      ),
    );
  }

  /** Show a job by its id. */
  async open(id) {
    if (this.job?.id === id) return;
    this.#leave();
    this.job = { id };
    this.host.replaceChildren(el("p", { class: "blank hint", role: "status" }, "Loading …"));
    try {
      const job = await get(`jobs/${id}`);
      if (this.job?.id === id) this.show(job);
    } catch (problem) {
      if (this.job?.id === id) this.#refused(problem);
    }
  }

  /** Show this job and follow it to its end. */
  show(job) {
    this.#leave();
    this.job = job;
    if (isFinal(job)) return this.#final(job);
    this.#running(job);
    this.stop = follow(
      job,
      (seen, news) => {
        if (news) return this.#news(news);
        this.#leave();
        this.job = seen;
        this.#final(seen);
        this.dispatchEvent(new Event("changed"));
      },
      (problem) => this.#refused(problem),
    );
  }

  #leave() {
    this.stop();
    this.stop = () => {};
    this.result?.close();
    this.result = null;
  }

  #refused(problem) {
    this.#leave();
    this.host.replaceChildren(el("div", { class: "blank" }, el("div", { class: "problem", role: "alert" }, words(problem))));
  }

  // -- under way

  #running(job) {
    this.bar = el("progress", { max: 1, value: job.progress, "aria-label": "Progress of the job" });
    this.said = el("p", { class: "said", role: "status" });
    this.steps = el("ol", { class: "steps" });
    const cancel = el("button", { type: "button", class: "quiet", id: "cancel", onclick: () => this.#cancel(job, cancel) }, "Cancel");
    this.host.replaceChildren(
      el(
        "div",
        { class: "under-way" },
        el("h2", {}, job.name || "New job"),
        this.bar,
        el("div", { class: "bar" }, this.said, cancel),
        this.steps,
        el("p", { class: "problem", role: "alert", hidden: true, id: "stage-error" }),
      ),
    );
    this.names = job.steps.map((step) => step.name);
    this.#news(job);
  }

  #news(news) {
    this.bar.value = news.progress;
    const parts = [news.status === "queued" ? queued(news) : STAGES[news.stage] ?? (news.stage || "Starting")];
    parts.push(`${Math.floor(news.progress * 100)} %`);
    if (news.eta_seconds) parts.push(`about ${duration(news.eta_seconds)} left`);
    const text = parts.join(" · ");
    if (this.said.textContent !== text) this.said.textContent = text;
    const at = news.status === "queued" ? -1 : this.names.indexOf(news.stage);
    const done = news.steps?.map((step) => step.status === "succeeded") ?? [];
    this.steps.replaceChildren(
      ...this.names.map((name, i) => {
        const state = i === at ? "now" : (at >= 0 && i < at) || done[i] ? "done" : "";
        return el("li", { class: state, "aria-current": state === "now" ? "step" : null }, STAGES[name] ?? name);
      }),
    );
  }

  async #cancel(job, button) {
    button.disabled = true;
    try {
      const seen = await post(`jobs/${job.id}/cancel`);
      if (this.job?.id !== job.id) return;
      this.#leave();
      this.job = seen;
      this.#final(seen);
      this.dispatchEvent(new Event("changed"));
    } catch (problem) {
      button.disabled = false;
      const box = document.getElementById("stage-error");
      if (!box) return;
      box.replaceChildren(...words(problem));
      box.hidden = false;
    }
  }

  // -- at the end

  #final(job) {
    if (job.status === "succeeded") {
      this.result = new Result(this.host, job);
      this.result.addEventListener("open", (event) => this.dispatchEvent(new CustomEvent("open", { detail: event.detail })));
      return;
    }
    const failed = job.status === "failed";
    const problem = job.error ?? { title: "The job failed", detail: "Try it again." };
    const box = el("p", { class: "problem", role: "alert" });
    box.replaceChildren(...(failed ? words(problem) : ["Cancelled. Nothing was charged."]));
    if (!failed) box.className = "hint";
    const again = el("button", { type: "button", id: "retry", onclick: () => this.#retry(job, again, box) }, "Try again");
    this.host.replaceChildren(
      el(
        "div",
        { class: "blank" },
        el("h2", {}, failed ? "This job failed" : job.name || "Job"),
        box,
        failed ? el("p", { class: "hint" }, "Nothing was charged.") : null,
        el("div", { class: "actions" }, again),
      ),
    );
  }

  async #retry(job, button, box) {
    button.disabled = true;
    try {
      this.dispatchEvent(new CustomEvent("open", { detail: await post(`jobs/${job.id}/retry`) }));
    } catch (problem) {
      button.disabled = false;
      box.className = "problem";
      box.replaceChildren(...words(problem));
    }
  }
}

function queued(news) {
  if (!news.queue_position) return "Waiting to start";
  return news.queue_position === 1 ? "Waiting: one job ahead" : `Waiting: ${news.queue_position} jobs ahead`;
}
