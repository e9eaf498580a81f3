import type { RowDataPacket } from "mysql2";
import { draftKey } from "#app/data/policy-drafts.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";

const LINXIAN = "141124";
const ELSEWHERE = "140222";

export type KnownRules = Awaited<ReturnType<typeof knownRules>>;

/** Drafts, claims, cases, workshops and businesses: of the officer's county and of one far away. */
export async function knownRules(deps: Deps, seed: number, people: { villager: { id: string }; elsewherePerson: { id: string }; village: string }) {
  const make = createFactory(deps, seed + 500);
  const [now, today] = [deps.clock.now(), deps.clock.today()];
  const province = await deps.db.user.findUniqueOrThrow({ where: { username: "province" } });
  const draft = async (regionCode: string, days: number) => {
    const one = { key: "stay-in-work.subsidy.months.max", regionCode, validFrom: addDays(today, days) };
    return (await deps.db.policyDraft.create({
      data: { id: deps.newId(), ...one, validFrom: toDate(one.validFrom), value: 8, unit: "月 months", documentNumber: "测〔2026〕2号", source: "测试", certainty: "FOUND", openKey: draftKey(one), draftedBy: province.id, draftedAt: now },
    })).id;
  };
  const ruleDraft = await draft("", 40 + seed);
  const effect = { counties: [{ countyCode: LINXIAN, gain: 1, lose: 0, same: 0, beforeFen: 120_000, afterFen: 160_000 }] };
  const { id: simulation } = await deps.db.ruleSimulation.create({
    data: {
      id: deps.newId(), draftId: ruleDraft, key: "stay-in-work.subsidy.months.max", value: 8, regionCode: LINXIAN, year: 2026, status: "DONE", progressDone: 1, progressTotal: 1, result: effect, requestedAt: now, finishedAt: now,
      people: { create: { personId: people.villager.id, countyCode: LINXIAN, beforeFen: 120_000, afterFen: 160_000 } },
    },
  });
  const rule = await deps.db.policyParameter.findFirstOrThrow({ where: { key: "travel.subsidy.out-of-province.max" } });
  const citation = { parameterId: rule.id, key: rule.key, regionCode: "", article: null, documentNumber: rule.documentNumber, source: rule.source, certainty: rule.certainty, validFrom: "2023-01-01", validTo: null };
  const claim = async (personId: string, countyCode: string) => (await deps.db.claim.create({
    data: { id: deps.newId(), benefit: "TRAVEL", personId, year: 2026, countyCode, amountFen: 150_000, parameterId: rule.id, citation, basis: { placeClass: "OUT_OF_PROVINCE", rung: 3 }, openKey: `TRAVEL:2026:${personId}`, appliedAt: now, appliedByRole: "SEEKER" },
  })).id;
  const townOf = async (county: string) => String((await deps.pool.query<RowDataPacket[]>("SELECT code FROM region WHERE parentCode = ? AND level = 'TOWN' ORDER BY code LIMIT 1", [county]))[0][0]!.code);
  const [town, elsewhereTown] = [await townOf(LINXIAN), await townOf(ELSEWHERE)];
  const workshop = async (townCode: string) => (await deps.db.workshop.create({ data: { id: deps.newId(), name: `测试帮扶车间${seed}`, townCode, product: "服装" } })).id;
  const watchedHousehold = await make.household(people.village);
  const member = await make.person({ homeRegionCode: people.village, homeCountyCode: LINXIAN, householdId: watchedHousehold, categories: ["MONITORED_UNSTABLE"], age: 45 });
  const watchCase = async (personId: string, regionCode: string, countyCode: string, householdId: string | null) => (await deps.db.watchCase.create({
    data: {
      id: deps.newId(), kind: "JOB_LOST", onceKey: `known:${seed}:${personId}`, personId, householdId, regionCode, countyCode, since: toDate(addDays(today, -3)), openedAt: now, dueOn: toDate(addDays(today, 10)),
      steps: { create: { seq: 1, kind: "OPENED", recordedAt: now } },
    },
  })).id;
  const starter = (await make.person({ homeRegionCode: people.village, homeCountyCode: LINXIAN, age: 38 })).id;
  await deps.db.startup.create({ data: { id: deps.newId(), personId: starter, name: "测试面馆", business: "餐饮", townCode: town, openedOn: toDate(addDays(today, -200)), jobs: 3, recordedAt: now, updatedAt: now, openKey: starter } });
  return {
    ruleDraft, simulation, starter, watchedHousehold, elsewhereTown, countyDraft: await draft(LINXIAN, 30 + seed), elsewhereDraft: await draft(ELSEWHERE, 30 + seed),
    claim: await claim(people.villager.id, LINXIAN), elsewhereClaim: await claim(people.elsewherePerson.id, ELSEWHERE), workshop: await workshop(town), elsewhereWorkshop: await workshop(elsewhereTown),
    watchCase: await watchCase(member.id, people.village, LINXIAN, watchedHousehold), elsewhereWatchCase: await watchCase(people.elsewherePerson.id, ELSEWHERE, ELSEWHERE, null),
  };
}
