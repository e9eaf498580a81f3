import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookDays } from "#app/data/person-days.server.ts";
import { readRollPage, takeRolls } from "#app/data/read-models/muster-pages.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import { closeRoll, signRoll } from "#app/usecases/workfare/close-roll.server.ts";
import { addMember } from "#app/usecases/workfare/keep-crew.server.ts";
import { openRoll } from "#app/usecases/workfare/open-roll.server.ts";
import { makePaySheet } from "#app/usecases/workfare/pay-sheets.server.ts";
import { openRollNames } from "#app/usecases/workfare/print-roll.server.ts";
import { codes, line, openWorkfareSite, TODAY, TOWN, type WorkfareSite } from "#tests/factories/workfare-site.ts";

let site: WorkfareSite;
beforeAll(async () => {
  site = await openWorkfareSite(98);
});
afterAll(() => site?.services.close());
beforeEach(() => site.clock.set(TODAY));

describe("a muster roll", () => {
  it("is for days of the works that have come, and no two overlap, however many are opened at once", async () => {
    const { services, county, awarded } = site;
    const projectId = await awarded();
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, n) => openRoll(services, county, { projectId, fromOn: addDays("2026-03-02", n), span: "WEEK" })));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(codes(await openRoll(services, county, { projectId, fromOn: "2026-04-20", span: "WEEK" }))).toEqual(["roll-to-come"]);
    expect(codes(await openRoll(services, county, { projectId, fromOn: "2026-02-23", span: "WEEK" }))).toEqual(["day-outside-works"]);
  });

  it("takes a form once, whatever the phone repeats, and two sheets with the same days make one", async () => {
    const { services, agent, awarded, member, enter, openWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await openWeek(projectId);
    const entryKey = randomUUID();
    const again = await Promise.all([1, 2, 3].map(() => enter(rollId, [line(worker, "2026-03-02"), line(worker, "2026-03-03", 2)], { entryKey, way: "PHONE" }, agent)));
    expect(again.map((one) => must(one).state)).toEqual(["saved", "saved", "saved"]);
    must(await enter(rollId, [line(worker, "2026-03-02"), line(worker, "2026-03-03", 2)]));
    expect(await services.db.musterEntry.count({ where: { rollId } })).toBe(2);
    expect((await readRollPage(services, agent, rollId))!.people[0]).toMatchObject({ quarters: 6, payFen: 15_050 + 7_525 });
  });

  it("written by two at once tells the second both sides, and takes what they decide", async () => {
    const { services, county, agent, awarded, member, enter, openWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await openWeek(projectId);
    const both = await Promise.all([enter(rollId, [line(worker, "2026-03-02", 4)], {}, county), enter(rollId, [line(worker, "2026-03-02", 2)], {}, agent)]);
    const states = both.map(must);
    const conflict = states.find((one) => one.state === "conflict");
    if (conflict?.state !== "conflict") throw new Error("nobody was told");
    const mine = conflict.conflicts[0]!.change.quarters;
    expect([conflict.conflicts[0]!.stored.quarters, mine].sort()).toEqual([2, 4]);
    const writer = mine === 2 ? agent : county;
    const take = [`${worker}|2026-03-02`];
    expect(must(await enter(rollId, [line(worker, "2026-03-02", mine)], { decided: { shown: conflict.seq, take } }, writer)).state).toBe("saved");
    expect((await readRollPage(services, county, rollId))!.people[0]!.days["2026-03-02"]).toBe(mine);
  });

  it("is signed by two who have seen its last word; a day written later makes the signatures void", async () => {
    const { services, user, awarded, member, enter, openWeek, booked } = site;
    const projectId = await awarded();
    const [boss, speaker] = [await member(projectId, "FOREMAN"), await member(projectId, "REPRESENTATIVE")];
    const [foreman, representative] = [await user("SEEKER", { personId: boss }), await user("SEEKER", { personId: speaker })];
    const rollId = await openWeek(projectId, "2026-03-02", foreman);
    must(await enter(rollId, [line(boss, "2026-03-02"), line(speaker, "2026-03-02")], {}, foreman));
    expect(codes(await enter(rollId, [line(speaker, "2026-03-03")], {}, representative))).toEqual(["not-found"]);
    expect(codes(await signRoll(services, foreman, { rollId, seen: 1, how: "FOREMAN" }))).toEqual(["roll-moved-on"]);
    expect(codes(await signRoll(services, foreman, { rollId, seen: 2, how: "REPRESENTATIVE" }))).toEqual(["not-found"]);
    must(await signRoll(services, foreman, { rollId, seen: 2, how: "FOREMAN" }));
    expect(codes(await closeRoll(services, foreman, { rollId }))).toEqual(["signature-representative"]);
    must(await signRoll(services, representative, { rollId, seen: 3, how: "REPRESENTATIVE" }));
    must(await enter(rollId, [line(boss, "2026-03-03")], { seen: 4 }, foreman));
    expect(codes(await closeRoll(services, foreman, { rollId }))).toEqual(["signature-foreman"]);
    must(await signRoll(services, foreman, { rollId, seen: 5, how: "FOREMAN" }));
    must(await signRoll(services, representative, { rollId, seen: 6, how: "REPRESENTATIVE" }));
    must(await closeRoll(services, foreman, { rollId }));
    expect((await booked(boss)).map((one) => one.day.toISOString().slice(0, 10))).toEqual(["2026-03-02", "2026-03-03"]);
  });

  it("closed by two at once is closed once, and each of its days is booked once", async () => {
    const { services, county, checker, agent, awarded, member, enter, signPaper, openWeek, booked } = site;
    const projectId = await awarded();
    const workers = [await member(projectId), await member(projectId)];
    const rollId = await openWeek(projectId);
    must(await enter(rollId, workers.flatMap((one) => [line(one, "2026-03-02"), line(one, "2026-03-03", 2)])));
    must(await signPaper(rollId));
    const both = await Promise.all([county, checker, agent].map((actor) => closeRoll(services, actor, { rollId })));
    expect(both.map(codes).flat()).toEqual(["roll-closed", "roll-closed"]);
    for (const worker of workers) expect((await booked(worker)).map((one) => one.minutes)).toEqual([480, 240]);
    const view = (await readRollPage(services, county, rollId))!;
    expect(view).toMatchObject({ brokenAt: null, booked: 4, entered: 4 });
  });

  it("books nothing while one of its days is paid elsewhere, and names whose and where", async () => {
    const { services, county, awarded, member, enter, seqOf, signPaper, openWeek, booked } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    await services.db.$transaction((tx) => bookDays(services, tx, [{ personId: worker, source: "WELFARE", refId: services.newId(), lines: [{ day: "2026-03-03", minutes: 480 }] }], { asOf: "2026-03-20", fullMinutes: 360, mostMinutes: 960 }, null));
    const rollId = await openWeek(projectId);
    must(await enter(rollId, [line(worker, "2026-03-02"), line(worker, "2026-03-03")]));
    must(await signPaper(rollId));
    const refused = await closeRoll(services, county, { rollId });
    expect(refused).toMatchObject({ ok: false, problems: [{ code: "roll-day-taken-welfare", field: `d-${worker}-2026-03-03`, params: { day: "2026-03-03" } }] });
    expect(await booked(worker)).toHaveLength(1);
    expect((await readRollPage(services, county, rollId))!.roll.closedAt).toBeNull();
    // half a day beside it is no second full day
    must(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: await seqOf(rollId) }));
    must(await signPaper(rollId));
    must(await closeRoll(services, county, { rollId }));
    expect((await booked(worker)).map((one) => one.minutes).sort()).toEqual([240, 480, 480]);
  });

  it("is corrected by a new line with its reason, by officers only; the ledger of days follows", async () => {
    const { services, county, agent, awarded, member, enter, closedWeek, booked } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02"), line(worker, "2026-03-03")]);
    expect(codes(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: 9 }, agent))).toEqual(["roll-closed"]);
    expect(codes(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: 9 }))).toEqual(["correction-reason"]);
    must(await enter(rollId, [line(worker, "2026-03-03", 2)], { seen: 9, reason: "下午没来，抄错了" }));
    const entries = await services.db.musterEntry.findMany({ where: { rollId }, orderBy: { seq: "asc" } });
    expect(entries.map((one) => one.kind)).toEqual(["DAY", "DAY", "FOREMAN", "REPRESENTATIVE", "CLOSED", "DAY"]);
    expect(entries.at(-1)).toMatchObject({ quarters: 2, note: "下午没来，抄错了" });
    expect((await booked(worker)).map((one) => one.minutes)).toEqual([480, 240]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBeNull();
  });

  it("shows a day that was changed in the database, a row that was removed, and cannot be closed with either", async () => {
    const { services, county, awarded, member, enter, signPaper, openWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await openWeek(projectId);
    must(await enter(rollId, [line(worker, "2026-03-02", 2), line(worker, "2026-03-03", 2), line(worker, "2026-03-04", 2)]));
    must(await signPaper(rollId));
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBeNull();
    await services.pool.query("UPDATE muster_entry SET quarters = 4, minutes = 480 WHERE rollId = ? AND seq = 2", [rollId]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBe(2);
    expect(codes(await closeRoll(services, county, { rollId }))).toEqual(["roll-chain-broken"]);
    await services.pool.query("UPDATE muster_entry SET quarters = 2, minutes = 240 WHERE rollId = ? AND seq = 2", [rollId]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBeNull();
    await services.pool.query("DELETE FROM muster_entry WHERE rollId = ? ORDER BY seq DESC LIMIT 1", [rollId]);
    expect((await readRollPage(services, county, rollId))!.brokenAt).toBe(0);
  });

  it("entered long after the work, from paper, pays like any other: nothing waits for a signal", async () => {
    const { services, clock, county, agent, awarded, member, enter, openWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    clock.set("2026-05-20T02:00:00Z");
    const rollId = await openWeek(projectId, "2026-03-02");
    must(await enter(rollId, [line(worker, "2026-03-02")], { way: "PAPER" }, agent));
    must(await signRoll(services, agent, { rollId, seen: 1, how: "PAPER", sheetNo: "7" }));
    must(await closeRoll(services, agent, { rollId }));
    expect(must(await makePaySheet(services, county, { projectId })).sheetId).toBeTruthy();
  });

  it("is taken along on a phone with masked names only, and opens names for print with a record of who did", async () => {
    const { services, make, county, agent, awarded, openWeek } = site;
    const projectId = await awarded();
    const person = await make.person({ name: "欧阳𠮷祥", homeRegionCode: TOWN, homeCountyCode: "141124", age: 45, wish: false });
    must(await addMember(services, county, { projectId, name: person.name, idNumber: person.idNumber, part: "WORKER", fromOn: "2026-03-02" }));
    const rollId = await openWeek(projectId);
    const taken = (await takeRolls(services, agent)).find((one) => one.id === rollId)!;
    expect(JSON.stringify(taken)).not.toContain("阳");
    expect(taken.people).toMatchObject([{ personId: person.id, name: "欧***", rateFen: 15_050 }]);
    expect(must(await openRollNames(services, agent, { rollId, intent: "names" })).names).toEqual({ [person.id]: "欧阳𠮷祥" });
    expect(await services.db.auditEntry.count({ where: { action: "open-roll-names", subjectId: rollId, userId: agent.userId, purpose: "form:muster-roll" } })).toBe(1);
  });
});
