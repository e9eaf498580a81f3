import { giveConsents } from "#app/data/consents.server.ts";
import { loadLexiconFor } from "#app/data/occupations/lexicon.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import type { KnownDifferences } from "#app/data/read-models/known-person.server.ts";
import { insertPerson } from "#app/data/persons.server.ts";
import { giveReceipt } from "#app/data/receipts.server.ts";
import { addCrafts, applyFacts, findStoredPerson, insertWish, lockStoredPerson } from "#app/data/registrations.server.ts";
import { registeredSms } from "#app/domain/notice/registered-sms.ts";
import { craftsIn } from "#app/domain/occupation/crafts.ts";
import { cuesOf } from "#app/domain/occupation/cues.ts";
import { occupationOf } from "#app/domain/occupation/meet.ts";
import { ageProblem } from "#app/domain/person/identity.ts";
import { differingFields, MOST_OCCUPATIONS, type RegisteredFacts, type RegistrationForm, registrationSchema, takeOver } from "#app/domain/person/registration.ts";
import { isWithin } from "#app/domain/region/codes.ts";
import { ok, type Problem, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { knowsOccupations } from "./update-wish.server.ts";

export type Registered = { state: "registered"; personId: string; registrationId: string; outcome: "CREATED" | "CHANGED" | "UNCHANGED" };
/** The resident ID is known and the facts differ: nothing is stored until somebody decides. */
export type Known = {
  state: "known"; personId: string; version: string;
  /** the record changed after it was looked at */
  movedOn: boolean;
} & KnownDifferences;

const TRIES = 4;

/**
 * An agent registers somebody of their villages. A resident ID that is known already is never a second person: what differs is
 * shown, and taken over field by field. The same entry (by its key) is taken once, however often it is sent.
 */
export const registerPerson = useCase({
  name: "register-person",
  roles: ["AGENT", "OFFICER"],
  subject: { type: "person", id: (_input, value) => value.personId },
  input: registrationSchema,
  async run({ deps, actor, input }): Promise<Result<Registered | Known>> {
    if (actor.userId === null) return refuse("forbidden");
    const refused = await problemOf(deps, actor, input);
    if (refused) return { ok: false, problems: [refused] };
    const typed = await factsOf(deps, input);
    if (typed === null) return refuse("own-words-unknown", { field: "ownWords" });
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await registerOnce(deps, actor, input, typed);
      } catch (error) {
        // somebody else wrote the same person or the same entry at this moment: look again
        if (attempt === TRIES || !isUniqueViolation(error)) throw error;
      }
    }
  },
});

async function registerOnce(deps: Deps, actor: Actor, input: RegistrationForm, typed: RegisteredFacts): Promise<Result<Registered | Known>> {
  const before = await deps.db.registration.findUnique({ where: { byUserId_entryKey: { byUserId: actor.userId!, entryKey: input.entryKey } } });
  if (before) return ok({ state: "registered", personId: before.personId, registrationId: before.id, outcome: before.outcome });
  const known = await findStoredPerson(deps, deps.db, input.idNumber.id);
  if (!known) {
    return deps.db.$transaction(async (tx) => {
      const { name, phone, homeRegionCode, reach } = typed;
      const { id: idNumber, birthDate, sex } = input.idNumber;
      const personId = await insertPerson(deps, tx, { name, idNumber, birthDate, sex, phone, education: "NONE", homeRegionCode, canLeave: reach !== "HOME", source: "agent" });
      await insertWish(deps, tx, personId, typed);
      return ok(await complete(deps, tx, actor, input, personId, "CREATED"));
    });
  }
  return deps.db.$transaction(async (tx) => {
    const stored = await lockStoredPerson(deps, tx, known.id);
    if (!mayHold(actor, stored.homeRegionCode)) return refuse("held-elsewhere", { field: "idNumber" });
    const fields = differingFields(stored.facts, typed);
    if (fields.length > 0 && input.version !== stored.version) {
      const { nameMasked, phoneMasked, homeRegionCode, facts } = stored;
      return ok({ state: "known", personId: stored.id, version: stored.version, fields, typed, stored: { nameMasked, phoneMasked, homeRegionCode, wish: facts.wish }, movedOn: input.version !== null });
    }
    const facts = takeOver(stored.facts, typed, input.take);
    const taken = stored.facts.wish === null ? fields : fields.filter((field) => input.take.includes(field));
    const outcome = taken.length > 0 ? "CHANGED" : "UNCHANGED";
    // whoever holds the old telephone hears that it was changed
    const tellOld = stored.facts.phone !== null && facts.phone !== stored.facts.phone;
    const receiptId = tellOld ? await tell(deps, tx, actor, stored.id, outcome, true) : undefined;
    if (outcome === "CHANGED") await applyFacts(deps, tx, stored, input.idNumber.id, facts);
    else await emit(deps, tx, [{ event: "person.changed", subjectId: stored.id }]);
    return ok(await complete(deps, tx, actor, input, stored.id, outcome, receiptId));
  });
}

/** What is written whatever happened to the record itself: crafts, consents, the receipt, and the entry's key. */
async function complete(deps: Deps, tx: Tx, actor: Actor, input: RegistrationForm, personId: string, outcome: Registered["outcome"], told?: string): Promise<Registered> {
  await addCrafts(deps, tx, personId, input.ownWords === null ? [] : craftsIn(input.ownWords));
  await giveConsents(deps, tx, actor, personId, input.consents, input.consentHow, input.sheetNumber);
  const receiptId = told ?? (await tell(deps, tx, actor, personId, outcome, false));
  const now = deps.clock.now();
  const entered = input.enteredAt === null ? now : new Date(Math.min(Date.parse(input.enteredAt), now.getTime()));
  const row = await tx.registration.create({
    data: { id: deps.newId(), byUserId: actor.userId!, entryKey: input.entryKey, personId, receiptId, outcome, ownWords: input.ownWords, enteredAt: entered, recordedAt: now },
  });
  return { state: "registered", personId, registrationId: row.id, outcome };
}

async function tell(deps: Deps, tx: Tx, actor: Actor, personId: string, outcome: Registered["outcome"], phoneChanged: boolean): Promise<string> {
  const region = await tx.region.findUnique({ where: { code: actor.regionCode ?? "" }, select: { name: true } });
  const sms = registeredSms({ place: region?.name ?? "村里", day: deps.clock.today(), outcome, phoneChanged });
  return giveReceipt(deps, tx, actor, { personId, act: outcome === "CREATED" ? "registered" : outcome === "CHANGED" ? "record-changed" : "consent-noted", sms });
}

async function problemOf(deps: Deps, actor: Actor, input: RegistrationForm): Promise<Problem | null> {
  const age = ageProblem(input.idNumber.birthDate, deps.clock.today());
  if (age) return { code: age, field: "idNumber" };
  const [region, known] = await Promise.all([
    deps.db.region.findUnique({ where: { code: input.homeRegionCode }, select: { code: true } }),
    knowsOccupations(deps, input.occupationCodes),
  ]);
  if (!region || !actsForRegion(actor, input.homeRegionCode)) return refuse("village-outside", { field: "homeRegionCode" }).problems[0]!;
  if (!known) return { code: "occupation-unknown", field: "occupationCodes" };
  return null;
}

/** Null when the person's own words name no trade and none was chosen. */
async function factsOf(deps: Deps, input: RegistrationForm): Promise<RegisteredFacts | null> {
  const { ownWords } = input;
  const said = ownWords === null ? null : occupationOf(ownWords, await loadLexiconFor(deps.pool, [...cuesOf(ownWords).keys()]));
  const occupationCodes = [...new Set(said === null ? input.occupationCodes : [...input.occupationCodes, said])].slice(0, MOST_OCCUPATIONS);
  if (occupationCodes.length === 0) return null;
  return {
    name: input.name, phone: input.phone, homeRegionCode: input.homeRegionCode, occupationCodes, reach: input.reach, minWageFen: input.leastPay * 100, needsHousing: input.needsHousing,
  };
}

/** Rosters often know only the county: such a home is anybody's of that county to say more exactly. */
function mayHold(actor: Actor, homeRegionCode: string): boolean {
  return actsForRegion(actor, homeRegionCode) || (/^\d{6}$/.test(homeRegionCode) && actor.regionCode !== null && isWithin(actor.regionCode, homeRegionCode));
}
