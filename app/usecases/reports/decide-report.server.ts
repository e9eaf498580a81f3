import { z } from "zod";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** An officer of the post's region says whether a report was true; a decision stands. */
export const decideReport = useCase({
  name: "decide-report",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "report", id: (input) => input.reportId },
  input: z.object({ reportId: z.ulid("invalid"), decision: z.enum(["UPHELD", "DISMISSED"], "required") }),
  async run({ deps, actor, input }) {
    const report = await deps.db.postReport.findUnique({ where: { id: input.reportId }, select: { countyCode: true } });
    if (!report || !actsForRegion(actor, report.countyCode)) return refuse("not-found");
    const decided = await deps.db.postReport.updateMany({
      where: { id: input.reportId, status: "OPEN" },
      data: { status: input.decision, decidedAt: deps.clock.now(), decidedBy: actor.userId },
    });
    return decided.count === 1 ? ok({ reportId: input.reportId }) : refuse("report-decided");
  },
});
