import { createServer } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { MeilisearchRequestError } from "meilisearch";
import { afterEach, describe, expect, it } from "vitest";
import { createSearchClient, SearchTaskError, waitForTask } from "./client.ts";

let close: () => void = () => {};
afterEach(() => close());

function listen(server: Server): Promise<string> {
  close = () => void server.close();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
}
const answering = (handle: (body: string, path: string) => { status?: number; body: unknown }) =>
  listen(createServer((request, reply) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const answer = handle(body, request.url ?? "");
      reply.writeHead(answer.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
    });
  }));

const REPLY = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\nConnection: keep-alive\r\n\r\n{\"hits\":[]}";

describe("the transport", () => {
  it("sends head and body of a request in one write, without asking for compression, on a connection that stays", async () => {
    const chunks: string[] = [];
    let connections = 0;
    const url = await listen(createTcpServer((socket) => {
      connections += 1;
      socket.on("data", (chunk) => {
        chunks.push(chunk.toString());
        socket.write(REPLY);
      });
      socket.on("error", () => undefined);
    }));
    const client = createSearchClient(url, "key-key-key-key-1");
    for (const q of ["电焊工", "厨师"]) expect(await client.index("posts").search(q)).toEqual({ hits: [] });
    expect(connections).toBe(1);
    expect(chunks.length).toBe(2);
    expect(chunks[0]).toMatch(/^POST \/indexes\/posts\/search HTTP\/1\.1\r\n/);
    expect(chunks[0]).toMatch(/\r\n\r\n\{.*电焊工.*\}$/s);
    expect(chunks[0]).toMatch(/authorization: Bearer key-key-key-key-1/i);
    expect(chunks[0]).not.toMatch(/accept-encoding/i);
  });

  it("asks once more when an idle connection was closed under it", async () => {
    let requests = 0;
    const url = await listen(createTcpServer((socket) => {
      let served = 0;
      socket.on("data", () => {
        requests += 1;
        served += 1;
        if (served > 1) socket.resetAndDestroy();
        else socket.write(REPLY);
      });
      socket.on("error", () => undefined);
    }));
    const client = createSearchClient(url, "key-key-key-key-1");
    await client.index("posts").search("a");
    expect(await client.index("posts").search("b")).toEqual({ hits: [] });
    expect(requests).toBe(3);
  });

  it("throws the engine's own error with its code", async () => {
    const url = await answering(() => ({ status: 400, body: { message: "Invalid filter", code: "invalid_search_filter", type: "invalid_request", link: "" } }));
    const failing = createSearchClient(url, "key-key-key-key-1").index("posts").search("a");
    await expect(failing).rejects.toMatchObject({ cause: { name: "MeilisearchApiError", message: "Invalid filter", cause: { code: "invalid_search_filter" } } });
  });

  it("throws when nobody is there, without the key in the message", async () => {
    const failing = createSearchClient("http://127.0.0.1:1", "key-key-key-key-1").index("posts").search("a");
    await expect(failing).rejects.toThrow(MeilisearchRequestError);
    await expect(failing).rejects.not.toThrow(/key-key/);
  });

  it("gives up when told to", async () => {
    const url = await listen(createServer(() => undefined));
    const failing = createSearchClient(url, "key-key-key-key-1").index("posts").search("a", {}, { signal: AbortSignal.timeout(50) });
    await expect(failing).rejects.toThrow(MeilisearchRequestError);
  });
});

describe("waiting for a write", () => {
  const tasks = (statuses: string[]) => {
    let at = 0;
    return answering(() => {
      const status = statuses[Math.min(at++, statuses.length - 1)];
      return { body: { uid: 7, status, error: status === "failed" ? { code: "invalid_document_id", message: "bad id" } : null } };
    });
  };
  it("goes on until it has been carried out", async () => {
    const client = createSearchClient(await tasks(["enqueued", "processing", "succeeded"]), "key-key-key-key-1");
    expect((await waitForTask(client, 7)).status).toBe("succeeded");
  });
  it("throws when it failed, unless that failure is expected", async () => {
    const client = createSearchClient(await tasks(["enqueued", "failed"]), "key-key-key-key-1");
    await expect(waitForTask(client, 7)).rejects.toMatchObject({ name: "SearchTaskError", code: "invalid_document_id", taskUid: 7 });
    expect((await waitForTask(client, 7, { acceptCodes: ["invalid_document_id"] })).status).toBe("failed");
  });
  it("throws when it takes too long", async () => {
    const client = createSearchClient(await tasks(["enqueued"]), "key-key-key-key-1");
    await expect(waitForTask(client, 7, { timeoutMs: 30 })).rejects.toThrow(SearchTaskError);
  });
});
