import { z } from "zod";
import { messageReachOf } from "#app/data/message-reach.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import { findSheetFor } from "#app/data/workfare/sheets.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { yuanText } from "#app/domain/money.ts";
import { originOf } from "#app/platform/environment.server.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";

/** What the bank says of one line, or that all that were sent are paid. Each worker is told; a sheet whose every line is paid is done. */
export const recordPayResults = useCase({
  name: "record-pay-results",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "paySheet", id: (input) => input.sheetId },
  input: z.object({
    sheetId: z.ulid("invalid"),
    lineId: z.preprocess((value) => (value === "" ? undefined : value), z.ulid("invalid").optional()),
    lineVersion: z.coerce.number("invalid").int().min(0).default(0),
    /** for ALL_PAID: the state of the sheet that was looked at, so that no later bank file is meant by it */
    version: z.coerce.number("invalid").int().min(0).default(0),
    result: z.enum(["PAID", "FAILED", "ALL_PAID"], "required"),
    paidOn: z.iso.date("date-form"),
    reason: plainLine(0, "required", 200).default(""),
  }),
  async run({ deps, actor, input }) {
    const found = await findSheetFor(deps, actor, input.sheetId);
    if (!found) return refuse("not-found");
    if (input.paidOn > deps.clock.today()) return refuse("day-in-future", { field: "paidOn" });
    if (input.result === "FAILED" && input.reason === "") return refuse("reason-needed", { field: `reason-${input.lineId ?? ""}` });
    if (input.result !== "ALL_PAID" && input.lineId === undefined) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      const [held] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM pay_sheet WHERE id = ${input.sheetId} FOR UPDATE`;
      if (input.result === "ALL_PAID" && held?.version !== input.version) return refuse("changed-meanwhile-shown");
      const lines = await tx.payLine.findMany({ where: { sheetId: input.sheetId, ...(input.result === "ALL_PAID" ? { result: "SENT" } : { id: input.lineId }) } });
      const line = lines[0];
      if (!line) return refuse(input.result === "ALL_PAID" ? "no-line-sent" : "not-found");
      if (found.sheet.publicUntil !== null && input.paidOn < found.sheet.publicUntil) return refuse("paid-before-file", { field: "paidOn" });
      if (input.result !== "ALL_PAID" && line.version !== input.lineVersion) return refuse("changed-meanwhile-shown");
      if (lines.some((one) => one.result === "WAITING")) return refuse("line-not-sent");
      const result = input.result === "FAILED" ? "FAILED" : "PAID";
      await tx.payLine.updateMany({ where: { id: { in: lines.map((one) => one.id) } }, data: { result, resultOn: toDate(input.paidOn), resultReason: result === "FAILED" ? input.reason : null, version: { increment: 1 } } });
      for (const one of lines) await tell(deps, tx, one, result, found.project.name);
      const left = await tx.payLine.count({ where: { sheetId: input.sheetId, result: { not: "PAID" } } });
      await tx.paySheet.update({ where: { id: input.sheetId }, data: { state: left === 0 ? "DONE" : "SENT" } });
      return ok({ sheetId: input.sheetId, lines: lines.length });
    }, { timeout: 60_000 });
  },
});

async function tell(deps: Deps, tx: Tx, line: { id: string; personId: string; payFen: number; version: number }, result: "PAID" | "FAILED", project: string): Promise<void> {
  const onceKey = `wage:${line.id}:${line.version}:${result}`;
  await tx.notice.createMany({ data: [{ id: deps.newId(), personId: line.personId, kind: result === "PAID" ? "wage-paid" : "wage-failed", onceKey, subjectId: line.id, recordedAt: deps.clock.now() }], skipDuplicates: true });
  const reach = (await messageReachOf(deps.pool, [line.personId])).get(line.personId);
  if (!reach?.reachable || reach.phoneEnc === null) return;
  const says = result === "PAID" ? `以工代赈劳务报酬 ${yuanText(line.payFen)} 元已发到您本人账户` : `以工代赈劳务报酬 ${yuanText(line.payFen)} 元银行没有发成，请核对账户`;
  await queueSms(deps, tx, { onceKey, personId: line.personId, phoneEnc: reach.phoneEnc, phoneMasked: reach.phoneMasked, purpose: "wage", text: `【晋岗通】${says}（${project.slice(0, 40)}）。明细：${originOf(deps.env)}/me/workfare` });
}
