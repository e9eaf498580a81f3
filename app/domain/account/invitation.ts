import { z } from "zod";
import { SECRET_MARK } from "../notice/secret.ts";

/** How long the link of an invitation opens the account. */
export const INVITATION_HOURS = 72;

/** A name to sign in with: nothing that could be a telephone or a resident ID. Codes `required` and `operator-username`. */
export const accountName = z
  .string("required")
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.string().min(1, "required").regex(/^[a-z][a-z0-9._-]{3,39}$/, "operator-username"));

export type InvitationStanding = "STANDS" | "USED" | "OVER";

/** What an invitation is worth at an instant: one that was replaced, taken back or ran out is over. */
export function invitationStanding({ usedAt, openKey, expiresAt }: { usedAt: Date | null; openKey: string | null; expiresAt: Date }, now: Date): InvitationStanding {
  if (usedAt !== null) return "USED";
  return openKey !== null && expiresAt > now ? "STANDS" : "OVER";
}

/** How an account stands for the bureau over it: closed, its owner has a password, asked to set one, or the link ran out. */
export type OperatorState = "CLOSED" | "ACTIVE" | "INVITED" | "LAPSED";

export function operatorState(account: { locked: boolean; hasPassword: boolean; invitation: InvitationStanding | null }): OperatorState {
  if (account.locked) return "CLOSED";
  if (account.hasPassword) return "ACTIVE";
  return account.invitation === "STANDS" ? "INVITED" : "LAPSED";
}

/** The message with the link, within 500 characters; `SECRET_MARK` stands for its secret. */
export function invitationSms({ place, username, origin }: { place: string; username: string; origin: string }): string {
  return `【晋岗通】人社部门为您开了${Array.from(place).slice(0, 40).join("")}的机构账号，用户名 ${username}。请在 ${INVITATION_HOURS} 小时内打开 ${origin}/invited/${SECRET_MARK} 设置密码。不是您的事？不用理会。链接不要转给别人。`;
}
