import { createHmac } from "node:crypto";
import { DRIFT_STEPS, FACTOR_DIGITS, STEP_SECONDS } from "#app/domain/account/second-factor.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** As long as the hash, as RFC 4226 recommends. */
export const SECRET_BYTES = 20;

/** RFC 4648 without padding: what a generator is given by hand, and what codes on paper are made of. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The code of a time step (RFC 6238), or of any counter (RFC 4226). */
export function codeOfStep(secret: Uint8Array, step: number, digits = FACTOR_DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const truncated = mac.readUInt32BE(mac[mac.length - 1]! & 15) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, "0");
}

export function stepAt(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000 / STEP_SECONDS);
}

/** The newest time step around an instant whose code this is; null: of none. */
export function stepOfCode(secret: Uint8Array, code: string, instant: Date): number | null {
  const now = stepAt(instant);
  for (let step = now + DRIFT_STEPS; step >= now - DRIFT_STEPS; step -= 1) if (codeOfStep(secret, step) === code) return step;
  return null;
}

/** What the QR code of a generator says. */
export function enrolmentAddress(issuer: string, account: string, secret: Uint8Array): string {
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${new URLSearchParams({ secret: base32(secret), issuer })}`.replaceAll("+", "%20");
}
