import { z } from "zod";
import { loadLexiconFor } from "#app/data/occupations/lexicon.server.ts";
import { emit } from "#app/data/outbox.server.ts";
import { loadMatchingRules } from "#app/data/policy.server.ts";
import { addDays, toDate } from "#app/domain/dates.ts";
import { cuesOf } from "#app/domain/occupation/cues.ts";
import { occupationOf } from "#app/domain/occupation/meet.ts";
import { findUnlawful } from "#app/domain/post/lawful.ts";
import { monthlyFen } from "#app/domain/post/monthly-wage.ts";
import { LONGEST_VALIDITY_DAYS, type PostInput, postInputSchema } from "#app/domain/post/post-input.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { postScopeOf } from "#app/domain/region/place-class.ts";
import { ok, type Problem, refuse } from "#app/domain/result.ts";
import type { MatchingRules } from "#app/domain/matching/facts.ts";
import { useCase } from "../use-case.server.ts";

/**
 * Publishes a new vacancy or changes one of the employer's own. Unlawful phrases, pay under the county's
 * minimum wage and a missing or too long validity block it; what was typed goes back to the form.
 */
export const savePost = useCase({
  name: "save-post",
  roles: ["EMPLOYER"],
  subject: { type: "post", id: (input, value) => value.postId ?? input.postId },
  input: postInputSchema.and(z.object({ postId: z.ulid("invalid").optional() })),
  async run({ deps, actor, input }) {
    if (!actor.employerId) return refuse("no-employer");
    const today = deps.clock.today();
    const [employer, region, rules, existing] = await Promise.all([
      deps.db.employer.findUnique({ where: { id: actor.employerId } }),
      deps.db.region.findUnique({ where: { code: input.regionCode } }),
      loadMatchingRules(deps.pool, today),
      input.postId ? deps.db.post.findUnique({ where: { id: input.postId } }) : null,
    ]);
    if (!employer) return refuse("no-employer");
    if (employer.status !== "APPROVED") return refuse("employer-not-approved");
    if (input.postId && existing?.employerId !== employer.id) return refuse("not-found");
    const problems = [...problemsOf(input, rules), ...(region ? [] : [{ code: "region-needed", field: "regionCode" }])];
    if (existing && input.openings < existing.filled) problems.push({ code: "openings-below-filled", field: "openings", params: { filled: existing.filled } });
    if (problems.length > 0) return { ok: false, problems };
    const now = deps.clock.now();
    const lexicon = input.occupationCode ? null : await loadLexiconFor(deps.pool, [...cuesOf(input.title).keys()]);
    const data = { ...columnsOf(input), occupationCode: input.occupationCode ?? occupationOf(input.title, lexicon), validFrom: existing?.validFrom ?? toDate(today), updatedAt: now, status: "PUBLISHED" as const };
    const postId = existing?.id ?? deps.newId();
    await deps.db.$transaction(async (tx) => {
      if (existing) await tx.post.update({ where: { id: postId }, data });
      else {
        await tx.post.create({
          data: { ...data, id: postId, employerId: employer.id, publishedAt: now, recordedAt: now, source: "platform", madeUp: employer.madeUp },
        });
      }
      await emit(deps, tx, [{ event: "post.changed", subjectId: postId }]);
    });
    return ok({ postId });
  },
});

/** The employer takes a vacancy down; who was placed through it stays placed. */
export const closePost = useCase({
  name: "close-post",
  roles: ["EMPLOYER"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({ postId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    return deps.db.$transaction(async (tx) => {
      const closed = await tx.post.updateMany({
        where: { id: input.postId, employerId: actor.employerId ?? "", status: "PUBLISHED" },
        data: { status: "CLOSED", updatedAt: deps.clock.now() },
      });
      if (closed.count !== 1) return refuse("not-found");
      await emit(deps, tx, [{ event: "post.changed", subjectId: input.postId }]);
      return ok({ postId: input.postId });
    });
  },
});

function problemsOf(input: PostInput, rules: MatchingRules): Problem[] {
  const problems: Problem[] = findUnlawful(input).map((found) => ({ code: `unlawful-${found.rule}`, field: found.field, params: { phrase: found.phrase } }));
  if (input.stream === "WELFARE" || input.stream === "WORKFARE") problems.push({ code: "stream-by-bureau", field: "stream" });
  if (input.validUntil <= rules.asOf) problems.push({ code: "validity-past", field: "validUntil" });
  else if (input.validUntil > addDays(rules.asOf, LONGEST_VALIDITY_DAYS)) problems.push({ code: "validity-long", field: "validUntil", params: { days: LONGEST_VALIDITY_DAYS } });
  const monthly = monthlyFen(Math.round(input.wageMinYuan * 100), input.wagePeriod);
  const floor = rules.minimumWageFen(countyOf(input.regionCode));
  if (monthly !== null && floor !== null && monthly < floor) {
    problems.push({ code: "wage-below-minimum", field: "wageMinYuan", params: { floorYuan: Math.ceil(floor / 100) } });
  }
  return problems;
}

function columnsOf(input: PostInput) {
  const wageMinFen = Math.round(input.wageMinYuan * 100);
  const wageMaxFen = Math.round(input.wageMaxYuan * 100);
  const { wageMinYuan: _min, wageMaxYuan: _max, ...rest } = input;
  return {
    stream: rest.stream,
    title: rest.title,
    description: rest.description,
    regionCode: rest.regionCode,
    countyCode: countyOf(rest.regionCode),
    scope: postScopeOf(rest.regionCode),
    address: rest.address ?? null,
    openings: rest.openings,
    wageMinFen,
    wageMaxFen,
    wagePeriod: rest.wagePeriod,
    monthlyMinFen: monthlyFen(wageMinFen, rest.wagePeriod),
    monthlyMaxFen: monthlyFen(wageMaxFen, rest.wagePeriod),
    hoursPerDay: rest.hoursPerDay,
    daysPerWeek: rest.daysPerWeek,
    housing: rest.housing,
    meals: rest.meals,
    insurance: rest.insurance,
    educationMin: rest.educationMin,
    experienceMonths: rest.experienceMonths,
    certOccupationCode: rest.certOccupationCode ?? null,
    certLevel: rest.certLevel ?? null,
    brandId: rest.brandId ?? null,
    validUntil: toDate(rest.validUntil),
  };
}
