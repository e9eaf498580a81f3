import { CODE_DIGITS, CODE_MINUTES, codeStands, type CodePurpose, MOST_TRIES, PROOF_MINUTES, RESEND_SECONDS, resendWait } from "#app/domain/account/phone-code.ts";
import { maskPhone } from "#app/domain/person/masks.ts";
import { randomDigits, randomToken, sha256 } from "#app/platform/crypto.server.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { queueSms } from "./sms.server.ts";

interface CodeWish {
  purpose: CodePurpose;
  phone: string;
  /** the message, with `SECRET_MARK` for the code; null: nothing is sent, and nobody can know the code */
  text: string | null;
  userId?: string | null;
  /** what waits for the code */
  note?: unknown;
}

export type AskedCode = { ticket: string } | { waitSeconds: number };

/** Puts a fresh code in force for a telephone, in the place of the one before, and its message on its way. */
export async function askCode(deps: Deps, wish: CodeWish): Promise<AskedCode> {
  const now = deps.clock.now();
  const phoneIndex = deps.crypto.blindIndex("person.phone", wish.phone);
  const ticket = randomToken();
  const code = randomDigits(CODE_DIGITS);
  const phoneEnc = deps.crypto.encrypt("person.phone", wish.phone);
  try {
    return await deps.db.$transaction(async (tx) => {
      const last = await tx.phoneCode.findFirst({ where: { phoneIndex: { in: deps.crypto.blindIndexes("person.phone", wish.phone) } }, orderBy: { createdAt: "desc" }, select: { id: true, createdAt: true, openKey: true } });
      const waitSeconds = resendWait(last?.createdAt ?? null, now);
      if (waitSeconds > 0) return { waitSeconds };
      if (last?.openKey) {
        const replaced = await tx.phoneCode.updateMany({ where: { id: last.id, openKey: { not: null } }, data: { openKey: null } });
        if (replaced.count !== 1) return { waitSeconds: RESEND_SECONDS };
      }
      await tx.phoneCode.create({
        data: {
          id: sha256(ticket), purpose: wish.purpose, phoneIndex, phoneEnc, phoneMasked: maskPhone(wish.phone), codeHash: deps.crypto.blindIndex("phone.code", `${ticket}.${code}`), openKey: phoneIndex,
          userId: wish.userId ?? null, noteEnc: wish.note === undefined ? null : deps.crypto.encrypt("phone.note", JSON.stringify(wish.note)),
          createdAt: now, expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
        },
      });
      if (wish.text !== null) {
        await queueSms(deps, tx, { onceKey: `code:${sha256(ticket)}`, personId: null, phoneEnc, phoneMasked: maskPhone(wish.phone), purpose: "code", text: wish.text, secretEnc: deps.crypto.encrypt("sms.secret", code) });
      }
      return { ticket };
    });
  } catch (error) {
    // somebody asked for the same telephone at the same moment
    if (isUniqueViolation(error)) return { waitSeconds: RESEND_SECONDS };
    throw error;
  }
}

export type CodeAnswer = "right" | "wrong" | "over";

/** Takes one try at a code; a right one is used up, by exactly one of several at once. A code that stands no longer is `over`. */
export async function tryCode(deps: Pick<Deps, "db" | "crypto" | "clock">, ticket: string, code: string, purposes: readonly CodePurpose[]): Promise<CodeAnswer> {
  const id = sha256(ticket);
  const now = deps.clock.now();
  const counted = await deps.db.phoneCode.updateMany({
    where: { id, purpose: { in: [...purposes] }, openKey: { not: null }, usedAt: null, tries: { lt: MOST_TRIES }, expiresAt: { gt: now } }, data: { tries: { increment: 1 } },
  });
  if (counted.count !== 1) return "over";
  const used = await deps.db.phoneCode.updateMany({ where: { id, usedAt: null, codeHash: { in: deps.crypto.blindIndexesEver("phone.code", `${ticket}.${code}`) } }, data: { usedAt: now, openKey: null } });
  if (used.count === 1) return "right";
  const row = await deps.db.phoneCode.findUnique({ where: { id } });
  return row !== null && codeStands({ ...row, newest: row.openKey !== null }, now) ? "wrong" : "over";
}

/** What a browser's ticket is about, for the page where the code is typed; null when there is no such ticket. */
export async function readTicket({ db, clock, crypto }: Pick<Deps, "db" | "clock" | "crypto">, ticket: string) {
  const row = await db.phoneCode.findUnique({ where: { id: sha256(ticket) } });
  return row && { purpose: row.purpose as CodePurpose, phoneMasked: row.phoneMasked, phone: crypto.decrypt("person.phone", row.phoneEnc), userId: row.userId, noteEnc: row.noteEnc, stands: codeStands({ ...row, newest: row.openKey !== null }, clock.now()) };
}

/** Gives whoever used a ticket's code the secret that says so. */
export async function giveProof(deps: Pick<Deps, "db" | "clock">, ticket: string): Promise<string> {
  const proof = randomToken();
  await deps.db.phoneCode.update({ where: { id: sha256(ticket) }, data: { proofHash: sha256(proof), proofExpiresAt: new Date(deps.clock.now().getTime() + PROOF_MINUTES * 60_000) } });
  return proof;
}

/** The telephone that a browser has proved, while the proof stands and has not been used. */
export async function readProof(deps: Pick<Deps, "db" | "crypto" | "clock">, proof: string | null) {
  const row = proof === null ? null : await deps.db.phoneCode.findUnique({ where: { proofHash: sha256(proof) } });
  if (!row || row.proofUsedAt !== null || row.proofExpiresAt === null || row.proofExpiresAt <= deps.clock.now()) return null;
  return {
    id: row.id, purpose: row.purpose as CodePurpose, phone: deps.crypto.decrypt("person.phone", row.phoneEnc), phoneMasked: row.phoneMasked,
    note: row.noteEnc === null ? null : (JSON.parse(deps.crypto.decrypt("phone.note", row.noteEnc)) as unknown),
  };
}

/** Uses a proof up; false when somebody has, or its time is over. */
export async function useProof(deps: Pick<Deps, "clock">, tx: Tx, id: string): Promise<boolean> {
  const now = deps.clock.now();
  const used = await tx.phoneCode.updateMany({ where: { id, proofUsedAt: null, proofExpiresAt: { gt: now } }, data: { proofUsedAt: now, noteEnc: null } });
  return used.count === 1;
}

/** Keeps what has been filled in under a proof, as ciphertext. */
export async function keepNote(deps: Pick<Deps, "db" | "crypto">, id: string, note: unknown): Promise<void> {
  await deps.db.phoneCode.updateMany({ where: { id, proofUsedAt: null }, data: { noteEnc: deps.crypto.encrypt("phone.note", JSON.stringify(note)) } });
}

const KEEP_MS = 86_400_000;

/** Codes and proofs of yesterday go. */
export async function pruneCodes(deps: Pick<Deps, "db" | "clock">): Promise<number> {
  return (await deps.db.phoneCode.deleteMany({ where: { createdAt: { lt: new Date(deps.clock.now().getTime() - KEEP_MS) } } })).count;
}
