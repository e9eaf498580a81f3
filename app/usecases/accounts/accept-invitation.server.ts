import { z } from "zod";
import { readInvitation } from "#app/data/invitations.server.ts";
import { isOwnNumber, newPassword } from "#app/domain/account/password.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { hashPassword } from "#app/platform/passwords.server.ts";
import { useCase } from "../use-case.server.ts";

/** Whoever holds the link sets the password of the account it is for; once, and while it stands. All sessions of the account end. */
export const acceptInvitation = useCase({
  name: "accept-invitation",
  roles: ["SYSTEM"],
  subject: { type: "user", id: (_input, value) => value.userId },
  input: z.object({ token: z.string("invitation-over").min(20, "invitation-over").max(80, "invitation-over"), password: newPassword }),
  async run({ deps, input }) {
    const found = await readInvitation(deps, input.token);
    if (!found) return refuse("invitation-over");
    if (isOwnNumber(input.password, [found.user.username])) return refuse("password-user-name", { field: "password" });
    const passwordHash = await hashPassword(input.password);
    const now = deps.clock.now();
    return deps.db.$transaction(async (tx) => {
      // the account first, as whoever closes it does
      await tx.$queryRaw`SELECT id FROM user_account WHERE id = ${found.user.id} FOR UPDATE`;
      const used = await tx.accountInvitation.updateMany({ where: { id: found.id, openKey: found.user.id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now, openKey: null } });
      if (used.count !== 1) return refuse("invitation-over");
      await tx.user.update({ where: { id: found.user.id }, data: { passwordHash } });
      await tx.loginSession.deleteMany({ where: { userId: found.user.id } });
      return ok({ userId: found.user.id, username: found.user.username });
    });
  },
});
