import { toDate } from "#app/domain/dates.ts";
import { maskIdNumber, maskName, maskPhone } from "#app/domain/person/masks.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import type { Education, LabourCapacity, Sex } from "#app/domain/terms.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { emit } from "./outbox.server.ts";

export interface NewPerson {
  name: string;
  idNumber: string;
  birthDate: string;
  sex: Sex;
  phone: string | null;
  education: Education;
  homeRegionCode: string;
  labourCapacity?: LabourCapacity;
  canLeave?: boolean;
  experienceMonths?: number;
  /** who told of them: `self`, `agent`, … */
  source: string;
}

/** Holds these persons until the transaction ends, in the order of their ids, so that two writers never wait for each other. */
export async function lockPersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM person WHERE id IN (${Prisma.join([...personIds].sort())}) ORDER BY id FOR UPDATE`;
}

/**
 * Adds a person; a resident ID that is known is refused by the database (`isUniqueViolation`). Somebody who had withdrawn and comes back is
 * the same person again under their old id, so that they count once; nothing that was deleted returns.
 */
export async function insertPerson(deps: Pick<Deps, "crypto" | "clock" | "newId">, tx: Tx, person: NewPerson): Promise<string> {
  const now = deps.clock.now();
  const gone = await tx.person.findFirst({ where: { idNumberIndex: deps.crypto.blindIndex("person.idNumber", person.idNumber), deletedAt: { not: null } }, select: { id: true } });
  const id = gone?.id ?? deps.newId();
  const data = {
    ...identityColumns(deps, person), ...phoneColumns(deps, person.phone), sex: person.sex, birthDate: toDate(person.birthDate), education: person.education,
    homeRegionCode: person.homeRegionCode, homeCountyCode: countyOf(person.homeRegionCode), labourCapacity: person.labourCapacity ?? "FULL",
    canLeave: person.canLeave ?? true, experienceMonths: person.experienceMonths ?? 0, source: person.source, recordedAt: now, updatedAt: now,
  };
  const back = gone === null ? 0 : (await tx.person.updateMany({ where: { id, deletedAt: { not: null } }, data: { ...data, deletedAt: null } })).count;
  if (back === 0) await tx.person.create({ data: { id, ...data } });
  await emit(deps, tx, [{ event: "person.changed", subjectId: id }]);
  return id;
}

/** Whose resident ID it is; nobody's once they have withdrawn. */
export async function findPersonByIdNumber(deps: Pick<Deps, "db" | "crypto">, idNumber: string) {
  return deps.db.person.findFirst({ where: { idNumberIndex: deps.crypto.blindIndex("person.idNumber", idNumber), deletedAt: null } });
}

/** Whether a typed name is the one on record; blanks and forms of a character don't matter. */
export function isName({ crypto }: Pick<Deps, "crypto">, nameEnc: string, typed: string): boolean {
  return crypto.blindIndex("person.name", crypto.decrypt("person.name", nameEnc)) === crypto.blindIndex("person.name", typed);
}

export function identityColumns({ crypto }: Pick<Deps, "crypto">, { name, idNumber }: { name: string; idNumber: string }) {
  return {
    nameEnc: crypto.encrypt("person.name", name), nameMasked: maskName(name),
    idNumberEnc: crypto.encrypt("person.idNumber", idNumber), idNumberIndex: crypto.blindIndex("person.idNumber", idNumber), idNumberMasked: maskIdNumber(idNumber),
  };
}

export function phoneColumns({ crypto }: Pick<Deps, "crypto">, phone: string | null) {
  if (phone === null) return { phoneEnc: null, phoneIndex: null, phoneMasked: null };
  return { phoneEnc: crypto.encrypt("person.phone", phone), phoneIndex: crypto.blindIndex("person.phone", phone), phoneMasked: maskPhone(phone) };
}
