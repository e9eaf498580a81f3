import { viewPlacement } from "#app/domain/placement/placement.ts";
import { type MembershipDraft, makeMembership } from "./brands.ts";
import { type CertificateDraft, makeCertificates } from "./certificates.ts";
import { idNumberSource, madeUpPhone } from "./identity.ts";
import { makePlacements, type PlacementDraft } from "./ledger.ts";
import { type HouseholdDraft, makeHousehold, type PersonDraft } from "./people.ts";
import type { PostShelf } from "./post-shelf.ts";
import { makeWish, type WishDraft } from "./wishes.ts";
import type { World } from "./world.ts";

export interface PersonBundle {
  person: PersonDraft;
  household: HouseholdDraft;
  /** the first of a household comes with the household itself */
  opensHousehold: boolean;
  idNumber: string;
  phone: string | null;
  certificates: CertificateDraft[];
  membership: MembershipDraft | null;
  placements: (PlacementDraft & { active: boolean })[];
  wish: WishDraft;
}

/** Everybody, one after the other, with all that belongs to them: as many as asked for, whatever their number. */
export function* generatePeople(world: World, shelf: PostShelf): Generator<PersonBundle> {
  const nextIdNumber = idNumberSource();
  let made = 0;
  for (let householdIndex = 0; made < world.workers; householdIndex += 1) {
    const household = makeHousehold(world, householdIndex, made);
    for (const person of household.members.slice(0, world.workers - made)) {
      const { county } = household;
      const certificates = makeCertificates(world, person, county.cityName);
      const placements = makePlacements(world, person, household, certificates, shelf).map((one) => ({ ...one, active: viewPlacement(one.events).active }));
      yield {
        person,
        household,
        opensHousehold: person === household.members[0],
        idNumber: nextIdNumber(person.birthDate, person.sex),
        phone: person.age >= 62 && person !== household.members[0] ? null : madeUpPhone(person.index),
        certificates,
        membership: makeMembership(world, person, county),
        placements,
        wish: makeWish(world, person, certificates.map(({ occupationCode }) => occupationCode), placements.some(({ active }) => active)),
      };
      made += 1;
    }
  }
}
