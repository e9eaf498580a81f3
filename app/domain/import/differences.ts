import type { PersonField } from "./person-columns.ts";

/** What our record says and what a row says: names and telephones masked, the rest as codes. */
export interface Differing<F extends string> {
  field: F;
  before: string;
  after: string;
}

/** Fields of a known person that a roster may say otherwise, and of which an officer may keep what is known. */
export const DIFFERING_FIELDS = ["name", "phone", "education", "home", "labourCapacity", "canLeave", "experience"] as const satisfies readonly PersonField[];
export type DifferingField = (typeof DIFFERING_FIELDS)[number];

/** The differences of one line of a roster. */
export interface DifferenceLine {
  line: number;
  nameMasked: string;
  differences: readonly Differing<PersonField>[];
}
