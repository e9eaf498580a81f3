import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import { PROOF_MINUTES } from "#app/domain/account/phone-code.ts";
import { randomToken, sha256 } from "../crypto.server.ts";
import type { Deps } from "../deps.server.ts";
import { DEVICE_COOKIE, DEVICE_COOKIE_SECONDS, isKnownDevice, noteDevice } from "../known-devices.server.ts";
import "../load-context.ts";
import { awaitedStep, createSession, endSession, lookUpSession, type OpenSession, readSession, renewSecret, SESSION_COOKIE } from "../sessions.server.ts";
import { noteSignedIn } from "./overload.server.ts";
import type { RateLimits } from "./rate-limits.server.ts";

const RETRY_AFTER_SECONDS = 300;
const PROOF_COOKIE = "jgt_phone";

/** Builds what loaders are handed: the dependencies, and who asks, from the session cookie. */
export function loadContextFor(deps: Deps, limits: RateLimits) {
  const secure = deps.env.PUBLIC_URL?.startsWith("https:") ?? false;
  const cookie = (name: string, value: string, maxAgeSeconds: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? "; Secure" : ""}`;
  return async (request: Request, response: Response): Promise<AppLoadContext> => {
    const requestId = String(response.locals.requestId);
    const address = request.ip ?? "unknown";
    const token = cookieOf(request, SESSION_COOKIE);
    const { open: session, awaited } = token ? await lookUpSession(deps, token, requestId) : { open: null, awaited: null };
    if (session) noteSignedIn(token!);
    const sessionId = session?.id ?? awaited?.id ?? null;
    const device = cookieOf(request, DEVICE_COOKIE);
    const tryOf = async (subject: string, userIds: readonly string[]) => ({ subject, address, device: (await isKnownDevice(deps, userIds, device)) ? sha256(device!) : null });
    // a name to sign in with may be a telephone or a resident ID: a key in Redis holds its keyed hash
    const nameOf = (username: string) => `name|${deps.crypto.blindIndex("sign-in.name", username.trim().toLowerCase().slice(0, 60))}`;
    const renew = async (options: { due?: boolean }) => {
      const secret = session && (await renewSecret(deps, session.id, options));
      if (secret) response.append("Set-Cookie", cookie(SESSION_COOKIE, secret.token, secret.maxAgeSeconds));
    };
    if (session?.renew && request.method === "GET") await renew({});
    const context: AppLoadContext = {
      deps,
      actor: session?.actor ?? null,
      self: session?.self ?? null,
      awaited,
      signedOut: token !== null && session === null && awaited === null,
      sessionId: session?.id ?? null,
      requestId,
      resting: false,
      rest() {
        context.resting = true;
        answerAsResting(response);
      },
      origin: deps.env.PUBLIC_URL?.replace(/\/$/, "") ?? `${request.protocol}://${request.get("host")}`,
      visitorKey: deps.crypto.blindIndex("visitor.address", `${address}|${deps.clock.today()}`),
      reportWait: () => limits.reportWait(address),
      signInWait: async (username, userIds) => limits.tryWait(await tryOf(nameOf(username), userIds)),
      signInDone: async (username, userIds) => limits.tryDone(await tryOf(nameOf(username), userIds)),
      proofWait: async (userId) => limits.tryWait(await tryOf(`own|${userId}`, [userId])),
      proofDone: async (userId) => limits.tryDone(await tryOf(`own|${userId}`, [userId])),
      registerWait: () => limits.registerWait(address),
      codeWait: (phone) => limits.codeWait(address, phone),
      codeTryWait: () => limits.codeTryWait(address),
      phoneProof: cookieOf(request, PROOF_COOKIE),
      keepPhoneProof: (proof) => cookie(PROOF_COOKIE, proof ?? "", proof === null ? 0 : PROOF_MINUTES * 60),
      async startSession(userId, options) {
        const { id, token, maxAgeSeconds } = await createSession(deps, userId, request.get("user-agent") ?? null, options);
        if (sessionId !== null) await endSession(deps, sessionId);
        const browser = device ?? randomToken();
        response.append("Set-Cookie", cookie(DEVICE_COOKIE, browser, DEVICE_COOKIE_SECONDS));
        // a browser becomes known once everything that is asked for has been shown in it
        if (options?.factorShown || (await awaitedStep(deps, userId)) === null) await noteDevice(deps, userId, browser, id);
        return cookie(SESSION_COOKIE, token, maxAgeSeconds);
      },
      renewSession: () => renew({ due: true }),
      async endSession() {
        if (sessionId !== null) await endSession(deps, sessionId);
        return cookie(SESSION_COOKIE, "", 0);
      },
    };
    return context;
  };
}

/** Whatever the pages make of it, the answer is a 503 that says when to return. */
function answerAsResting(response: Response): void {
  const plain = response.writeHead.bind(response) as (...head: unknown[]) => Response;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status < 500) return plain(status, ...rest);
    response.setHeader("Retry-After", String(RETRY_AFTER_SECONDS));
    response.statusMessage = "Service Unavailable";
    return plain(503, ...rest);
  }) as typeof response.writeHead;
}

export async function sessionOf(deps: Deps, request: Request, requestId: string): Promise<OpenSession | null> {
  const token = cookieOf(request, SESSION_COOKIE);
  return token ? readSession(deps, token, requestId) : null;
}

export function cookieOf(request: Request, name: string): string | null {
  const found = (request.get("cookie") ?? "").split(";").map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1) ?? "";
  return /^[\w-]{43}$/.test(value) ? value : null;
}
