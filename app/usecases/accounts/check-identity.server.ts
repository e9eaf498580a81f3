import { z } from "zod";
import { noteIdentity, RESULT_OF } from "#app/data/accounts.server.ts";
import { RECHECK_SECONDS } from "#app/domain/account/real-name.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { askVerifier } from "#app/platform/identity-verifier.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/** A person has their name and resident ID looked up again, once a minute at most. */
export const recheckIdentity = useCase({
  name: "recheck-identity",
  roles: ["SEEKER"],
  subject: { type: "person", id: () => undefined },
  input: z.object({}),
  async run({ deps, actor }) {
    const person = actor.personId === null ? null : await deps.db.person.findUnique({ where: { id: actor.personId }, include: { identityChecks: { orderBy: { checkedAt: "desc" }, take: 1 } } });
    if (!person) return refuse("no-person");
    const last = person.identityChecks[0]?.checkedAt;
    if (last && deps.clock.now().getTime() - last.getTime() < RECHECK_SECONDS * 1_000) return refuse("checked-just-now");
    const verdict = await askVerifier(deps, { name: deps.crypto.decrypt("person.name", person.nameEnc), idNumber: deps.crypto.decrypt("person.idNumber", person.idNumberEnc) });
    await deps.db.$transaction((tx) => noteIdentity(deps, tx, { personId: person.id, result: RESULT_OF[verdict], verifier: deps.identity.name, byUserId: actor.userId }));
    return ok({ verdict });
  },
});

/** An officer or agent of the person's region has seen the card, and says that the record is right. */
export const confirmIdentity = useCase({
  name: "confirm-identity",
  roles: ["OFFICER", "AGENT"],
  subject: { type: "person", id: (input) => input.personId },
  input: z.object({ personId: z.ulid("not-found"), cardSeen: z.literal("on", "card-not-seen") }),
  async run({ deps, actor, input }) {
    const person = await deps.db.person.findUnique({ where: { id: input.personId }, select: { id: true, homeCountyCode: true, homeRegionCode: true } });
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    await deps.db.$transaction((tx) => noteIdentity(deps, tx, { personId: person.id, result: "CARD_SEEN", verifier: "card", byUserId: actor.userId }));
    return ok({ personId: person.id });
  },
});
