import { findConsent, lockConsent } from "#app/data/delegations.server.ts";
import { giveReceipt, titleOfSubject } from "#app/data/receipts.server.ts";
import { allowsAct, type ActKind, wordsNamed } from "#app/domain/account/delegation.ts";
import { receiptSms } from "#app/domain/account/messages.ts";
import { type Day, momentInWords } from "#app/domain/dates.ts";
import { refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { joinTransaction, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { originOf } from "#app/platform/environment.server.ts";
import { actsForPerson } from "#app/platform/permissions.ts";

interface Performance<T> {
  name: string;
  subjectType: string;
  subjectId(result: Result<T>): string;
  act: { kind: ActKind; since?: Day; personOf?: () => Promise<string | null> } | "look" | "own" | undefined;
  run(deps: Deps): Promise<Result<T>>;
}

interface Performed<T> {
  result: Result<T>;
  onBehalfOf: string | null;
}

/** What was done and refused halfway is undone. */
class Undone<T> extends Error {
  constructor(readonly result: Result<T>) {
    super("refused, and undone");
  }
}

/**
 * The one place where acting for somebody is allowed or not. Under a consent the whole use case runs in one transaction with the
 * consent's row locked and the receipt in it: a withdrawal either comes before the act and stops it, or after it, and no act is
 * without its receipt. A village agent who asks in their own name needs the person's consent too; an officer doesn't, but gives the
 * receipt.
 */
export async function performAct<T>(deps: Deps, actor: Actor, performance: Performance<T>): Promise<Performed<T>> {
  const { act } = performance;
  if (actor.actingFor) {
    if (actor.actingFor.over) return { result: refuse("helper-over"), onBehalfOf: null };
    if (act === undefined) return { result: refuse("not-while-acting"), onBehalfOf: actor.personId };
    if (typeof act === "string") return { result: await performance.run(deps), onBehalfOf: act === "look" ? actor.personId : null };
    return underConsent(deps, actor, performance, act, { personId: actor.personId!, delegationId: actor.actingFor.delegationId });
  }
  const personId = typeof act === "object" && act.personOf && (actor.role === "AGENT" || actor.role === "OFFICER") ? await act.personOf() : null;
  if (typeof act !== "object" || personId === null || !(await isTheirs(deps, actor, personId))) return { result: await performance.run(deps), onBehalfOf: null };
  if (actor.role === "OFFICER") return withReceipt(deps, actor, performance, personId, null);
  const consent = actor.userId === null ? null : await findConsent(deps, personId, actor.userId);
  if (consent === null) return { result: refuse("consent-needed"), onBehalfOf: personId };
  return underConsent(deps, actor, performance, act, { personId, delegationId: consent });
}

/** A stranger's record is left to the use case, which doesn't find it. */
async function isTheirs({ db }: Pick<Deps, "db">, actor: Actor, personId: string): Promise<boolean> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { id: true, homeCountyCode: true, homeRegionCode: true } });
  return person !== null && actsForPerson(actor, person);
}

function underConsent<T>(deps: Deps, actor: Actor, performance: Performance<T>, { kind, since }: { kind: ActKind; since?: Day }, { personId, delegationId }: { personId: string; delegationId: string }): Promise<Performed<T>> {
  return withReceipt(deps, actor, performance, personId, delegationId, async (tx) => {
    const consent = await lockConsent(tx, delegationId);
    if (consent === null || consent.personId !== personId || consent.helperUserId !== actor.userId) return refuse("helper-over");
    if (allowsAct(consent, kind, deps.clock.now())) return wordsNamed(consent.recordedAt, since) ? null : refuse("consent-older");
    return refuse(allowsAct({ ...consent, acts: [kind] }, kind, deps.clock.now()) ? "act-not-granted" : "helper-over");
  });
}

async function withReceipt<T>(
  deps: Deps, actor: Actor, performance: Performance<T>, personId: string, delegationId: string | null, stopped: (tx: Tx) => Promise<Result<T> | null> = async () => null,
): Promise<Performed<T>> {
  try {
    const result = await deps.db.$transaction(async (tx) => {
      const refusal = await stopped(tx);
      if (refusal) throw new Undone(refusal);
      const done = await performance.run({ ...deps, db: joinTransaction(tx) });
      if (!done.ok) throw new Undone(done);
      const subjectId = performance.subjectId(done);
      await giveReceipt(deps, tx, actor, {
        personId, act: performance.name, subjectId: ID_PATTERN.test(subjectId) ? subjectId : undefined, delegationId,
        sms: receiptSms({
          helper: await helperName(tx, actor), act: performance.name, about: await titleOfSubject(tx, performance.subjectType, subjectId), at: momentInWords(deps.clock.now()), origin: originOf(deps.env),
        }),
      });
      return done;
    });
    return { result, onBehalfOf: personId };
  } catch (error) {
    if (error instanceof Undone) return { result: error.result as Result<T>, onBehalfOf: personId };
    throw error;
  }
}

async function helperName(tx: Tx, actor: Actor): Promise<string> {
  const user = actor.userId === null ? null : await tx.user.findUnique({ where: { id: actor.userId }, select: { displayName: true, person: { select: { nameMasked: true } } } });
  return user?.person?.nameMasked ?? user?.displayName ?? "工作人员";
}
