import { sha256 } from "../crypto.server.ts";

/** Tells the agents who share a phone apart in its store, without naming the account. */
export function phoneOwner(userId: string): string {
  return sha256(`phone-queue|${userId}`).slice(0, 22);
}
