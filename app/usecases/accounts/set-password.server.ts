import { z } from "zod";
import { readTicket, tryCode } from "#app/data/phone-codes.server.ts";
import { isOwnNumber, newPassword } from "#app/domain/account/password.ts";
import { phoneCode } from "#app/domain/account/phone-code.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { ROLES } from "#app/domain/terms.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { hashPassword, verifyPassword } from "#app/platform/passwords.server.ts";
import { useCase } from "../use-case.server.ts";

const blank = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Sets or changes one's own password, with the one in force or a fresh code to one's telephone. All other sessions end. */
export const setPassword = useCase({
  name: "set-password",
  roles: ROLES,
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ password: newPassword, currentPassword: blank(z.string().max(200, "too-long")), ticket: blank(z.string().length(43, "code-over")), code: blank(phoneCode), sessionId: z.string().length(43, "invalid") }),
  async run({ deps, actor, input }) {
    const user = actor.userId === null ? null : await deps.db.user.findUnique({ where: { id: actor.userId }, include: { person: { select: { phoneEnc: true, idNumberEnc: true } } } });
    if (!user) return refuse("forbidden");
    const { person } = user;
    const numbers = person ? [person.phoneEnc && deps.crypto.decrypt("person.phone", person.phoneEnc), deps.crypto.decrypt("person.idNumber", person.idNumberEnc)] : [];
    if (isOwnNumber(input.password, numbers)) return refuse("password-own-number", { field: "password" });
    const refusal = input.ticket !== undefined ? await refuseCode(deps, user.id, input.ticket, input.code) : await refuseCurrent(user.passwordHash, input.currentPassword);
    if (refusal) return refusal;
    const passwordHash = await hashPassword(input.password);
    const [, ended] = await deps.db.$transaction([
      deps.db.user.update({ where: { id: user.id }, data: { passwordHash } }),
      deps.db.loginSession.deleteMany({ where: { userId: user.id, id: { not: input.sessionId } } }),
    ]);
    return ok({ userId: user.id, endedSessions: ended.count });
  },
});

async function refuseCurrent(passwordHash: string | null, current: string | undefined): Promise<Result<never> | null> {
  if (passwordHash === null) return refuse("code-or-password");
  if (current === undefined) return refuse("required", { field: "currentPassword" });
  return (await verifyPassword(passwordHash, current)) ? null : refuse("current-password-wrong", { field: "currentPassword" });
}

async function refuseCode(deps: Deps, userId: string, ticket: string, code: string | undefined): Promise<Result<never> | null> {
  if (code === undefined) return refuse("required", { field: "code" });
  if ((await readTicket(deps, ticket))?.userId !== userId) return refuse("code-over");
  const answer = await tryCode(deps, ticket, code, ["PASSWORD"]);
  return answer === "right" ? null : answer === "wrong" ? refuse("code-wrong", { field: "code" }) : refuse("code-over");
}
