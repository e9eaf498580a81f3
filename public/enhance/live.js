// Keeps one region of a page up to date by asking for the page again; without it there is a refresh link.
const region = /** @type {HTMLElement | null} */ (document.querySelector("[data-live]"));
const EVERY_MS = 3000;

/** @param {HTMLElement} shown */
async function refresh(shown) {
  const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!reply.ok) return shown;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const fresh = /** @type {HTMLElement | null} */ (page.querySelector("[data-live]"));
  if (!fresh) return shown;
  const next = /** @type {HTMLElement} */ (document.adoptNode(fresh));
  shown.replaceWith(next);
  return next;
}

if (region) {
  let shown = region;
  const everyMs = Number(region.dataset.liveMs) || EVERY_MS;
  const turn = async () => {
    if (shown.dataset.live !== "running") return;
    if (!document.hidden) shown = await refresh(shown).catch(() => shown);
    setTimeout(turn, everyMs);
  };
  setTimeout(turn, everyMs);
}
