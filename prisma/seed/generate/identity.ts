import type { Day } from "#app/domain/dates.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import type { Sex } from "#app/domain/terms.ts";

/** Eleven digits that no operator gives out: mobile numbers begin with 13 to 19. */
export function madeUpPhone(index: number): string {
  return `100${String(index % 100_000_000).padStart(8, "0")}`;
}

/** Gives every made-up person a resident ID of their own: one running number for each birth date and sex. */
export function idNumberSource(): (birthDate: Day, sex: Sex) => string {
  const used = new Map<string, number>();
  return (birthDate, sex) => {
    const key = `${birthDate}${sex}`;
    const seq = used.get(key) ?? 0;
    used.set(key, seq + 1);
    return makeResidentId(MADE_UP_ID_REGION, birthDate, seq, sex);
  };
}
