// Results as you type: asks for the same page that the button would bring and shows its results. Without it the button does.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-instant]"));
const box = /** @type {HTMLInputElement | null} */ (form?.querySelector("input[name=q]") ?? null);
const PAUSE_MS = 250;

if (form && box) {
  // on the front page the results take the place of what stands below the box, until the box is empty again
  const front = form.dataset.instant === "front";
  const home = location.href;
  const title = document.title;
  const below = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-instant-hides]"));
  const said = form.querySelector("[data-instant-says]");
  let timer = 0;
  let asked = box.value;
  /** @type {AbortController | null} */
  let under = null;

  const backToFront = () => {
    document.querySelector("[data-results=list]")?.replaceChildren();
    for (const part of below) part.hidden = false;
    if (said) said.textContent = "";
    document.title = title;
    history.replaceState(null, "", home);
  };

  const show = (/** @type {Document} */ page, /** @type {string} */ address) => {
    const folded = /** @type {HTMLInputElement | null} */ (document.getElementById("show-filters"));
    const wasOpen = folded?.checked ?? false;
    for (const part of document.querySelectorAll("[data-results]")) {
      const fresh = page.querySelector(`[data-results="${part.getAttribute("data-results")}"]`);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
    const filters = /** @type {HTMLInputElement | null} */ (document.getElementById("show-filters"));
    if (filters) filters.checked = wasOpen;
    const [heading, freshHeading] = [document.querySelector("h1"), page.querySelector("h1")];
    if (heading && freshHeading && !front) heading.textContent = freshHeading.textContent;
    if (front) for (const part of below) part.hidden = true;
    if (said) said.textContent = document.querySelector("[data-results=list] :is([role=status] strong, h2)")?.textContent ?? "";
    document.title = page.title;
    history.replaceState(null, "", address);
  };

  const ask = async () => {
    const q = box.value.trim();
    if (q === asked || (q.length === 1 && !/\p{Script=Han}/u.test(q))) return;
    asked = q;
    under?.abort();
    if (front && q === "") return backToFront();
    under = new AbortController();
    const address = `${form.action}?${new URLSearchParams(/** @type {any} */ (new FormData(form)))}`;
    const reply = await fetch(address, { signal: under.signal, headers: { Accept: "text/html" } });
    if (reply.ok) show(new DOMParser().parseFromString(await reply.text(), "text/html"), address);
  };

  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
  };
  box.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) soon();
  });
  box.addEventListener("compositionend", soon);
}
