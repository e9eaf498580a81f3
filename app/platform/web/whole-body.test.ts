import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { Gate } from "./gate.ts";
import { wholeBodyFirst } from "./whole-body.server.ts";

const gate = new Gate(2, 0);
let entered = 0;
let mark: string | undefined;
const app = express().set("trust proxy", true).use(wholeBodyFirst(200_000, { ofOne: 150_000, ofAll: 250_000 })).use((request, response) => {
  gate.enter("guest", (release) => {
    if (release === null) return void response.status(503).send("full");
    entered += 1;
    mark = asked.getStore();
    response.once("close", release);
    let length = 0;
    let sum = 0;
    request.on("data", (piece: Buffer) => {
      length += piece.length;
      for (const byte of piece) sum = (sum * 31 + byte) % 1_000_003;
    }).on("end", () => response.send(`${length} ${sum}`)).resume();
  });
});
const asked = new AsyncLocalStorage<string>();
const server = createServer((request, response) => asked.run(String(request.headers["x-mark"] ?? "none"), () => app(request, response))).listen(0);
const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.destroy()));
afterAll(() => void server.close());

const port = () => (server.address() as AddressInfo).port;
const post = (body: Uint8Array, address = "198.18.0.1") => fetch(`http://127.0.0.1:${port()}/`, { method: "POST", body: body as BodyInit, headers: { "x-forwarded-for": address } });
/** Says that more will come than comes. */
const unfinished = (declared: number, sent: number, address: string) => new Promise<Socket>((resolve) => {
  const socket = connect(port(), "127.0.0.1", () => socket.write(`POST / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${address}\r\nContent-Length: ${declared}\r\n\r\n${"x".repeat(sent)}`, () => resolve(socket)));
  open.push(socket.on("error", () => undefined));
});
const answerOn = (socket: Socket) => new Promise<string>((resolve) => socket.once("data", (piece) => resolve(piece.toString())));
const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) % 256);
const sumOf = (body: Uint8Array) => body.reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 0);

describe("a form that is sent", () => {
  it.each([1, 100, 16_384, 70_000, 149_000])("of %i bytes is read as it was sent", async (length) => {
    const body = bytes(length);
    expect(await (await post(body)).text()).toBe(`${length} ${sumOf(body)}`);
  });

  it("larger than that goes on as it comes, and one of no length at all too", async () => {
    const body = bytes(210_000);
    expect(await (await post(body)).text()).toBe(`210000 ${sumOf(body)}`);
    expect(await (await fetch(`http://127.0.0.1:${port()}/`)).text()).toBe("0 0");
  });

  it("takes nobody's turn while it is on its way, however many there are", async () => {
    const before = entered;
    for (let n = 0; n < 30; n += 1) await unfinished(1_000, 10, `198.18.1.${n}`);
    expect((await post(bytes(5))).status).toBe(200);
    expect(entered - before).toBe(1);
  });

  it("in pieces is put together", async () => {
    const socket = await unfinished(20, 10, "198.18.2.1");
    const answer = answerOn(socket);
    socket.write("y".repeat(10));
    expect(await answer).toContain("200 OK");
  });

  it("that comes late is still of its own request to whatever follows", async () => {
    const socket = connect(port(), "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nX-Mark: mine\r\nContent-Length: 20\r\n\r\n");
    open.push(socket);
    await sleep(50);
    const answer = answerOn(socket);
    socket.write("x".repeat(20));
    expect(await answer).toContain("200 OK");
    expect(mark).toBe("mine");
  });

  it("beyond what one address may have on its way is refused in words; others' are taken, and its own when the rest is gone", async () => {
    const first = await unfinished(140_000, 120_000, "198.18.3.1");
    const second = await unfinished(140_000, 120_000, "198.18.3.1");
    const refused = await answerOn(second);
    expect(refused).toMatch(/503[\s\S]*retry-after: 10[\s\S]*请稍等再提交/i);
    expect((await post(bytes(90_000), "198.18.3.2")).status).toBe(200);
    first.destroy();
    await new Promise((resolve) => first.once("close", resolve));
    await expect.poll(async () => (await post(bytes(140_000), "198.18.3.1")).status).toBe(200);
  });
});
