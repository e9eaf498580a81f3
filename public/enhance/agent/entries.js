// An entry while it waits on the phone, and what an answer makes of it. No screen, no storage.

/**
 * @typedef {{ state: "known", version: string, movedOn: boolean, differences: { field: string, label: string, stored: string, typed: string }[] }} KnownAnswer
 * @typedef {{ state: "refused", problems: { field: string | null, text: string }[] }} RefusedAnswer
 * @typedef {{ state: "registered", href: string, says: string }} RegisteredAnswer
 * @typedef {{ key: string, savedAt: string, village: string, form: Record<string, string | string[]>, answer: KnownAnswer | RefusedAnswer | null }} Entry
 */

/** A form as plain values; a name that came several times, or may, is a list. @param {FormData} sent @returns {Record<string, string | string[]>} */
export function formOf(sent) {
  /** @type {Record<string, string | string[]>} */
  const form = {};
  for (const name of new Set(sent.keys())) {
    if (name === "entryKey") continue;
    const values = sent.getAll(name).map(String);
    form[name] = name === "occupationCodes" || name === "consents" ? values.filter((one) => one !== "") : (values[0] ?? "");
  }
  return form;
}

/** 张三丰 → 张** @param {string} name */
export function maskName(name) {
  const [first = "", ...rest] = Array.from(name.trim());
  return first + "*".repeat(Math.max(1, Math.min(rest.length, 3)));
}

/** Whether an entry can go out: one that was answered waits until somebody decides. @param {Entry} entry */
export const isReady = (entry) => entry.answer === null;

/** The entry with the decision on what differs. @param {Entry} entry @param {string[]} take @returns {Entry} */
export function decided(entry, take) {
  const version = entry.answer?.state === "known" ? entry.answer.version : "";
  return { ...entry, form: { ...entry.form, take, version }, answer: null };
}

/** An edited entry is asked anew: an earlier decision was about other facts. @param {Entry} entry @param {Entry["form"]} form @param {string} village @returns {Entry} */
export function edited(entry, form, village) {
  return { ...entry, form, village, answer: null };
}

/**
 * @typedef {{ kind: "answer", key: string, result: KnownAnswer | RefusedAnswer | RegisteredAnswer } | { kind: "offline" | "signIn" | "away" | "busy" }} Reply
 * @typedef {{ sent: RegisteredAnswer[], asks: number, stopped: "offline" | "signIn" | "away" | "busy" | null }} Outcome
 */

/**
 * Sends what is ready, one by one. An entry leaves the phone only after the server has confirmed it by its key; whatever else
 * happens keeps it. Stops at the first sign that there is no way through.
 * @param {{ entries: Entry[], send(entry: Entry): Promise<Reply>, keep(entry: Entry): Promise<void>, drop(key: string): Promise<void>, report(done: number, total: number): void }} way
 * @returns {Promise<Outcome>}
 */
export async function sendAll({ entries, send, keep, drop, report }) {
  const ready = entries.filter(isReady);
  /** @type {Outcome} */
  const outcome = { sent: [], asks: 0, stopped: null };
  for (const [at, entry] of ready.entries()) {
    report(at, ready.length);
    const reply = await send(entry);
    if (reply.kind !== "answer") return { ...outcome, stopped: reply.kind };
    if (reply.key !== entry.key) return { ...outcome, stopped: "away" };
    if (reply.result.state === "registered") {
      await drop(entry.key);
      outcome.sent.push(reply.result);
    } else {
      await keep({ ...entry, answer: reply.result });
      outcome.asks += 1;
    }
  }
  report(ready.length, ready.length);
  return outcome;
}

/** Reads the endpoint's reply. @param {number} status @param {any} body @returns {Reply} */
export function replyOf(status, body) {
  if (status === 401) return { kind: "signIn" };
  if (status === 429) return { kind: "busy" };
  const one = status === 200 && Array.isArray(body?.results) ? body.results[0] : null;
  if (!one || !["registered", "known", "refused"].includes(one.state)) return { kind: "away" };
  const { key, ...result } = one;
  return { kind: "answer", key, result };
}
