import type { PersonFacts, PostFacts } from "#app/domain/matching/facts.ts";
import type { Point } from "#app/domain/matching/facts.ts";
import { makeMembership } from "#prisma/seed/generate/brands.ts";
import { makeCertificates } from "#prisma/seed/generate/certificates.ts";
import { makeEmployer } from "#prisma/seed/generate/employers.ts";
import { makeHousehold } from "#prisma/seed/generate/people.ts";
import { makePost, poolOf } from "#prisma/seed/generate/posts.ts";
import { makeWish } from "#prisma/seed/generate/wishes.ts";
import type { World } from "#prisma/seed/generate/world.ts";

/** Made-up people of the starter data's generator, all of them free and looking for work from today on. */
export function* generateSeekers(world: World, pointOf: (code: string) => Point | null): Generator<PersonFacts> {
  let made = 0;
  for (let household = 0; made < world.workers; household += 1) {
    const { county, regionCode, members } = makeHousehold(world, household, made);
    for (const person of members.slice(0, world.workers - made)) {
      const certificates = makeCertificates(world, person, county.cityName);
      const membership = makeMembership(world, person, county);
      const wish = makeWish(world, person, certificates.map((one) => one.occupationCode), false);
      made += 1;
      yield {
        id: person.id, birthDate: person.birthDate, sex: person.sex, education: person.education, homeCountyCode: county.code, homeTownCode: regionCode.slice(0, 9), homeRegionCode: regionCode,
        home: pointOf(county.code), canLeave: person.canLeave, labourCapacity: person.labourCapacity, experienceMonths: person.experienceMonths,
        categories: person.categories.map(({ kind }) => kind), placed: false, seeking: true, availableFrom: world.asOf, occupationCodes: wish.occupationCodes,
        minWageFen: wish.minWageFen, needsHousing: wish.needsHousing, maxDistanceKm: wish.maxDistanceKm, willInCounty: wish.willInCounty, willInProvince: wish.willInProvince,
        willOutOfProvince: wish.willOutOfProvince, willOverseas: wish.willOverseas,
        certificates: certificates.map(({ occupationCode, kind, level, expiresOn, verification }) => ({
          occupationCode, kind, level, expiresOn, stands: verification !== "REFUSED" && verification !== "REVOKED",
        })),
        brandIds: membership !== null && (membership.validTo === null || membership.validTo > world.asOf) ? [membership.brandId] : [],
      };
    }
  }
}

const POSTS_PER_EMPLOYER = 7.5;

/** So many made-up posts that are open, as the starter data's generator makes them. */
export function generateOpenPosts(world: World, count: number, pointOf: (code: string) => Point | null): PostFacts[] {
  const employers = Array.from({ length: Math.max(20, Math.ceil(count / POSTS_PER_EMPLOYER)) }, (_, index) => makeEmployer(world, index));
  const pool = poolOf(employers);
  const statusOf = new Map(employers.map((one) => [one.id, one.status]));
  const posts: PostFacts[] = [];
  for (let index = 0; posts.length < count; index += 1) {
    const { row, terms } = makePost(world, index, count, pool);
    if (row.status !== "PUBLISHED" || statusOf.get(row.employerId) !== "APPROVED" || row.validFrom > world.asOf || row.validUntil <= world.asOf) continue;
    posts.push({
      id: row.id, stream: row.stream, open: true, openingsLeft: row.openings, occupationCode: row.occupationCode, countyCode: row.countyCode,
      townCode: row.regionCode.length >= 9 ? row.regionCode.slice(0, 9) : null, place: pointOf(row.countyCode), scope: row.scope, monthlyMinFen: row.monthlyMinFen,
      monthlyMaxFen: row.monthlyMaxFen, hoursPerDay: row.hoursPerDay, housing: row.housing === 1, educationMin: row.educationMin, experienceMonths: row.experienceMonths,
      certOccupationCode: row.certOccupationCode, certLevel: row.certLevel, brandId: row.brandId, welfareKind: terms?.kind ?? null,
    });
  }
  return posts;
}
