import type { Deps } from "./deps.server.ts";

/** The address that links in messages begin with, without a slash at its end. */
export function originOf({ env }: Pick<Deps, "env">): string {
  return (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, "");
}
