import { z } from "zod";
import { loadWelfareRules } from "#app/data/welfare/rules.server.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { WELFARE_KINDS } from "#app/domain/terms.ts";
import { yuanText } from "#app/domain/money.ts";
import { termsProblem } from "#app/domain/welfare/rules.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";
import { refuseTerms } from "./refuse-terms.ts";

class OverFund extends Error {}
class Moved extends Error {}
class TermsStand extends Error {}
const MONTHS = 12n;

/**
 * How many posts a village may set from a fund in a year, what each pays and what it asks for. What is promised is taken from the fund in the
 * same transaction, so that two officers can't promise the same money; the number never falls below the posts that are set, and once a post is
 * set its hours stay and its pay only rises. What stands is told before it is changed, with the version that a second answer has to name.
 */
export const setWelfareQuota = useCase({
  name: "set-welfare-quota",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "welfareQuota", id: (input, value) => value.quotaId ?? input.fundId },
  input: z.object({
    fundId: z.ulid("fund-needed"),
    regionCode: z.string("village-needed").regex(/^14\d{10}$/, "village-needed"),
    kind: z.enum(WELFARE_KINDS, "invalid"),
    posts: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(2_000, "too-large"),
    monthlyYuan: z.coerce.number("number-needed").min(1, "number-needed").max(20_000, "too-large"),
    hoursPerDay: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(8, "too-large"),
    daysPerMonth: z.coerce.number("number-needed").int("whole-number").min(1, "number-needed").max(31, "too-large"),
    documentNumber: plainLine(0, "required", 80).default(""),
    version: z.coerce.number("invalid").int().min(-1).default(-1),
  }),
  async run({ deps, actor, input }) {
    const fund = await deps.db.welfareFund.findUnique({ where: { id: input.fundId } });
    if (!fund || actor.regionCode?.length !== 6 || !actsForRegion(actor, fund.countyCode)) return refuse("not-found");
    if (!input.regionCode.startsWith(fund.countyCode) || (await deps.db.region.count({ where: { code: input.regionCode, level: "VILLAGE" } })) === 0) return refuse("village-needed", { field: "regionCode" });
    const monthlyFen = Math.round(input.monthlyYuan * 100);
    const terms = { monthlyFen, hoursPerDay: input.hoursPerDay, daysPerMonth: input.daysPerMonth };
    const wrong = termsProblem(terms, await loadWelfareRules(deps.pool, { regionCode: fund.countyCode, asOf: deps.clock.today(), kind: input.kind }));
    if (wrong) return refuseTerms(wrong);
    const key = { regionCode: input.regionCode, fundId: fund.id, kind: input.kind, year: fund.year };
    const now = deps.clock.now();
    const data = { ...terms, posts: input.posts, documentNumber: input.documentNumber || null, recordedBy: actor.userId, updatedAt: now };
    const promised = BigInt(input.posts) * BigInt(monthlyFen) * MONTHS;
    try {
      const quotaId = await deps.db.$transaction(async (tx) => {
        const standing = await tx.welfareQuota.findUnique({ where: { regionCode_fundId_kind_year: key } });
        const same = standing !== null && (["posts", "monthlyFen", "hoursPerDay", "daysPerMonth", "documentNumber"] as const).every((field) => standing[field] === data[field]);
        if (same) return standing.id;
        if (standing && input.version !== standing.version) throw new Moved();
        // posts that were set pay and ask for what their notice says
        const kept = standing === null || (standing.hoursPerDay === terms.hoursPerDay && standing.daysPerMonth === terms.daysPerMonth && standing.monthlyFen <= monthlyFen);
        if (!kept && (await tx.welfareTerms.count({ where: { quotaId: standing!.id } })) > 0) throw new TermsStand();
        const more = promised - (standing ? BigInt(standing.posts) * BigInt(standing.monthlyFen) * MONTHS : 0n);
        const taken = await tx.$executeRaw`UPDATE welfare_fund SET committedFen = committedFen + ${more} WHERE id = ${fund.id} AND committedFen + ${more} <= amountFen`;
        if (taken !== 1) throw new OverFund();
        if (standing === null) return (await tx.welfareQuota.create({ data: { id: deps.newId(), ...key, countyCode: fund.countyCode, ...data, recordedAt: now } })).id;
        const changed = await tx.welfareQuota.updateMany({ where: { id: standing.id, version: standing.version, taken: { lte: input.posts } }, data: { ...data, version: standing.version + 1 } });
        if (changed.count !== 1) throw new Moved();
        return standing.id;
      });
      return ok({ quotaId });
    } catch (error) {
      if (error instanceof OverFund) {
        const left = await deps.db.welfareFund.findUniqueOrThrow({ where: { id: fund.id } });
        return refuse("over-fund", { field: "posts", params: { yuan: Number((left.amountFen - left.committedFen) / 100n) } });
      }
      if (error instanceof Moved) {
        const standing = await deps.db.welfareQuota.findUniqueOrThrow({ where: { regionCode_fundId_kind_year: key } });
        if (standing.version !== input.version) return refuse("quota-stands", { field: "posts", params: { posts: standing.posts, taken: standing.taken, yuan: yuanText(standing.monthlyFen), version: standing.version } });
        return refuse("quota-below-set", { field: "posts", params: { taken: standing.taken } });
      }
      if (error instanceof TermsStand) return refuse("quota-terms-stand", { field: "monthlyYuan" });
      if (isUniqueViolation(error)) return refuse("changed-meanwhile");
      throw error;
    }
  },
});
