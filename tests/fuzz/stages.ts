import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { USE_CASE_ACCESS } from "#tests/e2e/access/use-cases.ts";
import { VISITORS, type Visitor } from "#tests/e2e/access/visitors.ts";
import { type Known, knownRecords } from "#tests/e2e/bad-input/known.ts";
import { createFactory } from "#tests/factories/index.ts";
import { actorOf, type Stage } from "./acts.ts";

/** A handful of people and posts, made in a moment. */
export async function smallStage(deps: Deps, seed: number): Promise<Stage> {
  const make = createFactory(deps, seed);
  const village = "141124100001";
  const [one, other] = [await make.person({ homeRegionCode: village, age: 40 }), await make.person({ homeRegionCode: village, age: 33 })];
  const employerId = await make.employer();
  await make.post({ employerId });
  await make.post({ employerId, stream: "WELFARE" });
  await make.certificate(one.id);
  const users = await Promise.all([
    make.user({ role: "SEEKER", personId: one.id }), make.user({ role: "EMPLOYER", employerId }), make.user({ role: "AGENT", regionCode: "141124100" }),
    make.user({ role: "OFFICER", regionCode: "141124" }), make.user({ role: "OFFICER", regionCode: "140000" }), make.user({ role: "ADMIN", regionCode: "140000" }), make.user({ role: "OPERATOR" }),
  ]);
  const rows = await deps.db.user.findMany({ where: { id: { in: users.map(({ id }) => id) } } });
  return { deps, actors: [...rows.map(asActor), actorOf("SEEKER", { personId: other.id }), actorOf("SYSTEM")] };
}

/** The starter data, with the records that the access tests know, and lawful inputs for most use cases. */
export async function fullStage(deps: Deps, seed: number): Promise<Stage> {
  const known = await knownRecords(deps, 50 + (Math.abs(seed) % 40));
  const demo = (await deps.db.user.findMany({ where: { demo: true } })).map(asActor);
  const actors = [...demo, actorOf("SEEKER", { personId: known.worker ? known.villager.id : null }), actorOf("SYSTEM")];
  const lawful = new Map(Object.entries(USE_CASE_ACCESS).flatMap(([name, { of, reach }]) => (of ? [[name, { input: of(known), actors: (reach ?? []).flatMap((visitor) => visitorAs(visitor, demo, known)) }] as const] : [])));
  return { deps, actors, lawful };
}

function visitorAs(visitor: Visitor, demo: readonly Actor[], known: Known): Actor[] {
  if (!VISITORS.includes(visitor)) return [];
  if (visitor === "worker" || visitor === "welder") return [actorOf("SEEKER", { personId: visitor === "welder" ? known.welderPerson : known.villager.id })];
  const places: Partial<Record<Visitor, [Actor["role"], string]>> = {
    agent: ["AGENT", "141124100"], county: ["OFFICER", "141124"], town: ["OFFICER", "141124"], city: ["OFFICER", "141100"], province: ["OFFICER", "140000"], farCounty: ["OFFICER", "140222"], farCity: ["OFFICER", "140200"], farAgent: ["AGENT", "140222100"], admin: ["ADMIN", "140000"],
  };
  const place = places[visitor];
  const same = place && demo.filter(({ role, regionCode }) => role === place[0] && regionCode?.startsWith(place[1].slice(0, 6)));
  if (place) return [...(same ?? []), actorOf(place[0], { regionCode: place[1] })];
  return demo.filter(({ role }) => role === (visitor === "employer" ? "EMPLOYER" : visitor === "operator" ? "OPERATOR" : "SEEKER"));
}

const asActor = (user: { id: string; role: Actor["role"]; regionCode: string | null; personId: string | null; employerId: string | null; trainingBodyId: string | null; brandId: string | null }): Actor =>
  ({ userId: user.id, role: user.role, regionCode: user.regionCode, personId: user.personId, employerId: user.employerId, trainingBodyId: user.trainingBodyId, brandId: user.brandId, purpose: "fuzz" });
