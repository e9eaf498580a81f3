import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { findFreePort, isPortFree, nextFreePort } from "./ports.ts";

const open: ReturnType<typeof createServer>[] = [];

function occupy(port: number): Promise<number> {
  const server = createServer();
  open.push(server);
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve((server.address() as { port: number }).port)));
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe("ports", () => {
  it("a port that somebody listens on is not free", async () => {
    const port = await occupy(0);
    expect(await isPortFree(port)).toBe(false);
  });

  it("the port of last time is kept while it is free", async () => {
    const port = await findFreePort();
    expect(await findFreePort(port)).toBe(port);
  });

  it("another port is chosen when the one of last time is taken", async () => {
    const port = await occupy(await findFreePort());
    const other = await findFreePort(port);
    expect(other).not.toBe(port);
    expect(await isPortFree(other)).toBe(true);
  });

  it("one stack never gets the same port twice", async () => {
    const first = await findFreePort();
    expect(await findFreePort(first, [first])).not.toBe(first);
  });

  it("the web address goes up to the next free port", async () => {
    const port = await occupy(await findFreePort());
    const next = await nextFreePort(port);
    expect(next).toBeGreaterThan(port);
    expect(next).toBeLessThan(port + 200);
  });
});
