import { HOLDS_PLACE } from "#app/domain/dispatch/steps.ts";
import { writeAudit } from "#app/data/audit.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { cardText } from "../dispatch/cards.server.ts";
import { openContact } from "../dispatch/contacts.server.ts";
import { runsDispatch } from "../dispatch/dispatches.server.ts";
import { regionPaths } from "./names.server.ts";

type Needs = Pick<Deps, "db" | "pool" | "clock" | "crypto" | "newId">;
const INCLUDE = { dispatch: { include: { station: { select: { name: true, address: true, phone: true } } } }, person: { select: { nameMasked: true, emergency: true } } } as const;

async function seatsWhere(deps: Needs, where: { personId?: string; dispatchId?: string; states?: readonly string[] }) {
  const rows = await deps.db.dispatchSeat.findMany({
    where: { personId: where.personId, dispatchId: where.dispatchId, ...(where.states ? { state: { in: [...where.states] as never } } : {}) }, include: INCLUDE, orderBy: where.dispatchId && !where.personId ? [{ seat: "asc" }, { id: "asc" }] : { id: "desc" }, take: 2_000,
  });
  const names = await regionPaths(deps.pool, rows.map((row) => row.dispatch.destinationCode));
  return rows.map(({ dispatch, person, ...seat }) => ({
    id: seat.id, dispatchId: dispatch.id, state: seat.state, seat: seat.seat, code: seat.code, card: HOLDS_PLACE.includes(seat.state) ? cardText(deps.crypto, seat.id) : null, nameMasked: person.nameMasked, dispatchState: dispatch.state, reason: dispatch.reason,
    place: names.get(dispatch.destinationCode) ?? { zh: "", en: "" }, destination: dispatch.destination, vehicle: dispatch.vehicle, plate: dispatch.plate, gatherPlace: dispatch.gatherPlace, gatherAt: dispatch.gatherAt, departsAt: dispatch.departsAt, arrivesAt: dispatch.arrivesAt,
    publicFare: dispatch.publicFare, escort: openContact(deps.crypto, "dispatch.contact", dispatch.escortEnc), station: dispatch.station, emergency: openContact(deps.crypto, "emergency.contact", person.emergency?.contactEnc ?? null),
  }));
}
export type CardView = Awaited<ReturnType<typeof seatsWhere>>[number];

/** The journeys that a person was asked for, newest first. */
export async function readMyDispatches(deps: Needs, actor: Actor): Promise<CardView[]> {
  return actor.personId ? seatsWhere(deps, { personId: actor.personId }) : [];
}

/** A person's own part in a journey; the newest where they were asked twice. */
export async function readMyDispatch(deps: Needs, actor: Actor, dispatchId: string): Promise<CardView | null> {
  if (!actor.personId || !ID_PATTERN.test(dispatchId)) return null;
  return (await seatsWhere(deps, { personId: actor.personId, dispatchId }))[0] ?? null;
}

/** The cards of everybody who comes along, for paper: with what each of them said whom to call. Written to the audit. */
export async function readDispatchCards(deps: Needs, actor: Actor, dispatchId: string): Promise<CardView[] | null> {
  if (!ID_PATTERN.test(dispatchId)) return null;
  const dispatch = await deps.db.dispatch.findUnique({ where: { id: dispatchId } });
  if (!dispatch || !runsDispatch(actor, dispatch)) return null;
  await writeAudit(deps, { ...actor, purpose: "form:dispatch-cards" }, { action: "print-dispatch-cards", subjectType: "dispatch", subjectId: dispatchId, outcome: "ok" });
  return seatsWhere(deps, { dispatchId, states: ["YES", "BOARDED"] });
}
