// Results as you type: asks for the same page that the button would bring and shows its results. Without it the button does.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-instant]"));
const box = /** @type {HTMLInputElement | null} */ (form?.querySelector("input[name=q]") ?? null);
const PAUSE_MS = 250;

if (form && box) {
  let timer = 0;
  let asked = box.value;
  /** @type {AbortController | null} */
  let under = null;
  const ask = async () => {
    const q = box.value.trim();
    if (q === asked || q.length === 1 && !/\p{Script=Han}/u.test(q)) return;
    asked = q;
    under?.abort();
    under = new AbortController();
    const search = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    const address = `${form.action}?${search}`;
    const reply = await fetch(address, { signal: under.signal, headers: { Accept: "text/html" } });
    if (!reply.ok) return;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    for (const part of document.querySelectorAll("[data-results]")) {
      const fresh = page.querySelector(`[data-results="${part.getAttribute("data-results")}"]`);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
    document.title = page.title;
    history.replaceState(null, "", address);
  };
  box.addEventListener("input", (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
  });
  box.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
  });
}
