import { z } from "zod";
import { openCare } from "#app/data/care-cases.server.ts";
import { checkInById, checkInByToken, type OpenCheckIn } from "#app/data/check-ins.server.ts";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { giveReceipt } from "#app/data/receipts.server.ts";
import { agentAsks, AGENT_MAY_ASK_DAYS, answersTo, careOf, CHECK_IN_ANSWERS, type CheckInAnswer, eventOf, needsDay } from "#app/domain/checkin/check-in.ts";
import type { CareKind } from "#app/domain/care/care-case.ts";
import { addDays, type Day, toDate, toDay } from "#app/domain/dates.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Along, sayInLedger } from "../placements/say-in-ledger.server.ts";
import { useCase } from "../use-case.server.ts";

class AnsweredAlready extends Error {}

const TRIES = 3;

/**
 * The one answer to "have you arrived?" or "still there? paid?": by whoever has the link, by the person signed in, or by a village
 * agent who asked them. What it says of the job goes into the ledger, unpaid wages and a wish to talk to the county bureau, all
 * in one transaction; a second answer changes nothing. An unknown link and one that ran out are refused alike.
 */
export const answerCheckIn = useCase({
  name: "answer-check-in",
  roles: ["SEEKER", "AGENT"],
  subject: { type: "check-in", id: (input, value) => value.checkInId ?? input.checkInId },
  act: { kind: "PROGRESS" },
  input: z.object({
    token: z.string().max(100, "check-in-gone").optional(),
    checkInId: z.ulid("check-in-gone").optional(),
    answer: z.enum(CHECK_IN_ANSWERS, "check-in-choose"),
    day: z.preprocess((value) => (value === "" ? undefined : value), z.iso.date("date-form").optional()),
  }),
  async run({ deps, actor, input }) {
    const byLink = input.token !== undefined;
    const checkIn = byLink ? await checkInByToken(deps, input.token!) : input.checkInId === undefined ? null : await checkInById(deps, input.checkInId);
    if (!checkIn || !(byLink || mayAnswer(deps, actor, checkIn))) return refuse("check-in-gone");
    const { answer } = input;
    if (checkIn.answeredAt !== null) return refuse("check-in-answered");
    if (!answersTo(checkIn.kind).includes(answer)) return refuse("check-in-choose", { field: "answer" });
    if (needsDay(answer) && input.day === undefined) return refuse("check-in-day", { field: "day" });
    const who: Actor = byLink ? { ...actor, userId: null, role: "SEEKER", personId: checkIn.placement.personId } : actor;
    const day = needsDay(answer) ? input.day! : deps.clock.today();
    try {
      return await record(deps, who, checkIn, answer, day);
    } catch (error) {
      if (error instanceof AnsweredAlready) return refuse("check-in-answered");
      throw error;
    }
  },
});

/** The person themselves while anybody may still ask, and an agent of their home once it is theirs to ask. */
function mayAnswer(deps: Pick<Deps, "clock">, actor: Actor, { placement, bySms, dueOn }: OpenCheckIn): boolean {
  const [today, due] = [deps.clock.today(), toDay(dueOn)];
  if (actor.role === "SEEKER") return actor.personId === placement.personId && today <= addDays(due, AGENT_MAY_ASK_DAYS);
  return actsForRegion(actor, placement.person.homeRegionCode) && agentAsks({ dueOn: due, bySms }, today);
}

type Answered = Result<{ checkInId: string; care: CareKind | null }>;

async function record(deps: Deps, who: Actor, checkIn: OpenCheckIn, answer: CheckInAnswer, day: Day): Promise<Answered> {
  const kind = eventOf(answer);
  const care = careOf(answer);
  if (kind === null) return alone(deps, who, checkIn, answer, day, care);
  const evidence = who.role === "AGENT" ? "PHONE_CHECK" : "STATEMENT";
  for (let tries = 1; ; tries += 1) {
    const said = await sayInLedger(deps, who, checkIn.placement, { kind, happenedOn: day, evidence, evidenceRef: `check-in:${checkIn.id}` }, writer(deps, who, checkIn, answer, day, care));
    if (said.ok) return ok({ checkInId: checkIn.id, care });
    const { code } = said.problems[0]!;
    if (code === "changed-meanwhile" && tries < TRIES) {
      Object.assign(checkIn.placement, await deps.db.placement.findUniqueOrThrow({ where: { id: checkIn.placementId }, select: { lastSeq: true, lastHash: true } }));
      continue;
    }
    if (code.startsWith("day-")) return { ok: false, problems: said.problems.map((problem) => ({ ...problem, field: "day" })) };
    if (code !== "transition-not-allowed" && code !== "already-confirmed") return said;
    // the ledger has gone on without them: the answer is kept, and somebody looks at it where the two disagree
    const { state } = viewPlacement(await loadEventsOfPlacement(deps.pool, checkIn.placementId));
    const agree = code === "already-confirmed" || (answer === "LEFT" && state === "ENDED") || (answer === "ARRIVED" && state === "ON_THE_JOB");
    return alone(deps, who, checkIn, answer, day, care ?? (agree ? null : "DISPUTED"));
  }
}

/** An answer of which the ledger has nothing to keep. */
async function alone(deps: Deps, who: Actor, checkIn: OpenCheckIn, answer: CheckInAnswer, day: Day, care: CareKind | null): Promise<Answered> {
  await deps.db.$transaction(writer(deps, who, checkIn, answer, day, care));
  return ok({ checkInId: checkIn.id, care });
}

/** Takes the question's one answer, or throws when somebody was quicker; then what follows from it. */
function writer(deps: Deps, who: Actor, checkIn: OpenCheckIn, answer: CheckInAnswer, day: Day, care: CareKind | null): Along {
  const { placement } = checkIn;
  return async (tx: Tx) => {
    const taken = await tx.checkIn.updateMany({ where: { id: checkIn.id, answeredAt: null }, data: { answeredAt: deps.clock.now(), answer, answeredFor: toDate(day), answeredBy: who.role } });
    if (taken.count !== 1) throw new AnsweredAlready();
    if (care !== null) {
      await openCare(deps, tx, {
        kind: care, onceKey: `check-in:${checkIn.id}`, personId: placement.personId, homeCountyCode: placement.homeCountyCode, workCountyCode: countyOf(placement.workRegionCode),
        postId: placement.postId, placementId: placement.id, checkInId: checkIn.id, raisedBy: who.role,
      });
    }
    if (who.role === "AGENT") await giveReceipt(deps, tx, who, { personId: placement.personId, act: "check-in", subjectId: placement.id, sms: `【晋岗通】村里的协管员替您回答了工作回访。不对的话，请打 12333。` });
  };
}
