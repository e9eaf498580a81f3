import { CONSENT_TEXT_VERSION, type ConsentHow, type ConsentPurpose } from "#app/domain/person/identity.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** Records consents that do not stand yet; those that stand keep their date. */
export async function giveConsents(deps: Pick<Deps, "newId" | "clock">, tx: Tx, actor: Pick<Actor, "userId">, personId: string, purposes: readonly ConsentPurpose[], how: ConsentHow, sheetNumber: string | null = null): Promise<void> {
  await tx.consent.createMany({
    data: purposes.map((purpose) => ({
      id: deps.newId(), personId, purpose, how, textVersion: CONSENT_TEXT_VERSION, givenAt: deps.clock.now(), givenByUserId: actor.userId, sheetNumber, openKey: `${personId}:${purpose}`,
    })),
    skipDuplicates: true,
  });
}

/** Ends consents that stand; the rows stay, with the day. */
export async function withdrawConsents(deps: Pick<Deps, "clock">, tx: Tx, personId: string, purposes: readonly ConsentPurpose[]): Promise<void> {
  await tx.consent.updateMany({ where: { personId, purpose: { in: [...purposes] }, withdrawnAt: null }, data: { withdrawnAt: deps.clock.now(), openKey: null } });
}
