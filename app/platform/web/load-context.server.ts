import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import { PROOF_MINUTES } from "#app/domain/account/phone-code.ts";
import { randomToken } from "../crypto.server.ts";
import type { Deps } from "../deps.server.ts";
import "../load-context.ts";
import { createSession, DEVICE_COOKIE, DEVICE_COOKIE_SECONDS, endSession, noteDevice, type OpenSession, readSession, SESSION_COOKIE } from "../sessions.server.ts";
import type { RateLimits } from "./rate-limits.server.ts";

const PROOF_COOKIE = "jgt_phone";

/** Builds what loaders are handed: the dependencies, and who asks, from the session cookie. */
export function loadContextFor(deps: Deps, limits: RateLimits) {
  const secure = deps.env.PUBLIC_URL?.startsWith("https:") ?? false;
  const cookie = (name: string, value: string, maxAgeSeconds: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? "; Secure" : ""}`;
  return async (request: Request, response: Response): Promise<AppLoadContext> => {
    const requestId = String(response.locals.requestId);
    const address = request.ip ?? "unknown";
    const session = await sessionOf(deps, request, requestId);
    return {
      deps,
      actor: session?.actor ?? null,
      self: session?.self ?? null,
      sessionId: session?.id ?? null,
      requestId,
      origin: deps.env.PUBLIC_URL?.replace(/\/$/, "") ?? `${request.protocol}://${request.get("host")}`,
      visitorKey: deps.crypto.blindIndex("visitor.address", `${address}|${deps.clock.today()}`),
      reportWait: () => limits.reportWait(address),
      signInWait: (username) => limits.signInWait(address, username),
      signInDone: (username) => limits.signInDone(address, username),
      codeWait: (phone) => limits.codeWait(address, phone),
      codeTryWait: () => limits.codeTryWait(address),
      phoneProof: cookieOf(request, PROOF_COOKIE),
      keepPhoneProof: (proof) => cookie(PROOF_COOKIE, proof ?? "", proof === null ? 0 : PROOF_MINUTES * 60),
      async startSession(userId) {
        if (session) await endSession(deps, session.id);
        const { id, token, maxAgeSeconds } = await createSession(deps, userId, request.get("user-agent") ?? null);
        const device = cookieOf(request, DEVICE_COOKIE) ?? randomToken();
        response.append("Set-Cookie", cookie(DEVICE_COOKIE, device, DEVICE_COOKIE_SECONDS));
        await noteDevice(deps, userId, device, id);
        return cookie(SESSION_COOKIE, token, maxAgeSeconds);
      },
      async endSession() {
        if (session) await endSession(deps, session.id);
        return cookie(SESSION_COOKIE, "", 0);
      },
    };
  };
}

export async function sessionOf(deps: Deps, request: Request, requestId: string): Promise<OpenSession | null> {
  const token = cookieOf(request, SESSION_COOKIE);
  return token ? readSession(deps, token, requestId) : null;
}

function cookieOf(request: Request, name: string): string | null {
  const found = (request.get("cookie") ?? "").split(";").map((part) => part.trim()).find((part) => part.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1) ?? "";
  return /^[\w-]{43}$/.test(value) ? value : null;
}
