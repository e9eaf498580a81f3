import type { IdentityResult } from "#app/domain/account/real-name.ts";
import { toDay } from "#app/domain/dates.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface PhoneAccount {
  userId: string;
  nameMasked: string;
  /** tells two people of one masked name apart */
  birthYear: number;
  locked: boolean;
}

/** The accounts of a household on one telephone. */
export async function accountsOfPhone({ db, crypto }: Pick<Deps, "db" | "crypto">, phone: string): Promise<PhoneAccount[]> {
  const users = await db.user.findMany({
    where: { person: { phoneIndex: { in: crypto.blindIndexes("person.phone", phone) } } }, select: { id: true, status: true, person: { select: { nameMasked: true, birthDate: true } } }, orderBy: { id: "asc" },
  });
  return users.map(({ id, status, person }) => ({ userId: id, nameMasked: person!.nameMasked, birthYear: Number(toDay(person!.birthDate).slice(0, 4)), locked: status !== "ACTIVE" }));
}

/** Records what a look at a person's name and resident ID gave. */
export async function noteIdentity(deps: Pick<Deps, "newId" | "clock">, tx: Tx, check: { personId: string; result: IdentityResult; verifier: string; byUserId: string | null }): Promise<void> {
  await tx.identityCheck.create({ data: { id: deps.newId(), ...check, checkedAt: deps.clock.now() } });
}

export const RESULT_OF = { match: "MATCH", mismatch: "MISMATCH", unavailable: "UNAVAILABLE" } as const;
