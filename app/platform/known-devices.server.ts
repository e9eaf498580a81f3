import { sha256 } from "./crypto.server.ts";
import { isUniqueViolation } from "./database.server.ts";
import type { Deps } from "./deps.server.ts";

/** Tells a browser that has signed in before from a new one. */
export const DEVICE_COOKIE = "jgt_device";
export const DEVICE_COOKIE_SECONDS = 400 * 86_400;

/**
 * Remembers the browser a user signed in from. A person whose account is opened from one it has not been opened from before
 * gets a notice; the very first one is their own.
 */
export async function noteDevice(deps: Pick<Deps, "db" | "clock" | "newId">, userId: string, deviceSecret: string, sessionId: string): Promise<void> {
  const deviceHash = sha256(deviceSecret);
  const now = deps.clock.now();
  const [known, user] = await Promise.all([
    deps.db.knownDevice.findMany({ where: { userId }, select: { deviceHash: true }, take: 200 }),
    deps.db.user.findUnique({ where: { id: userId }, select: { personId: true } }),
  ]);
  if (known.some((one) => one.deviceHash === deviceHash)) return;
  try {
    await deps.db.$transaction(async (tx) => {
      await tx.knownDevice.create({ data: { userId, deviceHash, firstSeenAt: now } });
      if (known.length > 0 && user?.personId) {
        await tx.notice.create({ data: { id: deps.newId(), personId: user.personId, kind: "new-sign-in", onceKey: `sign-in:${sessionId}`, recordedAt: now } });
      }
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/** Whether one of these accounts has been opened from this browser before. */
export async function isKnownDevice({ db }: Pick<Deps, "db">, userIds: readonly string[], deviceSecret: string | null): Promise<boolean> {
  if (deviceSecret === null || userIds.length === 0) return false;
  return (await db.knownDevice.count({ where: { userId: { in: [...userIds] }, deviceHash: sha256(deviceSecret) } })) > 0;
}
