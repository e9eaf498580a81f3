import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { openLog, socketPath, type Folders } from "./folders.ts";
import { sleep, type ProcessRef } from "./processes.mjs";

export interface StackInfo {
  databasePort: number;
  redisPort: number;
  meiliPort: number;
}
export interface Announced {
  url: string;
  pid: number;
}
interface GuardMessage {
  type: "hello" | "ready" | "stopping" | "released";
  state?: "starting" | "ready" | "stopping";
  info?: StackInfo | null;
  announced?: Announced | null;
  others?: number;
}

const guardScript = fileURLToPath(new URL("./guard.mjs", import.meta.url));
export const guardSocket = (folders: Folders) => socketPath(folders.run, "guard.sock");

/** One command's line to the guard; while it is open, the services stay. */
export class GuardClient {
  readonly #socket: Socket;
  readonly closed: Promise<void>;
  state: "starting" | "ready" | "stopping" = "starting";
  info: StackInfo | null = null;
  announced: Announced | null = null;
  #greeted: () => void = () => undefined;
  #readied: () => void = () => undefined;
  #released: () => void = () => undefined;
  readonly greeted = new Promise<void>((resolve) => (this.#greeted = resolve));
  readonly readied = new Promise<void>((resolve) => (this.#readied = resolve));
  others = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.once("close", () => resolve()));
    let buffer = "";
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: Buffer) => {
      buffer += chunk.toString();
      const lines = buffer.split("\n");
      buffer = lines.pop() ?? "";
      for (const line of lines) this.#take(JSON.parse(line) as GuardMessage);
    });
  }

  static connect(folders: Folders): Promise<GuardClient | null> {
    return new Promise((resolve) => {
      const socket = createConnection(guardSocket(folders));
      socket.once("error", () => resolve(null));
      socket.once("connect", () => {
        const client = new GuardClient(socket);
        void Promise.race([client.greeted, client.closed]).then(() => resolve(client.state === "stopping" ? null : client));
      });
    });
  }

  /** A guard that is ending still holds its socket, and its services the data folder. */
  static async waitUntilGone(folders: Folders): Promise<void> {
    const listening = () =>
      new Promise<boolean>((resolve) => {
        const socket = createConnection(guardSocket(folders));
        socket.once("error", () => resolve(false));
        socket.once("connect", () => {
          socket.destroy();
          resolve(true);
        });
      });
    const deadline = Date.now() + 60_000;
    while (await listening()) {
      if (Date.now() > deadline) throw new Error("The services of an earlier command have not ended within 60 s.");
      await sleep(100);
    }
  }

  static async launch(folders: Folders): Promise<GuardClient> {
    const settings = { socketPath: guardSocket(folders), removeFolder: folders.profile === "main" ? null : folders.root };
    const log = openLog(folders, "guard");
    const child = spawn(process.execPath, [guardScript, JSON.stringify(settings)], {
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      cwd: folders.root,
    });
    closeSync(log.fd);
    child.unref();
    for (let attempt = 0; attempt < 200; attempt += 1) {
      await sleep(25);
      const client = await GuardClient.connect(folders);
      if (client) {
        client.#send({ type: "own" });
        return client;
      }
    }
    throw new Error(`The guard process did not start; see ${log.path}.`);
  }

  #take(message: GuardMessage) {
    if (message.type === "released") {
      this.others = message.others ?? 0;
      this.#released();
      return;
    }
    this.state = message.type === "stopping" ? "stopping" : message.type === "ready" ? "ready" : (message.state ?? "starting");
    this.info = message.info ?? this.info;
    this.announced = message.announced ?? null;
    this.#greeted();
    if (this.state === "ready") this.#readied();
  }

  #send(message: object) {
    if (!this.#socket.destroyed) this.#socket.write(`${JSON.stringify(message)}\n`);
  }

  registerService = (ref: ProcessRef) => this.#send({ type: "service", ref });
  registerChild = (ref: ProcessRef) => this.#send({ type: "mine", ref });
  ready = (info: StackInfo) => this.#send({ type: "ready", info });
  announce = (value: Announced) => this.#send({ type: "announce", value });

  /** Lets go; as the last user it waits until the services have ended. */
  async release(): Promise<void> {
    const released = new Promise<void>((resolve) => (this.#released = resolve));
    this.#send({ type: "release" });
    await Promise.race([released, this.closed]);
    if (this.others === 0) await this.closed;
    this.#socket.destroy();
  }
}
