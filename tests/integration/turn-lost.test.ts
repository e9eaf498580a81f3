import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isTurnLost, type Tx } from "#app/platform/database.server.ts";
import { createFactory } from "#tests/factories/index.ts";
import { openTestServices, type TestServices } from "#tests/setup/services.ts";

let services: TestServices;
let posts: [string, string];
beforeAll(async () => {
  services = await openTestServices();
  const make = createFactory(services, 83);
  const employerId = await make.employer({});
  posts = [await make.post({ employerId, openings: 9 }), await make.post({ employerId, openings: 9 })];
});
afterAll(() => services.close());

/** Holds each caller until both have come; who comes later than that goes on at once. */
function meeting(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () => new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length >= 2) for (const go of waiting) go();
  });
}

const WAYS: readonly [string, (tx: Tx, id: string) => Promise<unknown>][] = [
  ["by a statement of its own", (tx, id) => tx.$executeRaw`UPDATE post SET filled = filled + 1 WHERE id = ${id}`],
  ["by a record", (tx, id) => tx.post.update({ where: { id }, data: { filled: { increment: 1 } } })],
];

describe.each(WAYS)("of two transactions that wait for each other %s", (_way, take) => {
  it("the one the database undoes is done again, and both are done once", async () => {
    await services.db.post.updateMany({ data: { filled: 0 } });
    const met = meeting();
    let begun = 0;
    const crossing = ([first, second]: [string, string]) => services.db.$transaction(async (tx) => {
      begun += 1;
      await take(tx, first);
      await met();
      await take(tx, second);
    });
    await Promise.all([crossing(posts), crossing([posts[1], posts[0]])]);
    expect(begun).toBe(3);
    expect(await services.db.post.findMany({ select: { filled: true } })).toEqual([{ filled: 2 }, { filled: 2 }]);
  });
});

it("whoever loses every turn is told in the end, and nothing of it stays", async () => {
  await services.db.post.updateMany({ data: { filled: 0 } });
  let tries = 0;
  const outcome = await services.db.$transaction(async (tx) => {
    tries += 1;
    await tx.post.update({ where: { id: posts[0] }, data: { filled: 5 } });
    throw Object.assign(new Error("undone"), { code: "P2034" });
  }).catch((error: unknown) => error);
  expect(isTurnLost(outcome)).toBe(true);
  expect(tries).toBe(4);
  expect(await services.db.post.count({ where: { filled: { gt: 0 } } })).toBe(0);
});
