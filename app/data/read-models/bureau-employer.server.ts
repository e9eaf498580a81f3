import { writeAudit } from "#app/data/audit.server.ts";
import { type Day, toDay } from "#app/domain/dates.ts";
import type { EmployerKind } from "#app/domain/employer/kind.ts";
import type { EmployerStatus } from "#app/domain/employer/status.ts";
import { type RecheckState, recheckState, supervisingRegion } from "#app/domain/employer/supervision.ts";
import type { Actor } from "#app/platform/actor.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { type Name, regionPaths } from "./names.server.ts";

export interface BureauEmployerPage {
  id: string;
  name: string;
  creditCode: string | null;
  kind: EmployerKind;
  status: EmployerStatus;
  licenceNumber: string | null;
  region: Name | null;
  contact: string | null;
  phone: string | null;
  registeredOn: Date;
  /** has an account of its own; else it is known from postings only */
  hasAccount: boolean;
  verifiedAt: Date | null;
  reverifyBy: Day | null;
  recheck: RecheckState;
  decisionReason: string | null;
  posts: { open: number; all: number };
}

/** One employer with the person to ask for, for the bureau that looks after it; null for everybody else. The look is written to the audit. */
export async function readBureauEmployer(deps: Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">, actor: Actor, employerId: string): Promise<BureauEmployerPage | null> {
  if (!ID_PATTERN.test(employerId)) return null;
  const employer = await deps.db.employer.findUnique({ where: { id: employerId }, include: { _count: { select: { users: true, posts: true } } } });
  if (!employer || !actsForRegion(actor, supervisingRegion(employer.regionCode))) return null;
  await writeAudit(deps, { ...actor, purpose: "see:CHECK:employer" }, { action: "see-employer", subjectType: "employer", subjectId: employer.id, outcome: "ok" });
  const [paths, open] = await Promise.all([
    regionPaths(deps.pool, employer.regionCode === null ? [] : [employer.regionCode]),
    deps.db.post.count({ where: { employerId, status: "PUBLISHED" } }),
  ]);
  const reverifyBy = employer.reverifyBy === null ? null : toDay(employer.reverifyBy);
  return {
    id: employer.id, name: employer.name, creditCode: employer.creditCode, kind: employer.kind, status: employer.status, licenceNumber: employer.licenceNumber,
    region: employer.regionCode === null ? null : (paths.get(employer.regionCode) ?? null),
    contact: employer.contactEnc === null ? null : deps.crypto.decrypt("employer.contact", employer.contactEnc),
    phone: employer.phoneEnc === null ? null : deps.crypto.decrypt("employer.phone", employer.phoneEnc),
    registeredOn: employer.recordedAt, hasAccount: employer._count.users > 0, verifiedAt: employer.verifiedAt, reverifyBy,
    recheck: recheckState(reverifyBy, deps.clock.today()), decisionReason: employer.decisionReason, posts: { open, all: employer._count.posts },
  };
}
