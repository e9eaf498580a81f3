import { z } from "zod";
import { findOverlap, freeSeat, holdDispatch, newSeatCode, placementFor, runsDispatch, sayOfDispatch, seatKey } from "#app/data/dispatch/dispatches.server.ts";
import { tellOfDispatch } from "#app/data/dispatch/notices.server.ts";
import { findPersonByIdNumber, lockPersons } from "#app/data/persons.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { HOLDS_PLACE, type SeatState } from "#app/domain/dispatch/steps.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Tx } from "#app/platform/database.server.ts";
import { actsForPerson, speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { OFFICE } from "./fields.ts";

const MOST_AT_ONCE = 200;

/** Changes a seat that nobody has changed since it was read. */
async function moves(tx: Pick<Tx, "dispatchSeat">, seat: { id: string; version: number }, data: { state: SeatState; seat: number | null; placementId?: string | null; openKey?: null }): Promise<boolean> {
  return (await tx.dispatchSeat.updateMany({ where: { id: seat.id, version: seat.version }, data: { ...data, version: { increment: 1 } } })).count === 1;
}

/** Asks people of the home region whether they will come: those who were ticked, or one known by the identity number. Who stands on the list already is left alone. */
export const askForDispatch = useCase({
  name: "ask-for-dispatch",
  roles: OFFICE,
  subject: { type: "dispatch", id: (input) => input.dispatchId },
  input: z.object({
    dispatchId: z.ulid("invalid"),
    personIds: z.preprocess((value) => (value === undefined || value === "" ? [] : [value].flat()), z.array(z.ulid("invalid")).max(MOST_AT_ONCE, "too-large")),
    idNumber: z.string().max(30, "too-long").default("").transform((text, context) => {
      if (text.trim() === "") return null;
      const parsed = parseResidentId(text);
      if (parsed.ok) return parsed.id;
      context.addIssue({ code: "custom", message: "dispatch-id-number" });
      return z.NEVER;
    }),
  }),
  async run({ deps, actor, input }) {
    const known = await deps.db.dispatch.findUnique({ where: { id: input.dispatchId } });
    if (!known || !runsDispatch(actor, known)) return refuse("not-found");
    const named = input.idNumber === null ? null : await findPersonByIdNumber(deps, input.idNumber);
    const ids = [...new Set([...input.personIds, ...(named ? [named.id] : [])])];
    const people = await deps.db.person.findMany({ where: { id: { in: ids }, deletedAt: null }, select: { id: true, homeCountyCode: true } });
    const ours = people.filter((one) => isWithin(one.homeCountyCode, known.homeCode)).map((one) => one.id).sort();
    if (ids.length === 0 && input.idNumber === null) return refuse("dispatch-ask-whom", { field: "idNumber" });
    if (ours.length !== ids.length || (input.idNumber !== null && !named)) return refuse("dispatch-person-unknown", { field: "idNumber" });
    return deps.db.$transaction(async (tx) => {
      if (ours.length > 0) await lockPersons(tx, ours);
      const held = (await holdDispatch(tx, known.id))!;
      if (held.state !== "OPEN") return refuse("dispatch-not-open");
      const there = new Set((await tx.dispatchSeat.findMany({ where: { openKey: { in: ours.map((id) => seatKey(held.id, id)) } }, select: { personId: true } })).map((one) => one.personId));
      const seats = [];
      for (const personId of ours.filter((id) => !there.has(id))) {
        const seat = { id: deps.newId(), dispatchId: held.id, personId, code: await newSeatCode(tx, held.id), openKey: seatKey(held.id, personId), recordedAt: deps.clock.now(), placementId: (await placementFor(tx, personId, held.destinationCode))?.id ?? null };
        await tx.dispatchSeat.create({ data: seat });
        seats.push(seat);
      }
      if (seats.length === 0) return refuse("dispatch-asked-already", { field: "idNumber" });
      await sayOfDispatch(deps, tx, actor, held.id, seats.map((one) => ({ kind: "ASKED", seatId: one.id })));
      await tellOfDispatch(deps, tx, { dispatch: held, seats, kind: "invited" });
      return ok({ dispatchId: held.id, asked: seats.length });
    });
  },
});

/**
 * Somebody who was asked says yes or no, or gives their place back before boarding; for those without a telephone an agent with their consent, or an officer who called. The person's
 * and then the dispatch's row are held: the last place goes to one of two, and nobody says yes to two journeys of the same time.
 */
export const answerDispatch = useCase({
  name: "answer-dispatch",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "dispatch", id: (input) => input.dispatchId },
  act: { kind: "ANSWER", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({ dispatchId: z.ulid("invalid"), personId: z.ulid("invalid").optional(), answer: z.enum(["yes", "no"], "dispatch-answer") }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    const person = personId ? await deps.db.person.findUnique({ where: { id: personId }, select: { id: true, homeCountyCode: true, homeRegionCode: true } }) : null;
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      if (!(await lockLiving(tx, person.id))) return refuse("not-found");
      const held = await holdDispatch(tx, input.dispatchId);
      const seat = held && (await tx.dispatchSeat.findUnique({ where: { openKey: seatKey(held.id, person.id) } }));
      if (!held || !seat) return refuse("not-found");
      const way = speaksAs(actor) === "SEEKER" ? "SELF" : "CALL";
      if (held.state !== "OPEN" && held.state !== "BOARDING") return refuse("dispatch-not-open");
      if (input.answer === "no") {
        if (seat.state !== "ASKED" && seat.state !== "YES") return refuse("dispatch-aboard-already");
        const state = seat.state === "YES" ? "WITHDRAWN" : "DECLINED";
        if (!(await moves(tx, seat, { state, seat: null, openKey: null }))) return refuse("changed-meanwhile");
        await sayOfDispatch(deps, tx, actor, held.id, [{ kind: state, seatId: seat.id, way }]);
        return ok({ dispatchId: held.id, seat: null });
      }
      if (HOLDS_PLACE.includes(seat.state)) return ok({ dispatchId: held.id, seat: seat.seat });
      const overlap = await findOverlap(deps.pool, [person.id], held);
      if (overlap) return refuse("dispatch-overlap", { params: { day: overlap.on } });
      const number = await freeSeat(deps.pool, held);
      if (number === null) return refuse("dispatch-full");
      const placementId = seat.placementId ?? (await placementFor(tx, person.id, held.destinationCode))?.id ?? null;
      if (!(await moves(tx, seat, { state: "YES", seat: number, placementId }))) return refuse("changed-meanwhile");
      await sayOfDispatch(deps, tx, actor, held.id, [{ kind: "YES", seatId: seat.id, way }]);
      return ok({ dispatchId: held.id, seat: number });
    });
  },
});
