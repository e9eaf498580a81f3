import { z } from "zod";
import { findClass, holdClass, loadRuleBook } from "#app/data/training/classes.server.ts";
import { tellTrainees } from "#app/data/training/notices.server.ts";
import { computeAllowances, holdTrainees } from "#app/data/training/sheets.server.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

const OFFICE = ["OFFICER", "ADMIN"] as const;
const subject = { type: "trainingClass", id: (input: { classId: string }) => input.classId };
const version = z.coerce.number("invalid").int().min(0).max(1_000_000, "invalid");

/** Draws up the living allowances of a class that has been assessed, or draws them up anew while nobody has checked them. */
export const prepareAllowances = useCase({
  name: "prepare-training-allowances",
  roles: OFFICE,
  subject,
  input: z.object({ classId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const found = await findClass(deps.db, input.classId);
    if (!found || !actsForRegion(actor, found.countyCode)) return refuse("not-found");
    const rules = await loadRuleBook(deps.pool);
    return deps.db.$transaction(async (tx) => {
      await holdTrainees(tx, found.id);
      const held = (await holdClass(tx, found.id))!;
      if (held.state !== "ASSESSED") return refuse("training-sheet-early");
      const standing = await tx.trainingSheet.findUnique({ where: { classId: held.id } });
      if (standing && standing.state !== "PREPARED") return refuse("training-sheet-checked");
      if (standing) await tx.trainingAllowance.deleteMany({ where: { classId: held.id } });
      const lines = await computeAllowances(deps, tx, held, rules);
      const totalFen = lines.reduce((sum, one) => sum + one.amountFen, 0);
      if (totalFen === 0) {
        if (standing) await tx.trainingSheet.delete({ where: { classId: held.id } });
        return refuse("training-nothing-due");
      }
      const drawn = { state: "PREPARED" as const, totalFen: BigInt(totalFen), preparedBy: actor.userId, preparedAt: deps.clock.now() };
      await tx.trainingSheet.upsert({ where: { classId: held.id }, update: { ...drawn, version: { increment: 1 } }, create: { classId: held.id, ...drawn } });
      await tx.trainingAllowance.createMany({ data: lines.map((one) => ({ ...one, classId: held.id })) });
      return ok({ classId: held.id });
    }, { timeout: 60_000 });
  },
});

/** A second officer checks what was drawn up and a third, or the first, pays it: never whoever checked. Both only while nothing has changed under it. */
export const settleAllowances = useCase({
  name: "settle-training-allowances",
  roles: OFFICE,
  subject,
  input: z.object({ classId: z.ulid("invalid"), version, to: z.enum(["CHECKED", "PAID"], "invalid") }),
  async run({ deps, actor, input }) {
    const found = await findClass(deps.db, input.classId);
    if (!found || !actsForRegion(actor, found.countyCode)) return refuse("not-found");
    const rules = await loadRuleBook(deps.pool);
    return deps.db.$transaction(async (tx) => {
      await holdTrainees(tx, found.id);
      const held = (await holdClass(tx, found.id))!;
      const sheet = await tx.trainingSheet.findUnique({ where: { classId: held.id }, include: { lines: true } });
      if (!sheet) return refuse("not-found");
      if (sheet.version !== input.version) return refuse("changed-meanwhile");
      if (sheet.state !== (input.to === "CHECKED" ? "PREPARED" : "CHECKED")) return refuse("training-sheet-step");
      if (actor.userId === null || actor.userId === (input.to === "CHECKED" ? sheet.preparedBy : sheet.checkedBy)) return refuse(input.to === "CHECKED" ? "training-check-own" : "training-pay-own");
      const now = await computeAllowances(deps, tx, held, rules);
      const stood = new Map(sheet.lines.map((line) => [`${line.enrolmentId}:${line.year}`, line]));
      const same = now.length === stood.size && now.every((line) => { const then = stood.get(`${line.enrolmentId}:${line.year}`); return then?.amountFen === line.amountFen && then.paidHalves === line.paidHalves; });
      if (!same) {
        // drawn up anew before anybody pays
        await tx.trainingSheet.update({ where: { classId: held.id }, data: { state: "PREPARED", checkedBy: null, checkedAt: null, version: { increment: 1 } } });
        return refuse("training-sheet-stale");
      }
      const at = deps.clock.now();
      await tx.trainingSheet.update({ where: { classId: held.id }, data: { state: input.to, version: { increment: 1 }, ...(input.to === "CHECKED" ? { checkedBy: actor.userId, checkedAt: at } : { paidBy: actor.userId, paidAt: at }) } });
      if (input.to === "PAID") await tellTrainees(deps, tx, "training-paid", sheet.lines.filter((line) => line.amountFen > 0).map((line) => ({ id: line.enrolmentId, classId: held.id, personId: line.personId })));
      return ok({ classId: held.id });
    }, { timeout: 60_000 });
  },
});
