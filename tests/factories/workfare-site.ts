import { randomUUID } from "node:crypto";
import type { RowDataPacket } from "mysql2/promise";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import { awardProject } from "#app/usecases/workfare/award-project.server.ts";
import { closeRoll, signRoll } from "#app/usecases/workfare/close-roll.server.ts";
import { enterDays } from "#app/usecases/workfare/enter-days.server.ts";
import { addMember } from "#app/usecases/workfare/keep-crew.server.ts";
import { openRoll } from "#app/usecases/workfare/open-roll.server.ts";
import { saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { loadReference } from "#prisma/seed/reference.ts";
import { openTestServices } from "../setup/services.ts";
import { createFactory } from "./index.ts";

export const TOWN = "141124100";
export const WORK = "6-29-02-04";
export const TODAY = "2026-03-20T02:00:00Z";

export const codes = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? [] : result.problems!.map((one) => one.code));
export const as = (role: Actor["role"], more: Partial<Actor> = {}): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "test", ...more });
export const line = (personId: string, day: string, quarters = 4, rateFen = 15_050) => ({ personId, day, quarters, rateFen });

export type WorkfareSite = Awaited<ReturnType<typeof openWorkfareSite>>;

/** A county with two officers and a village agent, and the steps that bring a project to a closed roll. The clock stands on 20 March 2026. */
export async function openWorkfareSite(seed: number) {
  const clock = fixedClock(TODAY);
  const services = await openTestServices({ clock });
  await loadReference(services);
  const make = createFactory(services, seed);
  let made = 0;
  const user = async (role: Actor["role"], more: { regionCode?: string; personId?: string }): Promise<Actor> => {
    const { id } = await make.user({ role, ...more });
    return as(role, { userId: id, regionCode: more.regionCode ?? null, personId: more.personId ?? null });
  };
  const [county, checker, agent] = [await user("OFFICER", { regionCode: "141124" }), await user("OFFICER", { regionCode: "141124" }), await user("AGENT", { regionCode: TOWN })];
  const projectInput = (change: Record<string, unknown> = {}) => ({
    name: `临泉镇护坡以工代赈项目${(made += 1)}`, kind: "FUNDED", approvedOn: "2026-01-10", approvalRef: `测试批复 ${made} 号`, startsOn: "2026-03-02", lastOn: "2026-05-31", labourSharePct: "32", hoursPerDay: "8", dayRateYuan: "150.50",
    funds: { CENTRAL_BUDGET: "200000", CENTRAL_BRIDGING: "100000", PROVINCIAL: "", LOCAL: "" }, places: [TOWN], ...change,
  });
  const register = async (change: Record<string, unknown> = {}) => must(await saveProject(services, county, projectInput(change))).projectId;
  const awarded = async (change: Record<string, unknown> = {}) => {
    const projectId = await register(change);
    must(await awardProject(services, county, { projectId, kind: "NEGOTIATED", teamName: "临泉镇专业工队", specialTeam: "on", teamSize: "5", teamLocal: "5", amountYuan: "280000", awardedOn: "2026-02-01", documentRef: "会议纪要 3 号", reason: "小型工程" }));
    return projectId;
  };
  const member = async (projectId: string, part = "WORKER", account?: string) => {
    const person = await make.person({ homeRegionCode: TOWN, homeCountyCode: "141124", age: 45, wish: false });
    must(await addMember(services, county, { projectId, name: person.name, idNumber: person.idNumber, part, fromOn: "2026-03-02" }));
    if (account) await services.db.$transaction((tx) => saveBankAccount(services, tx, { personId: person.id, account, bankName: "农信社", holderIsPerson: true, recordedBy: null }));
    return person.id;
  };
  const enter = (rollId: string, lines: ReturnType<typeof line>[], more: Record<string, unknown> = {}, by: Actor = county) => enterDays(services, by, { rollId, entryKey: randomUUID(), seen: 0, lines, ...more });
  const seqOf = async (rollId: string) => (await services.db.musterRoll.findUniqueOrThrow({ where: { id: rollId } })).lastSeq;
  const signPaper = async (rollId: string) => signRoll(services, county, { rollId, seen: await seqOf(rollId), how: "PAPER", sheetNo: "A-1" });
  const openWeek = async (projectId: string, fromOn = "2026-03-02", by: Actor = county) => must(await openRoll(services, by, { projectId, fromOn, span: "WEEK" })).rollId;
  const closedWeek = async (projectId: string, lines: ReturnType<typeof line>[], fromOn = "2026-03-02") => {
    const rollId = await openWeek(projectId, fromOn);
    must(await enter(rollId, lines));
    must(await signPaper(rollId));
    must(await closeRoll(services, county, { rollId }));
    return rollId;
  };
  return {
    services, clock, make, county, checker, agent, user, projectInput, register, awarded, member, enter, seqOf, signPaper, openWeek, closedWeek,
    rows: async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0],
    booked: (personId: string) => services.db.personDay.findMany({ where: { personId, takenBackAt: null }, orderBy: { day: "asc" } }),
  };
}
