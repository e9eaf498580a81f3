import { z } from "zod";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { computeLines, findSheet, holdTown, transfersOf } from "#app/data/welfare/sheets.server.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { readBankAnswer } from "#app/domain/welfare/bank.ts";
import { plainText } from "#app/domain/plain-text.ts";
import { isMonth } from "#app/domain/dates.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

class Moved extends Error {}
const BUREAU = ["OFFICER", "ADMIN"] as const;
const sheetInput = z.object({ sheetId: z.ulid("invalid"), version: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(1_000_000, "invalid") });

/**
 * Draws up the subsidy sheet of a township for a month, or draws it up anew while nobody has approved it. Townships wait for their own turn, so
 * that no month of a person stands on two sheets.
 */
export const prepareSheet = useCase({
  name: "prepare-welfare-sheet",
  roles: BUREAU,
  subject: { type: "welfareSheet", id: (input, value) => value.sheetId ?? input.town },
  input: z.object({ town: z.string("township-needed").regex(/^14\d{7}$/, "township-needed"), month: z.string("month-form").refine(isMonth, { message: "month-form" }) }),
  async run({ deps, actor, input }) {
    const { town, month } = input;
    if (!actsForRegion(actor, town)) return refuse("not-your-region", { field: "town" });
    if (month > deps.clock.today().slice(0, 7)) return refuse("month-to-come", { field: "month" });
    const policy = await loadPolicyParameters(deps.pool);
    const now = deps.clock.now();
    const key = { regionCode: town, month };
    try {
      return await deps.db.$transaction(async (tx) => {
        await holdTown(tx, town);
        const standing = await tx.welfareSheet.findUnique({ where: { regionCode_month: key } });
        if (standing && standing.state !== "PREPARED") return refuse("sheet-is-approved", { field: "month" });
        if ((await tx.welfareSheet.count({ where: { regionCode: town, month: { gt: month } } })) > 0) return refuse("later-sheet", { field: "month" });
        const open = await tx.welfareSheet.findFirst({ where: { regionCode: town, month: { lt: month }, state: { not: "SETTLED" } }, orderBy: { month: "asc" } });
        if (open) return refuse("earlier-sheet-open", { field: "month", params: { month: open.month } });
        const lines = await computeLines(tx, town, month, policy, standing?.id ?? null);
        if (lines.length === 0) return refuse("no-attendance", { field: "month" });
        const sheetId = standing?.id ?? deps.newId();
        const data = { totalFen: BigInt(lines.reduce((sum, one) => sum + one.amountFen, 0)), preparedBy: actor.userId, preparedAt: now };
        if (standing) {
          await tx.welfarePay.deleteMany({ where: { sheetId } });
          await tx.welfareSheet.update({ where: { id: sheetId }, data: { ...data, version: standing.version + 1 } });
        } else await tx.welfareSheet.create({ data: { id: sheetId, ...key, countyCode: countyOf(town), state: "PREPARED", ...data } });
        await tx.welfarePay.createMany({
          data: lines.map((one, at) => ({ id: deps.newId(), sheetId, nr: at + 1, caseId: one.caseId, personId: one.personId, month: one.month, days: one.days, dueFen: one.dueFen, beforeFen: one.beforeFen, amountFen: one.amountFen, reasons: one.reasons })),
        });
        return ok({ sheetId });
      }, { timeout: 60_000 });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
  },
});

/** A second person of the county approves what was drawn up, provided that nothing has changed under it. */
export const approveSheet = useCase({
  name: "approve-welfare-sheet",
  roles: BUREAU,
  subject: { type: "welfareSheet", id: (input) => input.sheetId },
  input: sheetInput,
  async run({ deps, actor, input }) {
    const sheet = await findSheet(deps.db, input.sheetId);
    if (!sheet || !actsForRegion(actor, sheet.regionCode)) return refuse("not-found");
    if (actor.regionCode?.length !== 6) return refuse("welfare-by-COUNTY");
    if (sheet.state !== "PREPARED") return refuse("sheet-is-approved");
    if (sheet.preparedBy === actor.userId) return refuse("second-person");
    const policy = await loadPolicyParameters(deps.pool);
    const approved = await deps.db.$transaction(async (tx) => {
      await holdTown(tx, sheet.regionCode);
      const now = await computeLines(tx, sheet.regionCode, sheet.month, policy, sheet.id);
      const same = now.length === sheet.lines.length && now.every((line, at) => line.caseId === sheet.lines[at]!.caseId && line.month === sheet.lines[at]!.month && line.amountFen === sheet.lines[at]!.amountFen);
      if (!same) return "stale" as const;
      const changed = await tx.welfareSheet.updateMany({ where: { id: sheet.id, state: "PREPARED", version: input.version }, data: { state: "APPROVED", approvedBy: actor.userId, approvedAt: deps.clock.now(), version: input.version + 1 } });
      return changed.count === 1 ? ("done" as const) : ("moved" as const);
    });
    return approved === "done" ? ok({ sheetId: sheet.id }) : refuse(approved === "stale" ? "sheet-is-stale" : "changed-meanwhile");
  },
});

/** What the bank says: who is not named as failed was paid. What failed comes on the next sheet. */
export const settleSheet = useCase({
  name: "settle-welfare-sheet",
  roles: BUREAU,
  subject: { type: "welfareSheet", id: (input) => input.sheetId },
  input: sheetInput.extend({ answer: plainText(0, "required", 20_000).default(""), sure: z.literal("on", "sure-needed") }),
  async run({ deps, actor, input }) {
    const sheet = await findSheet(deps.db, input.sheetId);
    if (!sheet || !actsForRegion(actor, sheet.regionCode)) return refuse("not-found");
    if (actor.regionCode?.length !== 6) return refuse("welfare-by-COUNTY");
    if (sheet.state !== "SENT") return refuse("sheet-not-sent");
    const { failed, unread } = readBankAnswer(input.answer);
    if (unread.length > 0) return refuse("answer-unread", { field: "answer", params: { lines: unread.slice(0, 5).join(", ") } });
    const transfers = new Map(transfersOf(sheet.lines).map((one) => [one.nr, one]));
    const unknown = failed.find((one) => !transfers.has(one.nr));
    if (unknown) return refuse("answer-number", { field: "answer", params: { nr: unknown.nr } });
    try {
      await deps.db.$transaction(async (tx) => {
        const changed = await tx.welfareSheet.updateMany({ where: { id: sheet.id, state: "SENT", version: input.version }, data: { state: "SETTLED", settledAt: deps.clock.now(), version: input.version + 1 } });
        if (changed.count !== 1) throw new Moved();
        for (const one of failed) await tx.welfarePay.updateMany({ where: { sheetId: sheet.id, personId: transfers.get(one.nr)!.personId }, data: { result: "FAILED", failReason: one.reason } });
        await tx.welfarePay.updateMany({ where: { sheetId: sheet.id, result: "PENDING" }, data: { result: "PAID" } });
      });
    } catch (error) {
      if (error instanceof Moved) return refuse("changed-meanwhile");
      throw error;
    }
    return ok({ sheetId: sheet.id, failed: failed.length });
  },
});
