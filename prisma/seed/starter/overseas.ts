import type { RowDataPacket } from "mysql2/promise";
import { type CapacityRow, openCapacity } from "#app/data/person-status.ts";
import { addDays } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { MADE_UP_ID_REGION } from "#app/domain/person/resident-id.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { giveOverseasLicence } from "#app/usecases/overseas/give-licence.server.ts";
import { recordOverseasStep } from "#app/usecases/overseas/record-step.server.ts";
import { acceptPost } from "#app/usecases/placements/accept-post.server.ts";
import { savePost } from "#app/usecases/posts/save-post.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";
import { randomFor, SUBJECT, ulidFrom } from "../generate/random.ts";
import type { World } from "../generate/world.ts";

const WELDER = "6-18-02-04";
const COMPANY = 88_776_655;
const STORY = 93;
const MOST_ASKED = 10;
const [LICENSED, PUBLISHED, SAID_YES] = [60, 30, 20];

/** A made-up company with a licence for Japan and one welding post there, and somebody who has signed and waits for the filing; by the use cases that province, company and person call. */
export async function loadDemoOverseas(from: Deps, world: World): Promise<void> {
  const asOf = from.clock.today();
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, STORY);
  const deps: Deps = { ...from, clock, newId: () => ulidFrom(random, clock.now().getTime()), logger: createLogger("seed", "silent") };
  const on = (ago: number) => clock.set(`${addDays(asOf, -ago)}T02:00:00Z`);
  const user = await deps.db.user.findUnique({ where: { username: "province" }, select: { id: true, regionCode: true } });
  if (!user) return;
  const actor = (role: Actor["role"], more: Partial<Actor>): Actor => ({ userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "starter data", ...more });
  const province = actor("OFFICER", { userId: user.id, regionCode: user.regionCode });

  on(LICENSED);
  const [employerId, creditCode] = [deps.newId(), makeCreditCode(MADE_UP_ID_REGION, COMPANY)];
  await deps.db.employer.create({
    data: {
      id: employerId, name: "晋海对外劳务合作有限公司（演示）", creditCode, kind: "OWN_RECRUITING", status: "APPROVED", regionCode: "140105", industry: "对外劳务合作", verifiedAt: clock.now(), verifiedBy: user.id, reverifyBy: new Date(`${addDays(asOf, 120)}T00:00:00Z`), madeUp: true, source: "starter", recordedAt: clock.now(),
    },
  });
  const began = addDays(asOf, -400);
  must(await giveOverseasLicence(deps, province, { creditCode, number: "（演示）晋外劳 0001 号", issuer: "山西省商务厅（演示）", destinations: ["JP0000"], reserveYuan: "3000000", validFrom: began, validUntil: addDays(began, 1_826), reason: "证书和备用金存单已核对（演示）" }));

  on(PUBLISHED);
  const company = actor("EMPLOYER", { employerId });
  const { postId } = must(await savePost(deps, company, {
    stream: "MARKET", title: "日本电焊工（特定技能1号）", occupationCode: WELDER, regionCode: "JP0000", address: "爱知县丰田市", openings: "6", wageMinYuan: "10500", wageMaxYuan: "13000", wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "5",
    description: "在汽车零件厂做二保焊和点焊，按图纸施工，做完自检尺寸。\n上班：每天 8 小时，做五休二，加班按日本规定另付。\n工资：每月 25 日发到本人账户，数字按汇率折成人民币。\n住宿：公司宿舍，两人一间，水电自理。\n日语 N4 或 JFT-Basic、技能考试合格后办手续，考前可以参加免费日语班。",
    housing: "on", insurance: "on", educationMin: "NONE", experienceMonths: "0", validUntil: addDays(asOf, 90), scheme: "SSW1", entryOn: addDays(asOf, 200), feeYuan: "9800", feeFor: "合同办理、签证材料、行前培训和三年跟踪服务", depositYuan: "0",
  }));

  const placementId = await somebodySaysYes(deps, postId, () => on(SAID_YES), actor);
  if (placementId === null) return;
  const said = async (ago: number, step: string, reference: string, proof?: string) => {
    on(ago);
    const { id, version } = await deps.db.overseasApplication.findUniqueOrThrow({ where: { placementId } });
    must(await recordOverseasStep(deps, company, { applicationId: id, version, step, happenedOn: clock.today(), reference, proof }));
  };
  await said(14, "LANGUAGE", "（演示）N4-20260001", "JLPT_N4");
  await said(9, "SKILL", "（演示）焊接-0001");
  await said(3, "CONTRACT", "（演示）合同-0001");
}

/** The first welder, of the county before others, who is free to go and whom the post suits; work abroad is put among their wishes. */
async function somebodySaysYes(deps: Deps, postId: string, atDay: () => void, actor: (role: Actor["role"], more: Partial<Actor>) => Actor): Promise<string | null> {
  atDay();
  const today = deps.clock.today();
  const [rows] = await deps.pool.query<(RowDataPacket & CapacityRow & { id: string })[]>(
    `SELECT n.id, n.labourCapacity, n.labourCapacityEnc FROM person n JOIN wish w ON w.personId = n.id AND w.seeking = 1 AND w.maxDistanceKm IS NULL AND w.minWageFen <= 900000 AND w.availableFrom <= ?
      WHERE n.canLeave = 1 AND n.birthDate BETWEEN ? AND ? AND JSON_CONTAINS(w.occupationCodes, ?)
        AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.activeKey = n.id) AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.personId = n.id)
      ORDER BY n.homeCountyCode = ? DESC, n.homeCountyCode LIKE '1411%' DESC, n.id LIMIT 30`, [today, addDays(today, -45 * 365), addDays(today, -20 * 366), JSON.stringify(WELDER), DEMO_COUNTY]);
  for (const { id } of rows.filter((row) => openCapacity(deps, row.id, row) === "FULL").slice(0, MOST_ASKED)) {
    await deps.db.wish.update({ where: { personId: id }, data: { willOutOfProvince: true, willOverseas: true } });
    const yes = await acceptPost(deps, actor("SEEKER", { personId: id }), { postId });
    if (!yes.ok) continue;
    // counted when all is loaded
    await deps.db.outboxEvent.deleteMany({ where: { event: "placement.recorded", subjectId: id } });
    return yes.value.placementId;
  }
  return null;
}
