// News of one job until it is final: server-sent events, and polling where they do not get through.

import { get, local } from "./api.js";
import { isFinal } from "./job.js";

const POLL_MS = 1500;
const SLOWEST_MS = 15000;

/**
 * Calls `tell(job, news)` with `news = {status, stage, progress, eta_seconds, queue_position}` at each change and `tell(job, null)` with the whole
 * job at its end; `fail(problem)` if it cannot be had. Gives a function that stops it.
 */
export function follow(job, tell, fail) {
  let stopped = false;
  let source = null;
  let timer = 0;
  const stop = () => {
    stopped = true;
    source?.close();
    clearTimeout(timer);
  };
  const end = (final) => {
    if (stopped) return;
    stop();
    tell(final, null);
  };

  async function poll(wait = POLL_MS) {
    if (stopped) return;
    try {
      const seen = await get(`jobs/${job.id}`);
      if (stopped) return;
      if (isFinal(seen)) return end(seen);
      tell(seen, seen);
      timer = setTimeout(poll, POLL_MS);
    } catch (problem) {
      if (stopped) return;
      // The server may be starting anew; only what it says for certain ends the waiting.
      if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
        stop();
        fail(problem);
      } else timer = setTimeout(poll, wait, Math.min(wait * 2, SLOWEST_MS));
    }
  }

  if (isFinal(job)) queueMicrotask(() => end(job));
  else if (!job.events_url || typeof EventSource === "undefined") poll();
  else {
    source = new EventSource(local(job.events_url));
    const news = (event) => tell(job, JSON.parse(event.data));
    source.addEventListener("status", news);
    source.addEventListener("progress", news);
    source.addEventListener("end", (event) => end(JSON.parse(event.data).job));
    source.addEventListener("error", () => {
      // Asked once more through the API: its answer tells whether the job is over, the link too old, or the server away.
      source.close();
      timer = setTimeout(poll, 300);
    });
  }
  return stop;
}
