// What is taken along on a phone beside the sheets that wait: sealed under the same PIN, and gone with the vault in which it lies.
import { seal, unseal } from "../agent/vault.js";

/** @param {Awaited<ReturnType<typeof import("../agent/store.js").openStore>>} store @param {Awaited<ReturnType<typeof import("../agent/queue.js").openQueue>>} queue @param {string} account */
export function openDrawer(store, queue, account) {
  const name = `${account}/taken`;
  const vaultOf = async () => /** @type {any} */ (await store.vaultOf(account));
  return {
    /** Seals something in the place of what was there. @param {unknown} value */
    lay: (value) => queue.withKey(async (key) => store.putVault({ ...(await vaultOf()), taken: await seal(key, name, value) })),
    /** What was laid there; null while it is locked, or where there is nothing. */
    find: () => queue.withKey(async (key) => {
      const { taken } = await vaultOf();
      return taken ? unseal(key, name, taken) : null;
    }),
  };
}
