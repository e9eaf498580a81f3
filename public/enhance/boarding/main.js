// Ticks people off from a phone: by the camera, by a code or on the list. A tick is kept on the phone, by its key, until the server has answered it.
import { pressQueue } from "../press-queue.js";
import { scanWith } from "./scan.js";

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-ticks]"));

if (panel) {
  const says = /** @type {HTMLElement} */ (panel.querySelector("[data-says]"));

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

  const { keep } = pressQueue({ store: `jgt-ticks:${panel.dataset.dispatch}`, url: String(panel.dataset.ticks), show, waiting: (n) => { says.textContent = String(panel.dataset.waiting).replace("#", String(n)); } });

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
}
