import { type Day, toDay } from "#app/domain/dates.ts";
import type { Help } from "#app/domain/training/enrolment.ts";
import { type LabourCapacity, PERSON_CATEGORIES, type PersonCategoryKind } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/**
 * A person's category, capacity for work and order of help are ciphertext. Rows from before that still have the word in the plain column beside it, until
 * `npm run rotate-keys` has come by: the sealed word goes before the plain one.
 */
type Needs = Pick<Deps, "crypto">;

export interface CategoryRow { id: string; kind: PersonCategoryKind | null; kindEnc: string | null }
export interface CapacityRow { labourCapacity: LabourCapacity | null; labourCapacityEnc: string | null }
export interface HelpRow { help: Help | null; helpEnc: string | null }

export function sealCategory({ crypto }: Needs, categoryId: string, kind: PersonCategoryKind): string {
  return crypto.sealFlag("person.category", categoryId, kind);
}

export function openCategory({ crypto }: Needs, row: CategoryRow): PersonCategoryKind {
  return row.kindEnc === null ? (row.kind ?? neither("category", row.id)) : crypto.openFlag("person.category", row.id, row.kindEnc);
}

/** A category that Prisma has read, with the days from and to which it holds. */
export function openHeld(deps: Needs, row: CategoryRow & { validFrom: Date; validTo: Date | null }): { kind: PersonCategoryKind; validFrom: Day; validTo: Day | null } {
  return { kind: openCategory(deps, row), validFrom: toDay(row.validFrom), validTo: row.validTo && toDay(row.validTo) };
}

/** What everybody of a list is, where whoever handed it in has said so. */
export function categoryOfRoster(deps: Needs, { id, category, categoryEnc }: { id: string; category: PersonCategoryKind | null; categoryEnc: string | null }): PersonCategoryKind | null {
  return categoryEnc === null ? category : openCategory(deps, { id, kind: category, kindEnc: categoryEnc });
}

/** All of a person's, in the order of the list of categories. */
export function openCategories(deps: Needs, rows: readonly CategoryRow[]): PersonCategoryKind[] {
  return rows.map((row) => openCategory(deps, row)).sort((a, b) => PERSON_CATEGORIES.indexOf(a) - PERSON_CATEGORIES.indexOf(b));
}

export function sealCapacity({ crypto }: Needs, personId: string, capacity: LabourCapacity): string {
  return crypto.sealFlag("person.capacity", personId, capacity);
}

export function openCapacity({ crypto }: Needs, personId: string, row: CapacityRow): LabourCapacity {
  return row.labourCapacityEnc === null ? (row.labourCapacity ?? neither("capacity", personId)) : crypto.openFlag("person.capacity", personId, row.labourCapacityEnc);
}

export function sealHelp({ crypto }: Needs, rowId: string, help: Help): string {
  return crypto.sealFlag("training.help", rowId, help);
}

export function openHelp({ crypto }: Needs, rowId: string, row: HelpRow): Help {
  return row.helpEnc === null ? (row.help ?? neither("order of help", rowId)) : crypto.openFlag("training.help", rowId, row.helpEnc);
}

function neither(what: string, id: string): never {
  throw new Error(`the ${what} of ${id} stands neither in the plain nor in the sealed column`);
}
