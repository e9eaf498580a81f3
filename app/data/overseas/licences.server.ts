import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import type { Licence, LicenceAct } from "#app/domain/overseas/licence.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type Db, readJson, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";

export interface HeldLicence extends Licence {
  employerId: string;
  number: string;
  issuer: string;
  version: number;
}

type LicenceRow = NonNullable<Awaited<ReturnType<Db["overseasLicence"]["findUnique"]>>>;

export function readDestinations(value: unknown): string[] {
  const read = readJson(value);
  return Array.isArray(read) ? read.filter((one): one is string => typeof one === "string") : [];
}

export function toLicence({ recordedAt: _recordedAt, reserveFen: _reserveFen, ...row }: LicenceRow): HeldLicence {
  return { ...row, destinations: readDestinations(row.destinations), validFrom: toDay(row.validFrom), validUntil: toDay(row.validUntil) };
}

/** Licences are the province's matter. */
export function overseesLicences(actor: Actor): boolean {
  return (actor.role === "OFFICER" || actor.role === "ADMIN") && actsForRegion(actor, SHANXI);
}

export async function licencesOf(db: Pick<Db, "overseasLicence">, employerId: string): Promise<HeldLicence[]> {
  return (await db.overseasLicence.findMany({ where: { employerId }, orderBy: { validUntil: "desc" } })).map(toLicence);
}

/** The licence with its row held until the transaction ends: a yes, a publication or another act under it waits here. */
export async function holdLicence(tx: Tx, id: string): Promise<HeldLicence | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM overseas_licence WHERE id = ${id} FOR UPDATE`;
  const row = rows.length === 0 ? null : await tx.overseasLicence.findUnique({ where: { id } });
  return row && toLicence(row);
}

interface ReadRow extends Omit<Licence, "destinations"> {
  destinations: unknown;
}

/** The licence held for reading: others may lean on it too, nobody can take it away before the transaction ends. */
export async function leanOnLicence(tx: Tx, id: string): Promise<Licence | null> {
  const [row] = await tx.$queryRaw<ReadRow[]>`
    SELECT id, destinations, DATE_FORMAT(validFrom, '%Y-%m-%d') AS validFrom, DATE_FORMAT(validUntil, '%Y-%m-%d') AS validUntil, state FROM overseas_licence WHERE id = ${id} LOCK IN SHARE MODE`;
  return row ? { ...row, destinations: readDestinations(row.destinations) } : null;
}

/** Writes the next event of a licence whose row the caller holds. */
export async function sayOfLicence(
  deps: Pick<Deps, "clock">, tx: Tx, actor: Actor, licenceId: string, said: { kind: LicenceAct | "GIVEN" | "EXPIRED"; reason: string; validUntil?: Day },
): Promise<number> {
  const last = await tx.overseasLicenceEvent.aggregate({ where: { licenceId }, _max: { seq: true } });
  const seq = (last._max.seq ?? 0) + 1;
  await tx.overseasLicenceEvent.create({
    data: {
      licenceId, seq, kind: said.kind, happenedOn: toDate(deps.clock.today()), validUntil: said.validUntil === undefined ? null : toDate(said.validUntil), reason: said.reason, saidByUserId: actor.userId, recordedAt: deps.clock.now(),
    },
  });
  return seq;
}
