import { randomBytes } from "node:crypto";
import { createFieldCrypto, type FieldCrypto } from "#app/platform/crypto.server.ts";
import type { CipherName } from "#app/platform/keys/ciphers.server.ts";
import { firstFormRing, type KeyRing } from "#app/platform/keys/ring.ts";
import { hashOf } from "#app/platform/keys/store.server.ts";
import type { Suite } from "./suites.ts";

const AT_ONCE = 20_000;
const ID = "14010519791130001X";

function ringOf(cipher: CipherName): KeyRing {
  const key = { generation: 1, state: "ACTIVE" as const, material: randomBytes(32) };
  return { view: { data: [{ ...key, algorithm: cipher }], index: [{ ...key, algorithm: hashOf(cipher) }] } };
}

/** The middle one of several rounds, in millionths of a second for one call. */
function median(rounds: number, work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    for (let n = 0; n < AT_ONCE; n += 1) work();
    return ((performance.now() - startedAt) * 1_000) / AT_ONCE;
  });
  return Math.round(times.sort((a, b) => a - b)[rounds >> 1]! * 100) / 100;
}

function measure(crypto: FieldCrypto, rounds: number) {
  const sealed = crypto.encrypt("person.idNumber", ID);
  const [person, flag] = ["01KB2Q7X9S8F3T6V5W4Y2Z1ABC", crypto.sealFlag("person.category", "01KB2Q7X9S8F3T6V5W4Y2Z1ABC", "RELOCATED")];
  const photo = randomBytes(200_000);
  const startedAt = performance.now();
  for (let n = 0; n < rounds; n += 1) crypto.encryptBytes("person.file", "A", photo);
  const photoMs = (performance.now() - startedAt) / rounds;
  return {
    encryptMicroseconds: median(rounds, () => void crypto.encrypt("person.idNumber", ID)),
    decryptMicroseconds: median(rounds, () => void crypto.decrypt("person.idNumber", sealed)),
    indexMicroseconds: median(rounds, () => void crypto.blindIndex("person.idNumber", ID)),
    sealFlagMicroseconds: median(rounds, () => void crypto.sealFlag("person.category", person, "RELOCATED")),
    openFlagMicroseconds: median(rounds, () => void crypto.openFlag("person.category", person, flag)),
    photoMs: Math.round(photoMs * 100) / 100,
    ciphertextLength: sealed.length, flagLength: flag.length,
  };
}

/** One resident ID encrypted, opened and indexed, a flag sealed and opened, and a photo encrypted: the first form beside both ciphers of the ring. */
export const benchCrypto: Suite = (_deps, { rounds }) => Promise.resolve({
  rounds, callsARound: AT_ONCE,
  firstForm: measure(createFieldCrypto(firstFormRing(randomBytes(32).toString("base64"), randomBytes(32).toString("base64"))), rounds),
  aes: measure(createFieldCrypto(ringOf("aes")), rounds),
  sm4: measure(createFieldCrypto(ringOf("sm4")), rounds),
});
