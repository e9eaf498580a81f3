// A muster roll on a phone, with or without signal: rolls are taken along sealed, a filled sheet waits sealed, and goes out when the signal is back.
import { decided, isReady } from "../agent/entries.js";
import { decisionForm, make, showPanel } from "../agent/panel.js";
import { openQueue } from "../agent/queue.js";
import { openStore } from "../agent/store.js";
import { openDrawer } from "./drawer.js";
import { drawRolls } from "./rolls.js";
import { overlay, sendSheet } from "./sheet.js";

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-phone-queue]"));
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-muster]"));

if ("serviceWorker" in navigator) {
  void navigator.serviceWorker.register("/agent-worker.js", { scope: "/muster" })
    .then(() => navigator.serviceWorker.ready)
    .then((ready) => { if (navigator.onLine) ready.active?.postMessage("refresh"); })
    .catch(() => undefined);
}

if (panel && place && "indexedDB" in globalThis && globalThis.crypto?.subtle) void start(panel, place);

/** @param {HTMLElement} shown @param {HTMLElement} at */
async function start(shown, at) {
  const [store, account] = [await openStore(), shown.dataset.owner ?? ""];
  const queue = await openQueue(store, account, "/muster", sendSheet);
  const drawer = openDrawer(store, queue, account);
  /** @type {Record<string, string>} */
  const texts = JSON.parse(at.dataset.texts ?? "{}");
  const say = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_all, name) => String(values[name] ?? ""));
  const tell = (/** @type {string} */ text) => { /** @type {HTMLElement} */ (at.querySelector("[data-muster-says]")).textContent = text; };
  const { save, say: sayQueue } = showPanel(shown, queue, { edit: null, nameOf: (entry) => String(entry.form.name ?? "") });

  /** What stands on the page now. @type {import("./rolls.js").Roll[]} */
  let rolls = [];
  const draw = () => drawRolls(/** @type {HTMLElement} */ (at.querySelector("[data-muster-rolls]")), rolls, { say, quarters: JSON.parse(at.dataset.quarters ?? "[]"), submit });

  /** Sends a sheet at once where there is signal; otherwise it is kept, sealed. @param {import("../agent/entries.js").Entry} entry @param {HTMLElement} says */
  async function submit(entry, says) {
    says.textContent = sayQueue("sending", { n: 1, total: 1 });
    const reply = await sendSheet(entry);
    if (reply.kind !== "answer" || reply.key !== entry.key) {
      says.textContent = sayQueue({ offline: "offline", signIn: "signIn", away: "serverAway", busy: "tooMany", answer: "serverAway" }[reply.kind]);
      if (!(await save(entry))) return;
      overlay(rolls, [entry]);
      says.textContent = say("saved");
      return;
    }
    const { result } = reply;
    if (result.state === "registered") {
      says.replaceChildren(make("a", { class: "row-link", href: result.href }, result.says));
      await refresh();
      return;
    }
    if (result.state === "known") {
      const ask = decisionForm(result, sayQueue, (take) => { ask.remove(); void submit(decided({ ...entry, answer: result }, take), says); });
      says.replaceChildren(ask);
    } else {
      says.replaceChildren(make("span", { class: "summary" }, make("ul", {}, ...result.problems.map((one) => make("li", {}, one.text)))));
    }
    says.scrollIntoView({ block: "center" });
  }

  /** What was taken along last, as it came. @type {{ rolls: import("./rolls.js").Roll[], at: string } | null} */
  let taken = null;
  /** With signal the rolls are read anew and sealed; without it, or while it fails, those that were taken along are shown. What still waits is laid over them. */
  async function refresh() {
    taken ??= await drawer.find();
    if (taken) await drawer.lay(taken);
    const reply = navigator.onLine ? await fetch("/muster/take", { signal: AbortSignal.timeout(20_000) }).then((one) => (one.ok ? one.json() : null)).catch(() => null) : null;
    if (reply) await drawer.lay((taken = { rolls: reply.rolls, at: new Date().toISOString() }));
    if (!taken) return tell(say(queue.isOpen || !queue.hasVault ? "away" : "openFirst"));
    rolls = overlay(structuredClone(taken.rolls), queue.entries);
    tell(rolls.length === 0 ? say("noRolls") : say(queue.isOpen ? "taken" : "take", { n: rolls.length, time: new Date(taken.at).toLocaleString(document.documentElement.lang) }));
    draw();
  }
  shown.addEventListener("changed", () => void refresh());
  addEventListener("online", () => { if (!queue.entries.some(isReady)) void refresh(); });
  await refresh();
}
