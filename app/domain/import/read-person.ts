import type { Day } from "#app/domain/dates.ts";
import { ageProblem } from "#app/domain/person/identity.ts";
import { parseResidentId } from "#app/domain/person/resident-id.ts";
import { phoneDigits } from "#app/domain/phone.ts";
import { countyOf } from "#app/domain/region/codes.ts";
import type { Education, LabourCapacity, PersonCategoryKind, Sex } from "#app/domain/terms.ts";
import { parseCategories, parseYesNo } from "./categories.ts";
import { type CertificateDraft, readCertificate } from "./certificate-cells.ts";
import { cellOf, type ColumnMap } from "./columns.ts";
import { parseDate } from "./date.ts";
import { parseEducation } from "./education.ts";
import { parseExperience } from "./experience.ts";
import type { PersonField } from "./person-columns.ts";
import { parsePlace } from "./place.ts";
import type { Complaint, ReasonCode } from "./reasons.ts";
import type { RegionIndex } from "./region-index.ts";
import { remembering } from "./remember.ts";
import { saysNothing, tidy } from "./text.ts";
import { parseReach, parseWishWage, type Reach } from "./wish-cells.ts";

/** A person as a row tells it. `undefined`: the row does not say, so what is known already stays. */
export interface PersonDraft {
  name: string;
  idNumber: string;
  birthDate: Day;
  sex: Sex;
  phone: string | undefined;
  education: Education | undefined;
  homeRegionCode: string;
  homeCountyCode: string;
  /** what the address says below the township, to look the village up by */
  homeDetail: string;
  /** as the roster numbers households; "" where it doesn't say */
  householdNumber: string;
  /** name of the resettlement site, or "" */
  site: string;
  labourCapacity: LabourCapacity | undefined;
  canLeave: boolean | undefined;
  experienceMonths: number | undefined;
  categories: PersonCategoryKind[];
  certificate: CertificateDraft | null;
  brands: string[];
  /** in the roster's own words, as one text */
  skills: string;
  wishOccupations: string[];
  minWageFen: number | undefined;
  reach: Reach | undefined;
  availableFrom: Day | undefined;
}

export interface PersonReading {
  draft: PersonDraft | null;
  rejections: Complaint<PersonField>[];
  notes: Complaint<PersonField>[];
}

export interface PersonContext {
  columns: ColumnMap<PersonField>;
  regions: RegionIndex;
  asOf: Day;
}

const educationOf = remembering(parseEducation);
const experienceOf = remembering(parseExperience);
const wishWageOf = remembering(parseWishWage);
const categoriesOf = remembering(parseCategories);
const yesNoOf = remembering(parseYesNo);

/** Reads one line of a roster. A row without a right resident ID, a name and a home county is refused with every reason. */
export function readPerson(cells: readonly string[], context: PersonContext): PersonReading {
  const get = (field: PersonField) => {
    const cell = cellOf(context.columns, cells, field);
    if (cell === "") return cell;
    const plain = tidy(cell);
    return saysNothing(plain) ? "" : plain;
  };
  const rejections: Complaint<PersonField>[] = [];
  const notes: Complaint<PersonField>[] = [];
  const refuse = (field: PersonField, reason: ReasonCode) => rejections.push({ field, value: cellOf(context.columns, cells, field), reason });
  const note = (field: PersonField, reason: ReasonCode) => notes.push({ field, value: cellOf(context.columns, cells, field), reason });

  const name = get("name").replace(/\s+/g, /[a-z]/i.test(get("name")) ? " " : "");
  if (name === "") refuse("name", "name-missing");
  else if (name.length > 40 || /[\d<>{}=@#\ufffd]/.test(name)) refuse("name", "name-wrong");
  const id = parseResidentId(cellOf(context.columns, cells, "idNumber"));
  if (!id.ok) refuse("idNumber", `id-${id.fault}`);
  else {
    const tooYoung = ageProblem(id.birthDate, context.asOf);
    if (tooYoung) refuse("idNumber", tooYoung);
  }
  const sex = sexOf(get("sex"));
  if (id.ok && sex !== null && sex !== id.sex) refuse("sex", "sex-differs");
  const home = readHome(get, context);
  if (home.reason) refuse(home.field, home.reason);
  if (!id.ok || rejections.length > 0) return { draft: null, rejections, notes };

  const education = educationOf(get("education"));
  if (education.status === "unreadable") note("education", `education-${education.reason}`);
  const phone = phoneOf(get("phone"));
  if (phone === null) note("phone", "phone-wrong");
  const capacity = capacityOf(get("labourCapacity"));
  if (capacity === null) note("labourCapacity", "labour-capacity-unknown");
  const leave = yesNoOf(get("canLeave"));
  if (leave === "unknown") note("canLeave", "can-leave-unknown");
  const experience = experienceOf(get("experience"));
  if (experience.status === "unreadable") note("experience", "experience-unreadable");
  const certificate = certificateOf(get);
  if (certificate.status === "incomplete") note("certificateName", "certificate-incomplete");
  if (certificate.status === "ok" && certificate.levelUnknown) note("certificateLevel", "certificate-level-unknown");
  const minWage = wishWageOf(get("wishWage"));
  if (minWage === null) note("wishWage", "wish-wage-unreadable");
  const reach = parseReach(get("wishPlace"), home.countyCode, context.regions);
  if (reach === null) note("wishPlace", "wish-place-unknown");
  const available = parseDate(get("availableFrom"));
  if (available.status === "unreadable") note("availableFrom", "available-from-unreadable");

  return {
    draft: {
      name,
      idNumber: id.id,
      birthDate: id.birthDate,
      sex: id.sex,
      phone: phone ?? undefined,
      education: education.status === "ok" ? education.level : undefined,
      homeRegionCode: home.regionCode,
      homeCountyCode: home.countyCode,
      homeDetail: home.detail,
      householdNumber: get("householdNumber").slice(0, 60),
      site: get("site").slice(0, 80),
      labourCapacity: capacity ?? undefined,
      canLeave: leave === "yes" ? true : leave === "no" ? false : undefined,
      experienceMonths: experience.status === "ok" ? experience.minMonths : undefined,
      categories: readCategories(get, note),
      certificate: certificate.status === "ok" ? certificate.certificate : null,
      brands: get("brands").split(/[、,，;；/|]/).map((brand) => brand.trim()).filter((brand) => brand !== ""),
      skills: get("skills").slice(0, 200),
      wishOccupations: get("wishOccupation").split(/[、,，;；/|]/).map((wish) => wish.trim()).filter((wish) => wish !== "" && !/不限|均可/.test(wish)),
      minWageFen: get("wishWage") === "" ? undefined : (minWage ?? undefined),
      reach: reach === "nothing" || reach === null ? undefined : reach,
      availableFrom: available.status === "ok" ? available.day : undefined,
    },
    rejections,
    notes,
  };
}

type Get = (field: PersonField) => string;

interface Home { regionCode: string; countyCode: string; detail: string; field: PersonField; reason: ReasonCode | null }

function readHome(get: Get, { regions, columns }: PersonContext): Home {
  const fields = (["homeCity", "homeCounty", "homeTown", "home", "homeVillage"] as const).filter((field) => columns.at.has(field));
  const field = fields.find((one) => get(one) !== "") ?? fields[0] ?? "home";
  const code = /^14\d{4}(?:\d{3}(?:\d{3})?)?$/.exec(get("homeCode"))?.[0];
  const coded = code && (regions.byCode.get(code.slice(0, 9)) ?? regions.byCode.get(code.slice(0, 6)));
  const found = coded
    ? ({ status: "ok", regionCode: coded.code, level: coded.level, detail: get("homeVillage") } as const)
    : placeOf(fields.map(get), regions);
  const nothing = { regionCode: "", countyCode: "", detail: "", field };
  if (found.status === "missing") return { ...nothing, reason: "home-missing" };
  if (found.status !== "ok") return { ...nothing, reason: "home-unknown" };
  if (found.level === "PROVINCE" || found.level === "CITY") return { ...nothing, reason: "home-no-county" };
  return { regionCode: found.regionCode, countyCode: countyOf(found.regionCode), detail: found.detail, field, reason: null };
}

type Found = ReturnType<typeof parsePlace>;
const MOST_PLACES = 50_000;
const finders = new WeakMap<RegionIndex, (cells: string) => Found>();

/** A roster names the same places over and over: each is looked for once. No tidied cell holds a line break. */
function placeOf(cells: readonly string[], regions: RegionIndex): Found {
  let find = finders.get(regions);
  if (!find) finders.set(regions, (find = remembering((text) => parsePlace(text.split("\n"), regions), MOST_PLACES)));
  return find(cells.join("\n"));
}

function readCategories(get: Get, note: (field: PersonField, reason: ReasonCode) => void): PersonCategoryKind[] {
  const kinds = new Set<PersonCategoryKind>();
  const named = categoriesOf(get("categories"));
  named.kinds.forEach((kind) => kinds.add(kind));
  if (named.unknown.length > 0) note("categories", "category-unknown");
  if (yesNoOf(get("povertyLifted")) === "yes" || categoriesOf(get("povertyLifted")).kinds.includes("POVERTY_LIFTED")) kinds.add("POVERTY_LIFTED");
  if (yesNoOf(get("relocated")) === "yes" || categoriesOf(get("relocated")).kinds.includes("RELOCATED")) kinds.add("RELOCATED");
  const monitored = categoriesOf(get("monitored"));
  monitored.kinds.forEach((kind) => kinds.add(kind));
  const kindless = yesNoOf(get("monitored")) === "yes" || monitored.monitoredWithoutKind || named.monitoredWithoutKind;
  const hasKind = [...kinds].some((kind) => kind.startsWith("MONITORED"));
  if (kindless && !hasKind) note(columnOfMonitored(get), "monitored-kind-missing");
  return [...kinds].sort();
}

function columnOfMonitored(get: Get): PersonField {
  return get("monitored") === "" ? "categories" : "monitored";
}

function certificateOf(get: Get) {
  return readCertificate({
    name: get("certificateName"), level: get("certificateLevel"), number: get("certificateNumber"),
    issuer: get("certificateIssuer"), date: get("certificateDate"),
  });
}

function sexOf(text: string): Sex | null {
  if (/^(男|m|male|1)/i.test(text)) return "M";
  return /^(女|f|female|2)/i.test(text) ? "F" : null;
}

/** undefined: nothing said; null: wrong. Mobile numbers, or a landline with its area code. */
function phoneOf(text: string): string | null | undefined {
  if (text === "") return undefined;
  const digits = phoneDigits(text);
  return /^1\d{10}$/.test(digits) || /^0\d{9,11}$/.test(digits) ? digits : null;
}

function capacityOf(text: string): LabourCapacity | null | undefined {
  if (text === "") return undefined;
  if (/无劳动|丧失|^无$|^none$/i.test(text)) return "NONE";
  if (/弱|半|部分|^half$/i.test(text)) return "HALF";
  return /全劳动|普通|技能劳动|正常|有劳动|健康|^full$/i.test(text) ? "FULL" : null;
}
