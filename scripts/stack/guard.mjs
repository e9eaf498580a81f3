// Holds the private services for every command that uses them. It lives in a session of its own, counts its clients by
// their sockets, and ends the services when the last socket closes: also when a command was killed outright.
import { chmodSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { endAll, isAlive } from "./processes.mjs";

const { socketPath, removeFolder } = JSON.parse(process.argv[2] ?? "{}");
const clients = new Set();
const services = [];
let state = "starting";
let info = null;
let announced = null;

const send = (client, message) => {
  if (!client.socket.destroyed) client.socket.write(`${JSON.stringify(message)}\n`);
};

async function endServices() {
  const polite = { politeMs: 20_000 };
  for (const one of [...services].reverse()) await endAll([one], polite);
}

async function stopIfUnused() {
  const users = [...clients].filter((client) => !client.released);
  const ownerLost = state === "starting" && !users.some((client) => client.owner);
  if (state === "stopping" || (users.length > 0 && !ownerLost)) return;
  state = "stopping";
  for (const client of clients) send(client, { type: "stopping" });
  await endServices();
  if (removeFolder) rmSync(removeFolder, { recursive: true, force: true });
  rmSync(socketPath, { force: true });
  process.exit(0);
}

const handlers = {
  own: (client) => (client.owner = true),
  service: (_client, { ref }) => services.push(ref),
  mine: (client, { ref }) => client.children.push(ref),
  ready: (_client, message) => {
    state = "ready";
    info = message.info;
    for (const other of clients) send(other, { type: "ready", info, announced });
  },
  announce: (client, message) => {
    announced = message.value;
    client.announcer = true;
  },
  release: (client) => {
    client.released = true;
    const others = [...clients].filter((other) => !other.released).length;
    send(client, { type: "released", others });
    return leave(client);
  },
};

async function leave(client) {
  if (client.announcer) announced = null;
  const children = client.children.splice(0).filter(isAlive);
  await endAll(children, { politeMs: 10_000, group: true });
  await stopIfUnused();
}

const server = createServer((socket) => {
  const client = { socket, owner: false, announcer: false, released: false, children: [] };
  clients.add(client);
  clearTimeout(lonely);
  send(client, { type: "hello", state, info, announced });
  let buffer = "";
  socket.on("data", (chunk) => {
    buffer += chunk;
    const lines = buffer.split("\n");
    buffer = lines.pop() ?? "";
    for (const line of lines) {
      const message = JSON.parse(line);
      handlers[message.type]?.(client, message);
    }
  });
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    clients.delete(client);
    void leave(client);
  });
});

const lonely = setTimeout(() => void stopIfUnused(), 15_000);
for (const name of ["SIGINT", "SIGHUP"]) process.on(name, () => undefined);
process.on("SIGTERM", () => {
  for (const client of clients) client.socket.destroy();
});
rmSync(socketPath, { force: true });
server.listen(socketPath, () => chmodSync(socketPath, 0o600));
