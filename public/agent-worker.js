// Keeps one page (nobody's data) with its parts, for when there is no signal.
const worker = /** @type {any} */ (self);
const NAME = /muster$|check$|$/.exec(worker.registration.scope)?.[0] || "agent";
const SHELL = { muster: "/muster/phone", check: "/certificates/check" }[NAME] ?? "/agent/offline";
const MARK = `${NAME}-shell-`;
const PATIENCE_MS = 15_000;

const partsOf = (/** @type {string} */ html) => [...new Set([...html.matchAll(/(?:href|src)="(\/(?:assets|enhance)\/[^"]+|\/mark\.svg|\/manifest\.webmanifest)"/g)].map((match) => match[1]))];

/** Fetches page and parts, and only when all of them came puts them in the place of the older ones. */
async function refresh() {
  const page = await fetch(SHELL, { credentials: NAME === "check" ? "omit" : "same-origin", cache: "no-store" });
  // redirected: somebody must sign in; what was kept stays
  if (!page.ok || page.redirected) return;
  const parts = partsOf(await page.clone().text());
  const replies = await Promise.all(parts.map((part) => fetch(part, { cache: "no-cache" })));
  if (replies.some((reply) => !reply.ok)) return;
  const bodies = await Promise.all([page, ...replies].map((reply) => reply.clone().text()));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(bodies.join("\n")));
  const name = MARK + Array.from(new Uint8Array(digest.slice(0, 8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const cache = await caches.open(name);
  await Promise.all(parts.map((part, at) => cache.put(part, /** @type {Response} */ (replies[at]))));
  await cache.put(SHELL, page);
  for (const old of await caches.keys()) if (old.startsWith(MARK) && old !== name) await caches.delete(old);
}

/** @param {Request} request @param {string} kept */
async function networkFirst(request, kept) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const asked = fetch(request);
  const reply = await Promise.race([asked, late]).catch(() => null);
  if (reply instanceof Response) return reply;
  return (await caches.match(kept)) ?? asked;
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(refresh().catch(() => undefined).then(() => worker.skipWaiting())));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (/** @type {any} */ event) => { if (event.data === "refresh") event.waitUntil(refresh().catch(() => undefined)); });
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(networkFirst(request, SHELL));
  else if (/^\/(assets|enhance)\/|^\/mark\.svg$|^\/manifest\.webmanifest$/.test(pathname)) event.respondWith(networkFirst(request, pathname));
});
