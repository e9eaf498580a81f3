import type { RowDataPacket } from "mysql2";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { chainHash, CONTENT_COLUMNS, GENESIS } from "#app/data/audit-chain/entry.server.ts";
import { sealAudit, witnessKey } from "#app/data/audit-chain/seal.server.ts";
import { verifyAudit } from "#app/data/audit-chain/verify.server.ts";
import { writeAudit } from "#app/data/audit.server.ts";
import { rotateKeys } from "#app/usecases/keys/rotate-keys.server.ts";
import { systemActor } from "#app/platform/actor.ts";
import { createDeps } from "#app/platform/deps.server.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
const rows = async (sql: string, params: unknown[] = []) => (await services.pool.query<RowDataPacket[]>(sql, params))[0].map((row) => ({ ...row }));
const run = (sql: string, params: unknown[] = []) => services.pool.query(sql, params);
const look = (n: number) => writeAudit(services, systemActor("test"), { action: "see-phone", subjectType: "person", subjectId: `P${n}`, outcome: "ok" });
const flaws = async (options?: Parameters<typeof verifyAudit>[1]) => (await verifyAudit(services, options)).flaws.map(({ kind, seq }) => `${kind} ${seq ?? "-"}`);

/** Twenty entries under two seals. */
beforeEach(async () => {
  services ??= await openTestServices();
  await run("DELETE FROM audit_seal");
  await run("DELETE FROM audit_entry");
  await services.redis.flushdb();
  for (let n = 1; n <= 20; n += 1) {
    await look(n);
    if (n % 10 === 0) await sealAudit(services);
  }
});
afterAll(async () => {
  await services?.close();
});

describe("the audit's chain", () => {
  it("holds every entry once, in order, under signed seals, and its end is known in Redis", async () => {
    const verdict = await verifyAudit(services);
    expect(verdict).toMatchObject({ entries: 20, sealed: 20, unsealed: 0, seals: 2, witness: "agrees", flaws: [] });
    expect((await rows("SELECT seq, subjectId FROM audit_entry ORDER BY seq")).map(({ seq, subjectId }) => `${seq} ${subjectId}`)).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 1} P${n + 1}`));
    expect(await services.redis.get(witnessKey(services.env.QUEUE_PREFIX))).toBe(verdict.head);
    expect(await sealAudit(services)).toBe(0);
  });

  it("takes entries of many writers and several sealers at once, each once", async () => {
    const other = await createDeps(services.source, { process: "test" });
    let writing = true;
    const sealers = [services, other, services].map(async (deps) => {
      while (writing) await sealAudit(deps);
    });
    await Promise.all(Array.from({ length: 6 }, async (_, w) => {
      for (let n = 0; n < 40; n += 1) await look(w * 100 + n);
    }));
    writing = false;
    await Promise.all(sealers);
    await sealAudit(services);
    await other.close();
    expect(await verifyAudit(services)).toMatchObject({ entries: 260, sealed: 260, flaws: [], witness: "agrees" });
  });

  it.each([
    ["a changed entry, at its place", "UPDATE audit_entry SET subjectId = 'P99' WHERE seq = 7", ["changed 7"]],
    ["another time of day", "UPDATE audit_entry SET at = at - INTERVAL 1 SECOND WHERE seq = 20", ["changed 20"]],
    ["a deleted entry", "DELETE FROM audit_entry WHERE seq = 5", ["deleted 5"]],
    ["several, with the end of a seal", "DELETE FROM audit_entry WHERE seq BETWEEN 8 AND 11", ["deleted 8", "deleted 10"]],
    ["the first", "DELETE FROM audit_entry WHERE seq = 1", ["deleted 1"]],
    ["a changed signature of a seal", "UPDATE audit_seal SET signature = REVERSE(signature) WHERE seq = 10", ["seal 10"]],
    ["a seal that claims its entries are older than signatures", "UPDATE audit_seal SET early = TRUE WHERE seq = 20", ["seal 20"]],
  ])("tells of %s", async (_what, sql, expected) => {
    await run(sql);
    expect(await flaws()).toEqual(expected);
  });

  it("tells of entries in another order", async () => {
    await run("UPDATE audit_entry SET seq = -seq WHERE seq IN (4, 15)");
    await run("UPDATE audit_entry SET seq = 19 + seq WHERE seq < 0");
    const found = await flaws();
    expect(found).toEqual(expect.arrayContaining(["moved 4", "moved 15"]));
    expect(found.every((flaw) => flaw.startsWith("moved"))).toBe(true);
  });

  it("tells of an entry that somebody else wrote into the table, before and after it is sealed", async () => {
    await run("INSERT INTO audit_entry (id, at, role, action, purpose, subjectType, subjectId, outcome) SELECT '01KAAAAAAAAAAAAAAAAAAAAAAA', at, role, action, purpose, subjectType, 'P77', outcome FROM audit_entry WHERE seq = 3");
    expect(await flaws()).toEqual(["inserted -"]);
    await sealAudit(services);
    expect(await flaws()).toEqual(["inserted 21"]);
  });

  it("tells of one that was changed before it was sealed, and of one put behind the last seal by hand", async () => {
    await look(21);
    await run("UPDATE audit_entry SET outcome = 'forbidden' WHERE seq IS NULL");
    expect(await flaws()).toEqual(["inserted -"]);
    await run("UPDATE audit_entry SET seq = 21, hash = ? WHERE seq IS NULL", ["x".repeat(43)]);
    expect(await flaws()).toEqual(["changed 21", "inserted 21"]);
  });

  it("tells of a chain that was made anew over a lie: the seals are of another one", async () => {
    await run("DELETE FROM audit_entry WHERE seq = 6");
    await run("UPDATE audit_entry SET seq = seq - 1 WHERE seq > 6 ORDER BY seq");
    let hash = GENESIS;
    for (const row of await rows(`SELECT ${CONTENT_COLUMNS.join(", ")}, seq FROM audit_entry ORDER BY seq`)) await run("UPDATE audit_entry SET hash = ? WHERE seq = ?", [(hash = chainHash(hash, row as never)), row.seq]);
    await run("UPDATE audit_seal SET seq = seq - 1 ORDER BY seq");
    await run("UPDATE audit_seal s JOIN audit_entry e ON e.seq = s.seq SET s.hash = e.hash");
    expect(await flaws()).toEqual(["seal 9", "seal 19", "cut-off 20"]);
  });

  it("tells of an end that was cut off with its seal: by Redis, and by a head from the log even where Redis is empty", async () => {
    const { head } = await verifyAudit(services);
    await run("DELETE FROM audit_entry WHERE seq > 10");
    await run("DELETE FROM audit_seal WHERE seq > 10");
    expect(await verifyAudit(services)).toMatchObject({ witness: "disagrees", flaws: [{ kind: "cut-off", seq: 20 }] });
    // going on does not cover it up
    for (let n = 0; n < 15; n += 1) await look(n);
    await sealAudit(services);
    expect(await flaws()).toEqual(["changed 20"]);
    await services.redis.flushdb();
    const [seq, hash] = head!.split(":") as [string, string];
    expect(await verifyAudit(services, { known: [{ seq: Number(seq), hash }] })).toMatchObject({ witness: "absent", flaws: [{ kind: "changed", seq: 20 }] });
  });

  it("tells of the end of a seal's entries alone", async () => {
    await services.redis.flushdb();
    await run("DELETE FROM audit_entry WHERE seq > 17");
    expect(await flaws()).toEqual(["cut-off 20"]);
  });

  it("tells when entries wait for too long", async () => {
    await look(21);
    expect(await flaws()).toEqual([]);
    expect(await flaws({ mostUnsealedSeconds: -1 })).toEqual(["unsealed -"]);
  });

  it("takes entries of before there were signatures first and by themselves, and none later", async () => {
    await run("DELETE FROM audit_seal");
    await run("UPDATE audit_entry SET seq = NULL, hash = NULL");
    await run("UPDATE audit_entry SET mac = NULL WHERE subjectId IN ('P1', 'P2', 'P3')");
    await services.redis.flushdb();
    await sealAudit(services);
    expect(await rows("SELECT seq, early FROM audit_seal ORDER BY seq")).toEqual([{ seq: 3, early: 1 }, { seq: 20, early: 0 }]);
    expect(await flaws()).toEqual([]);
    await look(21);
    await run("UPDATE audit_entry SET mac = NULL WHERE seq IS NULL");
    await sealAudit(services);
    expect(await flaws()).toEqual(["inserted 21"]);
  });

  it("stays whole when the index key is changed", async () => {
    expect(await rotateKeys(services, { cipher: "sm4", index: true, announceSeconds: 0 })).toMatchObject({ ok: true });
    await sealAudit(services);
    expect(await verifyAudit(services)).toMatchObject({ entries: 21, sealed: 21, flaws: [] });
  });
});
