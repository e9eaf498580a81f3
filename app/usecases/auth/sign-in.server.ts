import { z } from "zod";
import { MOBILE, phoneDigits } from "#app/domain/phone.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { verifyPassword } from "#app/platform/passwords.server.ts";

export const signInSchema = z.object({
  username: z.string("required").trim().toLowerCase().min(1, "required").max(60, "too-long"),
  password: z.string("required").min(1, "required").max(200, "too-long"),
});

/** A telephone may be a household's: so many passwords are always compared for one, so that the time doesn't tell how many there are. */
const COMPARED_FOR_A_PHONE = 3;

/**
 * Checks a password against the account of a name, or those of a telephone or resident ID. A name nobody has costs the same
 * time as a wrong password and gets the same answer, so that nobody can find out who is registered.
 */
export async function signIn(deps: Pick<Deps, "db" | "crypto">, raw: unknown): Promise<Result<{ userId: string }>> {
  const parsed = signInSchema.safeParse(raw);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => ({ code: issue.message, field: String(issue.path[0]) })) };
  }
  const { username, password } = parsed.data;
  const { users, least } = await findUsers(deps, username);
  const hashes = [...users.map((one) => one.passwordHash), ...Array<null>(Math.max(0, least - users.length)).fill(null)];
  const right = await Promise.all(hashes.map((hash) => verifyPassword(hash, password)));
  const matching = users.filter((_user, index) => right[index]);
  if (matching.length > 1) return refuse("sign-in-which");
  const [user] = matching;
  if (!user) return refuse("sign-in-failed");
  if (user.status !== "ACTIVE") return refuse("account-locked");
  return ok({ userId: user.id });
}

/** The accounts a name to sign in with may mean; what is known of the browser is looked up for these. */
export async function idsOfName(deps: Pick<Deps, "db" | "crypto">, username: string): Promise<string[]> {
  return (await findUsers(deps, username.trim().toLowerCase().slice(0, 60))).users.map(({ id }) => id);
}

async function findUsers({ db, crypto }: Pick<Deps, "db" | "crypto">, username: string) {
  const select = { id: true, passwordHash: true, status: true } as const;
  const phone = phoneDigits(username);
  if (MOBILE.test(phone)) {
    const users = await db.user.findMany({ where: { passwordHash: { not: null }, OR: [{ username }, { person: { phoneIndex: { in: crypto.blindIndexes("person.phone", phone) } } }] }, select });
    return { users, least: COMPARED_FOR_A_PHONE };
  }
  const id = parseResidentId(username);
  const where = id.ok ? { OR: [{ username }, { person: { idNumberIndex: { in: crypto.blindIndexes("person.idNumber", id.id) } } }] } : { username };
  return { users: await db.user.findMany({ where, select, take: 2 }), least: 1 };
}
