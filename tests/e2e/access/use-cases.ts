import type { Role } from "#app/domain/terms.ts";
import type { Known } from "../bad-input/known.ts";
import type { Visitor } from "./visitors.ts";

/** Who may ask for a use case, and of whose records. */
export interface UseCaseAccess {
  roles: readonly Role[];
  /**
   * Lawful input that names a record or a region of somebody, and whose it is: `reach`. To everybody else with the role the answer is that there is
   * no such thing, or that it isn't theirs. Left out where the input names nothing, so that only one's own can be meant: `says` tells whose.
   */
  of?(known: Known): Record<string, unknown>;
  reach?: readonly Visitor[];
  /** with it the first of `reach` is not tried: what it changes belongs to all tests */
  shared?: true;
  says?: string;
}

const OVER_LINXIAN = ["county", "city", "province", "admin"] as const;
const OVER_DATONG = ["farCounty", "farCity", "province", "admin"] as const;
/** home of `villager`: the agent's township in Linxian */
const OVER_VILLAGER = ["agent", "town", "county", "city", "province"] as const;
const OVER_WORKER = ["worker", ...OVER_VILLAGER] as const;

/** where the works are: the agent's township */
const OVER_SITE = ["agent", "town", ...OVER_LINXIAN] as const;
/** the first township of the county elsewhere, which is the other agent's */
const OVER_FAR_TOWN = ["farAgent", ...OVER_DATONG] as const;

const OFFICE: readonly Role[] = ["OFFICER", "ADMIN"];
const KEEPERS: readonly Role[] = ["OPERATOR", ...OFFICE];
const MUSTER: readonly Role[] = [...OFFICE, "AGENT", "SEEKER"];
const BUREAU: readonly Role[] = ["OFFICER", "AGENT", "ADMIN"];
const PROFILE: readonly Role[] = ["SEEKER", "AGENT", "OFFICER"];
const EVERY: readonly Role[] = ["SEEKER", "EMPLOYER", "OFFICER", "AGENT", "OPERATOR", "ADMIN", "SYSTEM"];

const own = (roles: readonly Role[], says = "the actor's own"): UseCaseAccess => ({ roles, says });
const before = own(["SYSTEM"], "nobody has signed in yet: the route asks in the system's name, with a proof");
const command = (roles: readonly Role[]): UseCaseAccess => ({ roles, says: "a command or a worker: files and the whole province's data" });
/** A part of a profile, told for `villager` by those who act for their home. */
const profile = (input: Record<string, unknown> | ((known: Known) => Record<string, unknown>)): UseCaseAccess => ({
  roles: PROFILE, reach: OVER_VILLAGER, of: (known) => ({ ...(typeof input === "function" ? input(known) : input), personId: known.villager.id }),
});

export const USE_CASE_ACCESS: Readonly<Record<string, UseCaseAccess>> = {
  "redeem-phone-code": before, "choose-account": before, "register-seeker": before, "register-employer": before, "request-phone-code": before,
  "request-password-code": own(["SEEKER"]), "recheck-identity": own(["SEEKER"]), "mark-notices-read": own(["SEEKER"]), "delete-person": own(["SEEKER"]), "export-own-data": own(["SEEKER"]), "save-search": own(["SEEKER"]), "grant-helper": own(["SEEKER"]),
  "set-password": own(EVERY), "end-sessions": own(EVERY),
  "begin-second-factor": own(OFFICE), "confirm-second-factor": own(OFFICE), "show-second-factor": own(OFFICE), "remove-second-factor": own(OFFICE),
  "reset-second-factor": own(["ADMIN"], "anybody's but the administrator's own, by user name: there is one administration of the system"),
  "accept-invitation": own(["SYSTEM"], "nobody has signed in yet: whoever holds the link that was sent"), "open-operator": own(OFFICE, "of the actor's own region: tests/integration/operator-accounts.test.ts"),
  "invite-operator": { roles: OFFICE, of: (known) => ({ userId: known.operator, phone: "19900000019" }), reach: OVER_LINXIAN },
  "place-operator": { roles: OFFICE, of: (known) => ({ userId: known.operator, bodyId: "", brandId: "" }), reach: OVER_LINXIAN },
  "close-operator": { roles: OFFICE, of: (known) => ({ userId: known.operator, step: "CLOSE", reason: "离开了机构" }), reach: OVER_LINXIAN },
  "confirm-identity": { roles: ["OFFICER", "AGENT"], of: (known) => ({ personId: known.villager.id, cardSeen: "on" }), reach: OVER_VILLAGER },

  "retry-deliveries": own(["ADMIN"], "ids and codes of background work, nobody's record"),
  "close-care": { roles: OFFICE, of: (known) => ({ careId: known.care, outcome: "HELPED", note: "打过电话了" }), reach: OVER_LINXIAN },
  "answer-check-in": { roles: ["SEEKER", "AGENT"], of: (known) => ({ checkInId: known.villageCheckIn, answer: "TALK" }), reach: ["agent"] },
  "approve-issuer": own(OFFICE, "of the actor's own region: tests/integration/issued-certificates.test.ts"), "suspend-issuer": own(OFFICE, "of the actor's own region: tests/integration/issued-certificates.test.ts"),
  "issue-certificate": own(["OFFICER", "ADMIN", "SYSTEM"], "people of the actor's own region: tests/integration/issued-certificates.test.ts"), "revoke-certificate": own(["OFFICER", "ADMIN", "SYSTEM"], "of people of the actor's own region: tests/integration/issued-certificates.test.ts"),
  "decide-employer": { roles: OFFICE, of: (known) => ({ employerId: known.countyEmployer, decision: "APPROVED" }), reach: OVER_LINXIAN },
  "decide-certificate": { roles: OFFICE, of: (known) => ({ certificateId: known.strangerCertificate, decision: "VERIFIED" }), reach: OVER_DATONG },
  "decide-report": { roles: OFFICE, of: (known) => ({ reportId: known.elsewhereReport, decision: "DISMISSED" }), reach: OVER_DATONG },
  "close-post-flag": { roles: OFFICE, of: (known) => ({ flagId: known.elsewhereFlag, note: "看过了" }), reach: ["farCity", "province", "admin"] },
  "report-post": { roles: ["SEEKER", "AGENT", "EMPLOYER", "OFFICER", "ADMIN"], says: "anybody, of any post that is shown" },
  "set-county-class": { roles: OFFICE, of: () => ({ countyCode: "141124", countyClass: "" }), reach: ["city", "province", "admin"], shared: true },

  "answer-helper-offer": { roles: ["SEEKER"], of: (known) => ({ delegationId: known.strangerDelegation, answer: "accept" }), reach: [] },
  "begin-acting": { roles: ["SEEKER", "AGENT"], of: (known) => ({ delegationId: known.strangerDelegation, sessionId: "x".repeat(43) }), reach: [] },
  "withdraw-helper": { roles: PROFILE, of: (known) => ({ delegationId: known.strangerDelegation }), reach: ["farCounty", "farCity", "province"] },
  "hand-over-receipt": { roles: PROFILE, of: (known) => ({ receiptId: known.ownReceipt }), reach: ["agent"] },
  "request-consent-code": own(["SEEKER", "AGENT"], "of whom the actor can name by name and number, and only with their code"),
  "confirm-consent-code": own(["SEEKER", "AGENT"], "of whom the actor has a code for"),
  "record-paper-consent": own(["AGENT"], "of whom the actor can name by name and number: tests/integration/acting.test.ts"),

  "find-candidates": { roles: ["EMPLOYER"], of: (known) => ({ postId: known.ownPost }), reach: ["employer"] },
  "invite-person": { roles: ["EMPLOYER"], of: (known) => ({ postId: known.ownPost, personId: known.villager.id }), reach: ["employer"] },
  "take-hiring-step": { roles: ["EMPLOYER", "SEEKER"], of: (known) => ({ hiringId: known.ownHiring, kind: "CLOSED", note: "招满了" }), reach: ["employer"] },
  "renew-post": { roles: ["EMPLOYER"], of: (known) => ({ postId: known.ownPost, validUntil: known.inAMonth, confirmed: "on" }), reach: ["employer"] },
  "close-post": { roles: ["EMPLOYER"], of: (known) => ({ postId: known.ownPost }), reach: ["employer"], shared: true },
  "save-post": own(["EMPLOYER"], "a new post, or one's own: tests/e2e/bad-input/actions.ts"), "upload-posts": own(["EMPLOYER"]),
  "ask-question": own(["SEEKER"]),
  "answer-question": { roles: ["EMPLOYER", ...OFFICE], of: (known) => ({ inquiryId: known.bureauThread, codes: [], text: "可以报名" }), reach: OVER_LINXIAN },
  "report-message": { roles: ["SEEKER", "EMPLOYER"], of: (known) => ({ inquiryId: known.ownThread, seq: 1 }), reach: ["employer"] },

  "accept-post": { roles: PROFILE, of: (known) => ({ postId: known.touchedPost, personId: known.villager.id }), reach: OVER_VILLAGER, shared: true },
  "record-placement-event": { roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"], of: (known) => ({ placementId: known.placements.worker, kind: "DEPARTED", happenedOn: known.today }), reach: ["rival", ...OVER_WORKER] },
  "reverse-placement-event": { roles: ["SEEKER", "EMPLOYER", "AGENT", "OFFICER"], of: (known) => ({ placementId: known.placements.worker, eventId: known.strangerEvent, reason: "弄错了" }), reach: ["rival", ...OVER_WORKER], shared: true },
  "report-pay": { roles: ["SEEKER"], of: (known) => ({ placementId: known.placements.worker, month: known.today.slice(0, 7), monthlyYuan: 5000 }), reach: ["worker"] },

  "adjust-wish": { roles: ["SEEKER"], of: (known) => ({ matchId: known.strangerMatch }), reach: [] },
  // whose proposal it is, and so over whom an office stands, is not known: not another seeker's
  "decline-match": { roles: PROFILE, of: (known) => ({ matchId: known.strangerMatch, reason: "too-far" }), reach: ["agent", "farAgent", "county", "farCounty", "city", "farCity", "province"], shared: true },
  "explain-pair": { roles: [...PROFILE, "EMPLOYER"], of: (known) => ({ postId: known.touchedPost, personId: known.villager.id }), reach: OVER_VILLAGER },
  "find-nearly": { roles: PROFILE, of: (known) => ({ personId: known.villager.id }), reach: OVER_VILLAGER },
  "find-posts": { roles: PROFILE, of: (known) => ({ personId: known.villager.id }), reach: OVER_VILLAGER },
  "request-match-run": { roles: [...OFFICE, "SYSTEM"], of: () => ({ regionCode: "141124" }), reach: OVER_LINXIAN, shared: true },
  "cancel-match-run": { roles: OFFICE, of: (known) => ({ runId: known.elsewhereRun }), reach: ["farCity", "province", "admin"], shared: true },

  "open-form": { roles: ["AGENT", "OFFICER"], of: (known) => ({ personId: known.villager.id, form: "consent", reason: "PRESENT" }), reach: OVER_VILLAGER },
  "open-roster": { roles: ["AGENT", "OFFICER"], of: (known) => ({ village: known.village, personIds: [known.villager.id], reason: "AGAIN" }), reach: OVER_VILLAGER },
  "register-person": {
    roles: ["AGENT", "OFFICER"], reach: OVER_VILLAGER, shared: true,
    of: (known) => ({ entryKey: "0c1e4f3a-6f0c-4d2e-9a55-0c6a1d2e3f01", name: "张三", idNumber: known.freeIdNumbers.villager, homeRegionCode: known.village, occupationCodes: ["6-18-02-04"], reach: "PROVINCE", leastPay: "3000", consents: ["SERVICE"], consentHow: "AGENT" }),
  },
  "update-wish": {
    roles: PROFILE, reach: OVER_VILLAGER,
    of: (known) => ({ personId: known.villager.id, seeking: true, occupationCodes: ["6-18-02-04"], minWageYuan: 3000, willInCounty: true, willInProvince: false, willOutOfProvince: false, willOverseas: false, needsHousing: false, availableFrom: known.today }),
  },

  "set-consent": profile({ purpose: "SERVICE", decision: "give" }),
  "add-certificate": profile({ occupationCode: "6-18-02-04", kind: "SKILL_LEVEL", level: "INTERMEDIATE", number: "S000000000001", issuer: "评价机构", issuedOn: "2025-03-01" }),
  "add-job": profile({ occupationCode: "6-18-02-04", months: "24", place: "IN_COUNTY" }),
  "add-certificate-photo": profile((known) => ({ certificateId: known.waitingCertificate, bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) })),
  "answer-step": profile({ step: "crafts" }),
  "claim-brands": profile({ brands: [] }),
  "remove-certificate": { ...profile((known) => ({ certificateId: known.strangerCertificate })), shared: true },
  "remove-job": { ...profile((known) => ({ jobId: known.villager.id })), shared: true },
  "remove-photo": { ...profile((known) => ({ fileId: known.strangerPhoto })), shared: true },
  "save-care": profile({ care: [], canLeave: "yes" }),
  "save-crafts": profile({ crafts: [] }),
  "save-education": profile({ education: "PRIMARY" }),
  "save-wanted": profile({ occupationCodes: ["6-18-02-04"], minWageYuan: "3000", needsHousing: false }),
  "save-reach": profile({ willInProvince: true, willOutOfProvince: false, willOverseas: false, from: "now" }),
  "stop-search": { roles: ["SEEKER"], of: (known) => ({ searchId: known.strangerSearch }), reach: [] },

  "draft-rule": { roles: OFFICE, of: (known) => ({ key: "stay-in-work.subsidy.monthly", regionCode: "141124", value: "260", documentNumber: "测3号", source: "测试", certainty: "FOUND", validFrom: known.inAMonth }), reach: OVER_LINXIAN, shared: true },
  "switch-on-rule": { roles: OFFICE, of: (known) => ({ draftId: known.countyDraft, version: 99 }), reach: OVER_LINXIAN },
  "drop-rule": { roles: OFFICE, of: (known) => ({ draftId: known.countyDraft, version: 99, reason: "不要了" }), reach: OVER_LINXIAN },
  "request-simulation": { roles: OFFICE, of: (known) => ({ draftId: known.countyDraft, year: 2026 }), reach: ["town", ...OVER_LINXIAN], shared: true },
  "apply-claim": { roles: PROFILE, of: (known) => ({ personId: known.villager.id, benefit: "TRAVEL", year: 2026 }), reach: ["worker", "seeker", "welder", ...OVER_VILLAGER] },
  "decide-claim": { roles: OFFICE, of: (known) => ({ claimId: known.claim, version: 99, to: "CHECKED" }), reach: OVER_LINXIAN },
  "withdraw-claim": { roles: ["SEEKER"], of: (known) => ({ claimId: known.claim }), reach: [] },
  "save-workshop": own(OFFICE, "of the actor's own region: tests/integration/watch-and-workshops.test.ts"),
  "recognise-workshop": { roles: OFFICE, of: (known) => ({ workshopId: known.workshop, recognisedOn: known.today, documentNumber: "测1号" }), reach: ["county", "town", "city", "province", "admin"] },
  "revoke-recognition": { roles: OFFICE, of: (known) => ({ workshopId: known.workshop, revokedOn: known.today, reason: "停产" }), reach: [...OVER_LINXIAN, "town"] },
  "claim-hiring-subsidy": { roles: OFFICE, of: (known) => ({ workshopId: known.workshop, personId: known.villager.id }), reach: OVER_LINXIAN, shared: true },
  "save-startup": { roles: BUREAU, of: (known) => ({ personId: known.villager.id, name: "面馆", business: "餐饮", townCode: known.town, openedOn: "2026-01-05", jobs: "2" }), reach: [...OVER_VILLAGER, "admin"], shared: true },
  "take-watch-case": { roles: BUREAU, of: (known) => ({ caseId: known.watchCase, version: 99 }), reach: [...OVER_VILLAGER, "admin"] },
  "hand-on-watch-case": { roles: BUREAU, of: (known) => ({ caseId: known.watchCase, version: 99, toUserId: known.watchCase }), reach: [...OVER_VILLAGER, "admin"] },
  "note-watch-case": { roles: BUREAU, of: (known) => ({ caseId: known.watchCase, version: 99, note: "打过电话了" }), reach: [...OVER_VILLAGER, "admin"] },
  "close-watch-case": { roles: OFFICE, of: (known) => ({ caseId: known.watchCase, version: 99, result: "OTHER_HELP", note: "打过电话了" }), reach: [...OVER_LINXIAN, "town"] },

  "import-persons": command([...OFFICE, "SYSTEM"]), "import-posts": command([...OFFICE, "SYSTEM"]), "classify-file": command([...OFFICE, "SYSTEM"]),
  "import-classification": command(["ADMIN", "SYSTEM"]), "import-coded-titles": command(["ADMIN", "SYSTEM"]),

  "receive-roster": own(OFFICE, "of the actor's own region; rows from elsewhere are refused by line: tests/integration/rosters.test.ts"),
  "map-roster-columns": { roles: OFFICE, of: (known) => ({ rosterId: known.countyRoster, version: 99, columns: ["name", "idNumber", "homeCounty"] }), reach: OVER_LINXIAN },
  "take-roster": { roles: OFFICE, of: (known) => ({ rosterId: known.countyRoster, version: 99 }), reach: OVER_LINXIAN },
  "cancel-roster": { roles: OFFICE, of: (known) => ({ rosterId: known.countyRoster }), reach: OVER_LINXIAN },

  "choose-caliber": { roles: OFFICE, of: () => ({ year: 2026, from: "shanxi", caliberCode: "claimed", reason: "省里定的口径" }), reach: ["province", "admin"], shared: true },
  "freeze-month": { roles: [...OFFICE, "SYSTEM"], of: () => ({ year: 2026, month: 2 }), reach: ["province", "admin"], shared: true },
  "draw-sample": { roles: OFFICE, of: () => ({ year: 2026, regionCode: "141124", perRung: 1, entryKey: "0c1e4f3a-6f0c-4d2e-9a55-0c6a1d2e3f04" }), reach: OVER_LINXIAN },
  "record-finding": { roles: OFFICE, of: (known) => ({ sampleId: known.sample, nr: 1, version: 99, finding: "TRUE" }), reach: OVER_LINXIAN },
  "see-contact": { roles: [...BUREAU, "OPERATOR"], of: (known) => ({ of: "watch", id: known.watchCase, why: "CALL" }), reach: [...OVER_VILLAGER, "admin"] },
  "see-drawn-phone": { roles: OFFICE, of: (known) => ({ sampleId: known.sample, nr: 1 }), reach: OVER_LINXIAN },

  "save-workfare": {
    roles: OFFICE, reach: OVER_LINXIAN, shared: true,
    of: (known) => ({
      name: "沟道护坡以工代赈项目", kind: "FUNDED", approvedOn: "2026-01-10", approvalRef: "测试批复 47 号", startsOn: "2026-03-01", lastOn: "2026-05-31", labourSharePct: "30", hoursPerDay: "8", dayRateYuan: "150", funds: { LOCAL: "300000" },
      places: [known.workfare.village],
    }),
  },
  "record-works-progress": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.unawarded, version: 77, progressPct: "5" }), reach: OVER_LINXIAN },
  "award-workfare": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project, kind: "TENDER", teamName: "一支工队", amountYuan: "1000", awardedOn: known.today, documentRef: "1 号" }), reach: OVER_LINXIAN },
  "open-workfare-post": {
    roles: OFFICE, reach: OVER_LINXIAN, shared: true,
    of: (known) => ({ projectId: known.workfare.project, title: "砌墙小工", occupationCode: "6-29-02-04", openings: "2", dayRateYuan: "150", regionCode: "141124100", description: "砌护坡，搬运石料，工具由工队准备。" }),
  },
  "find-local-workers": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project, postId: known.workfare.post }), reach: OVER_LINXIAN },
  "invite-local-worker": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project, postId: known.workfare.post, personId: known.villager.id }), reach: OVER_LINXIAN, shared: true },
  "add-crew-member": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project, name: "张三", idNumber: known.freeIdNumbers.villager, part: "WORKER", fromOn: known.today }), reach: [...OVER_LINXIAN, "town"] },
  "set-crew-part": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project, personId: known.workfare.member, part: "FOREMAN", was: "REPRESENTATIVE" }), reach: [...OVER_LINXIAN, "town"] },
  "set-member-account": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project, personId: known.workfare.member, seen: "another", account: "6228480402564890018", bankName: "农信社", ownName: "on" }), reach: [...OVER_LINXIAN, "town"] },
  "open-roll": { roles: MUSTER, of: (known) => ({ projectId: known.workfare.project, fromOn: "2020-01-06", span: "WEEK" }), reach: OVER_SITE },
  "enter-days": { roles: MUSTER, of: (known) => ({ rollId: known.workfare.roll, entryKey: "0c1e4f3a-6f0c-4d2e-9a55-0c6a1d2e3f02", seen: 0, lines: [] }), reach: OVER_SITE },
  "sign-roll": { roles: MUSTER, of: (known) => ({ rollId: known.workfare.roll, seen: 0, how: "PAPER", sheetNo: "1" }), reach: OVER_SITE },
  "close-roll": { roles: MUSTER, of: (known) => ({ rollId: known.workfare.roll }), reach: OVER_SITE },
  "open-roll-names": { roles: MUSTER, of: (known) => ({ rollId: known.workfare.openRoll, intent: "names" }), reach: OVER_SITE },
  "make-pay-sheet": { roles: OFFICE, of: (known) => ({ projectId: known.workfare.project }), reach: OVER_LINXIAN, shared: true },
  "approve-pay-sheet": { roles: OFFICE, of: (known) => ({ sheetId: known.workfare.sheet, version: 1 }), reach: OVER_LINXIAN },
  "discard-pay-sheet": { roles: OFFICE, of: (known) => ({ sheetId: known.workfare.sheet, version: 1 }), reach: OVER_LINXIAN },
  "make-bank-file": { roles: OFFICE, of: (known) => ({ sheetId: known.workfare.sheet, version: 1, purpose: "发工资给本人" }), reach: OVER_LINXIAN },
  "repeat-bank-file": { roles: OFFICE, of: (known) => ({ sheetId: known.workfare.sheet, fileNr: 1, purpose: "文件没存好" }), reach: OVER_LINXIAN },
  "record-pay-results": { roles: OFFICE, of: (known) => ({ sheetId: known.workfare.sheet, version: 1, result: "ALL_PAID", paidOn: known.today }), reach: OVER_LINXIAN },
  "dispute-wage": { roles: ["SEEKER"], of: (known) => ({ lineId: known.workfare.elsewhereLine }), reach: [] },
  "set-bank-account": own(["SEEKER"]),

  "apply-for-welfare": { roles: PROFILE, of: (known) => ({ postId: known.welfare.openPost, personId: known.villager.id, kin: "NO" }), reach: ["seeker", "welder", "worker", ...OVER_VILLAGER], shared: true },
  "withdraw-welfare": { roles: ["SEEKER"], of: (known) => ({ caseId: known.welfare.elsewhere.case, version: 99 }), reach: [] },
  "take-welfare-step": { roles: BUREAU, of: (known) => ({ caseId: known.welfare.elsewhere.case, version: 99, act: "REFUSE", reason: "材料不全" }), reach: OVER_FAR_TOWN, shared: true },
  "save-attendance": { roles: BUREAU, of: (known) => ({ village: known.welfare.elsewhere.village, month: known.today.slice(0, 7), rows: [{ caseId: known.welfare.elsewhere.case, version: 99, days: [1] }] }), reach: OVER_FAR_TOWN, shared: true },
  "report-days": { roles: ["EMPLOYER", "OFFICER", "AGENT"], of: (known) => ({ placementId: known.placements.worker, month: known.today.slice(0, 7), days: "1" }), reach: ["rival", ...OVER_VILLAGER] },
  "set-case-account": { roles: ["OFFICER"], of: (known) => ({ caseId: known.welfare.elsewhere.case, seen: "another", bankName: "农信社", account: "6228480402564890018", ownName: "on" }), reach: OVER_DATONG, shared: true },
  "set-welfare-fund": { roles: OFFICE, of: () => ({ countyCode: "140222", fundSource: "测试资金", year: 2026, amountYuan: 1000 }), reach: OVER_DATONG, shared: true },
  "set-welfare-quota": { roles: OFFICE, of: (known) => ({ fundId: known.welfare.elsewhere.fund, regionCode: known.welfare.elsewhere.village, kind: "CLEANING", posts: 1, monthlyYuan: 1000, hoursPerDay: 4, daysPerMonth: 22 }), reach: OVER_DATONG, shared: true },
  "set-welfare-post": { roles: OFFICE, of: (known) => ({ quotaId: known.welfare.elsewhere.quota, entryKey: "01K00000000000000000000001", title: "保洁员", need: "村里主街每天都要有人清扫", openings: 1, noticeFrom: known.today, noticeUntil: known.inAMonth }), reach: OVER_DATONG, shared: true },
  "close-welfare-post": { roles: OFFICE, of: (known) => ({ postId: known.welfare.elsewhere.post }), reach: OVER_DATONG, shared: true },
  "prepare-welfare-sheet": { roles: OFFICE, of: (known) => ({ town: known.welfare.elsewhere.town, month: known.today.slice(0, 7) }), reach: OVER_DATONG, shared: true },
  "approve-welfare-sheet": { roles: OFFICE, of: (known) => ({ sheetId: known.welfare.elsewhere.sheet, version: 99 }), reach: OVER_DATONG },
  "settle-welfare-sheet": { roles: OFFICE, of: (known) => ({ sheetId: known.welfare.elsewhere.sheet, version: 99, sure: "on" }), reach: OVER_DATONG },
  "open-bank-file": { roles: OFFICE, of: (known) => ({ sheetId: known.welfare.elsewhere.sheet, purpose: "送银行发放" }), reach: OVER_DATONG },

  "sign-agreement": own(OFFICE, "of the actor's own region: tests/integration/dispatches.test.ts"),
  "extend-agreement": { roles: OFFICE, of: (known) => ({ agreementId: known.dispatches.elsewhere.agreement, version: 99, reason: "换了条件", validUntil: known.inAMonth }), reach: OVER_DATONG },
  "set-agreement-quota": { roles: OFFICE, of: (known) => ({ agreementId: known.dispatches.elsewhere.agreement, version: 99, reason: "换了条件", year: known.today.slice(0, 4), people: 5 }), reach: OVER_DATONG },
  "end-agreement": { roles: OFFICE, of: (known) => ({ agreementId: known.dispatches.elsewhere.agreement, version: 99, reason: "换了条件", endedOn: known.today }), reach: OVER_DATONG },
  "plan-dispatch": own(OFFICE, "of the actor's own region: tests/integration/dispatches.test.ts"),
  "change-dispatch": { roles: OFFICE, of: (known) => ({ dispatchId: known.dispatches.elsewhere.open.id, version: 99, plate: "晋B1", capacity: 5, gatherPlace: "汽车站", gatherAt: `${known.inAMonth}T08:00`, departsAt: `${known.inAMonth}T09:00`, arrivesAt: `${known.inAMonth}T18:00` }), reach: OVER_DATONG },
  "ask-for-dispatch": { roles: OFFICE, of: (known) => ({ dispatchId: known.dispatches.elsewhere.open.id, personIds: known.dispatches.elsewhere.open.people }), reach: OVER_DATONG },
  "answer-dispatch": { roles: ["SEEKER", "AGENT", "OFFICER"], of: (known) => ({ dispatchId: known.dispatches.elsewhere.open.id, personId: known.dispatches.elsewhere.open.people[1]!, answer: "yes" }), reach: ["farCounty", "farCity", "province"] },
  "take-dispatch-step": { roles: BUREAU, of: (known) => ({ dispatchId: known.dispatches.elsewhere.open.id, version: 99, to: "BOARDING" }), reach: OVER_DATONG },
  "tick-dispatch": { roles: ["OFFICER", "AGENT"], of: (known) => ({ dispatchId: known.dispatches.elsewhere.boarding.id, tick: "BOARDED", card: "999999" }), reach: ["farCounty", "farCity", "province"] },
  "confirm-all-arrived": { roles: ["OFFICER", "AGENT"], of: (known) => ({ dispatchId: known.dispatches.elsewhere.boarding.id }), reach: ["farCounty", "farCity", "province"] },
  "follow-up-no-show": { roles: OFFICE, of: (known) => ({ seatId: known.dispatches.elsewhere.over.seats[0]!, version: 99, reason: "ILL" }), reach: OVER_DATONG },
  "save-emergency-contact": own(["SEEKER"]),
  "open-station": own(OFFICE, "of the actor's own region: tests/integration/dispatches.test.ts"),
  "close-station": { roles: OFFICE, of: (known) => ({ stationId: known.dispatches.elsewhere.station, version: 99, openUntil: known.inAMonth }), reach: OVER_DATONG },
  "give-overseas-licence": own(OFFICE, "the province's alone: tests/integration/overseas.test.ts"),
  "act-on-overseas-licence": own(OFFICE, "the province's alone: tests/integration/overseas.test.ts"),
  "record-overseas-step": { roles: ["EMPLOYER", "OFFICER"], of: (known) => ({ applicationId: known.overseas.elsewhere.applicationId, version: 99, step: "LANGUAGE", proof: "JLPT_N4", happenedOn: known.today, reference: "证-1" }), reach: ["farCounty", "farCity", "province"] },
  "take-back-overseas-step": { roles: ["EMPLOYER", "OFFICER"], of: (known) => ({ applicationId: known.overseas.elsewhere.applicationId, version: 99, reason: "记错了人" }), reach: ["farCounty", "farCity", "province"] },
  "approve-training-body": { roles: OFFICE, of: (known) => ({ name: "测试学校", creditCode: known.training.freeCreditCode, countyCode: "140222", documentNumber: "1 号", approvedOn: known.today, validUntil: known.inAMonth }), reach: OVER_DATONG, shared: true },
  "end-training-body": { roles: OFFICE, of: (known) => ({ bodyId: known.training.elsewhere.body, version: 99 }), reach: OVER_DATONG },
  "add-training-course": { roles: OFFICE, of: () => ({ title: "面点", countyCode: "140222", occupationCode: "6-18-02-04", kind: "TRAINING", hours: "40", costYuan: "500" }), reach: OVER_DATONG, shared: true },
  "plan-training-class": own([...OFFICE, "OPERATOR"], "a course of the actor's own region: tests/integration/training.test.ts"),
  "take-class-step": { roles: [...OFFICE, "OPERATOR"], of: (known) => ({ classId: known.training.elsewhere.open.id, version: 99, to: "RUNNING" }), reach: OVER_DATONG },
  "fill-training-class": { roles: OFFICE, of: (known) => ({ needId: known.training.elsewhere.need, invite: 1, courseId: known.training.elsewhere.course, entryKey: known.training.elsewhere.need, bodyId: known.training.elsewhere.body, place: "镇文化站", startsOn: known.inAMonth, lastOn: known.inAMonth, places: "2000", funds: "PUBLIC", teacher: "赵老师" }), reach: OVER_DATONG },
  "answer-training-invitation": { roles: ["SEEKER", ...OFFICE], of: (known) => ({ invitationId: known.training.elsewhere.invitation, answer: "YES", heard: "on" }), reach: OVER_DATONG },
  "register-brand": { roles: OFFICE, of: () => ({ name: "测试家政", level: "COUNTY", seat: "140222", occupationCodes: ["6-18-02-04"], standard: "十个字以上的一条标准。", nameEn: "Test", storyZh: "", storyEn: "", pledge: "", holderName: "", holderCreditCode: "", levels: "正式" }), reach: OVER_DATONG, shared: true },
  "change-brand": { roles: KEEPERS, of: (known) => ({ brandId: known.brands.elsewhere.id, version: 99, nameEn: "Test", storyZh: "", storyEn: "", pledge: "", holderName: "", holderCreditCode: "", levels: "正式" }), reach: OVER_DATONG },
  "set-brand-standard": { roles: KEEPERS, of: (known) => ({ brandId: known.brands.elsewhere.id, version: 99, validFrom: known.inAMonth, standard: "十个字以上的一条标准。" }), reach: OVER_DATONG },
  "set-brand-mark": { roles: KEEPERS, of: (known) => ({ brandId: known.brands.elsewhere.id, bytes: new Uint8Array([1]) }), reach: OVER_DATONG },
  "take-brand-step": { roles: OFFICE, of: (known) => ({ brandId: known.brands.elsewhere.id, version: 99, step: "SUSPENDED", reason: "投诉查实" }), reach: OVER_DATONG },
  "recognise-brand": { roles: OFFICE, of: (known) => ({ brandId: known.brands.elsewhere.id, regionCode: "140222", documentNumber: "9 号", recognisedBy: "人社局", recognisedOn: known.inAMonth }), reach: OVER_DATONG },
  "revoke-brand-recognition": { roles: OFFICE, of: (known) => ({ brandId: known.brands.elsewhere.id, recognitionId: known.brands.elsewhere.recognition, reason: "查实造假" }), reach: OVER_DATONG, shared: true },
  "assign-brand-operator": { roles: OFFICE, of: (known) => ({ brandId: known.brands.elsewhere.id, username: "nobody-here", part: "JOINS" }), reach: OVER_DATONG },
  "ask-for-brand-use": own(["EMPLOYER"]),
  "decide-brand-use": { roles: KEEPERS, of: (known) => ({ brandId: known.brands.elsewhere.id, employerId: known.brands.elsewhere.employer, version: 99, step: "AGREE" }), reach: OVER_DATONG },
  "apply-to-brand": profile((known) => ({ brandId: known.brands.here.id, way: "TRAINING" })),
  "withdraw-brand-application": { roles: ["SEEKER"], of: (known) => ({ applicationId: known.brands.here.application }), reach: [] },
  "take-brand-pledge": { roles: ["SEEKER"], of: (known) => ({ membershipId: known.brands.here.membership, version: 0, pledged: "on" }), reach: [] },
  "record-brand-test": { roles: KEEPERS, of: (known) => ({ applicationId: known.brands.elsewhere.application, version: 99, testedOn: known.today, score: "80" }), reach: OVER_DATONG },
  "decide-brand-application": { roles: KEEPERS, of: (known) => ({ applicationId: known.brands.elsewhere.application, version: 99, decision: "ADMIT", level: "正式" }), reach: OVER_DATONG },
  "keep-brand-member": { roles: KEEPERS, of: (known) => ({ membershipId: known.brands.elsewhere.membership, version: 99, step: "LEVEL", level: "金牌" }), reach: OVER_DATONG },
  "plan-drive": own(OFFICE, "of the actor's own region: tests/integration/fairs.test.ts"), "plan-fair": own(OFFICE, "of the actor's own region: tests/integration/fairs.test.ts"), "ask-for-booth": own(["EMPLOYER"]), "come-to-fair": own(["SEEKER"]), "answer-fair-hiring": own(["SEEKER"]),
  "change-fair": {
    roles: OFFICE, reach: OVER_DATONG,
    of: (known) => ({ fairId: known.fairs.elsewhere.planned, version: 99, title: "测试招聘会", kind: "ONLINE", phone: "03584422000", says: "在网上办", startsAt: `${known.inAMonth}T08:00`, endsAt: `${known.inAMonth}T16:00`, booths: 5 }),
  },
  "take-fair-step": { roles: OFFICE, of: (known) => ({ fairId: known.fairs.elsewhere.planned, version: 99, to: "OPEN" }), reach: OVER_DATONG },
  "change-booth-posts": { roles: ["EMPLOYER"], of: (known) => ({ boothId: known.fairs.here.stand, postIds: [known.fairs.here.post] }), reach: ["employer"] },
  "withdraw-booth": { roles: ["EMPLOYER"], of: (known) => ({ boothId: known.fairs.here.stand, version: 99 }), reach: ["employer"] },
  "decide-booth": { roles: OFFICE, of: (known) => ({ boothId: known.fairs.elsewhere.applied, version: 99, decision: "APPROVED" }), reach: OVER_DATONG },
  "count-at-fair": { roles: OFFICE, of: (known) => ({ fairId: known.fairs.elsewhere.open, n: 1, entryKey: "11111111-2222-4333-8444-555555555556" }), reach: OVER_DATONG },
  "welcome-at-fair": { roles: ["OFFICER"], of: (known) => ({ fairId: known.fairs.elsewhere.open, who: "999999999" }), reach: ["farCounty", "farCity", "province"] },
  "hire-at-fair": { roles: ["OFFICER"], of: (known) => ({ fairId: known.fairs.elsewhere.open, personId: known.fairs.elsewhere.person, postId: known.fairs.here.post }), reach: ["farCounty", "farCity", "province"] },
  "report-fair-hiring": { roles: ["EMPLOYER"], of: (known) => ({ fairId: known.fairs.here.open, code: "999999999", postId: known.fairs.here.post }), reach: ["employer"] },
  "apply-for-training": own(["SEEKER"]),
  "enrol-for-training": { roles: OFFICE, of: (known) => ({ classId: known.training.elsewhere.open.id, idNumber: known.freeIdNumbers.villager }), reach: OVER_DATONG },
  "withdraw-from-training": { roles: ["SEEKER", ...OFFICE], of: (known) => ({ enrolmentId: known.training.elsewhere.assessed.enrolment }), reach: OVER_DATONG },
  "save-training-day": { roles: [...OFFICE, "OPERATOR"], of: (known) => ({ classId: known.training.elsewhere.running.id, version: 99, day: known.today, lines: [{ enrolmentId: known.training.elsewhere.running.enrolment, halves: 1 }] }), reach: OVER_DATONG },
  "assess-trainee": { roles: [...OFFICE, "OPERATOR"], of: (known) => ({ enrolmentId: known.training.elsewhere.running.enrolment, version: 99, outcome: "STAYED_AWAY", assessedOn: known.today }), reach: OVER_DATONG },
  "change-training-class": { roles: [...OFFICE, "OPERATOR"], of: (known) => ({ classId: known.training.elsewhere.open.id, version: 99, place: "镇文化站", startsOn: known.inAMonth, lastOn: known.inAMonth }), reach: OVER_DATONG },
  "try-training-certificate": { roles: [...OFFICE, "OPERATOR"], of: (known) => ({ enrolmentId: known.training.elsewhere.assessed.enrolment }), reach: OVER_DATONG },
  "choose-training-issuer": { roles: OFFICE, of: (known) => ({ bodyId: known.training.elsewhere.body, version: 99, issuerId: "" }), reach: OVER_DATONG },
  "prepare-training-allowances": { roles: OFFICE, of: (known) => ({ classId: known.training.elsewhere.running.id }), reach: OVER_DATONG },
  "settle-training-allowances": { roles: OFFICE, of: (known) => ({ classId: known.training.here.assessed.id, version: 99, to: "CHECKED" }), reach: OVER_LINXIAN },
};
