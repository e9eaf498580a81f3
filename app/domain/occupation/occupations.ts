import type { Occupation } from "./occupation.ts";
import { PROFESSIONS } from "./professions.ts";
import { SERVICES } from "./services.ts";
import { WORKS } from "./works.ts";

/** The product's own list: what matters to labour transfer in Shanxi and what the ads it reads ask for. */
export const OCCUPATIONS: readonly Occupation[] = [...WORKS, ...SERVICES, ...PROFESSIONS];

const BY_CODE = new Map(OCCUPATIONS.map((one) => [one.code, one]));

export function findOccupation(code: string): Occupation | null {
  return BY_CODE.get(code) ?? null;
}

export function requireOccupation(code: string): Occupation {
  const found = BY_CODE.get(code);
  if (!found) throw new Error(`no occupation ${code} in the list`);
  return found;
}
