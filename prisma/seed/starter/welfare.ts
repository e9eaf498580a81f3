import { sealCategory } from "#app/data/person-status.ts";
import { insertPerson } from "#app/data/persons.server.ts";
import { addDays, addMonths, type Day, toDate } from "#app/domain/dates.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { must } from "#app/domain/result.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { applyForWelfare } from "#app/usecases/welfare/apply.server.ts";
import { openBankFile } from "#app/usecases/welfare/bank-file.server.ts";
import { proposeExits } from "#app/usecases/welfare/propose-exits.server.ts";
import { saveAttendance } from "#app/usecases/welfare/save-attendance.server.ts";
import { setCaseAccount } from "#app/usecases/bank-accounts/set-case-account.server.ts";
import { setWelfareFund } from "#app/usecases/welfare/set-fund.server.ts";
import { setWelfarePost } from "#app/usecases/welfare/set-post.server.ts";
import { setWelfareQuota } from "#app/usecases/welfare/set-quota.server.ts";
import { approveSheet, prepareSheet, settleSheet } from "#app/usecases/welfare/sheets.server.ts";
import { takeWelfareStep } from "#app/usecases/welfare/take-step.server.ts";
import { randomFor, SUBJECT, ulidFrom } from "../generate/random.ts";
import type { World } from "../generate/world.ts";

const STORY = 78;
/** name, sex, age, village, post; who is not in post yet is told by `until` */
const PEOPLE = [
  ["刘桂花", "F", 52, 0, "clean", "held", 6], ["白秀英", "F", 47, 0, "clean", "held", 6], ["高有才", "M", 55, 0, "ranger", "held", 6], ["薛进财", "M", 49, 1, "ranger", "held", 9],
  ["郝玉莲", "F", 44, 1, "solar", "held", 12], ["秦五孩", "M", 57, 0, "clean", "held", 6], ["李改梅", "F", 50, 1, "solar", "checked", 0], ["张铁柱", "M", 53, 1, "ranger", "reviewed", 0],
  ["王小娥", "F", 46, 1, "solar", "applied", 0], ["贺来福", "M", 58, 0, "none", "none", 0],
] as const;
const POSTS = [
  { key: "clean", kind: "CLEANING", village: 0, fund: 0, posts: 5, openings: 4, title: "村级保洁员", need: "村里三条街、一个广场每天清扫，垃圾每天清运。" },
  { key: "ranger", kind: "RANGER", village: 0, fund: 1, posts: 2, openings: 1, title: "生态护林员", need: "山坡林地两千亩，防火巡护每天走一遍。" },
  { key: "ranger", kind: "RANGER", village: 1, fund: 1, posts: 3, openings: 2, title: "生态护林员", need: "退耕还林地一千五百亩，防火和看护幼林。" },
  { key: "solar", kind: "PV_STATION", village: 1, fund: 2, posts: 4, openings: 3, title: "光伏电站看护员", need: "村级电站三百千瓦，除草、擦板、看护设备。" },
] as const;
const FUNDS = [["衔接推进乡村振兴补助资金", 80_000], ["林业草原生态保护恢复资金", 90_000], ["村级光伏电站收益", 60_000]] as const;

/**
 * Public-welfare posts of two villages of the demo township, done by the use cases themselves on the days on which they would have been
 * done: people in post with attendance and a paid sheet, applications on each step, a post under notice, ends that fall together.
 */
export async function loadWelfare(base: Deps, world: World, town: string): Promise<number> {
  const villages = await base.db.region.findMany({ where: { parentCode: town, level: "VILLAGE" }, orderBy: { code: "asc" }, take: 2 });
  if (villages.length < 2) return 0;
  const code = (at: number) => villages[at]!.code;
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, STORY);
  const on = (day: Day): Deps => {
    const clock = fixedClock(`${day}T02:00:00.000Z`);
    return { ...base, clock, newId: () => ulidFrom(random, clock.now().getTime()) };
  };
  const user = async (username: string) => (await base.db.user.findUniqueOrThrow({ where: { username } })).id;
  const [countyId, townId, agentId] = [await user("county"), await user("town"), await user("agent")];
  const actor = (role: Actor["role"], regionCode: string | null, userId: string | null, personId: string | null = null): Actor => ({ userId, role, regionCode, personId, employerId: null, purpose: "starter" });
  const county = actor("OFFICER", town.slice(0, 6), countyId);
  const officer = actor("OFFICER", town, townId);
  const agent = actor("AGENT", town, agentId);
  const today = world.asOf;
  const began = addDays(today, -168);
  const notice = addDays(began, -17);

  const quotas = new Map<string, string>();
  const postIds = new Map<string, string>();
  const deps = on(notice);
  const year = today.slice(0, 4);
  const funds: string[] = [];
  for (const [fundSource, amountYuan] of FUNDS) funds.push(must(await setWelfareFund(deps, county, { countyCode: town.slice(0, 6), fundSource, year, amountYuan, documentNumber: `临乡振〔${year}〕12号（演示）` })).fundId);
  const setPost = async (at: Deps, quotaId: string, one: { title: string; need: string; openings: number }, from: Day) =>
    must(await setWelfarePost(at, officer, { quotaId, entryKey: at.newId(), title: one.title, need: one.need, openings: one.openings, noticeFrom: from, noticeUntil: addDays(from, 7) })).postId;
  for (const one of POSTS) {
    const quotaId = must(await setWelfareQuota(deps, county, { fundId: funds[one.fund], regionCode: code(one.village), kind: one.kind satisfies WelfareKind, posts: one.posts, monthlyYuan: 1_000, hoursPerDay: 4, daysPerMonth: 22, documentNumber: "" })).quotaId;
    quotas.set(`${one.key}${one.village}`, quotaId);
    postIds.set(`${one.key}${one.village}`, await setPost(deps, quotaId, one, notice));
  }
  await setPost(on(addDays(today, -2)), quotas.get("clean0")!, { title: "河道保洁员", need: "村前河道两公里，汛期前后每天捡拾清理。", openings: 1 }, addDays(today, -2));

  const held: { caseId: string; village: number }[] = [];
  for (const [at, [name, sex, age, village, post, until, months]] of PEOPLE.entries()) {
    const birthDate = addDays(`${Number(today.slice(0, 4)) - age}-03-12`, at);
    const idNumber = makeResidentId(MADE_UP_ID_REGION, birthDate, 498 - at, sex);
    const registered = on(addDays(began, -400));
    const personId = await base.db.$transaction((tx) => insertPerson(registered, tx, { name, idNumber, birthDate, sex, phone: null, education: "PRIMARY", homeRegionCode: code(village), labourCapacity: "HALF", canLeave: false, source: "starter" }));
    await base.db.person.update({ where: { id: personId }, data: { madeUp: true } });
    const categoryId = registered.newId();
    await base.db.personCategory.create({ data: { id: categoryId, personId, kindEnc: sealCategory(base, categoryId, "POVERTY_LIFTED"), validFrom: toDate("2018-12-01"), source: "starter", recordedAt: registered.clock.now() } });
    if (until === "none") continue;
    const start = until === "held" ? addDays(began, -9) : addDays(today, -8);
    const postId = postIds.get(`${post}${village}`)!;
    const { caseId } = must(await applyForWelfare(on(start), actor("SEEKER", null, null, personId), { postId, kin: at === 3 ? "SIBLING" : "NO", cadreName: at === 3 ? "薛会计" : "", kinSays: at === 3 ? "评议时薛会计已回避" : "" }));
    const step = async (day: Day, who: Actor, act: string, more: Record<string, unknown>) =>
      must(await takeWelfareStep(on(day), who, { caseId, act, version: (await base.db.welfareCase.findUniqueOrThrow({ where: { id: caseId } })).version, ...more }));
    if (until === "applied") continue;
    await step(addDays(start, 1), agent, "REVIEW", { minutesRef: `村民代表会〔${year}〕${at + 1}号（演示）`, publicFrom: addDays(start, 1), publicUntil: addDays(start, 6) });
    if (until === "reviewed") continue;
    await step(addDays(start, 7), officer, "CHECK", {});
    if (until === "checked") continue;
    await step(began, county, "SIGN", { number: `临公岗${year}-${String(at + 1).padStart(3, "0")}`, validFrom: began, validUntil: addMonths(began, months), insurer: "某财产保险（演示）", policyNo: `YS${year}${String(at + 1).padStart(4, "0")}`, insuredFrom: began, insuredUntil: addMonths(began, at === 2 ? 4 : 14) });
    if (at !== 5) must(await setCaseAccount(on(began), officer, { caseId, bankName: "临县农村商业银行（演示）", account: `04010100001${String(1_000 + at)}`, ownName: "on" }));
    held.push({ caseId, village });
  }

  const months = [addMonths(`${today.slice(0, 7)}-01`, -2).slice(0, 7), addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7)];
  for (const [nth, month] of months.entries()) {
    const at = on(addDays(addMonths(`${month}-01`, 1), 1) > today ? today : addDays(addMonths(`${month}-01`, 1), 1));
    for (const village of [0, 1]) {
      const rows = held.filter((one) => one.village === village).map(({ caseId }, n) => ({ caseId, version: 0, count: String(n === 1 ? 18 : 22) }));
      must(await saveAttendance(at, agent, { village: code(village), month, rows }));
    }
    const { sheetId } = must(await prepareSheet(at, officer, { town, month }));
    if (nth > 0) continue;
    const version = async () => (await base.db.welfareSheet.findUniqueOrThrow({ where: { id: sheetId } })).version;
    must(await approveSheet(at, county, { sheetId, version: await version() }));
    must(await openBankFile(at, county, { sheetId, purpose: "发放公益性岗位补贴（演示）" }));
    must(await settleSheet(at, county, { sheetId, version: await version(), answer: "", sure: "on" }));
  }
  await proposeExits(on(today));
  await base.db.$executeRaw`UPDATE post SET madeUp = TRUE WHERE source = 'welfare'`;
  await base.db.$executeRaw`UPDATE employer SET madeUp = TRUE WHERE source = 'welfare'`;
  // indexes and counters are made anew after this
  await base.db.outboxEvent.deleteMany({});
  return base.db.welfareEvent.count();
}
