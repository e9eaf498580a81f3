import { z } from "zod";
import { findTermProblem, yearsOf } from "#app/domain/agreement/agreement.ts";
import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import type { AgreementEventKind } from "#prisma/generated/enums.ts";
import { OFFICE, version } from "../dispatches/fields.ts";
import { useCase } from "../use-case.server.ts";
import { quotaPeople } from "./sign-agreement.server.ts";

const of = { agreementId: z.ulid("invalid"), version, reason: plainLine(4, "agreement-reason", 200) };
type Stored = NonNullable<Awaited<ReturnType<Tx["labourAgreement"]["findUnique"]>>>;
interface Amendment {
  kind: AgreementEventKind;
  happenedOn: Day;
  detail: Record<string, string | number | null>;
  reason: string;
  /** what changes of the agreement's own row */
  change?: { validUntil?: Date; endedOn?: Date };
}

/** Does one amendment under the agreement's lock: its event is appended and its version moves, so that a second officer is told. */
async function amend(deps: Deps, actor: Actor, input: { agreementId: string; version: number }, decide: (tx: Tx, stored: Stored) => Promise<Result<Amendment>>) {
  return deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM labour_agreement WHERE id = ${input.agreementId} FOR UPDATE`;
    const stored = await tx.labourAgreement.findUnique({ where: { id: input.agreementId } });
    if (!stored || !actsForRegion(actor, stored.homeCode)) return refuse("not-found");
    if (stored.version !== input.version) return refuse("changed-meanwhile");
    if (stored.endedOn !== null) return refuse("agreement-ended");
    const decided = await decide(tx, stored);
    if (!decided.ok) return decided;
    const { kind, happenedOn, detail, reason, change = {} } = decided.value;
    const last = await tx.agreementEvent.aggregate({ where: { agreementId: stored.id }, _max: { seq: true } });
    await tx.labourAgreement.update({ where: { id: stored.id }, data: { ...change, version: { increment: 1 } } });
    await tx.agreementEvent.create({ data: { id: deps.newId(), agreementId: stored.id, seq: (last._max.seq ?? 0) + 1, kind, happenedOn: toDate(happenedOn), detail, reason, saidByUserId: actor.userId, recordedAt: deps.clock.now() } });
    return ok({ agreementId: stored.id });
  });
}

/** Moves the day on which an agreement ends. */
export const extendAgreement = useCase({
  name: "extend-agreement",
  roles: OFFICE,
  subject: { type: "agreement", id: (input) => input.agreementId },
  input: z.object({ ...of, validUntil: z.iso.date("date-form") }),
  run: ({ deps, actor, input }) => amend(deps, actor, input, async (_tx, stored) => {
    const [validFrom, before] = [toDay(stored.validFrom), toDay(stored.validUntil)];
    const problem = findTermProblem({ ...stored, signedOn: toDay(stored.signedOn), validFrom, validUntil: input.validUntil }, deps.clock.today());
    if (problem) return refuse(problem.code, { field: problem.field });
    if (input.validUntil === before) return refuse("agreement-same", { field: "validUntil" });
    return ok({ kind: "EXTENDED", happenedOn: deps.clock.today(), detail: { before, after: input.validUntil }, reason: input.reason, change: { validUntil: toDate(input.validUntil) } });
  }),
});

/** Sets how many people of a year, of all occupations or of one. */
export const setAgreementQuota = useCase({
  name: "set-agreement-quota",
  roles: OFFICE,
  subject: { type: "agreement", id: (input) => input.agreementId },
  input: z.object({ ...of, year: z.coerce.number("number-needed").int("whole-number").min(2000, "agreement-year").max(2100, "agreement-year"), occupationCode: z.string().max(16, "occupation-unknown").default(""), people: quotaPeople }),
  run: ({ deps, actor, input }) => amend(deps, actor, input, async (tx, stored) => {
    if (!yearsOf({ validFrom: toDay(stored.validFrom), validUntil: toDay(stored.validUntil) }).includes(input.year)) return refuse("agreement-year", { field: "year" });
    if (input.occupationCode !== "" && (await tx.occupation.count({ where: { code: input.occupationCode } })) === 0) return refuse("occupation-unknown", { field: "occupationCode" });
    const key = { agreementId: stored.id, year: input.year, occupationCode: input.occupationCode };
    const before = await tx.agreementQuota.findUnique({ where: { agreementId_year_occupationCode: key } });
    await tx.agreementQuota.upsert({ where: { agreementId_year_occupationCode: key }, create: { id: deps.newId(), ...key, people: input.people }, update: { people: input.people } });
    return ok({ kind: "QUOTA_SET", happenedOn: deps.clock.today(), detail: { year: input.year, occupationCode: input.occupationCode, before: before?.people ?? null, after: input.people }, reason: input.reason });
  }),
});

/** Ends an agreement before its time: whoever arrives from that day on counts for it no more. */
export const endAgreement = useCase({
  name: "end-agreement",
  roles: OFFICE,
  subject: { type: "agreement", id: (input) => input.agreementId },
  input: z.object({ ...of, endedOn: z.iso.date("date-form") }),
  run: ({ deps, actor, input }) => amend(deps, actor, input, async (_tx, stored) => {
    if (input.endedOn < toDay(stored.validFrom) || input.endedOn >= toDay(stored.validUntil)) return refuse("agreement-end-outside", { field: "endedOn" });
    if (input.endedOn > deps.clock.today()) return refuse("day-in-future", { field: "endedOn" });
    return ok({ kind: "ENDED", happenedOn: input.endedOn, detail: { before: toDay(stored.validUntil), after: input.endedOn }, reason: input.reason, change: { endedOn: toDate(input.endedOn) } });
  }),
});
