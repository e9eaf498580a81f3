import { z } from "zod";
import { plainLine } from "#app/domain/plain-text.ts";
import { ok, refuse } from "#app/domain/result.ts";
import { yuanText } from "#app/domain/money.ts";
import { isUniqueViolation } from "#app/platform/database.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { useCase } from "../use-case.server.ts";

/**
 * What a fund can pay in a county and a year. It can be raised, and lowered to what is promised already. What stands is told before it is
 * changed, with the version that a second answer has to name.
 */
export const setWelfareFund = useCase({
  name: "set-welfare-fund",
  roles: ["OFFICER", "ADMIN"],
  subject: { type: "welfareFund", id: (input, value) => value.fundId ?? input.countyCode },
  input: z.object({
    countyCode: z.string("region-needed").regex(/^14\d{4}$/, "region-needed"),
    fundSource: plainLine(2, "fund-needed", 80),
    year: z.coerce.number("invalid").int("invalid").min(2020, "invalid").max(2100, "invalid"),
    amountYuan: z.coerce.number("number-needed").min(1, "number-needed").max(10_000_000_000, "too-large"),
    documentNumber: plainLine(0, "required", 80).default(""),
    /** of the row as the page showed it; -1: a new one */
    version: z.coerce.number("invalid").int().min(-1).default(-1),
  }),
  async run({ deps, actor, input }) {
    if (actor.regionCode?.length !== 6 || !actsForRegion(actor, input.countyCode)) return refuse("not-your-region", { field: "countyCode" });
    const key = { countyCode: input.countyCode, fundSource: input.fundSource, year: input.year };
    const now = deps.clock.now();
    const amountFen = BigInt(Math.round(input.amountYuan * 100));
    const common = { amountFen, documentNumber: input.documentNumber || null, recordedBy: actor.userId, updatedAt: now };
    const standing = await deps.db.welfareFund.findUnique({ where: { countyCode_fundSource_year: key } });
    if (standing === null) {
      try {
        const made = await deps.db.welfareFund.create({ data: { id: deps.newId(), ...key, ...common, recordedAt: now } });
        return ok({ fundId: made.id });
      } catch (error) {
        if (isUniqueViolation(error)) return refuse("changed-meanwhile");
        throw error;
      }
    }
    if (input.version === -1 && standing.amountFen === amountFen) return ok({ fundId: standing.id });
    if (input.version !== standing.version) return refuse("fund-stands", { field: "amountYuan", params: { yuan: yuanText(Number(standing.amountFen)), promised: yuanText(Number(standing.committedFen)), version: standing.version } });
    const changed = await deps.db.welfareFund.updateMany({ where: { id: standing.id, version: standing.version, committedFen: { lte: amountFen } }, data: { ...common, version: standing.version + 1 } });
    if (changed.count === 1) return ok({ fundId: standing.id });
    return standing.committedFen > amountFen ? refuse("fund-below-promised", { field: "amountYuan", params: { yuan: yuanText(Number(standing.committedFen)) } }) : refuse("changed-meanwhile");
  },
});
