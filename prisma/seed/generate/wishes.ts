import type { Day } from "#app/domain/dates.ts";
import { addDays } from "./days.ts";
import type { PersonDraft } from "./people.ts";
import { randomFor, SUBJECT } from "./random.ts";
import { tradesNear } from "./trades.ts";
import type { World } from "./world.ts";

export interface WishDraft {
  seeking: boolean;
  minWageFen: number;
  needsHousing: boolean;
  maxDistanceKm: number | null;
  willInCounty: boolean;
  willInProvince: boolean;
  willOutOfProvince: boolean;
  willOverseas: boolean;
  availableFrom: Day;
  occupationCodes: string[];
}

/** What a person looks for: work near their trade, and places as far as age and care let them go. */
export function makeWish(world: Pick<World, "seed" | "asOf">, person: PersonDraft, certificateCodes: readonly string[], placed: boolean): WishDraft {
  const random = randomFor(world.seed, SUBJECT.WISH, person.index);
  const { trade, age, canLeave, labourCapacity } = person;
  const codes = new Set([trade.code, ...certificateCodes]);
  const near = tradesNear(trade.code).filter((one) => one.sought[person.sex] > 0.25);
  if (near.length > 0 && random.chance(0.7)) codes.add(random.pick(near).code);
  const usual = trade.pay[0] + (trade.pay[1] - trade.pay[0]) * (random.next() - 0.35) * 0.8;
  const share = labourCapacity === "FULL" ? 1 : 0.75;
  const seeking = labourCapacity !== "NONE" && random.chance(placed ? 0.15 : 0.72);
  const farShare = age < 35 ? 0.62 : age < 45 ? 0.52 : age < 55 ? 0.38 : 0.18;
  const willOutOfProvince = canLeave && random.chance(farShare);
  return {
    seeking,
    minWageFen: Math.round((usual * share) / 100) * 10_000,
    needsHousing: canLeave && random.chance(0.62),
    maxDistanceKm: canLeave ? (willOutOfProvince || random.chance(0.6) ? null : random.pick([80, 120, 200, 300])) : random.pick([20, 30, 50]),
    willInCounty: true,
    willInProvince: canLeave && (willOutOfProvince || random.chance(0.85)),
    willOutOfProvince,
    willOverseas: willOutOfProvince && age >= 20 && age <= 45 && random.chance(0.035),
    availableFrom: addDays(world.asOf, random.chance(0.12) ? random.int(1, 60) : -random.int(0, 120)),
    occupationCodes: [...codes].slice(0, 4),
  };
}
