import type { KnownPerson, KnownWish } from "#app/data/imports/persons.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { Differing, DifferingField } from "#app/domain/import/differences.ts";
import type { PersonDraft } from "#app/domain/import/read-person.ts";
import { maskName, maskPhone } from "#app/domain/person/masks.ts";

/** A row without what the person has answered themselves: their own word is newer than any roster's. */
export function withoutOwnAnswers(draft: PersonDraft, answered: ReadonlySet<string>): PersonDraft {
  if (answered.size === 0) return draft;
  return {
    ...draft,
    ...(answered.has("work") ? { experienceMonths: undefined } : {}),
    ...(answered.has("education") ? { education: undefined } : {}),
    ...(answered.has("care") ? { canLeave: undefined } : {}),
    ...(answered.has("want") ? { wishOccupations: [], minWageFen: undefined } : {}),
    ...(answered.has("where") ? { reach: undefined, availableFrom: undefined } : {}),
  };
}

/** The wish of somebody whose roster says nothing of it: near home if they cannot leave, else within the province. */
export function wishOf(draft: PersonDraft, before: KnownWish | null, canLeave: boolean, occupationCodes: readonly string[], today: Day): KnownWish {
  const reach = draft.reach ?? before ?? { willInCounty: true, willInProvince: canLeave, willOutOfProvince: false, willOverseas: false };
  return {
    minWageFen: draft.minWageFen ?? before?.minWageFen ?? 0,
    willInCounty: reach.willInCounty,
    willInProvince: reach.willInProvince,
    willOutOfProvince: reach.willOutOfProvince,
    willOverseas: reach.willOverseas,
    availableFrom: draft.availableFrom ?? before?.availableFrom ?? today,
    occupationCodes: occupationCodes.length > 0 ? [...occupationCodes] : (before?.occupationCodes ?? []),
  };
}

export function sameWish(a: KnownWish, b: KnownWish): boolean {
  return (
    a.minWageFen === b.minWageFen && a.willInCounty === b.willInCounty && a.willInProvince === b.willInProvince &&
    a.willOutOfProvince === b.willOutOfProvince && a.willOverseas === b.willOverseas && a.availableFrom === b.availableFrom &&
    a.occupationCodes.join() === b.occupationCodes.join()
  );
}

export interface Told {
  name: string;
  phone: string | null;
  homeRegionCode: string;
}

/** What a row says of a known person that the database says otherwise. What the row leaves out does not count. */
export function differencesOf(known: KnownPerson, draft: PersonDraft, told: Told): Differing<DifferingField>[] {
  const differences: Differing<DifferingField>[] = [];
  const add = (field: DifferingField, before: string, after: string) => differences.push({ field, before, after });
  if (told.name !== draft.name) add("name", maskName(told.name), maskName(draft.name));
  if (draft.phone !== undefined && draft.phone !== told.phone) add("phone", told.phone === null ? "" : maskPhone(told.phone), maskPhone(draft.phone));
  if (draft.education !== undefined && draft.education !== known.education) add("education", known.education, draft.education);
  if (told.homeRegionCode !== known.homeRegionCode) add("home", known.homeRegionCode, told.homeRegionCode);
  if (draft.labourCapacity !== undefined && draft.labourCapacity !== known.labourCapacity) add("labourCapacity", known.labourCapacity, draft.labourCapacity);
  if (draft.canLeave !== undefined && draft.canLeave !== known.canLeave) add("canLeave", yesNo(known.canLeave), yesNo(draft.canLeave));
  if (draft.experienceMonths !== undefined && draft.experienceMonths !== known.experienceMonths) add("experience", String(known.experienceMonths), String(draft.experienceMonths));
  return differences;
}

const yesNo = (value: boolean) => (value ? "yes" : "no");
