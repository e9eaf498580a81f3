import type { RowDataPacket } from "mysql2";
import type { Day } from "#app/domain/dates.ts";
import type { MatchingRules } from "#app/domain/matching/facts.ts";
import { matchingRulesFrom } from "#app/domain/matching/rules.ts";
import type { PolicyParameter } from "#app/domain/policy/parameter.ts";
import { type Querier, readJson } from "#app/platform/database.server.ts";

/** Every policy row; there are some dozens. */
export async function loadPolicyParameters(querier: Querier): Promise<PolicyParameter[]> {
  const [rows] = await querier.query<RowDataPacket[]>(
    `SELECT id, \`key\`, regionCode, value, unit, article, documentNumber, source, certainty, validFrom, validTo, note FROM policy_parameter`);
  return rows.map((row) => ({ ...(row as unknown as PolicyParameter), value: readJson(row.value) }));
}

export async function loadMatchingRules(querier: Querier, asOf: Day): Promise<MatchingRules> {
  return matchingRulesFrom(await loadPolicyParameters(querier), asOf);
}
