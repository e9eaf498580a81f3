import { createHash, randomBytes } from "node:crypto";
import { type CipherName, cipherOf, IV_BYTES } from "./ciphers.server.ts";
import type { KeyUse } from "./ring.ts";

export const KEY_BYTES = 32;
/** A key is wrapped by the cipher of its own family, so that a 国密 ring holds nothing else. */
const WRAPPED_BY: Record<string, CipherName> = { aes: "aes", sha256: "aes", sm4: "sm4", sm3: "sm4" };

interface Named { keyUse: KeyUse; generation: number; algorithm: string }

/** Tells one master key from another; says nothing about it. */
export function masterIdOf(master: string): string {
  return createHash("sha256").update("jingangtong master\0").update(Buffer.from(master, "base64")).digest("base64url").slice(0, 12);
}

/** Bound to its place in the ring: under another number or algorithm it does not open. */
const boundTo = ({ keyUse, generation, algorithm }: Named): Buffer => Buffer.from(`${keyUse}:${generation}:${algorithm}`);
const wrapperOf = (master: string, { keyUse, algorithm }: Named) => cipherOf(WRAPPED_BY[algorithm] ?? "aes", Buffer.from(master, "base64"), `wrap:${keyUse}`);

export function wrapKey(master: string, named: Named, material: Uint8Array): string {
  return wrapperOf(master, named).seal(randomBytes(IV_BYTES), boundTo(named), material).toString("base64url");
}

export function unwrapKey(master: string, named: Named, wrapped: string): Buffer {
  return wrapperOf(master, named).open(Buffer.from(wrapped, "base64url"), boundTo(named));
}
