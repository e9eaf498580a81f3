import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readMyWorkfare } from "#app/data/read-models/my-workfare.server.ts";
import { readSheetPage } from "#app/data/read-models/pay-sheet-page.server.ts";
import { readProjectPage } from "#app/data/read-models/workfare-project.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import { dayPayFen } from "#app/domain/workfare/pay.ts";
import { deletePerson } from "#app/usecases/privacy/delete-person.server.ts";
import { makeBankFile, repeatBankFile } from "#app/usecases/workfare/bank-file.server.ts";
import { setMemberAccount } from "#app/usecases/bank-accounts/set-member-account.server.ts";
import { setOwnAccount } from "#app/usecases/bank-accounts/set-own-account.server.ts";
import { disputeWage } from "#app/usecases/workfare/dispute-wage.server.ts";
import { recordPayResults } from "#app/usecases/workfare/pay-results.server.ts";
import { approvePaySheet, discardPaySheet, makePaySheet } from "#app/usecases/workfare/pay-sheets.server.ts";
import { as, codes, line, openWorkfareSite, TODAY, type WorkfareSite } from "#tests/factories/workfare-site.ts";

let site: WorkfareSite;
beforeAll(async () => {
  site = await openWorkfareSite(99);
});
afterAll(() => site?.services.close());
beforeEach(() => site.clock.set(TODAY));

describe("pay", () => {
  const accounts = ["04010100012345001", "04010100012345002", "04010100012345003"];

  it("two sheets over the same rolls at once pay every day once, and the sum is that of an independent count", async () => {
    const { services, county, checker, awarded, member, closedWeek, rows } = site;
    const projectId = await awarded();
    const workers = [await member(projectId, "WORKER"), await member(projectId, "WORKER"), await member(projectId, "WORKER")];
    const lines = workers.flatMap((one, at) => Array.from({ length: 5 }, (_, n) => line(one, addDays("2026-03-02", n), 1 + ((n + at) % 4), 15_050 + at)));
    await closedWeek(projectId, lines);
    const both = await Promise.all([county, checker, county].map((officer) => makePaySheet(services, officer, { projectId })));
    expect(both.map(codes).flat()).toEqual(["nothing-due", "nothing-due"]);
    const [sum] = await rows("SELECT SUM(CEIL(e.rateFen * e.quarters / 4)) AS fen, COUNT(*) AS days FROM muster_entry e JOIN muster_roll r ON r.id = e.rollId WHERE r.projectId = ? AND e.kind = 'DAY'", [projectId]);
    const sheet = await services.db.paySheet.findFirstOrThrow({ where: { projectId }, include: { lines: { include: { days: true } } } });
    expect(Number(sheet.totalFen)).toBe(Number(sum!.fen));
    expect(Number(sheet.totalFen)).toBe(lines.reduce((total, one) => total + dayPayFen(one.rateFen, one.quarters), 0));
    expect(sheet.lines.reduce((total, one) => total + one.payFen, 0)).toBe(Number(sheet.totalFen));
    expect(sheet.lines.flatMap((one) => one.days)).toHaveLength(Number(sum!.days));
    // nor by a row that nobody asked: the key of the database lets no day in twice
    const day = sheet.lines[0]!.days[0]!;
    await expect(services.db.payDay.create({ data: { ...day } })).rejects.toThrow(/Unique|unique/);
  });

  it("is approved by a second officer only, discarded only before, and its days are due again then", async () => {
    const { services, county, checker, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    await closedWeek(projectId, [line(await member(projectId), "2026-03-02")]);
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    expect(codes(await approvePaySheet(services, county, { sheetId, version: 0 }))).toEqual(["second-person"]);
    expect(codes(await discardPaySheet(services, county, { sheetId, version: 1 }))).toEqual(["changed-meanwhile-shown"]);
    must(await discardPaySheet(services, county, { sheetId, version: 0 }));
    expect(codes(await discardPaySheet(services, county, { sheetId, version: 0 }))).toEqual(["not-found"]);
    const { sheetId: again } = must(await makePaySheet(services, checker, { projectId }));
    expect(codes(await makeBankFile(services, county, { sheetId: again, version: 0, purpose: "发工资给本人" }))).toEqual(["sheet-not-approved"]);
    const both = await Promise.all([0, 1].map(() => approvePaySheet(services, county, { sheetId: again, version: 0 })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(codes(await discardPaySheet(services, county, { sheetId: again, version: 1 }))).toEqual(["sheet-approved-already"]);
    await expect(services.pool.query("UPDATE pay_sheet SET approvedBy = madeBy WHERE id = ?", [again])).rejects.toThrow();
  });

  it("goes after the days of publicity into own accounts only; accounts are opened for the bank's list alone, and the audit says so", async () => {
    const { services, clock, county, checker, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    const [own, none, sharing] = [await member(projectId, "WORKER", accounts[0]), await member(projectId), await member(projectId, "FOREMAN", accounts[1])];
    const sharer = await member(projectId, "WORKER", accounts[1]);
    await closedWeek(projectId, [own, none, sharing, sharer].map((one) => line(one, "2026-03-02")));
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    must(await approvePaySheet(services, checker, { sheetId, version: 0 }));
    expect(codes(await makeBankFile(services, county, { sheetId, version: 1, purpose: "发工资给本人" }))).toEqual(["publicity-runs"]);
    clock.set("2026-03-25T02:00:00Z");
    const view = (await readSheetPage(services, county, sheetId))!;
    const objectionOf = (id: string) => view.lines.find((one) => one.personId === id)!.objection;
    expect([own, none, sharing, sharer].map(objectionOf)).toEqual([null, "no-account", "account-shared", "account-shared"]);
    expect(JSON.stringify(view)).not.toContain(accounts[0]);
    const file = must(await makeBankFile(services, county, { sheetId, version: 1, purpose: "发工资给本人" }));
    expect(file.lines).toMatchObject([{ account: accounts[0], amount: "150.50" }]);
    expect(file.totalYuan).toBe("150.50");
    expect(await services.db.auditEntry.count({ where: { action: "make-bank-file", subjectId: sheetId, userId: county.userId, purpose: "pay:wages:发工资给本人", outcome: "ok" } })).toBe(1);
    expect(codes(await makeBankFile(services, county, { sheetId, version: 1, purpose: "发工资给本人" }))).toEqual(["changed-meanwhile-shown"]);
    expect(codes(await makeBankFile(services, county, { sheetId, version: 2, purpose: "发工资给本人" }))).toEqual(["no-payable-line"]);
    expect(await services.db.paySheet.findUniqueOrThrow({ where: { id: sheetId } })).toMatchObject({ version: 2, filesMade: 1 });
    must(await setMemberAccount(services, county, { projectId, personId: none, account: "6228480402564890018", bankName: "农业银行", ownName: "on" }));
    expect(must(await makeBankFile(services, county, { sheetId, version: 2, purpose: "发工资给本人" })).lines).toMatchObject([{ account: "6228480402564890018" }]);
  });

  it("tells the worker what the bank said; a failed payment goes out again into the account put right", async () => {
    const { services, clock, county, checker, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId, "WORKER", accounts[2]);
    await closedWeek(projectId, [line(worker, "2026-03-02"), line(worker, "2026-03-03", 2)]);
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    must(await approvePaySheet(services, checker, { sheetId, version: 0 }));
    clock.set("2026-03-26T02:00:00Z");
    must(await makeBankFile(services, county, { sheetId, version: 1, purpose: "发工资给本人" }));
    const sent = await services.db.payLine.findFirstOrThrow({ where: { sheetId } });
    const result = (more: Record<string, unknown>) => recordPayResults(services, county, { sheetId, lineId: sent.id, paidOn: "2026-03-26", ...more });
    expect(codes(await result({ lineVersion: 1, result: "FAILED" }))).toEqual(["reason-needed"]);
    expect(codes(await result({ lineVersion: 1, result: "PAID", paidOn: "2026-03-21" }))).toEqual(["paid-before-file"]);
    must(await result({ lineVersion: 1, result: "FAILED", reason: "户名不符" }));
    expect(codes(await result({ lineVersion: 1, result: "PAID" }))).toEqual(["changed-meanwhile-shown"]);
    must(await setOwnAccount(services, as("SEEKER", { personId: worker }), { account: "04010100012345077", bankName: "农业银行", ownName: "on" }));
    must(await makeBankFile(services, county, { sheetId, version: 2, purpose: "发工资给本人" }));
    // who still looks at the first list does not mean the second
    expect(codes(await recordPayResults(services, county, { sheetId, version: 2, result: "ALL_PAID", paidOn: "2026-03-26" }))).toEqual(["changed-meanwhile-shown"]);
    must(await recordPayResults(services, county, { sheetId, version: 3, result: "ALL_PAID", paidOn: "2026-03-26" }));
    expect(await services.db.paySheet.findUniqueOrThrow({ where: { id: sheetId } })).toMatchObject({ state: "DONE" });
    expect((await services.db.notice.findMany({ where: { personId: worker }, orderBy: { recordedAt: "asc" } })).map((one) => one.kind).sort()).toEqual(["wage-failed", "wage-paid"]);
    const mine = await readMyWorkfare(services, worker);
    expect(mine).toMatchObject({ unpaid: [], account: { masked: "****5077" }, wages: [{ payFen: 22_575, quarters: 6, result: "PAID", resultOn: "2026-03-26", account: "****5077" }] });
    const view = (await readProjectPage(services, county, projectId))!;
    expect(view).toMatchObject({ paidFen: 22_575, forecast: { spentFen: 22_575 } });
  });

  it("gives the bank's list again to whom the download was lost: the same lines and accounts, recorded, until the bank has answered", async () => {
    const { services, clock, county, checker, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId, "WORKER", "04010100012345088");
    await closedWeek(projectId, [line(worker, "2026-03-02")]);
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    must(await approvePaySheet(services, checker, { sheetId, version: 0 }));
    expect(codes(await repeatBankFile(services, county, { sheetId, fileNr: 1, purpose: "文件没存好" }))).toEqual(["no-line-sent"]);
    clock.set("2026-03-26T02:00:00Z");
    const first = must(await makeBankFile(services, county, { sheetId, version: 1, purpose: "发工资给本人" }));
    must(await setOwnAccount(services, as("SEEKER", { personId: worker }), { account: "04010100012345099", bankName: "农业银行", ownName: "on" }));
    expect(must(await repeatBankFile(services, county, { sheetId, fileNr: 1, purpose: "文件没存好" }))).toEqual(first);
    expect(first.lines).toMatchObject([{ account: "04010100012345088", amount: "150.50" }]);
    expect(await services.db.paySheet.findUniqueOrThrow({ where: { id: sheetId } })).toMatchObject({ version: 2, filesMade: 1 });
    expect(await services.db.auditEntry.count({ where: { action: "repeat-bank-file", subjectId: sheetId, userId: county.userId, purpose: "pay:wages-again:文件没存好", outcome: "ok" } })).toBe(1);
    expect(codes(await repeatBankFile(services, as("OFFICER", { regionCode: "141127" }), { sheetId, fileNr: 1, purpose: "文件没存好" }))).toEqual(["not-found"]);
    must(await recordPayResults(services, county, { sheetId, version: 2, result: "ALL_PAID", paidOn: "2026-03-26" }));
    expect(codes(await repeatBankFile(services, county, { sheetId, fileNr: 1, purpose: "文件没存好" }))).toEqual(["no-line-sent"]);
  });

  it("holds back a roll that was changed after it was closed, and pays the others", async () => {
    const { services, county, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02", 2)]);
    await services.pool.query("UPDATE muster_entry SET quarters = 4 WHERE rollId = ? AND seq = 1", [rollId]);
    expect(codes(await makePaySheet(services, county, { projectId }))).toEqual(["rolls-held"]);
    await closedWeek(projectId, [line(worker, "2026-03-10")], "2026-03-09");
    expect((await readProjectPage(services, county, projectId))!.due).toEqual({ persons: 1, totalFen: 15_050, overpaid: 0, heldRolls: [1] });
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    expect((await services.db.payDay.findMany({ where: { line: { sheetId } } })).map((one) => one.day.toISOString().slice(0, 10))).toEqual(["2026-03-10"]);
    await services.pool.query("UPDATE muster_entry SET quarters = 2 WHERE rollId = ? AND seq = 1", [rollId]);
    expect((await readProjectPage(services, county, projectId))!.due).toEqual({ persons: 1, totalFen: 7_525, overpaid: 0, heldRolls: [] });
  });

  it("goes to the account that the worker named, though an officer still looks at the one before", async () => {
    const { services, county, awarded, member } = site;
    const projectId = await awarded();
    const worker = await member(projectId, "WORKER", "04010100012345066");
    const before = (await services.db.bankAccount.findUniqueOrThrow({ where: { openKey: worker } })).id;
    must(await setOwnAccount(services, as("SEEKER", { personId: worker }), { account: "04010100012345055", bankName: "农业银行", ownName: "on" }));
    const set = (seen: string) => setMemberAccount(services, county, { projectId, personId: worker, seen, account: "6228480402564890018", bankName: "农业银行", ownName: "on" });
    expect(codes(await set(before))).toEqual(["changed-meanwhile-shown"]);
    expect(await services.db.bankAccount.findUniqueOrThrow({ where: { openKey: worker } })).toMatchObject({ accountMasked: "****5055" });
    const now = (await services.db.bankAccount.findUniqueOrThrow({ where: { openKey: worker } })).id;
    const both = await Promise.all([set(now), set(now)]);
    expect(both.map(codes).flat()).toEqual(["changed-meanwhile-shown"]);
  });

  it("is disputed with one tap: one case for the county of the works, however often it is tapped, and nobody else's", async () => {
    const { services, make, county, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02")]);
    const seeker = as("SEEKER", { personId: worker });
    expect((await readMyWorkfare(services, worker)).unpaid).toMatchObject([{ rollId, payFen: 15_050, dispute: "none" }]);
    for (const _again of [1, 2]) must(await disputeWage(services, seeker, { rollId }));
    const { sheetId } = must(await makePaySheet(services, county, { projectId }));
    const { id: lineId } = await services.db.payLine.findFirstOrThrow({ where: { sheetId } });
    await Promise.all([1, 2, 3].map(() => disputeWage(services, seeker, { lineId })));
    expect(await services.db.careCase.findMany({ where: { personId: worker }, orderBy: { openedAt: "asc" } })).toMatchObject([{ kind: "PART_PAID", regionCode: "141124", rollId }, { kind: "NOT_PAID", regionCode: "141124", payLineId: lineId }]);
    await services.db.careCase.updateMany({ where: { payLineId: lineId }, data: { closedAt: services.clock.now() } });
    expect((await readMyWorkfare(services, worker)).wages).toMatchObject([{ dispute: "closed" }]);
    for (const _again of [1, 2]) must(await disputeWage(services, seeker, { lineId }));
    expect(await services.db.careCase.count({ where: { payLineId: lineId } })).toBe(2);
    expect((await readMyWorkfare(services, worker)).wages).toMatchObject([{ dispute: "open" }]);
    const other = as("SEEKER", { personId: (await make.person()).id });
    expect([...codes(await disputeWage(services, other, { lineId })), ...codes(await disputeWage(services, other, { rollId }))]).toEqual(["not-found", "not-found"]);
    expect((await readSheetPage(services, county, sheetId))!.lines[0]!.disputed).toBe(true);
  });

  it("stands in the way of a worker who would be deleted before it came", async () => {
    const { services, awarded, member, closedWeek } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    await closedWeek(projectId, [line(worker, "2026-03-02")]);
    expect(codes(await deletePerson(services, as("SEEKER", { personId: worker }), { understood: "on" }))).toEqual(["wage-owed"]);
  });

  it("pays a correction upwards with the next sheet, and tells one downwards", async () => {
    const { services, county, awarded, member, enter, closedWeek, rows } = site;
    const projectId = await awarded();
    const worker = await member(projectId);
    const rollId = await closedWeek(projectId, [line(worker, "2026-03-02", 2), line(worker, "2026-03-03", 4)]);
    must(await makePaySheet(services, county, { projectId }));
    must(await enter(rollId, [line(worker, "2026-03-02", 4), line(worker, "2026-03-03", 2)], { seen: 9, reason: "两天记反了" }));
    const view = (await readProjectPage(services, county, projectId))!;
    expect(view.due).toEqual({ persons: 1, totalFen: 7_525, overpaid: 1, heldRolls: [] });
    must(await makePaySheet(services, county, { projectId }));
    const [sum] = await rows("SELECT SUM(d.payFen) AS fen FROM pay_day d JOIN pay_line l ON l.id = d.lineId JOIN pay_sheet s ON s.id = l.sheetId WHERE s.projectId = ?", [projectId]);
    expect(Number(sum!.fen)).toBe(7_525 + 15_050 + 7_525);
  });
});
