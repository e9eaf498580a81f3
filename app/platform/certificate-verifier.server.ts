import { z } from "zod";

/** What is asked of a register of certificates: the certificate as its holder tells it, and whose it is said to be. */
export interface CertificateQuestion {
  number: string;
  issuer: string;
  kind: string;
  level: string | null;
  issuedOn: string;
  holderName: string;
}

export const DIFFERENCES = ["kind", "level", "issuedOn", "holder"] as const;
export type Difference = (typeof DIFFERENCES)[number];

export type CertificateAnswer = { state: "FOUND" } | { state: "NOT_FOUND" } | { state: "MISMATCHED"; differs: readonly Difference[] } | { state: "UNREACHED" };

/** A register that can be asked about certificates. It may be away; what it is asked is never written down. */
export interface CertificateVerifier {
  readonly name: string;
  lookUp(question: CertificateQuestion): Promise<CertificateAnswer>;
}

/**
 * Where no register is connected, it answers by the number's last character, so that every state can be seen in development: 7 not found, 8 another
 * holder, 9 another level, 0 away, all others found. Only for made-up data: it knows nothing.
 */
export const localVerifier: CertificateVerifier = {
  name: "local",
  lookUp: async ({ number }) => {
    switch (number.at(-1)) {
      case "7": return { state: "NOT_FOUND" };
      case "8": return { state: "MISMATCHED", differs: ["holder"] };
      case "9": return { state: "MISMATCHED", differs: ["level"] };
      case "0": return { state: "UNREACHED" };
      default: return { state: "FOUND" };
    }
  },
};

export const NOBODY = "none";

/** Asks nobody: every certificate waits for an officer's eyes alone. */
export const noVerifier: CertificateVerifier = { name: NOBODY, lookUp: async () => ({ state: "UNREACHED" }) };

export const registerReply = z.discriminatedUnion("state", [
  z.object({ state: z.literal("FOUND") }), z.object({ state: z.literal("NOT_FOUND") }), z.object({ state: z.literal("MISMATCHED"), differs: z.array(z.enum(DIFFERENCES)).min(1).max(DIFFERENCES.length) }),
]);

/** A register behind HTTP: the question is sent as JSON, `{ state, differs? }` comes back within `timeoutMs`. Anything else is being away. */
export function httpVerifier(url: string, timeoutMs: number): CertificateVerifier {
  return {
    name: new URL(url).host.slice(0, 40),
    async lookUp(question) {
      const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(question), redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
      if (!response.ok) return { state: "UNREACHED" };
      const reply = registerReply.safeParse(await response.json());
      return reply.success ? reply.data : { state: "UNREACHED" };
    },
  };
}

/** Asks a register and takes failure for being away, so that it can stop nobody by itself. */
export async function askRegister({ certificates }: { certificates: CertificateVerifier }, question: CertificateQuestion): Promise<CertificateAnswer> {
  try {
    return await certificates.lookUp(question);
  } catch {
    return { state: "UNREACHED" };
  }
}
