import { addDays } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { MADE_UP_ID_REGION } from "#app/domain/person/resident-id.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { savePost } from "#app/usecases/posts/save-post.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";
import { randomFor, SUBJECT, ulidFrom } from "../generate/random.ts";
import type { World } from "../generate/world.ts";

const STORY = 118;
const VERIFIED = 120;
const PUBLISHED = 12;
const CARE = { occupationCode: "4-10-01-05", certOccupationCode: "4-10-01-05", certLevel: "JUNIOR", stream: "MARKET" } as const;
const SEWING = { occupationCode: "6-05-01-03", certOccupationCode: "6-05-01-03", stream: "WORKSHOP" } as const;

const EMPLOYERS = [
  {
    name: "临县康养服务中心（演示）", number: 88_776_601, industry: "医养护理", posts: [
      {
        ...CARE, title: "养老护理员", openings: "20", wageMinYuan: "4600", wageMaxYuan: "6600", address: "临泉镇南关街",
        description: "在院里照料老人起居：喂饭、助浴、翻身、记录体温和血压。\n上班：每天 8 小时，三班轮换，做六休一。\n工资：每月 15 日发到本人银行卡，夜班另加 30 元。\n要有养老护理员初级证，没有的可以先参加县里的公费培训班，考过了再来。",
      },
      {
        ...CARE, title: "失能老人居家照护员", openings: "12", wageMinYuan: "4400", wageMaxYuan: "6200", address: "临泉镇、三交镇、碛口镇",
        description: "到本镇失能老人家里照护：助浴、翻身、换洗、陪同就医，每户每次两小时，中心排班。\n上班：每天 8 小时，做六休一，路上有交通补贴。\n工资：每月 15 日发到本人银行卡。\n要有养老护理员初级证，上岗前由中心带教一周。",
      },
    ],
  },
  {
    name: "临县枣乡服装加工有限公司（演示）", number: 88_776_602, industry: "服装加工", posts: [
      {
        ...SEWING, title: "缝纫工", openings: "18", wageMinYuan: "2800", wageMaxYuan: "4600", address: "三交镇帮扶车间",
        description: "在镇上的车间缝制工作服，计件，按时接送孩子、下地都能请假。\n上班：每天 8 小时，做六休一，坐着干活，体力要求不高。\n工资：每月 10 日发到本人银行卡，保底 2800 元，多劳多得。\n要有缝纫工专项能力证，没有的可以先参加县里的公费培训班。",
      },
    ],
  },
] as const;

/**
 * Two employers of the demo county whose openings wait for a certificate that few people there hold: what a provincial run leaves over of them is what the
 * county could train for, in one of them also those of half capacity. Published by the use case that employers call.
 */
export async function loadCarePosts(from: Deps, world: World): Promise<void> {
  const { asOf } = world;
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, STORY);
  const deps: Deps = { ...from, clock, newId: () => ulidFrom(random, clock.now().getTime()), logger: createLogger("seed", "silent") };
  const on = (ago: number) => clock.set(`${addDays(asOf, -ago)}T02:00:00Z`);
  const officer = await deps.db.user.findUnique({ where: { username: "county" }, select: { id: true } });
  if (!officer) return;
  for (const { name, number, industry, posts } of EMPLOYERS) {
    on(VERIFIED);
    const employerId = deps.newId();
    await deps.db.employer.create({
      data: { id: employerId, name, creditCode: makeCreditCode(MADE_UP_ID_REGION, number), kind: "OWN_RECRUITING", status: "APPROVED", regionCode: DEMO_COUNTY, industry, verifiedAt: clock.now(), verifiedBy: officer.id, reverifyBy: new Date(`${addDays(asOf, 90)}T00:00:00Z`), madeUp: true, source: "starter", recordedAt: clock.now() },
    });
    const actor: Actor = { userId: null, role: "EMPLOYER", regionCode: null, personId: null, employerId, purpose: "starter data" };
    on(PUBLISHED);
    for (const post of posts) {
      must(await savePost(deps, actor, { regionCode: DEMO_COUNTY, wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "6", meals: "on", insurance: "on", educationMin: "NONE", experienceMonths: "0", validUntil: addDays(asOf, 80), ...post }));
    }
  }
}
