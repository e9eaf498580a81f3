import type { RowDataPacket } from "mysql2";
import { type ActKind, CLASSES_AND_BRANDS_SINCE, type DelegationHow, type DelegationTerms, readActs, wordsNamed } from "#app/domain/account/delegation.ts";
import { maskName, maskPhone } from "#app/domain/person/masks.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { readJson, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { isName } from "./persons.server.ts";

export interface Consent extends DelegationTerms {
  id: string;
  personId: string;
  helperUserId: string | null;
  recordedAt: Date;
}

/** The consent that is on record between a person and a helper, whether or not it has run out; null: none. */
export async function findConsent({ db }: Pick<Deps, "db">, personId: string, helperUserId: string): Promise<string | null> {
  return (await db.delegation.findUnique({ where: { openKey: openKey(personId, helperUserId) }, select: { id: true } }))?.id ?? null;
}

/** Reads a consent as it stands now, and holds it until the transaction is over. */
export async function lockConsent(tx: Tx, id: string): Promise<Consent | null> {
  const [row] = await tx.$queryRaw<RowDataPacket[]>`SELECT id, personId, helperUserId, acts, validFrom, validUntil, recordedAt, acceptedAt, withdrawnAt FROM delegation WHERE id = ${id} FOR UPDATE`;
  return row ? ({ ...(row as unknown as Consent), acts: readActs(readJson(row.acts)) }) : null;
}

export interface NewDelegation {
  personId: string;
  /** an account that may act at once, or somebody of the household who says yes first */
  helper: { userId: string; masked: string } | { name: string; phone: string };
  acts: readonly ActKind[];
  how: DelegationHow;
  sheetRef?: string | null;
  validUntil: Date;
  recordedByUserId: string | null;
}

/**
 * Records a consent. One that the same person gave the same helper before ends with it; the very same on record already, by a form sent
 * once more, stays the one it is (`again`), unless the words have changed since. Two at once: the unique key refuses the second.
 */
export async function insertDelegation(deps: Pick<Deps, "crypto" | "clock" | "newId">, tx: Tx, wish: NewDelegation): Promise<{ id: string; again: boolean }> {
  const id = deps.newId();
  const now = deps.clock.now();
  const { helper } = wish;
  const known = "userId" in helper;
  const columns = known ? null : {
    helperPhoneIndex: deps.crypto.blindIndex("person.phone", helper.phone), helperPhoneEnc: deps.crypto.encrypt("person.phone", helper.phone),
    helperNameIndex: deps.crypto.blindIndex("person.name", helper.name), helperNameEnc: deps.crypto.encrypt("person.name", helper.name),
  };
  const keys = known ? [openKey(wish.personId, helper.userId)] : offerKeys(deps, wish.personId, helper);
  // by its key: looking for a row that isn't there would hold the place in the index that another is about to take
  const open = keys.length === 1 ? await tx.delegation.findUnique({ where: { openKey: keys[0]! } }) : await tx.delegation.findFirst({ where: { openKey: { in: keys } } });
  if (open && open.validUntil > now && saysTheSame(open, wish) && wordsNamed(open.recordedAt, CLASSES_AND_BRANDS_SINCE) === wordsNamed(now, CLASSES_AND_BRANDS_SINCE)) return { id: open.id, again: true };
  if (open) await endOne(deps, tx, open.id, wish.recordedByUserId);
  await tx.delegation.create({
    data: {
      id, personId: wish.personId, helperUserId: known ? helper.userId : null, ...columns,
      helperMasked: known ? helper.masked : `${maskName(helper.name)} ${maskPhone(helper.phone)}`,
      acts: [...wish.acts], how: wish.how, sheetRef: wish.sheetRef ?? null, validFrom: now, validUntil: wish.validUntil, recordedByUserId: wish.recordedByUserId, recordedAt: now,
      acceptedAt: known ? now : null, openKey: keys[0]!,
    },
  });
  return { id, again: false };
}

function saysTheSame(open: { acts: unknown; how: string; sheetRef: string | null; validUntil: Date }, wish: NewDelegation): boolean {
  const acts = readActs(open.acts);
  return acts.length === wish.acts.length && acts.every((one) => wish.acts.includes(one)) && open.how === wish.how && open.sheetRef === (wish.sheetRef ?? null) && open.validUntil.getTime() === wish.validUntil.getTime();
}

export async function endOpen(deps: Pick<Deps, "clock">, tx: Tx, personId: string, helperUserId: string, byUserId: string | null): Promise<void> {
  const open = await tx.delegation.findUnique({ where: { openKey: openKey(personId, helperUserId) }, select: { id: true } });
  if (open) await endOne(deps, tx, open.id, byUserId);
}

async function endOne(deps: Pick<Deps, "clock">, tx: Tx, id: string, byUserId: string | null): Promise<void> {
  await tx.delegation.updateMany({ where: { id, withdrawnAt: null }, data: { openKey: null, withdrawnAt: deps.clock.now(), withdrawnByUserId: byUserId } });
}

/** Of an offer to somebody of the household, who is known by telephone and name only; the first is the one that is written. */
function offerKeys({ crypto }: Pick<Deps, "crypto">, personId: string, { phone, name }: { phone: string; name: string }): string[] {
  const names = crypto.blindIndexes("person.name", name);
  return crypto.blindIndexes("person.phone", phone).map((phoneIndex, at) => offerKey(personId, phoneIndex, names[at]!));
}

export function offerKey(personId: string, helperPhoneIndex: string, helperNameIndex: string): string {
  return `${personId}:${sha256(`${helperPhoneIndex}.${helperNameIndex}`).slice(0, 32)}`;
}

/** How many may act for a person now, or have been asked to. */
export async function countHelpers({ db, clock }: Pick<Deps, "db" | "clock">, personId: string): Promise<number> {
  return db.delegation.count({ where: { personId, withdrawnAt: null, validUntil: { gt: clock.now() } } });
}

/** Whoever is named in a consent and has an account finds it among their notices. */
export async function noteHelperAsked(deps: Pick<Deps, "crypto" | "clock" | "newId">, tx: Tx, delegationId: string, helper: { name: string; phone: string }): Promise<void> {
  const { personId } = await tx.delegation.findUniqueOrThrow({ where: { id: delegationId }, select: { personId: true } });
  const there = await tx.person.findMany({ where: { phoneIndex: { in: deps.crypto.blindIndexes("person.phone", helper.phone) }, id: { not: personId }, user: { isNot: null } }, select: { id: true, nameEnc: true } });
  const asked = there.filter((one) => isName(deps, one.nameEnc, helper.name));
  await tx.notice.createMany({ data: asked.map((one) => ({ id: deps.newId(), personId: one.id, kind: "helper-asked", onceKey: `helper-asked:${delegationId}:${one.id}`, recordedAt: deps.clock.now() })), skipDuplicates: true });
}

export function openKey(personId: string, helperUserId: string): string {
  return `${personId}:${helperUserId}`;
}

/** Which offers are to a person on record: those to the telephone and the name that were given. */
export function offeredTo({ crypto }: Pick<Deps, "crypto">, person: { nameEnc: string; phoneEnc: string | null }) {
  return {
    helperPhoneIndex: { in: person.phoneEnc === null ? [] : crypto.blindIndexes("person.phone", crypto.decrypt("person.phone", person.phoneEnc)) },
    helperNameIndex: { in: crypto.blindIndexes("person.name", crypto.decrypt("person.name", person.nameEnc)) },
  };
}
