import type { PrismaMariaDb } from "@prisma/adapter-mariadb";
import { asPrismaStatement } from "./steps.ts";

type Connected = Awaited<ReturnType<PrismaMariaDb["connect"]>>;
type Begun = Awaited<ReturnType<Connected["startTransaction"]>>;
type Asked = Parameters<Connected["queryRaw"]>[0];

const WHOLE_STATEMENTS = { commit: "COMMIT", rollback: "ROLLBACK" } as const;

/** The same adapter, which tells of every statement how long it took. The driver below has no channel of its own. */
export function tellingAdapter(factory: PrismaMariaDb): PrismaMariaDb {
  return replacing(factory, {
    connect: async () => {
      const connected = await factory.connect();
      return replacing(connected, {
        ...statements(connected),
        startTransaction: async (level: Parameters<Connected["startTransaction"]>[0]) => begun(await asPrismaStatement({ sql: "BEGIN" }, () => connected.startTransaction(level))),
      });
    },
  });
}

function begun(transaction: Begun): Begun {
  const ends = Object.entries(WHOLE_STATEMENTS).map(([name, sql]) => [name, () => asPrismaStatement({ sql }, () => transaction[name as keyof typeof WHOLE_STATEMENTS]())]);
  return replacing(transaction, { ...statements(transaction), ...Object.fromEntries(ends) });
}

const statements = (on: Pick<Connected, "queryRaw" | "executeRaw">) => ({
  queryRaw: (asked: Asked) => asPrismaStatement({ sql: asked.sql }, () => on.queryRaw(asked)),
  executeRaw: (asked: Asked) => asPrismaStatement({ sql: asked.sql }, () => on.executeRaw(asked)),
});

/** What is left as it is keeps its own `this`: the adapter has private fields. */
function replacing<T extends object>(target: T, own: Record<string, unknown>): T {
  return new Proxy(target, {
    get(from, key) {
      if (key in own) return own[key as string];
      const value: unknown = Reflect.get(from, key);
      return typeof value === "function" ? value.bind(from) : value;
    },
  });
}
