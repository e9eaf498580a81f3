import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { signEntry } from "./audit-chain/entry.server.ts";

export interface AuditNote {
  action: string;
  subjectType: string;
  subjectId: string;
  outcome: string;
  /** the person it was done for with consent, if it was */
  onBehalfOf?: string | null;
}

/** Who did or saw what, when, for which purpose. Ids and codes only. */
export async function writeAudit(deps: Pick<Deps, "db" | "clock" | "newId" | "crypto">, actor: Actor, note: AuditNote): Promise<void> {
  const entry = {
    id: deps.newId(), at: deps.clock.now(), userId: actor.userId, role: speaksAs(actor), regionCode: actor.regionCode, purpose: actor.purpose,
    requestId: actor.requestId ?? null, action: note.action, subjectType: note.subjectType, subjectId: note.subjectId, outcome: note.outcome.slice(0, 40),
    onBehalfOf: note.onBehalfOf ?? (actor.actingFor ? actor.personId : null),
  };
  await deps.db.auditEntry.create({ data: { ...entry, mac: signEntry(deps.crypto, entry) } });
}
