import { connect, createServer, type Server, type Socket } from "node:net";

/** `pass` hands everything on; `hold` accepts and never answers; `refuse` closes at once, as nobody listens. */
export type Behaviour = "pass" | "hold" | "refuse";

/** Stands before a service, so that a test can take it away from one process without hurting another. */
export async function openProxy(target: string, first: Behaviour = "pass") {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let behaviour = first;
  const server: Server = createServer((near) => {
    open.add(near);
    near.on("error", () => undefined).on("close", () => open.delete(near));
    if (behaviour === "refuse") return void near.destroy();
    if (behaviour === "hold") return void near.resume();
    const far = connect(Number(port), hostname);
    open.add(far);
    far.on("error", () => near.destroy()).on("close", () => {
      open.delete(far);
      near.destroy();
    });
    near.on("close", () => far.destroy());
    near.on("data", (data) => behaviour === "pass" && far.write(data));
    far.on("data", (data) => behaviour === "pass" && near.write(data));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as { port: number };
  const through = new URL(target);
  through.hostname = "127.0.0.1";
  through.port = String(address.port);
  return {
    url: through.href.replace(/\/$/, ""),
    /** Held connections stay open and silent; refused ones are cut. Going on begins with fresh ones. */
    become(next: Behaviour) {
      behaviour = next;
      if (next !== "hold") for (const socket of open) socket.destroy();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
