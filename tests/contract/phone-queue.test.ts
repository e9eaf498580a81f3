import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskName as maskNameOfServer } from "#app/domain/person/masks.ts";
import { MADE_UP_ID_REGION, makeResidentId, parseResidentId } from "#app/domain/person/resident-id.ts";

interface Entry { key: string; savedAt: string; village: string; form: Record<string, string | string[]>; answer: null | { state: string; version?: string } }
type Reply = { kind: string; key?: string; result?: { state: string; [name: string]: unknown } };

const island = (name: string) => import(/* @vite-ignore */ pathToFileURL(resolve(`public/enhance/agent/${name}`)).href) as Promise<Record<string, (...values: never[]) => unknown>>;
const call = async <T>(file: string, name: string, ...values: unknown[]) => (await island(file))[name]!(...(values as never[])) as T;

const entry = (key: string, change: Partial<Entry> = {}): Entry => ({ key, savedAt: "2026-11-25T01:00:00.000Z", village: "前青塘村", form: { name: "张小芳", take: [] }, answer: null, ...change });

describe("the resident ID as the phone reads it", () => {
  it("is read as the server reads it, right or wrong in any one place", async () => {
    const { readResidentId } = await island("resident-id.js");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 499 }), fc.constantFrom("F", "M"), fc.integer({ min: 0, max: 17 }), fc.constantFrom(..."0123456789X"), fc.date({ min: new Date("1930-01-01"), max: new Date("2010-01-01"), noInvalidDate: true }), (seq, sex, at, character, born) => {
        const right = makeResidentId(MADE_UP_ID_REGION, born.toISOString().slice(0, 10), seq, sex as "F" | "M");
        for (const text of [right, right.slice(0, at) + character + right.slice(at + 1)]) {
          const server = parseResidentId(text);
          const phone = readResidentId!(text as never) as { state: string; birthDate?: string; sex?: string; id?: string };
          expect(phone.state === "right").toBe(server.ok);
          if (server.ok) expect(phone).toMatchObject({ id: server.id, birthDate: server.birthDate, sex: server.sex });
        }
      }),
    );
  });

  it.each([["", "short"], ["1101051949", "short"], ["１１０１０５１９４９１２３１００２Ｘ", "right"], [" 110105 19491231 002x ", "right"], ["11010519490231002X", "wrong"], ["110105194912310021", "wrong"], ["abc", "wrong"], ["11010519491231002X1", "wrong"]])("%j is %s", async (text, state) => {
    expect((await call<{ state: string }>("resident-id.js", "readResidentId", text)).state).toBe(state);
  });

  it("is masked on the phone as everywhere", async () => {
    for (const name of ["张小芳", "李㛃", "𠮷野太郎", "阿依古丽·买买提", "王"]) expect(await call("entries.js", "maskName", name)).toBe(maskNameOfServer(name));
  });
});

describe("sending what waits", () => {
  async function run(entries: Entry[], replies: (Reply | Error)[]) {
    const kept: Entry[] = [];
    const dropped: string[] = [];
    const asked: string[] = [];
    const progress: string[] = [];
    const outcome = await call<Promise<{ sent: unknown[]; asks: number; stopped: string | null }>>("entries.js", "sendAll", {
      entries,
      send: async (one: Entry) => {
        asked.push(one.key);
        const reply = replies.shift()!;
        if (reply instanceof Error) throw reply;
        return reply;
      },
      keep: async (one: Entry) => void kept.push(one),
      drop: async (key: string) => void dropped.push(key),
      report: (done: number, total: number) => progress.push(`${done}/${total}`),
    }).catch((error: Error) => error);
    return { outcome, kept, dropped, asked, progress };
  }
  const done = (key: string): Reply => ({ kind: "answer", key, result: { state: "registered", href: "/agent/entries/1", says: "" } });

  it("lets an entry go only when the server has confirmed that very entry", async () => {
    const { dropped, progress, outcome } = await run([entry("a"), entry("b")], [done("a"), done("b")]);
    expect(dropped).toEqual(["a", "b"]);
    expect(progress).toEqual(["0/2", "1/2", "2/2"]);
    expect(outcome).toMatchObject({ asks: 0, stopped: null });
    expect(await run([entry("a"), entry("b")], [done("b")])).toMatchObject({ dropped: [], kept: [], outcome: { stopped: "away" } });
  });

  it.each(["offline", "signIn", "away", "busy"])("stops when the way is closed (%s) and keeps the rest", async (kind) => {
    expect(await run([entry("a"), entry("b"), entry("c")], [done("a"), { kind }])).toMatchObject({ dropped: ["a"], kept: [], asked: ["a", "b"], outcome: { stopped: kind } });
  });

  it("keeps everything when the phone dies in the middle", async () => {
    expect(await run([entry("a"), entry("b")], [done("a"), new Error("killed")])).toMatchObject({ dropped: ["a"], kept: [], outcome: { message: "killed" } });
  });

  it("keeps what needs a decision, with both sides, and doesn't ask again by itself", async () => {
    const answer = { state: "known", version: "v1", movedOn: false, differences: [] };
    const { kept } = await run([entry("a"), entry("b")], [{ kind: "answer", key: "a", result: answer }, done("b")]);
    expect(kept).toEqual([entry("a", { answer })]);
    expect((await run(kept, [])).asked).toEqual([]);
  });

  it("carries the decision with the version that was looked at; an edited entry forgets it", async () => {
    const asked = entry("a", { answer: { state: "known", version: "v1" } });
    expect(await call("entries.js", "decided", asked, ["phone"])).toEqual(entry("a", { form: { name: "张小芳", take: ["phone"], version: "v1" } }));
    expect(await call("entries.js", "edited", asked, { name: "张晓芳" }, "后青塘村")).toEqual(entry("a", { form: { name: "张晓芳" }, village: "后青塘村" }));
  });

  it.each([
    [401, { error: "sign-in" }, "signIn"], [429, null, "busy"], [503, null, "away"], [413, null, "away"], [200, { results: [] }, "away"], [200, "<html>", "away"], [200, { results: [{ key: "a", state: "odd" }] }, "away"], [200, { results: [{ key: "a", state: "refused", problems: [] }] }, "answer"],
  ])("reads %i %j as %s", async (status, body, kind) => {
    expect((await call<Reply>("entries.js", "replyOf", status, body)).kind).toBe(kind);
  });

  it("takes a form as it would be sent: lists stay lists, and the key is not a part of it", async () => {
    const form = new FormData();
    for (const [name, value] of [["entryKey", "k"], ["name", "张小芳"], ["occupationCodes", "6-18-02-04"], ["occupationCodes", ""], ["consents", "SERVICE"]]) form.append(name!, value!);
    expect(await call("entries.js", "formOf", form)).toEqual({ name: "张小芳", occupationCodes: ["6-18-02-04"], consents: ["SERVICE"] });
  });
});

describe("the vault on the phone", () => {
  interface Made { vault: { iterations: number; device: CryptoKey; proof: { data: ArrayBuffer } }; key: CryptoKey }
  const make = (pin: string, iterations = 1_000) => call<Promise<Made>>("vault.js", "makeVault", "owner", pin, iterations);

  it("opens by the PIN and by nothing else", async () => {
    const { vault } = await make("村里1987");
    expect(await call("vault.js", "openVault", vault, "村里1987")).not.toBeNull();
    for (const wrong of ["村里1988", "", "村里1987 "]) expect(await call("vault.js", "openVault", vault, wrong)).toBeNull();
  });

  it("does not open on another phone, even by the right PIN", async () => {
    const [mine, theirs] = [await make("cunli1987"), await make("cunli1987")];
    expect(await call("vault.js", "openVault", { ...mine.vault, device: theirs.vault.device }, "cunli1987")).toBeNull();
  });

  it("gives keys that no script can read out", async () => {
    const { vault, key } = await make("cunli1987");
    for (const one of [vault.device, key]) {
      expect(one.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("raw", one)).rejects.toThrow();
    }
  });

  it("asks the attacker for at least 310,000 rounds a try", async () => {
    expect((await island("vault.js")).ITERATIONS).toBeGreaterThanOrEqual(310_000 as never);
    const { vault } = await call<Promise<Made>>("vault.js", "makeVault", "owner", "cunli1987");
    expect(vault.iterations).toBe(600_000);
  });

  it("seals without a trace of what is inside, each time anew, and notices any change", async () => {
    const { key } = await make("cunli1987");
    const secret = { name: "张小芳", idNumber: "11010519491231002X" };
    type Sealed = { iv: Uint8Array; data: ArrayBuffer };
    const [one, two] = [await call<Promise<Sealed>>("vault.js", "seal", key, "owner/a", secret), await call<Promise<Sealed>>("vault.js", "seal", key, "owner/a", secret)];
    expect(Buffer.from(one.data).toString("latin1")).not.toMatch(/110105/);
    expect(Buffer.from(one.data).includes(Buffer.from("张小芳"))).toBe(false);
    expect(Buffer.from(one.data).equals(Buffer.from(two.data))).toBe(false);
    expect(await call("vault.js", "unseal", key, "owner/a", one)).toEqual(secret);
    await expect(call("vault.js", "unseal", key, "owner/b", one)).rejects.toThrow();
    const changed = new Uint8Array(one.data.slice(0));
    changed[3]! ^= 1;
    await expect(call("vault.js", "unseal", key, "owner/a", { iv: one.iv, data: changed.buffer })).rejects.toThrow();
  });

  it.each([["12345", "pinShort"], ["111111", "pinSimple"], ["123456", "pinSimple"], ["987654", "pinSimple"], ["𠮷㛃𠮷", "pinShort"], ["193847", null], ["村里的人都知道", null]])("finds %j: %s", async (pin, problem) => {
    expect(await call("vault.js", "pinProblem", pin)).toBe(problem);
  });
});

describe("what the agent's pages ship", () => {
  const files = ["../../agent-worker.js", "main.js", "panel.js", "queue.js", "store.js", "vault.js", "entries.js", "resident-id.js"];
  const source = (file: string) => readFileSync(resolve("public/enhance/agent", file), "utf8");

  it("is small: under 32 KB of plain script together", () => {
    expect(files.reduce((sum, file) => sum + Buffer.byteLength(source(file)), 0)).toBeLessThan(32 * 1_024);
  });

  it("keeps nothing where it would stand in the clear, and builds no markup out of text", () => {
    for (const file of files) expect(source(file)).not.toMatch(/localStorage|sessionStorage|document\.cookie|innerHTML|insertAdjacentHTML|eval\(|new Function/);
  });

  it("caches one page and its parts, never what a list or a form answered", () => {
    const worker = source("../../agent-worker.js");
    expect([...worker.matchAll(/cache\.put\(([^,]+),/g)].map((match) => match[1])).toEqual(["part", "SHELL"]);
    expect(worker).toContain('const SHELL = { muster: "/muster/phone", check: "/certificates/check" }[NAME] ?? "/agent/offline";');
  });
});
