import { findBankAccount, saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/**
 * An officer's record of somebody's account takes the place of the one that officer has seen (its id, "" for none). Returns the new id, or null
 * where the person has named another one meanwhile: nothing is changed then.
 */
export async function replaceSeenAccount(deps: Deps, tx: Tx, seen: string, account: Parameters<typeof saveBankAccount>[2]): Promise<string | null> {
  await lockPersons(tx, [account.personId]);
  if (((await findBankAccount(deps, tx, account.personId))?.id ?? "") !== seen) return null;
  return saveBankAccount(deps, tx, account);
}
