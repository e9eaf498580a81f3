import type { RowDataPacket } from "mysql2";
import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { openWorkfarePost } from "#app/usecases/workfare/hire-locally.server.ts";

export interface KnownWorkfare {
  /** of the demo county: one that pays, its pay sheets, sent and public, its rolls with days in them, closed and open, and one that is not awarded */
  project: string;
  sheet: string;
  sentSheet: string;
  closedRoll: string;
  openRoll: string;
  unawarded: string;
  /** made for these tests: a roll of the county's project, and a post of it */
  roll: string;
  /** and somebody of its crew, a worker */
  post: string;
  member: string;
  /** of another county */
  elsewhereProject: string;
  elsewhereRoll: string;
  elsewhereSheet: string;
  elsewhereLine: string;
  village: string;
}

/** Workfare of the demo county, from the starter data, and of another county, made here. */
export async function knownWorkfare(deps: Deps, seed: number): Promise<KnownWorkfare> {
  const { db, pool, clock, newId } = deps;
  const now = clock.now();
  const paying = await db.workfareProject.findFirstOrThrow({ where: { countyCode: "141124", sheets: { some: { state: "APPROVED" } } }, include: { sheets: true, members: true, places: true, rolls: { orderBy: { nr: "asc" } } } });
  const unawarded = await db.workfareProject.findFirstOrThrow({ where: { countyCode: "141124", award: null } });
  const elsewhere = await db.workfareProject.findFirstOrThrow({ where: { countyCode: { not: "141124" } }, orderBy: { id: "asc" } });
  const personId = paying.members.at(-1)!.personId;
  const officer = await db.user.findUniqueOrThrow({ where: { username: "county" } });
  const post = await openWorkfarePost(deps, { userId: officer.id, role: "OFFICER", regionCode: officer.regionCode, personId: null, employerId: null, purpose: "test" }, {
    projectId: paying.id, title: `路面养护小工${seed}`, occupationCode: "6-29-02-04", description: "铺砂石、清边沟，工具由工队准备。", regionCode: paying.places[0]!.regionCode, openings: "2", dayRateYuan: "180", insurance: "on",
  });
  if (!post.ok) throw new Error(JSON.stringify(post.problems));
  const rollOf = async (projectId: string, endsOn: Date) => (await db.musterRoll.create({
    data: { id: newId(), projectId, nr: 900 + seed, fromOn: toDate(addDays(endsOn.toISOString().slice(0, 10), -seed)), untilOn: toDate(addDays(endsOn.toISOString().slice(0, 10), 1 - seed)), recordedAt: now },
  })).id;
  const [villages] = await pool.query<RowDataPacket[]>("SELECT code FROM region WHERE level = 'TOWN' AND code LIKE '141124%' ORDER BY code LIMIT 1");
  const elsewhereSheet = newId();
  const elsewhereLine = newId();
  await db.paySheet.create({ data: { id: elsewhereSheet, projectId: elsewhere.id, nr: 900 + seed, totalFen: 15_000n, madeAt: now, lines: { create: { id: elsewhereLine, personId, nr: 1, quarters: 4, payFen: 15_000 } } } });
  return {
    project: paying.id, post: post.value.postId, member: personId, sheet: paying.sheets.find((one) => one.state === "APPROVED")!.id, sentSheet: paying.sheets.find((one) => one.state === "SENT")!.id,
    closedRoll: paying.rolls.find((one) => one.closedAt !== null)!.id, openRoll: paying.rolls.find((one) => one.closedAt === null && one.lastSeq > 0)!.id, unawarded: unawarded.id, roll: await rollOf(paying.id, paying.endsOn), elsewhereProject: elsewhere.id,
    elsewhereRoll: await rollOf(elsewhere.id, elsewhere.endsOn), elsewhereSheet, elsewhereLine, village: villages[0]!.code as string,
  };
}
