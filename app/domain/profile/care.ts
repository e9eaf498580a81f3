import { z } from "zod";

/** Who at home needs a person's care. */
export const CARE_KINDS = ["SMALL_CHILD", "SCHOOL_CHILD", "ELDERLY", "ILL"] as const;
export type CareKind = (typeof CARE_KINDS)[number];

export interface Care {
  kinds: CareKind[];
}

export const storedCare = z.object({ kinds: z.array(z.enum(CARE_KINDS)) });

/** Care as the text that is encrypted: kinds once each, in the order of the list. */
export function careText(kinds: readonly CareKind[]): string {
  return JSON.stringify({ kinds: CARE_KINDS.filter((kind) => kinds.includes(kind)) });
}

/** The same read back. Throws for any other text. */
export function parseCare(text: string): Care {
  return storedCare.parse(JSON.parse(text));
}
