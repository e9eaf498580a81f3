const at = "2026-11-20 01:00:00.000";
const id = (name: string) => name.toUpperCase().padEnd(26, "0");

export const OLD = {
  person: id("OLDPERSON"), other: id("OLDOTHER"), brand: id("OLDBRAND"), workshop: id("OLDSHOP"), unrecognised: id("OLDSHOPNEW"), funded: id("OLDFUNDED"), unfunded: id("OLDUNFUNDED"),
  placement: id("OLDPLACEMENT"), event: id("OLDEVENT"), account: id("OLDACCOUNT"), checked: id("OLDCLAIMCHECKED"), applied: id("OLDCLAIMAPPLIED"), officer: id("OLDOFFICER"), employer: id("OLDEMPLOYER"), plainEmployer: id("OLDPLAIN"), at,
};

type Row = Record<string, unknown>;

const person = (personId: string, nr: string): Row => ({
  id: personId, nameEnc: "v1.old.name", nameMasked: "李*", idNumberEnc: "v1.old.number", idNumberIndex: nr.padEnd(43, "x"), idNumberMasked: "1411**********001X", sex: "F",
  birthDate: "1990-02-03", education: "JUNIOR", homeRegionCode: "141124", homeCountyCode: "141124", source: "older", recordedAt: at, updatedAt: at,
});

const post = (postId: string, employerId: string, brandId: string | null, recordedAt: string): Row => ({
  id: postId, stream: "MARKET", employerId, title: "电焊工", description: "在车间焊接。", regionCode: "141124", countyCode: "141124", scope: "IN_PROVINCE", openings: 2, brandId, status: "PUBLISHED", validFrom: "2026-11-01", validUntil: "2027-01-01",
  source: "older", sourceRef: postId, recordedAt, updatedAt: at,
});

/** Rows as a database held them before workfare had funds and places, workshops were recognised anew, brands had applications and agreements with employers. */
export const BEFORE_WORKFARE: [table: string, rows: Row[]][] = [
  ["region", [{ code: "141124", name: "临县", pinyin: "linxian", level: "COUNTY" }]],
  ["county", [{ code: "141124" }]],
  ["person", [person(OLD.person, "a"), person(OLD.other, "b")]],
  ["labour_brand", [{ id: OLD.brand, name: "旧品牌", nameEn: "Older brand", level: "COUNTY", occupationCodes: "[]" }]],
  ["brand_claim", [{ personId: OLD.person, brandId: OLD.brand, claimedAt: at }, { personId: OLD.other, brandId: OLD.brand, claimedAt: at }]],
  ["employer", [OLD.employer, OLD.plainEmployer].map((employerId) => ({ id: employerId, name: "旧厂", source: "older", sourceRef: employerId, recordedAt: at }))],
  ["post", [post(id("OLDPOSTONE"), OLD.employer, OLD.brand, "2026-11-19 01:00:00.000"), post(id("OLDPOSTTWO"), OLD.employer, OLD.brand, at), post(id("OLDPOSTPLAIN"), OLD.plainEmployer, null, at)]],
  ["workshop", [{ id: OLD.workshop, name: "旧车间", townCode: "141124100", recognisedOn: "2024-02-29", documentNumber: null }, { id: OLD.unrecognised, name: "新车间", townCode: "141124100", recognisedOn: null, documentNumber: null }]],
  ["workfare_project", [
    { id: OLD.funded, name: "修渠", countyCode: "141124", fundLine: "PROVINCIAL", fiscalFundsFen: 9_007_199_254, labourSharePct: 30, startsOn: "2026-03-01", endsOn: "2026-10-01" },
    { id: OLD.unfunded, name: "修路", countyCode: "141124", fundLine: "CENTRAL_BUDGET", fiscalFundsFen: 0, labourSharePct: 20, startsOn: "2026-03-01", endsOn: "2026-10-01" },
  ]],
  ["placement", [{ id: OLD.placement, personId: OLD.person, stream: "MARKET", workRegionCode: "140105", placeClass: "IN_PROVINCE", homeCountyCode: "141124", activeKey: OLD.person, recordedAt: at }]],
  ["placement_event", [{ id: OLD.event, placementId: OLD.placement, seq: 1, personId: OLD.person, kind: "ON_THE_JOB", happenedOn: "2026-03-02", recordedAt: at, saidByRole: "OFFICER", snapshot: '{"stream": "MARKET"}', hash: "h".repeat(43) }]],
  ["user_account", [{ id: OLD.account, username: "older", displayName: "旧账号", passwordHash: "$argon2id$older", role: "SEEKER", personId: OLD.person, recordedAt: at }]],
];

const claim = (claimId: string, state: string, decided: Row): Row => ({
  id: claimId, benefit: "TRAVEL", personId: OLD.person, year: 2026, countyCode: "141124", amountFen: 60_000, parameterId: id("OLDPARAMETER"), citation: "{}", basis: "{}", state, openKey: claimId, appliedAt: at,
  appliedByRole: "SEEKER", ...decided,
});

/** Rows as a database held them before whoever checks a claim was kept apart from whoever decides it. */
export const BEFORE_FOUR_EYES: [table: string, rows: Row[]][] = [
  ["claim", [claim(OLD.checked, "CHECKED", { decidedAt: at, decidedBy: OLD.officer }), claim(OLD.applied, "APPLIED", {})]],
];
