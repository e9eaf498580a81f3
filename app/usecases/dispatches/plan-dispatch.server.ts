import { z } from "zod";
import { sealContact } from "#app/data/dispatch/contacts.server.ts";
import { findOverlap, holdDispatch, peopleOf, runsDispatch, sayOfDispatch } from "#app/data/dispatch/dispatches.server.ts";
import { tellOfDispatch } from "#app/data/dispatch/notices.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { findTimeProblem } from "#app/domain/dispatch/times.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { isWithin, overlaps, scopePrefix } from "#app/domain/region/codes.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { contactName, moment, OFFICE, regionCode, telephone, version } from "./fields.ts";

const blank = (value: unknown) => (value === "" ? undefined : value);
const optionalId = z.preprocess(blank, z.ulid("invalid").optional());
const times = { gatherPlace: plainLine(2, "dispatch-gather-place", 120), gatherAt: moment, departsAt: moment, arrivesAt: moment };
const vehicle = { plate: plainLine(2, "dispatch-plate", 20), capacity: z.coerce.number("number-needed").int("whole-number").min(1, "dispatch-capacity").max(2_000, "dispatch-capacity") };
const MOST_POSTS = 10;

/** Numbers of posts out of what was typed or pasted, addresses of their pages included. */
const postIds = z.string().max(2_000, "too-long").default("").transform((text, context) => {
  const words = text.split(/[\s,，;；]+/).filter((word) => word !== "").map((word) => word.split(/[?#]/)[0]!.split("/").at(-1)!);
  if (words.length <= MOST_POSTS && words.every((word) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(word))) return [...new Set(words)];
  context.addIssue({ code: "custom", message: "dispatch-posts" });
  return z.NEVER;
});

const planned = z.object({
  entryKey: z.ulid("invalid"), homeCode: z.string("agreement-home").regex(/^14\d{4}$/, "agreement-home"), destinationCode: regionCode, destination: plainLine(2, "dispatch-destination", 120),
  agreementId: optionalId, stationId: optionalId, posts: postIds, vehicle: z.enum(["BUS", "TRAIN"], "dispatch-vehicle"), ...vehicle, ...times,
  driverName: z.preprocess(blank, plainLine(2, "dispatch-contact", 40).optional()), driverPhone: z.preprocess(blank, telephone.optional()),
  escortName: contactName, escortPhone: telephone, escortUserId: optionalId, fare: z.enum(["PUBLIC", "OWN"], "dispatch-fare"),
});

/** What a plan refers to and may not: another region's agreement, a station elsewhere, a post that is not there, an escort of no bureau of the home. */
async function findStray({ db }: Pick<Deps, "db">, actor: Actor, input: z.output<typeof planned>): Promise<Problem | null> {
  const [regions, agreement, station, posts, escort] = await Promise.all([
    db.region.count({ where: { code: { in: [input.homeCode, input.destinationCode] } } }),
    input.agreementId ? db.labourAgreement.findUnique({ where: { id: input.agreementId } }) : null,
    input.stationId ? db.serviceStation.findUnique({ where: { id: input.stationId } }) : null,
    db.post.count({ where: { id: { in: input.posts }, regionCode: { startsWith: scopePrefix(input.destinationCode) }, status: { notIn: ["DRAFT", "BLOCKED"] } } }),
    input.escortUserId ? db.user.findUnique({ where: { id: input.escortUserId }, select: { role: true, regionCode: true, status: true } }) : null,
  ]);
  if (regions !== 2) return { code: "dispatch-region", field: "destinationCode" };
  if (isWithin(input.destinationCode, input.homeCode) || isWithin(input.homeCode, input.destinationCode)) return { code: "dispatch-at-home", field: "destinationCode" };
  if (input.agreementId && !(agreement && actsForRegion(actor, agreement.homeCode) && isWithin(input.homeCode, agreement.homeCode) && isWithin(input.destinationCode, agreement.partnerCode))) return { code: "dispatch-agreement", field: "agreementId" };
  if (input.stationId && !(station && station.openUntil === null && overlaps(station.regionCode, input.destinationCode))) return { code: "dispatch-station", field: "stationId" };
  if (posts !== input.posts.length) return { code: "dispatch-posts", field: "posts" };
  if (input.escortUserId && !(escort && (escort.role === "AGENT" || escort.role === "OFFICER") && escort.regionCode !== null && isWithin(escort.regionCode, input.homeCode))) return { code: "dispatch-escort", field: "escortUserId" };
  return (input.driverName === undefined) === (input.driverPhone === undefined) ? null : { code: "dispatch-driver", field: "driverPhone" };
}

/** Plans a bus or a group on a train, with its times, places, escort and capacity. */
export const planDispatch = useCase({
  name: "plan-dispatch",
  roles: OFFICE,
  subject: { type: "dispatch", id: (input, value) => value.dispatchId ?? input.homeCode },
  input: planned,
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.homeCode)) return refuse("not-your-region", { field: "homeCode" });
    const problem = findTimeProblem(input, deps.clock.now()) ?? (await findStray(deps, actor, input));
    if (problem) return { ok: false as const, problems: [problem] };
    const { posts, driverName, driverPhone, escortName, escortPhone, fare, ...columns } = input;
    const dispatchId = deps.newId();
    try {
      await deps.db.$transaction(async (tx) => {
        await tx.dispatch.create({
          data: {
            ...columns, id: dispatchId, publicFare: fare === "PUBLIC", driverEnc: driverName && driverPhone ? sealContact(deps.crypto, "dispatch.contact", { name: driverName, phone: driverPhone }) : null,
            escortEnc: sealContact(deps.crypto, "dispatch.contact", { name: escortName, phone: escortPhone }), recordedBy: actor.userId, recordedAt: deps.clock.now(), posts: { create: posts.map((postId) => ({ postId })) },
          },
        });
        await sayOfDispatch(deps, tx, actor, dispatchId, [{ kind: "PLANNED" }]);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await deps.db.dispatch.findUnique({ where: { entryKey: input.entryKey }, select: { id: true, homeCode: true } });
      return same && actsForRegion(actor, same.homeCode) ? ok({ dispatchId: same.id }) : refuse("changed-meanwhile");
    }
    return ok({ dispatchId });
  },
});

/** Other times, another place or vehicle, before boarding begins. Whoever was asked is told of a new time or place, once; nobody ends up on two vehicles. */
export const changeDispatch = useCase({
  name: "change-dispatch",
  roles: OFFICE,
  subject: { type: "dispatch", id: (input) => input.dispatchId },
  input: z.object({ dispatchId: z.ulid("invalid"), version, ...vehicle, ...times }),
  async run({ deps, actor, input }) {
    const people = await peopleOf(deps.pool, input.dispatchId);
    return deps.db.$transaction(async (tx) => {
      if (people.length > 0) await lockPersons(tx, people);
      const held = await holdDispatch(tx, input.dispatchId);
      if (!held || !runsDispatch(actor, held)) return refuse("not-found");
      if (held.version !== input.version) return refuse("changed-meanwhile");
      if (held.state !== "PLANNED" && held.state !== "OPEN") return refuse("dispatch-step");
      const problem = findTimeProblem(input, deps.clock.now());
      if (problem) return refuse(problem.code, { field: problem.field });
      const seats = await tx.dispatchSeat.findMany({ where: { dispatchId: held.id, state: { in: ["ASKED", "YES"] } }, select: { id: true, personId: true, state: true, seat: true } });
      if (seats.some((one) => !people.includes(one.personId))) return refuse("changed-meanwhile");
      if (seats.some((one) => (one.seat ?? 0) > input.capacity)) return refuse("dispatch-capacity-taken", { field: "capacity" });
      const overlap = await findOverlap(deps.pool, seats.filter((one) => one.state === "YES").map((one) => one.personId), { id: held.id, ...input });
      if (overlap) return refuse("dispatch-overlap-other", { field: "gatherAt", params: { day: overlap.on } });
      const { dispatchId: _id, version: _version, ...data } = input;
      const changed = await tx.dispatch.update({ where: { id: held.id }, data: { ...data, version: { increment: 1 } } });
      await sayOfDispatch(deps, tx, actor, held.id, [{ kind: "CHANGED" }]);
      const moved = held.gatherAt.getTime() !== changed.gatherAt.getTime() || held.gatherPlace !== changed.gatherPlace;
      if (moved) await tellOfDispatch(deps, tx, { dispatch: changed, seats, kind: "time", once: String(changed.version) });
      return ok({ dispatchId: held.id });
    });
  },
});
