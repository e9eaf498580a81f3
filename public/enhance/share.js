// Copies a post's address, and prints its poster. Without it the address can be selected and the browser's own print works.
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-copy]"))) {
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById(button.dataset.copy ?? ""));
  if (!field || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(field.value).then(() => {
      button.textContent = button.dataset.done ?? "";
    });
  });
}
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-print]:not(html)"))) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
