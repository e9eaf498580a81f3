import { hash, verify } from "@node-rs/argon2";

/** argon2id; OWASP's first recommendation for a server of this size. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
let decoy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Takes as long for a name nobody has (`null`) as for a wrong password. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const right = await verify(passwordHash ?? (await decoy), password, OPTIONS);
  return passwordHash !== null && right;
}
