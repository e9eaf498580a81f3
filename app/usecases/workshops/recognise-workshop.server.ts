import { z } from "zod";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { loadHires, staffOn } from "#app/data/workshops.server.ts";
import { addMonths, toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { judgeRecognition } from "#app/domain/workshop/recognition.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A workshop is recognised under the rule of that day, on the number of people that the ledger has at work there; it holds for some years. */
export const recogniseWorkshop = useCase({
  name: "recognise-workshop",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "workshop", id: (input) => input.workshopId },
  input: z.object({ workshopId: z.ulid("invalid"), recognisedOn: z.iso.date("date-form"), documentNumber: plainLine(2, "document-needed", 80) }),
  async run({ deps, actor, input }) {
    const workshop = await deps.db.workshop.findUnique({ where: { id: input.workshopId } });
    if (!workshop || !actsForRegion(actor, workshop.townCode)) return refuse("not-found");
    if (workshop.closedOn !== null) return refuse("workshop-closed");
    if (input.recognisedOn > deps.clock.today()) return refuse("day-in-future", { field: "recognisedOn" });
    const [hires, rows] = await Promise.all([loadHires(deps, workshop.id), loadPolicyParameters(deps.pool)]);
    const staff = staffOn(hires, input.recognisedOn);
    const verdict = judgeRecognition(staff, createRuleBook(rows), { regionCode: countyOf(workshop.townCode), asOf: input.recognisedOn });
    if (!verdict.may) return refuse("workshop-too-few", { field: "recognisedOn", params: { have: staff.workers, need: verdict.workers.need ?? 0, share: verdict.share.havePct, needShare: verdict.share.needPct ?? 0 } });
    try {
      await deps.db.$transaction(async (tx) => {
        // held first: a second officer waits here instead of meeting the first at the row's update
        await tx.$queryRaw`SELECT id FROM workshop WHERE id = ${workshop.id} FOR UPDATE`;
        await tx.workshopRecognition.create({
          data: {
            id: deps.newId(), workshopId: workshop.id, recognisedOn: toDate(input.recognisedOn), validUntil: toDate(addMonths(input.recognisedOn, verdict.years * 12)), documentNumber: input.documentNumber,
            workers: staff.workers, liftedWorkers: staff.liftedWorkers, decidedBy: actor.userId, decidedAt: deps.clock.now(),
          },
        });
        await tx.workshop.updateMany({ where: { id: workshop.id, recognisedOn: null }, data: { recognisedOn: toDate(input.recognisedOn), documentNumber: input.documentNumber } });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("workshop-recognised-that-day", { field: "recognisedOn" });
      throw error;
    }
    return ok({ workshopId: workshop.id });
  },
});
