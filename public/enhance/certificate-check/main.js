// Checks certificates on this device, with or without a net. Without this script the form asks the server.
import { freshLists, keptLists } from "./lists.js";
import { readCode } from "./scan.js";
import { certificateIn, isHolder, openText, standingOf, textIn } from "./verify.js";

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-certificate-check]"));
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-check-form]"));
if (place && form && globalThis.crypto?.subtle) void start(place, form);

/** @param {HTMLElement} at @param {HTMLFormElement} asked */
async function start(at, asked) {
  const { lists: address = "", curves = "", codes = "" } = at.dataset;
  /** @type {{ kinds: Record<string, string>, levels: Record<string, string>, noExpiry: string, listOf: string, notKept: string, kept: string, noCode: string, reading: string }} */
  const texts = JSON.parse(at.dataset.texts ?? "{}");
  const status = /** @type {HTMLElement} */ (at.querySelector("[data-check-status]"));
  const shown = /** @type {HTMLElement} */ (document.querySelector("[data-check-shown]"));
  const photo = /** @type {HTMLInputElement} */ (at.querySelector("input[type=file]"));
  const keep = /** @type {HTMLButtonElement} */ (at.querySelector("button[data-keep]"));
  const field = /** @type {HTMLTextAreaElement} */ (asked.elements.namedItem("text"));
  const nameField = /** @type {HTMLInputElement} */ (asked.elements.namedItem("name"));
  const day = (/** @type {string} */ on) => new Intl.DateTimeFormat(document.documentElement.lang.startsWith("zh") ? "zh-CN" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(on));
  const moment = (/** @type {string} */ when) => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Shanghai" }).format(new Date(when));
  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

  let lists = keptLists();
  const tell = () => { status.textContent = lists ? texts.listOf.replace("{{at}}", moment(lists.at)) : texts.notKept; };

  /** @param {string} said */
  async function check(said) {
    lists = (await freshLists(address, curves)) ?? lists;
    tell();
    // without lists only the server knows
    if (!lists) return void HTMLFormElement.prototype.submit.call(asked);
    const one = certificateIn(await openText(textIn(said), lists.keys, curves));
    const name = nameField.value.trim();
    show(one, standingOf(one, lists.revoked, today()), one && name ? await isHolder(one, name) : null);
  }

  /** @param {import("./verify.js").Certificate | null} one @param {string} standing @param {boolean | null} nameFits */
  function show(one, standing, nameFits) {
    const part = (/** @type {string} */ name) => /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (at.querySelector(`template[data-part="${name}"]`)).content.cloneNode(true));
    shown.replaceChildren(part(standing));
    if (nameFits !== null) shown.append(part(nameFits ? "nameYes" : "nameNo"));
    if (one) {
      const facts = part("facts");
      /** @type {Record<string, string>} */
      const said = {
        kind: texts.kinds[one.kind] ?? one.kind, occupation: lists?.occupations[one.occupationCode] ?? one.occupationCode, level: one.level ? (texts.levels[one.level] ?? one.level) : "—", number: one.number,
        issuer: one.issuer, issuedOn: day(one.issuedOn), expiresOn: one.expiresOn ? day(one.expiresOn) : texts.noExpiry,
      };
      for (const slot of /** @type {NodeListOf<HTMLElement>} */ (facts.querySelectorAll("[data-fact]"))) slot.textContent = said[slot.dataset.fact ?? ""] ?? "";
      shown.append(facts);
    }
    shown.tabIndex = -1;
    shown.focus();
  }

  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    void check(field.value);
  });
  photo.addEventListener("change", async () => {
    const [file] = photo.files ?? [];
    if (!file) return;
    status.textContent = texts.reading;
    const code = await readCode(file, codes).catch(() => null);
    photo.value = "";
    if (code === null) return void (status.textContent = texts.noCode);
    field.value = code;
    await check(code);
  });
  keep.addEventListener("click", async () => {
    await navigator.serviceWorker.register("/agent-worker.js", { scope: "/certificates/check" });
    const ready = await navigator.serviceWorker.ready;
    ready.active?.postMessage("refresh");
    lists = (await freshLists(address, curves)) ?? lists;
    tell();
    keep.textContent = texts.kept;
    keep.disabled = true;
  });

  at.hidden = false;
  keep.hidden = !("serviceWorker" in navigator);
  if ("serviceWorker" in navigator && (await navigator.serviceWorker.getRegistration("/certificates/check"))?.scope.endsWith("/certificates/check")) {
    keep.textContent = texts.kept;
    keep.disabled = true;
    if (navigator.onLine) void navigator.serviceWorker.ready.then((ready) => ready.active?.postMessage("refresh"));
    lists = (await freshLists(address, curves)) ?? lists;
  }
  tell();
  // a scanned address opened without a net: the page is the one that was kept, the server has said nothing
  const code = textIn(decodeURIComponent(location.search));
  if (code && shown.dataset.checkShown !== code) {
    field.value = code;
    await check(code);
  }
}
