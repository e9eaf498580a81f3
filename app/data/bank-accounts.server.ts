import { maskAccount } from "#app/domain/person/masks.ts";
import type { Db, Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { lockPersons } from "./persons.server.ts";

type Reader = Pick<Db | Tx, "bankAccount">;

/** An account as screens may show it. */
export interface MaskedAccount {
  id: string;
  personId: string;
  masked: string;
  bankName: string;
  holderIsPerson: boolean;
  /** others whose account in force has the same number: nobody's wage goes to a second person's account */
  sharedWith: readonly string[];
}

export interface OpenAccount {
  personId: string;
  account: string;
  bankName: string;
}

/** The accounts in force of these persons, masked, with who else uses the same number; who has none is left out. */
export async function loadBankAccounts({ crypto }: Pick<Deps, "crypto">, db: Reader, personIds: readonly string[]): Promise<Map<string, MaskedAccount>> {
  const rows = await db.bankAccount.findMany({ where: { openKey: { in: [...personIds] } } });
  const forms = new Map(rows.map(({ id, accountEnc, accountIndex }) => [id, crypto.blindIndexes("bank.account", crypto.decrypt("bank.account", accountEnc), accountIndex)]));
  const same = await db.bankAccount.findMany({ where: { accountIndex: { in: [...forms.values()].flat() }, openKey: { not: null } }, select: { personId: true, accountIndex: true } });
  return new Map(rows.map(({ id, personId, accountMasked, bankName, holderIsPerson }) => [personId, {
    id, personId, masked: accountMasked, bankName, holderIsPerson,
    sharedWith: same.filter((one) => forms.get(id)!.includes(one.accountIndex) && one.personId !== personId).map((one) => one.personId).sort(),
  }]));
}

export async function findBankAccount(deps: Pick<Deps, "crypto">, db: Reader, personId: string): Promise<MaskedAccount | null> {
  return (await loadBankAccounts(deps, db, [personId])).get(personId) ?? null;
}

/** Puts a person's account in force in the place of the one before, which stays as a row. The person's row is held meanwhile. */
export async function saveBankAccount(
  deps: Pick<Deps, "clock" | "newId" | "crypto">, tx: Tx, { personId, account, bankName, holderIsPerson, recordedBy }: OpenAccount & { holderIsPerson: boolean; recordedBy: string | null },
): Promise<string> {
  await lockPersons(tx, [personId]);
  const now = deps.clock.now();
  await tx.bankAccount.updateMany({ where: { openKey: personId }, data: { openKey: null, endedAt: now } });
  const id = deps.newId();
  await tx.bankAccount.create({
    data: {
      id, personId, accountEnc: deps.crypto.encrypt("bank.account", account), accountIndex: deps.crypto.blindIndex("bank.account", account), accountMasked: maskAccount(account),
      bankName, holderIsPerson, recordedAt: now, recordedBy, openKey: personId,
    },
  });
  return id;
}

/** Accounts in the clear, for a bank file alone: whoever calls this writes the audit. An account that has ended since is still the one the sheet names. */
export async function openAccounts({ crypto }: Pick<Deps, "crypto">, db: Reader, accountIds: readonly string[]): Promise<Map<string, OpenAccount>> {
  const rows = await db.bankAccount.findMany({ where: { id: { in: [...accountIds] } } });
  return new Map(rows.map(({ id, personId, accountEnc, bankName }) => [id, { personId, account: crypto.decrypt("bank.account", accountEnc), bankName }]));
}
