// What a filled sheet is while it waits, and how it goes out. No screen: so that it can be tested.
import { sendTo } from "../agent/queue.js";

/** @typedef {import("../agent/entries.js").Entry} Entry */
/** @typedef {{ id: string, title: string, seq: number, days: string[], people: { personId: string, nr: number, name: string, village: string, rate: string, days: Record<string, number> }[] }} Roll */

/**
 * A sheet as it was filled in: of the cells those that differ from what was taken along, each with the worker's rate. Null where nothing was changed.
 * @param {Roll} roll @param {FormData} filled @param {{ key: string, savedAt: string }} stamp @returns {Entry | null}
 */
export function sheetOf(roll, filled, { key, savedAt }) {
  /** @type {Record<string, string>} */
  const form = { rollId: roll.id, seen: String(roll.seq), name: roll.title };
  let changed = 0;
  for (const { personId, rate, days } of roll.people) {
    const typed = String(filled.get(`rate-${personId}`) ?? rate).trim();
    for (const day of roll.days) {
      const quarters = String(filled.get(`q-${personId}-${day}`) ?? days[day] ?? 0);
      const was = String(days[day] ?? 0);
      if (quarters === was && (typed === rate || quarters === "0")) continue;
      form[`q-${personId}-${day}`] = quarters;
      form[`rate-${personId}`] = typed;
      changed += 1;
    }
  }
  return changed === 0 ? null : { key, savedAt, village: `${changed} ✎`, form, answer: null };
}

/** @param {Entry} entry */
export const sendSheet = ({ key, form }) => sendTo("/muster/sync", key, form);

/** Lays what waits over the rolls as they were taken, so that nobody fills a cell twice. @param {Roll[]} rolls @param {Pick<Entry, "form">[]} entries */
export function overlay(rolls, entries) {
  for (const { form } of entries) {
    for (const one of rolls.find(({ id }) => id === form.rollId)?.people ?? []) {
      for (const [name, value] of Object.entries(form)) if (name.startsWith(`q-${one.personId}-`)) one.days[name.slice(-10)] = Number(value);
      one.rate = String(form[`rate-${one.personId}`] ?? one.rate);
    }
  }
  return rolls;
}
