import { ok, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** The placement in which a person's yes to this very post stands already. */
export async function readStandingYes(deps: Pick<Deps, "db">, actor: Actor, postId: string): Promise<string | null> {
  if (!actor.personId) return null;
  return (await deps.db.placement.findFirst({ where: { activeKey: actor.personId, postId }, select: { id: true } }))?.id ?? null;
}

/** What came of a yes, and of its second press the same: it leads to the placement instead of to an error. */
export async function orStandingYes(deps: Pick<Deps, "db">, actor: Actor, postId: string, said: Result<{ placementId: string }>): Promise<Result<{ placementId: string }>> {
  const placementId = said.ok ? null : await readStandingYes(deps, actor, postId);
  return placementId === null ? said : ok({ placementId });
}
