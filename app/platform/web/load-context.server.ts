import type { AppLoadContext } from "@remix-run/node";
import type { Request, Response } from "express";
import type { Deps } from "../deps.server.ts";
import "../load-context.ts";
import { createSession, endSession, type OpenSession, readSession, SESSION_COOKIE } from "../sessions.server.ts";
import type { RateLimits } from "./rate-limits.server.ts";

/** Builds what loaders are handed: the dependencies, and who asks, from the session cookie. */
export function loadContextFor(deps: Deps, limits: RateLimits) {
  const secure = deps.env.PUBLIC_URL?.startsWith("https:") ?? false;
  const cookie = (value: string, maxAgeSeconds: number) =>
    `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? "; Secure" : ""}`;
  return async (request: Request, response: Response): Promise<AppLoadContext> => {
    const requestId = String(response.locals.requestId);
    const session = await sessionOf(deps, request, requestId);
    return {
      deps,
      actor: session?.actor ?? null,
      requestId,
      origin: deps.env.PUBLIC_URL?.replace(/\/$/, "") ?? `${request.protocol}://${request.get("host")}`,
      visitorKey: deps.crypto.blindIndex("visitor.address", `${request.ip ?? "unknown"}|${deps.clock.today()}`),
      reportWait: () => limits.reportWait(request.ip ?? "unknown"),
      signInWait: (username) => limits.signInWait(request.ip ?? "unknown", username),
      signInDone: (username) => limits.signInDone(request.ip ?? "unknown", username),
      async startSession(userId) {
        if (session) await endSession(deps, session.id);
        const { token, maxAgeSeconds } = await createSession(deps, userId, request.get("user-agent") ?? null);
        return cookie(token, maxAgeSeconds);
      },
      async endSession() {
        if (session) await endSession(deps, session.id);
        return cookie("", 0);
      },
    };
  };
}

export async function sessionOf(deps: Deps, request: Request, requestId: string): Promise<OpenSession | null> {
  const header = request.get("cookie") ?? "";
  const token = header.split(";").map((part) => part.trim()).find((part) => part.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
  return token ? readSession(deps, token, requestId) : null;
}
