import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChain, readChainChecks } from "#app/data/audit-chain/check.server.ts";
import { sealAudit } from "#app/data/audit-chain/seal.server.ts";
import { verifyAudit } from "#app/data/audit-chain/verify.server.ts";
import { writeAudit } from "#app/data/audit.server.ts";
import { systemActor } from "#app/platform/actor.ts";
import { createMetrics } from "#app/platform/web/metrics.server.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let now = new Date("2026-11-20T01:00:00Z");
const run = (sql: string, params: unknown[] = []) => services.pool.query(sql, params);
const look = async (count: number, action = "see-contact", purpose = "see:CALL") => {
  for (let n = 0; n < count; n += 1) await writeAudit(services, systemActor(purpose), { action, subjectType: "person", subjectId: `P${n}`, outcome: "ok" });
  await sealAudit(services);
};
/** The check of the next day; null where it was already done. */
const nextDay = () => {
  now = new Date(now.getTime() + 86_400_000);
  return checkChain(services);
};
const last = async () => (await readChainChecks(services.pool)).last;

beforeAll(async () => {
  services = await openTestServices({ clock: { now: () => now, today: () => now.toISOString().slice(0, 10) } });
});
afterAll(() => services.close());

describe("the daily check of the audit's chain", () => {
  it("goes once a day through what is new since the last that found nothing", async () => {
    await look(12);
    expect(await checkChain(services)).toBe(0);
    expect(await last()).toMatchObject({ entries: 12, flaws: 0, head: expect.stringMatching(/^12:/) as string });
    expect(await checkChain(services)).toBeNull();
    await look(5);
    expect(await nextDay()).toBe(0);
    expect(await last()).toMatchObject({ entries: 5, flaws: 0, head: expect.stringMatching(/^17:/) as string });
  });

  it("finds what was changed in the new part, and says so every day until it is as it was", async () => {
    await look(4);
    await run("UPDATE audit_entry SET subjectId = 'P9' WHERE seq = 19");
    expect(await nextDay()).toBe(1);
    await look(2);
    expect(await nextDay()).toBe(1);
    expect(await last()).toMatchObject({ entries: 6 });
    await run("UPDATE audit_entry SET subjectId = 'P1' WHERE seq = 19");
    expect(await nextDay()).toBe(0);
  });

  it("leaves what was gone through before to the command, which goes through all", async () => {
    await run("UPDATE audit_entry SET subjectId = 'P9' WHERE seq = 3");
    expect(await nextDay()).toBe(0);
    expect((await verifyAudit(services)).flaws).toMatchObject([{ kind: "changed", seq: 3 }]);
    await run("UPDATE audit_entry SET subjectId = 'P2' WHERE seq = 3");
  });

  it.each([["a hash that was never sealed", `17:${"A".repeat(43)}`, 1], ["a place that is not there", `9999:${"A".repeat(43)}`, 1], ["no place", "made up", 0]])("goes through all where its mark is %s, and says that the chain is another one there", async (_what, head, flaws) => {
    await run("UPDATE scheduled_run SET counts = JSON_SET(counts, '$.head', ?) WHERE name = 'audit-check'", [head]);
    expect(await nextDay()).toBe(flaws);
    expect(await last()).toMatchObject({ entries: 23 });
  });

  it("takes no harm from entries that are sealed while it goes on, and does not take what waits for its seal for a forgery", async () => {
    let sealing = true;
    const steady = (async () => {
      while (sealing) await look(1);
    })();
    for (let n = 0; n < 6; n += 1) expect((await verifyAudit(services)).flaws).toEqual([]);
    sealing = false;
    await steady;
    await writeAudit(services, systemActor("service"), { action: "see-placement", subjectType: "placement", subjectId: "late", outcome: "ok" });
    now = new Date(now.getTime() + 3_600_000);
    expect((await verifyAudit(services)).flaws).toMatchObject([{ kind: "unsealed" }]);
    expect(await nextDay()).toBe(0);
    await sealAudit(services);
  });

  it("sees an end that was cut off before its mark", async () => {
    await run("DELETE FROM audit_seal WHERE seq > 12");
    await run("DELETE FROM audit_entry WHERE seq > 12");
    expect(await nextDay()).toBeGreaterThan(0);
  });
});

it("openings are counted for an hour by what they were for; flaws and what waits are told", async () => {
  await run("UPDATE audit_entry SET at = ? WHERE seq IS NOT NULL", [new Date(now.getTime() - 7_200_000)]);
  await look(3, "see-contact", "see:VISIT:上门");
  await look(2, "open-bank-file", "pay-wages");
  await look(4, "accept-post", "service");
  await writeAudit(services, systemActor("service"), { action: "see-placement", subjectType: "placement", subjectId: "X", outcome: "ok" });
  now = new Date(now.getTime() + 600_000);
  const { text } = await createMetrics(services, async () => ({})).render();
  const told = Object.fromEntries(text.split("\n").filter((line) => line.startsWith("jgt_audit_")).map((line) => line.split(" ") as [string, string]));
  expect(told).toMatchObject({ 'jgt_audit_openings{kind="visit"}': "3", 'jgt_audit_openings{kind="pay"}': "2", 'jgt_audit_openings{kind="service"}': "1", 'jgt_audit_openings{kind="call"}': "0" });
  expect(Number(told.jgt_audit_flaws)).toBeGreaterThan(0);
  expect(Number(told.jgt_audit_unsealed_seconds)).toBe(600);
});
