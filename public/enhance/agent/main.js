// Keeps the agent's pages for when there is no signal, reads the resident ID while it is typed, sends or keeps a registration.
import { decided, edited, formOf } from "./entries.js";
import { decisionForm, make, showPanel } from "./panel.js";
import { openQueue, sendRegistration } from "./queue.js";
import { readResidentId } from "./resident-id.js";
import { openStore } from "./store.js";

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-phone-queue]"));
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-register]"));

if ("serviceWorker" in navigator) {
  void navigator.serviceWorker.register("/agent-worker.js", { scope: "/agent" })
    .then(() => navigator.serviceWorker.ready)
    .then((ready) => { if (navigator.onLine) ready.active?.postMessage("refresh"); })
    .catch(() => undefined);
}

/** @param {HTMLFormElement} of @param {string} name */
const input = (of, name) => /** @type {HTMLInputElement} */ (of.elements.namedItem(name));

if (form) {
  const id = input(form, "idNumber");
  const read = /** @type {HTMLElement} */ (document.getElementById("id-read"));
  const fresh = () => { input(form, "entryKey").value ||= crypto.randomUUID(); };
  fresh();
  id.setAttribute("aria-describedby", `id-read ${id.getAttribute("aria-describedby") ?? ""}`.trim());
  const look = () => {
    const found = readResidentId(id.value);
    const wrong = found.state === "wrong";
    read.className = wrong ? "error" : "hint";
    read.textContent = found.state === "right"
      ? (form.dataset.idBorn ?? "").replace("{{day}}", found.birthDate).replace("{{sex}}", form.dataset[found.sex.toLowerCase()] ?? "")
      : wrong ? (form.dataset.idWrong ?? "") : found.length > 0 ? (form.dataset.idShort ?? "").replace("{{n}}", String(found.length)) : "";
    if (wrong) id.setAttribute("aria-invalid", "true");
    else id.removeAttribute("aria-invalid");
  };
  id.addEventListener("input", look);
  if (id.value !== "") look();
}

if (panel) {
  // no store, as in private mode: the form is sent as any form is
  const without = () => {
    panel.hidden = false;
    panel.replaceChildren(make("p", { class: "soft" }, JSON.parse(panel.dataset.texts ?? "{}").noStore ?? ""));
  };
  if ("indexedDB" in globalThis && globalThis.crypto?.subtle) void start(panel).catch(without);
  else without();
}

/** @param {HTMLElement} shown */
async function start(shown) {
  const queue = await openQueue(await openStore(), shown.dataset.owner ?? "");
  const { save, say, refresh } = showPanel(shown, queue, { edit: form ? fill : null });
  if (!form) return;
  const says = /** @type {HTMLElement} */ (form.querySelector("[data-register-says]"));
  /** The entry from the queue that stands in the form. @type {import("./entries.js").Entry | null} */
  let editing = null;

  const clear = () => {
    const village = input(form, "homeRegionCode").value;
    form.reset();
    input(form, "homeRegionCode").value = village;
    input(form, "entryKey").value = crypto.randomUUID();
    /** @type {HTMLElement} */ (document.getElementById("id-read")).textContent = "";
    editing = null;
    says.replaceChildren();
    input(form, "name").focus();
  };

  function entryOfForm() {
    const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("homeRegionCode"));
    const village = select.selectedOptions[0]?.textContent ?? "";
    const values = formOf(new FormData(form));
    const base = editing ?? { key: input(form, "entryKey").value, savedAt: new Date().toISOString(), village, form: values, answer: null };
    return edited(base, values, village);
  }

  /** @param {import("./entries.js").Entry} entry */
  function fill(entry) {
    form.reset();
    editing = entry;
    input(form, "entryKey").value = entry.key;
    for (const field of /** @type {Iterable<HTMLInputElement>} */ (/** @type {unknown} */ (form.elements))) {
      const value = entry.form[field.name];
      if (field.name === "" || field.name === "entryKey" || value === undefined) continue;
      const values = ([]).concat(/** @type {any} */ (value));
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(/** @type {never} */ (field.value));
      else if (field.name === "occupationCodes") field.value = values.find((one) => field.querySelector(`option[value="${CSS.escape(one)}"]`)) ?? "";
      else field.value = String(values[0] ?? "");
    }
    says.textContent = say("editing");
    input(form, "idNumber").dispatchEvent(new Event("input"));
    input(form, "name").focus();
  }

  /** @param {import("./entries.js").Entry} entry */
  async function submit(entry) {
    says.textContent = say("sending", { n: 1, total: 1 });
    const reply = await sendRegistration(entry);
    if (reply.kind !== "answer" || reply.key !== entry.key) {
      says.textContent = say({ offline: "offline", signIn: "signIn", away: "serverAway", busy: "tooMany", answer: "serverAway" }[reply.kind]);
      await save(entry);
      return;
    }
    const { result } = reply;
    if (result.state === "registered") {
      await queue.drop(entry.key);
      form.reset();
      location.assign(result.href);
    } else if (result.state === "known") {
      says.replaceChildren();
      const ask = decisionForm(result, say, (take) => { ask.remove(); void submit(decided({ ...entry, answer: result }, take)); });
      form.after(ask);
      ask.scrollIntoView({ block: "center" });
    } else {
      const link = (/** @type {{ field: string | null, text: string }} */ one) => make("li", {}, make("a", { href: `#${(one.field ?? "name").split(".")[0]}` }, one.text));
      says.replaceChildren(make("span", { class: "summary" }, make("ul", {}, ...result.problems.map(link))));
      refresh();
    }
  }

  let under = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (under) return;
    if (readResidentId(input(form, "idNumber").value).state !== "right") {
      input(form, "idNumber").focus();
      says.textContent = say("idWrong");
      return;
    }
    under = true;
    void submit(entryOfForm()).finally(() => { under = false; });
  });
  shown.addEventListener("kept", (event) => {
    if (/** @type {CustomEvent} */ (event).detail === input(form, "entryKey").value) clear();
  });
  addEventListener("beforeunload", (event) => {
    // what was typed and neither sent nor kept
    if (!under && input(form, "idNumber").value !== "" && !queue.entries.some((one) => one.key === input(form, "entryKey").value)) event.preventDefault();
  });
}
