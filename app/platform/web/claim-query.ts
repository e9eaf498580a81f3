import { type Benefit, BENEFITS } from "#app/domain/claim/benefits.ts";
import { CLAIM_STATES, type ClaimState } from "#app/domain/claim/claim-state.ts";

/** What a list of claims is narrowed to by its address; what is not known narrows nothing. */
export function claimFilter(query: URLSearchParams): { state: ClaimState | null; benefit: Benefit | null; year: number | null; page: number } {
  const [state, benefit, year] = [query.get("state"), query.get("benefit"), query.get("year") ?? ""];
  return {
    state: CLAIM_STATES.find((one) => one === state) ?? null, benefit: BENEFITS.find((one) => one === benefit) ?? null, year: /^20\d{2}$/.test(year) ? Number(year) : null,
    page: Math.min(100_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1)),
  };
}
