import { z } from "zod";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { findPlacementFor } from "#app/data/ledger/placement-access.server.ts";
import { EVIDENCE_KINDS } from "#app/domain/placement/types.ts";
import { refuse } from "#app/domain/result.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { appendToLedger, sayInLedger } from "./say-in-ledger.server.ts";

/** Says what happened in a placement: left home, arrived, still there, ended. The ledger only grows. */
export const recordPlacementEvent = useCase({
  name: "record-placement-event",
  roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({
    placementId: z.ulid("invalid"),
    kind: z.enum(["DEPARTED", "ON_THE_JOB", "STILL_ON_THE_JOB", "ENDED"], "invalid"),
    happenedOn: z.iso.date("date-form"),
    evidence: z.enum(EVIDENCE_KINDS).exclude(["NONE", "RUN"]).default("STATEMENT"),
    evidenceRef: z.string().trim().max(120, "too-long").optional(),
    reason: z.string().trim().max(300, "too-long").optional(),
  }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    if (!placement) return refuse("not-found");
    if (input.evidence === "PHONE_CHECK" && actor.role !== "OFFICER") return refuse("phone-check-by-officer", { field: "evidence" });
    return sayInLedger(deps, actor, placement, input);
  },
});

/** Takes an event back by a new one that names it and says why. The row that was wrong stays readable. */
export const reversePlacementEvent = useCase({
  name: "reverse-placement-event",
  roles: ["OFFICER", "EMPLOYER", "SEEKER", "AGENT"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({ placementId: z.ulid("invalid"), eventId: z.ulid("invalid"), reason: z.string().trim().min(2, "reason-required").max(300, "too-long") }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    if (!placement) return refuse("not-found");
    const events = await loadEventsOfPlacement(deps.pool, placement.id);
    const target = events.find((event) => event.id === input.eventId);
    if (!target) return refuse("not-found");
    if (target.kind === "OFFERED" || target.kind === "ACCEPTED" || target.kind === "REVERSED") return refuse("cannot-reverse-kind");
    if (events.some((event) => event.reversesId === target.id)) return refuse("already-reversed");
    if (actor.role !== "OFFICER" && target.saidByRole !== speaksAs(actor)) return refuse("reverse-own-words-only");
    const event = {
      id: deps.newId(),
      kind: "REVERSED" as const,
      happenedOn: target.happenedOn,
      recordedAt: deps.clock.now().toISOString(),
      saidByRole: speaksAs(actor),
      saidByUserId: actor.userId,
      evidence: "STATEMENT" as const,
      evidenceRef: null,
      reversesId: target.id,
      reason: input.reason,
      snapshot: target.snapshot,
    };
    return appendToLedger(deps, placement, events, event);
  },
});
