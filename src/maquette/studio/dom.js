// Small helpers of the page: elements, numbers and times in words. Nothing here sets HTML from text.

/** An element. `props` are properties, `on…` listeners, `data-…`/`aria-…`/`role` attributes; null children are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name.includes("-") || name === "role" || name === "for" || name === "colspan") node.setAttribute(name, value);
    else if (name === "class") node.className = value;
    else node[name] = value;
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** The element with this id; the page is broken without it. */
export function byId(id) {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no element #${id}`);
  return node;
}

/** A check box that looks like a chip. */
export function chip(name, value, checked) {
  return el("label", {}, el("input", { type: "checkbox", name, value, checked }), el("span", {}, value.toUpperCase()));
}

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** 12345.678 as "12,345.68". */
export const count = (value) => number.format(value);

/** Bytes as "1.4 MB". */
export function bytes(size) {
  if (size < 1000) return `${size} B`;
  const units = ["kB", "MB", "GB"];
  let value = size / 1000;
  let unit = 0;
  for (; value >= 999.5 && unit < 2; unit += 1) value /= 1000;
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** Seconds as "8 s", "2 min", "1 h 5 min". */
export function duration(seconds) {
  if (seconds < 1) return "1 s";
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Credits as "1 credit", "0.5 credits". */
export const credits = (value) => `${count(value)} ${Number(value) === 1 ? "credit" : "credits"}`;

/** An ISO time as "just now", "5 min ago", "14:05", "3 Jan 14:05". */
export function when(iso) {
  const date = new Date(iso);
  const ago = (Date.now() - date.getTime()) / 1000;
  if (ago < 60) return "just now";
  if (ago < 3600) return `${Math.round(ago / 60)} min ago`;
  const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  if (date.toDateString() === new Date().toDateString()) return time;
  return `${date.toLocaleDateString([], { day: "numeric", month: "short" })} ${time}`;
}

/** Runs `action` when nobody called for `wait` ms. */
export function debounce(action, wait) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), wait);
  };
}

/** The user asked the system for less motion. */
export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Asks in the page's dialog; true for yes. */
export function confirmed(text, yes) {
  const dialog = byId("confirm");
  byId("confirm-text").textContent = text;
  byId("confirm-yes").textContent = yes;
  return new Promise((resolve) => {
    const close = (answer) => {
      dialog.close();
      resolve(answer);
    };
    byId("confirm-yes").onclick = () => close(true);
    byId("confirm-no").onclick = () => close(false);
    dialog.oncancel = () => resolve(false);
    dialog.showModal();
    byId("confirm-no").focus();
  });
}
