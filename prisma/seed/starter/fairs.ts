import type { RowDataPacket } from "mysql2/promise";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { addDays, type Day } from "#app/domain/dates.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { must } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { fixedClock } from "#app/platform/clock.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { askForBooth } from "#app/usecases/fairs/ask-for-booth.server.ts";
import { comeToFair } from "#app/usecases/fairs/come-to-fair.server.ts";
import { countAtFair } from "#app/usecases/fairs/count-at-fair.server.ts";
import { decideBooth } from "#app/usecases/fairs/decide-booth.server.ts";
import { answerFairHiring, reportFairHiring } from "#app/usecases/fairs/hire-at-fair.server.ts";
import { planDrive } from "#app/usecases/fairs/plan-drive.server.ts";
import { planFair } from "#app/usecases/fairs/plan-fair.server.ts";
import { takeFairStep } from "#app/usecases/fairs/take-fair-step.server.ts";
import { recordPlacementEvent } from "#app/usecases/placements/record-event.server.ts";
import { DEMO_COUNTY } from "../generate/demo-story.ts";
import { randomFor, SUBJECT, ulidFrom } from "../generate/random.ts";
import type { World } from "../generate/world.ts";

// as long ago as thirty days at work ask for, and no longer: few posts stay open for so long
const [HELD_BEFORE, SOON] = [36, 6];
const [AT_WORK_AFTER, STILL_AFTER] = [2, 33];
const [MOST_HIRED, MOST_AT_A_STAND, MOST_FOR_A_POST] = [9, 3, 2];
const STANDS = 6;
/** so many employers are looked at for those whose posts suit the visitors */
const LOOKED_AT = 300;
const STORY = 2_411;
const DOOR = [38, 52, 41, 27, -2];

interface Stand {
  employerId: string;
  posts: string[];
}

/** A drive with a fair that was held and whose hirings stand in the ledger, and one to come with the demo employer's booth, one that waits, and the demo seeker among those who come; made by the use cases of each. */
export async function loadDemoFairs(from: Deps, world: World, seekerId: string): Promise<void> {
  const { asOf } = world;
  const random = randomFor(world.seed, SUBJECT.ACCOUNT, STORY);
  const clock = fixedClock(`${asOf}T02:00:00Z`);
  // what stands in the ledger has the same ids for the same seed
  const deps: Deps = { ...from, clock, newId: () => ulidFrom(random, clock.now().getTime()), logger: createLogger("seed", "silent") };
  const at = (day: Day, hour: string) => clock.set(new Date(`${day}T${hour}:00+08:00`).toISOString());
  const [user, demo] = await Promise.all(["county", "employer"].map((username) => deps.db.user.findUnique({ where: { username } })));
  if (!user || !demo?.employerId) return;
  const officer: Actor = { userId: user.id, role: "OFFICER", regionCode: user.regionCode, personId: null, employerId: null, purpose: "starter data" };
  const employer = (employerId: string): Actor => ({ ...officer, userId: null, role: "EMPLOYER", regionCode: null, employerId });
  const person = (personId: string): Actor => ({ ...officer, userId: null, role: "SEEKER", regionCode: null, personId });
  const held = addDays(asOf, -HELD_BEFORE);
  const asked = addDays(held, -1);
  const people = await visitors(deps, seekerId);
  const { stands, taken } = gather(await suitsOf(deps, people, await standsOf(deps, [asked, held], demo.employerId, LOOKED_AT), held));
  if (stands.length < 3 || people.length < 20) return;

  at(addDays(held, -14), "09:00");
  const { driveId } = must(await planDrive(deps, officer, { entryKey: deps.newId(), regionCode: DEMO_COUNTY, name: `${asOf.slice(0, 4)} 年春风行动（演示）`, startsOn: addDays(held, -10), lastOn: addDays(asOf, 40) }));
  const plan = async (title: string, kind: string, day: Day, booths: number) => must(await planFair(deps, officer, {
    entryKey: deps.newId(), regionCode: DEMO_COUNTY, driveId, title, kind, place: "临县体育馆", address: "临县临泉镇体育路 1 号", phone: "03584422000", says: "带身份证。县城 1 路公交到体育馆站下。进场、应聘都不收钱，现场有人帮着登记。", startsAt: `${day}T09:00`, endsAt: `${day}T16:00`, booths: String(booths),
  })).fairId;
  const step = async (fairId: string, to: string) => must(await takeFairStep(deps, officer, { fairId, version: (await deps.db.jobFair.findUniqueOrThrow({ where: { id: fairId } })).version, to, reason: "" }));
  const booth = async (fairId: string, { employerId, posts }: Stand, approves = true) => {
    const { boothId } = must(await askForBooth(deps, employer(employerId), { fairId, postIds: posts }));
    if (approves) must(await decideBooth(deps, officer, { boothId, version: 0, decision: "APPROVED" }));
    return boothId;
  };
  const press = (fairId: string, nr: number, n: number, boothId = "") => countAtFair(deps, officer, { fairId, boothId, n, entryKey: `00000000-0000-4000-8000-${String(nr).padStart(12, "0")}` });

  const past = await plan("临县春季招聘会（演示）", "ON_SITE", held, 20);
  const booths = [];
  at(asked, "09:00");
  for (const stand of stands) booths.push(await booth(past, stand));
  for (const personId of people) must(await comeToFair(deps, person(personId), { fairId: past, answer: "yes" }));
  at(held, "08:40");
  await step(past, "OPEN");
  at(held, "11:00");
  let nr = 0;
  for (const n of DOOR) must(await press(past, (nr += 1), n));
  for (const [index, boothId] of booths.entries()) must(await press(past, (nr += 1), 9 + 4 * index, boothId));
  const hired: { personId: string; placementId: string; employerId: string }[] = [];
  for (const { personId, postId, employerId } of taken) {
    const { code } = await deps.db.fairGuest.findUniqueOrThrow({ where: { fairId_personId: { fairId: past, personId } } });
    must(await reportFairHiring(deps, employer(employerId), { fairId: past, code, postId }));
    const { placementId } = must(await answerFairHiring(deps, person(personId), { fairId: past, postId, answer: "yes" }));
    hired.push({ personId, placementId: placementId!, employerId });
  }
  at(held, "16:10");
  await step(past, "CLOSED");
  const say = async (actor: Actor, placementId: string, kind: string, day: Day) => {
    at(day, "10:00");
    must(await recordPlacementEvent(deps, actor, { placementId, kind, happenedOn: day }));
  };
  for (const one of hired.slice(0, -1)) await say(employer(one.employerId), one.placementId, "ON_THE_JOB", addDays(held, AT_WORK_AFTER));
  for (const one of hired.slice(0, -2)) await say(person(one.personId), one.placementId, "STILL_ON_THE_JOB", addDays(held, STILL_AFTER));

  at(asOf, "10:00");
  const soon = await plan("临县现场和网上招聘会（演示）", "BOTH", addDays(asOf, SOON), 12);
  const own = await openPosts(deps, "p.employerId = ?", demo.employerId, [asOf, asOf]);
  if (own.length > 0) await booth(soon, { employerId: demo.employerId, posts: own.slice(0, 4) });
  const now = (await standsOf(deps, [asOf, asOf], demo.employerId)).slice(0, 5);
  for (const [index, stand] of now.entries()) await booth(soon, stand, index > 0);
  for (const personId of [seekerId, ...people.slice(-8)]) must(await comeToFair(deps, person(personId), { fairId: soon, answer: "yes" }));
  // counters are built when all is loaded, and nobody is sent a text message of made-up fairs
  await deps.db.outboxEvent.deleteMany({ where: { event: { in: ["placement.recorded", "sms.queued"] } } });
  await deps.db.smsMessage.deleteMany({ where: { purpose: "fair" } });
}

/** Posts that are open from the first of the days to the last. */
async function openPosts({ pool }: Deps, where: string, param: string, [from, to]: readonly [Day, Day]): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(`SELECT p.id FROM post p WHERE ${where} AND p.status = 'PUBLISHED' AND p.stream = 'MARKET' AND p.validFrom <= ? AND p.validUntil > ? AND p.filled < p.openings ORDER BY p.id LIMIT 8`, [param, from, to]);
  return rows.map((row) => row.id as string);
}

/** Employers with posts that are open from one day to another, those of the demo county's city first, and these posts. */
async function standsOf(deps: Deps, days: readonly [Day, Day], not: string, most = 8): Promise<Stand[]> {
  const [rows] = await deps.pool.query<RowDataPacket[]>(
    `SELECT e.id FROM employer e JOIN post p ON p.employerId = e.id WHERE e.status = 'APPROVED' AND e.id <> ? AND p.status = 'PUBLISHED' AND p.stream = 'MARKET' AND p.validFrom <= ? AND p.validUntil > ? AND p.filled < p.openings
      GROUP BY e.id ORDER BY MAX(p.countyCode LIKE ?) DESC, e.id LIMIT ?`,
    [not, ...days, `${DEMO_COUNTY.slice(0, 4)}%`, most]);
  const stands = [];
  for (const row of rows) stands.push({ employerId: row.id as string, posts: await openPosts(deps, "p.employerId = ?", row.id as string, days) });
  return stands;
}

/** People who look for work, have no account, no work and no part in the other made-up stories: of the demo county, then of its city. */
async function visitors({ pool }: Deps, seekerId: string): Promise<string[]> {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT p.id FROM person p JOIN wish w ON w.personId = p.id WHERE p.homeCountyCode LIKE ? AND p.id <> ? AND w.seeking = TRUE AND NOT EXISTS (SELECT 1 FROM user_account u WHERE u.personId = p.id) AND NOT EXISTS (SELECT 1 FROM placement a WHERE a.personId = p.id)
        AND NOT EXISTS (SELECT 1 FROM dispatch_seat s WHERE s.personId = p.id) AND NOT EXISTS (SELECT 1 FROM training_enrolment n WHERE n.personId = p.id) AND NOT EXISTS (SELECT 1 FROM welfare_case c WHERE c.personId = p.id)
      ORDER BY p.homeCountyCode = ? DESC, p.id LIMIT 60`, [`${DEMO_COUNTY.slice(0, 4)}%`, seekerId, DEMO_COUNTY]);
  return rows.map((row) => row.id as string);
}

interface SuitedStand extends Stand {
  /** whom each post could take by the rule that judges every pair, in the order of the visitors */
  suits: { postId: string; openings: number; people: string[] }[];
}

/** Whom each stand could take of the visitors. */
async function suitsOf(deps: Deps, people: readonly string[], stands: readonly Stand[], day: Day): Promise<SuitedStand[]> {
  const { pool } = deps;
  const [persons, posts, rules] = await Promise.all([loadPersonFacts(deps, people, day), loadPostFacts(pool, stands.flatMap((one) => one.posts), day), loadMatchingRules(pool, day)]);
  return stands.map((stand) => ({
    ...stand, suits: stand.posts.flatMap((postId) => {
      const post = posts.get(postId);
      return post === undefined ? [] : [{ postId, openings: post.openingsLeft, people: people.filter((id) => persons.has(id) && assess(persons.get(id)!, post, rules).allowed) }];
    }),
  }));
}

interface Hired { personId: string; postId: string; employerId: string }

/** Whom a stand takes of those who are free still: of each post only some, and a post keeps a place open. */
function takenAt({ employerId, suits }: SuitedStand, busy: ReadonlySet<string>): Hired[] {
  const taken: Hired[] = [];
  for (const { postId, openings, people } of suits) {
    const room = Math.max(0, Math.min(MOST_FOR_A_POST, openings - 1, MOST_AT_A_STAND - taken.length));
    const free = people.filter((id) => !busy.has(id) && !taken.some((one) => one.personId === id));
    taken.push(...free.slice(0, room).map((personId) => ({ personId, postId, employerId })));
  }
  return taken;
}

/** A fair brings those together who fit: one stand after the other, each time the one that takes most of the visitors who are left. */
function gather(suited: readonly SuitedStand[]): { stands: SuitedStand[]; taken: Hired[] } {
  const stands: SuitedStand[] = [];
  const taken: Hired[] = [];
  while (stands.length < Math.min(STANDS, suited.length)) {
    const busy = new Set(taken.map((one) => one.personId));
    const [next] = suited.filter((one) => !stands.includes(one)).map((stand) => ({ stand, takes: takenAt(stand, busy) })).sort((a, b) => b.takes.length - a.takes.length);
    stands.push(next!.stand);
    taken.push(...next!.takes);
  }
  return { stands, taken: taken.slice(0, MOST_HIRED) };
}
