// A problem of the API as people see it: what is wrong, the remedy, and a mark at the field.

import { el } from "./dom.js";

/** Fill `box` and mark the field of `form` (an element with `data-field`) that `problem.field`, or else `field`, names. */
export function showProblem(form, box, problem, field = null) {
  clearProblem(form, box);
  box.replaceChildren(...words(problem));
  box.hidden = false;
  const name = /^[a-z_]+/.exec(problem.field ?? field ?? "")?.[0];
  const alias = name === "views" ? "images" : name;
  const group = alias && form.querySelector(`[data-field="${alias}"]`);
  if (!group) return;
  group.classList.add("invalid");
  const details = group.closest("details");
  if (details) details.open = true;
  for (const control of group.querySelectorAll("input, select, textarea")) {
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", box.id);
  }
  group.scrollIntoView({ block: "nearest" });
}

/** Take the marks away. */
export function clearProblem(form, box) {
  box.hidden = true;
  box.replaceChildren();
  for (const group of form.querySelectorAll(".invalid")) group.classList.remove("invalid");
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  }
}

/** Title, detail and waiting time of a problem. */
export function words(problem) {
  const detail = problem.detail && problem.detail !== problem.title ? el("span", {}, problem.detail) : null;
  const wait = problem.retryAfter ?? problem.retry_after;
  return [el("strong", {}, problem.title), " ", detail, wait ? el("span", {}, ` Wait ${Math.ceil(wait)} s.`) : null].filter(Boolean);
}
