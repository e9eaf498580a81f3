import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readMyProjects, readRollPage } from "#app/data/read-models/muster-pages.server.ts";
import { readProjects } from "#app/data/read-models/workfare-list.server.ts";
import { readProjectPage } from "#app/data/read-models/workfare-project.server.ts";
import { must } from "#app/domain/result.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { awardProject } from "#app/usecases/workfare/award-project.server.ts";
import { closeRoll } from "#app/usecases/workfare/close-roll.server.ts";
import { findLocalWorkers, inviteLocalWorker, openWorkfarePost } from "#app/usecases/workfare/hire-locally.server.ts";
import { addMember, setMemberPart } from "#app/usecases/workfare/keep-crew.server.ts";
import { recordProgress, saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { as, codes, line, openWorkfareSite, TODAY, TOWN, WORK, type WorkfareSite } from "#tests/factories/workfare-site.ts";

let site: WorkfareSite;
beforeAll(async () => {
  site = await openWorkfareSite(97);
});
afterAll(() => site?.services.close());
beforeEach(() => site.clock.set(TODAY));

describe("a project", () => {
  it("is registered with its fund lines, and its floor follows line, class and day of approval, with the rule", async () => {
    const { services, county, register } = site;
    const id = await register();
    const view = (await readProjectPage(services, county, id))!;
    expect(view.floors.map(({ line: fund, pct, floorFen }) => [fund, pct, floorFen])).toEqual([["CENTRAL_BUDGET", 30, 6_000_000], ["CENTRAL_BRIDGING", 15, 1_500_000]]);
    expect(view.floorFen).toBe(7_500_000);
    expect(view.floors[0]!.rule?.documentNumber).toContain("58号");
    const promoted = await register({ kind: "PROMOTED", funds: { LOCAL: "500000" } });
    expect((await readProjectPage(services, county, promoted))!.floorFen).toBe(5_000_000);
  });

  it("is refused with what is wrong beside each field, and nothing is kept", async () => {
    const { services, county, agent, projectInput } = site;
    const before = await services.db.workfareProject.count();
    expect(codes(await saveProject(services, county, projectInput({ lastOn: "2026-02-01" })))).toEqual(["days-order"]);
    expect(codes(await saveProject(services, county, projectInput({ places: ["141127100"] })))).toContain("not-your-region");
    expect(codes(await saveProject(services, county, projectInput({ funds: {} })))).toEqual(["funds-needed"]);
    expect(codes(await saveProject(services, county, projectInput({ funds: { LOCAL: "12.345" } })))).toEqual(["yuan-form"]);
    expect(codes(await saveProject(services, as("OFFICER", { regionCode: "141127" }), projectInput()))).toContain("not-your-region");
    expect(codes(await saveProject(services, agent, projectInput()))).toEqual(["forbidden"]);
    expect(await services.db.workfareProject.count()).toBe(before);
  });

  it("changed by two officers at once keeps the first, and tells the second", async () => {
    const { services, county, checker, projectInput, register } = site;
    const id = await register();
    const both = await Promise.all([county, checker].map((officer, at) => saveProject(services, officer, projectInput({ projectId: id, version: 0, labourSharePct: String(33 + at) }))));
    expect(both.map(codes).flat()).toEqual(["changed-meanwhile-shown"]);
    expect(codes(await recordProgress(services, county, { projectId: id, version: 0, progressPct: "10" }))).toEqual(["changed-meanwhile-shown"]);
    expect(codes(await recordProgress(services, county, { projectId: id, version: 1, progressPct: "10" }))).toEqual([]);
    const fresh = projectInput();
    const twice = await Promise.all([county, checker].map((officer) => saveProject(services, officer, fresh)));
    expect(twice.map(codes).flat()).toEqual(["project-known"]);
  });

  it("says the same of its labour pay in the list and on its page: in danger while the crew can still do it, too late once it can't", async () => {
    const { services, clock, county, awarded, member, closedWeek } = site;
    const projectId = await awarded({ funds: { CENTRAL_BUDGET: "300000" } });
    const crew = [await member(projectId, "FOREMAN"), await member(projectId), await member(projectId)];
    await closedWeek(projectId, crew.map((one) => line(one, "2026-03-03")));
    const states = async () => [(await readProjects(services, county)).find((one) => one.id === projectId)!.state, (await readProjectPage(services, county, projectId))!.forecast.state];
    // 90,000 yuan are asked for; three people at 150.50 make 2,709 a week, 11 weeks are left
    expect(await states()).toEqual(["TOO_LATE", "TOO_LATE"]);
    for (let n = 0; n < 7; n += 1) crew.push(await member(projectId));
    expect(await states()).toEqual(["AT_RISK", "AT_RISK"]);
    clock.set("2026-06-01T02:00:00Z");
    expect(await states()).toEqual(["MISSED", "MISSED"]);
  });

  it("does not exist for strangers: another county, another township's agent, an ordinary worker", async () => {
    const { services, awarded, member, enter, openWeek } = site;
    const projectId = await awarded();
    const rollId = await openWeek(projectId);
    const worker = await member(projectId);
    for (const stranger of [as("OFFICER", { regionCode: "141127" }), as("AGENT", { regionCode: "141124101" }), as("SEEKER", { personId: worker })]) {
      expect(await readProjectPage(services, stranger, projectId)).toBeNull();
      expect(await readRollPage(services, stranger, rollId)).toBeNull();
      expect([...codes(await enter(rollId, [line(worker, "2026-03-02")], {}, stranger)), ...codes(await closeRoll(services, stranger, { rollId }))]).toEqual(["not-found", "not-found"]);
      expect(await readMyProjects(services, stranger)).toEqual([]);
    }
    expect((await readProjects(services, as("OFFICER", { regionCode: "141127" }))).map((one) => one.id)).not.toContain(projectId);
  });

  it("is awarded once, by a rule of its day; what was decided names that rule", async () => {
    const { services, county, checker, register } = site;
    const projectId = await register();
    const award = { projectId, kind: "NEGOTIATED", teamName: "临泉镇专业工队", amountYuan: "280000", awardedOn: "2026-02-01", documentRef: "会议纪要 3 号", reason: "小型工程" };
    expect(codes(await awardProject(services, county, { ...award, amountYuan: "300001" }))).toEqual(["award-above-funds"]);
    expect(codes(await awardProject(services, county, { ...award, reason: " " }))).toEqual(["award-reason-needed"]);
    const both = await Promise.all([county, checker].map((officer) => awardProject(services, officer, award)));
    expect(both.map(codes).flat()).toEqual(["awarded-already"]);
    expect((await readProjectPage(services, county, projectId))!.ground?.key).toBe("workfare.negotiated.small-works.yuan");
    const known = await services.db.workfareProject.findUniqueOrThrow({ where: { id: projectId } });
    const changed = (change: Record<string, unknown>) => saveProject(services, county, site.projectInput({ projectId, version: known.version, name: known.name, approvalRef: known.approvalRef, ...change }));
    expect(codes(await changed({ funds: { CENTRAL_BUDGET: "279999.99" } }))).toEqual(["funds-below-award"]);
    expect(codes(await changed({ approvedOn: "2026-02-02" }))).toEqual(["awarded-before-approval"]);
    const large = await register({ funds: { CENTRAL_BUDGET: "9000000" } });
    expect(codes(await awardProject(services, county, { ...award, projectId: large, amountYuan: "8000000" }))).toEqual(["negotiation-not-allowed"]);
    const early = await register({ funds: { CENTRAL_BUDGET: "9000000" }, approvedOn: "2025-01-10", startsOn: "2025-03-02", lastOn: "2026-05-31" });
    expect(codes(await awardProject(services, county, { ...award, projectId: early, amountYuan: "8000000", awardedOn: "2025-02-01", specialTeam: "on", teamSize: "8", teamLocal: "8" }))).toEqual([]);
    expect((await readProjectPage(services, county, early))!).toMatchObject({ ground: { key: "workfare.negotiated.deep-poor", article: "21" }, tooFewLocal: false });
    await services.db.workfareAward.update({ where: { projectId: early }, data: { teamLocal: 3 } });
    expect((await readProjectPage(services, county, early))!.tooFewLocal).toBe(true);
  });
});

describe("hiring from the local roster", () => {
  it("proposes people of the county who fit, monitored households first, and the yes of one stands on the crew", async () => {
    const { services, clock, make, county, checker, awarded, enter, signPaper, openWeek } = site;
    const projectId = await awarded();
    const { postId } = must(await openWorkfarePost(services, county, { projectId, title: "护坡砌筑小工", occupationCode: WORK, description: "砌护坡、搬运石料，工具由工队准备。", regionCode: TOWN, openings: "3", dayRateYuan: "160", insurance: "on" }));
    const wish = { occupationCodes: [WORK], minWageFen: 0 };
    const plain = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 40, phone: "13911112222", wish });
    const monitored = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 44, categories: ["MONITORED_UNSTABLE"], wish });
    const elsewhere = await make.person({ homeRegionCode: "141127", homeCountyCode: "141127", age: 44, wish });
    const found = must(await findLocalWorkers(services, county, { projectId, postId }));
    const ids = found.candidates.map((one) => one.person.id);
    expect(ids.indexOf(monitored.id)).toBeLessThan(ids.indexOf(plain.id));
    expect(ids).toContain(plain.id);
    expect(ids).not.toContain(elsewhere.id);
    expect(found.candidates[0]!.reasons.length).toBeGreaterThan(0);
    expect(codes(await inviteLocalWorker(services, county, { projectId, postId, personId: elsewhere.id }))).toEqual(["not-found"]);
    const twice = await Promise.all([county, checker].map((officer) => inviteLocalWorker(services, officer, { projectId, postId, personId: plain.id })));
    expect(twice.map(codes).flat()).toEqual(["invited-already"]);
    expect(await services.db.notice.count({ where: { personId: plain.id, kind: "hiring-invited" } })).toBe(1);
    const { placementId } = must(await acceptPost(services, as("SEEKER", { personId: plain.id }), { postId }));

    clock.set("2026-03-25T02:00:00Z");
    const rollId = await openWeek(projectId, "2026-03-23");
    expect((await readRollPage(services, county, rollId))!.people).toMatchObject([{ personId: plain.id, rateFen: 16_000 }]);
    must(await enter(rollId, [line(plain.id, "2026-03-24")]));
    must(await signPaper(rollId));
    must(await closeRoll(services, county, { rollId }));
    const events = await services.db.placementEvent.findMany({ where: { placementId }, orderBy: { seq: "asc" } });
    expect(events.map((one) => one.kind)).toEqual(["OFFERED", "ACCEPTED", "ON_THE_JOB"]);
    expect(events.at(-1)).toMatchObject({ evidence: "PAY_RECORD", evidenceRef: `roll ${rollId}`, happenedOn: new Date("2026-03-24") });
  });

  it("holds a post against the law as an employer's, and opens none before the award", async () => {
    const { services, county, register, awarded } = site;
    const input = { title: "护坡小工", occupationCode: WORK, description: "砌护坡、搬运石料，工具由工队准备。", regionCode: TOWN, openings: "3", dayRateYuan: "160" };
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId: await register() }))).toEqual(["award-first"]);
    const projectId = await awarded();
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId, description: "只招男性，搬运石料。" }))[0]).toMatch(/^unlawful-/);
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId, regionCode: "141124101" }))).toEqual(["region-needed"]);
    expect(codes(await openWorkfarePost(services, county, { ...input, projectId, regionCode: `${TOWN}999` }))).toEqual(["region-needed"]);
  });
});

describe("a crew", () => {
  it("takes people of the region by name and number, once, and answers strangers and unknown people alike", async () => {
    const { services, make, county, register } = site;
    const projectId = await register();
    const person = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 45 });
    const far = await make.person({ homeRegionCode: "141127", homeCountyCode: "141127", age: 45 });
    const add = (who: { name: string; idNumber: string }) => addMember(services, county, { projectId, name: who.name, idNumber: who.idNumber, part: "WORKER", fromOn: "2026-03-02" });
    expect(codes(await add(far))).toEqual(["crew-person-unknown"]);
    expect(codes(await add({ name: "别的名字", idNumber: person.idNumber }))).toEqual(["crew-person-unknown"]);
    const twice = await Promise.all([add(person), add(person)]);
    expect(twice.map(codes).flat()).toEqual(["crew-member-already"]);
    expect(codes(await setMemberPart(services, county, { projectId, personId: person.id, part: "FOREMAN", was: "REPRESENTATIVE" }))).toEqual(["changed-meanwhile-shown"]);
    must(await setMemberPart(services, county, { projectId, personId: person.id, part: "FOREMAN", was: "WORKER" }));
    must(await setMemberPart(services, county, { projectId, personId: person.id, part: "GONE", was: "FOREMAN" }));
    expect(await services.db.workfareMember.count({ where: { projectId, openKey: { not: null } } })).toBe(0);
  });
});
