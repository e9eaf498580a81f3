import { type Day, ageOn, yearOf } from "#app/domain/dates.ts";
import type { PlacementEvent } from "#app/domain/placement/types.ts";
import { MONITORED_CATEGORIES, type PlaceClass, type Stream } from "#app/domain/terms.ts";
import { addDays } from "./days.ts";
import type { CertificateDraft } from "./certificates.ts";
import { type EventPlan, planEvents } from "./ledger-events.ts";
import type { HouseholdDraft, PersonDraft } from "./people.ts";
import type { PostShelf } from "./post-shelf.ts";
import { type Random, randomFor, SUBJECT, ulidFrom, weighted } from "./random.ts";
import { drawArrival, drawEnd } from "./seasons.ts";
import { countyPace, idTime, type World } from "./world.ts";

export interface PlacementDraft {
  id: string;
  postId: string | null;
  stream: Stream;
  workRegionCode: string;
  placeClass: PlaceClass;
  events: PlacementEvent[];
}

/** The ledger holds the year of `asOf` and this many whole years before it. */
export const YEARS_BEFORE = 3;
/** Days before `asOf` from which a start is tied to a post that is still in the data. */
const TIED_DAYS = 70;
/** 300,000 a year of 1,590,000 people (plan art. 20; base of 2020): the share of the starter data's people who count. */
export const GOAL_SHARE = 300_000 / 1_590_000;
/** Starts a year per person wanted in the count, over what claims, stays over the year and rests take away. */
const STARTS_PER_COUNTED = 1.67;
const LEVEL_BY_YEARS_AGO = [0.97, 1.05, 1.01, 0.86];
const OTHER_COUNTIES_SHARE = 0.55;

const AWAY = weighted<PlaceClass>([["IN_COUNTY", 20], ["IN_PROVINCE", 34], ["OUT_OF_PROVINCE", 45], ["OVERSEAS", 0.6]]);
const NEAR = weighted<PlaceClass>([["IN_COUNTY", 90], ["IN_PROVINCE", 10]]);
const LOCAL_STREAMS = weighted<Stream>([["MARKET", 52], ["WORKSHOP", 16], ["WELFARE", 18], ["WORKFARE", 14]]);

/** All placements of one person over the years, one after the other; whoever the last one holds is at work now. */
export function makePlacements(world: World, person: PersonDraft, household: HouseholdDraft, papers: readonly CertificateDraft[], shelf: PostShelf): PlacementDraft[] {
  const random = randomFor(world.seed, SUBJECT.LEDGER, person.index);
  const placements: PlacementDraft[] = [];
  if (person.labourCapacity === "NONE") return placements;
  const thisYear = yearOf(world.asOf);
  const inclination = random.chance(0.4) ? 1.6 : 0.6;
  let freeFrom: Day | null = addDays(person.registeredOn, 10);
  for (let year = thisYear - YEARS_BEFORE; year <= thisYear; year += 1) {
    const chance = startChance(world, person, household, year) * inclination;
    const starts = !random.chance(chance) ? 0 : random.chance(0.14) ? 2 : 1;
    for (let nth = 0; nth < starts && freeFrom !== null; nth += 1) {
      let arrivedOn = drawArrival(random, year);
      if (arrivedOn < addDays(freeFrom, 18)) {
        if (!random.chance(0.35)) continue;
        arrivedOn = addDays(freeFrom, random.int(20, 60));
      }
      if (yearOf(arrivedOn) !== year || arrivedOn > addDays(world.asOf, 10)) continue;
      if (household.zeroEmployment && year >= thisYear - 1) continue;
      const placement = makePlacement(world, random, person, household, papers, shelf, arrivedOn, year);
      if (placement === null) continue;
      placements.push(placement.draft);
      freeFrom = placement.freeFrom;
    }
  }
  return placements;
}

function startChance(world: World, person: PersonDraft, household: HouseholdDraft, year: number): number {
  const { county } = household;
  const wanted = (GOAL_SHARE / world.liftedShare) * (county.povertyLifted ? 1 : OTHER_COUNTIES_SHARE);
  const level = LEVEL_BY_YEARS_AGO[yearOf(world.asOf) - year] ?? 1;
  const age = ageOn(person.birthDate, `${year}-03-15`);
  const byAge = age < 18 ? 0.25 : age >= 60 ? 0.5 : age >= 55 ? 0.85 : 1.08;
  const byCapacity = (person.labourCapacity === "HALF" ? 0.55 : 1) * (person.canLeave ? 1.08 : 0.75);
  return Math.min(0.98, wanted * STARTS_PER_COUNTED * level * countyPace(world, county.code, year) * byAge * byCapacity);
}

function makePlacement(
  world: World, random: Random, person: PersonDraft, household: HouseholdDraft, papers: readonly CertificateDraft[], shelf: PostShelf, arrivedOn: Day, year: number,
): { draft: PlacementDraft; freeFrom: Day | null } | null {
  const agreedOn = addDays(arrivedOn, -random.int(2, 12));
  if (ageOn(person.birthDate, addDays(agreedOn, -6)) < 16) return null;
  const endedOn = drawEnd(random, arrivedOn, year);
  const home = household.county.code;
  let placeClass = random.weighted(person.canLeave ? AWAY : NEAR);
  const recent = endedOn > world.asOf && agreedOn > addDays(world.asOf, -TIED_DAYS);
  const post = recent ? shelf.take(random, person, papers, home, placeClass, agreedOn) : null;
  const place = post === null ? drawPlace(world, random, household, placeClass) : { code: post.regionCode, payFactor: 1 };
  placeClass = place.code.startsWith("14") ? (place.code.startsWith(home) ? "IN_COUNTY" : "IN_PROVINCE") : /^\d/.test(place.code) ? "OUT_OF_PROVINCE" : "OVERSEAS";
  const stream = post?.stream ?? (placeClass === "IN_COUNTY" ? localStream(random, person) : "MARKET");
  const [low, high] = person.trade.pay;
  const pay = (low + (high - low) * random.next()) * place.payFactor * (stream === "WELFARE" ? 0.35 : stream === "WORKFARE" ? 0.85 : 1);
  const plan: EventPlan = {
    world, random, person, placementId: ulidFrom(random, idTime(world, person.index)),
    home: household.county, stream, placeClass, agreedOn, arrivedOn, endedOn,
    occupationCode: post?.occupationCode ?? person.trade.code,
    monthlyWageFen: post === null ? Math.round(pay / 50) * 5_000 : (post.monthlyMinFen ?? post.monthlyMaxFen),
  };
  const { events, freeFrom } = planEvents(plan);
  if (events.length === 0) {
    if (post) post.slots += 1;
    return null;
  }
  const draft = { id: plan.placementId, postId: post?.id ?? null, stream, workRegionCode: place.code, placeClass, events };
  return { draft, freeFrom };
}

function drawPlace(world: World, random: Random, household: HouseholdDraft, placeClass: PlaceClass): { code: string; payFactor: number } {
  const { county } = household;
  if (placeClass === "OVERSEAS" && world.abroad.length > 0) return random.pick(world.abroad);
  if (placeClass === "OUT_OF_PROVINCE" && world.away !== null) return random.weighted(world.away);
  if (placeClass === "IN_COUNTY") return { code: county.towns.length > 0 && random.chance(0.7) ? random.pick(county.towns).code : county.code, payFactor: 0.92 };
  const other = random.weighted(world.workCounties);
  return { code: other.code, payFactor: 1 };
}

function localStream(random: Random, person: PersonDraft): Stream {
  const stream = random.weighted(LOCAL_STREAMS);
  const helped = person.categories.some(({ kind }) => kind === "POVERTY_LIFTED" || kind === "RELOCATED" || MONITORED_CATEGORIES.includes(kind));
  if (stream === "WELFARE") return helped && !(person.labourCapacity === "FULL" && person.canLeave && person.age < 45) ? "WELFARE" : "MARKET";
  return stream;
}
