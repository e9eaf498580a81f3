import { randomInt } from "node:crypto";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";

let seq = randomInt(0, 400);
export const newId = () => makeResidentId(MADE_UP_ID_REGION, `19${randomInt(60, 99)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`, (seq = (seq + 1) % 499), "M");
export const PIN = "枣树下1987";

interface Typed { name: string; idNumber: string; phone?: string }
/** Everything a registration needs, and how often the agent's finger came down. */
export async function fillIn(page: Page, { name, idNumber, phone }: Typed): Promise<{ typed: number; taps: number }> {
  let taps = 0;
  const tap = async (selector: string) => {
    taps += 1;
    await page.locator(selector).first().check();
  };
  await page.fill("#name", name);
  await page.fill("#idNumber", idNumber);
  if (phone) await page.fill("#phone", phone);
  if ((await page.locator("#homeRegionCode").inputValue()) === "") {
    taps += 2;
    await page.selectOption("#homeRegionCode", { index: 1 });
  }
  await tap("input[name=occupationCodes]");
  await tap("input[name=consents][value=SERVICE]");
  await tap("input[name=consents][value=EMPLOYERS]");
  return { typed: Array.from(name).length + idNumber.length + (phone?.length ?? 0), taps };
}
export const send = (page: Page) => page.locator("form[data-register] button[type=submit]").click();
export const inList = async (page: Page, masked: string) => (await page.locator("[data-recent] a").allInnerTexts()).filter((text) => text === masked).length;
export const ready = (page: Page) => page.locator("[data-phone-queue]:not([hidden])").waitFor();
/** The signal is back and the phone says so at once; where it does not, the page tries by itself every ten seconds. */
export async function signalIsBack(page: Page) {
  await page.context().setOffline(false);
  await page.evaluate("dispatchEvent(new Event('online'))");
}
/** The page that opens without signal stands in the phone's cache. */
export const controlled = (page: Page) => expect.poll(() => page.evaluate("navigator.serviceWorker.ready.then(() => caches.match('/agent/offline')).then((kept) => kept !== undefined)")).toBe(true);
/** An entry went from the form into the queue. */
export const formEmpty = (page: Page) => expect.poll(() => page.inputValue("#name")).toBe("");

export async function setPin(page: Page, pin = PIN) {
  if (!(await page.locator("[data-pin-fold]").getAttribute("open").then((open) => open !== null))) await page.locator("[data-pin-fold] summary").click();
  await page.fill("#pin-new", pin);
  await page.fill("#pin-again", pin);
  await page.locator("[data-pin-set] button").click();
  await page.locator("[data-lock]").waitFor();
}
export async function openQueue(page: Page, pin = PIN) {
  await page.fill("#pin-open", pin);
  await page.locator("[data-pin-open] button[type=submit]").click();
}
/** The phone's store as somebody with the phone in hand would read it: bytes of every record. */
export const rawStore = (page: Page) => page.evaluate(`new Promise((resolve, reject) => {
  const opening = indexedDB.open("jgt-agent");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const all = opening.result.transaction("entries").objectStore("entries").getAll();
    all.onsuccess = () => resolve(all.result.map((row) => JSON.stringify(Object.keys(row)) + row.key + new TextDecoder().decode(row.data) + new TextDecoder("utf-16le").decode(row.data)));
  };
})`) as Promise<string[]>;
export const everythingElse = (page: Page) => page.evaluate(`(async () => {
  const kept = [];
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) kept.push(request.url + " " + (await (await caches.match(request)).text()));
  return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href]) + kept.join("\\n");
})()`) as Promise<string>;
