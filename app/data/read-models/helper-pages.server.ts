import { offeredTo } from "#app/data/delegations.server.ts";
import { titleOfSubject } from "#app/data/receipts.server.ts";
import { type ActKind, type DelegationHow, readActs, type Standing, standingOf } from "#app/domain/account/delegation.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";

type Reads = Pick<Deps, "db" | "clock" | "crypto">;

export interface DelegationView {
  id: string;
  /** the other side, masked: the helper for the person, the person for the helper */
  name: string;
  acts: ActKind[];
  how: DelegationHow;
  sheetRef: string | null;
  until: Date;
  standing: Standing;
  recordedAt: Date;
  withdrawnAt: Date | null;
}

export interface ReceiptLine {
  id: string;
  act: string;
  about: string | null;
  at: Date;
  /** who did it, or for whom it was done, masked */
  name: string;
  byRole: Role;
  bySms: boolean;
  handedOver: boolean;
}

const SHOWN = 30;
const delegationColumns = { id: true, helperMasked: true, acts: true, how: true, sheetRef: true, validFrom: true, validUntil: true, recordedAt: true, acceptedAt: true, withdrawnAt: true } as const;

interface DelegationRow {
  id: string; helperMasked: string; acts: unknown; how: DelegationHow; sheetRef: string | null; validFrom: Date; validUntil: Date; recordedAt: Date; acceptedAt: Date | null; withdrawnAt: Date | null;
}

function view(row: DelegationRow, name: string, now: Date): DelegationView {
  const acts = readActs(row.acts);
  return { id: row.id, name, acts, how: row.how, sheetRef: row.sheetRef, until: row.validUntil, standing: standingOf({ ...row, acts }, now), recordedAt: row.recordedAt, withdrawnAt: row.withdrawnAt };
}

/** Who may act for a person, who could before, and what was done for them. */
export async function readHelpers(deps: Reads, personId: string): Promise<{ now: DelegationView[]; before: DelegationView[]; agents: { userId: string; name: string }[]; receipts: ReceiptLine[] } | null> {
  const person = await deps.db.person.findUnique({ where: { id: personId }, select: { homeRegionCode: true } });
  if (!person) return null;
  const [rows, agents, receipts] = await Promise.all([
    deps.db.delegation.findMany({ where: { personId }, orderBy: { recordedAt: "desc" }, take: SHOWN, select: { ...delegationColumns, helper: { select: { person: { select: { nameMasked: true } } } } } }),
    deps.db.user.findMany({ where: { role: "AGENT", status: "ACTIVE", regionCode: { not: null } }, select: { id: true, displayName: true, regionCode: true }, orderBy: { displayName: "asc" } }),
    readReceipts(deps, { personId }),
  ]);
  const views = rows.map((row) => view(row, row.helperMasked, deps.clock.now()));
  const standing = (one: DelegationView) => one.standing === "STANDS" || one.standing === "OFFERED";
  return {
    now: views.filter(standing), before: views.filter((one) => !standing(one)), receipts,
    agents: agents.filter((one) => isWithin(person.homeRegionCode, one.regionCode!)).map((one) => ({ userId: one.id, name: one.displayName })),
  };
}

/** For whom a user may act, who asks them to, and what they have done for others. */
export async function readActing(deps: Reads, self: Actor): Promise<{ offers: DelegationView[]; mine: DelegationView[]; receipts: ReceiptLine[] }> {
  const now = deps.clock.now();
  const person = self.personId === null ? null : await deps.db.person.findUnique({ where: { id: self.personId }, select: { id: true, nameEnc: true, phoneEnc: true } });
  const withPerson = { ...delegationColumns, person: { select: { nameMasked: true } } } as const;
  const [offers, mine, receipts] = await Promise.all([
    person === null ? [] : deps.db.delegation.findMany({ where: { ...offeredTo(deps, person), helperUserId: null, withdrawnAt: null, validUntil: { gt: now }, personId: { not: person.id } }, select: withPerson }),
    deps.db.delegation.findMany({ where: { helperUserId: self.userId ?? "-", withdrawnAt: null, validUntil: { gt: now } }, orderBy: { recordedAt: "desc" }, select: withPerson }),
    self.userId === null ? [] : readReceipts(deps, { byUserId: self.userId }),
  ]);
  const named = (row: (typeof mine)[number]) => view(row, row.person.nameMasked, now);
  return { offers: offers.map(named), mine: mine.map(named), receipts };
}

/** Receipts to a person, or for what a user did; the name is the other side's. */
async function readReceipts({ db }: Pick<Deps, "db">, which: { personId: string } | { byUserId: string }): Promise<ReceiptLine[]> {
  const rows = await db.receipt.findMany({ where: which, orderBy: [{ recordedAt: "desc" }, { id: "desc" }], take: SHOWN, include: { person: { select: { nameMasked: true } } } });
  const doers = await doerNames(db, rows.map((row) => row.byUserId));
  return Promise.all(rows.map(async (row) => ({
    id: row.id, act: row.act, about: await aboutOf(db, row.act, row.subjectId), at: row.recordedAt, byRole: row.byRole as Role, bySms: row.bySms, handedOver: row.printedAt !== null,
    name: "personId" in which ? (doers.get(row.byUserId ?? "") ?? "") : row.person.nameMasked,
  })));
}

async function doerNames(db: Deps["db"], userIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: [...new Set(userIds.filter((id) => id !== null))] } }, select: { id: true, displayName: true, person: { select: { nameMasked: true } } } });
  return new Map(users.map((user) => [user.id, user.person?.nameMasked ?? user.displayName]));
}

const SUBJECT_OF: Readonly<Record<string, string>> = {
  "accept-post": "placement", "decline-match": "match", "take-hiring-step": "hiring", "record-placement-event": "placement", "reverse-placement-event": "placement", "report-pay": "placement",
};

function aboutOf(db: Deps["db"], act: string, subjectId: string | null): Promise<string | null> {
  const type = SUBJECT_OF[act];
  return type === undefined || subjectId === null ? Promise.resolve(null) : titleOfSubject(db, type, subjectId);
}

export interface ReceiptView {
  id: string;
  act: string;
  about: string | null;
  at: Date;
  personMasked: string;
  phoneMasked: string | null;
  doer: string;
  byRole: Role;
  bySms: boolean;
  handedOverAt: Date | null;
  consent: { how: DelegationHow; sheetRef: string | null; until: Date } | null;
  /** whether the visitor did it, and so hands the slip over */
  mine: boolean;
}

/** A receipt, for the person it was given to and for whoever did the act; null for everybody else. */
export async function readReceipt({ db }: Pick<Deps, "db">, self: Actor, id: string): Promise<ReceiptView | null> {
  const row = await db.receipt.findUnique({ where: { id }, include: { person: { select: { nameMasked: true, phoneMasked: true } }, delegation: { select: { how: true, sheetRef: true, validUntil: true } } } });
  if (!row) return null;
  const mine = row.byUserId !== null && row.byUserId === self.userId;
  if (!mine && !(self.personId !== null && row.personId === self.personId)) return null;
  const doers = await doerNames(db, [row.byUserId]);
  return {
    id, act: row.act, about: await aboutOf(db, row.act, row.subjectId), at: row.recordedAt, personMasked: row.person.nameMasked, phoneMasked: row.person.phoneMasked,
    doer: doers.get(row.byUserId ?? "") ?? "", byRole: row.byRole as Role, bySms: row.bySms, handedOverAt: row.printedAt,
    consent: row.delegation && { how: row.delegation.how, sheetRef: row.delegation.sheetRef, until: row.delegation.validUntil }, mine,
  };
}
