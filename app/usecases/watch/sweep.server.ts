import { sealNote } from "#app/data/case-notes.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { countOpenCases, loadDesks } from "#app/data/watch/owners.server.ts";
import { loadOverdue, loadWatched, streamPersonIds, type Watched } from "#app/data/watch/watched.server.ts";
import { addWorkingDays } from "#app/domain/care/care-case.ts";
import { type Day, toDate } from "#app/domain/dates.ts";
import { createRuleBook, type RuleBook } from "#app/domain/policy/rule-book.ts";
import { chooseOwner } from "#app/domain/watch/owner.ts";
import { type Signal, signalsOf, type WatchRules } from "#app/domain/watch/signals.ts";
import { raisedTo } from "#app/domain/watch/watch-case.ts";
import type { Deps } from "#app/platform/deps.server.ts";

type Needs = Pick<Deps, "pool" | "db" | "clock" | "newId" | "crypto">;

/** Looks at what the ledger says of some people and opens a case for each signal of those under watch, once. Gives how many were opened. */
export async function watchPersons(deps: Needs, personIds: readonly string[]): Promise<number> {
  const asOf = deps.clock.today();
  const rules = createRuleBook(await loadPolicyParameters(deps.pool));
  const watched = await loadWatched(deps, personIds, rules, asOf, deps.clock.now());
  const found = watched.flatMap((person) => signalsOf(person, rulesAt(rules, person.homeCountyCode, asOf), asOf).filter((one) => isNews(person, one)).map((signal) => ({ person, signal })));
  return openCases(deps, found, rules, asOf);
}

/** One case at a time of a kind, and no "months without a job" while the loss of that job is still being looked after. */
function isNews(person: Watched, { kind }: Signal): boolean {
  return !person.openKinds.has(kind) && !(kind === "UNPLACED" && person.openKinds.has("JOB_LOST"));
}

const NEVER = 1_000_000;

/** The numbers of a county on a day; a signal whose number is not in force is never given. */
function rulesAt(rules: RuleBook, regionCode: string, asOf: Day): WatchRules {
  const of = (key: string, otherwise: number) => rules.number(key, { regionCode, asOf }) ?? otherwise;
  return {
    unplacedMonths: of("watch.unplaced.months", NEVER), postEndingDays: of("watch.post-ending.days", -1), paySilentDays: of("watch.pay-silent.days", NEVER), lookbackDays: of("watch.lookback.days", 0),
    youngest: of("work.age.min", 16), oldest: of("welfare.age.max", 60),
  };
}

/** Each case gets the desk nearest to the home as its owner; desks of one place share them evenly. */
async function assignOwners(deps: Needs, found: readonly { person: Watched }[]): Promise<(string | null)[]> {
  const desks = await loadDesks(deps.pool, found.map(({ person }) => person.homeRegionCode));
  const open = await countOpenCases(deps.pool, desks.all.map(({ id }) => id));
  return found.map(({ person }) => {
    const owner = chooseOwner(desks.of(person.homeRegionCode), open);
    if (owner) open.set(owner.id, (open.get(owner.id) ?? 0) + 1);
    return owner?.id ?? null;
  });
}

async function openCases(deps: Needs, found: readonly { person: Watched; signal: Signal }[], rules: RuleBook, asOf: Day): Promise<number> {
  if (found.length === 0) return 0;
  const openedAt = deps.clock.now();
  const owners = await assignOwners(deps, found);
  const rows = found.map(({ person, signal }, at) => ({
    id: deps.newId(), kind: signal.kind, onceKey: signal.onceKey, personId: person.personId, householdId: person.householdId, placementId: signal.placementId, regionCode: person.homeRegionCode,
    countyCode: person.homeCountyCode, ownerId: owners[at]!, since: toDate(signal.since), openedAt,
    dueOn: toDate(addWorkingDays(asOf, rules.number("watch.deadline.working-days", { regionCode: person.homeCountyCode, asOf }) ?? 1)),
  }));
  return deps.db.$transaction(async (tx) => {
    await tx.watchCase.createMany({ data: rows, skipDuplicates: true });
    const opened = await tx.watchCase.findMany({ where: { id: { in: rows.map((row) => row.id) } }, select: { id: true, ownerId: true } });
    await tx.watchStep.createMany({ data: opened.map(({ id, ownerId }) => ({ caseId: id, seq: 1, kind: "OPENED" as const, toUserId: ownerId, recordedAt: openedAt })) });
    return opened.length;
  });
}

const DAY_SECONDS = 86_400;
/** Working days; a rule of more than a year and a half is none. */
const LONGEST_WAIT = 400;

/** Once a day over the whole register: what only time brings about (months, terms, silence), and cases past their day. Gives how many were opened or reported upwards. */
export async function sweepWatch(deps: Needs & Pick<Deps, "redis" | "env">): Promise<number> {
  const turn = `${deps.env.QUEUE_PREFIX}:watch:${deps.clock.today()}`;
  if ((await deps.redis.set(turn, "1", "EX", DAY_SECONDS, "NX")) !== "OK") return 0;
  try {
    let changed = 0;
    for await (const ids of streamPersonIds(deps.pool)) changed += await watchPersons(deps, ids);
    return changed + (await reportUpwards(deps));
  } catch (error) {
    await deps.redis.del(turn);
    throw error;
  }
}

/** Open cases past their day are reported to the city, and some working days later to the province; each step once. */
export async function reportUpwards(deps: Needs): Promise<number> {
  const today = deps.clock.today();
  const rules = createRuleBook(await loadPolicyParameters(deps.pool));
  let reported = 0;
  for (let after = ""; ; ) {
    const some = await loadOverdue(deps.pool, today, after);
    if (some.length === 0) return reported;
    after = some.at(-1)!.id;
    for (const { id, countyCode, dueOn, raised } of some) {
      const further = rules.number("watch.raise.working-days", { regionCode: countyCode, asOf: today }) ?? LONGEST_WAIT;
      const to = raisedTo(dueOn, today, Math.min(further, LONGEST_WAIT));
      if (to > raised && (await raiseCase(deps, id, raised, to))) reported += 1;
    }
  }
}

async function raiseCase(deps: Needs, caseId: string, from: number, to: number): Promise<boolean> {
  return deps.db.$transaction(async (tx) => {
    const { count } = await tx.watchCase.updateMany({ where: { id: caseId, closedAt: null, raised: from }, data: { raised: to, version: { increment: 1 } } });
    if (count !== 1) return false;
    const last = await tx.watchStep.aggregate({ where: { caseId }, _max: { seq: true } });
    await tx.watchStep.create({ data: { caseId, seq: (last._max.seq ?? 0) + 1, kind: "REPORTED_UP", noteEnc: sealNote(deps, to === 2 ? "PROVINCE" : "CITY"), recordedAt: deps.clock.now() } });
    return true;
  });
}
