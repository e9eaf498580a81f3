import { z } from "zod";
import { loadClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { insertClaim } from "#app/data/claims/claims.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { hiringSubsidies } from "#app/domain/claim/hiring.ts";
import { yearOf } from "#app/domain/dates.ts";
import { createRuleBook } from "#app/domain/policy/rule-book.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** The one-off hiring subsidy of a workshop for one person it hired, entered by the bureau of the workshop, whose county checks and pays it; once for each of them. */
export const claimHiringSubsidy = useCase({
  name: "claim-hiring-subsidy",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "claim", id: (input, value) => value.claimId ?? input.workshopId },
  input: z.object({ workshopId: z.ulid("invalid"), personId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const workshop = await deps.db.workshop.findUnique({ where: { id: input.workshopId }, select: { townCode: true } });
    if (!workshop || !actsForRegion(actor, workshop.townCode)) return refuse("not-found");
    const facts = (await loadClaimFacts(deps, [input.personId])).get(input.personId);
    const at = { year: yearOf(deps.clock.today()), asOf: deps.clock.today() };
    const found = facts && hiringSubsidies(facts, createRuleBook(await loadPolicyParameters(deps.pool)), at).find((one) => one.basis.workshopId === input.workshopId);
    if (!facts || !found) return refuse("not-found");
    if (found.state !== "OPEN" || found.amount === null) return refuse("claim-not-open");
    const claimId = await insertClaim(deps, actor, facts, found, { units: null, amountFen: found.amount.fen, countyCode: countyOf(workshop.townCode) });
    return claimId === null ? refuse("claim-already") : ok({ claimId });
  },
});
