import type { Reach, RegisteredFacts, RegisteredField, StoredFacts } from "#app/domain/person/registration.ts";
import type { Pool } from "#app/platform/database.server.ts";
import { type Name, occupationNames, regionNames } from "./names.server.ts";

/** What was typed of somebody who is known, and what is stored of them, as far as an agent may see it. */
export interface KnownDifferences {
  fields: RegisteredField[];
  typed: RegisteredFacts;
  stored: { nameMasked: string; phoneMasked: string | null; homeRegionCode: string; wish: StoredFacts["wish"] };
}

/** A fact as a page can put it in words. */
export type ShownFact = { text: string } | { names: Name[] } | { payFen: number } | { reach: Reach } | { yes: boolean } | null;

export interface Difference {
  field: RegisteredField;
  /** masked; null: not known yet */
  stored: ShownFact;
  typed: ShownFact;
}

/** What is stored of a known person (masked) beside what was typed, named. */
export async function nameDifferences(pool: Pool, { fields, typed, stored }: KnownDifferences): Promise<Difference[]> {
  const [regions, trades] = await Promise.all([
    regionNames(pool, [stored.homeRegionCode, typed.homeRegionCode]),
    occupationNames(pool, [...typed.occupationCodes, ...(stored.wish?.occupationCodes ?? [])]),
  ]);
  const place = (code: string): ShownFact => ({ names: [regions.get(code) ?? { zh: code, en: code }] });
  const list = (codes: readonly string[]): ShownFact => (codes.length === 0 ? null : { names: codes.map((code) => trades.get(code) ?? { zh: code, en: code }) });
  const text = (one: string | null): ShownFact => (one === null ? null : { text: one });
  const { wish } = stored;
  const both: Record<RegisteredField, [ShownFact, ShownFact]> = {
    name: [text(stored.nameMasked), text(typed.name)],
    phone: [text(stored.phoneMasked), text(typed.phone)],
    homeRegionCode: [place(stored.homeRegionCode), place(typed.homeRegionCode)],
    occupationCodes: [wish && list(wish.occupationCodes), list(typed.occupationCodes)],
    reach: [wish && { reach: wish.reach }, { reach: typed.reach }],
    leastPay: [wish && { payFen: wish.minWageFen }, { payFen: typed.minWageFen }],
    needsHousing: [wish && { yes: wish.needsHousing }, { yes: typed.needsHousing }],
  };
  return fields.map((field) => ({ field, stored: both[field][0], typed: both[field][1] }));
}
