import { z } from "zod";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const isoInstant = z.iso.datetime({ offset: true });
const text = z.string().trim().min(1);
const money = z.number().positive();
const quantity = z.strictObject({ "@type": z.literal("QuantitativeValue"), value: money.optional(), minValue: money.optional(), maxValue: money.optional(), unitText: z.enum(["HOUR", "DAY", "WEEK", "MONTH", "YEAR"]) })
  .refine((one) => (one.value !== undefined) !== (one.minValue !== undefined && one.maxValue !== undefined && one.minValue < one.maxValue), "either one value or a real range");

/**
 * What Google asks of job postings (developers.google.com/search/docs/appearance/structured-data/job-posting) in schema.org's
 * terms: required title, description, datePosted, hiringOrganization and jobLocation with the country; recommended and always
 * known here validThrough, employmentType, identifier, directApply, schooling and experience; pay where it is advertised.
 */
const schema = z.strictObject({
  "@context": z.enum(["https://schema.org", "https://schema.org/"]),
  "@type": z.literal("JobPosting"),
  title: text.max(100),
  description: text,
  datePosted: isoDay,
  validThrough: isoInstant,
  employmentType: z.enum(["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"]),
  hiringOrganization: z.strictObject({ "@type": z.literal("Organization"), name: text }),
  jobLocation: z.strictObject({
    "@type": z.literal("Place"),
    address: z.strictObject({
      "@type": z.literal("PostalAddress"), addressCountry: z.string().regex(/^[A-Z]{2}$/), addressRegion: text.optional(), addressLocality: text.optional(), streetAddress: text.optional(),
    }),
  }),
  identifier: z.strictObject({ "@type": z.literal("PropertyValue"), name: text, value: text }),
  url: z.url(),
  directApply: z.boolean(),
  totalJobOpenings: z.number().int().positive(),
  workHours: text,
  occupationalCategory: text.optional(),
  jobBenefits: text.optional(),
  baseSalary: z.strictObject({ "@type": z.literal("MonetaryAmount"), currency: z.literal("CNY"), value: quantity }).optional(),
  educationRequirements: z.union([
    z.literal("no requirements"),
    z.strictObject({ "@type": z.literal("EducationalOccupationalCredential"), credentialCategory: z.enum(["high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree"]) }),
  ]),
  experienceRequirements: z.union([z.literal("no requirements"), z.strictObject({ "@type": z.literal("OccupationalExperienceRequirements"), monthsOfExperience: z.number().int().positive() })]),
}).refine((one) => Date.parse(one.validThrough) > Date.parse(`${one.datePosted}T00:00:00+08:00`), "runs out before it was posted")
  .refine((one) => one.jobLocation.address.addressCountry !== "CN" || one.jobLocation.address.addressRegion !== undefined, "in China the province is named");

/** What is wrong with it by these rules; nothing when it is as it should be. */
export function jobPostingFaults(data: unknown): string[] {
  const parsed = schema.safeParse(data);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}
