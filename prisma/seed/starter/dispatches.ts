import type { RowDataPacket } from "mysql2/promise";
import { addDays } from "#app/domain/dates.ts";
import { momentField } from "#app/domain/dispatch/times.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { signAgreement } from "#app/usecases/agreements/sign-agreement.server.ts";
import { answerDispatch, askForDispatch } from "#app/usecases/dispatches/fill-list.server.ts";
import { followUpNoShow } from "#app/usecases/dispatches/follow-up.server.ts";
import { planDispatch } from "#app/usecases/dispatches/plan-dispatch.server.ts";
import { takeDispatchStep } from "#app/usecases/dispatches/take-dispatch-step.server.ts";
import { confirmAllArrived, tickDispatch } from "#app/usecases/dispatches/tick.server.ts";
import { openStation } from "#app/usecases/stations/keep-stations.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";

const [SOON, CLOSED_BEFORE] = [2, 40];
const COMING = 9;

/** Two agreements, a station in Beijing, a bus that leaves in two days with the demo seeker among those asked, and one that is closed, made by the use cases that officers and seekers call. */
export async function loadDemoDispatches(from: Deps, seekerId: string): Promise<void> {
  const asOf = from.clock.today();
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  const deps: Deps = { ...from, clock, logger: createLogger("seed", "silent") };
  const user = await deps.db.user.findUnique({ where: { username: "county" }, select: { id: true, regionCode: true } });
  const people = await travellers(deps, seekerId);
  if (!user || people.length < 18) return;
  const officer: Actor = { userId: user.id, role: "OFFICER", regionCode: user.regionCode, personId: null, employerId: null, purpose: "starter data" };
  const agent = await deps.db.user.findUnique({ where: { username: "agent" }, select: { id: true } });
  clock.set(`${addDays(asOf, -CLOSED_BEFORE - 5)}T02:00:00Z`);
  const began = addDays(clock.today(), -200);
  const sign = async (partnerCode: string, partnerBody: string, number: string, people: string) => must(await signAgreement(deps, officer, {
    entryKey: deps.newId(), homeCode: DEMO_COUNTY, partnerCode, partnerBody, number, signedOn: began, validFrom: began, validUntil: addDays(began, 1_095), people, weGive: "组织报名、体检和培训，专车送到；脱贫劳动力优先", theyGive: "核实过的岗位、住处和到站服务，按月发工资", contactName: "李建国", contactPhone: "01012345678",
  })).agreementId;
  const beijing = await sign("110000", "北京市人力资源和社会保障局（演示）", "（演示）临京劳务协作〔1〕号", "300");
  await sign("320000", "江苏省昆山市人力资源市场（演示）", "（演示）临昆劳务协作〔2〕号", "150");
  const { stationId } = must(await openStation(deps, officer, {
    entryKey: deps.newId(), homeCode: DEMO_COUNTY, regionCode: "110000", name: "临县驻京劳务服务站（演示）", address: "北京市丰台区南三环西路 16 号 2 楼", directions: "地铁 10 号线丰台站 C 口出，往西走 300 米，红色牌子", hours: "每天 8:00—20:00，有急事随时打电话", phone: "01063990000", runBy: "临县人力资源和社会保障局", openFrom: began,
  }));
  const plan = async (day: string, destination: string, plate: string, capacity: number) => must(await planDispatch(deps, officer, {
    entryKey: deps.newId(), homeCode: DEMO_COUNTY, destinationCode: "110000", destination, agreementId: beijing, stationId, posts: "", vehicle: "BUS", plate, capacity: String(capacity), gatherPlace: "临县汽车站东门", gatherAt: `${day}T06:30`, departsAt: `${day}T07:00`, arrivesAt: `${day}T16:30`,
    driverName: "王师傅", driverPhone: "13835800001", escortName: "高志强", escortPhone: "13835800002", escortUserId: agent?.id ?? "", fare: "PUBLIC",
  })).dispatchId;
  const step = async (dispatchId: string, to: string) => must(await takeDispatchStep(deps, officer, { dispatchId, version: (await deps.db.dispatch.findUniqueOrThrow({ where: { id: dispatchId } })).version, to, reason: "" }));
  const fill = async (dispatchId: string, asked: readonly string[], coming: readonly string[]) => {
    await step(dispatchId, "OPEN");
    must(await askForDispatch(deps, officer, { dispatchId, personIds: [...asked] }));
    for (const personId of coming) must(await answerDispatch(deps, { ...officer, userId: null, role: "SEEKER", regionCode: null, personId }, { dispatchId, answer: "yes" }));
  };

  const before = addDays(asOf, -CLOSED_BEFORE);
  const closed = await plan(before, "北京市大兴区经济开发区", "晋J·08866", 8);
  const gone = people.slice(12, 18);
  await fill(closed, gone, gone);
  clock.set(new Date(`${before}T06:40:00+08:00`).toISOString());
  await step(closed, "BOARDING");
  for (const seat of await deps.db.dispatchSeat.findMany({ where: { dispatchId: closed, personId: { not: gone[0] } } })) must(await tickDispatch(deps, officer, { dispatchId: closed, tick: "BOARDED", seatId: seat.id }));
  await step(closed, "DEPARTED");
  clock.set(new Date(`${before}T16:40:00+08:00`).toISOString());
  await step(closed, "ARRIVED");
  must(await confirmAllArrived(deps, officer, { dispatchId: closed }));
  const away = await deps.db.dispatchSeat.findFirstOrThrow({ where: { dispatchId: closed, state: "NO_SHOW" } });
  must(await followUpNoShow(deps, officer, { seatId: away.id, version: away.version, reason: "WENT_ALONE", note: "前一天坐火车先走了" }));
  await step(closed, "CLOSED");

  clock.set(`${asOf}T02:00:00Z`);
  const soon = await plan(momentField(new Date(`${addDays(asOf, SOON)}T00:00:00Z`)).slice(0, 10), "北京市朝阳区东坝服务业园区", "晋J·16688", 45);
  await fill(soon, [seekerId, ...people.slice(0, 11)], people.slice(0, COMING));
}

/** People of the demo county without an account and without work: their journeys touch no ledger. */
async function travellers({ pool }: Deps, seekerId: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id FROM person p WHERE p.homeCountyCode = ? AND p.id <> ? AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.personId = p.id) AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.personId = p.id)
      ORDER BY p.id LIMIT 18`, [DEMO_COUNTY, seekerId]);
  return rows.map((row) => row.id as string);
}
