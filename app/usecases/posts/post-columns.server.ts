import { loadLexiconFor } from "#app/data/occupations/lexicon.server.ts";
import { toDate } from "#app/domain/dates.ts";
import { cuesOf } from "#app/domain/occupation/cues.ts";
import { occupationOf } from "#app/domain/occupation/meet.ts";
import { clusterText } from "#app/domain/post/duplicates.ts";
import { monthlyFen } from "#app/domain/post/monthly-wage.ts";
import type { PostInput } from "#app/domain/post/post-input.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { postScopeOf } from "#app/domain/region/place-class.ts";
import { sha256 } from "#app/platform/crypto.server.ts";
import type { Querier } from "#app/platform/database.server.ts";

/** The occupation that the employer chose, else the one that the title names; the lexicon is asked where the list has no word. */
export async function occupationOfPost(querier: Querier, { occupationCode, title }: Pick<PostInput, "occupationCode" | "title">): Promise<string | null> {
  return occupationCode ?? occupationOf(title, null) ?? occupationOf(title, await loadLexiconFor(querier, [...cuesOf(title).keys()]));
}

/** What an employer filled in, as the post's columns. */
export function columnsOf(input: PostInput, employerId: string, occupationCode: string | null) {
  const wageMinFen = Math.round(input.wageMinYuan * 100);
  const wageMaxFen = Math.round(input.wageMaxYuan * 100);
  const countyCode = countyOf(input.regionCode);
  return {
    stream: input.stream,
    title: input.title,
    occupationCode,
    description: input.description,
    regionCode: input.regionCode,
    countyCode,
    scope: postScopeOf(input.regionCode),
    address: input.address || null,
    onBehalfOf: input.onBehalfOf ?? null,
    openings: input.openings,
    wageMinFen,
    wageMaxFen,
    wagePeriod: input.wagePeriod,
    monthlyMinFen: monthlyFen(wageMinFen, input.wagePeriod),
    monthlyMaxFen: monthlyFen(wageMaxFen, input.wagePeriod),
    hoursPerDay: input.hoursPerDay,
    daysPerWeek: input.daysPerWeek,
    housing: input.housing,
    meals: input.meals,
    insurance: input.insurance,
    educationMin: input.educationMin,
    experienceMonths: input.experienceMonths,
    certOccupationCode: input.certOccupationCode ?? null,
    certLevel: input.certLevel ?? null,
    brandId: input.brandId ?? null,
    validUntil: toDate(input.validUntil),
    clusterKey: sha256(clusterText({ employerId, title: input.title, countyCode, wageMinFen, wageMaxFen, wagePeriod: input.wagePeriod })),
  };
}
