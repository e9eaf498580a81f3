export type IdentityVerdict = "match" | "mismatch" | "unavailable";

/** A register that knows whether a name belongs to a resident ID. It may be away; what it is asked is never written down. */
export interface IdentityVerifier {
  readonly name: string;
  verify(identity: { name: string; idNumber: string }): Promise<IdentityVerdict>;
}

/** Asks nobody: the form of name and number has been checked before, and whose they are stays unverified. */
export const formOnlyVerifier: IdentityVerifier = { name: "form-only", verify: async () => "unavailable" };

const LONGEST_MS = 4_000;

/** Asks a register and takes silence and failure for being away, so that it can never stop anybody by itself. */
export async function askVerifier({ identity }: { identity: IdentityVerifier }, who: { name: string; idNumber: string }): Promise<IdentityVerdict> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<IdentityVerdict>((resolve) => (timer = setTimeout(() => resolve("unavailable"), LONGEST_MS)));
  try {
    return await Promise.race([identity.verify(who), late]);
  } catch {
    return "unavailable";
  } finally {
    clearTimeout(timer);
  }
}
