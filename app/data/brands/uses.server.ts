import type { BrandUseState } from "#app/domain/brand/use.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { emit } from "../outbox.server.ts";

/**
 * Whether an employer's post may carry a brand, with brand and agreement held for reading until the transaction ends: an end of the agreement comes before the post and stops
 * it, or after it and takes the brand off it.
 */
export async function holdsAgreement(tx: Tx, brandId: string, employerId: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM labour_brand WHERE id = ${brandId} LOCK IN SHARE MODE`;
  const rows = await tx.$queryRaw<{ state: BrandUseState }[]>`SELECT state FROM brand_use WHERE brandId = ${brandId} AND employerId = ${employerId} LOCK IN SHARE MODE`;
  return rows[0]?.state === "AGREED";
}

/** The agreement of a brand, whose row the caller holds, with an employer. */
export async function holdUse(tx: Tx, brandId: string, employerId: string) {
  await tx.$queryRaw`SELECT state FROM brand_use WHERE brandId = ${brandId} AND employerId = ${employerId} FOR UPDATE`;
  return tx.brandUse.findUnique({ where: { brandId_employerId: { brandId, employerId } }, include: { employer: { select: { name: true, creditCode: true, status: true } } } });
}

/** From now on the employer's posts are plain posts; what is closed stays as it was. Gives how many there were. */
export async function takeBrandOff(deps: Pick<Deps, "newId" | "clock">, tx: Tx, brandId: string, employerId: string): Promise<number> {
  const where = { brandId, employerId, status: { not: "CLOSED" } } as const;
  const posts = await tx.post.findMany({ where, select: { id: true } });
  await tx.post.updateMany({ where, data: { brandId: null, updatedAt: deps.clock.now() } });
  await emit(deps, tx, posts.map(({ id }) => ({ event: "post.changed" as const, subjectId: id })));
  return posts.length;
}
