import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LABOUR_CAPACITIES, PERSON_CATEGORIES } from "#app/domain/terms.ts";
import { HELPS } from "#app/domain/training/enrolment.ts";
import { createFieldCrypto, UnknownGeneration } from "../crypto.server.ts";
import { idSource } from "../ids.ts";
import { FLAG_WORDS, type FlagField } from "./flags.ts";
import { firstFormRing, type KeyRing } from "./ring.ts";

const secret = () => randomBytes(32).toString("base64");
const ring = (algorithm: "aes" | "sm4", generation: number): KeyRing => ({
  view: { data: [{ generation, algorithm, state: "ACTIVE", material: randomBytes(32) }], index: [{ generation, algorithm: algorithm === "aes" ? "sha256" : "sm3", state: "ACTIVE", material: randomBytes(32) }] },
});
const FIELDS = Object.keys(FLAG_WORDS) as FlagField[];
const anId = fc.string({ unit: fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"), minLength: 26, maxLength: 26 });

it("has a place for every word of the domain, and the places written so far stay", () => {
  expect(FLAG_WORDS["person.category"]).toEqual(PERSON_CATEGORIES);
  expect(FLAG_WORDS["person.capacity"]).toEqual(LABOUR_CAPACITIES);
  expect(FLAG_WORDS["training.help"]).toEqual(HELPS);
});

describe.each([["as before there were generations", () => firstFormRing(secret(), secret())], ["AES-256", () => ring("aes", 2)], ["SM4", () => ring("sm4", 40)]])("a sealed flag, %s", (_name, make) => {
  const crypto = createFieldCrypto(make());

  it("opens as the word that was sealed, under its own record alone", () => {
    fc.assert(fc.property(anId, anId, fc.constantFrom(...FIELDS), fc.nat(), (id, other, field, nth) => {
      const words = FLAG_WORDS[field];
      const word = words[nth % words.length]!;
      const sealed = crypto.sealFlag(field, id, word);
      expect(crypto.openFlag(field, id, sealed)).toBe(word);
      expect(crypto.isCurrent(sealed)).toBe(true);
      if (other.slice(-15) !== id.slice(-15)) expect(() => crypto.openFlag(field, other, sealed)).toThrow(/another key or record/);
    }));
  });

  it("tells nothing of how often a word occurs: each person's is another, and no field's is another's", () => {
    const newId = idSource();
    const ids = Array.from({ length: 2_000 }, () => newId());
    const sealed = ids.flatMap((id) => [crypto.sealFlag("person.category", id, "POVERTY_LIFTED"), crypto.sealFlag("person.capacity", id, "FULL"), crypto.sealFlag("training.help", id, "LIFTED")]);
    expect(new Set(sealed).size).toBe(sealed.length);
  });

  it("is refused where any of its characters was changed, where it is cut, and under another key", () => {
    const id = "01KB2Q7X9S8F3T6V5W4Y2Z1ABC";
    const sealed = crypto.sealFlag("person.capacity", id, "HALF");
    const from = sealed.lastIndexOf(".") + 1;
    for (let at = from; at < sealed.length; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
      expect(() => crypto.openFlag("person.capacity", id, changed), changed).toThrow();
    }
    for (const text of ["", "FULL", "v1.", sealed.slice(0, -3), `${sealed}AAAA`, `${sealed.slice(0, -3)}!${sealed.slice(-3)}`, `${sealed}=`, `v2.9${sealed.slice(2)}`]) expect(() => crypto.openFlag("person.capacity", id, text), text).toThrow();
    expect(() => crypto.openFlag("person.category", id, sealed)).toThrow();
    expect(() => createFieldCrypto(make()).openFlag("person.capacity", id, sealed)).toThrow();
  });

  it("is only sealed for a word of its list and a record with an id", () => {
    expect(() => crypto.sealFlag("person.capacity", "01KB2Q7X9S8F3T6V5W4Y2Z1ABC", "STRONG" as "FULL")).toThrow(/no such word/);
    expect(() => crypto.sealFlag("person.capacity", "short", "FULL")).toThrow(/an id/);
  });
});

it("of a generation this process has not heard of is told as such, so that the ring is read again", () => {
  const sealed = createFieldCrypto(ring("aes", 7)).sealFlag("person.capacity", "01KB2Q7X9S8F3T6V5W4Y2Z1ABC", "FULL");
  expect(() => createFieldCrypto(ring("aes", 3)).openFlag("person.capacity", "01KB2Q7X9S8F3T6V5W4Y2Z1ABC", sealed)).toThrow(UnknownGeneration);
});
