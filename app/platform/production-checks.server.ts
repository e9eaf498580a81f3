import type { Deps } from "./deps.server.ts";
import { type Environment, EnvironmentError } from "./environment.server.ts";

/** A production start stops when accounts with passwords that everybody knows are in the database. */
export async function refuseDemoAccounts(deps: Pick<Deps, "db" | "env">): Promise<void> {
  if (deps.env.APP_MODE !== "production") return;
  const demo = await deps.db.user.count({ where: { demo: true } });
  if (demo > 0) throw new EnvironmentError([{ variable: "DATABASE_URL", problem: `names a database with ${demo} demo accounts; production needs one of its own` }]);
}

/** In production no page believes the visitor about what this site is called: links, codes to scan and kept pages name the address that is set. */
export function requirePublicUrl({ APP_MODE, PUBLIC_URL }: Pick<Environment, "APP_MODE" | "PUBLIC_URL">): void {
  if (APP_MODE === "production" && PUBLIC_URL === undefined) throw new EnvironmentError([{ variable: "PUBLIC_URL", problem: "is not set; in production it must be the address people type, for example https://jobs.example.gov.cn" }]);
}
