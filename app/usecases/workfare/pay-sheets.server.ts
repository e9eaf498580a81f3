import { z } from "zod";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { findProjectFor, lockProject, type Project } from "#app/data/workfare/projects.server.ts";
import { findSheetFor, loadDue, type Sheet } from "#app/data/workfare/sheets.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { requireNumber } from "#app/domain/policy/parameter.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { useCase } from "../use-case.server.ts";

/** Makes the sheet of everything that is due: each day of a closed roll once, differences of corrections, to the fen. Two at once make one; a roll that was changed is left out. */
export const makePaySheet = useCase({
  name: "make-pay-sheet",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "paySheet", id: (input, value) => value.sheetId ?? input.projectId },
  input: z.object({ projectId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "PAY");
    if (!found) return refuse("not-found");
    try {
      return await deps.db.$transaction(async (tx) => {
        await lockProject(tx, input.projectId);
        // a roll that is being corrected is waited for, so that the sheet reads it before or after, never between
        await tx.$queryRaw`SELECT id FROM muster_roll WHERE projectId = ${input.projectId} ORDER BY id FOR UPDATE`;
        const due = await loadDue(tx, input.projectId);
        if (due.lines.length === 0) return due.heldRolls.length > 0 ? refuse("rolls-held", { params: { nr: due.heldRolls.join(", ") } }) : refuse("nothing-due");
        const sheetId = deps.newId();
        const nr = ((await tx.paySheet.aggregate({ where: { projectId: input.projectId }, _max: { nr: true } }))._max.nr ?? 0) + 1;
        await tx.paySheet.create({ data: { id: sheetId, projectId: input.projectId, nr, totalFen: BigInt(due.totalFen), madeAt: deps.clock.now(), madeBy: actor.userId } });
        const lines = due.lines.map((line, at) => ({ ...line, id: deps.newId(), nr: at + 1 }));
        await tx.payLine.createMany({ data: lines.map(({ id, personId, nr: lineNr, quarters, payFen }) => ({ id, sheetId, personId, nr: lineNr, quarters, payFen })) });
        await tx.payDay.createMany({ data: lines.flatMap(({ id, days }) => days.map(({ rollId, seq, personId, day, quarters, rateFen, payFen }) => ({ rollId, seq, lineId: id, personId, day: toDate(day), quarters, rateFen, payFen }))) });
        return ok({ sheetId });
      }, { timeout: 60_000 });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
  },
});

interface Draft {
  deps: Deps;
  actor: Actor;
  sheet: Sheet;
  project: Project;
  /** the sheet as the officer saw it: what changed meanwhile is not acted on */
  where: { id: string; state: "DRAFT"; version: number };
}

/** An officer's act on a sheet that nobody has approved; null from it: somebody was faster. */
const onDraft = <T>(name: string, act: (draft: Draft) => Promise<Result<T> | null>) => useCase({
  name,
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "paySheet", id: (input) => input.sheetId },
  input: z.object({ sheetId: z.ulid("invalid"), version: z.coerce.number("invalid").int().min(0) }),
  async run({ deps, actor, input }): Promise<Result<T>> {
    const found = await findSheetFor(deps, actor, input.sheetId);
    if (!found) return refuse("not-found");
    if (found.sheet.state !== "DRAFT") return refuse("sheet-approved-already");
    return (await act({ deps, actor, ...found, where: { id: input.sheetId, state: "DRAFT", version: input.version } })) ?? refuse("changed-meanwhile-shown");
  },
});

/** A second officer approves a sheet; from then on it hangs in the village for the days that the rule asks for. Nobody approves their own. */
export const approvePaySheet = onDraft("approve-pay-sheet", async ({ deps, actor, sheet, project, where }) => {
  if (actor.userId === null || sheet.madeBy === actor.userId) return refuse("second-person");
  const today = deps.clock.today();
  const days = requireNumber(await loadPolicyParameters(deps.pool), "workfare.publicity.days", { regionCode: project.countyCode, asOf: today });
  const { count } = await deps.db.paySheet.updateMany({
    where, data: { state: "APPROVED", approvedAt: deps.clock.now(), approvedBy: actor.userId, publicFrom: toDate(today), publicUntil: toDate(addDays(today, days)), version: where.version + 1 },
  });
  return count === 1 ? ok({ sheetId: sheet.id }) : null;
});

/** Takes back a sheet that nobody has approved; its days are due again. */
export const discardPaySheet = onDraft("discard-pay-sheet", async ({ deps, project, where }) => ((await deps.db.paySheet.deleteMany({ where })).count === 1 ? ok({ projectId: project.id }) : null));
