import type { RowDataPacket } from "mysql2/promise";
import { saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { addDays, type Day, toDate } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import { halfMonthEnd, rollDays } from "#app/domain/workfare/roll.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { awardProject } from "#app/usecases/workfare/award-project.server.ts";
import { makeBankFile } from "#app/usecases/workfare/bank-file.server.ts";
import { closeRoll, signRoll } from "#app/usecases/workfare/close-roll.server.ts";
import { enterDays } from "#app/usecases/workfare/enter-days.server.ts";
import { openRoll } from "#app/usecases/workfare/open-roll.server.ts";
import { recordPayResults } from "#app/usecases/workfare/pay-results.server.ts";
import { approvePaySheet, makePaySheet } from "#app/usecases/workfare/pay-sheets.server.ts";
import { recordProgress, saveProject } from "#app/usecases/workfare/save-project.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";
import { randomFor, SUBJECT, ulidFrom } from "../generate/random.ts";
import type { World } from "../generate/world.ts";

const STORY = 78;

interface Story {
  name: string;
  kind: "FUNDED" | "PROMOTED";
  funds: Record<string, string>;
  share: number;
  startsIn: number;
  lastIn: number;
  rate: number;
  place: string;
}

/**
 * Three projects of the demo county, made by the use cases that officers call, each on its day: one that will miss its floor at this pace, one that pays its
 * crew (somebody without an account, two with the same one, a payment that failed), and one that is registered only.
 */
export async function loadDemoWorkfare(from: Deps, world: World, seekerId: string): Promise<void> {
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, STORY);
  const clock = fixedClock(`${world.asOf}T02:00:00Z`);
  const deps: Deps = { ...from, clock, logger: createLogger("seed", "silent") };
  const projectId = () => ulidFrom(random, clock.now().getTime());
  const on = (offset: number) => clock.set(`${addDays(world.asOf, offset)}T02:00:00Z`);
  const county = world.countyOf.get(DEMO_COUNTY);
  const town = county?.towns[0]?.code;
  const [maker, checker] = await Promise.all(["county", "city"].map((username) => officer(deps, username)));
  const people = await freePeople(deps, seekerId);
  if (!county || town === undefined || !maker || !checker || people.length < 8) return;
  const village = county.homes.find((code) => code.startsWith(town)) ?? town;
  const contractor = await findContractor(deps, county.cityCode);

  on(-100);
  const risky = await register(withFirstId(deps, projectId()), maker, world.asOf, { name: `${county.name}水利渠系修复以工代赈项目（演示）`, kind: "FUNDED", funds: { CENTRAL_BUDGET: "300000" }, share: 32, startsIn: -70, lastIn: 27, rate: 160, place: town });
  const paying = await register(withFirstId(deps, projectId()), maker, world.asOf, { name: `${county.name}村组道路提升以工代赈项目（演示）`, kind: "FUNDED", funds: { CENTRAL_BRIDGING: "320000", PROVINCIAL: "80000" }, share: 20, startsIn: -45, lastIn: 40, rate: 180, place: village });
  on(-20);
  await register(withFirstId(deps, projectId()), maker, world.asOf, { name: `${county.name}高标准农田（推广以工代赈方式，演示）`, kind: "PROMOTED", funds: { LOCAL: "1500000" }, share: 12, startsIn: 14, lastIn: 120, rate: 170, place: town });

  for (const [id, offset, yuan] of [[risky, -75, "280000"], [paying, -50, "360000"]] as const) {
    on(offset);
    must(await awardProject(deps, maker, { projectId: id, kind: "NEGOTIATED", employerId: contractor, amountYuan: yuan, awardedOn: addDays(world.asOf, offset), documentRef: `演示纪要 ${offset * -1} 号`, reason: "小型工程，当地施工队能组织群众就近务工。" }));
  }
  const half = Math.min(10, Math.floor(people.length / 2));
  const [one, two] = [people.slice(0, half), [seekerId, ...people.slice(half, half + 7)]];
  await join(deps, risky, one, addDays(world.asOf, -72));
  await join(deps, paying, two, addDays(world.asOf, -47));
  await giveAccounts(deps, two, random);

  await keepRolls(deps, maker, clock, { projectId: risky, crew: one, from: addDays(world.asOf, -70), asOf: world.asOf, rateFen: 16_000, restsOn: [0, 3, 6] });
  await keepRolls(deps, maker, clock, { projectId: paying, crew: two, from: addDays(world.asOf, -45), asOf: addDays(world.asOf, -21), rateFen: 18_000, restsOn: [0, 6], wholeOnly: true });
  await payOut(deps, maker, checker, clock, paying, world.asOf);
  await keepRolls(deps, maker, clock, { projectId: paying, crew: two, from: null, asOf: world.asOf, rateFen: 18_000, restsOn: [0, 6] });
  on(-1);
  const sheet = await makePaySheet(deps, maker, { projectId: paying });
  if (sheet.ok) must(await approvePaySheet(deps, checker, { sheetId: sheet.value.sheetId, version: 0 }));
  // what was told then is not sent again
  await deps.db.smsMessage.deleteMany({ where: { purpose: "wage" } });
  await deps.db.outboxEvent.deleteMany({ where: { event: "sms.queued" } });
  for (const [id, progressPct] of [[risky, "72"], [paying, "50"]] as const) must(await recordProgress(deps, maker, { projectId: id, version: 0, progressPct }));
}

/** The same seed gives the same projects; what else is made has ids of its own. */
function withFirstId(deps: Deps, id: string): Deps {
  let given = false;
  return { ...deps, newId: (atMs) => (given ? deps.newId(atMs) : ((given = true), id)) };
}

async function officer({ db }: Deps, username: string): Promise<Actor | null> {
  const user = await db.user.findUnique({ where: { username }, select: { id: true, regionCode: true } });
  return user && { userId: user.id, role: "OFFICER", regionCode: user.regionCode, personId: null, employerId: null, purpose: "starter data" };
}

/** People of the demo county who have no place, oldest record first; in a small world, where it has too few, people of its city and then of anywhere. */
async function freePeople({ pool }: Deps, seekerId: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id FROM person p WHERE p.id <> ? AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = p.id)
      ORDER BY p.homeCountyCode = ? DESC, LEFT(p.homeCountyCode, 4) = LEFT(?, 4) DESC, p.id LIMIT 20`, [seekerId, DEMO_COUNTY, DEMO_COUNTY]);
  return rows.map((row) => row.id as string);
}

async function findContractor({ pool }: Deps, cityCode: string): Promise<string | undefined> {
  const [rows] = await pool.query<RowDataPacket[]>("SELECT id FROM employer WHERE status = 'APPROVED' AND regionCode LIKE ? ORDER BY industry = '建筑施工' DESC, id LIMIT 1", [`${cityCode.slice(0, 4)}%`]);
  return rows[0]?.id as string | undefined;
}

async function register(deps: Deps, actor: Actor, asOf: Day, story: Story): Promise<string> {
  const { projectId } = must(await saveProject(deps, actor, {
    name: story.name, kind: story.kind, approvedOn: addDays(asOf, story.startsIn - 30), approvalRef: `演示批复 ${story.rate} 号`, startsOn: addDays(asOf, story.startsIn), lastOn: addDays(asOf, story.lastIn),
    labourSharePct: story.share, hoursPerDay: 8, dayRateYuan: String(story.rate), funds: story.funds, places: [story.place],
  }));
  // accounts have other ids at each load, and the same seed gives the same projects
  await deps.db.workfareProject.update({ where: { id: projectId }, data: { recordedBy: null } });
  return projectId;
}

async function join({ db, newId, clock }: Deps, projectId: string, crew: readonly string[], fromOn: Day): Promise<void> {
  await db.workfareMember.createMany({
    data: crew.map((personId, at) => ({ id: newId(), projectId, personId, part: at === 0 ? "REPRESENTATIVE" as const : at === 1 ? "FOREMAN" as const : "WORKER" as const, fromOn: toDate(fromOn), openKey: `${projectId}:${personId}`, recordedAt: clock.now() })),
  });
}

/** The last but one uses the account of the one before; the last has none. */
async function giveAccounts(deps: Deps, crew: readonly string[], random: ReturnType<typeof randomFor>): Promise<void> {
  let account = "";
  for (const [at, personId] of crew.slice(0, -1).entries()) {
    if (at < crew.length - 2) account = withCheck(`622848${String(random.int(0, 99_999_999)).padStart(8, "0")}${String(at).padStart(4, "0")}`);
    await deps.db.$transaction((tx) => saveBankAccount(deps, tx, { personId, account, bankName: "山西农信（演示）", holderIsPerson: true, recordedBy: null }));
  }
}

/** A made-up card number: the check figure follows from the others (Luhn). */
function withCheck(figures: string): string {
  const sum = [...figures].reverse().reduce((total, figure, at) => total + (at % 2 === 0 ? (Number(figure) * 2 > 9 ? Number(figure) * 2 - 9 : Number(figure) * 2) : Number(figure)), 0);
  return `${figures}${(10 - (sum % 10)) % 10}`;
}

interface Keeping {
  projectId: string;
  crew: readonly string[];
  /** null: where the last roll ended */
  from: Day | null;
  asOf: Day;
  rateFen: number;
  restsOn: readonly number[];
  /** leave a half month that is not over for later */
  wholeOnly?: boolean;
}

/** Half a month after the other: days written, signed on paper, closed; the roll of today stays open. */
async function keepRolls(deps: Deps, actor: Actor, clock: ReturnType<typeof fixedClock>, { projectId, crew, from, asOf, rateFen, restsOn, wholeOnly = false }: Keeping): Promise<void> {
  let fromOn = from ?? (await deps.db.musterRoll.findFirstOrThrow({ where: { projectId }, orderBy: { nr: "desc" } })).untilOn.toISOString().slice(0, 10);
  while (fromOn < asOf && !(wholeOnly && halfMonthEnd(fromOn) > asOf)) {
    clock.set(`${asOf}T01:00:00Z`);
    const { rollId } = must(await openRoll(deps, actor, { projectId, fromOn, span: "HALF_MONTH" }));
    const roll = await deps.db.musterRoll.findUniqueOrThrow({ where: { id: rollId } });
    const untilOn = roll.untilOn.toISOString().slice(0, 10);
    clock.set(`${untilOn < asOf ? untilOn : asOf}T10:00:00Z`);
    const worked = rollDays(fromOn, untilOn < asOf ? untilOn : asOf).filter((day) => !restsOn.includes(toDate(day).getUTCDay()));
    const lines = crew.flatMap((personId, at) => worked.map((day, nth) => ({ personId, day, quarters: (at + nth) % 11 === 0 ? 2 : 4, rateFen: at === 1 ? rateFen + 2_000 : rateFen })));
    if (lines.length > 0) must(await enterDays(deps, actor, { rollId, entryKey: deps.newId(), way: "PAPER", seen: 0, lines }));
    if (untilOn <= asOf && lines.length > 0) {
      must(await signRoll(deps, actor, { rollId, seen: lines.length, how: "PAPER", sheetNo: `演示-${roll.nr}` }));
      must(await closeRoll(deps, actor, { rollId }));
    }
    fromOn = untilOn;
  }
}

/** The first sheet: approved by another officer, made public, sent, paid but for one. */
async function payOut(deps: Deps, maker: Actor, checker: Actor, clock: ReturnType<typeof fixedClock>, projectId: string, asOf: Day): Promise<void> {
  clock.set(`${addDays(asOf, -20)}T03:00:00Z`);
  const made = await makePaySheet(deps, maker, { projectId });
  if (!made.ok) return;
  const { sheetId } = made.value;
  must(await approvePaySheet(deps, checker, { sheetId, version: 0 }));
  clock.set(`${addDays(asOf, -12)}T03:00:00Z`);
  must(await makeBankFile(deps, maker, { sheetId, version: 1, purpose: "发放劳务报酬（演示）" }));
  const failing = await deps.db.payLine.findFirst({ where: { sheetId, result: "SENT", person: { user: null } }, orderBy: { nr: "asc" } });
  const paidOn = addDays(asOf, -11);
  if (failing) must(await recordPayResults(deps, maker, { sheetId, lineId: failing.id, lineVersion: failing.version, result: "FAILED", paidOn: addDays(asOf, -12), reason: "账号与户名不符" }));
  clock.set(`${paidOn}T03:00:00Z`);
  must(await recordPayResults(deps, maker, { sheetId, version: 2, result: "ALL_PAID", paidOn }));
}
