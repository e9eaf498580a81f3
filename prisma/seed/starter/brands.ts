import type { RowDataPacket } from "mysql2/promise";
import { addDays } from "#app/domain/dates.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { applyToBrand, takeBrandPledge } from "#app/usecases/brands/apply-to-brand.server.ts";
import { changeBrand, setBrandStandard } from "#app/usecases/brands/change-brand.server.ts";
import { decideBrandApplication, recordBrandTest } from "#app/usecases/brands/decide-application.server.ts";
import { assignBrandOperator, recogniseBrand } from "#app/usecases/brands/supervise-brand.server.ts";

const BRAND = "吕梁山护工";
const STANDARD = "持健康证上岗；护理前后洗手、记一天的护理单。\n会翻身、喂饭、量血压和心肺复苏，考核 60 分合格。\n不收红包，不私下换户；有事提前三天说。";
const PLEDGE = "把雇主家的老人当自己的老人：守时、干净、有耐心，出了事先说实话。";

/** Levels, numbers and terms for the members that the world was made with: they were admitted before there was a record of it. */
async function numberMembers({ pool }: Deps, asOf: string): Promise<void> {
  await pool.query(
    `UPDATE brand_membership m JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY brandId ORDER BY validFrom, id) AS nr FROM brand_membership) r ON r.id = m.id
        SET m.level = ELT(1 + CRC32(m.id) % 3, '学员', '正式', '金牌'), m.number = CONCAT(YEAR(m.validFrom), '-', LPAD(r.nr, 5, '0')), m.pledgedOn = IF(CRC32(m.id) % 4 = 0, NULL, m.validFrom),
            m.validTo = COALESCE(m.validTo, IF(DATE_ADD(m.validFrom, INTERVAL 36 MONTH) > ?, DATE_ADD(m.validFrom, INTERVAL 36 MONTH), DATE_ADD(m.validFrom, INTERVAL 72 MONTH)))`, [asOf]);
  await pool.query("UPDATE labour_brand b SET b.memberSeq = (SELECT COUNT(*) FROM brand_membership m WHERE m.brandId = b.id)");
}

/** Whose posts carry a brand has its agreement, from the day of the first of them; one employer of the brand's city waits for an answer. */
async function agreeToPosts({ pool }: Deps, asOf: string): Promise<void> {
  await pool.query(
    "INSERT INTO brand_use (brandId, employerId, state, askedAt, decidedAt) SELECT brandId, employerId, 'AGREED', MIN(recordedAt), MIN(recordedAt) FROM post WHERE brandId IS NOT NULL GROUP BY brandId, employerId");
  await pool.query(
    `INSERT INTO brand_use (brandId, employerId, state, note, askedAt)
       SELECT b.id, e.id, 'ASKED', '（演示）招 3 名住家护工，都按品牌标准考核', ? FROM labour_brand b JOIN employer e ON e.status = 'APPROVED' AND e.regionCode LIKE '1411%'
        WHERE b.name = ? AND NOT EXISTS (SELECT 1 FROM brand_use u WHERE u.employerId = e.id) AND NOT EXISTS (SELECT 1 FROM user_account a WHERE a.employerId = e.id) ORDER BY e.id LIMIT 1`, [`${asOf} 02:00:00`, BRAND]);
}

/**
 * The demo operator's brand, kept by the use cases that it and the bureau call, each on its day: a standard and a pledge, a made-up recognition that says so, people admitted by
 * test, one refused, and others who wait. Nothing here is said of the real brand.
 */
export async function loadDemoBrands(from: Deps, seekerId: string): Promise<void> {
  const asOf = from.clock.today();
  await numberMembers(from, asOf);
  await agreeToPosts(from, asOf);
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  const deps: Deps = { ...from, clock, logger: createLogger("seed", "silent") };
  const on = (offset: number) => clock.set(`${addDays(asOf, offset)}T02:00:00Z`);
  const [city, operator, brand] = await Promise.all([
    account(deps, "city", "OFFICER"), account(deps, "operator", "OPERATOR"), deps.db.labourBrand.findUnique({ where: { name: BRAND }, select: { id: true, nameEn: true, storyZh: true, storyEn: true } }),
  ]);
  const people = await applicants(deps, seekerId);
  if (!city || !operator || !brand || people.length < 6) return;
  const brandId = brand.id;
  const version = async () => (await deps.db.labourBrand.findUniqueOrThrow({ where: { id: brandId }, select: { version: true } })).version;

  on(-200);
  must(await assignBrandOperator(deps, city, { brandId, username: "operator", part: "JOINS" }));
  const keeper = { ...operator, brandId };
  must(await recogniseBrand(deps, city, { brandId, regionCode: "141100", documentNumber: "（演示）劳务品牌认定 1 号", recognisedBy: "（演示）吕梁市人社局", recognisedOn: addDays(asOf, -210) }));
  must(await changeBrand(deps, keeper, { brandId, version: await version(), nameEn: brand.nameEn, storyZh: brand.storyZh ?? "", storyEn: brand.storyEn ?? "", pledge: PLEDGE, holderName: "（演示）吕梁山护工服务中心", holderCreditCode: "", levels: "学员\n正式\n金牌" }));
  must(await setBrandStandard(deps, keeper, { brandId, version: await version(), validFrom: addDays(asOf, -200), standard: STANDARD }));

  const seeker = (personId: string): Actor => ({ userId: null, role: "SEEKER", regionCode: null, personId, employerId: null, purpose: "starter data" });
  const apply = async (nr: number, way: "APPLICATION" | "TEST") => must(await applyToBrand(deps, seeker(people[nr]!), { brandId, way })).applicationId;
  const rowOf = (id: string) => deps.db.brandApplication.findUniqueOrThrow({ where: { id } });
  const test = async (applicationId: string, score: number) => must(await recordBrandTest(deps, keeper, { applicationId, version: (await rowOf(applicationId)).version, testedOn: deps.clock.today(), score: String(score) }));
  for (const [nr, score] of [[0, 86], [1, 72]] as const) {
    on(-150 + nr);
    const applicationId = await apply(nr, "TEST");
    on(-140 + nr);
    await test(applicationId, score);
    must(await decideBrandApplication(deps, keeper, { applicationId, version: (await rowOf(applicationId)).version, decision: "ADMIT", level: "正式" }));
    const membership = await deps.db.brandMembership.findFirstOrThrow({ where: { brandId, personId: people[nr]! }, orderBy: { validFrom: "desc" } });
    if (nr === 0) must(await takeBrandPledge(deps, seeker(people[nr]!), { membershipId: membership.id, version: membership.version, pledged: "on" }));
  }
  on(-30);
  const refused = await apply(2, "APPLICATION");
  on(-25);
  must(await decideBrandApplication(deps, keeper, { applicationId: refused, version: 0, decision: "REFUSE", reason: "还没有健康证，办好再来申请" }));
  on(-4);
  await apply(3, "APPLICATION");
  const waiting = await apply(4, "TEST");
  on(-2);
  await apply(5, "TEST");
  await test(waiting, 78);
}

async function account({ db }: Deps, username: string, role: "OFFICER" | "OPERATOR"): Promise<Actor | null> {
  const user = await db.user.findUnique({ where: { username }, select: { id: true, regionCode: true } });
  return user && { userId: user.id, role, regionCode: user.regionCode, personId: null, employerId: null, purpose: "starter data" };
}

/** People of the brand's city without an account and in no brand, those of its trades first. */
async function applicants({ pool }: Deps, seekerId: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id FROM person p LEFT JOIN wish w ON w.personId = p.id
      WHERE p.id <> ? AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.personId = p.id) AND NOT EXISTS (SELECT 1 FROM brand_membership m WHERE m.personId = p.id)
      ORDER BY p.homeCountyCode LIKE '1411%' DESC, COALESCE(INSTR(w.occupationCodes, '"4-10-01-0'), 0) > 0 DESC, p.id LIMIT 6`, [seekerId]);
  return rows.map((row) => row.id as string);
}
