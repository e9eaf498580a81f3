import { type Day, toDay } from "#app/domain/dates.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import type { WelfareKind } from "#app/domain/terms.ts";
import type { WelfareState } from "#app/domain/welfare/steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { loadWelfareRules } from "../welfare/rules.server.ts";
import { type Name, regionNames, regionPaths } from "./names.server.ts";

export interface WelfareNotice {
  id: string;
  title: string;
  need: string;
  kind: WelfareKind;
  village: Name;
  villageCode: string;
  employer: string;
  fundSource: string;
  openings: number;
  filled: number;
  monthlyFen: number;
  hoursPerDay: number;
  daysPerMonth: number;
  termMonths: number;
  noticeFrom: Day;
  noticeUntil: Day;
  stage: "NOTICE" | "OPEN" | "FULL" | "CLOSED";
  ageMin: number;
  ageMax: number;
  madeUp: boolean;
}

const INCLUDE = { welfareTerms: { include: { quota: true } }, employer: { select: { name: true } } } as const;

/** A post's public notice: what anybody may read. Null where there is none. */
export async function readWelfareNotice(deps: Pick<Deps, "db" | "pool" | "clock">, id: string): Promise<WelfareNotice | null> {
  if (!ID_PATTERN.test(id)) return null;
  const post = await deps.db.post.findUnique({ where: { id }, include: INCLUDE });
  const terms = post?.welfareTerms;
  if (!post || !terms?.quota || post.status === "DRAFT" || post.status === "BLOCKED") return null;
  const today = deps.clock.today();
  const [paths, rules] = await Promise.all([regionPaths(deps.pool, [post.regionCode]), loadWelfareRules(deps.pool, { regionCode: post.regionCode, asOf: today, kind: terms.kind })]);
  return {
    id: post.id, title: post.title, need: post.description, kind: terms.kind, village: paths.get(post.regionCode)!, villageCode: post.regionCode, employer: post.employer.name, fundSource: terms.fundSource, openings: post.openings, filled: post.filled,
    monthlyFen: terms.subsidyFenPerMonth, hoursPerDay: post.hoursPerDay, daysPerMonth: terms.quota.daysPerMonth, termMonths: terms.termMonths, noticeFrom: toDay(terms.noticeFrom), noticeUntil: toDay(terms.noticeUntil),
    stage: stageOf(post, toDay(terms.noticeUntil), today), ageMin: rules.ageMin, ageMax: rules.ageMax, madeUp: post.madeUp,
  };
}

function stageOf(post: { status: string; validUntil: Date; filled: number; openings: number }, noticeUntil: Day, today: Day): WelfareNotice["stage"] {
  if (post.status !== "PUBLISHED" || toDay(post.validUntil) <= today) return "CLOSED";
  if (today < noticeUntil) return "NOTICE";
  return post.filled >= post.openings ? "FULL" : "OPEN";
}

/** A bureau reads its county's notices, a person their home's; everybody else those of the province: null. */
export async function countyOfReader({ db }: Pick<Deps, "db">, actor: Actor | null): Promise<string | null> {
  if (actor?.personId) return (await db.person.findUnique({ where: { id: actor.personId }, select: { homeCountyCode: true } }))?.homeCountyCode ?? null;
  return actor?.regionCode && !/^\d{4}00$/.test(actor.regionCode) ? countyOf(actor.regionCode) : null;
}

/** The posts under notice or open for applications, of a county or of all. */
export async function readWelfareNotices(deps: Pick<Deps, "db" | "pool" | "clock">, countyCode: string | null) {
  const today = deps.clock.today();
  const posts = await deps.db.post.findMany({
    where: { stream: "WELFARE", status: "PUBLISHED", validUntil: { gt: new Date(`${today}T00:00:00Z`) }, welfareTerms: { quotaId: { not: null } }, ...(countyCode === null ? {} : { countyCode }) }, include: INCLUDE, orderBy: [{ validFrom: "desc" }, { id: "asc" }], take: 200,
  });
  const paths = await regionPaths(deps.pool, posts.map((one) => one.regionCode));
  return posts.map((post) => ({
    id: post.id, title: post.title, village: paths.get(post.regionCode)!, kind: post.welfareTerms!.kind, openings: post.openings, filled: post.filled, monthlyFen: post.welfareTerms!.subsidyFenPerMonth, hoursPerDay: post.hoursPerDay,
    noticeUntil: toDay(post.welfareTerms!.noticeUntil), stage: stageOf(post, toDay(post.welfareTerms!.noticeUntil), today),
  }));
}

export interface PostCaseLine {
  id: string;
  nameMasked: string;
  village: Name;
  state: WelfareState;
  since: Date;
  /** of the village's review */
  publicity: { minutesRef: string; from: Day; until: Day } | null;
}

/** A post with its applications, for a bureau that acts for its village, and who of the village may be applied for. */
export async function readWelfarePost(deps: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, id: string) {
  const notice = await readWelfareNotice(deps, id);
  if (!notice || !actsForRegion(actor, notice.villageCode)) return null;
  const [cases, people] = await Promise.all([
    deps.db.welfareCase.findMany({ where: { postId: id }, include: { person: { select: { nameMasked: true, homeRegionCode: true } } }, orderBy: { id: "asc" }, take: 500 }),
    deps.db.person.findMany({ where: { homeRegionCode: notice.villageCode, deletedAt: null }, select: { id: true, nameMasked: true, birthDate: true, phoneMasked: true }, orderBy: { id: "asc" }, take: 1_000 }),
  ]);
  const names = await regionNames(deps.pool, cases.map((one) => one.person.homeRegionCode));
  return {
    ...notice, people: people.map((one) => ({ id: one.id, nameMasked: one.nameMasked, year: toDay(one.birthDate).slice(0, 4), phoneMasked: one.phoneMasked })),
    cases: cases.map((one): PostCaseLine => ({ id: one.id, nameMasked: one.person.nameMasked, village: names.get(one.person.homeRegionCode) ?? { zh: "", en: "" }, state: one.state, since: one.updatedAt, publicity: one.publicFrom && one.publicUntil ? { minutesRef: one.minutesRef ?? "", from: toDay(one.publicFrom), until: toDay(one.publicUntil) } : null })),
  };
}

/** Whether a person has an application or a post. */
export async function holdsWelfarePost({ db }: Pick<Deps, "db">, personId: string | null): Promise<boolean> {
  return personId !== null && (await db.welfareCase.count({ where: { openKey: personId } })) > 0;
}
