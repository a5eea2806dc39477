// Ties the parts of the page together. The job on the stage is in the address (#job=…), so that it can be kept and shared.

import { currentKey } from "./api.js";
import { AccountPanel } from "./account.js";
import { byId } from "./dom.js";
import { RequestForm } from "./form.js";
import { History } from "./history.js";
import { Stage } from "./stage.js";

const form = new RequestForm();
const stage = new Stage(byId("stage"));
const history_ = new History();
const account = new AccountPanel();

const inAddress = () => new URLSearchParams(location.hash.slice(1)).get("job");

function show(job) {
  if (inAddress() !== job.id) history.pushState(null, "", `#job=${encodeURIComponent(job.id)}`);
  history_.mark(job.id);
  stage.show(job);
  if (matchMedia("(max-width: 760px)").matches) byId("stage").scrollIntoView();
}

function started(job) {
  show(job);
  history_.load(null);
  account.load();
}

function followAddress() {
  const id = inAddress();
  history_.mark(id);
  if (id && currentKey()) stage.open(id);
  else stage.empty();
}

form.addEventListener("submitted", (event) => started(event.detail));
form.addEventListener("key", () => account.open());
stage.addEventListener("open", (event) => started(event.detail));
stage.addEventListener("changed", () => {
  history_.load();
  account.load();
});
// The list's links may be old by now: the job is asked for again.
history_.addEventListener("open", (event) => {
  history.pushState(null, "", `#job=${encodeURIComponent(event.detail.id)}`);
  followAddress();
  if (matchMedia("(max-width: 760px)").matches) byId("stage").scrollIntoView();
});
history_.addEventListener("deleted", (event) => {
  if (event.detail === inAddress()) {
    history.replaceState(null, "", location.pathname);
    stage.empty();
  }
});
let shownFor = null;
account.addEventListener("account", (event) => {
  const who = event.detail ? `${event.detail.id} ${event.detail.test}` : null;
  form.test = event.detail?.test ?? false;
  if (who !== shownFor) followAddress();
  form.price(); // it names the balance
  shownFor = who;
});
addEventListener("popstate", followAddress);
addEventListener("hashchange", followAddress);

await account.load();
history_.load(null);
document.documentElement.dataset.ready = "true";
