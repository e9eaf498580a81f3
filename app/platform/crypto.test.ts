import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFieldCrypto, generationOf, generationOfIndex, UnknownGeneration } from "./crypto.server.ts";
import type { CipherName } from "./keys/ciphers.server.ts";
import { firstFormRing, type KeyRing, type RingKey, type RingView } from "./keys/ring.ts";
import { hashOf } from "./keys/store.server.ts";
import { masterIdOf, unwrapKey, wrapKey } from "./keys/wrap.server.ts";

const secret = () => randomBytes(32).toString("base64");
const [dataKey, indexKey] = [secret(), secret()];
const ring = (cipher: CipherName, generation = 1): KeyRing => ({
  view: {
    data: [{ generation, algorithm: cipher, state: "ACTIVE", material: randomBytes(32) }],
    index: [{ generation, algorithm: hashOf(cipher), state: "ACTIVE", material: randomBytes(32) }],
  },
});

describe.each([
  ["as before there were generations", () => firstFormRing(dataKey, indexKey)], ["AES-256-GCM", () => ring("aes")], ["SM4-GCM", () => ring("sm4", 40)],
])("FieldCrypto, %s", (_name, make) => {
  const crypto = createFieldCrypto(make());
  const other = createFieldCrypto({ view: { ...make().view, data: make().view.data.map((key) => ({ ...key, material: randomBytes(32) })) } });

  it("gives back whatever Unicode it was given", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => crypto.decrypt("person.name", crypto.encrypt("person.name", text)) === text));
    expect(crypto.decrypt("person.name", crypto.encrypt("person.name", "𠮷㛃·买买提"))).toBe("𠮷㛃·买买提");
  });

  it("never gives the same ciphertext twice", () => {
    expect(crypto.encrypt("person.phone", "13800000000")).not.toBe(crypto.encrypt("person.phone", "13800000000"));
  });

  it("opens only under its field, its key and untouched", () => {
    const sealed = crypto.encrypt("person.idNumber", "11010519491231002X");
    expect(() => crypto.decrypt("person.phone", sealed)).toThrow();
    expect(() => other.decrypt("person.idNumber", sealed)).toThrow();
    const at = sealed.lastIndexOf(".") + 4;
    expect(() => crypto.decrypt("person.idNumber", sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1))).toThrow();
    for (const text of ["plain text", "", "v1.a.b.c", "v2.1.a.AAAA", `${sealed}.x`, sealed.slice(0, 20)]) expect(() => crypto.decrypt("person.idNumber", text), text).toThrow();
  });

  it("bytes come back as they were, never twice the same, and open only for their record", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => Buffer.from(bytes).equals(crypto.decryptBytes("person.file", "A", crypto.encryptBytes("person.file", "A", bytes)))));
    const sealed = crypto.encryptBytes("person.file", "A", Buffer.from("a photo"));
    expect(Buffer.from(crypto.encryptBytes("person.file", "A", Buffer.from("a photo"))).equals(sealed)).toBe(false);
    const flipped = Uint8Array.from(sealed);
    flipped[flipped.length - 1]! ^= 1;
    for (const open of [
      () => crypto.decryptBytes("person.file", "B", sealed), () => crypto.decryptBytes("person.care", "A", sealed), () => crypto.decryptBytes("person.file", "A", flipped),
      () => crypto.decryptBytes("person.file", "A", sealed.subarray(0, 20)), () => other.decryptBytes("person.file", "A", sealed), () => crypto.decryptBytes("person.file", "A", Uint8Array.from([9, ...sealed.subarray(1)])),
      () => crypto.decryptBytes("person.file", "A", new Uint8Array()),
    ]) expect(open).toThrow();
  });

  it("the blind index takes no notice of case, width and spaces, and tells fields and keys apart", () => {
    const index = crypto.blindIndex("person.idNumber", "11010519491231002X");
    expect(index).toMatch(/^([0-9a-z]+\.)?[\w-]+$/);
    expect(index).toHaveLength(43);
    expect(crypto.blindIndex("person.idNumber", " 11010519491231002x ")).toBe(index);
    expect(crypto.blindIndex("person.idNumber", "１１０１０５１９４９１２３１００２Ｘ")).toBe(index);
    expect(crypto.blindIndex("person.phone", "11010519491231002X")).not.toBe(index);
    expect(createFieldCrypto(ring("aes")).blindIndex("person.idNumber", "11010519491231002X")).not.toBe(index);
  });
});

describe("generations", () => {
  const key = <A extends string>(generation: number, algorithm: A, state: RingKey["state"]): RingKey<A> => ({ generation, algorithm, state, material: randomBytes(32) });
  const first = firstFormRing(dataKey, indexKey).view;
  const grown: RingView = {
    data: [{ ...first.data[0]!, state: "RETIRING" }, key(1, "aes", "RETIRED"), key(2, "sm4", "ACTIVE"), key(3, "aes", "PENDING")],
    index: [{ ...first.index[0]!, state: "RETIRED" }, key(1, "sha256", "RETIRING"), key(2, "sm3", "ACTIVE"), key(3, "sha256", "PENDING")],
  };
  const before = createFieldCrypto({ view: first });
  const now = createFieldCrypto({ view: grown });

  it("all that were ever written open, and what is written names the active one and its cipher", () => {
    const old = before.encrypt("person.name", "张三");
    expect([now.decrypt("person.name", old), generationOf(old), now.isCurrent(old)]).toEqual(["张三", 0, false]);
    const fresh = now.encrypt("person.name", "张三");
    expect(fresh).toMatch(/^v2\.2\.s\.[\w-]+$/);
    expect([generationOf(fresh), now.isCurrent(fresh)]).toEqual([2, true]);
    const bytes = before.encryptBytes("roster.part", "r", Buffer.from("x"));
    expect([now.isCurrent(bytes), now.isCurrent(now.encryptBytes("roster.part", "r", Buffer.from("x"))), Buffer.from(now.decryptBytes("roster.part", "r", bytes)).toString()]).toEqual([false, true, "x"]);
  });

  it("a ciphertext under another generation's or cipher's name does not open", () => {
    const fresh = now.encrypt("person.name", "张三");
    for (const name of ["v2.1.a.", "v2.2.a.", "v2.1.s.", "v2.3.a."]) expect(() => now.decrypt("person.name", fresh.replace("v2.2.s.", name)), name).toThrow();
  });

  it("look-ups ask for every index that rows may hold, the written one first; signatures for all that ever were", () => {
    const asked = now.blindIndexes("person.phone", "13800000000");
    expect(asked.map(generationOfIndex)).toEqual([2, 1, 3]);
    expect(asked[0]).toBe(now.blindIndex("person.phone", "13800000000"));
    expect(now.blindIndexesEver("person.phone", "13800000000")).toContain(before.blindIndex("person.phone", "13800000000"));
    expect(now.blindIndexes("person.phone", "13800000000", asked[0])).toEqual(asked);
    expect(before.blindIndexes("person.phone", "13800000000", "at hand")).toEqual(["at hand"]);
  });

  it("an unknown generation says so to the ring, and opens once the ring was read again", () => {
    const missed: number[] = [];
    const late: KeyRing = { view: first, missed: (generation) => missed.push(generation) };
    const behind = createFieldCrypto(late);
    const fresh = now.encrypt("person.name", "张三");
    expect(() => behind.decrypt("person.name", fresh)).toThrow(UnknownGeneration);
    expect(missed).toEqual([2]);
    late.view = grown;
    expect(behind.decrypt("person.name", fresh)).toBe("张三");
  });

  it("a wrapped key opens by its master alone, and only in its own place of the ring", () => {
    for (const algorithm of ["aes", "sm4", "sha256", "sm3"]) {
      const named = { keyUse: "DATA" as const, generation: 4, algorithm };
      const material = randomBytes(32);
      const wrapped = wrapKey(dataKey, named, material);
      expect(unwrapKey(dataKey, named, wrapped).equals(material)).toBe(true);
      for (const [master, place] of [[indexKey, named], [dataKey, { ...named, generation: 5 }], [dataKey, { ...named, keyUse: "INDEX" as const }]] as const) expect(() => unwrapKey(master, place, wrapped)).toThrow();
    }
    expect(masterIdOf(dataKey)).not.toBe(masterIdOf(indexKey));
  });
});
