/** The closed word lists of the domain; the same names stand in prisma/schema.prisma. */
export const STREAMS = ["MARKET", "WORKSHOP", "WELFARE", "WORKFARE"] as const;
export type Stream = (typeof STREAMS)[number];

export const PLACE_CLASSES = ["IN_COUNTY", "IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"] as const;
export type PlaceClass = (typeof PLACE_CLASSES)[number];

export const POST_SCOPES = ["IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"] as const;
export type PostScope = (typeof POST_SCOPES)[number];

export const EDUCATIONS = ["NONE", "PRIMARY", "JUNIOR", "SENIOR", "SECONDARY", "COLLEGE", "BACHELOR", "MASTER", "DOCTOR"] as const;
export type Education = (typeof EDUCATIONS)[number];

/** 学徒工 … 首席技师, lowest first ("1+5+2", 2022). */
export const SKILL_LEVELS = [
  "APPRENTICE", "JUNIOR", "INTERMEDIATE", "SENIOR",
  "TECHNICIAN", "SENIOR_TECHNICIAN", "SPECIAL_TECHNICIAN", "CHIEF_TECHNICIAN",
] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export const CERTIFICATE_KINDS = ["QUALIFICATION", "SKILL_LEVEL", "SPECIAL_ABILITY", "TRAINING"] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const PERSON_CATEGORIES = [
  "POVERTY_LIFTED", "MONITORED_UNSTABLE", "MONITORED_MARGINAL", "MONITORED_SUDDEN",
  "RELOCATED", "LOW_INCOME", "DISABLED", "ZERO_EMPLOYMENT_HOUSEHOLD",
] as const;
export type PersonCategoryKind = (typeof PERSON_CATEGORIES)[number];
export const MONITORED_CATEGORIES: readonly PersonCategoryKind[] = ["MONITORED_UNSTABLE", "MONITORED_MARGINAL", "MONITORED_SUDDEN"];

export const WAGE_PERIODS = ["HOUR", "DAY", "MONTH", "YEAR", "PIECE"] as const;
export type WagePeriod = (typeof WAGE_PERIODS)[number];

export const ROLES = ["SEEKER", "EMPLOYER", "OFFICER", "AGENT", "OPERATOR", "ADMIN", "SYSTEM"] as const;
export type Role = (typeof ROLES)[number];

export const LABOUR_CAPACITIES = ["FULL", "HALF", "NONE"] as const;
export type LabourCapacity = (typeof LABOUR_CAPACITIES)[number];

export const WELFARE_KINDS = ["GENERAL", "PV_STATION", "RANGER", "CLEANING"] as const;
export type WelfareKind = (typeof WELFARE_KINDS)[number];

export const SEXES = ["F", "M"] as const;
export type Sex = (typeof SEXES)[number];
