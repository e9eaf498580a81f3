import { z } from "zod";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { appendEntries, bookRoll, type EntryDraft, findRollFor, lockRoll, type Roll } from "#app/data/workfare/rolls.server.ts";
import type { Project } from "#app/data/workfare/projects.server.ts";
import { dayRulesFrom } from "#app/domain/days/person-day.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { formKey } from "#app/domain/workfare/input.ts";
import { type DayChange, dayKey, type DayConflict, ENTRY_WAYS, type Hashed, mergeChanges, minutesOf } from "#app/domain/workfare/roll.ts";
import { mayDo } from "#app/domain/workfare/roles.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";
import { namedRefusals, Undone } from "./refused-days.server.ts";

export type Entered = { state: "saved"; rollId: string; days: number } | { state: "conflict"; rollId: string; seq: number; movedOn: boolean; conflicts: DayConflict[] };

/**
 * Writes days of a crew in a roll: new lines behind those that are there. What somebody else has written since the sheet was looked at is not overwritten
 * but told, both sides; the answer names what is to stand. The same form comes in once. In a closed roll an officer corrects, with a reason, and the ledger
 * of paid days follows in the same transaction or the correction is refused.
 */
export const enterDays = useCase({
  name: "enter-days",
  roles: ["OFFICER", "ADMIN", "AGENT", "SEEKER"],
  subject: { type: "musterRoll", id: (input) => input.rollId },
  input: z.object({
    rollId: z.ulid("invalid"),
    entryKey: formKey,
    way: z.enum(ENTRY_WAYS, "invalid").default("PAGE"),
    /** the last row of the roll that its writer had seen */
    seen: z.coerce.number("invalid").int().min(0),
    lines: z.array(z.object({
      personId: z.ulid("invalid"), day: z.iso.date("date-form"), quarters: z.coerce.number("invalid").int().min(0, "invalid").max(4, "invalid"), rateFen: z.number("number-needed").int().min(100, "number-needed").max(500_000, "too-large"),
    })).max(3_000, "too-large"),
    /** up to which row both sides were shown, and the days, as `personId|day`, for which the writer's word is to stand; null while nobody has decided */
    decided: z.object({ shown: z.coerce.number("invalid").int().min(0), take: z.array(z.string().max(60)).max(3_000, "too-large") }).nullable().default(null),
    reason: plainLine(0, "required", 300).default(""),
  }),
  async run({ deps, actor, input }): Promise<Result<Entered>> {
    const found = await findRollFor(deps, actor, input.rollId, "ENTER");
    if (!found) return refuse("not-found");
    const { project, part } = found;
    const rules = dayRulesFrom(await loadPolicyParameters(deps.pool), { regionCode: project.countyCode, asOf: deps.clock.today() });
    const known = new Set((await loadCrew(deps.pool, project.id, { from: found.roll.fromOn, until: found.roll.untilOn })).map((one) => one.personId));
    try {
      return await deps.db.$transaction(async (tx): Promise<Result<Entered>> => {
        const { roll, entries } = await lockRoll(tx, input.rollId);
        if (entries.some((one) => one.entryKey === input.entryKey && one.kind === "DAY")) return ok({ state: "saved", rollId: roll.id, days: 0 });
        if (roll.closedAt !== null && !mayDo(part, "CORRECT")) return refuse("roll-closed");
        if (roll.closedAt !== null && input.reason === "") return refuse("correction-reason", { field: "reason" });
        const problem = outside(input.lines, roll, entries, known);
        if (problem) return problem;
        const decided = input.decided && { shown: input.decided.shown, take: new Set(input.decided.take) };
        const merged = mergeChanges(entries, input.lines, { seq: input.seen, by: actor.userId, changesOnly: input.way === "PHONE", decided });
        if (merged.conflicts.length > 0) return ok({ state: "conflict", rollId: roll.id, seq: roll.lastSeq, movedOn: merged.movedOn, conflicts: merged.conflicts });
        return ok({ state: "saved", rollId: roll.id, days: await write(deps, tx, actor, { roll, project, entries, fresh: merged.fresh, rules, input }) });
      }, { timeout: 60_000 });
    } catch (error) {
      if (error instanceof Undone) return { ok: false, problems: error.problems };
      throw error;
    }
  },
});

function outside(lines: readonly DayChange[], roll: Roll, entries: readonly Hashed[], crew: ReadonlySet<string>) {
  const seen = new Set<string>();
  const written = new Set(entries.map((one) => one.personId));
  for (const { personId, day } of lines) {
    if (day < roll.fromOn || day >= roll.untilOn) return refuse("day-outside-roll");
    if (!crew.has(personId) && !written.has(personId)) return refuse("not-of-crew");
    if (seen.has(dayKey(personId, day))) return refuse("day-sent-twice");
    seen.add(dayKey(personId, day));
  }
  return null;
}

async function write(deps: Deps, tx: Tx, actor: Actor, { roll, project, entries, fresh, rules, input }: {
  roll: Roll; project: Project; entries: Hashed[]; fresh: readonly DayChange[]; rules: ReturnType<typeof dayRulesFrom>; input: { way: EntryDraft["way"]; entryKey: string; reason: string };
}): Promise<number> {
  if (fresh.length === 0) return 0;
  const added = await appendEntries(deps, tx, roll, fresh.map((one) => ({
    kind: "DAY", ...one, minutes: minutesOf(one.quarters, project.hoursPerDay), way: input.way, entryKey: input.entryKey, note: input.reason || null,
  })), actor.userId);
  if (roll.closedAt !== null) {
    const refused = await bookRoll(deps, tx, roll.id, [...entries, ...added], rules, actor.userId);
    if (refused.length > 0) throw new Undone(await namedRefusals(deps, refused));
  }
  return added.length;
}
