import { countPersons, streamClaimFacts } from "#app/data/claims/claim-facts.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { createSimulation } from "#app/domain/policy/simulation.ts";
import { insertRows } from "#app/platform/bulk.server.ts";
import { readJson, withLock } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";

/**
 * Carries a simulation out over the register of its region, some thousand people at a time. Delivered twice it is done once; cut off, it
 * begins again and what it had written goes first. A failure is kept with the simulation, by its name only.
 */
export async function runSimulation(deps: Deps, simulationId: string, onProgress: (phase: string, done: number, total: number) => Promise<void> | void = () => undefined): Promise<void> {
  await withLock(deps.pool, `simulation:${simulationId}`, async () => {
    const simulation = await deps.db.ruleSimulation.findUnique({ where: { id: simulationId } });
    if (!simulation || simulation.status === "DONE") return;
    const total = await countPersons(deps.pool, simulation.regionCode);
    await deps.db.ruleSimulation.update({ where: { id: simulationId }, data: { status: "RUNNING", progressDone: 0, progressTotal: total, error: null } });
    await deps.pool.query("DELETE FROM rule_simulation_person WHERE simulationId = ?", [simulationId]);
    try {
      const rule = { key: simulation.key, regionCode: simulation.ruleRegion, value: readJson(simulation.value) };
      const effect = createSimulation(await loadPolicyParameters(deps.pool), rule, simulation.year, deps.clock.today());
      let done = 0;
      for await (const some of streamClaimFacts(deps, simulation.regionCode)) {
        const changed = some.flatMap((facts) => effect.add(facts) ?? []);
        await insertRows(deps.pool, "rule_simulation_person", changed.map((one) => ({ simulationId, ...one })));
        done += some.length;
        await deps.pool.query("UPDATE rule_simulation SET progressDone = ? WHERE id = ?", [done, simulationId]);
        await onProgress("simulate", done, total);
      }
      await deps.db.ruleSimulation.update({ where: { id: simulationId }, data: { status: "DONE", result: JSON.parse(JSON.stringify(effect.result())), progressDone: done, progressTotal: done, finishedAt: deps.clock.now() } });
    } catch (error) {
      await deps.db.ruleSimulation.updateMany({ where: { id: simulationId }, data: { status: "FAILED", error: (error as Error).name.slice(0, 500), finishedAt: deps.clock.now() } });
      throw error;
    }
  });
}
