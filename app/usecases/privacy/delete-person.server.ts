import { z } from "zod";
import { erasePerson } from "#app/data/erasure.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { changeProfile } from "#app/data/profile.server.ts";
import { isOwedSubsidy } from "#app/data/welfare/sheets.server.ts";
import { isOwedWages } from "#app/data/workfare/sheets.server.ts";
import { queueSms } from "#app/data/sms.server.ts";
import { PERSON_DELETED_SMS } from "#app/domain/notice/person-deleted-sms.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { takeHiringStep } from "../hiring/take-step.server.ts";
import { FAREWELL } from "../notices/send-sms.server.ts";
import { findOwnPerson } from "../profile/own-person.server.ts";
import { useCase } from "../use-case.server.ts";

/**
 * A person withdraws and is deleted, for good. Not while a placement is under way: others rely on it. Offers that wait are declined first,
 * so that the ledger tells how they ended. A text message goes out and takes the number with it.
 */
export const deletePerson = useCase({
  name: "delete-person",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => undefined },
  input: z.object({ understood: z.literal("on", "confirm-deletion") }),
  async run({ deps, actor }) {
    const own = await findOwnPerson(deps, actor, undefined);
    if (!own.ok) return own;
    const personId = own.person.id;
    if ((await deps.db.placement.count({ where: { activeKey: personId } })) > 0) return refuse("placement-active");
    if (await isOwedSubsidy(deps.db, personId)) return refuse("subsidy-owed");
    if (await isOwedWages(deps.pool, personId)) return refuse("wage-owed");
    for (const { id } of await deps.db.hiring.findMany({ where: { personId, state: "OFFERED" }, select: { id: true } })) {
      const declined = await takeHiringStep(deps, actor, { hiringId: id, kind: "DECLINED" });
      if (!declined.ok) return refuse("changed-meanwhile");
    }
    return changeProfile(deps, personId, async (tx) => {
      if ((await tx.placement.count({ where: { activeKey: personId } })) > 0) return refuse("placement-active");
      if ((await tx.hiring.count({ where: { personId, state: "OFFERED" } })) > 0) return refuse("changed-meanwhile");
      const { phoneEnc, phoneMasked } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { phoneEnc: true, phoneMasked: true } });
      await erasePerson(deps, tx, own.person);
      if (phoneEnc !== null) await queueSms(deps, tx, { onceKey: `${FAREWELL}:${personId}:${deps.clock.now().getTime()}`, personId: null, phoneEnc, phoneMasked: phoneMasked ?? "", purpose: FAREWELL, text: PERSON_DELETED_SMS });
      await emit(deps, tx, [{ event: "person.changed", subjectId: personId }]);
      return ok({ personId });
    });
  },
});
