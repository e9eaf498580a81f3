import { describe, expect, it } from "vitest";
import { isReadOnly } from "./read-only.server.ts";

const wrapped = (cause: object) => Object.assign(new Error("invocation"), { code: "P2010", meta: { driverAdapterError: Object.assign(new Error("x"), { cause }) } });

describe("a database that only reads", () => {
  it.each([
    ["MariaDB by mysql2", { errno: 1290, code: "ER_OPTION_PREVENTS_STATEMENT", message: "The MariaDB server is running with the --read-only option so it cannot execute this statement" }],
    ["MySQL by mysql2", { errno: 1290, message: "The MySQL server is running with the --super-read-only option so it cannot execute this statement" }],
    ["a transaction that only reads", { errno: 1792, message: "Cannot execute statement in a READ ONLY transaction" }],
    ["Prisma", wrapped({ kind: "mysql", code: 1290, message: "The MariaDB server is running with the --read-only option so it cannot execute this statement" })],
  ])("is told from the error of %s", (_by, error) => {
    expect(isReadOnly(error)).toBe(true);
  });

  it.each([
    ["another option", { errno: 1290, message: "The server is running with the --secure-file-priv option so it cannot execute this statement" }], ["a broken key", { errno: 1062, message: "Duplicate entry" }],
    ["a lost connection", wrapped({ code: 45012, message: "Connection timeout" })], ["nothing", null], ["words", "read-only"],
  ])("is not seen in %s", (_what, error) => {
    expect(isReadOnly(error)).toBe(false);
  });

  it("is looked for no deeper than errors go", () => {
    const endless: { cause?: unknown } = {};
    endless.cause = endless;
    expect(isReadOnly(endless)).toBe(false);
  });
});
