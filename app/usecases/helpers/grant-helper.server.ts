import { z } from "zod";
import { countHelpers, insertDelegation, noteHelperAsked } from "#app/data/delegations.server.ts";
import { isName } from "#app/data/persons.server.ts";
import { MOST_HELPERS, termsSchema } from "#app/domain/account/delegation.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { personName } from "#app/domain/person/identity.ts";
import { mobilePhone } from "#app/domain/phone.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";

const household = termsSchema.extend({ who: z.literal("HOUSEHOLD"), name: personName, phone: mobilePhone });
const agent = termsSchema.extend({ who: z.literal("AGENT"), agentUserId: z.ulid("agent-needed") });

/**
 * A person lets somebody act for them, in their own account. Somebody of the household is named by name and telephone and says yes
 * after signing in: whether they are registered isn't told. A village agent of the person's home may act at once.
 */
export const grantHelper = useCase({
  name: "grant-helper",
  roles: ["SEEKER"],
  subject: { type: "delegation", id: (_input, value) => value.delegationId },
  input: z.discriminatedUnion("who", [household, agent], "required"),
  async run({ deps, actor, input }) {
    const person = actor.personId === null ? null : await deps.db.person.findUnique({ where: { id: actor.personId } });
    if (!person) return refuse("no-person");
    if ((await countHelpers(deps, person.id)) >= MOST_HELPERS) return refuse("too-many-helpers", { params: { most: MOST_HELPERS } });
    const terms = { personId: person.id, acts: input.acts, how: "SELF" as const, validUntil: toDate(addDays(deps.clock.today(), input.days)), recordedByUserId: actor.userId };
    const record = async (write: (tx: Tx) => Promise<string>) => {
      try {
        return ok({ delegationId: await deps.db.$transaction(write) });
      } catch (error) {
        if (isUniqueViolation(error)) return refuse("changed-meanwhile");
        throw error;
      }
    };
    if (input.who === "HOUSEHOLD") {
      if (person.phoneIndex !== null && deps.crypto.blindIndexes("person.phone", input.phone).includes(person.phoneIndex) && isName(deps, person.nameEnc, input.name)) return refuse("helper-self", { field: "name" });
      return record(async (tx) => {
        const { id } = await insertDelegation(deps, tx, { ...terms, helper: { name: input.name, phone: input.phone } });
        await noteHelperAsked(deps, tx, id, input);
        return id;
      });
    }
    const helper = await deps.db.user.findUnique({ where: { id: input.agentUserId }, select: { id: true, role: true, status: true, regionCode: true, displayName: true } });
    if (helper?.role !== "AGENT" || helper.status !== "ACTIVE" || helper.regionCode === null || !isWithin(person.homeRegionCode, helper.regionCode)) return refuse("agent-needed", { field: "agentUserId" });
    return record(async (tx) => (await insertDelegation(deps, tx, { ...terms, helper: { userId: helper.id, masked: helper.displayName } })).id);
  },
});
