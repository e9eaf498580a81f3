import { readActs, standingOf } from "#app/domain/account/delegation.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "./actor.ts";
import { randomToken, sha256 } from "./crypto.server.ts";
import { isUniqueViolation } from "./database.server.ts";
import type { Deps } from "./deps.server.ts";

const IDLE_MS = 12 * 3_600_000;
const ABSOLUTE_MS = 7 * 24 * 3_600_000;
/** A session is marked as seen at most this often, so that reading pages doesn't write. */
const TOUCH_MS = 5 * 60_000;

export const SESSION_COOKIE = "jgt_session";
/** Tells a browser that has signed in before from a new one. */
export const DEVICE_COOKIE = "jgt_device";
export const DEVICE_COOKIE_SECONDS = 400 * 86_400;

export interface OpenSession {
  id: string;
  /** who acts in this request: the user, or the user for somebody */
  actor: Actor;
  /** the user themselves */
  self: Actor;
  displayName: string;
}

/** Opens a session and gives the secret for the cookie; the database keeps only its hash. */
export async function createSession(deps: Pick<Deps, "db" | "clock">, userId: string, userAgent: string | null): Promise<{ id: string; token: string; maxAgeSeconds: number }> {
  const token = randomToken();
  const id = sha256(token);
  const now = deps.clock.now();
  await deps.db.loginSession.create({
    data: { id, userId, createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + ABSOLUTE_MS), userAgent: userAgent?.slice(0, 200) ?? null },
  });
  return { id, token, maxAgeSeconds: ABSOLUTE_MS / 1_000 };
}

/** Who a cookie's secret stands for; null when it is unknown, idle for too long, over its age, or its user is locked. */
export async function readSession(deps: Pick<Deps, "db" | "clock">, token: string, requestId: string): Promise<OpenSession | null> {
  const session = await deps.db.loginSession.findUnique({
    where: { id: sha256(token) }, include: { user: true, delegation: { include: { person: { select: { nameMasked: true } } } } },
  });
  if (!session || session.user.status !== "ACTIVE") return null;
  const now = deps.clock.now();
  if (session.expiresAt <= now || now.getTime() - session.seenAt.getTime() > IDLE_MS) return null;
  if (now.getTime() - session.seenAt.getTime() > TOUCH_MS) {
    await deps.db.loginSession.updateMany({ where: { id: session.id }, data: { seenAt: now } }).catch(() => undefined);
  }
  const { user, delegation } = session;
  const self: Actor = {
    userId: user.id, role: user.role as Role, regionCode: user.regionCode, personId: user.personId, employerId: user.employerId, trainingBodyId: user.trainingBodyId, brandId: user.brandId,
    purpose: "service", requestId,
  };
  if (!delegation) return { id: session.id, displayName: user.displayName, self, actor: self };
  const acts = readActs(delegation.acts);
  const over = delegation.helperUserId !== user.id || standingOf({ ...delegation, acts }, now) !== "STANDS";
  const actor: Actor = {
    ...self, role: "SEEKER", regionCode: null, employerId: null, trainingBodyId: null, brandId: null, personId: over ? null : delegation.personId,
    actingFor: { delegationId: delegation.id, nameMasked: delegation.person.nameMasked, acts, helperRole: self.role, over },
  };
  return { id: session.id, displayName: user.displayName, self, actor };
}

/** From now on the session acts under a consent, or, with null, for its user again. */
export async function actUnder(deps: Pick<Deps, "db">, sessionId: string, delegationId: string | null): Promise<void> {
  await deps.db.loginSession.updateMany({ where: { id: sessionId }, data: { delegationId } });
}

export async function endSession(deps: Pick<Deps, "db">, id: string): Promise<void> {
  await deps.db.loginSession.deleteMany({ where: { id } });
}

/** A user's open sessions, newest first, to be looked at and ended one by one. */
export async function listSessions(deps: Pick<Deps, "db" | "clock">, userId: string) {
  const now = deps.clock.now();
  return deps.db.loginSession.findMany({
    where: { userId, expiresAt: { gt: now }, seenAt: { gte: new Date(now.getTime() - IDLE_MS) } },
    orderBy: { seenAt: "desc" },
    select: { id: true, createdAt: true, seenAt: true, userAgent: true },
  });
}

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
