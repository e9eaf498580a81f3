import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "./actor.ts";
import { randomToken, sha256 } from "./crypto.server.ts";
import type { Deps } from "./deps.server.ts";

const IDLE_MS = 12 * 3_600_000;
const ABSOLUTE_MS = 7 * 24 * 3_600_000;
/** A session is marked as seen at most this often, so that reading pages doesn't write. */
const TOUCH_MS = 5 * 60_000;

export const SESSION_COOKIE = "jgt_session";

export interface OpenSession {
  id: string;
  actor: Actor;
  displayName: string;
}

/** Opens a session and gives the secret for the cookie; the database keeps only its hash. */
export async function createSession(deps: Pick<Deps, "db" | "clock">, userId: string, userAgent: string | null): Promise<{ token: string; maxAgeSeconds: number }> {
  const token = randomToken();
  const now = deps.clock.now();
  await deps.db.loginSession.create({
    data: { id: sha256(token), userId, createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + ABSOLUTE_MS), userAgent: userAgent?.slice(0, 200) ?? null },
  });
  return { token, maxAgeSeconds: ABSOLUTE_MS / 1_000 };
}

/** Who a cookie's secret stands for; null when it is unknown, idle for too long, over its age, or its user is locked. */
export async function readSession(deps: Pick<Deps, "db" | "clock">, token: string, requestId: string): Promise<OpenSession | null> {
  const session = await deps.db.loginSession.findUnique({ where: { id: sha256(token) }, include: { user: true } });
  if (!session || session.user.status !== "ACTIVE") return null;
  const now = deps.clock.now();
  if (session.expiresAt <= now || now.getTime() - session.seenAt.getTime() > IDLE_MS) return null;
  if (now.getTime() - session.seenAt.getTime() > TOUCH_MS) {
    await deps.db.loginSession.updateMany({ where: { id: session.id }, data: { seenAt: now } }).catch(() => undefined);
  }
  const { user } = session;
  return {
    id: session.id,
    displayName: user.displayName,
    actor: {
      userId: user.id, role: user.role as Role, regionCode: user.regionCode, personId: user.personId, employerId: user.employerId,
      purpose: "service", requestId,
    },
  };
}

export async function endSession(deps: Pick<Deps, "db">, id: string): Promise<void> {
  await deps.db.loginSession.deleteMany({ where: { id } });
}

/** A user's open sessions, newest first, to be looked at and ended one by one. */
export async function listSessions(deps: Pick<Deps, "db" | "clock">, userId: string) {
  return deps.db.loginSession.findMany({
    where: { userId, expiresAt: { gt: deps.clock.now() } },
    orderBy: { seenAt: "desc" },
    select: { id: true, createdAt: true, seenAt: true, userAgent: true },
  });
}
