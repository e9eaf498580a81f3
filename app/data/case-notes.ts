import type { Deps } from "#app/platform/deps.server.ts";

type Needs = Pick<Deps, "crypto">;

/** Words on somebody's case may tell of health, family or debts: they are kept as ciphertext. */
export function sealNote({ crypto }: Needs, note: string | null): string | null {
  return note === null ? null : crypto.encrypt("case.note", note);
}

/** The words of a case or step; those written before they were sealed stand in `note` until `npm run rotate-keys` has come by. */
export function openNote({ crypto }: Needs, { note, noteEnc }: { note: string | null; noteEnc: string | null }): string | null {
  return noteEnc === null ? note : crypto.decrypt("case.note", noteEnc);
}
