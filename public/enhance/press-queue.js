// What is pressed on a phone is kept there, by its key, until the server has answered it: a bad connection loses nothing and doubles nothing.
const AGAIN_MS = 15_000;
const AT_ONCE = 20;

/** @typedef {{ key: string, form: Record<string, string> }} Entry */

/** @param {{ store: string, url: string, waiting: (n: number) => void, show: (result: any) => void }} at */
export function pressQueue({ store, url, waiting, show }) {
  /** @returns {Entry[]} */
  const read = () => { try { return JSON.parse(localStorage.getItem(store) ?? "[]"); } catch { return []; } };
  const write = (/** @type {Entry[]} */ entries) => { if (entries.length === 0) localStorage.removeItem(store); else localStorage.setItem(store, JSON.stringify(entries)); };
  let sending = false;

  const send = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let entries = read(); entries.length > 0; entries = read()) {
        const reply = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ entries: entries.slice(0, AT_ONCE) }) });
        if (!reply.ok) throw new Error(String(reply.status));
        const { results } = await reply.json();
        const answered = new Set(results.map((/** @type {{ key: string }} */ one) => one.key));
        write(read().filter((one) => !answered.has(one.key)));
        for (const result of results) show(result);
      }
    } catch {
      waiting(read().length);
    } finally {
      sending = false;
    }
  };

  addEventListener("online", () => void send());
  setInterval(() => { if (read().length > 0) void send(); }, AGAIN_MS);
  if (read().length > 0) void send();

  return {
    read,
    keep(/** @type {Record<string, string>} */ form) {
      write([...read(), { key: crypto.randomUUID(), form: { ...form, at: new Date().toISOString() } }]);
      waiting(read().length);
      void send();
    },
  };
}
