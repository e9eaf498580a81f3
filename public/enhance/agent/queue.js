// One agent's queue: in the clear in memory while it is open, sealed in the store always.
import { replyOf, sendAll } from "./entries.js";
import { makeVault, openVault, seal, unseal } from "./vault.js";

/** @typedef {import("./entries.js").Entry} Entry */

const PATIENCE_MS = 20_000;

/** Under one PIN: registrations, and sheets of muster rolls. */
const SHELVES = ["", "/muster"];

/** @param {Awaited<ReturnType<typeof import("./store.js").openStore>>} store @param {string} account */
export async function openQueue(store, account, shelf = "", send = sendRegistration) {
  const owner = account + shelf;
  /** @type {import("./vault.js").Vault | undefined} */
  let vault = await store.vaultOf(account);
  /** @type {CryptoKey | null} */
  let key = null;
  /** @type {Entry[]} */
  let entries = [];
  let waiting = (await store.rowsOf(owner)).length;
  let beside = -waiting;
  for (const one of SHELVES) beside += (await store.rowsOf(account + one)).length;
  const others = (await store.countAll()) - waiting - beside;

  const load = async () => {
    if (!key) return;
    const opened = key;
    const rows = await store.rowsOf(owner);
    entries = await Promise.all(rows.map((row) => unseal(opened, `${owner}/${row.key}`, row)));
    entries.sort((a, b) => a.savedAt.localeCompare(b.savedAt));
    waiting = rows.length;
  };
  const keep = async (/** @type {Entry} */ entry) => {
    if (!key) throw new Error("locked");
    await store.putRow({ key: entry.key, owner, ...(await seal(key, `${owner}/${entry.key}`, entry)) });
    await load();
  };
  const drop = async (/** @type {string} */ entryKey) => {
    await store.dropRow(entryKey);
    waiting = (await store.rowsOf(owner)).length;
    entries = entries.filter((one) => one.key !== entryKey);
  };
  return {
    get hasVault() { return vault !== undefined; },
    get isOpen() { return key !== null; },
    get entries() { return entries; },
    get waiting() { return waiting; },
    get others() { return others; },
    get atStake() { return waiting + beside; },
    keep,
    drop,
    async setPin(/** @type {string} */ pin) {
      const made = await makeVault(account, pin);
      await store.putVault(made.vault);
      ({ vault, key } = made);
      await load();
    },
    async open(/** @type {string} */ pin) {
      if (!vault) return false;
      key = await openVault(vault, pin);
      await load();
      return key !== null;
    },
    lock() {
      key = null;
      entries = [];
    },
    async wipe() {
      for (const one of SHELVES) await store.wipe(account, account + one);
      vault = undefined;
      key = null;
      entries = [];
      waiting = beside = 0;
    },
    /** @template T @param {(key: CryptoKey) => Promise<T>} work */
    withKey: async (work) => (key ? work(key) : null),
    /** @param {(done: number, total: number) => void} report */
    async sync(report) {
      await load();
      const pass = () => sendAll({ entries, send, keep, drop, report });
      // one tab at a time; the server takes an entry once in any case
      return navigator.locks ? navigator.locks.request(`jgt-agent-sync${shelf}`, pass) : pass();
    },
  };
}

/** @param {Pick<Entry, "key" | "form"> & { savedAt?: string }} entry */
export const sendRegistration = ({ key, form, savedAt }) => sendTo("/agent/sync", key, { ...form, enteredAt: savedAt });

/** @param {string} address @param {string} key @param {Record<string, unknown>} form @returns {Promise<import("./entries.js").Reply>} */
export async function sendTo(address, key, form) {
  if (!navigator.onLine) return { kind: "offline" };
  const body = JSON.stringify({ entries: [{ key, form }] });
  const reply = await fetch(address, { method: "POST", body, headers: { "Content-Type": "application/json" }, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (reply === null) return { kind: "offline" };
  return replyOf(reply.status, await reply.json().catch(() => null));
}
