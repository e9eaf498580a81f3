import { z } from "zod";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { findPlacementFor, type OpenPlacement } from "#app/data/ledger/placement-access.server.ts";
import { isMonth } from "#app/domain/dates.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { bookJobDays, JobDaysRefused } from "./book-job-days.server.ts";

const monthField = z.string("required").refine(isMonth, { message: "month-form" });
const daysField = z.coerce.number("whole-number").int("whole-number").min(0, "whole-number").max(31, "month-too-long");

/** The person's time on the job where it touches the month; null where they had not arrived or had left. */
async function timeOnTheJob(deps: Pick<Deps, "pool" | "clock">, placement: OpenPlacement, month: string): Promise<{ from: string; to: string } | null> {
  const { arrivedOn, endedOn } = viewPlacement(await loadEventsOfPlacement(deps.pool, placement.id));
  const to = endedOn ?? deps.clock.today();
  return arrivedOn === null || month < arrivedOn.slice(0, 7) || month > to.slice(0, 7) ? null : { from: arrivedOn, to };
}

/** Public-welfare posts and workfare keep their own attendance: their days come from there. */
const keepsOwnDays = (placement: OpenPlacement) => placement.stream === "WELFARE" || placement.stream === "WORKFARE";

/**
 * A person says what they were paid for a month at work, and if they like how many days they worked; said again, the newer word stands. The pay
 * counts toward the ad's honesty, unnamed; the days go into the ledger of paid days, or the whole report is refused.
 */
export const reportPay = useCase({
  name: "report-pay",
  roles: ["SEEKER"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({
    placementId: z.ulid("invalid"),
    month: monthField,
    monthlyYuan: z.coerce.number("number-needed").min(0, "number-needed").max(200_000, "too-large"),
    days: z.literal("").transform(() => undefined).or(daysField).optional(),
  }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    const postId = placement?.postId;
    if (!placement || !postId) return refuse("not-found");
    const { month, days } = input;
    const time = await timeOnTheJob(deps, placement, month);
    if (time === null) return refuse("month-not-worked", { field: "month" });
    if (days !== undefined && keepsOwnDays(placement)) return refuse("days-by-attendance", { field: "days" });
    const monthlyFen = Math.round(input.monthlyYuan * 100);
    const key = { placementId: placement.id, month };
    try {
      await deps.db.$transaction(async (tx) => {
        await tx.payReport.upsert({
          where: { placementId_month: key },
          create: { id: deps.newId(), ...key, postId, monthlyFen, recordedAt: deps.clock.now() },
          update: { monthlyFen, recordedAt: deps.clock.now() },
        });
        if (days !== undefined) await bookJobDays(deps, tx, { placement, hoursPerDay: placement.post!.hoursPerDay, month, days, ...time, saidBy: speaksAs(actor), userId: actor.userId });
      });
    } catch (error) {
      if (error instanceof JobDaysRefused) return { ok: false as const, problems: error.problems };
      throw error;
    }
    return ok({ placementId: placement.id });
  },
});

/** An employer, or the bureau, says how many days somebody worked in a month. */
export const reportDays = useCase({
  name: "report-days",
  roles: ["EMPLOYER", "OFFICER", "AGENT"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({ placementId: z.ulid("invalid"), month: monthField, days: daysField }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    if (!placement) return refuse("not-found");
    const time = await timeOnTheJob(deps, placement, input.month);
    if (time === null) return refuse("month-not-worked", { field: "month" });
    if (keepsOwnDays(placement)) return refuse("days-by-attendance", { field: "days" });
    try {
      await deps.db.$transaction((tx) => bookJobDays(deps, tx, { placement, hoursPerDay: placement.post?.hoursPerDay ?? 8, month: input.month, days: input.days, ...time, saidBy: speaksAs(actor), userId: actor.userId }));
    } catch (error) {
      if (error instanceof JobDaysRefused) return { ok: false as const, problems: error.problems };
      throw error;
    }
    return ok({ placementId: placement.id });
  },
});
