import { type Day, toDate, toDay } from "#app/domain/dates.ts";
import type { Step, StepLine } from "#app/domain/overseas/steps.ts";
import type { LanguageProof, Scheme } from "#app/domain/overseas/schemes.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export interface HeldApplication {
  id: string;
  placementId: string;
  personId: string;
  licenceId: string;
  scheme: Scheme;
  entryOn: Day;
  state: "OPEN" | "STOPPED" | "DEPARTED" | "ENDED";
  version: number;
  lines: StepLine[];
}

async function read(tx: Tx, id: string): Promise<HeldApplication | null> {
  const row = await tx.overseasApplication.findUnique({ where: { id }, include: { steps: { orderBy: { seq: "asc" }, select: { seq: true, step: true, happenedOn: true } } } });
  if (row === null) return null;
  const { steps, recordedAt: _recordedAt, stopReason: _stopReason, feeFen: _feeFen, ...rest } = row;
  return { ...rest, entryOn: toDay(row.entryOn), lines: steps.map((one) => ({ ...one, happenedOn: toDay(one.happenedOn) })) };
}

/** An application with its row held until the transaction ends. */
export async function holdApplication(tx: Tx, id: string): Promise<HeldApplication | null> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM overseas_application WHERE id = ${id} FOR UPDATE`;
  return rows.length === 0 ? null : read(tx, id);
}

/** The one beside a placement, held likewise. */
export async function holdApplicationOf(tx: Tx, placementId: string): Promise<HeldApplication | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM overseas_application WHERE placementId = ${placementId} FOR UPDATE`;
  return row ? read(tx, row.id) : null;
}

export interface Said {
  step: Step | "TAKEN_BACK";
  happenedOn: Day;
  proof?: LanguageProof | null;
  reference?: string | null;
  reason?: string | null;
  by: { role: Role; userId: string | null };
}

/** The next line of an application whose row the caller holds. */
export async function sayOfApplication(deps: Pick<Deps, "clock">, tx: Tx, { id, lines }: Pick<HeldApplication, "id" | "lines">, said: Said): Promise<void> {
  await tx.overseasStep.create({
    data: {
      applicationId: id, seq: Math.max(0, ...lines.map((line) => line.seq)) + 1, step: said.step, happenedOn: toDate(said.happenedOn), proof: said.proof ?? null, reference: said.reference || null, reason: said.reason || null,
      saidByRole: said.by.role, saidByUserId: said.by.userId, recordedAt: deps.clock.now(),
    },
  });
}

/** Begins the way abroad beside the placement that a yes has just made. */
export async function beginApplication(
  deps: Pick<Deps, "clock" | "newId">, tx: Tx, of: { placementId: string; personId: string; licenceId: string; scheme: Scheme; entryOn: Day; feeFen: number }, by: Said["by"],
): Promise<void> {
  const id = deps.newId();
  await tx.overseasApplication.create({ data: { ...of, id, entryOn: toDate(of.entryOn), recordedAt: deps.clock.now() } });
  await sayOfApplication(deps, tx, { id, lines: [] }, { step: "APPLIED", happenedOn: deps.clock.today(), by });
}
