import type { Day } from "#app/domain/dates.ts";
import { addDays } from "./days.ts";
import type { PersonDraft } from "./people.ts";
import { randomFor, SUBJECT, ulidFrom } from "./random.ts";
import { type CountyPlace, idTime, type World } from "./world.ts";

export interface MembershipDraft {
  id: string;
  brandId: string;
  validFrom: Day;
  validTo: Day | null;
}

/** Brands of the person's own region and trade take about half of those who fit; nobody is in two. */
export function makeMembership(world: World, person: PersonDraft, county: CountyPlace): MembershipDraft | null {
  const fitting = county.brands.filter((brand) => brand.occupationCodes.includes(person.trade.code));
  if (fitting.length === 0 || person.age < 18) return null;
  const random = randomFor(world.seed, SUBJECT.BRAND, person.index);
  if (!random.chance(0.5)) return null;
  const validFrom = addDays(world.asOf, -random.int(40, 1_400));
  return {
    id: ulidFrom(random, idTime(world, person.index)),
    brandId: random.pick(fitting).id,
    validFrom,
    validTo: random.chance(0.05) ? addDays(world.asOf, -random.int(1, 30)) : null,
  };
}
