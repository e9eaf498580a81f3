import { z } from "zod";
import type { Problem } from "#app/domain/result.ts";
import { refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";

/** Who may tell something for a profile: the person, and those of a bureau who act for their home. */
export const PROFILE_ROLES = ["SEEKER", "AGENT", "OFFICER"] as const;

/** Whose profile it is; left out, the actor's own. */
export const personIdField = { personId: z.ulid("invalid").optional() };

export interface OwnPerson {
  id: string;
  birthDate: Date;
  homeCountyCode: string;
  homeRegionCode: string;
}

/** The person that the actor is or acts for; a stranger's record is refused as a missing one is. */
export async function findOwnPerson(deps: Pick<Deps, "db">, actor: Actor, personId: string | undefined): Promise<{ ok: true; person: OwnPerson } | { ok: false; problems: Problem[] }> {
  const id = personId ?? actor.personId;
  if (!id) return refuse("no-person");
  const person = await deps.db.person.findFirst({ where: { id, deletedAt: null }, select: { id: true, birthDate: true, homeCountyCode: true, homeRegionCode: true } });
  return person && actsForPerson(actor, person) ? { ok: true, person } : refuse("not-found");
}
