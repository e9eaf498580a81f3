import { benefitsOf } from "#app/domain/claim/benefits.ts";
import { toDate, toDay } from "#app/domain/dates.ts";
import { endOfDraft, rowClosedBy, type RuleDraft } from "#app/domain/policy/rule-draft.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { isWithin, overlaps, SHANXI } from "#app/domain/region/codes.ts";
import type { Actor } from "#app/platform/actor.ts";
import { type Db, readJson, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

export const draftKey = (draft: Pick<RuleDraft, "key" | "regionCode" | "validFrom">) => `${draft.key}|${draft.regionCode}|${draft.validFrom}`;

/** A rule of the whole province is every bureau's business, one of an area that of the bureaus in it and above it. */
export function seesDraft(actor: Pick<Actor, "regionCode">, regionCode: string): boolean {
  return regionCode === "" || (actor.regionCode !== null && overlaps(regionCode, actor.regionCode));
}

/** Whether a draft's effect is known for all of its area; one on which no amount depends needs no simulation. */
export async function isSimulated(db: Pick<Db, "ruleSimulation">, draft: { id: string; key: string; regionCode: string }): Promise<boolean> {
  if (benefitsOf(draft.key).length === 0) return true;
  const done = await db.ruleSimulation.findMany({ where: { draftId: draft.id, status: "DONE" }, select: { regionCode: true } });
  return done.some(({ regionCode }) => isWithin(draft.regionCode || SHANXI, regionCode));
}

type RuleRow = Omit<PolicyParameter, "validFrom" | "validTo"> & { validFrom: Date; validTo: Date | null };

/** The rows of a key as they are now, held until the transaction ends. */
export async function lockRules(tx: Tx, key: string): Promise<PolicyParameter[]> {
  const rows = await tx.$queryRaw<RuleRow[]>`
    SELECT id, \`key\`, regionCode, value, unit, article, documentNumber, source, certainty, validFrom, validTo, note FROM policy_parameter WHERE \`key\` = ${key} FOR UPDATE`;
  return rows.map((row) => ({ ...row, value: readJson(row.value), validFrom: toDay(row.validFrom), validTo: row.validTo === null ? null : toDay(row.validTo) }));
}

/** A draft becomes a row; the row before it gets its last day, and nothing else of it changes. */
export async function insertRule(deps: Pick<Deps, "newId" | "clock">, tx: Tx, rows: readonly PolicyParameter[], draft: Omit<RuleDraft, "id">): Promise<string> {
  const id = deps.newId();
  const closed = rowClosedBy(rows, draft);
  if (closed !== null) await tx.policyParameter.update({ where: { id: closed.id }, data: { validTo: toDate(draft.validFrom) } });
  const validTo = endOfDraft(rows, draft);
  await tx.policyParameter.create({
    data: {
      id, key: draft.key, regionCode: draft.regionCode, value: draft.value as number | string[], unit: draft.unit, article: draft.article, documentNumber: draft.documentNumber,
      source: draft.source, certainty: draft.certainty, validFrom: toDate(draft.validFrom), validTo: validTo === null ? null : toDate(validTo), note: draft.note, recordedAt: deps.clock.now(),
    },
  });
  return id;
}
