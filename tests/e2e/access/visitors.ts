import type { RowDataPacket } from "mysql2";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import type { Known } from "../bad-input/known.ts";
import { signedInCookie } from "../signed-in.ts";

/**
 * Everybody there is: each role, and of each role that has a place, an employer or a person a second one who is none of the first's.
 * `welder`, `worker` and `villager`'s agent belong to the records of `knownRecords`; `rival` is the employer those were hired by.
 */
export const VISITORS = ["guest", "seeker", "welder", "worker", "employer", "rival", "operator", "agent", "farAgent", "town", "county", "farCounty", "city", "farCity", "province", "admin"] as const;
export type Visitor = (typeof VISITORS)[number];

const FAR_COUNTY = "140222";

export interface SignedIn {
  actor: Actor;
  cookie: string;
}

/** Signs each of them in; the far ones and the rival are made here, the rest are demo accounts and the records' own. */
export async function signInVisitors(deps: Deps, known: Known, seed: number): Promise<Record<Exclude<Visitor, "guest">, SignedIn>> {
  const make = createFactory(deps, seed);
  const [[farTown]] = await deps.pool.query<RowDataPacket[]>("SELECT code FROM region WHERE parentCode = ? AND level = 'TOWN' ORDER BY code LIMIT 1", [FAR_COUNTY]);
  const { employerId } = await deps.db.post.findUniqueOrThrow({ where: { id: known.touchedPost }, select: { employerId: true } });
  const made = async (username: string, fields: Omit<Parameters<typeof make.user>[0], "username" | "password">) => {
    await make.user({ username, password: `demo-${username}`, ...fields });
    return username;
  };
  const usernames: Record<Exclude<Visitor, "guest">, string> = {
    seeker: "seeker", welder: known.welder, worker: known.worker, employer: "employer", operator: "operator", agent: "agent", town: "town", county: "county", city: "city", province: "province", admin: "admin",
    rival: await made(`rival-${seed}`, { role: "EMPLOYER", employerId }),
    farAgent: await made(`far-agent-${seed}`, { role: "AGENT", regionCode: String(farTown!.code) }),
    farCounty: await made(`far-county-${seed}`, { role: "OFFICER", regionCode: FAR_COUNTY }),
    farCity: await made(`far-city-${seed}`, { role: "OFFICER", regionCode: "140200" }),
  };
  const signedIn: Partial<Record<Visitor, SignedIn>> = {};
  for (const [visitor, username] of Object.entries(usernames) as [Exclude<Visitor, "guest">, string][]) {
    const cookie = await signedInCookie(username, `demo-${username}`, `198.18.4.${VISITORS.indexOf(visitor)}`);
    const user = await deps.db.user.findUniqueOrThrow({ where: { username } });
    signedIn[visitor] = {
      actor: { userId: user.id, role: user.role, regionCode: user.regionCode, personId: user.personId, employerId: user.employerId, trainingBodyId: user.trainingBodyId, brandId: user.brandId, purpose: "test" },
      cookie,
    };
  }
  return signedIn as Record<Exclude<Visitor, "guest">, SignedIn>;
}
