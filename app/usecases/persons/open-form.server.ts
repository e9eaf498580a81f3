import { z } from "zod";
import { loadFormPersons } from "#app/data/form-persons.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { FORM_POLICIES, OPENING_REASONS, PAPER_FORMS } from "#app/domain/person/paper-forms.ts";
import { parameterInForce, type PolicyParameter } from "#app/domain/policy/parameter.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Opens a person's record in the clear for one printed form. The audit names the form and the reason as the purpose. */
export const openForm = useCase({
  name: "open-form",
  roles: ["AGENT", "OFFICER"],
  subject: { type: "person", id: (input) => input.personId },
  purpose: (input) => `form:${input.form}:${input.reason}`,
  input: z.object({ personId: z.ulid("not-found"), form: z.enum(PAPER_FORMS, "not-found"), reason: z.enum(OPENING_REASONS, "opening-reason-needed") }),
  async run({ deps, actor, input }) {
    const head = await deps.db.person.findUnique({ where: { id: input.personId }, select: { homeRegionCode: true } });
    if (!head || !actsForRegion(actor, head.homeRegionCode)) return refuse("not-found");
    const [[person], parameters] = await Promise.all([loadFormPersons(deps, [input.personId]), loadPolicyParameters(deps.pool)]);
    if (!person) return refuse("not-found");
    const at = { regionCode: head.homeRegionCode, asOf: deps.clock.today() };
    const policies = FORM_POLICIES[input.form].map((key) => parameterInForce(parameters, key, at)).filter((row): row is PolicyParameter => row !== null);
    return ok({ person, policies });
  },
});
