import { newKeyPair, signText } from "#app/platform/signed-text.server.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

type KeyDeps = Pick<Deps, "db" | "crypto" | "clock" | "newId">;

/** The key that signs now; made when there is none, and only once however many ask. */
async function signingKey(deps: KeyDeps): Promise<{ id: string; privateKeyEnc: string }> {
  const active = () => deps.db.certificateKey.findUnique({ where: { activeKey: "ACTIVE" }, select: { id: true, privateKeyEnc: true } });
  const known = await active();
  if (known) return known;
  const { publicKey, privateKey } = newKeyPair();
  const made = { id: deps.newId(), publicKey, privateKeyEnc: deps.crypto.encrypt("certificate.key", privateKey), activeKey: "ACTIVE", createdAt: deps.clock.now() };
  try {
    await deps.db.certificateKey.create({ data: made });
    return made;
  } catch (error) {
    const first = isUniqueViolation(error) ? await active() : null;
    if (first) return first;
    throw error;
  }
}

export async function signWithKey(deps: KeyDeps, payload: unknown): Promise<{ keyId: string; text: string }> {
  const key = await signingKey(deps);
  return { keyId: key.id, text: signText(key.id, deps.crypto.decrypt("certificate.key", key.privateKeyEnc), payload) };
}

export async function hasSigningKey(deps: Pick<Deps, "db">): Promise<boolean> {
  return (await deps.db.certificateKey.count({ where: { activeKey: "ACTIVE" } })) > 0;
}

/** Public keys by id: the one that signs and all that ever did, since their certificates still hold. */
export async function readPublicKeys(deps: Pick<Deps, "db">): Promise<Map<string, string>> {
  const keys = await deps.db.certificateKey.findMany({ select: { id: true, publicKey: true }, orderBy: { id: "asc" } });
  return new Map(keys.map((key) => [key.id, key.publicKey]));
}
