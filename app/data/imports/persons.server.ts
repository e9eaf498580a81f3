import type { PoolConnection, RowDataPacket } from "mysql2/promise";
import { type CapacityRow, type CategoryRow, openCapacity, openCategory } from "#app/data/person-status.ts";
import type { Day } from "#app/domain/dates.ts";
import type { Lexicon } from "#app/domain/occupation/lexicon.ts";
import type { Education, LabourCapacity, PersonCategoryKind } from "#app/domain/terms.ts";
import { type Pool, readJson } from "#app/platform/database.server.ts";
import { loadLexicon } from "#app/data/occupations/lexicon.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { type BulkRow, type InsertRows, takeNew, updateBulk } from "./write-bulk.server.ts";

type Connection = Pick<PoolConnection, "query">;

export interface KnownWish {
  minWageFen: number;
  willInCounty: boolean;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
  availableFrom: Day;
  occupationCodes: string[];
}

export interface KnownPerson {
  id: string;
  row: BulkRow;
  nameEnc: string;
  phoneIndex: string | null;
  householdId: string | null;
  education: Education;
  homeRegionCode: string;
  labourCapacity: LabourCapacity;
  canLeave: boolean;
  experienceMonths: number;
  categories: Set<PersonCategoryKind>;
  brandIds: Set<string>;
  craftKeys: Set<string>;
  wish: KnownWish | null;
  /** has withdrawn: no roster brings them back, only they themselves */
  withdrawn: boolean;
  /** steps of the profile that the person has answered */
  answered: Set<string>;
}

/** The persons of these blind indexes, with what an import may add to. `indexes` lead from each form in which one is stored to the one asked about. `lock`: until the transaction ends. */
export async function findPersonsByIdNumber({ crypto }: Pick<Deps, "crypto">, connection: Connection, indexes: ReadonlyMap<string, string>, today: Day, lock: boolean): Promise<Map<string, KnownPerson>> {
  if (indexes.size === 0) return new Map();
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT * FROM person WHERE idNumberIndex IN (?)${lock ? " FOR UPDATE" : ""}`, [[...indexes.keys()]]);
  const persons = new Map<string, KnownPerson>();
  const byIndex = new Map<string, KnownPerson>();
  for (const row of rows) {
    const person: KnownPerson = {
      id: row.id as string, row: row as BulkRow, nameEnc: row.nameEnc as string, phoneIndex: row.phoneIndex as string | null,
      householdId: row.householdId as string | null, education: row.education as Education, homeRegionCode: row.homeRegionCode as string, labourCapacity: openCapacity({ crypto }, row.id as string, row as RowDataPacket & CapacityRow),
      canLeave: Boolean(row.canLeave), experienceMonths: Number(row.experienceMonths), categories: new Set(), brandIds: new Set(), craftKeys: new Set(), wish: null,
      withdrawn: row.deletedAt !== null, answered: new Set(),
    };
    persons.set(person.id, person);
    byIndex.set(indexes.get(row.idNumberIndex as string)!, person);
  }
  if (persons.size === 0) return byIndex;
  const ids = [...persons.keys()];
  const [categories] = await connection.query<RowDataPacket[]>(
    "SELECT id, personId, kind, kindEnc FROM person_category WHERE personId IN (?) AND (validTo IS NULL OR validTo > ?)", [ids, today]);
  for (const row of categories) persons.get(row.personId as string)?.categories.add(openCategory({ crypto }, row as RowDataPacket & CategoryRow));
  const [brands] = await connection.query<RowDataPacket[]>(
    "SELECT personId, brandId FROM brand_membership WHERE personId IN (?) AND (validTo IS NULL OR validTo > ?)", [ids, today]);
  for (const row of brands) persons.get(row.personId as string)?.brandIds.add(row.brandId as string);
  const [crafts] = await connection.query<RowDataPacket[]>("SELECT personId, craftKey FROM person_craft WHERE personId IN (?)", [ids]);
  for (const row of crafts) persons.get(row.personId as string)?.craftKeys.add(row.craftKey as string);
  const [steps] = await connection.query<RowDataPacket[]>("SELECT personId, step FROM profile_step WHERE personId IN (?)", [ids]);
  for (const row of steps) persons.get(row.personId as string)?.answered.add(row.step as string);
  const [wishes] = await connection.query<RowDataPacket[]>("SELECT * FROM wish WHERE personId IN (?)", [ids]);
  for (const row of wishes) {
    const person = persons.get(row.personId as string);
    if (!person) continue;
    person.wish = {
      minWageFen: Number(row.minWageFen), willInCounty: Boolean(row.willInCounty), willInProvince: Boolean(row.willInProvince),
      willOutOfProvince: Boolean(row.willOutOfProvince), willOverseas: Boolean(row.willOverseas), availableFrom: row.availableFrom as Day,
      occupationCodes: readJson(row.occupationCodes) as string[],
    };
  }
  return byIndex;
}

export interface KnownCertificate { personId: string; issuer: string; number: string }

export async function findCertificates(connection: Connection, wanted: readonly { issuer: string; number: string }[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const [rows] = await connection.query<RowDataPacket[]>("SELECT personId, issuer, number FROM certificate WHERE (issuer, number) IN (?)", [
    wanted.map(({ issuer, number }) => [issuer, number]),
  ]);
  return new Map(rows.map((row) => [certificateKey(row.issuer as string, row.number as string), row.personId as string]));
}

export function certificateKey(issuer: string, number: string): string {
  return `${issuer}\n${number}`;
}

export interface PersonLists {
  brandIdByName: Map<string, string>;
  occupationCodes: Set<string>;
  lexicon: Lexicon | null;
}

export async function loadPersonLists(pool: Pool): Promise<PersonLists> {
  const [brands] = await pool.query<RowDataPacket[]>("SELECT id, name FROM labour_brand");
  const [occupations] = await pool.query<RowDataPacket[]>("SELECT code FROM occupation");
  return {
    brandIdByName: new Map(brands.map((row) => [row.name as string, row.id as string])),
    occupationCodes: new Set(occupations.map((row) => row.code as string)),
    lexicon: await loadLexicon(pool),
  };
}

export interface PersonWrites {
  newPersons: BulkRow[];
  changedPersons: BulkRow[];
  newWishes: BulkRow[];
  changedWishes: BulkRow[];
  categories: BulkRow[];
  certificates: BulkRow[];
  memberships: BulkRow[];
  crafts: BulkRow[];
  /** both forms of a newcomer's resident ID, while the index is being changed */
  claims: BulkRow[];
}

const PERSON_CHANGES = [
  "nameEnc", "nameMasked", "phoneEnc", "phoneIndex", "phoneMasked", "education", "homeRegionCode", "homeCountyCode", "labourCapacity", "labourCapacityEnc", "canLeave",
  "experienceMonths", "householdId", "updatedAt",
];
const WISH_CHANGES = ["minWageFen", "willInCounty", "willInProvince", "willOutOfProvince", "willOverseas", "availableFrom", "occupationCodes", "updatedAt"];

export async function writePersons(connection: Connection, writes: PersonWrites, insert: InsertRows): Promise<void> {
  await insert(connection, "index_claim", writes.claims);
  await insert(connection, "person", writes.newPersons);
  await updateBulk(connection, "person", writes.changedPersons, takeNew(PERSON_CHANGES));
  await insert(connection, "wish", writes.newWishes);
  await updateBulk(connection, "wish", writes.changedWishes, takeNew(WISH_CHANGES));
  await insert(connection, "person_category", writes.categories);
  await insert(connection, "certificate", writes.certificates);
  // asked about by the hour, so many at a time: a roster can bring hundreds of thousands
  await insert(connection, "certificate_lookup", writes.certificates.map((one): BulkRow => ({ certificateId: one.id!, personId: one.personId!, state: "WAITING", tries: 0, recordedAt: one.recordedAt! })));
  await insert(connection, "brand_membership", writes.memberships);
  await insert(connection, "person_craft", writes.crafts);
}
