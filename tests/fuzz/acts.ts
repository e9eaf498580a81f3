import fc from "fast-check";
import type { RowDataPacket } from "mysql2";
import type { Role } from "#app/domain/terms.ts";
import { type Actor, systemActor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import type { UseCase } from "#app/usecases/use-case.server.ts";
import { fingerprint } from "#tests/setup/fingerprint.ts";
import { everyUseCase } from "./boundaries.ts";
import { spoiled } from "./hostile.ts";
import { shown } from "./laws.ts";
import { NAMED } from "./named.ts";
import { type Hints, near } from "./near.ts";

/** Who acts, and lawful inputs of use cases where they are known. */
export interface Stage {
  deps: Deps;
  actors: readonly Actor[];
  lawful?: ReadonlyMap<string, { input: Record<string, unknown>; actors: readonly Actor[] }>;
}

/** Not called with what is made up: a reason. Their schemas are tried like all others. */
export const NOT_CALLED: Readonly<Record<string, string>> = {
  "import-posts": "takes a path and writes beside it; tried with files", "import-persons": "the same", "classify-file": "the same", "import-classification": "replaces what everything else is read by", "import-coded-titles": "the same",
};

/** May write though it refuses, and should. */
export const WRITES_REFUSING: Readonly<Record<string, string>> = {
  "redeem-phone-code": "a wrong code is counted", "confirm-consent-code": "the same", "confirm-second-factor": "the same", "reset-second-factor": "the same",
};

interface Act { name: string; ask: UseCase<unknown>; actor: Actor; input: unknown }
export interface Acted { cases: number; done: number; refused: number; failures: string[] }

/** Ids of every table, and codes: what forms name. */
export async function namesIn({ pool }: Deps): Promise<Hints> {
  const [columns] = await pool.query<RowDataPacket[]>("SELECT TABLE_NAME AS tab FROM information_schema.columns WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'id' AND COLUMN_TYPE = 'char(26)'");
  const ids = new Map<string, string[]>();
  for (const { tab } of columns) {
    const [rows] = await pool.query<RowDataPacket[]>(`SELECT id FROM ${String(tab)} ORDER BY id DESC LIMIT 12`);
    if (rows.length > 0) ids.set(String(tab), rows.map(({ id }) => String(id)));
  }
  const all = [...ids.values()].flat();
  const codes = async (sql: string) => fc.constantFrom(...(await pool.query<RowDataPacket[]>(sql))[0].map(({ code }) => String(code)));
  const region = await codes("(SELECT code FROM region WHERE code LIKE '141124%' OR code LIKE '140222%' ORDER BY code LIMIT 12) UNION (SELECT code FROM region WHERE LENGTH(code) = 6 ORDER BY code LIMIT 12)");
  const occupation = await codes("SELECT code FROM occupation ORDER BY code LIMIT 12");
  return (name) => {
    if (/Id$/.test(name) && all.length > 0) {
      const table = name.slice(0, -2).replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`);
      const own = [...ids].filter(([tab]) => tab === table || tab.endsWith(`_${table}`)).flatMap(([, some]) => some);
      return own.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: fc.constantFrom(...all) }) : fc.constantFrom(...all);
    }
    if (/^(?:region|county|town|home|homeRegion|destination|partner)Code$|^(?:town|village)$/.test(name)) return region;
    if (name === "occupationCode" || name === "certOccupationCode") return occupation;
    return name === "version" || name === "seen" ? fc.nat(3) : NAMED[name];
  };
}

function actsOf(stage: Stage, name: string, ask: UseCase<unknown>, hints: Hints, options: { seed: number; cases: number }): Act[] {
  const known = stage.lawful?.get(name);
  const made = near(ask.input, hints);
  const lawful = known ? fc.oneof({ weight: 1, arbitrary: fc.constant<unknown>(known.input) }, { weight: 2, arbitrary: made.map((more): unknown => ({ ...(more as object), ...known.input })) }, { weight: 2, arbitrary: made.map((more): unknown => ({ ...known.input, ...(more as object) })) }) : made;
  const able = stage.actors.filter(({ role }) => ask.roles.includes(role));
  const actors = [...(known?.actors ?? []), ...able];
  const value = fc.oneof({ weight: 3, arbitrary: lawful }, { weight: 2, arbitrary: spoiled(lawful) });
  return actors.length === 0 ? [] : fc.sample(fc.tuple(fc.constantFrom(...actors), value), { seed: options.seed, numRuns: options.cases }).map(([actor, input]) => ({ name, ask, actor, input }));
}

/** Calls every use case with values that are lawful or nearly so: each is done or refused, and what is refused is as if nobody had asked. */
export async function fuzzActs(stage: Stage, options: { seed: number; cases: number; without?: readonly string[]; onProgress?: (done: number, total: number) => void }): Promise<Acted> {
  const hints = await namesIn(stage.deps);
  const acts = [...(await everyUseCase())].filter(([name]) => !(name in NOT_CALLED) && !options.without?.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, ask]) => actsOf(stage, name, ask, hints, options));
  const failures: string[] = [];
  const refused: Act[] = [];
  for (const [at, act] of acts.entries()) {
    if ((await answerTo(stage, act, failures)) === "refused") refused.push(act);
    options.onProgress?.(at, acts.length);
  }
  // what does not come past its schema comes to no table
  failures.push(...(await keptBy(stage, refused.filter(({ name, ask, input }) => !(name in WRITES_REFUSING) && ask.input.safeParse(input).success))));
  return { cases: acts.length, done: acts.length - refused.length - failures.length, refused: refused.length, failures };
}

async function answerTo({ deps }: Stage, { name, ask, actor, input }: Act, failures: string[]): Promise<"done" | "refused" | "failed"> {
  try {
    const result = await ask(deps, actor, input);
    if (!result.ok && result.problems.length === 0) throw new Error("refused without saying why");
    return result.ok ? "done" : "refused";
  } catch (error) {
    failures.push(`${name} as ${actor.role}: ${(error as Error).message.replace(/\s+/g, " ").slice(-300)} — ${shown(input)}`);
    return "failed";
  }
}

/** Asks again what was refused: if a table is other than before, one of them wrote, and is found by halving. */
async function keptBy(stage: Stage, acts: readonly Act[]): Promise<string[]> {
  if (acts.length === 0) return [];
  const before = await fingerprint(stage.deps);
  let done = 0;
  for (const act of acts) if ((await answerTo(stage, act, [])) === "done") done += 1;
  const after = await fingerprint(stage.deps);
  const tables = Object.keys(before).filter((table) => before[table] !== after[table]);
  if (tables.length === 0) return [];
  // what was refused may be lawful now, after all that was done in between: then it is told apart by one more look
  if (acts.length === 1) return done > 0 ? [] : [`${acts[0]!.name} as ${acts[0]!.actor.role}: refused, and yet ${tables.join(", ")} changed — ${shown(acts[0]!.input)}`];
  const half = acts.length >> 1;
  return [...(await keptBy(stage, acts.slice(0, half))), ...(await keptBy(stage, acts.slice(half)))];
}

export const actorOf = (role: Role, more: Partial<Actor> = {}): Actor => (role === "SYSTEM" ? systemActor("fuzz") : { userId: null, role, regionCode: null, personId: null, employerId: null, purpose: "fuzz", ...more });
