import http from "node:http";

export interface Reply {
  status: number;
  bytes: number;
  ms: number;
}

/**
 * Asks over kept-alive connections, each request with an address of its own where one is given: the web trusts a proxy on
 * loopback to name the visitor, and limits each visitor, so that many visitors from one machine have to be told apart.
 */
export function keptAlive(url: string, connections: number) {
  const agent = new http.Agent({ keepAlive: true, noDelay: true, maxSockets: connections, scheduling: "fifo" });
  const ask = (path: string, visitor?: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const headers = { "accept-encoding": "gzip", ...(visitor === undefined ? {} : { "x-forwarded-for": visitor }) };
      const sent = http.request(`${url}${path}`, { agent, headers }, (reply) => {
        let bytes = 0;
        reply.on("data", (chunk: Buffer) => (bytes += chunk.length));
        reply.once("end", () => resolve({ status: reply.statusCode ?? 0, bytes, ms: performance.now() - startedAt }));
        reply.once("error", reject);
      });
      sent.once("error", reject);
      sent.end();
    });
  return { ask, close: () => agent.destroy() };
}

/** An address of the network set aside for measurements (RFC 2544), another one for each number. */
export function visitorAddress(number: number): string {
  return `198.18.${Math.floor(number / 254) % 256}.${1 + (number % 254)}`;
}
