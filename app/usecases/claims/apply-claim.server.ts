import { z } from "zod";
import { loadClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { insertClaim } from "#app/data/claims/claims.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { OWN_BENEFITS } from "#app/domain/claim/benefits.ts";
import { entitlementOf } from "#app/domain/claim/entitlements.ts";
import { yearOf } from "#app/domain/dates.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * A person asks for a benefit of a year; an agent with their consent, or an officer of their home, may ask for them. The amount is
 * computed here once more and kept with the rule it came from; what is not open, or asked for already, is refused.
 */
export const applyClaim = useCase({
  name: "apply-claim",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "claim", id: (input, value) => value.claimId ?? input.personId },
  act: { kind: "PROGRESS", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({
    personId: z.ulid("invalid").optional(),
    benefit: z.enum(OWN_BENEFITS, "invalid"),
    year: z.coerce.number("invalid").int("invalid").min(2021, "invalid").max(2100, "invalid"),
    /** where it is paid by the day */
    days: z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(366, "too-large").optional()),
  }),
  async run({ deps, actor, input }) {
    const personId = actor.role === "SEEKER" ? actor.personId : (input.personId ?? null);
    if (personId === null) return refuse("not-found");
    const facts = (await loadClaimFacts(deps, [personId])).get(personId);
    if (!facts || !actsForPerson(actor, { id: personId, homeCountyCode: facts.homeCountyCode, homeRegionCode: facts.homeRegionCode })) return refuse("not-found");
    const today = deps.clock.today();
    if (input.year > yearOf(today)) return refuse("year-to-come");
    const found = entitlementOf(input.benefit, facts, createRuleBook(await loadPolicyParameters(deps.pool)), { year: input.year, asOf: today });
    if (found.state !== "OPEN" || found.amount === null) return refuse("claim-not-open");
    if (found.perDay !== null && input.days === undefined) return refuse("claim-days-needed", { field: `days-${input.benefit}` });
    if (found.perDay !== null && input.days! > found.perDay.most) return refuse("claim-days-most", { field: `days-${input.benefit}`, params: { most: found.perDay.most } });
    const claimId = await insertClaim(deps, actor, facts, found, { units: found.perDay === null ? null : input.days!, amountFen: found.perDay === null ? found.amount.fen : found.perDay.fen * input.days! });
    return claimId === null ? refuse("claim-already") : ok({ claimId });
  },
});
