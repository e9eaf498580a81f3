// Counts at the door and at booths from a phone: the number moves at once, and what was pressed is kept until the server has answered it.
import { pressQueue } from "./press-queue.js";

const panel = /** @type {HTMLElement | null} */ (document.querySelector("[data-counts]"));

if (panel) {
  const says = /** @type {HTMLElement} */ (panel.querySelector("[data-says]"));
  const at = (/** @type {string} */ place) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-place="${place}"] [data-count]`));

  const queue = pressQueue({
    store: `jgt-counts:${panel.dataset.fair}`, url: String(panel.dataset.counts),
    show(/** @type {{ place?: string, count?: number, state: string, says?: string }} */ result) {
      says.className = result.state === "refused" ? "error" : "";
      says.textContent = result.state === "refused" ? String(result.says) : String(panel.dataset.sent);
      const number = result.place === undefined ? null : at(result.place);
      if (number) number.dataset.count = String(result.count);
      draw();
    },
    waiting(n) { says.className = ""; says.textContent = String(panel.dataset.waiting).replace("#", String(n)); },
  });

  /** What the server knows, and on top of it what it has not answered yet. */
  function draw() {
    const waiting = queue?.read() ?? [];
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-place]"))) {
      const number = at(String(row.dataset.place));
      const more = waiting.filter((one) => one.form.boothId === row.dataset.place).reduce((sum, one) => sum + Number(one.form.n), 0);
      if (number) number.textContent = new Intl.NumberFormat("en-US").format(Number(number.dataset.count) + more);
    }
  }

  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!form.matches("form[data-press]")) return;
    event.preventDefault();
    const { boothId, n } = Object.fromEntries(/** @type {any} */ (new FormData(form)));
    queue.keep({ boothId, n });
    draw();
  });
  draw();
}
