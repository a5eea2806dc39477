// What TypeScript and Node clients of Rodin send with fetch, FormData and Blob, and their own tests of the answers.
// argv: client, base URL, key, path of a picture ("" = none), prompt. Prints {"submitted": uuid}, waits for a line, prints the result.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [client, base, key, picture, prompt] = process.argv.slice(2);
const auth = { Authorization: `Bearer ${key}` };
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const fail = (text) => { throw new Error(text); };
const sha = (data) => createHash("sha256").update(data).digest("hex");

function form() {
  const f = new FormData();
  const blob = picture ? new Blob([readFileSync(picture)], { type: "image/png" }) : null;
  if (client === "ctate") {
    if (blob) f.append("images", blob, "chair photo.png");
    if (prompt) f.append("prompt", prompt);
    const rest = { condition_mode: "concat", geometry_file_format: "glb", material: "PBR", quality: "medium", use_hyper: "false",
      tier: "Regular", TAPose: "false", mesh_mode: "Quad", mesh_simplify: "true", mesh_smooth: "true" };
    for (const [name, value] of Object.entries(rest)) f.append(name, value);
  } else {
    const rest = { tier: "Gen-2.5-Low", mesh_mode: "Raw", quality_override: "3000", material: "PBR", geometry_file_format: "glb",
      bbox_condition: "[100,320,100]", addons: "[]", image_label: blob ? '["F"]' : "[]", is_symmetric: "unknown", seed: "5" };
    for (const [name, value] of Object.entries(rest)) f.append(name, value);
    if (prompt) f.append("prompt", prompt);
    if (blob) f.append("images", blob);
  }
  return f;
}

async function post(path, body) {
  const json = { method: "POST", headers: { ...auth, "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return fetch(base + path, body instanceof FormData ? { method: "POST", headers: auth, body } : json);
}

async function submit() {
  const answer = await post("/api/v2/rodin", form());
  const body = await answer.json();
  if (!answer.ok || body.error || !body.uuid || !body.jobs?.subscription_key) fail(`refused: ${JSON.stringify(body)}`);
  if (client === "node" && !(typeof body.consumed === "number" && body.consumed >= 0)) fail("consumed");
  return body;
}

async function states(subscription_key) {
  const answer = await post("/api/v2/status", { subscription_key });
  const body = await answer.json();
  if (!answer.ok || body.error || !body.jobs?.length) fail(`status: ${JSON.stringify(body)}`);
  const found = body.jobs.map((j) => j.status);
  if (found.some((s) => !["Waiting", "Generating", "Done", "Failed"].includes(s))) fail(`unknown state ${found}`);
  return found;
}

async function list(task_uuid) {
  const body = await (await post("/api/v2/download", { task_uuid })).json();
  if (body.error && body.error !== "OK") fail(`download: ${JSON.stringify(body)}`);
  return body.list;
}

async function main() {
  const task = await submit();
  await states(task.jobs.subscription_key);
  console.log(JSON.stringify({ submitted: task.uuid, consumed: task.consumed }));
  await lines.next();
  const end = await states(task.jobs.subscription_key);
  if (!end.every((s) => s === "Done")) fail(`states ${end}`);
  let entries = await list(task.uuid);
  const files = {};
  for (let i = 0; i < entries.length; i++) {
    const { name } = entries[i];
    // The Node client is given a dead link first and must survive by asking for the list again, once.
    let url = client === "node" && i === 0 ? entries[i].url.replace("/files/", "/files/1") : entries[i].url;
    let answer = await fetch(url);
    if (answer.status === 403 && client === "node") {
      entries = await list(task.uuid);
      answer = await fetch(entries[i].url);
    }
    if (!answer.ok) fail(`file ${name}: ${answer.status}`);
    files[name] = sha(Buffer.from(await answer.arrayBuffer()));
  }
  const model = Object.keys(files).find((n) => n.toLowerCase().endsWith(".glb"));
  console.log(JSON.stringify({ model: files[model], files }));
}

main().then(() => process.exit(0), (error) => { console.log(JSON.stringify({ failure: error.message })); process.exit(3); });
