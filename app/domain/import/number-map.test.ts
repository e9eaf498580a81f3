import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberMap } from "./number-map.ts";

const KEYS = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.maxSafeInteger().map((one) => Math.abs(one) + (one === 0 ? 1 : 0)));

it("gives back what a Map would, whatever is put in and asked for", () => {
  fc.assert(fc.property(fc.array(fc.tuple(KEYS, fc.integer({ min: 0, max: 0xffff_ffff })), { maxLength: 300 }), fc.array(KEYS, { maxLength: 50 }), (entries, others) => {
    const [ours, theirs] = [new NumberMap(), new Map<number, number>()];
    for (const [key, value] of entries) {
      ours.set(key, value);
      theirs.set(key, value);
    }
    expect(ours.size).toBe(theirs.size);
    for (const key of [...theirs.keys(), ...others]) expect(ours.get(key)).toBe(theirs.get(key));
  }));
});

it("keeps a hundred thousand neighbours as it grows", () => {
  const map = new NumberMap();
  const key = (at: number) => 14_112_400_000_000 + at * 1_000;
  for (let at = 0; at < 100_000; at += 1) map.set(key(at), at);
  expect(map.size).toBe(100_000);
  for (let at = 0; at < 100_000; at += 1) if (map.get(key(at)) !== at) expect([at, map.get(key(at))]).toEqual([at, at]);
  expect(map.get(key(100_000))).toBeUndefined();
});

it("takes no key that it could not tell from an empty place", () => {
  for (const key of [0, -1, 1.5, Number.NaN, 2 ** 53]) expect(() => new NumberMap().set(key, 1)).toThrow(RangeError);
  expect(new NumberMap().get(0)).toBeUndefined();
});
