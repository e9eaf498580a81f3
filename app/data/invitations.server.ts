import { INVITATION_HOURS, invitationSms, invitationStanding } from "#app/domain/account/invitation.ts";
import { maskPhone } from "#app/domain/person/masks.ts";
import { resendWait } from "#app/domain/account/phone-code.ts";
import type { Actor } from "#app/platform/actor.ts";
import { randomToken, sha256 } from "#app/platform/crypto.server.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { queueSms } from "./sms.server.ts";

/** Seconds until another link may be sent to the owner of an account; 0: now. */
export async function invitationWait({ clock }: Pick<Deps, "clock">, tx: Tx, userId: string): Promise<number> {
  const last = await tx.accountInvitation.findFirst({ where: { userId }, orderBy: { createdAt: "desc" }, select: { createdAt: true } });
  return resendWait(last?.createdAt ?? null, clock.now());
}

/** Puts a fresh link in force for an account whose row the caller holds, in the place of the one before, and its message on its way. */
export async function invite(deps: Pick<Deps, "newId" | "clock" | "crypto" | "env">, tx: Tx, actor: Actor, of: { userId: string; username: string; phone: string; place: string }): Promise<void> {
  const now = deps.clock.now();
  const token = randomToken();
  const id = deps.newId();
  const phoneMasked = maskPhone(of.phone);
  await endInvitations(tx, of.userId);
  await tx.accountInvitation.create({
    data: { id, userId: of.userId, tokenHash: sha256(token), openKey: of.userId, phoneMasked, invitedBy: actor.userId, createdAt: now, expiresAt: new Date(now.getTime() + INVITATION_HOURS * 3_600_000) },
  });
  await queueSms(deps, tx, {
    onceKey: `invitation:${id}`, personId: null, phoneEnc: deps.crypto.encrypt("person.phone", of.phone), phoneMasked, purpose: "code",
    text: invitationSms({ place: of.place, username: of.username, origin: originOf(deps.env) }), secretEnc: deps.crypto.encrypt("sms.secret", token),
  });
}

/** No link opens the account any more. */
export async function endInvitations(tx: Tx, userId: string): Promise<void> {
  await tx.accountInvitation.updateMany({ where: { openKey: userId }, data: { openKey: null } });
}

/** What a link is for, while it opens anything; null otherwise. */
export async function readInvitation({ db, clock }: Pick<Deps, "db" | "clock">, token: string) {
  const row = await db.accountInvitation.findUnique({
    where: { tokenHash: sha256(token) },
    include: { user: { select: { id: true, username: true, displayName: true, status: true, trainingBody: { select: { name: true } }, brand: { select: { name: true, nameEn: true } } } } },
  });
  if (!row || row.user.status !== "ACTIVE" || invitationStanding(row, clock.now()) !== "STANDS") return null;
  return { id: row.id, user: row.user, expiresAt: row.expiresAt };
}
