import { z } from "zod";
import { findPlacementFor } from "#app/data/ledger/placement-access.server.ts";
import { loadEventsOfPlacement } from "#app/data/ledger/events.server.ts";
import { viewPlacement } from "#app/domain/placement/placement.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** A person says what they were paid for a month at work; said again, the newer word stands. It counts toward the ad's honesty, unnamed. */
export const reportPay = useCase({
  name: "report-pay",
  roles: ["SEEKER"],
  subject: { type: "placement", id: (input) => input.placementId },
  act: { kind: "PROGRESS" },
  input: z.object({
    placementId: z.ulid("invalid"),
    month: z.string("required").regex(/^\d{4}-(0[1-9]|1[0-2])$/, "month-form"),
    monthlyYuan: z.coerce.number("number-needed").min(0, "number-needed").max(200_000, "too-large"),
  }),
  async run({ deps, actor, input }) {
    const placement = await findPlacementFor(deps, actor, input.placementId);
    if (!placement?.postId) return refuse("not-found");
    const { arrivedOn, endedOn } = viewPlacement(await loadEventsOfPlacement(deps.pool, placement.id));
    const month = input.month;
    if (arrivedOn === null || month < arrivedOn.slice(0, 7) || month > (endedOn ?? deps.clock.today()).slice(0, 7)) return refuse("month-not-worked", { field: "month" });
    const monthlyFen = Math.round(input.monthlyYuan * 100);
    const key = { placementId: placement.id, month };
    await deps.db.payReport.upsert({
      where: { placementId_month: key },
      create: { id: deps.newId(), ...key, postId: placement.postId, monthlyFen, recordedAt: deps.clock.now() },
      update: { monthlyFen, recordedAt: deps.clock.now() },
    });
    return ok({ placementId: placement.id });
  },
});
