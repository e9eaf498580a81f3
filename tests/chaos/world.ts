import { addDays, type Day } from "#app/domain/dates.ts";
import { makeResidentId } from "#app/domain/person/resident-id.ts";
import { createSession, SESSION_COOKIE } from "#app/platform/sessions.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import type { TestServices } from "#tests/setup/services.ts";
import type { OnProgress } from "../bench/suites.ts";
import type { Operation } from "./operations.ts";

const LINXIAN = "141124";
const TRADE = "6-18-02-04";
const EMPLOYERS = 12;
const POSTS_OF_EACH = 4;
/** Nobody is turned away for want of a place. */
const OPENINGS = 5_000;
/** A tag of the resident IDs that rosters bring, apart from those of the factory and the starter data. */
const ROSTER_ID_REGION = "999998";

export interface Person {
  id: string;
  cookie: string;
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Whoever acts during the run, each signed in: employers with posts, people who have no work yet, and the county's officer. */
export async function makeWorld(deps: TestServices, people: number, seed: number, onProgress: OnProgress) {
  const make = createFactory(deps, seed);
  const today: Day = deps.clock.today();
  const validUntil = addDays(today, 60);
  const signedIn = async (userId: string) => `${SESSION_COOKIE}=${(await createSession(deps, userId, "chaos")).token}`;

  const employers: { id: string; cookie: string }[] = [];
  const posts: { id: string; employer: (typeof employers)[number] }[] = [];
  for (let n = 0; n < EMPLOYERS; n += 1) {
    const id = await make.employer();
    const employer = { id, cookie: await signedIn((await make.user({ role: "EMPLOYER", employerId: id })).id) };
    employers.push(employer);
    for (let k = 0; k < POSTS_OF_EACH; k += 1) posts.push({ employer, id: await make.post({ employerId: id, countyCode: LINXIAN, openings: OPENINGS, title: `电焊工${n}-${k}`, validUntil }) });
  }
  // one hash for all: making one takes longer than everything else about an account
  const first = await make.user({ role: "SEEKER" });
  const { passwordHash } = await deps.db.user.findUniqueOrThrow({ where: { id: first.id } });
  const waiting: Person[] = [];
  for (let n = 0; n < people; n += 1) {
    const { id } = await make.person({ homeCountyCode: LINXIAN, age: 20 + (n % 30), categories: ["POVERTY_LIFTED"], wish: { occupationCodes: [TRADE] } });
    const userId = deps.newId();
    await deps.db.user.create({ data: { id: userId, username: `chaos-${n}-${id.slice(-6)}`, displayName: "求职者", role: "SEEKER", status: "ACTIVE", personId: id, passwordHash, recordedAt: deps.clock.now() } });
    waiting.push({ id, cookie: await signedIn(userId) });
    onProgress("到场的人 People who will act", n + 1, people);
  }
  await deps.pool.query("INSERT INTO outbox_event (id, event, subjectId, recordedAt) SELECT CONCAT('6', SUBSTRING(id, 2)), 'person.changed', id, UTC_TIMESTAMP(3) FROM person WHERE source = 'factory'");
  await deps.pool.query("INSERT INTO outbox_event (id, event, subjectId, recordedAt) SELECT CONCAT('6', SUBSTRING(id, 2)), 'post.changed', id, UTC_TIMESTAMP(3) FROM post WHERE source = 'factory'");
  const county = await deps.db.user.findUniqueOrThrow({ where: { username: "county" } });
  let rosterPeople = 0;

  return {
    today, validUntil, employers, posts,
    officer: await signedIn(county.id),
    confirming: new Set<Operation>(),
    editing: new Set<Operation>(),
    takePerson: (): Person | null => waiting.pop() ?? null,
    freeIdNumber: (): string => {
      rosterPeople += 1;
      return makeResidentId(ROSTER_ID_REGION, addDays("1980-01-01", Math.floor(rosterPeople / 400)), rosterPeople % 400, "M");
    },
    postForm: (title: string): Record<string, string> => ({
      stream: "MARKET", title, occupationCode: TRADE, description: "按图纸焊接钢结构件，白班，工资按月发放，缴纳社会保险。", regionCode: LINXIAN, openings: "2", wageMinYuan: "6000", wageMaxYuan: "8000",
      wagePeriod: "MONTH", hoursPerDay: "8", daysPerWeek: "6", educationMin: "NONE", experienceMonths: "0", validUntil,
    }),
  };
}
