// Checks a post while it is typed, by the same rules as when it is sent; without it there is a button for that.
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-post-check]"));
const shown = document.querySelector("[data-post-review]");
const PAUSE_MS = 600;

if (form && shown) {
  let timer = 0;
  let latest = 0;

  const mark = (/** @type {{ field?: string, level: string }[]} */ findings) => {
    for (const field of form.querySelectorAll("input[name], textarea[name], select[name]")) {
      const wrong = findings.some((one) => one.level === "blocked" && one.field === /** @type {HTMLInputElement} */ (field).name);
      if (wrong) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      field.closest(".field")?.classList.toggle("wrong", wrong);
    }
  };

  const check = async () => {
    const turn = (latest += 1);
    const sent = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    const reply = await fetch(String(form.dataset.postCheck), { method: "POST", body: sent, headers: { Accept: "application/json" } }).catch(() => null);
    // a slower answer to older text must not overwrite a newer one
    if (!reply?.ok || turn !== latest) return;
    const { heading, findings } = await reply.json();
    const list = document.createElement("ul");
    for (const one of findings) {
      const item = document.createElement("li");
      item.dataset.level = one.level;
      item.textContent = one.text;
      list.append(item);
    }
    const head = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = heading;
    head.append(strong);
    shown.replaceChildren(head, list);
    shown.className = findings.some((/** @type {{ level: string }} */ one) => one.level === "blocked") ? "notice danger" : findings.length > 0 ? "notice counted" : "notice";
    mark(findings);
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE_MS);
  });
}
