import { type Day, ageOn } from "#app/domain/dates.ts";
import type { PlacementEvent } from "#app/domain/placement/types.ts";
import { makeCreditCode } from "#app/domain/employer/credit-code.ts";
import { MADE_UP_ID_REGION, makeResidentId } from "#app/domain/person/resident-id.ts";
import { addDays } from "./days.ts";
import { assemble, type PostFacts } from "./posts.ts";
import type { EmployerDraft } from "./employers.ts";
import { madeUpPhone } from "./identity.ts";
import type { HouseholdDraft, PersonDraft } from "./people.ts";
import { randomFor, SUBJECT, ulidFrom } from "./random.ts";
import { type PostRow, sqlTime } from "./rows.ts";
import type { PersonBundle } from "./stream.ts";
import { requireTrade } from "./trades.ts";
import { type CountyPlace, idTime, type World } from "./world.ts";

export const DEMO_COUNTY = "141124";
const WELDER = "6-18-02-04";
const STORY = 77;

export interface DemoStory {
  county: CountyPlace;
  homeTownCode: string;
  employer: EmployerDraft;
  posts: PostRow[];
  /** the job seeker who can sign in */
  seeker: PersonBundle;
  /** somebody who has accepted a place at the employer and is awaited there */
  awaited: PersonBundle;
}

/** The people and posts behind the demo accounts: a welder of 52 who looks for work, and a works that looks for welders. */
export function makeDemoStory(world: World): DemoStory {
  const county = world.countyOf.get(DEMO_COUNTY) ?? world.counties[0]!;
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, STORY);
  const id = () => ulidFrom(random, idTime(world, world.workers));
  const homeTownCode = county.towns[0]?.code ?? county.code;
  const employer = demoEmployer(world, county, id());
  const facts = (changed: Partial<PostFacts>): PostFacts => ({
    stream: "MARKET", employer, trade: requireTrade(WELDER), title: "电焊工", regionCode: homeTownCode, openings: 5, pay: { period: "MONTH", min: 6_800, max: 8_600 },
    hoursPerDay: 8, daysPerWeek: 6, housing: true, meals: true, insurance: true, educationMin: "NONE", experienceMonths: 24, cert: { level: "INTERMEDIATE" }, brandId: null,
    ...changed,
  });
  const open = (changed: Partial<PostFacts>): PostRow => ({
    ...assemble(world, random, facts(changed)), status: "PUBLISHED", validFrom: addDays(world.asOf, -6), validUntil: addDays(world.asOf, 84),
    publishedAt: sqlTime(`${addDays(world.asOf, -6)}T02:00:00.000Z`), verifiedAt: sqlTime(`${addDays(world.asOf, -6)}T06:00:00.000Z`),
  });
  const welding = open({});
  const fitting = open({ trade: requireTrade("6-20-01-01"), title: "装配钳工", openings: 2, pay: { period: "MONTH", min: 5_600, max: 7_000 }, cert: null, experienceMonths: 0 });
  const seeker = demoPerson(world, county, id(), id(), { index: world.workers, name: "郭建国", age: 52, seeking: true });
  const awaited = demoPerson(world, county, id(), id(), { index: world.workers + 1, name: "高志强", age: 39, seeking: false });
  seeker.placements.push(earlierWork(world, seeker, id));
  awaited.placements.push({ id: id(), postId: welding.id, stream: "MARKET", workRegionCode: homeTownCode, placeClass: "IN_COUNTY", events: [], active: true });
  awaited.placements[0]!.events = acceptance(world, awaited, awaited.placements[0]!.id, id, welding);
  return { county, homeTownCode, employer, posts: [{ ...welding, filled: 1 }, fitting], seeker, awaited };
}

function demoEmployer(world: World, county: CountyPlace, id: string): EmployerDraft {
  const verifiedOn = addDays(world.asOf, -40);
  return {
    id, name: "吕梁晋恒机械制造有限公司（演示）", creditCode: makeCreditCode(MADE_UP_ID_REGION, 99_999_999), kind: "OWN_RECRUITING", status: "APPROVED",
    regionCode: county.code, industry: "机械制造", sizeLabel: "100-299人", phone: "10099999999", verifiedAt: sqlTime(`${verifiedOn}T03:00:00.000Z`), verifiedBy: null,
    reverifyBy: addDays(verifiedOn, 182), madeUp: 1, source: "starter", sourceRef: null, recordedAt: sqlTime(`${addDays(world.asOf, -400)}T01:00:00.000Z`),
  };
}

function demoPerson(
  world: World, county: CountyPlace, id: string, householdId: string, { index, name, age, seeking }: { index: number; name: string; age: number; seeking: boolean },
): PersonBundle {
  const birthDate = addDays(`${Number(world.asOf.slice(0, 4)) - age}-${world.asOf.slice(5, 7)}-01`, -170);
  const registeredOn = `${Number(world.asOf.slice(0, 4)) - 3}-03-01`;
  const regionCode = county.homes.find((code) => code.startsWith(county.towns[0]?.code ?? county.code)) ?? county.code;
  const person: PersonDraft = {
    index, id, name, sex: "M", birthDate, age: ageOn(birthDate, world.asOf), education: "JUNIOR", categories: [{ kind: "POVERTY_LIFTED", validFrom: "2018-12-01" }],
    labourCapacity: "FULL", canLeave: true, experienceMonths: 180, trade: requireTrade(WELDER), registeredOn,
  };
  const household: HouseholdDraft = { id: householdId, county, regionCode, siteId: null, zeroEmployment: false, registeredOn, members: [person] };
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, index);
  return {
    person, household, opensHousehold: true, idNumber: makeResidentId(MADE_UP_ID_REGION, birthDate, 499, "M"), phone: madeUpPhone(99_000_000 + (index % 1_000)),
    certificates: [{
      id: ulidFrom(random, idTime(world, index)), kind: "SKILL_LEVEL", occupationCode: WELDER, level: "INTERMEDIATE", issuer: `${county.cityName}职业技能等级评价机构（演示）`,
      number: `YSDEMO${index}`, issuedOn: addDays(world.asOf, -900), expiresOn: null, verification: "VERIFIED",
    }],
    membership: null, placements: [],
    wish: {
      seeking, minWageFen: 500_000, needsHousing: false, maxDistanceKm: null, willInCounty: true, willInProvince: true, willOutOfProvince: false, willOverseas: false,
      availableFrom: addDays(world.asOf, -14), occupationCodes: [WELDER],
    },
  };
}

function acceptance(world: World, { person, household }: PersonBundle, placementId: string, id: () => string, post: PostRow): PlacementEvent[] {
  const said = (seq: number, kind: "OFFERED" | "ACCEPTED", happenedOn: Day): PlacementEvent => ({
    id: id(), placementId, seq, personId: person.id, kind, happenedOn, recordedAt: `${happenedOn}T0${seq + 1}:00:00.000Z`,
    saidByRole: kind === "OFFERED" ? "EMPLOYER" : "SEEKER", saidByUserId: null, evidence: "NONE", evidenceRef: null, reversesId: null, reason: null,
    snapshot: {
      homeCountyCode: household.county.code, povertyLiftedCounty: household.county.povertyLifted, sex: "M",
      age: ageOn(person.birthDate, happenedOn), education: "JUNIOR", stream: "MARKET", placeClass: "IN_COUNTY", occupationCode: WELDER, monthlyWageFen: post.monthlyMinFen,
    },
  });
  return [said(1, "OFFERED", addDays(world.asOf, -4)), said(2, "ACCEPTED", addDays(world.asOf, -2))];
}

const WORKED_FROM_DAYS = 300;
const WORKED_UNTIL_DAYS = 75;

/** Welding away from home earlier in the year, by the seeker's own word: what they can claim for rests on it, and it does not count toward the target. */
function earlierWork(world: World, { person, household }: PersonBundle, id: () => string): PersonBundle["placements"][number] {
  const placementId = id();
  const [from, until] = [addDays(world.asOf, -WORKED_FROM_DAYS), addDays(world.asOf, -WORKED_UNTIL_DAYS)];
  const place = world.away === null ? null : "110105";
  const said = (seq: number, kind: PlacementEvent["kind"], happenedOn: Day, reason: string | null = null): PlacementEvent => ({
    id: id(), placementId, seq, personId: person.id, kind, happenedOn, recordedAt: `${happenedOn}T0${seq + 1}:00:00.000Z`, saidByRole: kind === "OFFERED" ? "AGENT" : "SEEKER", saidByUserId: null,
    evidence: kind === "OFFERED" || kind === "ACCEPTED" ? "NONE" : "STATEMENT", evidenceRef: null, reversesId: null, reason,
    snapshot: {
      homeCountyCode: household.county.code, povertyLiftedCounty: household.county.povertyLifted, sex: "M", age: ageOn(person.birthDate, happenedOn), education: "JUNIOR",
      stream: "MARKET", placeClass: place === null ? "IN_PROVINCE" : "OUT_OF_PROVINCE", occupationCode: WELDER, monthlyWageFen: 650_000,
    },
  });
  return {
    id: placementId, postId: null, stream: "MARKET", workRegionCode: place ?? "140105", placeClass: place === null ? "IN_PROVINCE" : "OUT_OF_PROVINCE", active: false,
    events: [said(1, "OFFERED", addDays(from, -6)), said(2, "ACCEPTED", addDays(from, -5)), said(3, "ON_THE_JOB", from), said(4, "STILL_ON_THE_JOB", addDays(from, 180)), said(5, "ENDED", until, "工地完工")],
  };
}
