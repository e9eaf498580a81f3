import type { FieldCrypto, PersonalField } from "#app/platform/crypto.server.ts";
import type { FlagField, FlagWord } from "#app/platform/keys/flags.ts";
import { offerKey } from "../delegations.server.ts";

type Row = Readonly<Record<string, unknown>>;

/** A table with ciphertext: how its columns are opened, and which indexes follow from them. */
export interface SealedTable {
  table: string;
  key: readonly string[];
  text: Readonly<Record<string, PersonalField>>;
  /** words of a short list, bound to the id of their row */
  flags?: Readonly<Record<string, FlagField>>;
  /** columns of `text` and `flags` whose words stood in a plain column before; moved by the same sweep */
  movedFrom?: Readonly<Record<string, string>>;
  bytes?: Readonly<Record<string, { field: PersonalField; of(row: Row): string }>>;
  /** an index and the ciphertext of what it is a hash of; a row without that plain text keeps its index */
  indexes?: Readonly<Record<string, { field: PersonalField; from: string }>>;
  /** what else follows from the indexes: the columns it reads, and their new values beside the new indexes */
  follows?: { columns: readonly string[]; make(row: Row, indexes: Readonly<Record<string, string>>): Record<string, string> };
}

const ID = ["id"];

/** Every encrypted column of every table: what `npm run rotate-keys` writes anew. A test holds it against the schema. */
export const SEALED_TABLES: readonly SealedTable[] = [
  {
    table: "person", key: ID, text: { nameEnc: "person.name", idNumberEnc: "person.idNumber", phoneEnc: "person.phone" },
    indexes: { idNumberIndex: { field: "person.idNumber", from: "idNumberEnc" }, phoneIndex: { field: "person.phone", from: "phoneEnc" } },
    flags: { labourCapacityEnc: "person.capacity" }, movedFrom: { labourCapacityEnc: "labourCapacity" },
  },
  { table: "person_category", key: ID, text: {}, flags: { kindEnc: "person.category" }, movedFrom: { kindEnc: "kind" } },
  { table: "household", key: ID, text: { numberEnc: "household.number" }, indexes: { numberIndex: { field: "household.number", from: "numberEnc" } } },
  { table: "person_care", key: ["personId"], text: { careEnc: "person.care" } },
  { table: "emergency_contact", key: ["personId"], text: { contactEnc: "emergency.contact" } },
  {
    table: "private_file", key: ID, text: { contentEnc: "person.file" }, bytes: { dataEnc: { field: "person.file", of: (row) => String(row.id) } },
    indexes: { contentKey: { field: "person.file", from: "contentEnc" } },
  },
  {
    table: "delegation", key: ID, text: { helperPhoneEnc: "person.phone", helperNameEnc: "person.name" },
    indexes: { helperPhoneIndex: { field: "person.phone", from: "helperPhoneEnc" }, helperNameIndex: { field: "person.name", from: "helperNameEnc" } },
    follows: {
      columns: ["personId", "openKey"],
      make(row, { helperPhoneIndex, helperNameIndex }): Record<string, string> {
        const [personId, phone, name] = [row.personId, row.helperPhoneIndex, row.helperNameIndex].map(String) as [string, string, string];
        if (helperPhoneIndex === undefined || helperNameIndex === undefined || row.openKey !== offerKey(personId, phone, name)) return {};
        return { openKey: offerKey(personId, helperPhoneIndex, helperNameIndex) };
      },
    },
  },
  { table: "employer", key: ID, text: { phoneEnc: "employer.phone", contactEnc: "employer.contact" } },
  {
    table: "phone_code", key: ID, text: { phoneEnc: "person.phone", noteEnc: "phone.note" }, indexes: { phoneIndex: { field: "person.phone", from: "phoneEnc" } },
    follows: { columns: ["openKey"], make: (row, { phoneIndex }): Record<string, string> => (phoneIndex === undefined || row.openKey !== row.phoneIndex ? {} : { openKey: phoneIndex }) },
  },
  { table: "sms_message", key: ID, text: { phoneEnc: "person.phone", secretEnc: "sms.secret" } },
  { table: "cadre_kin", key: ID, text: { cadreEnc: "cadre.name" } },
  { table: "roster", key: ID, text: {}, flags: { categoryEnc: "person.category" }, movedFrom: { categoryEnc: "category" } },
  {
    table: "roster_part", key: ["rosterId", "kind", "seq"], text: {},
    bytes: { dataEnc: { field: "roster.part", of: (row) => `${String(row.rosterId)}:${String(row.kind)}:${String(row.seq)}` } },
  },
  { table: "bank_account", key: ID, text: { accountEnc: "bank.account" }, indexes: { accountIndex: { field: "bank.account", from: "accountEnc" } } },
  { table: "training_class", key: ID, text: { teacherEnc: "person.name" } },
  { table: "training_enrolment", key: ID, text: { assessorEnc: "person.name" }, flags: { helpEnc: "training.help" }, movedFrom: { helpEnc: "help" } },
  { table: "training_event", key: ID, text: {}, flags: { helpEnc: "training.help" }, movedFrom: { helpEnc: "help" } },
  { table: "certificate_key", key: ID, text: { privateKeyEnc: "certificate.key" } },
  { table: "labour_agreement", key: ID, text: { contactEnc: "agreement.contact" } },
  {
    table: "second_factor", key: ["userId"], text: {},
    bytes: Object.fromEntries(["secretEnc", "nextSecretEnc"].map((column) => [column, { field: "second-factor.secret" as const, of: (row: Row) => String(row.userId) }])),
  },
  { table: "dispatch", key: ID, text: { driverEnc: "dispatch.contact", escortEnc: "dispatch.contact" } },
  { table: "care_case", key: ID, text: { noteEnc: "case.note" }, movedFrom: { noteEnc: "note" } },
  { table: "watch_case", key: ID, text: { noteEnc: "case.note" }, movedFrom: { noteEnc: "note" } },
  { table: "watch_step", key: ["caseId", "seq"], text: { noteEnc: "case.note" }, movedFrom: { noteEnc: "note" } },
];

export const columnsOf = ({ key, text, flags = {}, movedFrom = {}, bytes = {}, indexes = {}, follows }: SealedTable): string[] =>
  [...new Set([...key, ...Object.keys(text), ...Object.keys(flags), ...Object.values(movedFrom), ...Object.keys(bytes), ...Object.keys(indexes), ...(follows?.columns ?? [])])];

export interface Moved { plain: string; before: unknown; column: string; after: string }

/** The words of a row that still stand in a plain column, as they are to stand in the sealed one. */
export function moved(crypto: FieldCrypto, sealed: SealedTable, row: Row): Moved[] {
  return Object.entries(sealed.movedFrom ?? {}).flatMap(([column, plain]) => {
    if (row[plain] === null) return [];
    const [word, flag] = [String(row[plain]), sealed.flags?.[column]];
    return [{ plain, before: row[plain], column, after: flag ? crypto.sealFlag(flag, String(row.id), word as FlagWord<FlagField>) : crypto.encrypt(sealed.text[column]!, word) }];
  });
}

export interface Renewed { column: string; before: unknown; after: string | Uint8Array }

/** What of a row is not as it would be written now. */
export function renew(crypto: FieldCrypto, sealed: SealedTable, row: Row): Renewed[] {
  const opened = new Map<string, string>();
  const open = (column: string): string => {
    const known = opened.get(column) ?? crypto.decrypt(sealed.text[column]!, String(row[column]));
    opened.set(column, known);
    return known;
  };
  const all: Renewed[] = [];
  for (const [column, field] of Object.entries(sealed.text)) {
    if (isBlank(row[column]) || crypto.isCurrent(String(row[column]))) continue;
    all.push({ column, before: row[column], after: crypto.encrypt(field, open(column)) });
  }
  for (const [column, field] of Object.entries(sealed.flags ?? {})) {
    if (isBlank(row[column]) || crypto.isCurrent(String(row[column]))) continue;
    const id = String(row.id);
    all.push({ column, before: row[column], after: crypto.sealFlag(field, id, crypto.openFlag(field, id, String(row[column]))) });
  }
  for (const [column, { field, of }] of Object.entries(sealed.bytes ?? {})) {
    const before = row[column] as Uint8Array | null;
    if (before !== null && !crypto.isCurrent(before)) all.push({ column, before, after: crypto.encryptBytes(field, of(row), crypto.decryptBytes(field, of(row), before)) });
  }
  const indexes: Record<string, string> = {};
  for (const [column, { field, from }] of Object.entries(sealed.indexes ?? {})) {
    if (isBlank(row[column]) || crypto.isCurrentIndex(String(row[column])) || isBlank(row[from])) continue;
    // of somebody who withdrew the index alone is left
    const plain = open(from);
    if (plain === "") continue;
    indexes[column] = crypto.blindIndex(field, plain);
    all.push({ column, before: row[column], after: indexes[column] });
  }
  for (const [column, after] of Object.entries(sealed.follows?.make(row, indexes) ?? {})) all.push({ column, before: row[column], after });
  return all;
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === "";
