import { readActs, standingOf } from "#app/domain/account/delegation.ts";
import { awaitedFactor, FACTOR_MINUTES } from "#app/domain/account/second-factor.ts";
import { SECRETS_APART_MS, SECRETS_OVERLAP_MS, sessionLimits } from "#app/domain/account/session-limits.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "./actor.ts";
import { randomToken, sha256 } from "./crypto.server.ts";
import type { Deps } from "./deps.server.ts";

/** A session is marked as seen at most this often, so that reading pages doesn't write. */
const TOUCH_MS = 5 * 60_000;

export const SESSION_COOKIE = "jgt_session";

type Needs = Pick<Deps, "db" | "clock" | "env">;

export interface OpenSession {
  id: string;
  /** who acts in this request: the user, or the user for somebody */
  actor: Actor;
  /** the user themselves */
  self: Actor;
  displayName: string;
  /** its cookie's secret is old enough for another */
  renew: boolean;
}

/** Somebody whose password was right and who has yet to show, or to set up, a second factor: nothing is open to them but that. */
export interface AwaitedSession {
  id: string;
  self: Actor;
  step: "CODE" | "ENROL";
}

export interface NewSecret {
  token: string;
  maxAgeSeconds: number;
}

/** Opens a session and gives the secret for the cookie; the database keeps only its hash. `factorShown`: the second factor was. */
export async function createSession(
  deps: Pick<Deps, "db" | "clock">, userId: string, userAgent: string | null, { factorShown = false }: { factorShown?: boolean } = {},
): Promise<NewSecret & { id: string }> {
  const token = randomToken();
  const id = sha256(token);
  const now = deps.clock.now();
  const { role } = await deps.db.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } });
  const { absoluteMs } = sessionLimits(role as Role);
  await deps.db.loginSession.create({
    data: {
      id, userId, role, createdAt: now, seenAt: now, renewedAt: now, factorAt: factorShown ? now : null, expiresAt: new Date(now.getTime() + absoluteMs), userAgent: userAgent?.slice(0, 200) ?? null,
      secrets: { create: { hash: id, issuedAt: now, seenAt: now } },
    },
  });
  return { id, token, maxAgeSeconds: absoluteMs / 1_000 };
}

/** Who a cookie's secret stands for; null when it is unknown, idle for too long, over its age, its user is locked, or it waits for a second factor. */
export async function readSession(deps: Needs, token: string, requestId: string): Promise<OpenSession | null> {
  return (await lookUpSession(deps, token, requestId)).open;
}

/** The session of a cookie's secret: open, or waiting for a second factor, or neither. */
export async function lookUpSession(deps: Needs, token: string, requestId: string): Promise<{ open: OpenSession | null; awaited: AwaitedSession | null }> {
  const none = { open: null, awaited: null };
  const secret = await deps.db.sessionSecret.findUnique({
    where: { hash: sha256(token) },
    include: { session: { include: { user: { include: { secondFactor: { select: { confirmedAt: true } } } }, delegation: { include: { person: { select: { nameMasked: true } } } } } } },
  });
  const now = deps.clock.now();
  if (!secret || (secret.endsAt !== null && secret.endsAt <= now)) return none;
  const { session } = secret;
  const { user, delegation } = session;
  const role = user.role as Role;
  const limits = sessionLimits(role);
  if (user.status !== "ACTIVE" || session.expiresAt <= now || now.getTime() - session.seenAt.getTime() > limits.idleMs) return none;
  // opened in another role: what its secret was handed out for is no more
  if (session.role !== null && session.role !== role) return none;
  const self: Actor = {
    userId: user.id, role, regionCode: user.regionCode, personId: user.personId, employerId: user.employerId, trainingBodyId: user.trainingBodyId, brandId: user.brandId,
    purpose: "service", requestId,
  };
  const step = awaitedFactor({ role, has: (user.secondFactor?.confirmedAt ?? null) !== null, shown: session.factorAt !== null, required: deps.env.SECOND_FACTOR === "required" });
  if (step !== null) return now.getTime() - session.createdAt.getTime() > FACTOR_MINUTES * 60_000 ? none : { open: null, awaited: { id: session.id, self, step } };
  if (secret.seenAt === null) await noteFirstUse(deps, session.id, secret.hash);
  if (now.getTime() - session.seenAt.getTime() > TOUCH_MS) {
    await deps.db.loginSession.updateMany({ where: { id: session.id }, data: { seenAt: now } }).catch(() => undefined);
  }
  const renew = secret.endsAt === null && now.getTime() - secret.issuedAt.getTime() > limits.renewMs;
  const open = { id: session.id, displayName: user.displayName, self, renew };
  if (!delegation) return { open: { ...open, actor: self }, awaited: null };
  const acts = readActs(delegation.acts);
  const over = delegation.helperUserId !== user.id || standingOf({ ...delegation, acts }, now) !== "STANDS";
  const actor: Actor = {
    ...self, role: "SEEKER", regionCode: null, employerId: null, trainingBodyId: null, brandId: null, personId: over ? null : delegation.personId,
    actingFor: { delegationId: delegation.id, nameMasked: delegation.person.nameMasked, acts, helperRole: self.role, over },
  };
  return { open: { ...open, actor }, awaited: null };
}

/** A new secret came back, so its browser has it: those before end once what is under way is through. A database that only reads leaves them all good. */
async function noteFirstUse({ db, clock }: Pick<Deps, "db" | "clock">, sessionId: string, hash: string): Promise<void> {
  const now = clock.now();
  await db.$transaction([
    db.sessionSecret.updateMany({ where: { sessionId, hash: { not: hash }, endsAt: null, seenAt: { not: null } }, data: { endsAt: new Date(now.getTime() + SECRETS_OVERLAP_MS) } }),
    db.sessionSecret.updateMany({ where: { hash, seenAt: null }, data: { seenAt: now, endsAt: null } }),
  ]).catch(() => undefined);
}

/**
 * Another secret for a session, one for all requests that ask at the same moment; null: there is one on its way already, or none can be written.
 * The one before stays good until the new one has come back, so that nobody on a bad line is signed out by an answer that never arrived.
 * `due`: what the session may do has changed, so no other one on its way will do.
 */
export async function renewSecret({ db, clock }: Pick<Deps, "db" | "clock">, sessionId: string, { due = false }: { due?: boolean } = {}): Promise<NewSecret | null> {
  const now = clock.now();
  const token = randomToken();
  try {
    return await db.$transaction(async (tx) => {
      const taken = await tx.loginSession.updateMany({
        where: { id: sessionId, ...(due ? {} : { OR: [{ renewedAt: null }, { renewedAt: { lt: new Date(now.getTime() - SECRETS_APART_MS) } }] }) }, data: { renewedAt: now },
      });
      if (taken.count === 0) return null;
      await tx.sessionSecret.deleteMany({ where: { sessionId, endsAt: { lte: now } } });
      // one that never came back may still do so
      await tx.sessionSecret.updateMany({ where: { sessionId, seenAt: null, endsAt: null }, data: { endsAt: new Date(now.getTime() + SECRETS_OVERLAP_MS) } });
      await tx.sessionSecret.create({ data: { hash: sha256(token), sessionId, issuedAt: now } });
      const { expiresAt } = await tx.loginSession.findUniqueOrThrow({ where: { id: sessionId }, select: { expiresAt: true } });
      return { token, maxAgeSeconds: Math.max(0, Math.round((expiresAt.getTime() - now.getTime()) / 1_000)) };
    });
  } catch {
    return null;
  }
}

/** What a session that opens now without a second factor would wait for. */
export async function awaitedStep({ db, env }: Pick<Deps, "db" | "env">, userId: string): Promise<"CODE" | "ENROL" | null> {
  const { role, secondFactor } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true, secondFactor: { select: { confirmedAt: true } } } });
  return awaitedFactor({ role: role as Role, has: (secondFactor?.confirmedAt ?? null) !== null, shown: false, required: env.SECOND_FACTOR === "required" });
}

/** From now on the session acts under a consent, or, with null, for its user again. */
export async function actUnder(deps: Pick<Deps, "db">, sessionId: string, delegationId: string | null): Promise<void> {
  await deps.db.loginSession.updateMany({ where: { id: sessionId }, data: { delegationId } });
}

export async function endSession(deps: Pick<Deps, "db">, id: string): Promise<void> {
  await deps.db.loginSession.deleteMany({ where: { id } });
}

/** A user's open sessions, newest first, to be looked at and ended one by one. */
export async function listSessions(deps: Pick<Deps, "db" | "clock">, userId: string, role: Role) {
  const now = deps.clock.now();
  return deps.db.loginSession.findMany({
    where: { userId, expiresAt: { gt: now }, seenAt: { gte: new Date(now.getTime() - sessionLimits(role).idleMs) } },
    orderBy: { seenAt: "desc" },
    select: { id: true, createdAt: true, seenAt: true, userAgent: true },
  });
}
