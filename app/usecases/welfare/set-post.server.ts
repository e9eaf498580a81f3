import { z } from "zod";
import { emit } from "#app/data/outbox.server.ts";
import { holdPost } from "#app/data/welfare/cases.server.ts";
import { loadWelfareRules } from "#app/data/welfare/rules.server.ts";
import { addDays, addMonths, daysBetween, toDate } from "#app/domain/dates.ts";
import { plainLine, plainText } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { type Tx } from "#app/platform/database.server.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { ID_PATTERN } from "#app/platform/ids.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

class QuotaFull extends Error {}
const EARLIEST_NOTICE_DAYS = 30;

/**
 * Sets posts by need from a village's quota, never beyond it, and opens their public notice. Applications come in when the notice has
 * hung out its days. The key is made with the form: sent again it is the same post.
 */
export const setWelfarePost = useCase({
  name: "set-welfare-post",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "post", id: (input, value) => value.postId ?? input.quotaId },
  input: z.object({
    quotaId: z.ulid("invalid"),
    entryKey: z.string("invalid").regex(ID_PATTERN, "invalid"),
    title: plainLine(2, "title-short", 120),
    need: plainText(10, "need-short", 2_000),
    openings: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(2_000, "too-large"),
    noticeFrom: z.iso.date("date-form"),
    noticeUntil: z.iso.date("date-form"),
  }),
  async run({ deps, actor, input }) {
    const quota = await deps.db.welfareQuota.findUnique({ where: { id: input.quotaId }, include: { fund: true } });
    if (!quota || !actsForRegion(actor, quota.regionCode)) return refuse("not-found");
    const today = deps.clock.today();
    const rules = await loadWelfareRules(deps.pool, { regionCode: quota.regionCode, asOf: today, kind: quota.kind });
    if (input.noticeFrom < addDays(today, -EARLIEST_NOTICE_DAYS) || input.noticeFrom > addDays(today, EARLIEST_NOTICE_DAYS)) return refuse("notice-day", { field: "noticeFrom", params: { days: EARLIEST_NOTICE_DAYS } });
    if (daysBetween(input.noticeFrom, input.noticeUntil) < rules.noticeDays || daysBetween(input.noticeFrom, input.noticeUntil) > 90) return refuse("notice-short", { field: "noticeUntil", params: { days: rules.noticeDays } });
    const now = deps.clock.now();
    const known = await deps.db.post.findUnique({ where: { source_sourceRef: { source: SOURCE, sourceRef: input.entryKey } }, include: { welfareTerms: true } });
    if (known) return known.welfareTerms?.quotaId === quota.id ? ok({ postId: known.id }) : refuse("not-found");
    try {
      const postId = await deps.db.$transaction(async (tx) => {
        const taken = await tx.$executeRaw`UPDATE welfare_quota SET taken = taken + ${input.openings} WHERE id = ${quota.id} AND taken + ${input.openings} <= posts`;
        if (taken !== 1) throw new QuotaFull();
        const employerId = await townEmployer(deps, tx, quota.regionCode.slice(0, 9));
        const id = deps.newId();
        await tx.post.create({
          data: {
            id, stream: "WELFARE", employerId, title: input.title, occupationCode: OCCUPATIONS[quota.kind], description: input.need, regionCode: quota.regionCode, countyCode: quota.countyCode,
            scope: "IN_PROVINCE", openings: input.openings, wageMinFen: quota.monthlyFen, wageMaxFen: quota.monthlyFen, wagePeriod: "MONTH", monthlyMinFen: quota.monthlyFen, monthlyMaxFen: quota.monthlyFen,
            hoursPerDay: quota.hoursPerDay, daysPerWeek: Math.min(7, Math.max(1, Math.ceil(quota.daysPerMonth / 4.35))), insurance: true, status: "PUBLISHED", validFrom: toDate(input.noticeUntil),
            validUntil: toDate(addMonths(input.noticeUntil, rules.termMonths)), publishedAt: now, verifiedAt: now, verifiedBy: actor.userId, source: SOURCE, sourceRef: input.entryKey, recordedAt: now, updatedAt: now,
            welfareTerms: {
              create: {
                kind: quota.kind, fundSource: quota.fund.fundSource, subsidyFenPerMonth: quota.monthlyFen, termMonths: rules.termMonths, noticeFrom: toDate(input.noticeFrom), noticeUntil: toDate(input.noticeUntil), quotaId: quota.id,
              },
            },
          },
        });
        await emit(deps, tx, [{ event: "post.changed", subjectId: id }]);
        return id;
      });
      return ok({ postId });
    } catch (error) {
      if (!(error instanceof QuotaFull)) throw error;
      const left = await deps.db.welfareQuota.findUniqueOrThrow({ where: { id: quota.id } });
      return refuse("quota-full", { field: "openings", params: { left: left.posts - left.taken } });
    }
  },
});

const SOURCE = "welfare";
const OCCUPATIONS = { GENERAL: "6-29-02-04", CLEANING: "5-05-04-00", RANGER: "5-02-03-01", PV_STATION: "6-28-01-10" } as const;

/** The township that employs for the posts of its villages; made with its first post. */
async function townEmployer(deps: Deps, tx: Tx, townCode: string): Promise<string> {
  const key = { source: SOURCE, sourceRef: townCode };
  const found = await tx.employer.findUnique({ where: { source_sourceRef: key } });
  if (found) return found.id;
  const town = await tx.region.findUniqueOrThrow({ where: { code: townCode } });
  const now = deps.clock.now();
  const made = await tx.employer.upsert({
    where: { source_sourceRef: key }, update: {},
    create: { id: deps.newId(), name: `${town.name}公益性岗位管理办公室`, kind: "OWN_RECRUITING", status: "APPROVED", regionCode: townCode.slice(0, 6), verifiedAt: now, ...key, recordedAt: now },
  });
  return made.id;
}

/** Takes a post off: what nobody holds goes back to the village's quota. */
export const closeWelfarePost = useCase({
  name: "close-welfare-post",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "post", id: (input) => input.postId },
  input: z.object({ postId: z.ulid("invalid") }),
  async run({ deps, actor, input }) {
    const post = await deps.db.post.findUnique({ where: { id: input.postId }, include: { welfareTerms: true } });
    const quotaId = post?.welfareTerms?.quotaId;
    if (!post || !quotaId || !actsForRegion(actor, post.regionCode)) return refuse("not-found");
    if (post.status === "CLOSED") return refuse("post-is-closed");
    return deps.db.$transaction(async (tx) => {
      await holdPost(tx, post.id);
      if ((await tx.welfareCase.count({ where: { postId: post.id, state: { in: ["APPLIED", "REVIEWED", "CHECKED"] } } })) > 0) return refuse("applications-wait");
      const free = post.openings - post.filled;
      const changed = await tx.post.updateMany({ where: { id: post.id, filled: post.filled, openings: post.openings, status: { not: "CLOSED" } }, data: { status: "CLOSED", openings: Math.max(1, post.filled), updatedAt: deps.clock.now() } });
      if (changed.count !== 1) return refuse("changed-meanwhile");
      await tx.$executeRaw`UPDATE welfare_quota SET taken = taken - ${free} WHERE id = ${quotaId}`;
      await emit(deps, tx, [{ event: "post.changed", subjectId: post.id }]);
      return ok({ postId: post.id });
    });
  },
});
