import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { MatchingRules } from "#app/domain/matching/facts.ts";
import { matchingRulesFrom } from "#app/domain/matching/rules.ts";
import { parameterInForce, type PolicyParameter } from "#app/domain/policy/parameter.ts";
import type { PostRules } from "#app/domain/post/review.ts";
import { type Querier, readJson } from "#app/platform/database.server.ts";

/** Every policy row; there are some dozens. */
export async function loadPolicyParameters(querier: Querier): Promise<PolicyParameter[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT id, \`key\`, regionCode, value, unit, article, documentNumber, source, certainty, validFrom, validTo, note FROM policy_parameter`);
  return rows.map((row) => ({ ...(row as unknown as PolicyParameter), value: readJson(row.value) }));
}

/** What a post is held against on a day. */
export async function loadPostRules(querier: Querier, asOf: Day): Promise<PostRules> {
  const rows = await loadPolicyParameters(querier);
  const { hazardousOccupationPrefixes, hazardousWorkAge } = matchingRulesFrom(rows, asOf);
  const deposit = parameterInForce(rows, "overseas.deposit.max", { regionCode: "", asOf })?.value;
  return {
    asOf, hazardousOccupationPrefixes, hazardousWorkAge, overseasDepositMaxYuan: typeof deposit === "number" ? deposit / 100 : 0,
    minimumWageFen(regionCode, period) {
      const value = parameterInForce(rows, period === "HOUR" ? "wage.minimum.hourly" : "wage.minimum.monthly", { regionCode, asOf })?.value;
      return typeof value === "number" ? value : null;
    },
  };
}

export async function loadMatchingRules(querier: Querier, asOf: Day): Promise<MatchingRules> {
  return matchingRulesFrom(await loadPolicyParameters(querier), asOf);
}
