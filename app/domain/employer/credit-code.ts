export type CreditCodeFault = "empty" | "excel-damaged" | "length" | "characters" | "checksum";

export type CreditCodeResult =
  | { ok: true; code: string; regionCode: string; organisationCode: string }
  | { ok: false; fault: CreditCodeFault };

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The 18th character for the first 17 (GB 32100-2015: weights 3^(i-1) mod 31). Throws on any other length or character. */
export function creditCodeCheckCharacter(first17: string): string {
  if (first17.length !== 17) throw new Error("a credit code has 17 characters before its check character");
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = ALPHABET.indexOf(first17[i]!);
    if (value < 0) throw new Error("a credit code has no I, O, S, V or Z");
    sum += value * WEIGHTS[i]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/**
 * Checks an 18-character unified social credit code (GB 32100-2015): one character for the registering authority, one
 * for the kind, six digits of region, nine of organisation code, one check character.
 *
 * The inner check of the organisation code (GB 11714) is not asked for: many self-employed traders' codes fail it.
 */
export function parseCreditCode(text: string): CreditCodeResult {
  const code = text.normalize("NFKC").replace(/[\s'‘’`\-\u200b\ufeff]/g, "").toUpperCase();
  if (code === "") return { ok: false, fault: "empty" };
  if (/^[\d.]+E\+\d+$/.test(code)) return { ok: false, fault: "excel-damaged" };
  if (code.length !== 18) return { ok: false, fault: "length" };
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return { ok: false, fault: "characters" };
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code[17]) return { ok: false, fault: "checksum" };
  return { ok: true, code, regionCode: code.slice(2, 8), organisationCode: code.slice(8, 17) };
}

/**
 * A credit code of an enterprise (91) whose both checks are right, for starter data and tests. `seq` is 0 to
 * 99,999,999; a region code that no county has, such as 999999, makes it nobody's. Throws RangeError outside that.
 */
export function makeCreditCode(regionCode: string, seq: number): string {
  if (!/^\d{6}$/.test(regionCode)) throw new RangeError("region code must have six digits");
  if (!Number.isInteger(seq) || seq < 0 || seq > 99_999_999) throw new RangeError("seq must be an integer from 0 to 99,999,999");
  const body = String(seq).padStart(8, "0");
  const first17 = `91${regionCode}${body}${organisationCheckCharacter(body)}`;
  return first17 + creditCodeCheckCharacter(first17);
}

/** GB 11714-1997: 11 minus the weighted sum mod 11, with 10 written X and 11 written 0. */
function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i += 1) sum += ORGANISATION_ALPHABET.indexOf(first8[i]!) * ORGANISATION_WEIGHTS[i]!;
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}
