import { z } from "zod";
import { toDate } from "#app/domain/dates.ts";
import { parseCreditCode } from "#app/domain/employer/credit-code.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const OFFICE = ["OFFICER", "ADMIN"] as const;

/** A bureau approves a training body of its region until a day, by a document; known by its credit code it stands once in the province. */
export const approveTrainingBody = useCase({
  name: "approve-training-body",
  roles: OFFICE,
  subject: { type: "trainingBody", id: (input, value) => value.bodyId ?? input.countyCode },
  input: z.object({
    name: plainLine(4, "training-body-name", 120),
    creditCode: z.string("required").transform((text, context) => {
      const parsed = parseCreditCode(text);
      if (parsed.ok) return parsed.code;
      context.addIssue({ code: "custom", message: "training-credit-code" });
      return z.NEVER;
    }),
    countyCode: z.string("training-county").regex(/^14\d{4}$/, "training-county"),
    mayAssess: z.literal("on").optional(),
    documentNumber: plainLine(2, "document-needed", 80),
    approvedOn: z.iso.date("date-form"),
    validUntil: z.iso.date("date-form"),
  }),
  async run({ deps, actor, input }) {
    const county = await deps.db.region.findUnique({ where: { code: input.countyCode }, select: { level: true } });
    if (county?.level !== "COUNTY") return refuse("training-county", { field: "countyCode" });
    if (!actsForRegion(actor, input.countyCode)) return refuse("not-your-region", { field: "countyCode" });
    if (input.approvedOn > deps.clock.today()) return refuse("day-in-future", { field: "approvedOn" });
    if (input.validUntil <= input.approvedOn) return refuse("range-backwards", { field: "validUntil" });
    const bodyId = deps.newId();
    try {
      await deps.db.trainingBody.create({
        data: {
          id: bodyId, name: input.name, creditCode: input.creditCode, countyCode: input.countyCode, mayAssess: input.mayAssess === "on", documentNumber: input.documentNumber,
          approvedOn: toDate(input.approvedOn), validUntil: toDate(input.validUntil), recordedBy: actor.userId, recordedAt: deps.clock.now(),
        },
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("training-body-known", { field: "creditCode" });
      throw error;
    }
    return ok({ bodyId });
  },
});

/** The approval is taken back: from that day on no class of the body opens; what runs goes on. */
export const endTrainingBody = useCase({
  name: "end-training-body",
  roles: OFFICE,
  subject: { type: "trainingBody", id: (input) => input.bodyId },
  input: z.object({ bodyId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid") }),
  async run({ deps, actor, input }) {
    const body = await deps.db.trainingBody.findUnique({ where: { id: input.bodyId }, select: { countyCode: true, endedOn: true } });
    if (!body || !actsForRegion(actor, body.countyCode)) return refuse("not-found");
    const { count } = await deps.db.trainingBody.updateMany({ where: { id: input.bodyId, version: input.version, endedOn: null }, data: { endedOn: toDate(deps.clock.today()), version: { increment: 1 } } });
    return count === 1 ? ok({ bodyId: input.bodyId }) : refuse("changed-meanwhile");
  },
});
