import type { PostPageView } from "#app/data/read-models/post-page.server.ts";
import { chinaDay } from "#app/domain/dates.ts";
import { isOverseas } from "#app/domain/region/codes.ts";
import type { Education } from "#app/domain/terms.ts";

const UNIT = { HOUR: "HOUR", DAY: "DAY", MONTH: "MONTH", YEAR: "YEAR" } as const;
/** 劳动合同法 article 68: no more than four hours a day and 24 a week is part-time work. */
const PART_TIME_HOURS = { day: 4, week: 24 };

/** Schooling as search engines name it; none of their names is lower than the end of high school. */
const CREDENTIAL: Partial<Record<Education, string>> = {
  SENIOR: "high school", SECONDARY: "professional certificate", COLLEGE: "associate degree", BACHELOR: "bachelor degree", MASTER: "postgraduate degree", DOCTOR: "postgraduate degree",
};

export type PostForEngines = Pick<
  PostPageView,
  "id" | "title" | "description" | "publishedAt" | "validFrom" | "validUntil" | "employer" | "onBehalfOf" | "placeNames" | "regionCode" | "address" | "occupation" | "occupationCode" | "wageMinFen" | "wageMaxFen"
  | "wagePeriod" | "openings" | "filled" | "hoursPerDay" | "daysPerWeek" | "housing" | "meals" | "insurance" | "educationMin" | "experienceMonths"
>;

/** schema.org JobPosting of an open post, as search engines read it; it says what the page says. Made-up and closed posts are not announced to them. */
export function jobPosting(post: PostForEngines, origin: string): Record<string, unknown> {
  const abroad = isOverseas(post.regionCode);
  const [region, ...locality] = post.placeNames;
  const credential = CREDENTIAL[post.educationMin];
  const benefits = [post.housing && "包住", post.meals && "包吃", post.insurance && "缴纳社会保险"].filter(Boolean);
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: post.title,
    description: post.description,
    identifier: { "@type": "PropertyValue", name: post.employer.name, value: post.id },
    url: `${origin}/jobs/${post.id}`,
    datePosted: post.publishedAt ? chinaDay(post.publishedAt) : post.validFrom,
    validThrough: `${post.validUntil}T00:00:00+08:00`,
    employmentType: isPartTime(post) ? "PART_TIME" : "FULL_TIME",
    hiringOrganization: { "@type": "Organization", name: post.onBehalfOf ?? post.employer.name },
    jobLocation: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressCountry: abroad ? post.regionCode.slice(0, 2) : "CN",
        ...(region !== undefined && !abroad ? { addressRegion: region } : {}),
        ...(locality.length > 0 ? { addressLocality: locality.join("") } : {}),
        ...(post.address ? { streetAddress: post.address } : {}),
      },
    },
    ...(post.occupation ? { occupationalCategory: `${post.occupationCode} ${post.occupation.zh}` } : {}),
    ...salaryOf(post),
    directApply: true,
    totalJobOpenings: Math.max(0, post.openings - post.filled),
    workHours: `每天 ${post.hoursPerDay} 小时，每周 ${post.daysPerWeek} 天`,
    ...(benefits.length > 0 ? { jobBenefits: benefits.join("、") } : {}),
    educationRequirements: credential ? { "@type": "EducationalOccupationalCredential", credentialCategory: credential } : "no requirements",
    experienceRequirements: post.experienceMonths > 0 ? { "@type": "OccupationalExperienceRequirements", monthsOfExperience: post.experienceMonths } : "no requirements",
  };
}

function isPartTime({ hoursPerDay, daysPerWeek }: PostForEngines): boolean {
  return hoursPerDay <= PART_TIME_HOURS.day && hoursPerDay * daysPerWeek <= PART_TIME_HOURS.week;
}

/** Pay as advertised; nothing where it is by the piece or to be agreed. */
function salaryOf({ wageMinFen, wageMaxFen, wagePeriod }: PostForEngines): Record<string, unknown> {
  const low = wageMinFen ?? wageMaxFen;
  const high = wageMaxFen ?? wageMinFen;
  if (wagePeriod === "PIECE" || low === null || high === null) return {};
  const range = low === high ? { value: low / 100 } : { minValue: low / 100, maxValue: high / 100 };
  return { baseSalary: { "@type": "MonetaryAmount", currency: "CNY", value: { "@type": "QuantitativeValue", ...range, unitText: UNIT[wagePeriod] } } };
}

/** JSON that can stand inside a script element: nothing in it can end the element. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
