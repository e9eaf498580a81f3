import type { KnownPerson, KnownWish } from "#app/data/imports/persons.server.ts";
import type { Day } from "#app/domain/dates.ts";
import type { PersonDraft } from "#app/domain/import/read-person.ts";

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

/** Whether a row says something of a known person that the database does not hold. What the row leaves out does not count. */
export function differs(
  known: KnownPerson, draft: PersonDraft, told: { name: string; phoneIndex: string | null; homeRegionCode: string },
): boolean {
  return (
    told.name !== draft.name ||
    (draft.phone !== undefined && told.phoneIndex !== known.phoneIndex) ||
    (draft.education !== undefined && draft.education !== known.education) ||
    told.homeRegionCode !== known.homeRegionCode ||
    (draft.labourCapacity !== undefined && draft.labourCapacity !== known.labourCapacity) ||
    (draft.canLeave !== undefined && draft.canLeave !== known.canLeave) ||
    (draft.experienceMonths !== undefined && draft.experienceMonths !== known.experienceMonths)
  );
}
