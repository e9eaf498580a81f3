import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { seesDraft } from "#app/data/policy-drafts.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { benefitsOf } from "#app/domain/claim/benefits.ts";
import { yearOf } from "#app/domain/dates.ts";
import { parseRuleValue, ruleRegion, valueKind } from "#app/domain/policy/rule-draft.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { readJson } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const EARLIEST = 2021;

/** Asks what a draft, or a value that somebody typed, would have changed in a year for the people of an officer's region. */
export const requestSimulation = useCase({
  name: "request-simulation",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "ruleSimulation", id: (input, value) => value.simulationId ?? input.draftId ?? input.key },
  input: z.object({
    draftId: z.ulid("invalid").optional(),
    key: z.string().max(80, "invalid").optional(),
    regionCode: z.string("region-needed").regex(/^14\d{4}$/, "region-needed").optional(),
    value: z.preprocess((value) => (Array.isArray(value) ? value.join(",") : value), z.string().max(400, "too-long").optional()),
    year: z.coerce.number("invalid").int("invalid").min(EARLIEST, "invalid").max(2100, "invalid"),
  }),
  async run({ deps, actor, input }) {
    const scope = actor.regionCode;
    if (scope === null) return refuse("not-your-region");
    if (input.year > yearOf(deps.clock.today())) return refuse("year-to-come", { field: "year" });
    const rows = await loadPolicyParameters(deps.pool);
    const rule = await ruleOf();
    if (!rule) return refuse("not-found");
    if ("problem" in rule) return refuse(rule.problem!, { field: "value" });
    if (benefitsOf(rule.key).length === 0) return refuse("rule-moves-nothing");
    const simulationId = deps.newId();
    await deps.db.$transaction(async (tx) => {
      await tx.ruleSimulation.create({
        data: {
          id: simulationId, draftId: input.draftId ?? null, key: rule.key, ruleRegion: rule.regionCode, value: rule.value as number | string[], regionCode: scope, year: input.year,
          requestedBy: actor.userId, requestedAt: deps.clock.now(),
        },
      });
      await emit(deps, tx, [{ event: "simulation.requested", subjectId: simulationId }]);
    });
    return ok({ simulationId });

    async function ruleOf() {
      if (input.draftId !== undefined) {
        const draft = await deps.db.policyDraft.findUnique({ where: { id: input.draftId } });
        return draft && seesDraft(actor, draft.regionCode) ? { key: draft.key, regionCode: draft.regionCode, value: readJson(draft.value) } : null;
      }
      const known = rows.find((row) => row.key === input.key);
      if (!known || input.key === undefined) return null;
      const kind = valueKind(known.value, known.unit);
      const value = kind === null || input.value === undefined ? null : parseRuleValue(kind, input.value);
      if (value === null) return { problem: kind === null ? "rule-not-typed" : `rule-value-${kind.toLowerCase().replace("_", "-")}` };
      const regionCode = input.regionCode ?? scope!;
      return actsForRegion(actor, regionCode) ? { key: input.key, regionCode: ruleRegion(rows, input.key, regionCode), value } : null;
    }
  },
});
