import { connect } from "node:net";

export interface Answer {
  /** null: the connection was closed without an answer */
  status: number | null;
  headers: Record<string, string>;
  text: string;
  /** still open when we stopped waiting */
  open: boolean;
  ms: number;
}

const IDLE_MS = 120;

/** Writes bytes as they are and reads what comes back, until the connection is closed or an answer is whole and silence follows. */
export function sendRaw(url: string, pieces: readonly (string | Buffer)[], { waitMs = 5_000, end = false }: { waitMs?: number; end?: boolean } = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const got: Buffer[] = [];
    let idle: NodeJS.Timeout | undefined;
    const finish = (open: boolean) => {
      clearTimeout(idle);
      clearTimeout(last);
      socket.destroy();
      resolve({ ...read(Buffer.concat(got).toString("utf8")), open, ms: Math.round(performance.now() - startedAt) });
    };
    const socket = connect(Number(port), hostname, () => {
      for (const piece of pieces) socket.write(piece);
      if (end) socket.end();
    });
    const last = setTimeout(() => finish(true), waitMs);
    socket.on("data", (piece) => {
      got.push(piece);
      clearTimeout(idle);
      idle = setTimeout(() => finish(true), IDLE_MS);
    });
    socket.on("error", () => undefined).on("close", () => finish(false));
  });
}

function read(answer: string): Pick<Answer, "status" | "headers" | "text"> {
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0) || null;
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  return { status, headers, text: rest.join("\r\n\r\n") };
}

export const LEAKS = /SQLSTATE|\bER_[A-Z_]{3,}|PrismaClient|node_modules|\bat [\w.<> ]+ \([^)]*:\d+:\d+\)|\bnode:internal|TypeError|ReferenceError|SyntaxError|root:x:0:0/;

/** What is wrong with an answer to a request that no browser sends; null: nothing. A closed connection is an answer too. */
export function faultOf({ status, text, headers }: Pick<Answer, "status" | "text" | "headers">, allowed: readonly number[] = []): string | null {
  const leak = LEAKS.exec(text)?.[0];
  if (leak) return `tells of its inside: ${leak}`;
  if (status === null || allowed.includes(status)) return null;
  if (status >= 500) return `answers ${status}`;
  if (status < 400) return `answers ${status}`;
  if (text.trim() === "" && headers["content-length"] !== "0") return `answers ${status} without a word`;
  return null;
}
