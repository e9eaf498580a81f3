import { deviceOf, type Device } from "#app/domain/account/device.ts";
import { type RealName, realNameOf } from "#app/domain/account/real-name.ts";
import { mayHaveFactor } from "#app/domain/account/second-factor.ts";
import type { Role } from "#app/domain/terms.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listSessions } from "#app/platform/sessions.server.ts";

export interface SessionView {
  id: string;
  device: Device;
  startedAt: Date;
  seenAt: Date;
  current: boolean;
}

export interface AccountView {
  displayName: string;
  hasPassword: boolean;
  /** of a code generator; `may`: has a role that can have one */
  secondFactor: { may: boolean; since: Date | null };
  /** null where there is no person behind the account */
  person: { phoneMasked: string | null; idNumberMasked: string; realName: RealName; checkedAt: Date | null } | null;
  sessions: SessionView[];
}

/** What somebody sees of their own account; this session comes first. */
export async function readAccount(deps: Pick<Deps, "db" | "clock">, self: Actor, sessionId: string): Promise<AccountView | null> {
  const [user, sessions] = await Promise.all([
    deps.db.user.findUnique({
      where: { id: self.userId ?? "" },
      include: { secondFactor: { select: { confirmedAt: true } }, person: { select: { nameMasked: true, phoneMasked: true, idNumberMasked: true, identityChecks: { orderBy: { checkedAt: "desc" }, take: 20, select: { result: true, checkedAt: true } } } } },
    }),
    listSessions(deps, self.userId ?? "", self.actingFor?.helperRole ?? self.role),
  ]);
  if (!user) return null;
  const { person } = user;
  const views = sessions.map(({ id, createdAt, seenAt, userAgent }) => ({ id, device: deviceOf(userAgent), startedAt: createdAt, seenAt, current: id === sessionId }));
  return {
    displayName: person?.nameMasked ?? user.displayName,
    hasPassword: user.passwordHash !== null,
    secondFactor: { may: mayHaveFactor(user.role as Role), since: user.secondFactor?.confirmedAt ?? null },
    person: person && { phoneMasked: person.phoneMasked, idNumberMasked: person.idNumberMasked, realName: realNameOf(person.identityChecks), checkedAt: person.identityChecks[0]?.checkedAt ?? null },
    sessions: views.sort((a, b) => Number(b.current) - Number(a.current)),
  };
}

