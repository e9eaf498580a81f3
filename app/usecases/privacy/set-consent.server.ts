import { z } from "zod";
import { giveConsents, mayUse, refuseConsent, withdrawConsents } from "#app/data/consents.server.ts";
import { addStep, HiringMovedError } from "#app/data/hiring.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { changeProfile } from "#app/data/profile.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { SMS_WITHOUT_CONSENT } from "#app/domain/person/consent.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "#app/domain/person/identity.ts";
import { ok, refuse } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import type { Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findOwnPerson, personIdField, PROFILE_ROLES } from "../profile/own-person.server.ts";
import { useCase } from "../use-case.server.ts";

/** A person allows one purpose, or no longer does. It takes effect in the same transaction; asked for twice it is one. */
export const setConsent = useCase({
  name: "set-consent",
  roles: PROFILE_ROLES,
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ ...personIdField, purpose: z.enum(CONSENT_PURPOSES, "invalid"), decision: z.enum(["give", "withdraw"], "invalid") }),
  async run({ deps, actor, input: { personId: of, purpose, decision } }) {
    const own = await findOwnPerson(deps, actor, of);
    if (!own.ok) return own;
    const personId = own.person.id;
    const how = actor.role === "SEEKER" ? "SELF" : "AGENT";
    try {
      return await changeProfile(deps, personId, async (tx) => {
        if (decision === "give") await giveConsents(deps, tx, actor, personId, [purpose], how);
        else {
          const standing = await tx.consent.count({ where: { personId, purpose, withdrawnAt: null } });
          if (standing > 0) await withdrawConsents(deps, tx, personId, [purpose]);
          else if (await mayUse(tx, personId, purpose)) await refuseConsent(deps, tx, actor, personId, purpose, how);
          await END[purpose](deps, tx, actor, personId);
        }
        await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
        return ok({ personId });
      });
    } catch (error) {
      if (error instanceof HiringMovedError) return refuse("changed-meanwhile");
      throw error;
    }
  },
});

type End = (deps: Deps, tx: Tx, actor: Actor, personId: string) => Promise<void>;

/** What ends with a consent. */
const END: Record<ConsentPurpose, End> = {
  async EMPLOYERS(deps, tx, actor, personId) {
    await tx.postCandidate.deleteMany({ where: { personId } });
    const invitations = await tx.hiring.findMany({ where: { personId, state: "INVITED" }, select: { id: true, lastSeq: true } });
    for (const one of invitations) await addStep(deps, tx, actor, one, { kind: "DECLINED" });
  },
  async SMS(_deps, tx, _actor, personId) {
    await tx.smsMessage.deleteMany({ where: { personId, state: "QUEUED", purpose: { notIn: [...SMS_WITHOUT_CONSENT] } } });
  },
  async SERVICE(deps, tx, actor, personId) {
    const now = deps.clock.now();
    const idle = { seeking: false, updatedAt: now };
    await tx.wish.upsert({ where: { personId }, create: { personId, ...idle, occupationCodes: [], availableFrom: toDate(deps.clock.today()) }, update: idle });
    await tx.match.updateMany({ where: { personId, status: "PROPOSED" }, data: { status: "LAPSED", openKey: null, decidedAt: now } });
    await END.EMPLOYERS(deps, tx, actor, personId);
  },
};
