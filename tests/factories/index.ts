import { type Day, addDays, ageOn } from "#app/domain/dates.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { monthlyFen } from "#app/domain/post/monthly-wage.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { postScopeOf } from "#app/domain/region/place-class.ts";
import type { LabourCapacity, PersonCategoryKind, Role, Sex, WelfareKind } from "#app/domain/terms.ts";
import { hashPassword } from "#app/platform/passwords.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { madeUpPhone } from "#prisma/seed/generate/identity.ts";
import { drawGivenName, drawSurname } from "#prisma/seed/generate/names.ts";
import { birthDateFor, drawAge, drawEducation, drawTrade, type PersonDraft } from "#prisma/seed/generate/people.ts";
import { randomFor, SUBJECT, ulidFrom } from "#prisma/seed/generate/random.ts";
import { type CertificateRow, type EmployerRow, type PersonRow, type PostRow, sqlTime, type TermsRow, type WishRow } from "#prisma/seed/generate/rows.ts";
import { insertRows } from "#prisma/seed/starter/bulk.ts";
import { toPersonRow } from "#prisma/seed/starter/encode.ts";
import { loadMiniReference } from "./mini-reference.ts";

/** Fields of a person that is still in the clear, besides the columns themselves. */
interface PersonWishes extends Partial<PersonRow> {
  name?: string;
  age?: number;
  idNumber?: string;
  phone?: string | null;
  categories?: PersonCategoryKind[];
  labourCapacity?: LabourCapacity;
  /** false: no wish row; otherwise what differs from the usual one */
  wish?: WishFields | false;
}
type WishFields = Partial<Omit<WishRow, "occupationCodes">> & { occupationCodes?: string[] };

type PostFields = Partial<PostRow> & { welfare?: Partial<TermsRow> & { kind: WelfareKind } };

export type Factory = ReturnType<typeof createFactory>;

/**
 * Makes rows for tests out of the starter data's own pieces. Every method writes at once and resolves to what it made;
 * what is not named is plausible and the same for the same seed. Days are counted from the clock's today.
 */
export function createFactory(deps: Deps, seed = 1) {
  const today = deps.clock.today();
  const now = sqlTime(deps.clock.now().toISOString());
  const random = randomFor(seed, SUBJECT.FACTORY);
  let made = 0;
  let ready: Promise<void> | null = null;
  const reference = () => (ready ??= loadMiniReference(deps.pool));
  const id = () => ulidFrom(random, deps.clock.now().getTime());
  const flag = (value: boolean | 0 | 1 | undefined, otherwise: 0 | 1): 0 | 1 => (value === undefined ? otherwise : value ? 1 : 0);

  const taken = new Set<string>();
  /** Of hundreds of people two may be drawn with one day of birth and one number after it. */
  function freeNumber(birthDate: Day, sex: Sex): string {
    for (;;) {
      const number = makeResidentId(MADE_UP_ID_REGION, birthDate, 499 - random.int(0, 240), sex);
      if (!taken.has(number)) return taken.add(number) && number;
    }
  }

  async function person(fields: PersonWishes = {}) {
    await reference();
    const { name, age: wishedAge, idNumber, phone, categories = [], labourCapacity = "FULL", wish, ...columns } = fields;
    const sex = columns.sex ?? (random.chance(0.5) ? "M" : "F");
    const age = wishedAge ?? (columns.birthDate ? ageOn(columns.birthDate, today) : Math.max(20, drawAge(random)));
    const birthDate = columns.birthDate ?? birthDateFor(random, age, today);
    const draft: PersonDraft = {
      index: (made += 1), id: id(), name: name ?? drawSurname(random) + drawGivenName(random, sex, Number(birthDate.slice(0, 4))), sex, birthDate, age,
      education: columns.education ?? drawEducation(random, age), categories: [], labourCapacity, canLeave: true, experienceMonths: 24,
      trade: drawTrade(random, sex, age), registeredOn: addDays(today, -100),
    };
    const homeRegionCode = columns.homeRegionCode ?? columns.homeCountyCode ?? "141124";
    // from the top of the range: the starter data counts from the bottom
    const number = idNumber ?? freeNumber(birthDate, sex);
    const row: PersonRow = {
      ...toPersonRow(deps.crypto, draft, {
        homeRegionCode, homeCountyCode: countyOf(homeRegionCode), householdId: null, idNumber: number,
        phone: phone === undefined ? madeUpPhone(random.int(50_000_000, 89_999_999)) : phone,
      }),
      source: "factory",
      ...columns,
    };
    await insertRows(deps.pool, "person", [row]);
    await insertRows(deps.pool, "person_category", categories.map((kind) => {
      const categoryId = id();
      return { id: categoryId, personId: row.id, kindEnc: deps.crypto.sealFlag("person.category", categoryId, kind), validFrom: "2020-01-01", validTo: null, source: "factory", recordedAt: now };
    }));
    if (wish !== false) await insertRows(deps.pool, "wish", [wishRow(row.id, draft.trade.code, wish ?? {})]);
    return { id: row.id, name: draft.name, idNumber: number, row };
  }

  function wishRow(personId: string, tradeCode: string, { occupationCodes, ...fields }: WishFields): WishRow {
    return {
      personId, seeking: 1, minWageFen: 300_000, needsHousing: 0, maxDistanceKm: null, willInCounty: 1, willInProvince: 1, willOutOfProvince: 1,
      willOverseas: 0, availableFrom: addDays(today, -30), updatedAt: now, ...fields, occupationCodes: JSON.stringify(occupationCodes ?? [tradeCode]),
    };
  }

  return {
    reference,
    person,

    async household(regionCode = "141124", resettlementSiteId: string | null = null): Promise<string> {
      await reference();
      const row = { id: id(), regionCode, resettlementSiteId, recordedAt: now };
      await insertRows(deps.pool, "household", [row]);
      return row.id;
    },

    async wish(personId: string, fields: WishFields = {}): Promise<void> {
      await deps.pool.query("DELETE FROM wish WHERE personId = ?", [personId]);
      await insertRows(deps.pool, "wish", [wishRow(personId, "6-18-02-04", fields)]);
    },

    async certificate(personId: string, fields: Partial<CertificateRow> = {}): Promise<string> {
      await reference();
      const row: CertificateRow = {
        id: id(), personId, kind: "SKILL_LEVEL", occupationCode: "6-18-02-04", level: "INTERMEDIATE", issuer: "测试评价机构", number: `F${id()}`,
        issuedOn: addDays(today, -700), expiresOn: null, verification: "VERIFIED", verifiedAt: now, recordedAt: now, ...fields,
      };
      await insertRows(deps.pool, "certificate", [row]);
      return row.id;
    },

    async employer(fields: Partial<EmployerRow> = {}): Promise<string> {
      await reference();
      const row: EmployerRow = {
        id: id(), name: `测试机械有限公司${(made += 1)}`, creditCode: makeCreditCode(MADE_UP_ID_REGION, random.int(10_000_000, 99_999_999)), kind: "OWN_RECRUITING",
        status: "APPROVED", regionCode: "141124", industry: "机械制造", sizeLabel: null, phoneEnc: null, verifiedAt: now, verifiedBy: null,
        reverifyBy: addDays(today, 180), madeUp: 1, source: "factory", sourceRef: null, recordedAt: now, ...fields,
      };
      await insertRows(deps.pool, "employer", [row]);
      return row.id;
    },

    /** A post of an employer of its own unless one is named; monthly pay follows from the wage unless it is named. */
    async post(fields: PostFields = {}): Promise<string> {
      const { welfare, ...columns } = fields;
      const employerId = columns.employerId ?? (await this.employer());
      const regionCode = columns.regionCode ?? columns.countyCode ?? "141124";
      const [wageMinFen, wageMaxFen] = [columns.wageMinFen === undefined ? 500_000 : columns.wageMinFen, columns.wageMaxFen === undefined ? 700_000 : columns.wageMaxFen];
      const wagePeriod = columns.wagePeriod ?? "MONTH";
      const monthly = (fen: number | null) => (fen === null ? null : monthlyFen(fen, wagePeriod, columns.wageMonths ?? 12));
      const row: PostRow = {
        id: id(), stream: "MARKET", employerId, title: "电焊工", occupationCode: "6-18-02-04", description: "按图焊接。", regionCode,
        countyCode: countyOf(regionCode), scope: postScopeOf(regionCode), address: null, openings: 3, filled: 0, wageMinFen, wageMaxFen, wagePeriod,
        wageMonths: 12, monthlyMinFen: monthly(wageMinFen), monthlyMaxFen: monthly(wageMaxFen), hoursPerDay: 8, daysPerWeek: 6, housing: 1, meals: 1,
        insurance: 1, educationMin: "NONE", experienceMonths: 0, certOccupationCode: null, certLevel: null, brandId: null, workshopId: null,
        workfareProjectId: null, status: "PUBLISHED", validFrom: addDays(today, -5), validUntil: addDays(today, 60), publishedAt: now, verifiedAt: now,
        verifiedBy: null, madeUp: 1, source: "factory", sourceRef: null, sourceHash: null, recordedAt: now, updatedAt: now, ...columns,
      };
      await insertRows(deps.pool, "post", [row]);
      if (welfare || row.stream === "WELFARE") {
        await insertRows(deps.pool, "welfare_terms", [{
          postId: row.id, kind: "GENERAL", fundSource: "就业补助资金", subsidyFenPerMonth: row.monthlyMinFen ?? 100_000, termMonths: 12, insurancePolicyNo: null,
          noticeFrom: addDays(today, -20), noticeUntil: addDays(today, -10), ...welfare,
        }]);
      }
      return row.id;
    },

    /** A user who can sign in with `password`. */
    async user(fields: { role: Role; username?: string; password?: string; regionCode?: string | null; personId?: string | null; employerId?: string | null; trainingBodyId?: string | null; brandId?: string | null; demo?: boolean }) {
      const { password = "test-password-1", demo, ...rest } = fields;
      const user = {
        id: id(), username: `user${(made += 1)}-${random.int(0, 999_999)}`, displayName: "测试用户", regionCode: null, personId: null, employerId: null, ...rest,
        status: "ACTIVE" as const, demo: flag(demo, 0) === 1, passwordHash: await hashPassword(password), recordedAt: deps.clock.now(),
      };
      await deps.db.user.create({ data: user });
      return { id: user.id, username: user.username, password };
    },

    /** A day relative to the clock's today. */
    day: (offset: number): Day => addDays(today, offset),
  };
}
