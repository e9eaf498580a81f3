// Shows the phone's queue; asks for the PIN, the decisions, the upload.
import { decided, maskName } from "./entries.js";
import { pinProblem } from "./vault.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {Awaited<ReturnType<typeof import("./queue.js").openQueue>>} Queue */

const LOCK_AFTER_MS = 15 * 60_000;
const AGAIN_MS = 10_000;

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} inside */
export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** Both sides of what differs, with a tick for each; `done` is called with what is to be taken over.
 * @param {import("./entries.js").KnownAnswer} answer @param {(key: string) => string} say @param {(take: string[]) => void} done */
export function decisionForm(answer, say, done) {
  const boxes = answer.differences.map(({ field, label, stored, typed }) => make("label", { class: "choice" },
    make("input", { type: "checkbox", name: "take", value: field }),
    make("span", { class: "choice-text" }, make("strong", {}, label), make("span", { class: "sides" }, make("span", {}, `${say("stored")} ${stored}`), make("span", {}, `${say("typed")} `, make("strong", {}, typed))))));
  const form = make("form", { class: "stack" }, make("p", {}, say(answer.movedOn ? "movedOn" : "known")), make("fieldset", { class: "differences" }, make("legend", { class: "visually-hidden" }, say("known")), ...boxes),
    make("p", {}, make("button", { class: "button", type: "submit" }, say("take"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done(new FormData(/** @type {HTMLFormElement} */ (form)).getAll("take").map(String));
  });
  return form;
}

/** @param {HTMLElement} panel @param {Queue} queue @param {{ edit: ((entry: Entry) => void) | null, nameOf?: (entry: Entry) => string }} page */
export function showPanel(panel, queue, { edit, nameOf = ({ form }) => maskName(String(form.name ?? "")) }) {
  /** @type {Record<string, string>} */
  const texts = JSON.parse(panel.dataset.texts ?? "{}");
  const say = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_all, name) => String(values[name] ?? ""));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (panel.querySelector(`[data-${name}]`));
  const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
  let busy = false;
  /** What is saved as soon as the queue is open. @type {Entry | null} */
  let pending = null;
  let idle = 0;
  let signedOut = false;

  const tell = (/** @type {(Node | string)[]} */ ...words) => part("queue-says").replaceChildren(...words);
  const restUntilLocked = () => {
    clearTimeout(idle);
    if (queue.isOpen) idle = window.setTimeout(() => { queue.lock(); draw(); }, LOCK_AFTER_MS);
  };
  const button = (/** @type {string} */ text, /** @type {string} */ kind, /** @type {() => void} */ act) => {
    const one = make("button", { class: `button small ${kind}`, type: "button" }, text);
    one.addEventListener("click", act);
    return one;
  };

  /** @param {Entry} entry */
  const row = (entry) => {
    const item = make("li", { "data-entry": entry.key }, make("strong", {}, nameOf(entry)), make("span", { class: "soft" }, ` ${entry.village} · ${say("at", { time: new Date(entry.savedAt).toLocaleString(document.documentElement.lang) })}`));
    const { answer } = entry;
    if (answer?.state === "known") item.append(decisionForm(answer, say, (take) => void decide(entry, take)));
    if (answer?.state === "refused") item.append(make("div", { class: "notice danger" }, make("p", {}, make("strong", {}, say("refused"))), make("ul", {}, ...answer.problems.map((one) => make("li", {}, one.text)))));
    const acts = make("p", { class: "actions" });
    if (edit) acts.append(button(say("edit"), "quiet", () => edit(entry)));
    acts.append(button(say("drop"), "danger", () => { if (confirm(say("dropSure", { name: nameOf(entry) }))) void queue.drop(entry.key).then(draw); }));
    item.append(acts);
    return item;
  };

  function draw() {
    const { waiting, others, isOpen, hasVault, entries } = queue;
    panel.hidden = false;
    part("queue-count").textContent = waiting === 0 ? say("waitingNone") : isOpen ? say("waiting", { n: waiting }) : say("locked", { n: waiting });
    part("queue-others").hidden = others === 0;
    part("queue-others").textContent = say("othersWaiting", { n: others });
    part("queue-list").replaceChildren(...entries.map(row));
    part("queue-sync").hidden = !isOpen || !entries.some((one) => one.answer === null);
    part("lock").hidden = !isOpen;
    part("pin-fold").hidden = hasVault;
    if (pending) part("pin-fold").setAttribute("open", "");
    part("pin-open").hidden = !hasVault || isOpen;
    part("wipe-says").textContent = (part("wipe-says").dataset.says ??= part("wipe-says").textContent ?? "").replace("{{n}}", String(queue.atStake));
    restUntilLocked();
  }

  async function sync() {
    if (busy || !queue.isOpen || !queue.entries.some((one) => one.answer === null)) return;
    busy = true;
    try {
      const outcome = await queue.sync((done, total) => tell(say("sending", { n: Math.min(done + 1, total), total })));
      for (const one of outcome.sent) part("queue-done").append(make("li", {}, make("a", { href: one.href }, `${one.says} · ${say("openSent")}`)));
      const words = outcome.sent.length > 0 ? [say("sent", { n: outcome.sent.length })] : [];
      if (outcome.asks > 0) words.push(say("again", { n: outcome.asks }));
      signedOut = outcome.stopped === "signIn";
      if (signedOut) tell(...words, " ", make("a", { href: `/login?to=${encodeURIComponent(location.pathname)}` }, say("signIn")));
      else tell([...words, ...(outcome.stopped ? [say({ offline: "offline", away: "serverAway", busy: "tooMany" }[outcome.stopped])] : [])].join(" "));
    } finally {
      busy = false;
      draw();
      panel.dispatchEvent(new CustomEvent("changed"));
    }
  }

  async function decide(/** @type {Entry} */ entry, /** @type {string[]} */ take) {
    await queue.keep(decided(entry, take));
    draw();
    await sync();
  }

  /** Keeps an entry on the phone; asks for the PIN first where that is needed. */
  async function save(/** @type {Entry} */ entry) {
    if (!queue.isOpen) {
      pending = entry;
      draw();
      const first = field(queue.hasVault ? "pin-open" : "pin-new");
      tell(say("savedNote"));
      first.scrollIntoView({ block: "center" });
      first.focus();
      return false;
    }
    try {
      await queue.keep(entry);
    } catch {
      tell(say("saveFailed"));
      return false;
    }
    pending = null;
    tell(say("saved", { name: nameOf(entry) }));
    draw();
    panel.dispatchEvent(new CustomEvent("kept", { detail: entry.key }));
    return true;
  }

  const opened = async () => {
    for (const id of ["pin-new", "pin-again", "pin-open"]) field(id).value = "";
    draw();
    if (pending) await save(pending);
    else tell("");
    panel.dispatchEvent(new CustomEvent("changed"));
    await sync();
  };
  part("pin-set").addEventListener("submit", (event) => {
    event.preventDefault();
    const pin = field("pin-new").value;
    const problem = pinProblem(pin) ?? (pin === field("pin-again").value ? null : "pinDiffers");
    if (problem) return tell(say(problem));
    tell(say("busy"));
    void queue.setPin(pin).then(opened);
  });
  part("pin-open").addEventListener("submit", (event) => {
    event.preventDefault();
    tell(say("busy"));
    void queue.open(field("pin-open").value).then((right) => (right ? opened() : tell(say("wrongPin"))));
  });
  part("wipe").addEventListener("click", () => void queue.wipe().then(() => { draw(); tell(say("wiped")); }));
  part("lock").addEventListener("click", () => { queue.lock(); draw(); });
  part("queue-sync").addEventListener("click", () => void sync());
  addEventListener("online", () => void sync());
  // not every phone says when its signal is back
  setInterval(() => { if (!document.hidden && !signedOut) void sync(); }, AGAIN_MS);
  addEventListener("pointerdown", restUntilLocked);
  addEventListener("keydown", restUntilLocked);
  draw();
  return { save, say, tell, refresh: draw };
}
