import { z } from "zod";
import { loadCrew } from "#app/data/workfare/crew.server.ts";
import { findProjectFor } from "#app/data/workfare/projects.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";
import { accountFields } from "./account-fields.ts";
import { replaceSeenAccount } from "./replace-seen.server.ts";

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
    const account = { personId: input.personId, account: input.account, bankName: input.bankName, holderIsPerson: input.ownName, recordedBy: actor.userId };
    const id = await deps.db.$transaction((tx) => replaceSeenAccount(deps, tx, input.seen, account));
    return id === null ? refuse("changed-meanwhile-shown", { field: "account" }) : ok({ personId: input.personId });
  },
});
