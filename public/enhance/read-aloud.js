// Reads the main text aloud where the browser can speak Chinese or English. Without it the button stays hidden.
const button = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-read-aloud]"));
const main = document.querySelector("main");

if (button && main && "speechSynthesis" in window) {
  const { start = "", stop = "" } = button.dataset;
  const show = (/** @type {boolean} */ speaking) => {
    button.textContent = speaking ? stop : start;
    button.setAttribute("aria-pressed", String(speaking));
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      show(false);
      return;
    }
    const parts = main.innerText.split(/\n+/).map((line) => line.trim()).filter((line) => line !== "" && line !== start);
    parts.forEach((text, index) => {
      const speech = new SpeechSynthesisUtterance(text);
      speech.lang = document.documentElement.lang;
      speech.rate = 0.9;
      if (index === parts.length - 1) speech.onend = () => show(false);
      speechSynthesis.speak(speech);
    });
    show(true);
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
