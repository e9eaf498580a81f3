import { loadMatchingRules, loadPolicyParameters } from "#app/data/policy.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostsInReach } from "#app/data/matching-facts/post-facts.server.ts";
import { addDays, toDate, toDay } from "#app/domain/dates.ts";
import { isAllowed } from "#app/domain/matching/eligibility.ts";
import { groupsOf } from "#app/domain/matching/relation.ts";
import { scoreOf } from "#app/domain/matching/score.ts";
import { welfareRulesFrom } from "#app/domain/welfare/rules.ts";
import { dueMark } from "#app/domain/welfare/term.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { tellPerson } from "./tell-person.server.ts";

const FARTHEST_DAYS = 400;
const PROPOSED_POSTS = 3;

/**
 * Some days before a contract ends (policy: 180, 90, 30), proposes a way on: the open market jobs that fit best by the provincial run's own
 * score, another public-welfare post, training. Each mark is proposed once, however often this runs. Gives how many were proposed anew.
 */
export async function proposeExits(deps: Pick<Deps, "db" | "pool" | "clock" | "newId" | "crypto">): Promise<number> {
  const today = deps.clock.today();
  const policy = await loadPolicyParameters(deps.pool);
  const ending = await deps.db.welfareCase.findMany({
    where: { state: "IN_POST", contractUntil: { lte: toDate(addDays(today, FARTHEST_DAYS)), gt: toDate(addDays(today, -1)) } }, include: { plans: true, post: { include: { welfareTerms: true } } }, orderBy: { id: "asc" },
  });
  let proposed = 0;
  for (const one of ending) {
    const until = toDay(one.contractUntil!);
    const { exitMarks } = welfareRulesFrom(policy, { regionCode: one.regionCode, asOf: today, kind: one.post.welfareTerms!.kind });
    const known = one.plans.filter((plan) => toDay(plan.contractUntil) === until).map((plan) => plan.mark);
    const mark = dueMark(until, today, exitMarks, known);
    if (mark === null) continue;
    const ways = await waysOn(deps, one.personId, one.postId, one.post.countyCode, today);
    const isNew = await deps.db.$transaction(async (tx) => {
      const made = await tx.welfarePlan.createMany({
        data: [{ id: deps.newId(), caseId: one.id, contractUntil: one.contractUntil!, mark, marketPostIds: ways.market, otherPostId: ways.other, raisedAt: deps.clock.now() }], skipDuplicates: true,
      });
      if (made.count === 1) await tellPerson(deps, tx, one, "welfare-ending", `${until}:${mark}`);
      return made.count === 1;
    });
    if (isNew) proposed += 1;
  }
  return proposed;
}

/** Posts that would suit the person once they are free, by the same rules and score as any match. */
async function waysOn(deps: Pick<Deps, "pool" | "crypto">, personId: string, postId: string, countyCode: string, asOf: string): Promise<{ market: string[]; other: string | null }> {
  const facts = (await loadPersonFacts(deps, [personId], asOf)).get(personId);
  if (!facts) return { market: [], other: null };
  const free = { ...facts, placed: false, seeking: true, availableFrom: asOf };
  const [posts, rules] = await Promise.all([loadPostsInReach(deps.pool, groupsOf(free), countyCode, asOf), loadMatchingRules(deps.pool, asOf)]);
  const fitting = posts.filter((post) => post.id !== postId && isAllowed(free, post, rules)).map((post) => ({ post, ...scoreOf(free, post, rules) })).sort((a, b) => b.score - a.score || a.post.id.localeCompare(b.post.id));
  return {
    market: fitting.filter(({ post }) => post.stream === "MARKET" || post.stream === "WORKSHOP").slice(0, PROPOSED_POSTS).map(({ post }) => post.id),
    other: fitting.find(({ post }) => post.stream === "WELFARE")?.post.id ?? null,
  };
}
