import { z } from "zod";
import { readFactor, removeFactor, takeFactorCode } from "#app/data/second-factors.server.ts";
import { factorCode } from "#app/domain/account/second-factor.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

/** After the password: a code of the generator, or one of the list. */
export const showSecondFactor = useCase({
  name: "show-second-factor",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ code: factorCode }),
  async run({ deps, actor, input }) {
    if (actor.userId === null) return refuse("forbidden");
    const answer = await takeFactorCode(deps, actor.userId, input.code);
    return answer === "wrong" ? refuse("factor-wrong", { field: "code" }) : ok({ userId: actor.userId, answer });
  },
});

/** Goes on without a second factor, where that is allowed. */
export const removeSecondFactor = useCase({
  name: "remove-second-factor",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ code: factorCode }),
  async run({ deps, actor, input }) {
    const { userId } = actor;
    if (userId === null) return refuse("forbidden");
    if (deps.env.SECOND_FACTOR === "required") return refuse("factor-required");
    if ((await takeFactorCode(deps, userId, input.code)) === "wrong") return refuse("factor-wrong", { field: "code" });
    await deps.db.$transaction((tx) => removeFactor(tx, userId));
    return ok({ userId });
  },
});

/** An administrator takes a lost generator from somebody's account, having made sure who asks; all its sessions end. Not from their own. */
export const resetSecondFactor = useCase({
  name: "reset-second-factor",
  roles: ["ADMIN"],
  subject: { type: "user", id: (_input, value) => value.userId },
  purpose: (input) => input.reason,
  input: z.object({
    username: z.string("required").trim().toLowerCase().min(1, "required").max(60, "too-long"),
    reason: z.string("required").trim().min(4, "reason-short").max(60, "too-long"),
  }),
  async run({ deps, actor, input }) {
    const user = await deps.db.user.findUnique({ where: { username: input.username }, select: { id: true } });
    if (!user || (await readFactor(deps, user.id)).confirmedAt === null) return refuse("factor-none", { field: "username" });
    if (user.id === actor.userId) return refuse("factor-own", { field: "username" });
    await deps.db.$transaction(async (tx) => {
      await removeFactor(tx, user.id);
      await tx.loginSession.deleteMany({ where: { userId: user.id } });
    });
    return ok({ userId: user.id });
  },
});
