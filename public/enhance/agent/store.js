// The phone's store: sealed entries, and a vault for each agent.

/** @typedef {{ key: string, owner: string, iv: Uint8Array, data: ArrayBuffer }} Row */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** Resolves when what was written is on the disk. @param {IDBTransaction} transaction @returns {Promise<void>} */
const settled = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});

export async function openStore() {
  const opening = indexedDB.open("jgt-agent", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("vaults", { keyPath: "owner" });
    opening.result.createObjectStore("entries", { keyPath: "key" }).createIndex("owner", "owner");
  };
  const db = await done(opening);
  const read = (/** @type {string} */ name) => db.transaction(name).objectStore(name);
  /** @param {string[]} names @param {(transaction: IDBTransaction) => void} work */
  const write = async (names, work) => {
    const transaction = db.transaction(names, "readwrite", { durability: "strict" });
    work(transaction);
    await settled(transaction);
  };
  return {
    vaultOf: (/** @type {string} */ owner) => done(read("vaults").get(owner)),
    putVault: (/** @type {import("./vault.js").Vault} */ vault) => write(["vaults"], (change) => change.objectStore("vaults").put(vault)),
    /** @returns {Promise<Row[]>} */
    rowsOf: (/** @type {string} */ owner) => done(read("entries").index("owner").getAll(owner)),
    countAll: () => done(read("entries").count()),
    putRow: (/** @type {Row} */ row) => write(["entries"], (change) => change.objectStore("entries").put(row)),
    dropRow: (/** @type {string} */ key) => write(["entries"], (change) => change.objectStore("entries").delete(key)),
    /** A vault and a name's rows, in one step. */
    wipe: (/** @type {string} */ account, /** @type {string} */ owner) => write(["vaults", "entries"], (change) => {
      change.objectStore("vaults").delete(account);
      const all = change.objectStore("entries").index("owner").openKeyCursor(owner);
      all.onsuccess = () => {
        if (!all.result) return;
        change.objectStore("entries").delete(all.result.primaryKey);
        all.result.continue();
      };
    }),
  };
}
