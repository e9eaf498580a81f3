import { writeAudit } from "#app/data/audit.server.ts";
import { findFile } from "#app/data/private-files.server.ts";
import type { Actor } from "#app/platform/actor.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";

export interface OpenedPhoto {
  bytes: Uint8Array<ArrayBuffer>;
  mimeType: string;
  fileName: string;
}

/** A photo for its owner, or for a bureau that acts for their home; null for everybody else. Each look by another than the owner is in the audit. */
export async function openPhoto(deps: Pick<Deps, "db" | "clock" | "newId" | "crypto">, actor: Actor, fileId: string): Promise<OpenedPhoto | null> {
  if (!ID_PATTERN.test(fileId)) return null;
  const file = await findFile(deps, fileId);
  if (!file || !actsForPerson(actor, { id: file.personId, homeCountyCode: file.homeCountyCode })) return null;
  if (actor.personId !== file.personId) await writeAudit(deps, { ...actor, purpose: "see:CHECK:photo" }, { action: "see-photo", subjectType: "person", subjectId: file.personId, outcome: "ok" });
  return { bytes: file.open(), mimeType: file.mimeType, fileName: `certificate-${file.slot}.webp` };
}
