import { createHash, randomBytes } from "node:crypto";

/** 12 random bytes in base64url: the same name gives another hash on every certificate, so that two can't be told to be one person's. */
export function newSalt(): string {
  return randomBytes(12).toString("base64url");
}

/** The first 16 bytes of SHA-256 over salt, a line feed and the name without blanks, in base64url: a name can be held against it, none can be read from it. */
export function holderHash(salt: string, name: string): string {
  return createHash("sha256").update(`${salt}\n${name.normalize("NFKC").replace(/\s+/g, "")}`).digest().subarray(0, 16).toString("base64url");
}
