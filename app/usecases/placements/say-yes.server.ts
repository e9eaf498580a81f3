import { brandInTheWay } from "#app/data/brands/acceptance.server.ts";
import { addStep, beginHiring, HiringMovedError, hiringKey } from "#app/data/hiring.server.ts";
import { appendEvents, LedgerMovedError } from "#app/data/ledger/append.server.ts";
import { takeSnapshot } from "#app/data/ledger/snapshot.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { licenceInTheWay, licenceOfPost, termsOfYes } from "#app/data/overseas/acceptance.server.ts";
import { beginApplication } from "#app/data/overseas/applications.server.ts";
import { NoOpeningLeft, takeOpening } from "#app/data/openings.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { lockLiving } from "#app/data/profile.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { isUniqueViolation, type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { toDay } from "#app/domain/dates.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { matchingRulesFrom } from "#app/domain/matching/rules.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import type { PersonFacts } from "#app/domain/matching/facts.ts";
import { ok, type Problem, refuse, type Result } from "#app/domain/result.ts";
import type { Actor } from "#app/platform/actor.ts";
import { speaksAs } from "#app/platform/permissions.ts";

class PersonGone extends Error {}

/** The yes rests on something that does not count any more, or that does not carry it. */
class InTheWay extends Error {
  readonly problems: Problem[];

  constructor(...problems: Problem[]) {
    super(problems[0]?.code);
    this.problems = problems;
  }
}

export interface Yes {
  personId: string;
  postId: string;
  /** take the post as any other, whatever became of the brand it was offered under */
  plain?: boolean;
  /** where the yes was said, if not on a page of the person's own */
  evidenceRef?: string;
  /** whose yes the actor may bring */
  may(person: PersonFacts): boolean;
  /** done once the person's row is held: a problem undoes it all */
  first?(tx: Tx): Promise<Problem | null>;
  /** what stands or falls with the placement */
  last?(tx: Tx, placementId: string): Promise<void>;
}

/**
 * A person's yes to a post, from wherever it comes. The pair is judged again at this moment; an opening and the person's one place are taken in the same transaction, with what
 * stands in the ledger of it.
 */
export async function sayYes(deps: Deps, actor: Actor, yes: Yes): Promise<Result<{ placementId: string }>> {
  const { personId } = yes;
  const today = deps.clock.today();
  const [person, post, parameters, published] = await Promise.all([
    loadPersonFacts(deps, [personId], today).then((found) => found.get(personId)),
    loadPostFacts(deps.pool, [yes.postId], today).then((found) => found.get(yes.postId)),
    loadPolicyParameters(deps.pool),
    deps.db.post.count({ where: { id: yes.postId, status: { notIn: ["DRAFT", "BLOCKED"] } } }),
  ]);
  // a post that nobody has been shown is none, whoever guesses its number
  if (!person || !post || published === 0 || !yes.may(person)) return refuse("not-found");
  if (post.stream === "WELFARE" && (await deps.db.welfareTerms.count({ where: { postId: post.id, quotaId: { not: null } } })) > 0) return refuse("welfare-apply");
  const verdict = assess(person, post, matchingRulesFrom(parameters, today));
  if (!verdict.allowed) {
    return { ok: false, problems: verdict.reasons.map((reason) => ({ code: `reason:${reason.code}`, params: reason.params })) };
  }
  const licenceId = post.scope === "OVERSEAS" ? await licenceOfPost(deps.db, post.id) : null;
  const placeClass = placeClassOf(person.homeCountyCode, post.countyCode);
  const monthlyWageFen = post.monthlyMinFen ?? post.monthlyMaxFen;
  const snapshot = await takeSnapshot(deps.pool, personId, { stream: post.stream, placeClass, occupationCode: post.occupationCode, monthlyWageFen }, today);
  let placementId = deps.newId();
  const now = deps.clock.now();
  try {
    await deps.db.$transaction(async (tx) => {
      const unlicensed = post.scope === "OVERSEAS" ? await licenceInTheWay(tx, licenceId, today) : null;
      if (unlicensed) throw new InTheWay(unlicensed);
      if (!(await lockLiving(tx, personId))) throw new PersonGone();
      const abroad = licenceId === null ? null : await termsOfYes(tx, { postId: post.id, licenceId }, parameters, today);
      if (abroad && "problems" in abroad) throw new InTheWay(...abroad.problems);
      const problem = (await yes.first?.(tx)) ?? null;
      if (problem) throw new InTheWay(problem);
      const proposal = await tx.match.findFirst({ where: { personId, postId: post.id, status: "PROPOSED" } });
      const lapsed = yes.plain ? null : await brandInTheWay(tx, { postId: post.id, personId, reasons: proposal?.reasons ?? null }, today);
      if (lapsed) throw new InTheWay(lapsed);
      await takeOpening(tx, post.id);
      await tx.match.updateMany({
        where: { personId, status: "PROPOSED", postId: { not: post.id } },
        data: { status: "DECLINED", declineReason: "took-other", openKey: null, decidedAt: now },
      });
      if (proposal) await tx.match.update({ where: { id: proposal.id }, data: { status: "ACCEPTED", openKey: null, decidedAt: now } });
      const hiring = await tx.hiring.findUnique({ where: { openKey: hiringKey(post.id, personId) }, include: { placement: true } });
      const head = hiring?.placement ?? await tx.placement.create({
        data: {
          id: placementId, personId, postId: post.id, matchId: proposal?.id ?? null, stream: post.stream,
          workRegionCode: post.townCode ?? post.countyCode, placeClass, homeCountyCode: person.homeCountyCode, activeKey: personId, recordedAt: now,
        },
      });
      placementId = head.id;
      if (hiring?.placement && proposal) await tx.placement.update({ where: { id: head.id }, data: { matchId: proposal.id } });
      const common = { recordedAt: now.toISOString(), evidenceRef: null, reversesId: null, reason: null, snapshot };
      const offeredOn = proposal ? toDay(proposal.proposedAt) : today;
      await appendEvents(tx, head, [
        ...(hiring?.placement ? [] : [{ ...common, id: deps.newId(), kind: "OFFERED", happenedOn: offeredOn < today ? offeredOn : today, saidByRole: "SYSTEM", saidByUserId: null, evidence: proposal ? "RUN" : "NONE", evidenceRef: proposal?.runId ?? null } as const]),
        { ...common, id: deps.newId(), kind: "ACCEPTED", happenedOn: today, saidByRole: speaksAs(actor), saidByUserId: actor.userId, evidence: "STATEMENT", evidenceRef: yes.evidenceRef ?? null },
      ], true);
      if (abroad) await beginApplication(deps, tx, { ...abroad.terms, placementId: head.id, personId }, { role: speaksAs(actor), userId: actor.userId });
      if (hiring) await addStep(deps, tx, actor, hiring, { kind: "HIRED", placementId: head.id });
      else await beginHiring(deps, tx, actor, { postId: post.id, personId, placementId: head.id }, { kind: "HIRED" });
      await yes.last?.(tx, placementId);
      await emit(deps, tx, [
        { event: "placement.recorded", subjectId: personId },
        { event: "person.changed", subjectId: personId },
        { event: "post.changed", subjectId: post.id },
      ]);
    });
  } catch (error) {
    if (error instanceof PersonGone) return refuse("not-found");
    if (error instanceof InTheWay) return { ok: false, problems: error.problems };
    if (error instanceof NoOpeningLeft) return refuse("reason:no-opening-left");
    if (error instanceof HiringMovedError || error instanceof LedgerMovedError) return refuse("changed-meanwhile");
    if (isUniqueViolation(error)) return refuse("reason:already-placed");
    throw error;
  }
  return ok({ placementId });
}
