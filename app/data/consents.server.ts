import type { RowDataPacket } from "mysql2";
import { allows, type ConsentRow } from "#app/domain/person/consent.ts";
import { CONSENT_TEXT_VERSION, type ConsentHow, type ConsentPurpose } from "#app/domain/person/identity.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Querier, Tx } from "#app/platform/database.server.ts";
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

/** Records that somebody who was never asked says no: a consent given and withdrawn at one instant. */
export async function refuseConsent(deps: Pick<Deps, "newId" | "clock">, tx: Tx, actor: Pick<Actor, "userId">, personId: string, purpose: ConsentPurpose, how: ConsentHow): Promise<void> {
  const now = deps.clock.now();
  await tx.consent.create({ data: { id: deps.newId(), personId, purpose, how, textVersion: CONSENT_TEXT_VERSION, givenAt: now, withdrawnAt: now, givenByUserId: actor.userId, openKey: null } });
}

async function consentsOf(tx: Pick<Tx, "consent">, personId: string): Promise<ConsentRow[]> {
  return tx.consent.findMany({ where: { personId }, select: { purpose: true, givenAt: true, withdrawnAt: true } });
}

export async function mayUse(tx: Pick<Tx, "consent">, personId: string, purpose: ConsentPurpose): Promise<boolean> {
  return allows(await consentsOf(tx, personId), purpose);
}

/** Whether we may look for work for a person. */
export async function servesPerson(tx: Pick<Tx, "consent">, personId: string): Promise<boolean> {
  return mayUse(tx, personId, "SERVICE");
}

/** `allows` for the purpose EMPLOYERS as a condition on the person `p`; a test holds the two together. */
export const EMPLOYERS_MAY_FIND = `(EXISTS (SELECT 1 FROM consent ec WHERE ec.openKey = CONCAT(p.id, ':EMPLOYERS'))
  OR NOT EXISTS (SELECT 1 FROM consent ec WHERE ec.personId = p.id AND ec.purpose IN ('EMPLOYERS', 'SERVICE')))`;

/** Those of the ids whom employers may find. */
export async function findableByEmployers(querier: Querier, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [rows] = await querier.query<RowDataPacket[]>(`SELECT p.id FROM person p WHERE p.id IN (?) AND p.deletedAt IS NULL AND ${EMPLOYERS_MAY_FIND}`, [ids]);
  return new Set(rows.map((row) => row.id as string));
}
