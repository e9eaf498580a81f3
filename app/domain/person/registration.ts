import { z } from "zod";
import { mobilePhone } from "../phone.ts";
import { lengthOf, plainLine } from "../plain-text.ts";
import { CONSENT_PURPOSES, personName, residentId } from "./identity.ts";

/** How far somebody would go to work, nearest first. HOME: care or health keeps them near home. */
export const REACHES = ["HOME", "COUNTY", "PROVINCE", "COUNTRY", "ABROAD"] as const;
export type Reach = (typeof REACHES)[number];

/** What an agent may be told as least pay by touch, yuan a month; 0: any. */
export const LEAST_PAYS = [0, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000] as const;

/** The agent asked and heard the answer / the person signed a sheet. */
export const HEARD_BY = ["AGENT", "PAPER"] as const;

/** Facts that may differ between what is stored and what was typed, in the order of the form. */
export const REGISTERED_FIELDS = ["name", "phone", "homeRegionCode", "occupationCodes", "reach", "leastPay", "needsHousing"] as const;
export type RegisteredField = (typeof REGISTERED_FIELDS)[number];

export const MOST_OCCUPATIONS = 3;
export const LONGEST_OWN_WORDS = 60;

const list = (value: unknown) => (Array.isArray(value) ? value : [value]).filter((one) => one !== "" && one !== undefined && one !== null);
const blankAsNull = (value: unknown) => (value === undefined || value === null || (typeof value === "string" && value.trim() === "") ? null : value);

const form = z.object({
  /** made where the form is filled in; the same key is the same form */
  entryKey: z.uuid("invalid"),
  /** when it was filled in, by the phone's clock */
  enteredAt: z.preprocess(blankAsNull, z.iso.datetime("invalid").nullable()),
  name: personName,
  idNumber: residentId,
  phone: z.preprocess(blankAsNull, mobilePhone.nullable()),
  homeRegionCode: z.string("village-needed").regex(/^\d{9}(\d{3})?$/, "village-needed"),
  occupationCodes: z.preprocess(list, z.array(z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown")).max(MOST_OCCUPATIONS, "three-at-most")),
  ownWords: z.preprocess(blankAsNull, plainLine(1, "required", LONGEST_OWN_WORDS).nullable()),
  reach: z.enum(REACHES, "reach-needed"),
  leastPay: z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(100_000, "too-large"),
  needsHousing: z.union([z.boolean(), z.literal("on").transform(() => true), z.literal("").transform(() => false)]).default(false),
  consents: z.preprocess(list, z.array(z.enum(CONSENT_PURPOSES, "invalid")).max(20, "invalid")),
  consentHow: z.enum(HEARD_BY, "consent-how-needed"),
  sheetNumber: z.preprocess(blankAsNull, z.string("invalid").nullable()),
  /** of a person who is known: the facts to take over, and the version that was looked at */
  take: z.preprocess(list, z.array(z.enum(REGISTERED_FIELDS, "invalid")).max(20, "invalid")),
  version: z.preprocess(blankAsNull, z.string("invalid").max(80, "invalid").nullable()),
});

/**
 * What an agent tells of a person. Consent to keep the record is needed; of one given on paper, the sheet's number too.
 * Categories are not asked: rosters say them.
 */
export const registrationSchema = form.transform((input, context) => {
  const issue = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (!input.consents.includes("SERVICE")) issue("consents", "consent-first");
  const sheet = plainLine(1, "sheet-needed", 40).safeParse(input.sheetNumber ?? "");
  if (input.consentHow === "PAPER" && !sheet.success) issue("sheetNumber", lengthOf(input.sheetNumber ?? "") > 40 ? "too-long" : "sheet-needed");
  if (input.occupationCodes.length === 0 && input.ownWords === null) issue("occupationCodes", "occupation-needed");
  return { ...input, sheetNumber: input.consentHow === "PAPER" && sheet.success ? sheet.data : null };
});
export type RegistrationForm = z.output<typeof registrationSchema>;

/** What a registration says of a person, stored or typed; money in fen per month. */
export interface RegisteredFacts {
  name: string;
  phone: string | null;
  homeRegionCode: string;
  occupationCodes: readonly string[];
  reach: Reach;
  minWageFen: number;
  needsHousing: boolean;
}

/** A person may be known without having said what they look for. */
export type StoredFacts = Omit<RegisteredFacts, "occupationCodes" | "reach" | "minWageFen" | "needsHousing"> & {
  wish: Pick<RegisteredFacts, "occupationCodes" | "reach" | "minWageFen" | "needsHousing"> | null;
};

/**
 * The fields in which what was typed differs from what is stored, in the order of the form. What was left out (no telephone)
 * says nothing and differs from nothing.
 */
export function differingFields(stored: StoredFacts, typed: RegisteredFacts): RegisteredField[] {
  const { wish } = stored;
  const differs: Record<RegisteredField, boolean> = {
    name: stored.name !== typed.name,
    phone: typed.phone !== null && stored.phone !== typed.phone,
    homeRegionCode: stored.homeRegionCode !== typed.homeRegionCode,
    occupationCodes: typed.occupationCodes.length > 0 && !sameSet(wish?.occupationCodes ?? [], typed.occupationCodes),
    reach: wish?.reach !== typed.reach,
    leastPay: wish?.minWageFen !== typed.minWageFen,
    needsHousing: wish?.needsHousing !== typed.needsHousing,
  };
  return REGISTERED_FIELDS.filter((field) => differs[field]);
}

/** The stored facts with the chosen fields of the typed ones; what nobody has said yet is taken from the typed ones. */
export function takeOver(stored: StoredFacts, typed: RegisteredFacts, take: readonly RegisteredField[]): RegisteredFacts {
  const of = (field: RegisteredField) => take.includes(field);
  const wish = stored.wish ?? typed;
  return {
    name: of("name") ? typed.name : stored.name,
    phone: of("phone") && typed.phone !== null ? typed.phone : stored.phone,
    homeRegionCode: of("homeRegionCode") ? typed.homeRegionCode : stored.homeRegionCode,
    occupationCodes: of("occupationCodes") && typed.occupationCodes.length > 0 ? typed.occupationCodes : wish.occupationCodes,
    reach: of("reach") ? typed.reach : wish.reach,
    minWageFen: of("leastPay") ? typed.minWageFen : wish.minWageFen,
    needsHousing: of("needsHousing") ? typed.needsHousing : wish.needsHousing,
  };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

export interface ReachColumns {
  canLeave: boolean;
  willInCounty: boolean;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
}

/** A reach as it is stored; each includes the nearer ones. */
export function reachColumns(reach: Reach): ReachColumns {
  const far = REACHES.indexOf(reach);
  return { canLeave: reach !== "HOME", willInCounty: true, willInProvince: far >= 2, willOutOfProvince: far >= 3, willOverseas: far >= 4 };
}

/** The reach that stored columns come nearest to: the farthest place named. */
export function reachOf({ canLeave, willInProvince, willOutOfProvince, willOverseas }: Omit<ReachColumns, "willInCounty">): Reach {
  if (!canLeave) return "HOME";
  return willOverseas ? "ABROAD" : willOutOfProvince ? "COUNTRY" : willInProvince ? "PROVINCE" : "COUNTY";
}
