import {
  certificateKey, findCertificates, findPersonsByIdNumber, type KnownPerson, type PersonLists, type PersonWrites, writePersons,
} from "#app/data/imports/persons.server.ts";
import { writeHouseholds } from "#app/data/imports/households.server.ts";
import type { BulkRow, InsertRows } from "#app/data/imports/write-bulk.server.ts";
import { emitBulk } from "#app/data/outbox.server.ts";
import { sealCapacity, sealCategory } from "#app/data/person-status.ts";
import type { Day } from "#app/domain/dates.ts";
import type { DifferingField } from "#app/domain/import/differences.ts";
import type { PersonField } from "#app/domain/import/person-columns.ts";
import type { PersonDraft } from "#app/domain/import/read-person.ts";
import type { Complaint } from "#app/domain/import/reasons.ts";
import { remembering } from "#app/domain/import/remember.ts";
import { craftsIn } from "#app/domain/occupation/crafts.ts";
import { occupationOf, occupationOfCertificate } from "#app/domain/occupation/meet.ts";
import { maskIdNumber, maskName, maskPhone } from "#app/domain/person/masks.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import type { PersonCategoryKind } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { FieldCrypto } from "#app/platform/crypto.server.ts";
import type { Connection } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { Households } from "./households.server.ts";
import { differencesOf, sameWish, type Told, wishOf, withoutOwnAnswers } from "./person-changes.ts";
import type { ImportDeps, Taken } from "./run-import.server.ts";

const craftsOf = remembering(craftsIn);

export interface PersonItem {
  draft: PersonDraft;
  idNumberIndex: string;
  homeRegionCode: string;
  /** made ready while the batch before goes in, where people are expected to be new */
  sealed?: Sealed;
}

export interface PersonOptions {
  source: string;
  /** whoever's region the people must be of, before and after */
  actor: Actor;
  /** fields in which our record of somebody known stays as it is */
  keep: ReadonlySet<DifferingField>;
  /** what everybody on the list is, where the rows don't say so */
  category: PersonCategoryKind | null;
  /** the resettlement site that everybody of its county on the list lives at, where the rows don't say so */
  site?: { name: string; countyCode: string } | null;
}

/** Takes rows whose resident IDs all differ: new people, and what is new about known ones. `write` writes them, `weigh` only tells what it would do. */
export class PersonBatch {
  private readonly now: Date;
  private readonly today: Day;
  private readonly writes: PersonWrites = {
    newPersons: [], changedPersons: [], newWishes: [], changedWishes: [], categories: [], certificates: [], memberships: [], crafts: [], claims: [],
  };
  private readonly touched: string[] = [];
  private holders = new Map<string, string>();
  private readonly households: Households;

  constructor(
    private readonly deps: ImportDeps,
    private readonly connection: Connection,
    private readonly options: PersonOptions,
    private readonly lists: PersonLists,
  ) {
    this.now = deps.clock.now();
    this.today = deps.clock.today();
    this.households = new Households(deps);
  }

  async weigh(items: readonly PersonItem[], lock = false): Promise<Taken<PersonField>[]> {
    const known = await findPersonsByIdNumber(this.deps, this.connection, this.formsOf(items), this.today, lock);
    this.holders = await findCertificates(this.connection, items.flatMap(({ draft }) => (draft.certificate ? [draft.certificate] : [])));
    await this.households.load(this.connection, items);
    return items.map((item) => this.take(item, known.get(item.idNumberIndex) ?? null));
  }

  async write(items: readonly PersonItem[], insert: InsertRows): Promise<Taken<PersonField>[]> {
    const taken = await this.weigh(items, true);
    await writeHouseholds(this.connection, this.households.writes, insert);
    await writePersons(this.connection, this.writes, insert);
    await emitBulk(this.deps, this.connection, this.touched.map((subjectId) => ({ event: "person.changed", subjectId })), insert);
    return taken;
  }

  /** From every form in which the rows' resident IDs may be stored to the one at hand. */
  private formsOf(items: readonly PersonItem[]): Map<string, string> {
    const { crypto } = this.deps;
    return new Map(items.flatMap(({ draft, idNumberIndex }) => crypto.blindIndexes("person.idNumber", draft.idNumber, idNumberIndex).map((form) => [form, idNumberIndex] as const)));
  }

  private take(row: PersonItem, known: KnownPerson | null): Taken<PersonField> {
    if (known?.withdrawn) return { outcome: { field: "idNumber", value: "", reason: "person-withdrew" } };
    if (known && !actsForRegion(this.options.actor, known.homeRegionCode)) return { outcome: { field: "idNumber", value: "", reason: "known-elsewhere" } };
    const answered = known ? { ...row, draft: withoutOwnAnswers(row.draft, known.answered) } : row;
    const ours = known && this.toldOf(answered, known);
    const differences = known ? differencesOf(known, answered.draft, ours!) : [];
    const item = known ? this.withoutKept(answered, known, ours!.name) : answered;
    const { draft } = item;
    const notes: Complaint<PersonField>[] = [];
    const id = known?.id ?? this.deps.newId();
    const { householdId, moved } = this.households.of(item, known?.householdId ?? null);
    const told = known !== null && (moved || householdId !== known.householdId || differences.some(({ field }) => !this.options.keep.has(field)));
    if (!known) {
      this.writes.newPersons.push(this.personRow(item, id, null, householdId));
      const forms = this.deps.crypto.blindIndexes("person.idNumber", draft.idNumber, item.idNumberIndex);
      if (forms.length > 1) this.writes.claims.push(...forms.map((claim) => ({ claim, recordedAt: this.now })));
    }
    else if (told) this.writes.changedPersons.push(this.personRow(item, id, known, householdId));
    const more = [this.addWish(draft, id, known, notes), this.addCategories(draft, id, known), this.addBrands(draft, id, known, notes), this.addCertificate(draft, id, notes), this.addCrafts(draft, id, known, notes)];
    const changed = told || more.includes(true);
    if (!known || changed) this.touched.push(id);
    return { outcome: !known ? "imported" : changed ? "updated" : "unchanged", notes, differences };
  }

  private toldOf({ draft, homeRegionCode }: PersonItem, known: KnownPerson): Told {
    const { crypto } = this.deps;
    return { name: crypto.decrypt("person.name", known.nameEnc), phone: this.phoneOf(known, draft.phone), homeRegionCode: keptHome(known, homeRegionCode) };
  }

  /** The telephone on record, opened only where the row names another. */
  private phoneOf(known: KnownPerson, told: string | undefined): string | null {
    const { crypto } = this.deps;
    if (told === undefined || !known.row.phoneEnc) return null;
    return known.phoneIndex !== null && crypto.blindIndexes("person.phone", told).includes(known.phoneIndex) ? told : crypto.decrypt("person.phone", String(known.row.phoneEnc));
  }

  /** A row that says nothing new of what our record is to stay as it is in. */
  private withoutKept(item: PersonItem, known: KnownPerson, name: string): PersonItem {
    const { keep } = this.options;
    if (keep.size === 0) return item;
    const draft: PersonDraft = {
      ...item.draft,
      ...(keep.has("name") ? { name } : {}),
      ...(keep.has("phone") ? { phone: undefined } : {}),
      ...(keep.has("education") ? { education: undefined } : {}),
      ...(keep.has("labourCapacity") ? { labourCapacity: undefined } : {}),
      ...(keep.has("canLeave") ? { canLeave: undefined } : {}),
      ...(keep.has("experience") ? { experienceMonths: undefined } : {}),
    };
    return { ...item, draft, homeRegionCode: keep.has("home") ? known.homeRegionCode : item.homeRegionCode };
  }

  private personRow(item: PersonItem, id: string, known: KnownPerson | null, householdId: string | null): BulkRow {
    const { draft, idNumberIndex, homeRegionCode } = item;
    const { crypto } = this.deps;
    const phone = draft.phone;
    const sealed = known ? null : this.sealedOf(item);
    const region = known ? keptHome(known, homeRegionCode) : homeRegionCode;
    return {
      id,
      nameEnc: sealed?.nameEnc ?? crypto.encrypt("person.name", draft.name),
      nameMasked: maskName(draft.name),
      idNumberEnc: sealed?.idNumberEnc ?? known?.row.idNumberEnc ?? null,
      idNumberIndex: crypto.isCurrentIndex(idNumberIndex) ? idNumberIndex : crypto.blindIndex("person.idNumber", draft.idNumber),
      idNumberMasked: maskIdNumber(draft.idNumber),
      phoneEnc: sealed ? sealed.phoneEnc : phone === undefined ? (known?.row.phoneEnc ?? null) : crypto.encrypt("person.phone", phone),
      phoneIndex: sealed ? sealed.phoneIndex : phone === undefined ? (known?.phoneIndex ?? null) : crypto.blindIndex("person.phone", phone),
      phoneMasked: phone === undefined ? (known?.row.phoneMasked ?? null) : maskPhone(phone),
      sex: draft.sex,
      birthDate: draft.birthDate,
      education: draft.education ?? known?.education ?? "NONE",
      homeRegionCode: region,
      homeCountyCode: countyOf(region),
      householdId,
      labourCapacity: null,
      labourCapacityEnc: sealCapacity(this.deps, id, draft.labourCapacity ?? known?.labourCapacity ?? "FULL"),
      canLeave: draft.canLeave ?? known?.canLeave ?? true,
      experienceMonths: draft.experienceMonths ?? known?.experienceMonths ?? 0,
      madeUp: known ? (known.row.madeUp ?? false) : false,
      source: known ? (known.row.source ?? this.options.source) : this.options.source,
      recordedAt: known ? (known.row.recordedAt ?? this.now) : this.now,
      updatedAt: this.now,
    };
  }

  /** A newcomer's fields, made anew where the keys have changed since they were made ready. */
  private sealedOf({ sealed, draft }: PersonItem): Sealed {
    const { crypto } = this.deps;
    const asNow = sealed && crypto.isCurrent(sealed.nameEnc) && (sealed.phoneIndex === null || crypto.isCurrentIndex(sealed.phoneIndex));
    return asNow ? sealed : sealPerson(crypto, draft);
  }

  private addWish(draft: PersonDraft, personId: string, known: KnownPerson | null, notes: Complaint<PersonField>[]): boolean {
    const codes: string[] = [];
    for (const wish of draft.wishOccupations) {
      const code = occupationOf(wish, this.lists.lexicon);
      if (code === null) notes.push({ field: "wishOccupation", value: wish, reason: "wish-occupation-unknown" });
      else if (!codes.includes(code)) codes.push(code);
    }
    const canLeave = draft.canLeave ?? known?.canLeave ?? true;
    const wish = wishOf(draft, known?.wish ?? null, canLeave, codes, this.today);
    if (known?.wish && sameWish(known.wish, wish)) return false;
    const row = { personId, ...wish, occupationCodes: JSON.stringify(wish.occupationCodes), updatedAt: this.now };
    (known?.wish ? this.writes.changedWishes : this.writes.newWishes).push(row);
    return true;
  }

  private addCategories(draft: PersonDraft, personId: string, known: KnownPerson | null): boolean {
    const told = new Set([...draft.categories, ...(this.options.category ? [this.options.category] : []), ...(draft.site === "" ? [] : ["RELOCATED" as const])]);
    const fresh = [...told].sort().filter((kind) => !known?.categories.has(kind));
    for (const kind of fresh) {
      const id = this.deps.newId();
      // not from which list: a list says what everybody on it is
      this.writes.categories.push({ id, personId, kindEnc: sealCategory(this.deps, id, kind), validFrom: this.today, validTo: null, source: "import", recordedAt: this.now });
    }
    return fresh.length > 0;
  }

  private addBrands(draft: PersonDraft, personId: string, known: KnownPerson | null, notes: Complaint<PersonField>[]): boolean {
    let added = false;
    const ids = new Set<string>();
    for (const brand of draft.brands) {
      const brandId = this.lists.brandIdByName.get(brand);
      if (brandId === undefined) notes.push({ field: "brands", value: brand, reason: "brand-unknown" });
      else if (!known?.brandIds.has(brandId) && !ids.has(brandId)) {
        ids.add(brandId);
        this.writes.memberships.push({ id: this.deps.newId(), brandId, personId, validFrom: this.today, validTo: null, recordedAt: this.now });
        added = true;
      }
    }
    return added;
  }

  private addCrafts(draft: PersonDraft, personId: string, known: KnownPerson | null, notes: Complaint<PersonField>[]): boolean {
    if (draft.skills === "") return false;
    const found = craftsOf(draft.skills);
    if (found.length === 0) notes.push({ field: "skills", value: draft.skills, reason: "skill-unknown" });
    const fresh = found.filter(({ key }) => !known?.craftKeys.has(key));
    for (const { key, matched } of fresh) {
      this.writes.crafts.push({ personId, craftKey: key, said: matched, source: `import:${this.options.source}`, recordedAt: this.now });
    }
    return fresh.length > 0;
  }

  private addCertificate(draft: PersonDraft, personId: string, notes: Complaint<PersonField>[]): boolean {
    const { certificate } = draft;
    if (!certificate) return false;
    const key = certificateKey(certificate.issuer, certificate.number);
    const holder = this.holders.get(key);
    if (holder === personId) return false;
    const complain = (reason: Complaint["reason"]) => notes.push({ field: "certificateName", value: certificate.name, reason });
    if (holder !== undefined) {
      complain("certificate-of-another");
      return false;
    }
    const occupationCode = occupationOfCertificate(certificate.name, this.lists.lexicon);
    if (occupationCode === null || !this.lists.occupationCodes.has(occupationCode)) {
      complain("certificate-unknown");
      return false;
    }
    this.holders.set(key, personId);
    this.writes.certificates.push({
      id: this.deps.newId(), personId, kind: certificate.kind, occupationCode, level: certificate.level, issuer: certificate.issuer,
      number: certificate.number, issuedOn: certificate.issuedOn, expiresOn: null, verification: "UNVERIFIED", verifiedAt: null, recordedAt: this.now,
    });
    return true;
  }
}

export interface Sealed {
  nameEnc: string;
  idNumberEnc: string;
  phoneEnc: string | null;
  phoneIndex: string | null;
}

/** A newcomer's personal fields as they are kept. */
export function sealPerson(crypto: FieldCrypto, { name, idNumber, phone }: PersonDraft): Sealed {
  return {
    nameEnc: crypto.encrypt("person.name", name), idNumberEnc: crypto.encrypt("person.idNumber", idNumber),
    phoneEnc: phone === undefined ? null : crypto.encrypt("person.phone", phone), phoneIndex: phone === undefined ? null : crypto.blindIndex("person.phone", phone),
  };
}

/** A roster that names only the county does not move somebody whose village in it is known. */
function keptHome(known: KnownPerson, told: string): string {
  return known.homeRegionCode.startsWith(told) ? known.homeRegionCode : told;
}
