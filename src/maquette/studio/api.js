// The native API (docs/native.md): fetch with the key, and problem details (RFC 9457) as exceptions.

const BASE = new URL("maquette/v1/", document.baseURI);
const STORED = "maquette.key";

/** What the server refused, or that it did not answer. `detail` ends with the remedy; `field` names the field at fault. */
export class Problem extends Error {
  constructor(data) {
    super(data.detail || data.title || "The request failed.");
    this.title = data.title || "It did not work";
    this.detail = this.message;
    this.status = data.status ?? 0;
    this.code = data.code ?? "";
    this.field = data.field ?? null;
    this.errors = data.errors ?? [];
    this.retryAfter = data.retry_after ?? null;
  }
}

const listeners = new Set();
let key = read();

function read() {
  try {
    return localStorage.getItem(STORED) ?? "";
  } catch {
    return ""; // storage is blocked: the key lives as long as the page
  }
}

/** The API key, "" for none. */
export const currentKey = () => key;

/** Use another key ("" signs out) and tell whoever listens. */
export function setKey(value) {
  key = value.trim();
  try {
    if (key) localStorage.setItem(STORED, key);
    else localStorage.removeItem(STORED);
  } catch {
    // see read()
  }
  for (const listener of listeners) listener(key);
}

/** Call `listener(key)` whenever the key changes. */
export const onKey = (listener) => listeners.add(listener);

/** A link of the server as a path of this page's own origin, whatever `public_url` says: the page may talk to no other. */
export function local(url) {
  const full = new URL(url, document.baseURI);
  return full.pathname + full.search;
}

/** JSON of the answer, null for none. `body`: an object goes as JSON, a Blob as it is. Throws `Problem`. */
export async function call(method, path, { body, query, headers, signal, key: other } = {}) {
  const url = new URL(path, BASE);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== "") url.searchParams.set(name, value);
  }
  const init = { method, headers: { Accept: "application/json", ...headers }, signal, credentials: "omit", cache: "no-store" };
  const used = other ?? key;
  if (used) init.headers.Authorization = `Bearer ${used}`;
  if (body instanceof Blob) init.body = body;
  else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers["Content-Type"] = "application/json";
  }
  let response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ title: "No connection", detail: "The server does not answer. See whether it runs, then try again.", code: "offline" });
  }
  if (response.status === 204) return null;
  const data = await response.json().catch(() => null);
  if (!response.ok) throw new Problem(data ?? { status: response.status, title: response.statusText });
  return data;
}

export const get = (path, options) => call("GET", path, options);
export const post = (path, body, options) => call("POST", path, { ...options, body });
export const remove = (path) => call("DELETE", path);

/** Store a picture: PUT of the raw bytes. Gives the upload. */
export function upload(file, signal) {
  return call("PUT", "uploads", { body: file, query: { name: file.name || "picture.png", kind: "image" }, signal });
}
