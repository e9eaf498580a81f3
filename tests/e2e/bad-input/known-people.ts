import { randomUUID } from "node:crypto";
import type { RowDataPacket } from "mysql2";
import { storeFile } from "#app/data/private-files.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import type { Actor } from "#app/platform/actor.ts";
import { linkToken, sha256 } from "#app/platform/crypto.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { drawSample } from "#app/usecases/targets/draw-sample.server.ts";
import { freezeTargetMonth } from "#app/usecases/targets/freeze-month.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { issuedTo } from "#tests/factories/issued.ts";
import { makePhoto } from "#tests/factories/photos.ts";

const LINXIAN = "141124";
const ELSEWHERE = "140222";
const TRADE = "6-18-02-04";
const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });

export type KnownPeople = Awaited<ReturnType<typeof knownPeople>>;

/** People, questions, cases and links that the starter data has none of: the tests' own, a neighbour's, and those of a county far away. */
export async function knownPeople(deps: Deps, seed: number) {
  const make = createFactory(deps, seed);
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const tag = String(seed);
  const agent = await deps.db.user.findUniqueOrThrow({ where: { username: "agent" } });
  const employer = await deps.db.user.findUniqueOrThrow({ where: { username: "employer" } });
  const [[villageRow]] = await deps.pool.query<RowDataPacket[]>("SELECT code FROM region WHERE code LIKE ? AND LENGTH(code) = 12 ORDER BY code LIMIT 1", [`${agent.regionCode}%`]);
  const [[townRow]] = await deps.pool.query<RowDataPacket[]>("SELECT code FROM region WHERE parentCode = ? AND level = 'TOWN' ORDER BY code LIMIT 1", [LINXIAN]);
  const village = String(villageRow!.code);
  const phone = (n: number) => `199${tag}${String(n).padStart(8 - tag.length, "0")}`;

  const villager = await make.person({ phone: phone(1), homeRegionCode: village, homeCountyCode: LINXIAN, age: 40, wish: { occupationCodes: [TRADE] } });
  const worker = await make.person({ phone: phone(2), homeRegionCode: village, homeCountyCode: LINXIAN, age: 41, wish: { occupationCodes: [TRADE] } });
  const traveller = await make.person({ phone: null, homeRegionCode: village, homeCountyCode: LINXIAN, age: 42, wish: { occupationCodes: [TRADE] } });
  const elsewherePerson = await make.person({ phone: phone(3), homeRegionCode: ELSEWHERE, homeCountyCode: ELSEWHERE, age: 43, wish: { occupationCodes: [TRADE] } });
  const welderPerson = await make.person({ phone: phone(4), homeRegionCode: village, homeCountyCode: LINXIAN, age: 44, wish: { occupationCodes: [TRADE] } });
  const household = phone(5);
  const [elder, younger] = [await make.person({ phone: household, homeRegionCode: village, homeCountyCode: LINXIAN, age: 60, wish: { occupationCodes: [TRADE] } }), await make.person({ phone: household, homeRegionCode: village, homeCountyCode: LINXIAN, age: 30, wish: { occupationCodes: [TRADE] } })];
  const welder = `welder-${tag}`;
  await make.user({ role: "SEEKER", username: welder, password: `demo-${welder}`, personId: welderPerson.id });
  const workerUser = `worker-${tag}`;
  await make.user({ role: "SEEKER", username: workerUser, password: `demo-${workerUser}`, personId: worker.id });
  const strangerUser = (await make.user({ role: "SEEKER", personId: elsewherePerson.id })).id;
  for (const one of [elder, younger]) await make.user({ role: "SEEKER", personId: one.id });

  const otherEmployer = await make.employer({ name: `别家单位${tag}` });
  const otherPost = await make.post({ employerId: otherEmployer, title: `别家电焊工${tag}`, openings: 9, validUntil: addDays(today, 60) });
  const ownPost = await make.post({ employerId: employer.employerId!, title: `自家电焊工${tag}`, validUntil: addDays(today, 60) });
  const welfarePost = (countyCode: string) => make.post({ employerId: otherEmployer, stream: "WELFARE", countyCode, title: `保洁${tag}`, wageMinFen: 100_000, wageMaxFen: 100_000, validUntil: addDays(today, 60) });
  const hiring = async (postId: string, personId: string) => (await deps.db.hiring.create({
    data: { id: deps.newId(), postId, personId, state: "INVITED", openKey: `${postId}:${personId}`, lastSeq: 1, recordedAt: now, updatedAt: now, steps: { create: { seq: 1, kind: "INVITED", saidByRole: "EMPLOYER", recordedAt: now } } },
  })).id;
  const invitation = await hiring(otherPost, welderPerson.id);
  const ownHiring = await hiring(ownPost, villager.id);
  const strangerHiring = await hiring(otherPost, villager.id);
  const thread = async (postId: string, toBureau: boolean) => (await deps.db.inquiry.create({
    data: { id: deps.newId(), postId, personId: villager.id, toBureau, lastSeq: 1, waitingSince: now, recordedAt: now, updatedAt: now, messages: { create: { seq: 1, saidByRole: "SEEKER", codes: ["housing"], text: "住哪儿？", recordedAt: now } } },
  })).id;

  const hired = async (personId: string) => {
    const done = await acceptPost(deps, as("SEEKER", { personId }), { postId: otherPost });
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    return done.value.placementId;
  };
  const placements = { worker: await hired(worker.id), traveller: await hired(traveller.id), elsewhere: await hired(elsewherePerson.id) };
  const asked = async (placementId: string, kind: "ARRIVAL" | "DAY_30" | "DAY_90", expiresInDays: number) => {
    const token = linkToken();
    const { id } = await deps.db.checkIn.create({ data: { id: deps.newId(), placementId, kind, dueOn: toDate(today), tokenHash: sha256(token), expiresAt: new Date(now.getTime() + expiresInDays * 86_400_000), bySms: false, recordedAt: now } });
    return { id, token };
  };
  const links = { open: (await asked(placements.worker, "ARRIVAL", 14)).token, expired: (await asked(placements.worker, "DAY_30", -1)).token };
  const care = async (regionCode: string, personId: string) => (await deps.db.careCase.create({
    data: { id: deps.newId(), kind: "TALK", onceKey: `known:${tag}:${regionCode}`, regionCode, personId, raisedBy: "SEEKER", openedAt: now, dueOn: toDate(addDays(today, 7)) },
  })).id;

  const photo = { content: "k".repeat(43), mimeType: "image/webp", width: 8, height: 8, bytes: await makePhoto("webp", 8, 8) };
  const certificate = (personId: string) => make.certificate(personId, { verification: "UNVERIFIED", verifiedAt: null });
  const [strangerCertificate, waitingCertificate, ownCertificate] = [await certificate(elsewherePerson.id), await certificate(villager.id), await certificate(welderPerson.id)];
  const { certificateId: issuedCertificate } = await issuedTo(deps, welderPerson.id, { regionCode: LINXIAN, name: `示例评价中心${tag}`, passedOn: "2026-10-01" });
  const strangerPhoto = (await storeFile(deps, { personId: elsewherePerson.id, certificateId: strangerCertificate, ...photo }))!;
  await storeFile(deps, { personId: villager.id, certificateId: waitingCertificate, ...photo });
  await storeFile(deps, { personId: welderPerson.id, certificateId: ownCertificate, ...photo });

  const receipt = async (personId: string, byUserId: string | null) => (await deps.db.receipt.create({ data: { id: deps.newId(), personId, byUserId, byRole: "AGENT", act: "register", bySms: true, recordedAt: now } })).id;
  const ownReceipt = await receipt(villager.id, agent.id);
  const strangerReceipt = await receipt(elsewherePerson.id, employer.id);
  const { id: entry } = await deps.db.registration.create({ data: { id: deps.newId(), byUserId: agent.id, entryKey: `known-${tag}`, personId: villager.id, receiptId: ownReceipt, outcome: "CREATED", enteredAt: now, recordedAt: now } });
  const { id: strangerDelegation } = await deps.db.delegation.create({
    data: {
      id: deps.newId(), personId: elsewherePerson.id, helperUserId: employer.id, helperMasked: "某某", acts: ["WISH"], how: "PAPER", validFrom: now, validUntil: new Date(now.getTime() + 86_400_000 * 90),
      recordedAt: now, acceptedAt: now, openKey: `${elsewherePerson.id}:${employer.id}`,
    },
  });
  const { id: strangerSession } = await deps.db.loginSession.create({ data: { id: sha256(linkToken()), userId: employer.id, createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + 86_400_000) } });

  const { year } = await deps.db.targetYear.findFirstOrThrow({ orderBy: { year: "asc" } });
  const drawn = async (actor: Actor, regionCode: string) => {
    for (const { year: one } of await deps.db.targetYear.findMany({ orderBy: { year: "desc" } })) {
      const made = await drawSample(deps, actor, { year: one, regionCode, perRung: 3, entryKey: randomUUID() });
      if (made.ok) return made.value.sampleId;
    }
    throw new Error(`nobody is counted in ${regionCode}`);
  };
  const province = as("ADMIN", { regionCode: "140000" });
  // of a year long over, so that nothing that other tests count is touched; frozen before by another file it stays
  await freezeTargetMonth(deps, province, { year, month: 1 });
  const free = (n: number) => makeResidentId(MADE_UP_ID_REGION, "1979-04-05", 100 + ((seed * 7 + n) % 150), "F");

  return {
    welder, welderPerson: welderPerson.id, worker: workerUser, villager, elsewherePerson, village, town: String(townRow!.code), strangerUser, links, placements, invitation, ownHiring, strangerHiring, entry, ownReceipt, strangerReceipt, strangerDelegation, strangerSession,
    strangerCertificate, waitingCertificate, ownCertificate, issuedCertificate, strangerPhoto, touchedPost: otherPost,
    elsewhereCheckIn: (await asked(placements.elsewhere, "ARRIVAL", 14)).id, villageCheckIn: (await asked(placements.traveller, "ARRIVAL", 14)).id,
    ownThread: await thread(ownPost, false), strangerThread: await thread(otherPost, false), bureauThread: await thread(await welfarePost(LINXIAN), true), elsewhereThread: await thread(await welfarePost(ELSEWHERE), true),
    care: await care(LINXIAN, villager.id), elsewhereCare: await care(ELSEWHERE, elsewherePerson.id),
    sample: await drawn(as("OFFICER", { regionCode: LINXIAN }), LINXIAN), elsewhereSample: await drawn(province, "140000"),
    frozen: { year, month: 1 }, household, freePhones: { replay: phone(71), proved: phone(72), zh: phone(73), en: phone(74) }, freeIdNumbers: { seeker: free(1), villager: free(2) },
  };
}
