import { z } from "zod";
import { accountsOfPhone } from "#app/data/accounts.server.ts";
import { giveProof, readProof, readTicket, tryCode, useProof } from "#app/data/phone-codes.server.ts";
import { phoneCode } from "#app/domain/account/phone-code.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** Who is signed in, or the proof with which the browser goes on: to choose a name, or to register. */
export type Redeemed = { userId: string; proof: null; next: "signed-in" } | { userId: null; proof: string; next: "choose" | "register" };

/**
 * A code is typed; it opens something once. The one account on its telephone is signed in; of several the person chooses; without
 * one they register.
 */
export const redeemPhoneCode = useCase({
  name: "redeem-phone-code",
  roles: ["SYSTEM"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ ticket: z.string("invalid").length(43, "code-over"), code: phoneCode }),
  async run({ deps, input }) {
    const answer = await tryCode(deps, input.ticket, input.code, ["SIGN_IN", "REGISTER"]);
    if (answer === "over") return refuse("code-over");
    if (answer === "wrong") return refuse("code-wrong", { field: "code" });
    const ticket = (await readTicket(deps, input.ticket))!;
    const go = async (next: "choose" | "register") => ok<Redeemed>({ userId: null, proof: await giveProof(deps, input.ticket), next });
    if (ticket.purpose === "REGISTER") return go("register");
    const accounts = await accountsOfPhone(deps, ticket.phone);
    if (accounts.length === 0) return go("register");
    const open = accounts.filter(({ locked }) => !locked);
    if (open.length === 0) return refuse("account-locked");
    if (open.length > 1) return go("choose");
    return ok<Redeemed>({ userId: open[0]!.userId, proof: null, next: "signed-in" });
  },
});

/** Of several people on one telephone, one says who they are; the proof is used up. */
export const chooseAccount = useCase({
  name: "choose-account",
  roles: ["SYSTEM"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ proof: z.string("not-found").length(43, "not-found"), userId: z.ulid("not-found") }),
  async run({ deps, input }) {
    const proof = await readProof(deps, input.proof);
    if (!proof) return refuse("proof-over");
    const account = (await accountsOfPhone(deps, proof.phone)).find(({ userId }) => userId === input.userId);
    if (!account) return refuse("not-found");
    if (account.locked) return refuse("account-locked");
    const used = await deps.db.$transaction((tx) => useProof(deps, tx, proof.id));
    return used ? ok({ userId: account.userId }) : refuse("proof-over");
  },
});
