import { type Day, ageOn } from "#app/domain/dates.ts";
import { jobCheckInDays } from "#app/domain/checkin/check-in.ts";
import type { EvidenceKind, PlacementEvent, PlacementEventKind, PlacementSnapshot } from "#app/domain/placement/types.ts";
import type { PlaceClass, Role, Stream } from "#app/domain/terms.ts";
import { addDays, midnightMs } from "./days.ts";
import type { PersonDraft } from "./people.ts";
import { type Random, ulidFrom, weighted } from "./random.ts";
import { type CountyPlace, idTime, type World } from "./world.ts";

export interface EventPlan {
  world: World;
  random: Random;
  person: PersonDraft;
  placementId: string;
  home: CountyPlace;
  stream: Stream;
  placeClass: PlaceClass;
  agreedOn: Day;
  arrivedOn: Day;
  endedOn: Day;
  occupationCode: string;
  monthlyWageFen: number | null;
}

interface Statement {
  kind: PlacementEventKind;
  happenedOn: Day;
  role: Role;
  evidence: EvidenceKind;
  /** at least so many days later it is recorded */
  lag: number;
  reason?: string;
  /** the position of the statement that this one takes back */
  reverses?: number;
}

type Proof = readonly [Role, EvidenceKind];
const CLAIM: readonly Proof[] = [["AGENT", "STATEMENT"], ["OFFICER", "STATEMENT"]];
const OWN_WORD: readonly Proof[] = [["SEEKER", "STATEMENT"], ["SEEKER", "STATEMENT"], ["OFFICER", "PHONE_CHECK"], ["AGENT", "PHONE_CHECK"]];
const EMPLOYER_WORD: readonly Proof[] = [["EMPLOYER", "STATEMENT"]];
const SHOWN: readonly Proof[] = [["EMPLOYER", "CONTRACT"], ["EMPLOYER", "PAY_RECORD"], ["OFFICER", "CONTRACT"], ["OFFICER", "PAY_RECORD"]];
const PROOFS = weighted([[CLAIM, 6], [OWN_WORD, 10], [EMPLOYER_WORD, 50], [SHOWN, 34]] as const);
const REVERSAL_REASONS = ["电话核实未到岗", "重复上报", "到岗日期填错，另行补报"];
const END_REASONS = ["返乡过年", "合同到期", "家中农忙", "换工作", "身体原因"];

/**
 * The rows of one placement in order, up to what had been recorded when `asOf` began; and the day from which the person
 * is free again, null while the placement lasts.
 */
export function planEvents(plan: EventPlan): { events: PlacementEvent[]; freeFrom: Day | null } {
  const statements = tellStory(plan);
  const { world, random, person } = plan;
  const events: PlacementEvent[] = [];
  let recordedMs = 0;
  for (const statement of statements) {
    const at = midnightMs(addDays(statement.happenedOn, statement.lag)) + 3_600_000 + random.int(0, 34_000) * 1_000;
    recordedMs = Math.max(at, recordedMs + 60_000);
    const recordedAt = new Date(recordedMs).toISOString();
    if (recordedAt.slice(0, 10) >= world.asOf) break;
    events.push({
      id: ulidFrom(random, idTime(world, person.index)),
      placementId: plan.placementId,
      seq: events.length + 1,
      personId: person.id,
      kind: statement.kind,
      happenedOn: statement.happenedOn,
      recordedAt,
      saidByRole: statement.role,
      saidByUserId: null,
      evidence: statement.evidence,
      evidenceRef: evidenceRef(statement, random),
      reversesId: statement.reverses === undefined ? null : events[statement.reverses]!.id,
      reason: statement.reason ?? null,
      snapshot: snapshotOn(plan, statement.happenedOn),
    });
  }
  const last = events.at(-1);
  // somebody whose end is not on record yet starts nothing new
  const freeFrom = last?.kind === "ENDED" ? last.recordedAt.slice(0, 10) : null;
  return { events, freeFrom };
}

function tellStory(plan: EventPlan): Statement[] {
  const { random, agreedOn, arrivedOn, endedOn, placeClass } = plan;
  const lag = () => (random.chance(0.03) ? random.int(35, 110) : random.int(0, 7));
  const helper: Role = random.chance(0.7) ? "AGENT" : "OFFICER";
  const story: Statement[] = [
    { kind: "OFFERED", happenedOn: addDays(agreedOn, -random.int(0, 5)), role: random.chance(0.5) ? "EMPLOYER" : helper, evidence: "NONE", lag: random.int(0, 1) },
    { kind: "ACCEPTED", happenedOn: agreedOn, role: random.chance(0.45) ? "SEEKER" : helper, evidence: "NONE", lag: random.int(0, 2) },
  ];
  if (random.chance(0.035)) {
    story.push({ kind: "ENDED", happenedOn: addDays(agreedOn, random.int(1, 6)), role: "SEEKER", evidence: "STATEMENT", lag: random.int(0, 3), reason: "没有出发" });
    return story;
  }
  if (placeClass !== "IN_COUNTY" && random.chance(0.5)) {
    story.push({ kind: "DEPARTED", happenedOn: addDays(arrivedOn, -random.int(0, 1)), role: random.chance(0.6) ? "SEEKER" : helper, evidence: "STATEMENT", lag: random.int(0, 2) });
  }
  const proofs = random.weighted(PROOFS);
  const [role, evidence] = random.pick(proofs);
  const arrivalLag = lag();
  const first = story.length;
  const claimedBefore = (proofs === EMPLOYER_WORD || proofs === SHOWN) && random.chance(0.3) && role !== "OFFICER";
  if (claimedBefore) story.push({ kind: "ON_THE_JOB", happenedOn: arrivedOn, role: "AGENT", evidence: "STATEMENT", lag: random.int(0, 3) });
  story.push({ kind: "ON_THE_JOB", happenedOn: arrivedOn, role, evidence, lag: claimedBefore ? arrivalLag + 3 : arrivalLag });
  if (random.chance(0.012)) {
    const found = addDays(arrivedOn, random.int(12, 45));
    for (let i = first; i < first + (claimedBefore ? 2 : 1); i += 1) {
      story.push({ kind: "REVERSED", happenedOn: found, role: "OFFICER", evidence: "PHONE_CHECK", lag: arrivalLag, reason: random.pick(REVERSAL_REASONS), reverses: i });
    }
    story.push({ kind: "ENDED", happenedOn: found, role: "OFFICER", evidence: "PHONE_CHECK", lag: arrivalLag + 1, reason: "核实后结束" });
    return story;
  }
  for (const { dueOn: day } of jobCheckInDays(arrivedOn)) {
    if (day >= endedOn || !random.chance(0.4)) continue;
    const paid = random.chance(0.3);
    story.push({ kind: "STILL_ON_THE_JOB", happenedOn: day, role: paid ? "EMPLOYER" : random.chance(0.6) ? "SEEKER" : helper, evidence: paid ? "PAY_RECORD" : "PHONE_CHECK", lag: lag() });
  }
  story.push({ kind: "ENDED", happenedOn: endedOn, role: random.chance(0.5) ? "SEEKER" : random.chance(0.5) ? "EMPLOYER" : helper, evidence: "STATEMENT", lag: random.int(0, 9), reason: random.pick(END_REASONS) });
  return story;
}

function evidenceRef(statement: Statement, random: Random): string | null {
  if (statement.evidence === "CONTRACT") return `演示合同${statement.happenedOn.slice(0, 4)}-${random.int(10_000, 99_999)}`;
  if (statement.evidence === "PAY_RECORD") return `演示工资表${statement.happenedOn.slice(0, 7)}-${random.int(100, 999)}`;
  return null;
}

function snapshotOn(plan: EventPlan, day: Day): PlacementSnapshot {
  const { person, home } = plan;
  return {
    homeCountyCode: home.code,
    povertyLiftedCounty: home.povertyLifted,
    sex: person.sex,
    age: ageOn(person.birthDate, day),
    education: person.education,
    stream: plan.stream,
    placeClass: plan.placeClass,
    occupationCode: plan.occupationCode,
    monthlyWageFen: plan.monthlyWageFen,
  };
}
