import { z } from "zod";
import { writeAudit } from "#app/data/audit.server.ts";
import { loadFormPersons } from "#app/data/form-persons.server.ts";
import { LARGEST_ROSTER, OPENING_REASONS } from "#app/domain/person/paper-forms.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** Opens chosen people of one village for a printed roster: each of them has the opening in the audit. */
export const openRoster = useCase({
  name: "open-roster",
  roles: ["AGENT", "OFFICER"],
  subject: { type: "region", id: (input) => input.village },
  purpose: (input) => `form:roster:${input.reason}`,
  input: z.object({
    village: z.string("village-needed").regex(/^\d{9}(\d{3})?$/, "village-needed"),
    personIds: z.preprocess((value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== "" && one !== undefined), z.array(z.ulid("not-found")).min(1, "people-needed").max(LARGEST_ROSTER, "roster-too-long")),
    reason: z.enum(OPENING_REASONS, "opening-reason-needed"),
  }),
  async run({ deps, actor, input }) {
    if (!actsForRegion(actor, input.village)) return refuse("not-found");
    const ids = [...new Set(input.personIds)];
    const heads = await deps.db.person.findMany({ where: { id: { in: ids } }, select: { id: true, homeRegionCode: true } });
    if (heads.length !== ids.length || heads.some((one) => !isWithin(one.homeRegionCode, input.village))) return refuse("not-found");
    for (const id of ids) await writeAudit(deps, { ...actor, purpose: `form:roster:${input.reason}` }, { action: "open-form", subjectType: "person", subjectId: id, outcome: "ok" });
    return ok({ people: await loadFormPersons(deps, ids) });
  },
});
