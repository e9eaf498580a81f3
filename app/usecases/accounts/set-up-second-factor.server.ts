import { z } from "zod";
import { beginFactor, confirmFactor, readFactor, takeFactorCode } from "#app/data/second-factors.server.ts";
import { factorCode } from "#app/domain/account/second-factor.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { useCase } from "../use-case.server.ts";

const blank = z.preprocess((value) => (value === "" ? undefined : value), factorCode.optional());

/** Somebody of a bureau begins to set up a code generator; who has one already shows a code of it first. */
export const beginSecondFactor = useCase({
  name: "begin-second-factor",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ code: blank }),
  async run({ deps, actor, input }) {
    if (actor.userId === null) return refuse("forbidden");
    if ((await readFactor(deps, actor.userId)).confirmedAt !== null) {
      if (input.code === undefined) return refuse("required", { field: "code" });
      if ((await takeFactorCode(deps, actor.userId, input.code)) === "wrong") return refuse("factor-wrong", { field: "code" });
    }
    await beginFactor(deps, actor.userId);
    return ok({ userId: actor.userId });
  },
});

/**
 * A code of the generator that is being set up puts it in force. This session has shown it thereby; all others end. The recovery
 * codes are told this once.
 */
export const confirmSecondFactor = useCase({
  name: "confirm-second-factor",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ code: factorCode, sessionId: z.string().length(43, "invalid") }),
  async run({ deps, actor, input }) {
    const { userId } = actor;
    if (userId === null) return refuse("forbidden");
    const recoveryCodes = await deps.db.$transaction(async (tx) => {
      const codes = await confirmFactor(deps, tx, userId, input.code);
      if (codes === null) return null;
      await tx.loginSession.updateMany({ where: { id: input.sessionId, userId }, data: { factorAt: deps.clock.now() } });
      await tx.loginSession.deleteMany({ where: { userId, id: { not: input.sessionId } } });
      return codes;
    });
    return recoveryCodes === null ? refuse("factor-wrong", { field: "code" }) : ok({ userId, recoveryCodes });
  },
});
