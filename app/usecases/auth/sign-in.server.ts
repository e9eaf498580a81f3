import { z } from "zod";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { verifyPassword } from "#app/platform/passwords.server.ts";

const schema = z.object({
  username: z.string("required").trim().toLowerCase().min(1, "required").max(60, "too-long"),
  password: z.string("required").min(1, "required").max(200, "too-long"),
});

/**
 * Checks a name and password. A name nobody has costs the same time as a wrong password and gets the same
 * answer, so that nobody can find out who is registered.
 */
export async function signIn(deps: Pick<Deps, "db">, raw: unknown): Promise<Result<{ userId: string }>> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => ({ code: issue.message, field: String(issue.path[0]) })) };
  }
  const user = await deps.db.user.findUnique({ where: { username: parsed.data.username } });
  const right = await verifyPassword(user?.passwordHash ?? null, parsed.data.password);
  if (!user || !right) return refuse("sign-in-failed");
  if (user.status !== "ACTIVE") return refuse("account-locked");
  return ok({ userId: user.id });
}
