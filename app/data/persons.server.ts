import { sealCapacity } from "#app/data/person-status.ts";
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

/** What the unique key would have said: while the index is changed it sees only one of the two forms. */
class AlreadyKnown extends Error {
  readonly code = "ER_DUP_ENTRY";
}

/**
 * Adds a person; a resident ID that is known is refused (`isUniqueViolation`). Somebody who had withdrawn and comes back is
 * the same person again under their old id, so that they count once; nothing that was deleted returns.
 */
export async function insertPerson(deps: Pick<Deps, "crypto" | "clock" | "newId">, tx: Tx, person: NewPerson): Promise<string> {
  const now = deps.clock.now();
  const forms = deps.crypto.blindIndexes("person.idNumber", person.idNumber);
  const known = await tx.person.findFirst({ where: { idNumberIndex: { in: forms } }, select: { id: true, deletedAt: true } });
  if (known?.deletedAt === null) throw new AlreadyKnown();
  const id = known?.id ?? deps.newId();
  const data = {
    ...identityColumns(deps, person), ...phoneColumns(deps, person.phone), sex: person.sex, birthDate: toDate(person.birthDate), education: person.education,
    homeRegionCode: person.homeRegionCode, homeCountyCode: countyOf(person.homeRegionCode), labourCapacity: null, labourCapacityEnc: sealCapacity(deps, id, person.labourCapacity ?? "FULL"),
    canLeave: person.canLeave ?? true, experienceMonths: person.experienceMonths ?? 0, source: person.source, recordedAt: now, updatedAt: now,
  };
  const back = known === null ? 0 : (await tx.person.updateMany({ where: { id, deletedAt: { not: null } }, data: { ...data, deletedAt: null } })).count;
  if (back === 0) {
    // while the index is changed, the unique key sees only one of the two forms
    if (forms.length > 1) await tx.indexClaim.createMany({ data: forms.map((claim) => ({ claim, recordedAt: now })) });
    await tx.person.create({ data: { id, ...data } });
  }
  await emit(deps, tx, [{ event: "person.changed", subjectId: id }]);
  return id;
}

/** Whose resident ID it is; nobody's once they have withdrawn. */
export async function findPersonByIdNumber(deps: Pick<Deps, "db" | "crypto">, idNumber: string) {
  return deps.db.person.findFirst({ where: { idNumberIndex: { in: deps.crypto.blindIndexes("person.idNumber", idNumber) }, deletedAt: null } });
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
