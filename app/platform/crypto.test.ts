import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFieldCrypto } from "./crypto.server.ts";

const key = () => randomBytes(32).toString("base64");
const [dataKey, indexKey] = [key(), key()];
const crypto = createFieldCrypto(dataKey, indexKey);

describe("a personal field", () => {
  it("comes back as it went in, whatever its characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => crypto.decrypt("person.name", crypto.encrypt("person.name", text)) === text));
    expect(crypto.decrypt("person.name", crypto.encrypt("person.name", "𠮷㛃·买买提"))).toBe("𠮷㛃·买买提");
  });

  it("is never the same ciphertext twice", () => {
    expect(crypto.encrypt("person.phone", "13800000000")).not.toBe(crypto.encrypt("person.phone", "13800000000"));
  });

  it("can't be read as another field, with another key, or after a change of one character", () => {
    const sealed = crypto.encrypt("person.idNumber", "11010519491231002X");
    expect(() => crypto.decrypt("person.phone", sealed)).toThrow();
    expect(() => createFieldCrypto(key(), indexKey).decrypt("person.idNumber", sealed)).toThrow();
    const flipped = sealed.slice(0, -2) + (sealed.at(-2) === "A" ? "B" : "A") + sealed.at(-1);
    expect(() => crypto.decrypt("person.idNumber", flipped)).toThrow();
    expect(() => crypto.decrypt("person.idNumber", "plain text")).toThrow(/unknown ciphertext/);
  });

  it("is found by its blind index, spaces, width and case aside, and only under the same key and field", () => {
    const index = crypto.blindIndex("person.idNumber", "11010519491231002X");
    expect(crypto.blindIndex("person.idNumber", " 11010519491231002x ")).toBe(index);
    expect(crypto.blindIndex("person.idNumber", "１１０１０５１９４９１２３１００２Ｘ")).toBe(index);
    expect(crypto.blindIndex("person.phone", "11010519491231002X")).not.toBe(index);
    expect(createFieldCrypto(dataKey, key()).blindIndex("person.idNumber", "11010519491231002X")).not.toBe(index);
    expect(index).toHaveLength(43);
  });
});

describe("bytes", () => {
  it("come back as they went in, and are never the same ciphertext twice", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => Buffer.from(bytes).equals(crypto.decryptBytes("person.file", "A", crypto.encryptBytes("person.file", "A", bytes)))));
    expect(Buffer.from(crypto.encryptBytes("person.file", "A", Buffer.from("x"))).equals(crypto.encryptBytes("person.file", "A", Buffer.from("x")))).toBe(false);
  });

  it("don't open as another record's, as another field's, with another key, cut off, or after a change of one bit", () => {
    const sealed = crypto.encryptBytes("person.file", "A", Buffer.from("a photo"));
    const flipped = Uint8Array.from(sealed);
    flipped[flipped.length - 1]! ^= 1;
    for (const open of [
      () => crypto.decryptBytes("person.file", "B", sealed), () => crypto.decryptBytes("person.care", "A", sealed), () => crypto.decryptBytes("person.file", "A", flipped),
      () => crypto.decryptBytes("person.file", "A", sealed.subarray(0, 20)), () => createFieldCrypto(key(), indexKey).decryptBytes("person.file", "A", sealed),
      () => crypto.decryptBytes("person.file", "A", Uint8Array.from([9, ...sealed.subarray(1)])),
    ]) expect(open).toThrow();
  });
});
