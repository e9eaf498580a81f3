import { z } from "zod";
import { overseesLicences, sayOfLicence } from "#app/data/overseas/licences.server.ts";
import { loadPolicyParameters } from "#app/data/policy.server.ts";
import { addMonths, toDate } from "#app/domain/dates.ts";
import { parseCreditCode } from "#app/domain/employer/credit-code.ts";
import { plainLine } from "#app/domain/plain-text.ts";
import { requireNumber } from "#app/domain/policy/parameter.ts";
import { isOverseas } from "#app/domain/region/codes.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { useCase } from "../use-case.server.ts";
import { licenceReason, OFFICE } from "./fields.ts";

const LONGEST_YEARS = 20;

/** The province enters the licence of a company that may send people abroad: where to, from when to when [validFrom, validUntil), and the reserve it keeps (对外劳务合作管理条例). */
export const giveOverseasLicence = useCase({
  name: "give-overseas-licence",
  roles: OFFICE,
  subject: { type: "overseas-licence", id: (input, value) => value.licenceId ?? input.number },
  input: z.object({
    creditCode: plainLine(1, "overseas-company", 18),
    number: plainLine(4, "overseas-number", 60),
    issuer: plainLine(4, "overseas-issuer", 120),
    destinations: z.preprocess((value) => (typeof value === "string" ? [value] : value), z.array(z.string().regex(/^[A-Z]{2}0000$/, "overseas-destinations"), "overseas-destinations").min(1, "overseas-destinations").max(30, "overseas-destinations")),
    reserveYuan: z.coerce.number("number-needed").int("whole-number").min(0, "number-needed").max(1_000_000_000, "too-large"),
    validFrom: z.iso.date("date-form"),
    validUntil: z.iso.date("date-form"),
    reason: licenceReason,
  }),
  async run({ deps, actor, input: { creditCode, reason, reserveYuan, ...input } }) {
    if (!overseesLicences(actor)) return refuse("overseas-by-province");
    const code = parseCreditCode(creditCode);
    const employer = code.ok ? await deps.db.employer.findUnique({ where: { creditCode: code.code }, select: { id: true, status: true } }) : null;
    if (!employer || employer.status !== "APPROVED") return refuse("overseas-company", { field: "creditCode" });
    const destinations = [...new Set(input.destinations)].sort();
    if ((await deps.db.region.count({ where: { code: { in: destinations.filter(isOverseas) }, level: "OVERSEAS" } })) !== destinations.length) return refuse("overseas-destinations", { field: "destinations" });
    if (input.validUntil <= input.validFrom || input.validUntil > addMonths(input.validFrom, LONGEST_YEARS * 12)) return refuse("overseas-licence-range", { field: "validUntil", params: { years: LONGEST_YEARS } });
    if (input.validUntil <= deps.clock.today()) return refuse("overseas-licence-over", { field: "validUntil" });
    const leastYuan = requireNumber(await loadPolicyParameters(deps.pool), "overseas.reserve.min", { regionCode: "", asOf: deps.clock.today() }) / 100;
    if (reserveYuan < leastYuan) return refuse("overseas-reserve", { field: "reserveYuan", params: { yuan: leastYuan } });
    const licenceId = deps.newId();
    try {
      await deps.db.$transaction(async (tx) => {
        await tx.overseasLicence.create({ data: { ...input, id: licenceId, employerId: employer.id, destinations, reserveFen: BigInt(reserveYuan) * 100n, validFrom: toDate(input.validFrom), validUntil: toDate(input.validUntil), recordedAt: deps.clock.now() } });
        await sayOfLicence(deps, tx, actor, licenceId, { kind: "GIVEN", reason });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("overseas-number-known", { field: "number" });
      throw error;
    }
    return ok({ licenceId });
  },
});
