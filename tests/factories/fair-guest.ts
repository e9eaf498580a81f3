import type { Deps } from "#app/platform/deps.server.ts";

/** Somebody who said they come to an online fair, and whom the employer of a post reported as hired there. */
export async function atOneFair(deps: Pick<Deps, "db" | "newId" | "clock">, { personId, postId }: { personId: string; postId: string }): Promise<void> {
  const now = deps.clock.now();
  const [fairId, { employerId: fairEmployer }] = [deps.newId(), await deps.db.post.findUniqueOrThrow({ where: { id: postId } })];
  await deps.db.jobFair.create({ data: { id: fairId, regionCode: "141124", title: "招聘会", kind: "ONLINE", phone: "12333", says: "网上", startsAt: now, endsAt: new Date(now.getTime() + 9e6), booths: 5, state: "OPEN", recordedAt: now } });
  const fairBooth = await deps.db.fairBooth.create({ data: { id: deps.newId(), fairId, employerId: fairEmployer, number: 1, state: "APPROVED", openKey: `${fairId}:${fairEmployer}`, recordedAt: now } });
  await deps.db.fairGuest.create({ data: { id: deps.newId(), fairId, personId, code: "123456789", saidAt: now } });
  await deps.db.fairHiring.create({ data: { id: deps.newId(), fairId, boothId: fairBooth.id, postId, personId, state: "REPORTED", saidByRole: "EMPLOYER", recordedAt: now } });
}
