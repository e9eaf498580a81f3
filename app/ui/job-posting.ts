import type { PostPageView } from "#app/data/read-models/post-page.server.ts";

const UNIT = { HOUR: "HOUR", DAY: "DAY", MONTH: "MONTH", YEAR: "YEAR" } as const;

/** schema.org JobPosting of a post, as search engines read it. Made-up posts are not announced to them. */
export function jobPosting(post: Pick<PostPageView, "title" | "description" | "publishedAt" | "validFrom" | "validUntil" | "employer" | "region" | "regionCode" | "address" | "wageMinFen" | "wageMaxFen" | "wagePeriod" | "openings" | "filled" | "hoursPerDay" | "daysPerWeek" | "id">, origin: string): Record<string, unknown> {
  const unit = post.wagePeriod === "PIECE" ? null : UNIT[post.wagePeriod];
  const low = post.wageMinFen ?? post.wageMaxFen;
  const high = post.wageMaxFen ?? post.wageMinFen;
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: post.title,
    description: post.description,
    identifier: { "@type": "PropertyValue", name: "晋岗通", value: post.id },
    url: `${origin}/jobs/${post.id}`,
    datePosted: post.publishedAt ? post.publishedAt.toISOString().slice(0, 10) : post.validFrom,
    validThrough: `${post.validUntil}T00:00:00+08:00`,
    employmentType: "FULL_TIME",
    hiringOrganization: { "@type": "Organization", name: post.employer.name },
    jobLocation: {
      "@type": "Place",
      address: { "@type": "PostalAddress", addressRegion: post.region.zh, ...(post.address ? { streetAddress: post.address } : {}), addressCountry: /^[A-Z]{2}/.test(post.regionCode) ? post.regionCode.slice(0, 2) : "CN" },
    },
    totalJobOpenings: Math.max(0, post.openings - post.filled),
    workHours: `${post.hoursPerDay} × ${post.daysPerWeek}`,
    ...(unit !== null && low !== null && high !== null
      ? { baseSalary: { "@type": "MonetaryAmount", currency: "CNY", value: { "@type": "QuantitativeValue", minValue: low / 100, maxValue: high / 100, unitText: unit } } }
      : {}),
  };
}

/** JSON that can stand inside a script element: nothing in it can end the element. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
