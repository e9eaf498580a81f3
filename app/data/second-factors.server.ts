import { randomBytes } from "node:crypto";
import { type FactorAnswer, RECOVERY_CODES } from "#app/domain/account/second-factor.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { base32, SECRET_BYTES, stepOfCode } from "#app/platform/totp.server.ts";

const RECOVERY_BYTES = 10;

export interface FactorState {
  confirmedAt: Date | null;
  /** the secret that is being set up, for the QR code; null: none is */
  beingSetUp: Uint8Array | null;
  recoveryLeft: number;
}

/** Ciphertext of a generator's secret; bound to the account, it opens under no other. */
const seal = ({ crypto }: Pick<Deps, "crypto">, userId: string, secret: Uint8Array) => crypto.encryptBytes("second-factor.secret", userId, secret);
const unseal = ({ crypto }: Pick<Deps, "crypto">, userId: string, sealed: Uint8Array) => crypto.decryptBytes("second-factor.secret", userId, sealed);
const recoveryHash = (userId: string, code: string) => sha256(`recovery|${userId}|${code}`);

export async function readFactor(deps: Pick<Deps, "db" | "crypto">, userId: string): Promise<FactorState> {
  const [factor, recoveryLeft] = await Promise.all([deps.db.secondFactor.findUnique({ where: { userId } }), deps.db.recoveryCode.count({ where: { userId, usedAt: null } })]);
  return { confirmedAt: factor?.confirmedAt ?? null, beingSetUp: factor?.nextSecretEnc ? unseal(deps, userId, factor.nextSecretEnc) : null, recoveryLeft };
}

/** A fresh secret to be set up; one in force stays so until a code of the new one has been right. */
export async function beginFactor(deps: Pick<Deps, "db" | "crypto" | "clock">, userId: string): Promise<void> {
  const nextSecretEnc = seal(deps, userId, randomBytes(SECRET_BYTES));
  await deps.db.secondFactor.upsert({ where: { userId }, create: { userId, nextSecretEnc, recordedAt: deps.clock.now() }, update: { nextSecretEnc } });
}

/** Puts the secret that is being set up in force, once, by a code of it, with new recovery codes; null: the code is not of it. */
export async function confirmFactor(deps: Pick<Deps, "db" | "crypto" | "clock">, tx: Tx, userId: string, code: string): Promise<string[] | null> {
  const now = deps.clock.now();
  const factor = await tx.secondFactor.findUnique({ where: { userId } });
  if (!factor?.nextSecretEnc) return null;
  const step = stepOfCode(unseal(deps, userId, factor.nextSecretEnc), code, now);
  if (step === null) return null;
  const taken = await tx.secondFactor.updateMany({
    where: { userId, nextSecretEnc: factor.nextSecretEnc }, data: { secretEnc: factor.nextSecretEnc, nextSecretEnc: null, confirmedAt: now, lastStep: step },
  });
  if (taken.count === 0) return null;
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)));
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((one) => ({ userId, codeHash: recoveryHash(userId, one) })) });
  return codes;
}

/** Whether a code opens the account now. Each is taken once, however many come at the same moment: a generator's by its time step, the list's by its row. */
export async function takeFactorCode(deps: Pick<Deps, "db" | "crypto" | "clock">, userId: string, code: string): Promise<FactorAnswer> {
  const now = deps.clock.now();
  if (!/^\d{6}$/.test(code)) {
    const used = await deps.db.recoveryCode.updateMany({ where: { userId, codeHash: recoveryHash(userId, code), usedAt: null }, data: { usedAt: now } });
    return used.count === 1 ? "recovery" : "wrong";
  }
  const factor = await deps.db.secondFactor.findUnique({ where: { userId } });
  const step = factor?.secretEnc ? stepOfCode(unseal(deps, userId, factor.secretEnc), code, now) : null;
  if (step === null) return "wrong";
  const taken = await deps.db.secondFactor.updateMany({ where: { userId, lastStep: { lt: step }, secretEnc: factor!.secretEnc }, data: { lastStep: step } });
  return taken.count === 1 ? "right" : "wrong";
}

export async function removeFactor(tx: Tx, userId: string): Promise<void> {
  await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
}
