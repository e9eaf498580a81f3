import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import type { MembershipTerm } from "#app/domain/brand/membership.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { emit } from "../outbox.server.ts";

export type MemberEventKind = "ADMITTED" | "RENEWED" | "LEVEL" | "PLEDGED" | "SUSPENDED" | "LIFTED" | "ENDED";

/** Writes the next event of a membership whose brand or person the caller holds, and lets index and matching know of the person. */
export async function sayOfMember(deps: Pick<Deps, "newId" | "clock">, tx: Tx, actor: Actor, of: { id: string; personId: string }, kind: MemberEventKind, reason: string | null = null): Promise<void> {
  const last = await tx.brandMemberEvent.aggregate({ where: { membershipId: of.id }, _max: { seq: true } });
  await tx.brandMemberEvent.create({
    data: { membershipId: of.id, seq: (last._max.seq ?? 0) + 1, kind, happenedOn: toDate(deps.clock.today()), reason, saidByUserId: actor.userId, recordedAt: deps.clock.now() },
  });
  if (kind !== "PLEDGED" && kind !== "LEVEL") await emit(deps, tx, [{ event: "person.changed", subjectId: of.personId }]);
}

export type BrandNotice = "brand-admitted" | "brand-refused" | "brand-member-suspended" | "brand-member-ended" | "brand-member-renewed";

/** A word in the person's inbox, once for each version of what it is about. */
export async function tellMember(deps: Pick<Deps, "newId" | "clock">, tx: Tx, personId: string, brandId: string, kind: BrandNotice, once: string): Promise<void> {
  await tx.notice.createMany({ data: [{ id: deps.newId(), personId, kind, onceKey: `${kind}:${once}`, subjectId: brandId, recordedAt: deps.clock.now() }], skipDuplicates: true });
}

export function termOf(row: { validFrom: Date; validTo: Date | null; suspendedOn: Date | null }): MembershipTerm {
  return { validFrom: toDay(row.validFrom), validTo: row.validTo && toDay(row.validTo), suspendedOn: row.suspendedOn && toDay(row.suspendedOn) };
}

/** A membership of the person that is not over, suspended or not; null: none. */
export async function openMembership(tx: Pick<Tx, "brandMembership">, brandId: string, personId: string, today: Day): Promise<{ id: string } | null> {
  return tx.brandMembership.findFirst({ where: { brandId, personId, OR: [{ validTo: null }, { validTo: { gt: toDate(today) } }] }, select: { id: true } });
}

/** SQL: the memberships `c` that count on a day (two parameters, both that day): begun, not over, not suspended, and the brand active. */
export const COUNTING_MEMBERSHIP = "c.validFrom <= ? AND (c.validTo IS NULL OR c.validTo > ?) AND c.suspendedOn IS NULL AND EXISTS (SELECT 1 FROM labour_brand b WHERE b.id = c.brandId AND b.state = 'ACTIVE')";
