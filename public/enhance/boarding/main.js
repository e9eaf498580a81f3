// Ticks people off from a phone: by the camera, by a code or on the list. A tick is kept on the phone, by its key, until the server has answered it.
import { scanWith } from "./scan.js";

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-ticks]"));
const AGAIN_MS = 15_000;
const AT_ONCE = 20;

if (panel) {
  const store = `jgt-ticks:${panel.dataset.dispatch}`;
  const says = /** @type {HTMLElement} */ (panel.querySelector("[data-says]"));
  const read = () => { try { return JSON.parse(localStorage.getItem(store) ?? "[]"); } catch { return []; } };
  const write = (/** @type {unknown[]} */ entries) => { if (entries.length === 0) localStorage.removeItem(store); else localStorage.setItem(store, JSON.stringify(entries)); };
  const waiting = () => String(panel.dataset.waiting).replace("#", String(read().length));
  let sending = false;

  const show = (/** @type {{ seatId?: string, label?: string, state: string, says: string }} */ result) => {
    says.textContent = result.says;
    says.className = result.state === "refused" ? "error" : "";
    const row = result.seatId ? document.querySelector(`[data-seat="${result.seatId}"]`) : null;
    const tag = row?.querySelector("[data-state] .tag");
    if (row && tag && result.label) {
      tag.textContent = result.label;
      row.querySelector("form[data-tick]")?.remove();
    }
  };

  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let entries = read(); entries.length > 0; entries = read()) {
        const reply = await fetch(String(panel.dataset.ticks), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ entries: entries.slice(0, AT_ONCE) }) });
        if (!reply.ok) throw new Error(String(reply.status));
        const { results } = await reply.json();
        const answered = new Set(results.map((/** @type {{ key: string }} */ one) => one.key));
        write(read().filter((/** @type {{ key: string }} */ one) => !answered.has(one.key)));
        for (const result of results) show(result);
      }
    } catch {
      says.textContent = waiting();
    } finally {
      sending = false;
    }
  };

  const keep = (/** @type {Record<string, string>} */ form) => {
    write([...read(), { key: crypto.randomUUID(), form: { ...form, at: new Date().toISOString() } }]);
    says.textContent = waiting();
    void send();
  };

  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches("form[data-tick]")) return;
    const fields = Object.fromEntries(/** @type {any} */ (new FormData(form)));
    if (fields.card === "" && !fields.seatId) return;
    event.preventDefault();
    keep(fields);
    const card = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=card]"));
    if (card) { card.value = ""; card.focus(); }
  });

  const tick = /** @type {HTMLInputElement} */ (panel.querySelector("input[name=tick]")).value;
  scanWith(panel, (card) => keep({ tick, card }), () => { says.textContent = String(panel.dataset.noCamera); });
  addEventListener("online", () => void send());
  setInterval(() => { if (read().length > 0) void send(); }, AGAIN_MS);
  if (read().length > 0) void send();
}
