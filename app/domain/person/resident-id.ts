import type { Day } from "#app/domain/dates.ts";
import type { Sex } from "#app/domain/terms.ts";

export type ResidentIdFault =
  | "empty"
  | "excel-damaged"
  | "excel-rounded"
  | "fifteen-digits"
  | "length"
  | "characters"
  | "birth-date"
  | "checksum";

export type ResidentIdResult =
  | { ok: true; id: string; regionCode: string; birthDate: Day; sex: Sex }
  | { ok: false; fault: ResidentIdFault };

/** A region code no county has ever had: identity numbers of made-up people are built on it. */
export const MADE_UP_ID_REGION = "999999";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";
const OLDEST_BIRTH_YEAR = 1890;

/** The 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). Throws unless given 17 digits. */
export function residentIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new Error("a resident ID has 17 digits before its check character");
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (first17.charCodeAt(i) - 48) * WEIGHTS[i]!;
  return CHECK_CHARACTERS[sum % 11]!;
}

/** Full-width characters, blanks, hyphens and a spreadsheet's leading apostrophe do not matter to a resident ID. */
export function normaliseResidentId(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s'‘’`\-\u200b\ufeff]/g, "")
    .toUpperCase();
}

/**
 * Checks an 18-character resident identity number (GB 11643-1999): six digits of region, eight of birth date,
 * three of sequence (odd: male, even: female) and a check character.
 *
 * Faults: `empty`; `excel-damaged` for `1.40105E+17`, where the spreadsheet kept only the first digits;
 * `excel-rounded` for 18 digits ending in 000 whose check fails, the mark of a number cut at 15 digits;
 * `fifteen-digits` for the cards that ended on 2013-01-01 (居民身份证法, amended 2011); `length`; `characters`;
 * `birth-date` for a day that is not in the calendar; `checksum`.
 */
export function parseResidentId(text: string): ResidentIdResult {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return { ok: false, fault: "empty" };
  if (/^[\d.]+E\+?\d+$/i.test(plain)) return { ok: false, fault: "excel-damaged" };
  const id = normaliseResidentId(text);
  if (/^\d{15}$/.test(id)) return { ok: false, fault: "fifteen-digits" };
  if (!/^\d*X?$/.test(id)) return { ok: false, fault: "characters" };
  if (id.length !== 18) return { ok: false, fault: "length" };
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isCalendarDay(birthDate) || Number(id.slice(6, 10)) < OLDEST_BIRTH_YEAR) return { ok: false, fault: "birth-date" };
  if (residentIdCheckCharacter(id.slice(0, 17)) !== id[17]) {
    return { ok: false, fault: id.endsWith("000") ? "excel-rounded" : "checksum" };
  }
  return { ok: true, id, regionCode: id.slice(0, 6), birthDate, sex: Number(id[16]) % 2 === 1 ? "M" : "F" };
}

/**
 * A resident ID with a right check character, for starter data and tests; use `MADE_UP_ID_REGION` so that it can
 * be nobody's. `seq` is 0 to 499: each gives one number per region, birth date and sex.
 * Throws RangeError for a `seq` outside that, a bad region code or a day that does not exist.
 */
export function makeResidentId(regionCode: string, birthDate: Day, seq: number, sex: Sex): string {
  if (!/^\d{6}$/.test(regionCode)) throw new RangeError("region code must have six digits");
  if (!isCalendarDay(birthDate)) throw new RangeError("birth date must be a day of the calendar");
  if (!Number.isInteger(seq) || seq < 0 || seq > 499) throw new RangeError("seq must be an integer from 0 to 499");
  const order = String(seq * 2 + (sex === "M" ? 1 : 0)).padStart(3, "0");
  const first17 = `${regionCode}${birthDate.replaceAll("-", "")}${order}`;
  return first17 + residentIdCheckCharacter(first17);
}

function isCalendarDay(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  if (month < 1 || month > 12 || date < 1) return false;
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
