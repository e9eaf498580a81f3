import { z } from "zod";
import { addStep, HiringMovedError, tellOfStep } from "#app/data/hiring.server.ts";
import { appendEvents, LedgerMovedError } from "#app/data/ledger/append.server.ts";
import { takeSnapshot } from "#app/data/ledger/snapshot.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { HIRING_STEPS, sharesContact } from "#app/domain/hiring/steps.ts";
import { findContact } from "#app/domain/inquiry/contacts.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * A step between an employer and a person: agree, interview, offer, decline, close. An offer opens a placement in the
 * ledger, a no to it ends that placement; the yes is `acceptPost`, which takes the opening.
 */
export const takeHiringStep = useCase({
  name: "take-hiring-step",
  roles: ["EMPLOYER", "SEEKER"],
  subject: { type: "hiring", id: (input) => input.hiringId },
  act: { kind: "ANSWER" },
  input: z
    .object({
      hiringId: z.ulid("invalid"),
      kind: z.enum(["AGREED", "INTERVIEW", "OFFERED", "DECLINED", "CLOSED"], "invalid"),
      meetOn: z.preprocess((value) => (value === "" ? undefined : value), z.iso.date("date-form").optional()),
      note: plainText(0, "required", 300).default(""),
    })
    .refine(({ kind, meetOn }) => kind !== "INTERVIEW" || meetOn !== undefined, { path: ["meetOn"], message: "date-form" }),
  async run({ deps, actor, input }) {
    const hiring = await findHiring(deps, actor, input.hiringId);
    if (!hiring) return refuse("not-found");
    const rule = HIRING_STEPS[input.kind];
    if (!rule.roles.includes(actor.role) || !rule.from.includes(hiring.state)) return refuse("transition-not-allowed");
    if (input.meetOn && input.meetOn < deps.clock.today()) return refuse("interview-past", { field: "meetOn" });
    const contact = sharesContact(hiring.state) ? null : findContact(input.note);
    if (contact !== null) return refuse("contact-in-text", { field: "note", params: { found: contact.found } });
    if (actor.role === "EMPLOYER" && input.kind !== "CLOSED" && hiring.post.employer.status !== "APPROVED") return refuse("employer-not-approved");
    try {
      await deps.db.$transaction(async (tx) => {
        const placementId = input.kind === "OFFERED" ? await offer(deps, tx, actor, hiring) : undefined;
        await addStep(deps, tx, actor, hiring, { kind: input.kind, meetOn: input.meetOn, note: input.note, placementId });
        if (actor.role === "EMPLOYER") await tellOfStep(deps, tx, { ...hiring, seq: hiring.lastSeq + 1 }, input.kind);
        if (hiring.placement && (input.kind === "DECLINED" || input.kind === "CLOSED")) await endOffer(deps, tx, actor, hiring, input.note);
      });
    } catch (error) {
      if (error instanceof HiringMovedError || error instanceof LedgerMovedError || isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
    return ok({ hiringId: hiring.id });
  },
});

/** A hiring, if the actor is one of its two parties. */
export async function findHiring(deps: Pick<Deps, "db">, actor: Actor, hiringId: string) {
  const hiring = await deps.db.hiring.findUnique({
    where: { id: hiringId },
    include: { post: { include: { employer: { select: { status: true } } } }, person: { select: { homeCountyCode: true } }, placement: true },
  });
  if (!hiring) return null;
  const own = actor.role === "EMPLOYER" ? actor.employerId !== null && hiring.post.employerId === actor.employerId : actor.role === "SEEKER" && actor.personId === hiring.personId;
  return own ? hiring : null;
}

type OpenHiring = NonNullable<Awaited<ReturnType<typeof findHiring>>>;

async function eventFor(deps: Deps, actor: Actor, { post, person, personId }: OpenHiring) {
  const today = deps.clock.today();
  const placeClass = placeClassOf(person.homeCountyCode, post.countyCode);
  const snapshot = await takeSnapshot(deps.pool, personId, { stream: post.stream, placeClass, occupationCode: post.occupationCode, monthlyWageFen: post.monthlyMinFen ?? post.monthlyMaxFen }, today);
  return {
    placeClass,
    event: {
      id: deps.newId(), happenedOn: today, recordedAt: deps.clock.now().toISOString(), saidByRole: speaksAs(actor), saidByUserId: actor.userId, evidence: "STATEMENT" as const,
      evidenceRef: null, reversesId: null, reason: null, snapshot,
    },
  };
}

/** Opens the placement that the offer stands in; it takes no opening and no place before the person says yes. */
async function offer(deps: Deps, tx: Tx, actor: Actor, hiring: OpenHiring): Promise<string> {
  const { post } = hiring;
  const { event, placeClass } = await eventFor(deps, actor, hiring);
  const head = await tx.placement.create({
    data: {
      id: deps.newId(), personId: hiring.personId, postId: post.id, stream: post.stream, workRegionCode: post.regionCode.length >= 9 ? post.regionCode.slice(0, 9) : post.countyCode,
      placeClass, homeCountyCode: hiring.person.homeCountyCode, activeKey: null, recordedAt: deps.clock.now(),
    },
  });
  await appendEvents(tx, head, [{ ...event, kind: "OFFERED" }], false);
  await emit(deps, tx, [{ event: "placement.recorded", subjectId: hiring.personId }]);
  return head.id;
}

async function endOffer(deps: Deps, tx: Tx, actor: Actor, hiring: OpenHiring, reason: string): Promise<void> {
  const { event } = await eventFor(deps, actor, hiring);
  await appendEvents(tx, hiring.placement!, [{ ...event, kind: "ENDED", reason: reason || null }], false);
  await emit(deps, tx, [{ event: "placement.recorded", subjectId: hiring.personId }]);
}
