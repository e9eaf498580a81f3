import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHttpServer } from "./http-server.server.ts";

let server: Server;
beforeAll(() => {
  server = openHttpServer((request, response) => void request.resume().once("end", () => response.end("page")), { headersTimeout: 150, requestTimeout: 400, connectionsCheckingInterval: 50 }).listen(0);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const port = () => (server.address() as AddressInfo).port;

/** All that comes back until the connection is closed; `drip` goes on sending, a piece every 30 ms. */
function converse(head: string, drip?: string, to = port()): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(to, "127.0.0.1");
    // written now, not when connected: on a busy machine the first piece to drip would go before the head
    socket.write(head);
    const timer = drip === undefined ? undefined : setInterval(() => socket.writable && socket.write(drip), 30);
    socket.on("data", (piece) => (answer += piece.toString())).on("error", () => undefined).on("close", () => {
      clearInterval(timer);
      resolve(answer);
    });
  });
}

describe("who sends slowly", () => {
  it("a head without end, or a body without end, is let go of with a sentence while others are served", async () => {
    const slow = [
      ...Array.from({ length: 40 }, () => converse("GET / HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n")),
      ...Array.from({ length: 40 }, () => converse("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", "x")),
    ];
    await sleep(60);
    expect(await (await fetch(`http://127.0.0.1:${port()}/`)).text()).toBe("page");
    const answers = await Promise.race([Promise.all(slow), sleep(5_000, [])]);
    expect(answers).toHaveLength(80);
    expect(answers.filter((answer) => answer.startsWith("HTTP/1.1 408") && answer.includes("请检查网络"))).toHaveLength(80);
  });

  it("on a connection that was answered before hears it too, and an answer that is on its way is not cut into", async () => {
    const answer = await converse("GET / HTTP/1.1\r\nHost: x\r\n\r\nPOST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", "x");
    expect(answer).toMatch(/^HTTP\/1\.1 200[\s\S]*page[\s\S]*HTTP\/1\.1 408[\s\S]*请检查网络/);
  });
});

describe("who sends a body a byte at a time", () => {
  const LONG = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 20 };
  const read = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/held") return;
    if (request.url === "/pieces") request.on("readable", () => void request.read());
    else request.resume();
    request.once("end", () => response.end("page"));
  };
  let patient: Server;
  let own: number;
  beforeAll(() => {
    patient = openHttpServer(read, LONG, { afterMs: 200, bytesPerSecond: 100 }).listen(0);
    own = (patient.address() as AddressInfo).port;
  });
  afterAll(() => {
    patient.closeAllConnections();
    patient.close();
  });

  it.each(["/", "/pieces", "/held"])("to %s is let go of with a sentence long before the time for a large photo is over", async (path) => {
    const answer = await Promise.race([converse(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n`, "x", own), sleep(5_000, "held on")]);
    expect(answer).toMatch(/^HTTP\/1\.1 408[\s\S]*请检查网络/);
  });

  it("and doesn't hang up when told to is hung up on", async () => {
    const socket = connect({ port: own, host: "127.0.0.1", allowHalfOpen: true });
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
    socket.resume();
    const timer = setInterval(() => socket.writable && socket.write("x"), 30);
    const gone = new Promise((resolve) => socket.on("error", () => undefined).on("close", () => resolve("gone")));
    expect(await Promise.race([gone, sleep(8_000, "held on")])).toBe("gone");
    clearInterval(timer);
  });

  it("but faster than the slowest signal is waited for, however long that takes", async () => {
    // 12 pieces of 50 bytes in some 400 ms
    const answer = await converse("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 600\r\n\r\n", "x".repeat(50), own);
    expect(answer).toMatch(/^HTTP\/1\.1 200[\s\S]*page/);
  });
});

describe("what is no request of ours", () => {
  it.each([
    ["too long a head", `GET / HTTP/1.1\r\nHost: x\r\nCookie: a=${"x".repeat(20_000)}\r\n\r\n`, 431, "Cookie"],
    ["too long an address", `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, "太长"],
    ["both lengths at once", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, "请重新打开"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", 400, "请重新打开"],
    ["a length that is none", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400, "请重新打开"],
    ["a null byte in a header", "GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", 400, "请重新打开"],
    ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 400, "请重新打开"],
  ])("%s is refused in words, and the connection closed", async (_what, request, status, words) => {
    const answer = await converse(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(words);
    expect(answer).toMatch(/connection: close/i);
  });
});
