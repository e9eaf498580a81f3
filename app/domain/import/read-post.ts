import type { Day } from "#app/domain/dates.ts";
import { parseCreditCode } from "#app/domain/employer/credit-code.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import { postScopeOf } from "#app/domain/region/place-class.ts";
import type { Education, PostScope, Stream, WagePeriod } from "#app/domain/terms.ts";
import { cellOf, type ColumnMap } from "./columns.ts";
import { parseDate } from "./date.ts";
import { parseEducation, parseEducationCode } from "./education.ts";
import { parseExperience } from "./experience.ts";
import { parseHeadcount } from "./headcount.ts";
import { parsePlace } from "./place.ts";
import type { PostField } from "./post-columns.ts";
import type { Complaint, ReasonCode } from "./reasons.ts";
import type { RegionIndex } from "./region-index.ts";
import type { Understanding } from "./tally.ts";
import { tidy } from "./text.ts";
import { parseWage, type WageResult } from "./wage.ts";

/** A posting as its row tells it; days, money and codes in the domain's units. */
export interface PostDraft {
  sourceRef: string | null;
  title: string;
  employerName: string;
  creditCode: string | null;
  industry: string | null;
  sizeLabel: string | null;
  stream: Stream;
  description: string;
  regionCode: string;
  countyCode: string;
  scope: PostScope;
  address: string | null;
  openings: number;
  wageMinFen: number | null;
  wageMaxFen: number | null;
  wagePeriod: WagePeriod;
  wageMonths: number;
  monthlyMinFen: number | null;
  monthlyMaxFen: number | null;
  housing: boolean;
  meals: boolean;
  insurance: boolean;
  educationMin: Education;
  experienceMonths: number;
  publishedOn: Day | null;
  validUntil: Day | null;
}

export const COUNTED_FIELDS = ["wage", "place", "education"] as const;
export type CountedField = (typeof COUNTED_FIELDS)[number];

export interface PostReading {
  /** null when the row is refused; `rejections` then says why */
  draft: PostDraft | null;
  rejections: Complaint<PostField>[];
  /** cells that could not be taken although the row was */
  notes: Complaint<PostField>[];
  understanding: Record<CountedField, Understanding>;
}

export interface PostContext {
  columns: ColumnMap<PostField>;
  regions: RegionIndex;
  /** the codes abroad that the list of regions holds */
  overseasCodes: ReadonlySet<string>;
}

const LONGEST_TITLE = 120;
const LONGEST_DESCRIPTION = 16_000;

/**
 * Reads one posting. Refused are only rows without title, employer or a place in the list of regions; what else is
 * not understood is noted and left empty. Nothing is inferred from other cells: an employer's own town is not
 * where its post is.
 */
export function readPost(cells: readonly string[], context: PostContext): PostReading {
  const get = (field: PostField) => tidy(cellOf(context.columns, cells, field));
  const rejections: Complaint<PostField>[] = [];
  const notes: Complaint<PostField>[] = [];
  const refuse = (field: PostField, reason: ReasonCode) => rejections.push({ field, value: get(field), reason });
  const note = (field: PostField, reason: ReasonCode) => notes.push({ field, value: get(field), reason });

  const title = get("title");
  if (title === "") refuse("title", "title-missing");
  else if (title.length > LONGEST_TITLE) refuse("title", "title-long");
  const employerName = get("employer");
  if (employerName === "") refuse("employer", "employer-missing");
  else if (employerName.length > LONGEST_TITLE) refuse("employer", "employer-long");

  const place = readPlace(get, context);
  if (place.reason) refuse(place.field, place.reason);
  const wage = readWage(get, context.columns);
  if (wage.understanding.kind === "not-understood") note(wage.field, wage.understanding.reason as ReasonCode);
  const education = readEducation(get, context.columns);
  if (education.understanding.kind === "not-understood") note(education.field, education.understanding.reason as ReasonCode);
  const understanding = { wage: wage.understanding, place: place.understanding, education: education.understanding };

  const stream = readStream(get("stream"));
  if (stream === "by-bureau") refuse("stream", "stream-by-bureau");
  else if (stream === "unknown") note("stream", "stream-unknown");
  const creditCode = parseCreditCode(get("creditCode"));
  if (!creditCode.ok && creditCode.fault !== "empty") note("creditCode", "credit-code-wrong");
  const experience = parseExperience(get("experience"));
  if (experience.status === "unreadable") note("experience", "experience-unreadable");
  const openings = parseHeadcount(get("openings"));
  if (openings.status === "unreadable") note("openings", "openings-unreadable");
  const published = parseDate(get("published"));
  if (published.status === "unreadable") note("published", "published-unreadable");
  const validUntil = parseDate(get("validUntil"));
  if (validUntil.status === "unreadable") note("validUntil", "valid-until-unreadable");
  const description = describe(cellOf(context.columns, cells, "description"), get("tags"), get("benefits"));
  if (description.length > LONGEST_DESCRIPTION) note("description", "description-cut");

  if (rejections.length > 0 || place.regionCode === null) return { draft: null, rejections, notes, understanding };
  const offers = `${get("benefits")} ${get("tags")} ${description}`;
  return {
    draft: {
      sourceRef: get("sourceRef") || null,
      title,
      employerName,
      creditCode: creditCode.ok ? creditCode.code : null,
      industry: clip(get("industry"), 80),
      sizeLabel: clip(get("employerSize"), 40),
      stream: stream === "WORKSHOP" ? "WORKSHOP" : "MARKET",
      description: description.slice(0, LONGEST_DESCRIPTION),
      regionCode: place.regionCode,
      countyCode: countyOf(place.regionCode),
      scope: postScopeOf(place.regionCode),
      address: clip(get("address") || place.detail, 200),
      openings: openings.status === "ok" ? openings.openings : 1,
      ...wageColumns(wage.result),
      housing: /包吃住|包住|食宿|住宿|宿舍|提供住|housing|dormitory/i.test(offers),
      meals: /包吃|食宿|工作餐|包餐|免费餐|餐补|餐饮补贴|食堂|meals/i.test(offers),
      insurance: /五险|社保|六险|insurance/i.test(offers),
      educationMin: education.level,
      experienceMonths: experience.status === "ok" ? experience.minMonths : 0,
      publishedOn: published.status === "ok" ? published.day : null,
      validUntil: validUntil.status === "ok" ? validUntil.day : null,
    },
    rejections,
    notes,
    understanding,
  };
}

type Get = (field: PostField) => string;

interface PlaceReading { regionCode: string | null; detail: string; field: PostField; reason: ReasonCode | null; understanding: Understanding }

function readPlace(get: Get, { columns, regions, overseasCodes }: PostContext): PlaceReading {
  const fields = (["province", "city", "district", "address"] as const).filter((field) => columns.at.has(field));
  const field = fields.find((one) => get(one) !== "") ?? fields[0] ?? "city";
  const found = parsePlace(fields.map(get), regions);
  if (found.status === "ok") {
    return { regionCode: found.regionCode, detail: found.detail, field, reason: null, understanding: { kind: "understood", as: found.level } };
  }
  const base = { regionCode: null, detail: "", field };
  if (found.status === "overseas") {
    const understanding = { kind: "understood", as: "OVERSEAS" } as const;
    if (overseasCodes.has(found.regionCode)) return { ...base, regionCode: found.regionCode, detail: get(field), reason: null, understanding };
    return { ...base, reason: "place-country-unlisted", understanding };
  }
  if (found.status === "missing") {
    return { ...base, reason: "place-missing", understanding: fields.length === 0 ? { kind: "no-column" } : { kind: "said-nothing" } };
  }
  const reason: ReasonCode = found.status === "anywhere" ? "place-anywhere" : `place-${found.reason}`;
  return { ...base, reason, understanding: { kind: "not-understood", reason } };
}

function readWage(get: Get, columns: ColumnMap<PostField>): { result: WageResult; field: PostField; understanding: Understanding } {
  const ends = [get("wageMin"), get("wageMax")];
  const field: PostField = get("wage") === "" && columns.at.has("wageMin") ? "wageMin" : "wage";
  const result = parseWage(field === "wage" ? get("wage") : ends.filter((end) => end !== "").join("-"));
  if (result.status === "ok") return { result, field, understanding: { kind: "understood", as: result.period } };
  if (result.status === "negotiable") return { result, field, understanding: { kind: "understood", as: "NEGOTIABLE" } };
  if (result.status === "unreadable") return { result, field, understanding: { kind: "not-understood", reason: `wage-${result.reason}` } };
  const hasColumn = columns.at.has("wage") || columns.at.has("wageMin") || columns.at.has("wageMax");
  return { result, field, understanding: { kind: hasColumn ? "said-nothing" : "no-column" } };
}

function wageColumns(wage: WageResult) {
  if (wage.status !== "ok") {
    return { wageMinFen: null, wageMaxFen: null, wagePeriod: "MONTH" as const, wageMonths: 12, monthlyMinFen: null, monthlyMaxFen: null };
  }
  return {
    wageMinFen: wage.minFen, wageMaxFen: wage.maxFen, wagePeriod: wage.period, wageMonths: wage.months,
    monthlyMinFen: wage.monthlyMinFen, monthlyMaxFen: wage.monthlyMaxFen,
  };
}

function readEducation(get: Get, columns: ColumnMap<PostField>): { level: Education; field: PostField; understanding: Understanding } {
  const byCode = !columns.at.has("education") && columns.at.has("educationCode");
  const field: PostField = byCode ? "educationCode" : "education";
  const found = byCode ? parseEducationCode(get(field)) : parseEducation(get(field));
  if (found.status === "ok") return { level: found.level, field, understanding: { kind: "understood", as: found.level } };
  if (found.status === "unreadable") return { level: "NONE", field, understanding: { kind: "not-understood", reason: `education-${found.reason}` } };
  return { level: "NONE", field, understanding: { kind: columns.at.has(field) ? "said-nothing" : "no-column" } };
}

function readStream(text: string): Stream | "by-bureau" | "unknown" {
  if (text === "" || /市场|^market$|全职|兼职|实习|企业/i.test(text)) return "MARKET";
  if (/车间|^workshop$/i.test(text)) return "WORKSHOP";
  return /公益|以工代赈|^welfare$|^workfare$/i.test(text) ? "by-bureau" : "unknown";
}

/** The posting's own words; where it has none, its tags and benefits stand in. Line ends stay. */
function describe(text: string, tags: string, benefits: string): string {
  const own = text.normalize("NFKC").replace(/\r\n?/g, "\n").replace(/[^\S\n]+/g, " ").trim();
  if (own !== "") return own;
  return [tags, benefits].filter((part) => part !== "").map((part) => part.replaceAll("|", "、")).join("\n");
}

function clip(text: string, longest: number): string | null {
  return text === "" ? null : text.slice(0, longest);
}
