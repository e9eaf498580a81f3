import type { Prisma } from "#prisma/generated/client.ts";
import { toDate } from "#app/domain/dates.ts";
import { reachColumns, reachOf, type RegisteredFacts, type StoredFacts } from "#app/domain/person/registration.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { type Db, readJson, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { emit } from "./outbox.server.ts";
import { identityColumns, lockPersons, phoneColumns } from "./persons.server.ts";

/** A person that is known by their resident ID, as a registration sees them. */
export interface StoredPerson {
  id: string;
  homeRegionCode: string;
  nameMasked: string;
  phoneMasked: string | null;
  facts: StoredFacts;
  /** changes whenever the person or their wish does */
  version: string;
}

const withWish = { include: { wish: true } } as const;
type PersonGetPayload = Prisma.PersonGetPayload<typeof withWish>;

export async function findStoredPerson(deps: Pick<Deps, "crypto">, db: Db | Tx, idNumber: string): Promise<StoredPerson | null> {
  const person = await db.person.findFirst({ where: { idNumberIndex: { in: deps.crypto.blindIndexes("person.idNumber", idNumber) } }, ...withWish });
  return person && storedPerson(deps, person);
}

/** The same person read again under a lock that lasts as long as the transaction; what was read before may be old. */
export async function lockStoredPerson(deps: Pick<Deps, "crypto">, tx: Tx, personId: string): Promise<StoredPerson> {
  await lockPersons(tx, [personId]);
  await tx.$queryRaw`SELECT personId FROM wish WHERE personId = ${personId} FOR UPDATE`;
  return storedPerson(deps, await tx.person.findUniqueOrThrow({ where: { id: personId }, ...withWish }));
}

function storedPerson({ crypto }: Pick<Deps, "crypto">, person: PersonGetPayload): StoredPerson {
  const { wish } = person;
  return {
    id: person.id, homeRegionCode: person.homeRegionCode, nameMasked: person.nameMasked, phoneMasked: person.phoneMasked,
    version: `${person.updatedAt.toISOString()}|${wish?.updatedAt.toISOString() ?? "-"}`,
    facts: {
      name: crypto.decrypt("person.name", person.nameEnc), phone: person.phoneEnc === null ? null : crypto.decrypt("person.phone", person.phoneEnc),
      homeRegionCode: person.homeRegionCode,
      wish: wish && {
        occupationCodes: readJson(wish.occupationCodes) as string[], reach: reachOf({ ...wish, canLeave: person.canLeave }), minWageFen: wish.minWageFen, needsHousing: wish.needsHousing,
      },
    },
  };
}

/** The wish of somebody who is new here: they look for work from today on. */
export async function insertWish(deps: Pick<Deps, "clock">, tx: Tx, personId: string, facts: RegisteredFacts): Promise<void> {
  const { canLeave: _ofPerson, ...places } = reachColumns(facts.reach);
  await tx.wish.create({ data: { personId, ...wishColumns(facts), ...places, seeking: true, availableFrom: toDate(deps.clock.today()), updatedAt: deps.clock.now() } });
}

/** Stores the facts that were taken over; columns whose fact stays as it is are not touched. */
export async function applyFacts(deps: Pick<Deps, "crypto" | "clock" | "newId">, tx: Tx, person: StoredPerson, idNumber: string, facts: RegisteredFacts): Promise<void> {
  const now = deps.clock.now();
  const { canLeave, ...places } = reachColumns(facts.reach);
  const moved = facts.reach !== person.facts.wish?.reach;
  await tx.person.update({
    where: { id: person.id },
    data: {
      ...(facts.name !== person.facts.name && identityColumns(deps, { name: facts.name, idNumber })),
      ...(facts.phone !== person.facts.phone && phoneColumns(deps, facts.phone)),
      ...(facts.homeRegionCode !== person.homeRegionCode && { homeRegionCode: facts.homeRegionCode, homeCountyCode: countyOf(facts.homeRegionCode) }),
      ...(moved && { canLeave }),
      updatedAt: now,
    },
  });
  if (person.facts.wish === null) await insertWish(deps, tx, person.id, facts);
  else await tx.wish.update({ where: { personId: person.id }, data: { ...wishColumns(facts), ...(moved && places), updatedAt: now } });
  await emit(deps, tx, [{ event: "person.changed", subjectId: person.id }]);
}

function wishColumns({ occupationCodes, minWageFen, needsHousing }: RegisteredFacts) {
  return { occupationCodes: [...occupationCodes], minWageFen, needsHousing };
}

/** Keeps the crafts that were named, each once; only those of the product's list. */
export async function addCrafts(deps: Pick<Deps, "clock">, tx: Tx, personId: string, found: readonly { key: string; matched: string }[]): Promise<void> {
  if (found.length === 0) return;
  const known = await tx.craft.findMany({ where: { key: { in: found.map(({ key }) => key) } }, select: { key: true } });
  await tx.personCraft.createMany({
    data: found.filter(({ key }) => known.some((one) => one.key === key)).map(({ key, matched }) => ({ personId, craftKey: key, said: matched, source: "agent", recordedAt: deps.clock.now() })),
    skipDuplicates: true,
  });
}
