import type { RowDataPacket } from "mysql2";
import { findBrand, keepsBrand } from "#app/data/brands/brands.server.ts";
import { loadRuleBook } from "#app/data/training/classes.server.ts";
import { type BrandState, type BrandWay, mayRenew, type MembershipStanding, standingOf } from "#app/domain/brand/membership.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Name } from "./names.server.ts";

export interface ApplicationLine {
  id: string;
  nameMasked: string;
  way: BrandWay;
  appliedAt: Date;
  training: string | null;
  certified: boolean;
  testedOn: Day | null;
  testScore: number | null;
  version: number;
}

export interface MemberLine {
  id: string;
  number: string | null;
  nameMasked: string;
  level: string | null;
  way: BrandWay | null;
  validFrom: Day;
  validTo: Day | null;
  pledgedOn: Day | null;
  standing: MembershipStanding;
  mayRenew: boolean;
  reason: string | null;
  version: number;
}

const MEMBERS_A_PAGE = 50;
export const MEMBER_VIEWS = ["all", "due", "suspended"] as const;
export type MemberView = (typeof MEMBER_VIEWS)[number];

/** Applications that wait and the members of a brand, for those who keep it; null for others. Only those of the view asked for, a page at a time. */
export async function readBrandDesk({ db, pool, clock }: Pick<Deps, "db" | "pool" | "clock">, actor: Actor, brandId: string, asked: { view?: string | null; page?: number; size?: number } = {}) {
  const brand = ID_PATTERN.test(brandId) ? await findBrand(db, brandId) : null;
  if (brand === null || !keepsBrand(actor, brand)) return null;
  const today = clock.today();
  const rules = await loadRuleBook(pool);
  const at = { regionCode: brand.regions[0]?.regionCode ?? SHANXI, asOf: today };
  const [renewalDays, passScore, months] = [rules.number("brand.renewal.days", at) ?? 60, rules.number("brand.test.pass.score", at) ?? 60, rules.number("brand.member.months", at)];
  const view: MemberView = MEMBER_VIEWS.find((one) => one === asked.view) ?? "all";
  const size = asked.size ?? MEMBERS_A_PAGE;
  const only = { all: "(c.validTo IS NULL OR c.validTo > ?)", due: "c.validTo > ? AND c.validTo <= ? AND c.suspendedOn IS NULL", suspended: "(c.validTo IS NULL OR c.validTo > ?) AND c.suspendedOn IS NOT NULL" }[view];
  const params = view === "due" ? [brand.id, today, addDays(today, renewalDays)] : [brand.id, today];
  const [[counted], [applications], [counts]] = await Promise.all([
    pool.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM brand_membership c WHERE c.brandId = ? AND ${only}`, params),
    pool.query<RowDataPacket[]>(
      `SELECT a.id, p.nameMasked, a.way, a.appliedAt, a.certificateId IS NOT NULL AS certified, a.testedOn, a.testScore, a.version, u.title AS training
         FROM brand_application a JOIN person p ON p.id = a.personId LEFT JOIN training_enrolment e ON e.id = a.enrolmentId LEFT JOIN training_class k ON k.id = e.classId LEFT JOIN training_course u ON u.id = k.courseId
        WHERE a.brandId = ? AND a.state = 'APPLIED' ORDER BY a.appliedAt, a.id LIMIT 200`, [brand.id]),
    pool.query<RowDataPacket[]>(
      `SELECT COUNT(*) AS members, COALESCE(SUM(c.suspendedOn IS NULL AND c.validTo IS NOT NULL AND c.validTo <= ?), 0) AS due, COALESCE(SUM(c.suspendedOn IS NOT NULL), 0) AS suspended
         FROM brand_membership c WHERE c.brandId = ? AND (c.validTo IS NULL OR c.validTo > ?)`, [addDays(today, renewalDays), brand.id, today]),
  ]);
  const total = Number(counted[0]?.n ?? 0);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, Math.floor(asked.page ?? 1) || 1), pages);
  const [members] = await pool.query<RowDataPacket[]>(
    `SELECT c.id, c.number, p.nameMasked, c.level, c.way, c.validFrom, c.validTo, c.pledgedOn, c.suspendedOn, c.reason, c.version FROM brand_membership c JOIN person p ON p.id = c.personId
      WHERE c.brandId = ? AND ${only} ORDER BY c.validTo IS NULL, c.validTo, c.id LIMIT ? OFFSET ?`, [...params, size, (page - 1) * size]);
  return {
    brand, today, view, page, pages, total, renewalDays, passScore, months,
    counts: { applications: applications.length, members: Number(counts[0]?.members ?? 0), due: Number(counts[0]?.due ?? 0), suspended: Number(counts[0]?.suspended ?? 0) },
    applications: applications.map((row): ApplicationLine => ({ ...(row as unknown as ApplicationLine), certified: Boolean(row.certified) })),
    members: members.map((row): MemberLine => {
      const term = { validFrom: row.validFrom as Day, validTo: row.validTo as Day | null, suspendedOn: row.suspendedOn as Day | null };
      return { ...(row as unknown as MemberLine), standing: standingOf(term, brand.state, today, renewalDays), mayRenew: brand.state === "ACTIVE" && term.suspendedOn === null && mayRenew(term.validTo, today, renewalDays) };
    }),
  };
}
export type BrandDesk = NonNullable<Awaited<ReturnType<typeof readBrandDesk>>>;

export interface BrandHistory {
  events: { seq: number; kind: string; happenedOn: Day; reason: string | null; recordedAt: Date }[];
  operators: { username: string; displayName: string }[];
}

/** What was done with a brand, newest first, and who works for it. */
export async function readBrandHistory({ db, pool }: Pick<Deps, "db" | "pool">, brandId: string): Promise<BrandHistory> {
  const [[events], operators] = await Promise.all([
    pool.query<RowDataPacket[]>("SELECT seq, kind, happenedOn, reason, recordedAt FROM brand_event WHERE brandId = ? ORDER BY seq DESC LIMIT 100", [brandId]),
    db.user.findMany({ where: { brandId, role: "OPERATOR" }, select: { username: true, displayName: true }, orderBy: { username: "asc" } }),
  ]);
  return { events: events as unknown as BrandHistory["events"], operators: operators.map((one) => ({ username: one.username ?? "", displayName: one.displayName })) };
}

export interface OwnMembership {
  id: string;
  brandId: string;
  brand: Name;
  brandState: BrandState;
  level: string | null;
  number: string | null;
  validFrom: Day;
  validTo: Day | null;
  pledgedOn: Day | null;
  pledge: string | null;
  standing: MembershipStanding;
  reason: string | null;
  version: number;
}

export interface OwnApplication {
  id: string;
  brandId: string;
  brand: Name;
  way: BrandWay;
  state: "APPLIED" | "ADMITTED" | "REFUSED" | "WITHDRAWN";
  appliedAt: Date;
  testedOn: Day | null;
  testScore: number | null;
  reason: string | null;
}

/** A person's memberships and applications, the newest first. */
export async function readMyBrands({ pool, clock }: Pick<Deps, "pool" | "clock">, personId: string): Promise<{ memberships: OwnMembership[]; applications: OwnApplication[] }> {
  const today = clock.today();
  const renewalDays = (await loadRuleBook(pool)).number("brand.renewal.days", { regionCode: SHANXI, asOf: today }) ?? 60;
  const [[memberships], [applications]] = await Promise.all([
    pool.query<RowDataPacket[]>(
      `SELECT c.id, c.brandId, b.name, b.nameEn, b.state AS brandState, b.pledge, c.level, c.number, c.validFrom, c.validTo, c.suspendedOn, c.pledgedOn, c.reason, c.version
         FROM brand_membership c JOIN labour_brand b ON b.id = c.brandId WHERE c.personId = ? ORDER BY c.validFrom DESC, c.id DESC`, [personId]),
    pool.query<RowDataPacket[]>(
      `SELECT a.id, a.brandId, b.name, b.nameEn, a.way, a.state, a.appliedAt, a.testedOn, a.testScore, a.reason FROM brand_application a JOIN labour_brand b ON b.id = a.brandId
        WHERE a.personId = ? AND a.state <> 'ADMITTED' ORDER BY a.appliedAt DESC, a.id DESC LIMIT 50`, [personId]),
  ]);
  const brand = (row: RowDataPacket): Name => ({ zh: row.name as string, en: row.nameEn as string });
  return {
    memberships: memberships.map((row) => ({
      ...(row as unknown as OwnMembership), brand: brand(row),
      standing: standingOf({ validFrom: row.validFrom as Day, validTo: row.validTo as Day | null, suspendedOn: row.suspendedOn as Day | null }, row.brandState as BrandState, today, renewalDays),
    })),
    applications: applications.map((row) => ({ ...(row as unknown as OwnApplication), brand: brand(row) })),
  };
}

/** How somebody stands to a brand: member, applicant, or neither. */
export async function readMyStanding(pool: Deps["pool"], personId: string, brandId: string, today: Day): Promise<"member" | "applied" | null> {
  const [[row]] = await pool.query<RowDataPacket[]>(
    `SELECT EXISTS (SELECT 1 FROM brand_membership c WHERE c.personId = ? AND c.brandId = ? AND (c.validTo IS NULL OR c.validTo > ?)) AS member,
            EXISTS (SELECT 1 FROM brand_application a WHERE a.personId = ? AND a.brandId = ? AND a.state = 'APPLIED') AS applied`, [personId, brandId, today, personId, brandId]);
  return row?.member ? "member" : row?.applied ? "applied" : null;
}
