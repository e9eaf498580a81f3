import { plainColumnName } from "../import/columns.ts";
import { PERSON_FIELD_NAMES, personColumns, type PersonField } from "../import/person-columns.ts";
import { maskIdNumber, maskName, maskPhone } from "../person/masks.ts";

/** Largest file: a million rows of some twenty columns. */
export const LARGEST_ROSTER_BYTES = 400 * 2 ** 20;
/** A form asks what each of them means. */
export const MOST_ROSTER_COLUMNS = 200;

export const ROSTER_STATES = ["RECEIVING", "READING", "MAPPING", "CHECKING", "CHECKED", "TAKING", "DONE", "FAILED", "CANCELLED"] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

/** READING, CHECKING and TAKING are the workers' to end; the rest waits for an officer. */
export const ROSTER_WORK: readonly RosterState[] = ["READING", "CHECKING", "TAKING"];

export type RosterAct = "map" | "take" | "cancel";
/** In which states an officer may do what. */
export const ROSTER_ACTS: Readonly<Record<RosterAct, readonly RosterState[]>> = {
  map: ["MAPPING", "CHECKED"],
  take: ["CHECKED"],
  cancel: ["RECEIVING", "READING", "MAPPING", "CHECKING", "CHECKED", "TAKING"],
};

/** Of each group a roster needs one column. */
export const NEEDED_COLUMNS = [["name"], ["idNumber"], ["home", "homeCounty", "homeTown", "homeCode"]] as const satisfies readonly (readonly PersonField[])[];

/** What the people of a household share, so that one cell drawn over them holds for each: never who somebody is, nor what only one of them can have. */
export const SHARED_COLUMNS = ["householdNumber", "site", "homeCity", "homeCounty", "homeTown", "homeVillage", "home", "homeCode", "categories", "povertyLifted", "monitored", "relocated"] as const satisfies readonly PersonField[];

/** What a bureau has said of its columns: name without case, width and brackets → field, or "" to leave it out. */
export type ColumnMemory = ReadonlyMap<string, PersonField | "">;

/** The place of each field's column: as the bureau said last time, else as the column is called. Of two columns for one field the first counts. */
export function guessMapping(header: readonly string[], memory: ColumnMemory): Partial<Record<PersonField, number>> {
  const mapping: Partial<Record<PersonField, number>> = {};
  header.forEach((name, place) => {
    const remembered = memory.get(plainColumnName(name));
    if (remembered) mapping[remembered] ??= place;
  });
  for (const [field, place] of personColumns.map(header).at) {
    if (memory.has(plainColumnName(header[place] ?? "")) || Object.values(mapping).includes(place)) continue;
    mapping[field] ??= place;
  }
  return mapping;
}

export type MappingProblem = { code: "column-missing"; fields: readonly PersonField[] } | { code: "column-twice"; field: PersonField };

/** A form's choices, one for each column, as the place of each field; with everything that is wrong with them. */
export function mappingOf(choices: readonly (PersonField | "")[]): { mapping: Partial<Record<PersonField, number>>; problems: MappingProblem[] } {
  const mapping: Partial<Record<PersonField, number>> = {};
  const problems: MappingProblem[] = [];
  choices.forEach((field, place) => {
    if (field === "") return;
    if (mapping[field] !== undefined) problems.push({ code: "column-twice", field });
    else mapping[field] = place;
  });
  for (const fields of NEEDED_COLUMNS) if (!fields.some((field) => mapping[field] !== undefined)) problems.push({ code: "column-missing", fields });
  return { mapping, problems };
}

/** A cell as it stands beside its column while that is being named: enough to recognise the column, not the person. */
export function maskCell(field: PersonField | null, text: string): string {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return "";
  if (field === "name") return maskName(plain);
  if (field === "phone") return maskPhone(plain);
  if (field === "idNumber") return maskIdNumber(plain);
  return plain.slice(0, 40).replace(/[\dXx]{8,}/g, (run) => `${run.slice(0, 3)}${"*".repeat(run.length - 5)}${run.slice(-2)}`);
}

export function isPersonField(text: string): text is PersonField {
  return Object.hasOwn(PERSON_FIELD_NAMES, text);
}
