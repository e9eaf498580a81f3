import { z } from "zod";
import { rankedCandidates } from "#app/data/matching-facts/candidate-store.server.ts";
import { loadPersonFacts } from "#app/data/matching-facts/person-facts.server.ts";
import { loadPostFacts } from "#app/data/matching-facts/post-facts.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { loadMatchingRules, loadPostRules } from "#app/data/policy.server.ts";
import { findLocalSeekers } from "#app/data/workfare/local-seekers.server.ts";
import { findProjectFor } from "#app/data/workfare/projects.server.ts";
import type { LiveCandidate } from "#app/domain/hiring/candidate.ts";
import { toDate } from "#app/domain/dates.ts";
import { assess } from "#app/domain/matching/assess.ts";
import { plainLine, plainText } from "#app/domain/plain-text.ts";
import { monthlyFen } from "#app/domain/post/monthly-wage.ts";
import { LONGEST_VALIDITY_DAYS } from "#app/domain/post/post-input.ts";
import { reviewPost } from "#app/domain/post/review.ts";
import { postScopeOf } from "#app/domain/region/place-class.ts";
import { addDays } from "#app/domain/dates.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { tick } from "#app/domain/tick.ts";
import { dayRate } from "#app/domain/workfare/input.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { askFitting } from "../hiring/ask-fitting.server.ts";
import { useCase } from "../use-case.server.ts";

const SHOWN = 30;
const ASKED = 400;

/** Opens a post of a project: it stands among the posts, is matched like any other, and is held against the same law as an employer's. */
export const openWorkfarePost = useCase({
  name: "open-workfare-post",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "post", id: (input, value) => value.postId ?? input.projectId },
  input: z.object({
    projectId: z.ulid("invalid"),
    title: plainLine(2, "title-short", 60),
    occupationCode: z.string("required").regex(/^\d-\d{2}-\d{2}-\d{2}$/, "occupation-unknown"),
    description: plainText(10, "description-short", 2_000),
    regionCode: z.string("required").regex(/^\d{9}(\d{3})?$/, "region-needed"),
    openings: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(300, "too-large"),
    dayRateYuan: dayRate,
    insurance: tick,
    meals: tick,
  }),
  async run({ deps, actor, input }) {
    const found = await findProjectFor(deps, actor, input.projectId, "MANAGE");
    if (!found) return refuse("not-found");
    const { project } = found;
    const today = deps.clock.today();
    if (project.award === null) return refuse("award-first");
    if (project.closedOn !== null || project.endsOn <= addDays(today, 1)) return refuse("works-over");
    if (!project.places.some((place) => input.regionCode.startsWith(place)) || (await deps.db.region.count({ where: { code: input.regionCode } })) === 0) return refuse("region-needed", { field: "regionCode" });
    if ((await deps.db.occupation.count({ where: { code: input.occupationCode } })) === 0) return refuse("occupation-unknown", { field: "occupationCode" });
    const validUntil = [project.endsOn, addDays(today, LONGEST_VALIDITY_DAYS)].sort()[0]!;
    const wageYuan = input.dayRateYuan / 100;
    const problems = reviewPost({ ...input, wageMinYuan: wageYuan, wageMaxYuan: wageYuan, wagePeriod: "DAY", hoursPerDay: project.hoursPerDay, validUntil }, await loadPostRules(deps.pool, today)).blocked;
    if (problems.length > 0) return { ok: false, problems: problems.map((one) => (one.field === "wageMinYuan" ? { ...one, field: "dayRateYuan" } : one)) };
    const now = deps.clock.now();
    const monthly = monthlyFen(input.dayRateYuan, "DAY");
    return deps.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM workfare_project WHERE id = ${project.id} FOR UPDATE`;
      if ((await tx.post.count({ where: { workfareProjectId: project.id, title: input.title, status: "PUBLISHED", regionCode: input.regionCode, wageMinFen: input.dayRateYuan } })) > 0) return refuse("post-duplicate", { field: "title" });
      const postId = deps.newId();
      await tx.post.create({
        data: {
          id: postId, stream: "WORKFARE", employerId: project.award!.employerId, title: input.title, occupationCode: input.occupationCode, description: input.description, regionCode: input.regionCode,
          countyCode: project.countyCode, scope: postScopeOf(input.regionCode), openings: input.openings, wageMinFen: input.dayRateYuan, wageMaxFen: input.dayRateYuan, wagePeriod: "DAY",
          monthlyMinFen: monthly, monthlyMaxFen: monthly, hoursPerDay: project.hoursPerDay, daysPerWeek: 6, meals: input.meals, insurance: input.insurance, workfareProjectId: project.id,
          status: "PUBLISHED", validFrom: toDate(today), validUntil: toDate(validUntil), publishedAt: now, confirmedAt: now, verifiedAt: now, verifiedBy: actor.userId, source: "platform", recordedAt: now, updatedAt: now,
        },
      });
      await emit(deps, tx, [{ event: "post.changed", subjectId: postId }]);
      return ok({ postId });
    });
  },
});

/** The local people who fit a post of a project, by the one score with its reasons: monitored households first, as the order of help asks, then the score. */
export const findLocalWorkers = useCase({
  name: "find-local-workers",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({ projectId: z.ulid("invalid"), postId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    if (!(await isPostOf(deps, input.postId, input.projectId)) || !(await findProjectFor(deps, actor, input.projectId, "MANAGE"))) return refuse("not-found");
    const today = deps.clock.today();
    const [ranked, near, posts, rules] = await Promise.all([
      rankedCandidates(deps.pool, input.postId, ASKED), findLocalSeekers(deps, input.postId, ASKED), loadPostFacts(deps.pool, [input.postId], today), loadMatchingRules(deps.pool, today),
    ]);
    const post = posts.get(input.postId)!;
    const persons = await loadPersonFacts(deps, [...new Set([...near, ...(ranked ?? [])])], today);
    const candidates = [...persons.values()].flatMap((person): LiveCandidate[] => {
      if (person.homeCountyCode !== post.countyCode) return [];
      const verdict = assess(person, post, rules);
      return verdict.allowed ? [{ person, score: verdict.score, reasons: [...verdict.reasons] }] : [];
    });
    const monitored = ({ person }: LiveCandidate) => Number(person.categories.some((one) => one.startsWith("MONITORED")));
    candidates.sort((a, b) => monitored(b) - monitored(a) || b.score - a.score || (a.person.id < b.person.id ? -1 : 1));
    return ok({ candidates: candidates.slice(0, SHOWN), fitting: candidates.length });
  },
});

/** The bureau asks somebody for a project, as an employer does: the person hears of it, says yes or no, and the yes takes the opening. */
export const inviteLocalWorker = useCase({
  name: "invite-local-worker",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "hiring", id: (input, value) => value.hiringId ?? input.postId },
  input: z.object({ projectId: z.ulid("invalid"), postId: z.ulid("invalid"), personId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    if (!(await isPostOf(deps, input.postId, input.projectId)) || !(await findProjectFor(deps, actor, input.projectId, "MANAGE"))) return refuse("not-found");
    return askFitting(deps, actor, input, (person, post) => person.homeCountyCode === post.countyCode);
  },
});

async function isPostOf({ db }: Pick<Deps, "db">, postId: string, projectId: string): Promise<boolean> {
  return (await db.post.count({ where: { id: postId, workfareProjectId: projectId, stream: "WORKFARE" } })) === 1;
}
