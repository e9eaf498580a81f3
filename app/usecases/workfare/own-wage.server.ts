import { z } from "zod";
import { findBankAccount, saveBankAccount } from "#app/data/bank-accounts.server.ts";
import { openCare } from "#app/data/care-cases.server.ts";
import { lockPersons } from "#app/data/persons.server.ts";
import { findProjectFor } from "#app/data/workfare/projects.server.ts";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { bankAccountNumber } from "#app/domain/person/bank-account.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { tick } from "#app/domain/workfare/input.ts";
import { speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A worker says with one tap that days or pay are wrong, or that nothing came: a case for the county of the works. Said again it stays one; once that is closed, it is a new one. */
export const disputeWage = useCase({
  name: "dispute-wage",
  roles: ["SEEKER"],
  subject: { type: "payLine", id: (input) => input.lineId ?? input.rollId },
  act: { kind: "PROGRESS" },
  input: z.object({ lineId: z.ulid("invalid").optional(), rollId: z.ulid("invalid").optional() }).refine(({ lineId, rollId }) => (lineId === undefined) !== (rollId === undefined), { message: "invalid" }),
  async run({ deps, actor, input }) {
    const personId = actor.personId;
    if (personId === null) return refuse("no-person");
    const line = input.lineId === undefined ? null : await deps.db.payLine.findFirst({ where: { id: input.lineId, personId }, include: { sheet: { include: { project: { select: { id: true, countyCode: true } } } } } });
    const entry = input.rollId === undefined ? null : await deps.db.musterEntry.findFirst({ where: { rollId: input.rollId, personId }, include: { roll: { include: { project: { select: { id: true, countyCode: true } } } } } });
    const project = line?.sheet.project ?? entry?.roll.project;
    if (!project) return refuse("not-found");
    const person = await deps.db.person.findUniqueOrThrow({ where: { id: personId }, select: { homeCountyCode: true } });
    const placement = await deps.db.placement.findFirst({ where: { personId, post: { workfareProjectId: project.id } }, orderBy: { id: "desc" }, select: { id: true, postId: true } });
    const closed = await deps.db.careCase.count({ where: { personId, ...(line ? { payLineId: line.id } : { rollId: input.rollId }), closedAt: { not: null } } });
    await deps.db.$transaction((tx) => openCare(deps, tx, {
      kind: line && line.result !== "PAID" ? "NOT_PAID" : "PART_PAID", onceKey: `wage:${input.lineId ?? `${input.rollId}:${personId}`}:${closed}`, personId, homeCountyCode: person.homeCountyCode, workCountyCode: project.countyCode,
      postId: placement?.postId ?? null, placementId: placement?.id ?? null, payLineId: input.lineId, rollId: input.rollId, raisedBy: speaksAs(actor),
    }));
    return ok({ lineId: input.lineId ?? null });
  },
});

const accountFields = { account: bankAccountNumber, bankName: plainLine(2, "bank-name-short", 40), ownName: tick };

/** A worker names their own account. Helpers may not: a wage goes where the worker themselves says. */
export const setOwnAccount = useCase({
  name: "set-bank-account",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => null },
  input: z.object(accountFields),
  async run({ deps, actor, input }) {
    const personId = actor.personId;
    if (personId === null) return refuse("no-person");
    if (!input.ownName) return refuse("account-own-name", { field: "ownName" });
    await deps.db.$transaction((tx) => saveBankAccount(deps, tx, { personId, account: input.account, bankName: input.bankName, holderIsPerson: true, recordedBy: actor.userId }));
    return ok({ personId });
  },
});

/** An officer records the account of somebody of the crew from the copy of their card, in the place of the one they have seen. */
export const setMemberAccount = useCase({
  name: "set-member-account",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ projectId: z.ulid("invalid"), personId: z.ulid("invalid"), seen: z.string().max(26, "invalid").default(""), ...accountFields }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "CREW");
    if (!found) return refuse("not-found");
    const crew = await loadCrew(deps.pool, input.projectId, { from: found.project.startsOn, until: addDays(found.project.endsOn, 1) });
    if (!crew.some((one) => one.personId === input.personId)) return refuse("not-found");
    return deps.db.$transaction(async (tx) => {
      await lockPersons(tx, [input.personId]);
      // the worker may have named another one meanwhile
      if (((await findBankAccount(tx, input.personId))?.id ?? "") !== input.seen) return refuse("changed-meanwhile-shown", { field: "account" });
      await saveBankAccount(deps, tx, { personId: input.personId, account: input.account, bankName: input.bankName, holderIsPerson: input.ownName, recordedBy: actor.userId });
      return ok({ personId: input.personId });
    });
  },
});
