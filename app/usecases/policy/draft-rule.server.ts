import { z } from "zod";
import { draftKey } from "#app/data/policy-drafts.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { checkRule, parseRuleValue, ruleRegion, valueKind } from "#app/domain/policy/rule-draft.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const words = z.preprocess((value) => (Array.isArray(value) ? value.join(",") : value), z.string("required").max(400, "too-long"));

/** An officer writes a new row of a key for their own area. Nothing counts by it until a second officer has switched it on. */
export const draftRule = useCase({
  name: "draft-rule",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "policyDraft", id: (input, value) => value.draftId ?? input.key.slice(0, 40) },
  input: z.object({
    key: z.string("required").max(80, "invalid"),
    regionCode: z.string("region-needed").regex(/^14\d{4}$/, "region-needed"),
    value: words,
    documentNumber: plainLine(2, "document-needed", 80),
    article: z.preprocess((value) => (value === undefined ? "" : value), z.string().regex(/^\d{0,4}$/, "article-form")),
    source: plainLine(2, "source-needed", 300),
    certainty: z.enum(["FOUND", "CHECKED", "MEMORY"], "required"),
    validFrom: z.iso.date("date-form"),
    note: plainLine(0, "required", 500).default(""),
  }),
  async run({ deps, actor, input }) {
    if (actor.userId === null) return refuse("forbidden");
    if (!actsForRegion(actor, input.regionCode)) return refuse("not-your-region", { field: "regionCode" });
    const rows = await loadPolicyParameters(deps.pool);
    const known = rows.find((row) => row.key === input.key);
    if (!known) return refuse("not-found");
    const kind = valueKind(known.value, known.unit);
    const value = kind === null ? null : parseRuleValue(kind, input.value);
    if (value === null) return refuse(kind === null ? "rule-not-typed" : `rule-value-${kind.toLowerCase().replace("_", "-")}`, { field: "value" });
    const regionCode = ruleRegion(rows, input.key, input.regionCode);
    const draft = { key: input.key, regionCode, value, validFrom: input.validFrom };
    const problem = checkRule(rows, draft, deps.clock.today());
    if (problem) return refuse(problem, { field: problem === "rule-unchanged" ? "value" : "validFrom" });
    const draftId = deps.newId();
    try {
      await deps.db.policyDraft.create({
        data: {
          id: draftId, ...draft, validFrom: toDate(input.validFrom), unit: known.unit, article: input.article || null, documentNumber: input.documentNumber, source: input.source,
          certainty: input.certainty, note: input.note || null, openKey: draftKey(draft), draftedBy: actor.userId, draftedAt: deps.clock.now(),
        },
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("rule-drafted-already", { field: "validFrom" });
      throw error;
    }
    return ok({ draftId });
  },
});
