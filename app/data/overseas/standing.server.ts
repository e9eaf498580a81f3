import { toDate } from "#app/domain/dates.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openCare } from "../care-cases.server.ts";
import { emit } from "../outbox.server.ts";
import type { HeldLicence } from "./licences.server.ts";

interface Row {
  id: string;
  state: string;
}

type Needs = Pick<Deps, "newId" | "clock">;

async function holdPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.$queryRaw`SELECT id, nameMasked FROM person WHERE id IN (${Prisma.join([...ids].sort())}) ORDER BY id FOR UPDATE`;
}

/**
 * What rests on a licence that does not stand any more: its open posts leave the list, open proposals lapse, and whoever has said yes and not left yet is
 * stopped where they are, told, and called by their county. The caller holds the licence; then persons, posts, proposals, applications are held, in this order,
 * which is that of a yes.
 */
export async function stopUnder(deps: Needs, tx: Tx, licence: HeldLicence, { reason, seq }: { reason: string; seq: number }): Promise<void> {
  const now = deps.clock.now();
  const posts = (await tx.post.findMany({ where: { overseasTerms: { licenceId: licence.id } }, select: { id: true } })).map((one) => one.id);
  const [proposed, going] = await Promise.all([
    tx.match.findMany({ where: { postId: { in: posts }, status: "PROPOSED" }, select: { personId: true } }),
    tx.overseasApplication.findMany({ where: { licenceId: licence.id, state: { not: "ENDED" } }, select: { id: true, personId: true } }),
  ]);
  await holdPersons(tx, [...new Set([...proposed, ...going].map((one) => one.personId))]);
  const closed = posts.length === 0 ? [] : (await tx.$queryRaw<Row[]>`SELECT id, status AS state, updatedAt FROM post WHERE id IN (${Prisma.join(posts)}) ORDER BY id FOR UPDATE`).filter((one) => one.state === "PUBLISHED").map((one) => one.id);
  if (closed.length > 0) {
    await tx.post.updateMany({ where: { id: { in: closed } }, data: { status: "CLOSED", updatedAt: now } });
    await tx.overseasTerms.updateMany({ where: { postId: { in: closed } }, data: { stoppedAt: now } });
  }
  const lapsing = posts.length === 0 ? [] : await tx.$queryRaw<{ id: string; personId: string; postId: string }[]>`SELECT id, personId, postId FROM job_match WHERE postId IN (${Prisma.join(posts)}) AND status = 'PROPOSED' FOR UPDATE`;
  if (lapsing.length > 0) await tx.match.updateMany({ where: { id: { in: lapsing.map((one) => one.id) } }, data: { status: "LAPSED", openKey: null, decidedAt: now } });
  const stopped = await holdOpen(tx, going.map((one) => one.id));
  if (stopped.length > 0) await tx.overseasApplication.updateMany({ where: { id: { in: stopped.map((one) => one.id) } }, data: { state: "STOPPED", stopReason: reason, version: { increment: 1 } } });
  // stopped before, when it was only suspended: the county has its case already
  const again = await tx.overseasApplication.findMany({ where: { id: { in: going.map((one) => one.id), notIn: stopped.map((one) => one.id) }, state: "STOPPED" }, select: { id: true, personId: true } });
  if (again.length > 0) await tx.overseasApplication.updateMany({ where: { id: { in: again.map((one) => one.id) }, state: "STOPPED" }, data: { stopReason: reason } });
  for (const one of stopped) {
    await openCare(deps, tx, {
      kind: "LICENCE", onceKey: `licence:${seq}:${one.id}`, personId: one.personId, homeCountyCode: one.placement.homeCountyCode, workCountyCode: null, postId: one.placement.postId, placementId: one.placementId, raisedBy: "SYSTEM",
    });
  }
  const notice = (personId: string, kind: string, of: string, subjectId: string | null) => ({ id: deps.newId(), personId, kind, onceKey: `${kind}:${seq}:${of}`, subjectId, recordedAt: now });
  await tx.notice.createMany({
    skipDuplicates: true,
    data: [...[...stopped, ...again].map((one) => notice(one.personId, "overseas-stopped", one.id, one.id)), ...lapsing.map((one) => ({ ...notice(one.personId, "overseas-proposal-gone", one.id, null), postId: one.postId }))],
  });
  await tell(deps, tx, closed, [...stopped, ...lapsing].map((one) => one.personId));
}

/** The licence stands again: posts that it took off the list come back while they are valid, and applications go on where they were. */
export async function resumeUnder(deps: Needs, tx: Tx, licence: HeldLicence, seq: number): Promise<void> {
  const now = deps.clock.now();
  const going = await tx.overseasApplication.findMany({ where: { licenceId: licence.id, state: "STOPPED" }, select: { personId: true } });
  await holdPersons(tx, [...new Set(going.map((one) => one.personId))]);
  const back = await tx.post.findMany({
    where: { status: "CLOSED", validUntil: { gt: toDate(deps.clock.today()), lte: toDate(licence.validUntil) }, employer: { status: "APPROVED" }, overseasTerms: { licenceId: licence.id, stoppedAt: { not: null } } }, select: { id: true },
  });
  const ids = back.map((one) => one.id);
  if (ids.length > 0) await tx.post.updateMany({ where: { id: { in: ids } }, data: { status: "PUBLISHED", updatedAt: now } });
  await tx.overseasTerms.updateMany({ where: { licenceId: licence.id }, data: { stoppedAt: null } });
  const waiting = await tx.overseasApplication.findMany({ where: { licenceId: licence.id, state: "STOPPED" }, select: { id: true, personId: true } });
  if (waiting.length > 0) await tx.overseasApplication.updateMany({ where: { id: { in: waiting.map((one) => one.id) } }, data: { state: "OPEN", stopReason: null, version: { increment: 1 } } });
  await tx.notice.createMany({ skipDuplicates: true, data: waiting.map((one) => ({ id: deps.newId(), personId: one.personId, kind: "overseas-resumed", onceKey: `overseas-resumed:${seq}:${one.id}`, subjectId: one.id, recordedAt: now })) });
  await tell(deps, tx, ids, []);
}

/** Those of the applications that are under way, held. */
async function holdOpen(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`SELECT id, state, recordedAt FROM overseas_application WHERE id IN (${Prisma.join([...ids])}) ORDER BY id FOR UPDATE`;
  return tx.overseasApplication.findMany({
    where: { id: { in: rows.filter((one) => one.state === "OPEN").map((one) => one.id) } }, select: { id: true, personId: true, placementId: true, placement: { select: { homeCountyCode: true, postId: true } } }, orderBy: { id: "asc" },
  });
}

function tell(deps: Needs, tx: Tx, postIds: readonly string[], personIds: readonly string[]): Promise<void> {
  return emit(deps, tx, [...postIds.map((subjectId) => ({ event: "post.changed" as const, subjectId })), ...[...new Set(personIds)].map((subjectId) => ({ event: "person.changed" as const, subjectId }))]);
}
