// What programs do with @fal-ai/client and replicate from npm. argv: folder with node_modules, scenario, base URL, key, path of a picture.
// Prints one line of JSON: what the client gave.
import { createRequire } from "node:module";
import { openAsBlob, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const [folder, scenario, base, key, picture] = process.argv.slice(2);
const load = createRequire(join(folder, "x.js"));
const dataUrl = `data:image/png;base64,${readFileSync(picture).toString("base64")}`;

function fal() {
  const { createFalClient } = load("@fal-ai/client");
  const to = (url) => url.replace("https://queue.fal.run", base).replace("https://fal.run", `${base}/run`);
  return createFalClient({ credentials: key, requestMiddleware: async (request) => ({ ...request, url: to(request.url) }) });
}

function replicate() {
  const Replicate = load("replicate");
  return new Replicate({ auth: key, baseUrl: `${base}/v1` });
}

const failure = (error) => ({ name: error.name, status: error.status ?? error.response?.status, message: error.message, body: error.body });

const scenarios = {
  async falSubscribe() {
    const updates = [];
    const result = await fal().subscribe("fal-ai/hyper3d/rodin", {
      input: { prompt: "a chair maquette:slow=1.5", input_image_urls: [dataUrl] },
      logs: true,
      onQueueUpdate: (update) => {
        updates.push(update.status);
        if (update.status === "IN_PROGRESS") update.logs.map((log) => log.message);
      },
    });
    return { requestId: result.requestId, data: result.data, updates };
  },
  async falStreaming() {
    const updates = [];
    const result = await fal().subscribe("fal-ai/hyper3d/rodin/v2.5", {
      input: { image_urls: [dataUrl], is_micro: true }, logs: true, mode: "streaming",
      onQueueUpdate: (update) => updates.push([update.status, (update.logs ?? []).map((log) => log.message)]),
    });
    return { requestId: result.requestId, data: result.data, updates };
  },
  async falRun() {
    const result = await fal().run("fal-ai/hyper3d/rodin/v2", { input: { prompt: "a chair" } });
    return { requestId: result.requestId, data: result.data };
  },
  async falQueue() {
    const client = fal();
    const app = "fal-ai/hyper3d/rodin/v2.5/text-to-3d";
    const { request_id: requestId } = await client.queue.submit(app, { input: { prompt: "maquette:hang" } });
    const status = await client.queue.status(app, { requestId, logs: true });
    await client.queue.cancel(app, { requestId });
    const after = await client.queue.status(app, { requestId });
    const error = await client.queue.result(app, { requestId }).catch(failure);
    return { requestId, status, after, error };
  },
  async falErrors() {
    const client = fal();
    const app = "fal-ai/hyper3d/rodin";
    const wrong = await client.subscribe(app, { input: { prompt: "x", tier: "Gen-9" } }).catch(failure);
    const poor = await client.subscribe(app, { input: { prompt: "maquette:insufficient" } }).catch(failure);
    const failed = await client.subscribe(app, { input: { prompt: "maquette:fail" } }).catch(failure);
    return { wrong, poor, failed };
  },
  async replicateRun() {
    const client = replicate();
    const seen = [];
    const blob = await openAsBlob(picture, { type: "image/png" });
    const input = { prompt: "a chair", images: [blob] };
    const waited = await client.run("hyper3d/rodin", { input });
    const polled = await client.run("hyper3d/rodin", { input, wait: { mode: "poll", interval: 100 } }, (p) => seen.push(p.status));
    const version = "9492be065b4a8b671ea929e63f8411ebcfa245e9af641400035e7ece20e1ba28";
    const versioned = await client.run(`hyper3d/rodin:${version}`, { input: { prompt: "a chair" } });
    return { waited, polled, versioned, seen };
  },
  async replicateCalls() {
    const client = replicate();
    const made = await client.predictions.create({ model: "hyper3d/rodin", input: { prompt: "maquette:hang" } });
    const got = await client.predictions.get(made.id);
    const canceled = await client.predictions.cancel(made.id);
    const listed = await client.predictions.list();
    const account = await client.accounts.current();
    const model = await client.models.get("hyper3d", "rodin");
    const versions = await client.models.versions.list("hyper3d", "rodin");
    const stored = await client.files.create(Buffer.from(readFileSync(picture)), { purpose: "test" });
    const files = await client.files.list();
    const removed = await client.files.delete(stored.id);
    return { made, got, canceled, listed: listed.results.map((p) => p.id), account, model: model.name,
      versions: versions.results.length, stored, files: files.results.map((f) => f.id), removed };
  },
  async replicateErrors() {
    const client = replicate();
    const run = (input) => client.run("hyper3d/rodin", { input }).catch(failure);
    return { wrong: await run({ prompt: "x", tier: "Gen-9" }), poor: await run({ prompt: "maquette:insufficient" }),
      failed: await run({ prompt: "maquette:fail" }), missing: await client.run("a/b", { input: {} }).catch(failure) };
  },
  async replicateWebhook() {
    const { validateWebhook } = load("replicate");
    const client = replicate();
    const secret = (await client.webhooks.default.secret.get()).key;
    const received = new Promise((resolve) => {
      const server = createServer((request, response) => {
        const parts = [];
        request.on("data", (part) => parts.push(part));
        request.on("end", async () => {
          response.end("ok");
          const body = Buffer.concat(parts).toString();
          server.close();
          resolve({ valid: await validateWebhook({ headers: request.headers, body }, secret), body: JSON.parse(body) });
        });
      });
      server.listen(0, "127.0.0.1", () => {
        const webhook = `http://127.0.0.1:${server.address().port}/hook`;
        client.predictions.create({ model: "hyper3d/rodin", input: { prompt: "a chair" }, webhook, webhook_events_filter: ["completed"] });
      });
    });
    return await received;
  },
};

scenarios[scenario]().then(
  (result) => { console.log(JSON.stringify(result)); process.exit(0); },
  (error) => { console.error(error); process.exit(3); },
);
