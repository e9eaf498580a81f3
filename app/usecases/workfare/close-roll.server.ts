import { z } from "zod";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { findPlacementFor } from "#app/data/ledger/placement-access.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { appendEntries, bookRoll, findRollFor, lockRoll, type Roll } from "#app/data/workfare/rolls.server.ts";
import { dayRulesFrom } from "#app/domain/days/person-day.ts";
import { speakingEvents, viewPlacement } from "#app/domain/placement/placement.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { daysInForce, findBrokenEntry, type RollDay, signaturesOf } from "#app/domain/workfare/roll.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import { joinTransaction, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { sayInLedger } from "../placements/say-in-ledger.server.ts";
import { useCase } from "../use-case.server.ts";
import { namedRefusals, Undone } from "./refused-days.server.ts";

/** A signature under a roll: the foreman's or the representative's own, or both of a sheet that was signed on paper, named by its number. */
export const signRoll = useCase({
  name: "sign-roll",
  roles: ["OFFICER", "ADMIN", "AGENT", "SEEKER"],
  subject: { type: "musterRoll", id: (input) => input.rollId },
  input: z.object({ rollId: z.ulid("invalid"), seen: z.coerce.number("invalid").int().min(0), how: z.enum(["FOREMAN", "REPRESENTATIVE", "PAPER"], "required"), sheetNo: plainLine(0, "required", 60).default("") }),
  async run({ deps, actor, input }) {
    const found = await findRollFor(deps, actor, input.rollId, input.how === "PAPER" ? "SIGN_PAPER" : `SIGN_${input.how}`);
    if (!found) return refuse("not-found");
    if (input.how === "PAPER" && input.sheetNo === "") return refuse("roll-number-needed", { field: "sheetNo" });
    return deps.db.$transaction(async (tx) => {
      const { roll, entries } = await lockRoll(tx, input.rollId);
      if (roll.closedAt !== null) return refuse("roll-closed");
      // nobody signs what they have not seen
      if (roll.lastSeq !== input.seen) return refuse("roll-moved-on");
      if (daysInForce(entries).length === 0) return refuse("roll-empty");
      const way = input.how === "PAPER" ? ("PAPER" as const) : ("PAGE" as const);
      const note = input.sheetNo || null;
      await appendEntries(deps, tx, roll, (input.how === "PAPER" ? (["FOREMAN", "REPRESENTATIVE"] as const) : [input.how]).map((kind) => ({ kind, way, note, entryKey: deps.newId() })), actor.userId);
      return ok({ rollId: roll.id });
    });
  },
});

/**
 * Closes a roll that two have signed: its days are booked in the ledger of paid days, all of them or none, and whoever was hired and works for the first
 * time has arrived, in the placement's ledger, with the roll as the proof. What stands against a day is told by name.
 */
export const closeRoll = useCase({
  name: "close-roll",
  roles: ["OFFICER", "ADMIN", "AGENT", "SEEKER"],
  subject: { type: "musterRoll", id: (input) => input.rollId },
  input: z.object({ rollId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const found = await findRollFor(deps, actor, input.rollId, "CLOSE");
    if (!found) return refuse("not-found");
    const { project } = found;
    const rules = dayRulesFrom(await loadPolicyParameters(deps.pool), { regionCode: project.countyCode, asOf: deps.clock.today() });
    try {
      return await deps.db.$transaction(async (tx) => {
        const { roll, entries } = await lockRoll(tx, input.rollId);
        if (roll.closedAt !== null) return refuse("roll-closed");
        const days = daysInForce(entries);
        if (days.length === 0) return refuse("roll-empty");
        if (findBrokenEntry(entries, roll, sha256) !== null) return refuse("roll-chain-broken");
        const { foreman, representative } = signaturesOf(entries);
        if (!foreman || !representative) return refuse(foreman ? "signature-representative" : "signature-foreman");
        const refused = await bookRoll(deps, tx, roll.id, entries, rules, actor.userId);
        if (refused.length > 0) throw new Undone(await namedRefusals(deps, refused));
        await appendEntries(deps, tx, roll, [{ kind: "CLOSED", way: "PAGE", entryKey: deps.newId() }], actor.userId);
        await tx.musterRoll.update({ where: { id: roll.id }, data: { closedAt: deps.clock.now(), closedBy: actor.userId } });
        await tellArrivals(deps, tx, actor, roll, days);
        return ok({ rollId: roll.id, days: days.length });
      }, { timeout: 60_000 });
    } catch (error) {
      if (error instanceof Undone) return { ok: false as const, problems: error.problems };
      throw error;
    }
  },
});

/** The first day in a roll is the arrival of who was hired: said once, by the roll, where nobody has said so. The foreman's word is the employer's. */
async function tellArrivals(deps: Deps, tx: Tx, actor: Actor, roll: Roll, days: readonly RollDay[]): Promise<void> {
  const inside = { ...deps, db: joinTransaction(tx) };
  const speaker: Actor = { ...actor, role: actor.role === "SEEKER" ? "EMPLOYER" : actor.role === "AGENT" ? "AGENT" : "OFFICER", personId: null };
  for (const member of await loadCrew(deps.pool, roll.projectId, { from: roll.fromOn, until: roll.untilOn })) {
    const first = days.find((one) => one.personId === member.personId)?.day;
    const placement = first === undefined || member.placementId === null ? null : await findPlacementFor(inside, systemActor(actor.purpose), member.placementId);
    if (!placement || first === undefined) continue;
    const events = await loadEventsOfPlacement(deps.pool, placement.id);
    if (viewPlacement(events).arrivedOn !== null) continue;
    const acceptedOn = speakingEvents(events).find((one) => one.kind === "ACCEPTED")?.happenedOn ?? first;
    await sayInLedger(inside, speaker, placement, { kind: "ON_THE_JOB", happenedOn: acceptedOn > first ? acceptedOn : first, evidence: "PAY_RECORD", evidenceRef: `roll ${roll.id}` });
  }
}
