import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { baseUrl } from "#tests/setup/browser.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
afterAll(() => agent.destroy());

function ask(method: string, path: string, body = ""): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { origin: baseUrl(), "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
    const sent = request(new URL(path, baseUrl()), { method, agent, headers }, (reply) => {
      reply.resume().once("end", () => resolve(reply.statusCode!));
    });
    sent.once("error", reject).end(body);
  });
}

describe("a connection that is kept", () => {
  it.each(["/logout", "/me/notices", "/no-such-page"])("answers on after a form for %s whose fields nobody wanted to read", async (path) => {
    expect([302, 404, 405]).toContain(await ask("POST", path, `x=${"y".repeat(800_000)}`));
    expect(await Promise.race([ask("GET", "/login"), sleep(10_000, "no answer")])).toBe(200);
  });
});
