import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** In milliseconds: how long the head of a request may take, and the whole of it (a photo of 8 MB from a village with 400 kbit/s); how often it is looked whether one took longer. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 180_000, connectionsCheckingInterval: 1_000 };
/** Who sends a body is let go of when, so long after its beginning, less than so much has come a second: the slowest signal carries more, and who only holds a place carries less. */
const SLOWEST = { afterMs: 30_000, bytesPerSecond: 250 };
/** Longest head of a request in bytes, address and cookies in it. */
const LARGEST_HEAD_BYTES = 16_384;
const KEPT_OPEN_MS = 65_000;
/** So long the other side may take to hang up when it has been told to. */
const HANG_UP_MS = 2_000;

/** What a browser shows when the request itself is refused, before there is a page to say it. */
const REFUSED: Record<string, [status: string, words: string]> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "网址或浏览器里存的内容太长，请清除本网站的 Cookie 后再打开。The address or the cookies are too long: please clear this site's cookies and open it again."],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "发送得太慢，请检查网络后再试。It took too long to arrive: please check the connection and try again."],
};
const BROKEN: [string, string] = ["400 Bad Request", "请求不完整，请重新打开页面再试。The request is broken: please open the page again."];

/** The listener behind limits: who sends slowly, without end or no HTTP at all is let go of with a sentence, and holds up nobody. */
export function openHttpServer(listener: RequestListener, patience: Partial<typeof PATIENCE> = {}, slowest = SLOWEST): Server {
  const limits = { ...PATIENCE, ...patience };
  const server = createServer({ ...limits, maxHeaderSize: LARGEST_HEAD_BYTES, keepAliveTimeout: KEPT_OPEN_MS }, listener);
  const answers = new WeakMap<Socket, ServerResponse>();
  server.on("request", (request, response) => void answers.set(request.socket, response));
  cutSlowest(server, slowest, limits.connectionsCheckingInterval);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const answer = answers.get(socket);
    // an answer that is on its way must not be cut into; one that was given before on the same connection is over
    if (error.code === "ECONNRESET" || !socket.writable || (answer?.headersSent === true && !answer.writableFinished)) return void socket.destroy();
    const [status, words] = REFUSED[error.code ?? ""] ?? BROKEN;
    socket.end(`HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(words)}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${words}`);
    setTimeout(() => socket.destroy(), HANG_UP_MS).unref();
  });
  return server;
}

/** The time for the whole of a request is long, for large photos: what comes a byte at a time must not have it. */
function cutSlowest(server: Server, { afterMs, bytesPerSecond }: typeof SLOWEST, everyMs: number): void {
  const arriving = new Map<IncomingMessage, { since: number; before: number }>();
  server.on("request", (request) => {
    if (request.complete) return;
    arriving.set(request, { since: performance.now(), before: request.socket.bytesRead });
    const over = () => void arriving.delete(request);
    request.once("end", over).once("close", over);
  });
  const look = setInterval(() => {
    const now = performance.now();
    for (const [request, { since, before }] of arriving) {
      // what waits here to be read holds up its own sender
      if (request.complete || now - since < afterMs || request.readableLength >= request.readableHighWaterMark || (request.socket.bytesRead - before) * 1_000 >= (now - since) * bytesPerSecond) continue;
      arriving.delete(request);
      server.emit("clientError", Object.assign(new Error("the body comes too slowly"), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), request.socket);
    }
  }, everyMs);
  look.unref();
  server.once("close", () => clearInterval(look));
}
