import { z } from "zod";
import { noteIdentity, RESULT_OF } from "#app/data/accounts.server.ts";
import { writeAudit } from "#app/data/audit.server.ts";
import { giveConsents } from "#app/data/consents.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { findPersonByIdNumber, insertPerson, isName, phoneColumns } from "#app/data/persons.server.ts";
import { markAnswered } from "#app/data/profile.server.ts";
import { readProof, useProof } from "#app/data/phone-codes.server.ts";
import { isOwnNumber } from "#app/domain/account/password.ts";
import { decideTakeover, homeSchema, type Takeover, whoSchema } from "#app/domain/account/registration.ts";
import { ageProblem } from "#app/domain/person/identity.ts";
import { maskName } from "#app/domain/person/masks.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { askVerifier } from "#app/platform/identity-verifier.server.ts";
import { hashPassword } from "#app/platform/passwords.server.ts";
import { useCase } from "../use-case.server.ts";

const schema = whoSchema.extend(homeSchema.shape).extend({ proof: z.string("proof-over").length(43, "proof-over") });
type Registration = z.output<typeof schema>;

class ProofOver extends Error {}

/**
 * Somebody who has proved a telephone opens an account for themselves. A resident ID that is on record is never a second person:
 * the record is taken over, or the answer is the same for whatever stands against it.
 */
export const registerSeeker = useCase({
  name: "register-seeker",
  roles: ["SYSTEM"],
  subject: { type: "person", id: (_input, value) => value.personId },
  input: schema,
  async run({ deps, actor, input }) {
    const proof = await readProof(deps, input.proof);
    if (!proof) return refuse("proof-over");
    const { name, idNumber: { id: idNumber, birthDate } } = input;
    const tooYoung = ageProblem(birthDate, deps.clock.today());
    if (tooYoung) return refuse(tooYoung, { field: "idNumber" });
    const home = await deps.db.region.findUnique({ where: { code: input.homeRegionCode }, select: { level: true, parentCode: true } });
    if (home?.level !== "TOWN" || home.parentCode !== input.countyCode) return refuse("home-town-needed", { field: "homeRegionCode" });
    if (input.password !== undefined && isOwnNumber(input.password, [proof.phone, idNumber])) return refuse("password-own-number", { field: "password" });
    const [verdict, passwordHash, known] = await Promise.all([
      askVerifier(deps, { name, idNumber }), input.password === undefined ? null : hashPassword(input.password), findKnown(deps, idNumber),
    ]);
    const takeover = decideTakeover(known && { hasAccount: known.user !== null, sameName: isName(deps, known.nameEnc, name), samePhone: known.phoneIndex !== null && deps.crypto.blindIndexes("person.phone", proof.phone).includes(known.phoneIndex) }, verdict);
    if (takeover === "WRONG_NAME") return refuse("identity-mismatch", { field: "name" });
    if (takeover === "REFUSED") return refuse("cannot-register");
    const userId = deps.newId();
    let personId = known?.id ?? "";
    try {
      await deps.db.$transaction(async (tx) => {
        if (!(await useProof(deps, tx, proof.id))) throw new ProofOver();
        personId = await takeOrMake(deps, tx, takeover, known?.id ?? null, input, proof.phone);
        await tx.user.create({ data: { id: userId, username: userId.toLowerCase(), displayName: maskName(name), passwordHash, role: "SEEKER", personId, recordedAt: deps.clock.now() } });
        await giveConsents(deps, tx, { userId }, personId, input.consents, "SELF");
        await noteIdentity(deps, tx, { personId, result: RESULT_OF[verdict], verifier: deps.identity.name, byUserId: userId });
      });
    } catch (error) {
      if (error instanceof ProofOver) return refuse("proof-over");
      // the same resident ID a moment earlier
      if (isUniqueViolation(error)) return refuse("cannot-register");
      throw error;
    }
    if (takeover === "LINK_WITH_PHONE") await writeAudit(deps, actor, { action: "set-phone", subjectType: "person", subjectId: personId, outcome: known?.phoneIndex ? "other-before" : "none-before" });
    return ok({ personId, userId });
  },
});

function findKnown(deps: Deps, idNumber: string) {
  return findPersonByIdNumber(deps, idNumber).then(async (person) => person && { ...person, user: await deps.db.user.findUnique({ where: { personId: person.id }, select: { id: true } }) });
}

/** Home and schooling on record were told by a bureau and stay; only the telephone that was proved is new. */
async function takeOrMake(deps: Deps, tx: Tx, takeover: Takeover, knownId: string | null, input: Registration, phone: string): Promise<string> {
  if (knownId === null) {
    const { id: idNumber, birthDate, sex } = input.idNumber;
    const id = await insertPerson(deps, tx, { name: input.name, idNumber, birthDate, sex, phone, education: input.education, homeRegionCode: input.homeRegionCode, source: "self" });
    // asked and answered: the profile need not ask again
    await markAnswered(deps, tx, id, "education");
    return id;
  }
  if (takeover === "LINK_WITH_PHONE") await tx.person.update({ where: { id: knownId }, data: { ...phoneColumns(deps, phone), updatedAt: deps.clock.now() } });
  await emit(deps, tx, [{ event: "person.changed", subjectId: knownId }]);
  return knownId;
}

