import { z } from "zod";
import { lockLiving } from "#app/data/profile.server.ts";
import { holdPost, loadApplicant } from "#app/data/welfare/cases.server.ts";
import { loadWelfareRules } from "#app/data/welfare/rules.server.ts";
import { toDate, toDay } from "#app/domain/dates.ts";
import { maskName } from "#app/domain/person/masks.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { checkApplicant, type Question, unanswered } from "#app/domain/welfare/checks.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForPerson, speaksAs } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

class PersonGone extends Error {}
class PostClosed extends Error {}
export const KIN_RELATIONS = ["SELF", "SPOUSE", "PARENT", "CHILD", "SIBLING", "OTHER"] as const;

/**
 * A person asks for a public-welfare post: themselves, an agent with their consent, or an officer. Age, category and local exclusions
 * decide at once; a second post in the household, kin of village cadres and work elsewhere are asked about, and the answer stays on record. One application
 * at a time is the database's key.
 */
export const applyForWelfare = useCase({
  name: "apply-for-welfare",
  roles: ["SEEKER", "AGENT", "OFFICER"],
  subject: { type: "welfareCase", id: (input, value) => value.caseId ?? input.postId },
  act: { kind: "ANSWER", personOf: async ({ input }) => input.personId ?? null },
  input: z.object({
    postId: z.ulid("invalid"),
    personId: z.ulid("person-needed").optional(),
    /** whether a cadre of the village is kin; has to be said */
    kin: z.enum(["NO", ...KIN_RELATIONS], "kin-needed"),
    cadreName: plainLine(0, "required", 40).default(""),
    household: plainLine(0, "required", 200).default(""),
    kinSays: plainLine(0, "required", 200).default(""),
    away: plainLine(0, "required", 200).default(""),
  }),
  async run({ deps, actor, input }) {
    const personId = input.personId ?? actor.personId;
    if (!personId) return refuse("person-needed", { field: "personId" });
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, include: { welfareTerms: true } });
    const terms = post?.welfareTerms;
    if (!post || !terms?.quotaId || post.status === "DRAFT" || post.status === "BLOCKED") return refuse("not-found");
    const today = deps.clock.today();
    const person = await loadApplicant(deps, personId, post.regionCode, today);
    if (!person || !actsForPerson(actor, person)) return refuse("not-found");
    if (today < toDay(terms.noticeUntil)) return refuse("notice-not-over", { params: { day: toDay(terms.noticeUntil) } });
    if (post.status !== "PUBLISHED" || toDay(post.validUntil) <= today) return refuse("post-is-closed");
    if (post.filled >= post.openings) return refuse("reason:no-opening-left");
    if (input.kin !== "NO" && input.cadreName.length < 2) return refuse("cadre-needed", { field: "cadreName" });
    const rules = await loadWelfareRules(deps.pool, { regionCode: post.regionCode, asOf: today, kind: terms.kind });
    const { bars, questions } = checkApplicant({ ...person, kin: person.kin + (input.kin === "NO" ? 0 : 1) }, { kind: terms.kind, countyCode: post.countyCode }, rules, today);
    if (bars.length > 0) return { ok: false, problems: bars.map((bar) => ({ code: `welfare-${bar.code}`, params: bar.params })) };
    const answers: Record<Question, string> = { household: input.household, kin: input.kinSays, away: input.away };
    const open = unanswered(questions, answers);
    if (open.length > 0) return { ok: false, problems: open.map((one) => ({ code: `welfare-ask-${one.code}`, params: one.params, field: one.code === "kin" ? "kinSays" : one.code })) };
    const caseId = deps.newId();
    const now = deps.clock.now();
    try {
      await deps.db.$transaction(async (tx) => {
        if (!(await lockLiving(tx, personId))) throw new PersonGone();
        if ((await holdPost(tx, post.id)) !== "PUBLISHED") throw new PostClosed();
        await tx.welfareCase.create({
          data: {
            id: caseId, postId: post.id, personId, regionCode: post.regionCode, state: "APPLIED", openKey: personId, recordedAt: now, updatedAt: now,
            checks: questions.map((one) => ({ code: one.code, params: { ...one.params }, answer: answers[one.code as Question] })),
            events: { create: { seq: 1, act: "APPLY", toState: "APPLIED", saidByRole: speaksAs(actor), saidByUserId: actor.userId, happenedOn: toDate(today), recordedAt: now } },
          },
        });
        if (input.kin !== "NO") {
          const relation = { personId, regionCode: post.regionCode, relation: input.kin };
          const cadre = { cadreEnc: deps.crypto.encrypt("cadre.name", input.cadreName), cadreMasked: maskName(input.cadreName) };
          await tx.cadreKin.upsert({ where: { personId_regionCode_relation: relation }, update: cadre, create: { id: deps.newId(), ...relation, ...cadre, saidByRole: speaksAs(actor), saidBy: actor.userId, recordedAt: now } });
        }
        await tx.match.updateMany({ where: { personId, postId: post.id, status: "PROPOSED" }, data: { status: "ACCEPTED", openKey: null, decidedAt: now } });
      });
    } catch (error) {
      if (error instanceof PersonGone) return refuse("not-found");
      if (error instanceof PostClosed) return refuse("post-is-closed");
      if (isUniqueViolation(error)) return refuse("welfare-double");
      throw error;
    }
    return ok({ caseId });
  },
});
