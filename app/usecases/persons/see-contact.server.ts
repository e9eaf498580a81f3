import { z } from "zod";
import { runsDispatch } from "#app/data/dispatch/dispatches.server.ts";
import { hasWords, purposeOf, seeingFields, WORDS_NEEDED } from "#app/domain/person/seeing.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isOver } from "#app/domain/training/class-steps.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion, actsForTraining } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const person = { select: { id: true, nameEnc: true, phoneEnc: true } } as const;

/** Whose seat it is, for whoever leads a dispatch that is not closed yet: its bureau, and on the way its escort. */
async function findPassenger({ db }: Pick<Deps, "db">, actor: Actor, id: string) {
  const seat = await db.dispatchSeat.findUnique({ where: { id }, select: { person, dispatch: { select: { homeCode: true, escortUserId: true, state: true } } } });
  return seat && seat.dispatch.state !== "CLOSED" && runsDispatch(actor, seat.dispatch) ? seat.person : null;
}

/** Whom a bureau asked into a class of its region that is not closed. */
async function findInvited({ db }: Pick<Deps, "db">, actor: Actor, id: string) {
  const asked = actor.role === "AGENT" ? null : await db.trainingInvitation.findUnique({ where: { id }, select: { person, trainingClass: { select: { countyCode: true, state: true } } } });
  return asked && asked.trainingClass.state !== "CLOSED" && actsForRegion(actor, asked.trainingClass.countyCode) ? asked.person : null;
}

/** Who holds a place of a class or waits for one, until the class is over: for its county's bureau, and for the body that holds it. */
async function findTrainee({ db }: Pick<Deps, "db">, actor: Actor, id: string) {
  const held = actor.role === "AGENT" ? null : await db.trainingEnrolment.findUnique({ where: { id }, select: { state: true, person, trainingClass: { select: { countyCode: true, bodyId: true, state: true } } } });
  return held && held.state !== "WITHDRAWN" && !isOver(held.trainingClass.state) && actsForTraining(actor, held.trainingClass) ? held.person : null;
}

const ON_A_LIST = { seat: findPassenger, invitation: findInvited, trainee: findTrainee };

/** Name and telephone of somebody whose case is worked on, or who is on a list of people to call, opened for a purpose that stands in the audit; with a care case, the employer's number too. */
export const seeContact = useCase({
  name: "see-contact",
  roles: ["OFFICER", "AGENT", "ADMIN", "OPERATOR"],
  subject: { type: "person", id: (input, value) => value.personId ?? input.id },
  purpose: purposeOf,
  input: z.object({ of: z.enum(["care", "watch", "seat", "invitation", "trainee"], "invalid"), id: z.ulid("not-found"), ...seeingFields }).refine(hasWords, WORDS_NEEDED),
  async run({ deps, actor, input: { of, id } }) {
    const watch = of === "watch" ? await deps.db.watchCase.findUnique({ where: { id }, select: { regionCode: true, person } }) : null;
    const care = of === "care" && actor.role !== "AGENT"
      ? await deps.db.careCase.findUnique({ where: { id }, select: { regionCode: true, person, post: { select: { employer: { select: { phoneEnc: true } } } } } }) : null;
    const found = watch ?? care;
    const seen = of !== "care" && of !== "watch" ? await ON_A_LIST[of](deps, actor, id) : found && actsForRegion(actor, found.regionCode) ? found.person : null;
    if (!seen) return refuse("not-found");
    const employerPhoneEnc = care?.post?.employer.phoneEnc ?? null;
    return ok({
      personId: seen.id, name: deps.crypto.decrypt("person.name", seen.nameEnc),
      phone: seen.phoneEnc === null ? null : deps.crypto.decrypt("person.phone", seen.phoneEnc),
      employerPhone: employerPhoneEnc === null ? null : deps.crypto.decrypt("employer.phone", employerPhoneEnc),
    });
  },
});
