import type { Deps } from "./deps.server.ts";
import { EnvironmentError } from "./environment.server.ts";

/** A production start stops when accounts with passwords that everybody knows are in the database. */
export async function refuseDemoAccounts(deps: Pick<Deps, "db" | "env">): Promise<void> {
  if (deps.env.APP_MODE !== "production") return;
  const demo = await deps.db.user.count({ where: { demo: true } });
  if (demo > 0) throw new EnvironmentError([{ variable: "DATABASE_URL", problem: `names a database with ${demo} demo accounts; production needs one of its own` }]);
}
