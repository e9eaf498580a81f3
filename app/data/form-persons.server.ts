import type { RowDataPacket } from "mysql2";
import { loadEventsOfPersons } from "#app/data/ledger/events.server.ts";
import { type CapacityRow, type CategoryRow, openCapacity, openCategories } from "#app/data/person-status.ts";
import { type Name, occupationNames, regionPaths } from "#app/data/read-models/names.server.ts";
import { ageOn, type Day } from "#app/domain/dates.ts";
import { type Reach, reachOf } from "#app/domain/person/registration.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import type { Education, LabourCapacity, PersonCategoryKind, PlaceClass, Sex, SkillLevel } from "#app/domain/terms.ts";
import { readJson } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** A person in the clear, as a printed form needs them. What is not known is null or empty and stays a blank to be filled by hand. */
export interface FormPerson {
  id: string;
  name: string;
  idNumber: string;
  phone: string | null;
  sex: Sex;
  birthDate: Day;
  age: number;
  education: Education;
  home: Name;
  homeRegionCode: string;
  labourCapacity: LabourCapacity;
  categories: PersonCategoryKind[];
  wish: { trades: Name[]; reach: Reach; minWageFen: number; needsHousing: boolean; availableFrom: Day } | null;
  certificates: { occupation: Name; level: SkillLevel | null }[];
  job: { employer: string; title: string; place: Name; placeClass: PlaceClass; arrivedOn: Day | null; monthlyFen: number | null } | null;
}

/** Decrypts; only for a use case that has authorised the opening and writes it to the audit. In the order of the ids. */
export async function loadFormPersons(deps: Pick<Deps, "pool" | "crypto" | "clock">, ids: readonly string[]): Promise<FormPerson[]> {
  if (ids.length === 0) return [];
  const today = deps.clock.today();
  const query = async (sql: string, ...params: unknown[]) => (await deps.pool.query<RowDataPacket[]>(sql, params))[0];
  const [persons, wishes, categories, certificates, jobs, ledger] = await Promise.all([
    query("SELECT * FROM person WHERE id IN (?)", ids),
    query("SELECT * FROM wish WHERE personId IN (?)", ids),
    query("SELECT id, personId, kind, kindEnc FROM person_category WHERE personId IN (?) AND validFrom <= ? AND (validTo IS NULL OR validTo > ?)", ids, today, today),
    query("SELECT personId, occupationCode, level FROM certificate WHERE personId IN (?) AND verification <> 'REVOKED' ORDER BY issuedOn DESC", ids),
    query(`SELECT a.id, a.personId, a.placeClass, a.workRegionCode, p.title, p.monthlyMinFen, e.name AS employer FROM placement a
             LEFT JOIN post p ON p.id = a.postId LEFT JOIN employer e ON e.id = p.employerId WHERE a.activeKey IN (?)`, ids),
    loadEventsOfPersons(deps.pool, [...ids]),
  ]);
  const wishOf = new Map(wishes.map((row) => [row.personId as string, { ...row, occupationCodes: readJson(row.occupationCodes) as string[] } as RowDataPacket & { occupationCodes: string[] }]));
  const [trades, places] = await Promise.all([
    occupationNames(deps.pool, [...certificates.map((row) => row.occupationCode as string), ...[...wishOf.values()].flatMap((row) => row.occupationCodes)]),
    regionPaths(deps.pool, [...persons.map((row) => row.homeRegionCode as string), ...jobs.map((row) => row.workRegionCode as string)]),
  ]);
  const named = (names: Map<string, Name>, code: string): Name => names.get(code) ?? { zh: "", en: "" };
  const one = (row: RowDataPacket): FormPerson => {
    const id = row.id as string;
    const wish = wishOf.get(id);
    const job = jobs.find((other) => other.personId === id);
    return {
      id, name: deps.crypto.decrypt("person.name", row.nameEnc as string), idNumber: deps.crypto.decrypt("person.idNumber", row.idNumberEnc as string),
      phone: row.phoneEnc === null ? null : deps.crypto.decrypt("person.phone", row.phoneEnc as string),
      sex: row.sex as Sex, birthDate: row.birthDate as Day, age: ageOn(row.birthDate as Day, today), education: row.education as Education,
      home: named(places, row.homeRegionCode as string), homeRegionCode: row.homeRegionCode as string, labourCapacity: openCapacity(deps, id, row as RowDataPacket & CapacityRow),
      categories: openCategories(deps, categories.filter((other) => other.personId === id) as (RowDataPacket & CategoryRow)[]),
      wish: wish === undefined ? null : {
        trades: wish.occupationCodes.map((code) => named(trades, code)), minWageFen: Number(wish.minWageFen), needsHousing: Boolean(wish.needsHousing), availableFrom: wish.availableFrom as Day,
        reach: reachOf({ canLeave: Boolean(row.canLeave), willInProvince: Boolean(wish.willInProvince), willOutOfProvince: Boolean(wish.willOutOfProvince), willOverseas: Boolean(wish.willOverseas) }),
      },
      certificates: certificates.filter((other) => other.personId === id).map((other) => ({ occupation: named(trades, other.occupationCode as string), level: other.level as SkillLevel | null })),
      job: job === undefined ? null : {
        employer: (job.employer as string | null) ?? "", title: (job.title as string | null) ?? "", place: named(places, job.workRegionCode as string), placeClass: job.placeClass as PlaceClass,
        arrivedOn: viewPlacement(ledger.get(id)?.get(job.id as string) ?? []).arrivedOn, monthlyFen: job.monthlyMinFen === null ? null : Number(job.monthlyMinFen),
      },
    };
  };
  return ids.flatMap((id) => persons.filter((row) => row.id === id).map(one));
}
