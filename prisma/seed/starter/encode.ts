import { maskIdNumber, maskName, maskPhone } from "#app/domain/person/masks.ts";
import type { FieldCrypto } from "#app/platform/crypto.server.ts";
import type { PersonDraft } from "../generate/people.ts";
import { type PersonRow, sqlTime } from "../generate/rows.ts";

export const STARTER_SOURCE = "starter";

export interface PersonPlace {
  homeRegionCode: string;
  homeCountyCode: string;
  householdId: string | null;
  idNumber: string;
  phone: string | null;
}

/** The only place where starter data meets the crypto module: names, numbers, phones and what capacity they have leave it as ciphertext. */
export function toPersonRow(crypto: FieldCrypto, person: PersonDraft, place: PersonPlace): PersonRow {
  const recordedAt = sqlTime(`${person.registeredOn}T02:00:00.000Z`);
  const { phone } = place;
  return {
    id: person.id,
    nameEnc: crypto.encrypt("person.name", person.name),
    nameMasked: maskName(person.name),
    idNumberEnc: crypto.encrypt("person.idNumber", place.idNumber),
    idNumberIndex: crypto.blindIndex("person.idNumber", place.idNumber),
    idNumberMasked: maskIdNumber(place.idNumber),
    phoneEnc: phone === null ? null : crypto.encrypt("person.phone", phone),
    phoneIndex: phone === null ? null : crypto.blindIndex("person.phone", phone),
    phoneMasked: phone === null ? null : maskPhone(phone),
    sex: person.sex,
    birthDate: person.birthDate,
    education: person.education,
    homeRegionCode: place.homeRegionCode,
    homeCountyCode: place.homeCountyCode,
    householdId: place.householdId,
    labourCapacityEnc: crypto.sealFlag("person.capacity", person.id, person.labourCapacity),
    canLeave: person.canLeave ? 1 : 0,
    experienceMonths: person.experienceMonths,
    madeUp: 1,
    source: STARTER_SOURCE,
    recordedAt,
    updatedAt: recordedAt,
  };
}
