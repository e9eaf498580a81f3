import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForPerson, actsForRegion } from "#app/platform/permissions.ts";

/** The placement, if the actor has a part in it: the person, the post's employer, or a bureau of home or workplace. */
export async function findPlacementFor(deps: Pick<Deps, "db">, actor: Actor, placementId: string) {
  const placement = await deps.db.placement.findUnique({
    where: { id: placementId },
    include: { post: { select: { employerId: true, title: true, occupationCode: true, monthlyMinFen: true, monthlyMaxFen: true, hoursPerDay: true } }, person: { select: { homeRegionCode: true } } },
  });
  if (!placement) return null;
  const allowed =
    actor.role === "EMPLOYER"
      ? actor.employerId !== null && placement.post?.employerId === actor.employerId
      : actsForPerson(actor, { id: placement.personId, homeCountyCode: placement.homeCountyCode, homeRegionCode: placement.person.homeRegionCode }) || actsForRegion(actor, placement.workRegionCode);
  return allowed ? placement : null;
}

export type OpenPlacement = NonNullable<Awaited<ReturnType<typeof findPlacementFor>>>;
