import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { sm3, sm4 } from "sm-crypto-v2";
import { describe, expect, it } from "vitest";
import { sm4Gcm } from "./ciphers.server.ts";

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ""), "hex");
const ivAndTag = 28;

describe("SM4-GCM", () => {
  it("gives the official example of RFC 8998, appendix A.1", () => {
    const key = hex("0123456789ABCDEFFEDCBA9876543210");
    const [iv, bound] = [hex("00001234567800000000ABCD"), hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2")];
    const plain = hex("AAAAAAAAAAAAAAAA BBBBBBBBBBBBBBBB CCCCCCCCCCCCCCCC DDDDDDDDDDDDDDDD EEEEEEEEEEEEEEEE FFFFFFFFFFFFFFFF EEEEEEEEEEEEEEEE AAAAAAAAAAAAAAAA");
    const sealed = sm4Gcm(createSecretKey(key)).seal(iv, bound, plain);
    expect(sealed.subarray(12, ivAndTag)).toEqual(hex("83DE3541E4C2B58177E065A9BF7B62EC"));
    expect(sealed.subarray(ivAndTag)).toEqual(hex("17F399F08C67D5EE19D0DC9969C4BB7D 5FD46FD3756489069157B282BB200735 D82710CA5C22F0CCFA7CBF93D496AC15 A56834CBCF98C397B4024A2691233B8D"));
    expect(sm4Gcm(createSecretKey(key)).open(sealed, bound)).toEqual(plain);
  });

  it("agrees with another implementation for every length around the block, with and without what is bound", () => {
    for (let length = 0; length <= 70; length += 1) {
      const [key, iv, plain, bound] = [randomBytes(16), randomBytes(12), randomBytes(length), randomBytes((length * 7) % 37)];
      const sealed = sm4Gcm(createSecretKey(key)).seal(iv, bound, plain);
      const theirs = sm4.encrypt(Uint8Array.from(plain), Uint8Array.from(key), { mode: "gcm", iv: Uint8Array.from(iv), associatedData: Uint8Array.from(bound), output: "array", outputTag: true, padding: "none" });
      expect(sealed.subarray(ivAndTag).equals(Buffer.from(theirs.output)), `data of ${length}`).toBe(true);
      expect(sealed.subarray(12, ivAndTag).equals(Buffer.from(theirs.tag!)), `tag of ${length}`).toBe(true);
    }
  });

  it("opens nothing of which one bit was changed, nor with another binding", () => {
    const cipher = sm4Gcm(createSecretKey(randomBytes(16)));
    const sealed = cipher.seal(randomBytes(12), Buffer.from("person.name"), Buffer.from("张三丰"));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1 << (at % 8);
      expect(() => cipher.open(changed, Buffer.from("person.name")), String(at)).toThrow();
    }
    expect(() => cipher.open(sealed, Buffer.from("person.phone"))).toThrow();
    expect(() => cipher.open(sealed.subarray(0, 27), Buffer.from("person.name"))).toThrow();
  });
});

describe("HMAC-SM3", () => {
  it("of the platform agrees with another implementation", () => {
    for (let length = 0; length <= 130; length += 13) {
      const [key, text] = [randomBytes(32), randomBytes(length)];
      expect(createHmac("sm3", key).update(text).digest("hex")).toBe(sm3(Uint8Array.from(text), { mode: "hmac", key: Uint8Array.from(key) }));
    }
  });
});
