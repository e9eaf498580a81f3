import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/** The placement in which a person's yes to this very post stands already: a second press of the button leads there instead of to an error. */
export async function readStandingYes(deps: Pick<Deps, "db">, actor: Actor, postId: string): Promise<string | null> {
  if (!actor.personId) return null;
  return (await deps.db.placement.findFirst({ where: { activeKey: actor.personId, postId }, select: { id: true } }))?.id ?? null;
}
