import { z } from "zod";
import { LONGEST_REPORT, REPORT_REASONS } from "#app/domain/post/report.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";

const CONTROLS = /[^\P{C}\n]/gu;

/**
 * Anybody says that something is wrong with a post; nobody's name is kept. `visitorKey` is a keyed hash of where the report
 * comes from on that day: the same problem of the same post is taken once from there.
 */
export const reportPost = useCase({
  name: "report-post",
  roles: ["SEEKER", "AGENT", "EMPLOYER", "OFFICER", "ADMIN"],
  subject: { type: "post", id: (input) => input.postId },
  act: "own",
  input: z.object({
    postId: z.ulid("not-found"),
    reason: z.enum(REPORT_REASONS, "report-reason"),
    detail: z.string().transform((text) => text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").trim()).pipe(z.string().max(LONGEST_REPORT, "too-long")).default(""),
    visitorKey: z.string().length(43, "invalid"),
  }),
  async run({ deps, input }) {
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, select: { countyCode: true, status: true } });
    if (!post || post.status === "DRAFT" || post.status === "BLOCKED") return refuse("not-found");
    try {
      const report = await deps.db.postReport.create({
        data: {
          id: deps.newId(), postId: input.postId, countyCode: post.countyCode, reason: input.reason, detail: input.detail || null, reporterKey: input.visitorKey,
          status: "OPEN", recordedAt: deps.clock.now(),
        },
      });
      return ok({ reportId: report.id as string | null });
    } catch (error) {
      if (isUniqueViolation(error)) return ok({ reportId: null });
      throw error;
    }
  },
});
