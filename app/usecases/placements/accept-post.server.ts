import { z } from "zod";
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
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { toDay } from "#app/domain/dates.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { matchingRulesFrom } from "#app/domain/matching/rules.ts";
import { placeClassOf } from "#app/domain/region/place-class.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import { actsForPerson, speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

class PersonGone extends Error {}

/** The yes rests on a membership that does not count any more. */
class BrandGone extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** The company's licence, or the scheme, does not carry the yes. */
class OverseasRefused extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems[0]?.code);
  }
}

/**
 * A person says yes to a post: the proposal made to them, or a post they found themselves. The pair is judged
 * again at this moment; an employer's offer is what the yes is said to. An opening and the person's one place are taken in the same transaction.
 * A yes as a member of a brand that is suspended by now, or of a membership that is over, is refused by name; `plain` takes the post all the same, as any other.
 * A yes to a post abroad begins an application beside the placement, under a licence that is in force at that moment.
 */
export const acceptPost = useCase({
  name: "accept-post",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "placement", id: (input, value) => value.placementId ?? input.postId },
  act: { kind: "ANSWER", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({ postId: z.ulid("invalid"), personId: z.ulid("invalid").optional(), plain: z.literal("on", "invalid").optional() }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("no-person");
    const today = deps.clock.today();
    const [person, post, parameters, published] = await Promise.all([
      loadPersonFacts(deps.pool, [personId], today).then((found) => found.get(personId)),
      loadPostFacts(deps.pool, [input.postId], today).then((found) => found.get(input.postId)),
      loadPolicyParameters(deps.pool),
      deps.db.post.count({ where: { id: input.postId, status: { notIn: ["DRAFT", "BLOCKED"] } } }),
    ]);
    // a post that nobody has been shown is none, whoever guesses its number
    if (!person || !post || published === 0 || !actsForPerson(actor, person)) return refuse("not-found");
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
        if (unlicensed) throw new OverseasRefused([unlicensed]);
        if (!(await lockLiving(tx, personId))) throw new PersonGone();
        const abroad = licenceId === null ? null : await termsOfYes(tx, { postId: post.id, licenceId }, parameters, today);
        if (abroad && "problems" in abroad) throw new OverseasRefused(abroad.problems);
        const proposal = await tx.match.findFirst({ where: { personId, postId: post.id, status: "PROPOSED" } });
        const lapsed = input.plain ? null : await brandInTheWay(tx, { postId: post.id, personId, reasons: proposal?.reasons ?? null }, today);
        if (lapsed) throw new BrandGone(lapsed);
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
          { ...common, id: deps.newId(), kind: "ACCEPTED", happenedOn: today, saidByRole: speaksAs(actor), saidByUserId: actor.userId, evidence: "STATEMENT" },
        ], true);
        if (abroad) await beginApplication(deps, tx, { ...abroad.terms, placementId: head.id, personId }, { role: speaksAs(actor), userId: actor.userId });
        if (hiring) await addStep(deps, tx, actor, hiring, { kind: "HIRED", placementId: head.id });
        else await beginHiring(deps, tx, actor, { postId: post.id, personId, placementId: head.id }, { kind: "HIRED" });
        await emit(deps, tx, [
          { event: "placement.recorded", subjectId: personId },
          { event: "person.changed", subjectId: personId },
          { event: "post.changed", subjectId: post.id },
        ]);
      });
    } catch (error) {
      if (error instanceof PersonGone) return refuse("not-found");
      if (error instanceof BrandGone) return { ok: false, problems: [error.problem] };
      if (error instanceof OverseasRefused) return { ok: false, problems: error.problems };
      if (error instanceof NoOpeningLeft) return refuse("reason:no-opening-left");
      if (error instanceof HiringMovedError || error instanceof LedgerMovedError) return refuse("changed-meanwhile");
      if (isUniqueViolation(error)) return refuse("reason:already-placed");
      throw error;
    }
    return ok({ placementId });
  },
});
