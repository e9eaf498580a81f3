import { z } from "zod";
import { insertRule, isSimulated, lockRules } from "#app/data/policy-drafts.server.ts";
import { toDay } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { checkRule } from "#app/domain/policy/rule-draft.ts";
import { SHANXI } from "#app/domain/region/codes.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isUniqueViolation, readJson } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const decision = z.object({ draftId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid"), reason: plainLine(0, "required", 300).default("") });

/** A second officer switches a draft on: it becomes a row, and the one before it ends the day it begins. Never whoever wrote it, and never unseen: what moves money was simulated for all of its area. */
export const switchOnRule = useCase({
  name: "switch-on-rule",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "policyDraft", id: (input) => input.draftId },
  input: decision,
  async run({ deps, actor, input }) {
    const draft = await deps.db.policyDraft.findUnique({ where: { id: input.draftId } });
    if (!draft || actor.userId === null || !actsForRegion(actor, draft.regionCode || SHANXI)) return refuse("not-found");
    if (draft.draftedBy === actor.userId) return refuse("four-eyes");
    if (draft.state !== "DRAFT") return refuse("changed-meanwhile");
    if (!(await isSimulated(deps.db, draft))) return refuse("rule-not-simulated");
    try {
      return await deps.db.$transaction(async (tx): Promise<Result<{ draftId: string; parameterId: string }>> => {
        const taken = await tx.policyDraft.updateMany({
          where: { id: draft.id, state: "DRAFT", version: input.version },
          data: { state: "ON", openKey: null, decidedBy: actor.userId, decidedAt: deps.clock.now(), reason: input.reason || null, version: input.version + 1 },
        });
        if (taken.count !== 1) return refuse("changed-meanwhile");
        // every draft of the key waits here, so that two never close the same row
        const rows = await lockRules(tx, draft.key);
        const rule = { ...draft, value: readJson(draft.value), validFrom: toDay(draft.validFrom) };
        const problem = checkRule(rows, rule, deps.clock.today());
        if (problem) throw new Refused(problem);
        const parameterId = await insertRule(deps, tx, rows, rule);
        await tx.policyDraft.update({ where: { id: draft.id }, data: { parameterId } });
        return ok({ draftId: draft.id, parameterId });
      });
    } catch (error) {
      if (error instanceof Refused) return refuse(error.code);
      if (isUniqueViolation(error)) return refuse("rule-same-day");
      throw error;
    }
  },
});

/** A draft is dropped, by whoever wrote it or by another officer of its area, with a word why. */
export const dropRule = useCase({
  name: "drop-rule",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "policyDraft", id: (input) => input.draftId },
  input: decision,
  async run({ deps, actor, input }) {
    const draft = await deps.db.policyDraft.findUnique({ where: { id: input.draftId }, select: { regionCode: true } });
    if (!draft || !actsForRegion(actor, draft.regionCode || SHANXI)) return refuse("not-found");
    if (input.reason === "") return refuse("reason-needed", { field: "reason" });
    const dropped = await deps.db.policyDraft.updateMany({
      where: { id: input.draftId, state: "DRAFT", version: input.version },
      data: { state: "DROPPED", openKey: null, decidedBy: actor.userId, decidedAt: deps.clock.now(), reason: input.reason, version: input.version + 1 },
    });
    return dropped.count === 1 ? ok({ draftId: input.draftId }) : refuse("changed-meanwhile");
  },
});

class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
