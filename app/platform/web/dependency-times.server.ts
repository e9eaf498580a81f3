import { tracingChannel } from "node:diagnostics_channel";

type Call = Record<string, unknown>;

/** The drivers' own channels, and ours of what goes through Prisma, whose driver has none. */
const CHANNELS: { name: string; dependency: (call: Call) => string }[] = [
  { name: "mysql2:query", dependency: () => "mysql" },
  { name: "mysql2:execute", dependency: () => "mysql" },
  { name: "jgt:prisma", dependency: () => "mysql" },
  { name: "ioredis:command", dependency: () => "redis" },
  { name: "jgt:search-engine", dependency: ({ kind }) => (kind === "search" ? "search" : "search-other") },
];

/** Tells of every call to database, Redis and search engine how long it took, failed ones too. Nothing of what was asked is looked at. */
export function watchDependencies(observe: (dependency: string, seconds: number) => void): void {
  for (const { name, dependency } of CHANNELS) {
    const began = new WeakMap<object, number>();
    const ignore = () => undefined;
    tracingChannel<string, Call>(name).subscribe({
      start: (call) => void began.set(call, performance.now()),
      end: ignore,
      asyncStart: ignore,
      asyncEnd(call) {
        const startedAt = began.get(call);
        if (startedAt === undefined) return;
        began.delete(call);
        observe(dependency(call), (performance.now() - startedAt) / 1_000);
      },
      error: ignore,
    });
  }
}
