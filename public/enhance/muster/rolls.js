// Draws the rolls that were taken along, one sheet each: a block for each worker, a cell for each day.
import { make } from "../agent/panel.js";
import { sheetOf } from "./sheet.js";

/** @typedef {import("./sheet.js").Roll} Roll */
/** @typedef {import("../agent/entries.js").Entry} Entry */

/** @param {HTMLElement} place @param {Roll[]} rolls @param {{ say: (key: string, values?: Record<string, string | number>) => string, quarters: [number, string][], submit: (entry: Entry, says: HTMLElement) => Promise<void> }} page */
export function drawRolls(place, rolls, page) {
  place.replaceChildren(...rolls.map((roll, at) => make("details", { class: "fold", ...(at === 0 ? { open: "" } : {}) }, make("summary", {}, page.say("roll", { name: roll.title })), sheet(roll, page))));
}

/** @param {Roll} roll @param {Parameters<typeof drawRolls>[2]} page */
function sheet(roll, { say, quarters, submit }) {
  const says = make("p", { role: "status", "aria-live": "polite", "data-sheet-says": "" });
  const form = /** @type {HTMLFormElement} */ (make("form", { "data-roll": roll.id }, make("ol", { class: "muster" }, ...roll.people.map((one) => make("li", {},
    make("p", { class: "who" }, make("strong", {}, `${one.nr} · ${one.name}`), " ", make("span", { class: "soft" }, one.village)),
    make("div", { class: "cells" }, ...roll.days.map((day) => cell(one, day, quarters))),
    make("p", { class: "sum" }, make("label", {}, `${say("rate")} `, make("input", { class: "input short", name: `rate-${one.personId}`, value: one.rate, inputmode: "decimal", maxlength: "10", "aria-label": `${say("rate")} ${one.nr} ${one.name}` }))),
  ))), make("p", { class: "notice-after" }, make("button", { class: "button big", type: "submit" }, say("save"))), says));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = sheetOf(roll, new FormData(form), { key: crypto.randomUUID(), savedAt: new Date().toISOString() });
    if (!entry) {
      says.textContent = say("nothing");
      return;
    }
    void submit(entry, says);
  });
  return form;
}

/** @param {Roll["people"][number]} one @param {string} day @param {[number, string][]} quarters */
function cell(one, day, quarters) {
  const stored = one.days[day] ?? 0;
  const select = make("select", { name: `q-${one.personId}-${day}`, "aria-label": `${one.nr} ${one.name} ${day}` },
    ...quarters.map(([value, text]) => make("option", { value: String(value), ...(value === stored ? { selected: "" } : {}) }, text)));
  const box = make("label", { class: stored > 0 ? "cell worked" : "cell" }, make("span", {}, `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`), select);
  select.addEventListener("change", () => box.classList.toggle("worked", /** @type {HTMLSelectElement} */ (select).value !== "0"));
  return box;
}
