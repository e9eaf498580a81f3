/**
 * Every table that holds something of a person, what becomes of it when they withdraw, and whether it stands in what they download. A test compares
 * this with the tables there are: a new one with a person's id fails it until somebody has decided here.
 */
export interface Holding {
  table: string;
  /** a condition with one parameter, the person's id */
  of: string;
  /** SQL that sets columns instead of deleting rows, or the reason why rows stay as they are */
  withdrawal: "delete" | { set: string } | { stays: string };
  /** rows that go although the others are only changed */
  alsoDelete?: string;
  /** false: not downloaded, and why */
  download: true | { not: string };
  /** columns left out of the download besides keys, hashes and masks */
  omit?: readonly string[];
  /** masked columns that are downloaded: what they mask is not ours to tell */
  masked?: readonly string[];
}

const OF_PERSON = "personId = ?";
const OF_PLACEMENTS = "placementId IN (SELECT id FROM placement WHERE personId = ?)";
const OF_ACCOUNT = "userId IN (SELECT id FROM user_account WHERE personId = ?)";
const OF_CASES = "caseId IN (SELECT id FROM welfare_case WHERE personId = ?)";
const OF_ENROLMENTS = "enrolmentId IN (SELECT id FROM training_enrolment WHERE personId = ?)";
const PUBLIC_MONEY = "public money was paid for it; it names an id that no longer leads to anybody";
const LEDGER = "the ledger and the count are kept by law; they name an id that no longer leads to anybody";

/** In the order of deletion: what points at something comes before it. */
export const HOLDINGS: readonly Holding[] = [
  { table: "person", of: "id = ?", withdrawal: { stays: "becomes a stub without name, number or telephone (erasePerson)" }, download: true, omit: ["deletedAt"] },
  { table: "person_category", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "wish", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "profile_step", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "person_job", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "person_craft", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "person_care", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "private_file", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["contentEnc"] },
  {
    table: "issued_certificate", of: OF_PERSON, withdrawal: { stays: "a revoked one stays on the revocation list; the signed text names nobody" }, download: true, omit: ["evidenceRef", "revokedBy", "keyId"],
  },
  { table: "certificate_lookup", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "certificate", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "brand_application", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["enrolmentId", "certificateId", "membershipId", "version", "decidedBy"] },
  { table: "brand_member_event", of: "membershipId IN (SELECT id FROM brand_membership WHERE personId = ?)", withdrawal: "delete", download: true, omit: ["membershipId", "saidByUserId"] },
  { table: "brand_membership", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["version"] },
  {
    table: "registration", of: OF_PERSON, withdrawal: { set: "ownWords = NULL" }, download: true, omit: ["byUserId", "entryKey", "receiptId"],
  },
  { table: "identity_check", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["byUserId"] },
  { table: "match_draft", of: OF_PERSON, withdrawal: "delete", download: { not: "work under way; what comes of it stands among the matches" } },
  { table: "post_candidate", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "hiring_step", of: "hiringId IN (SELECT id FROM hiring WHERE personId = ?)", withdrawal: { set: "note = NULL, meetOn = NULL" }, download: true },
  { table: "hiring", of: OF_PERSON, withdrawal: { stays: LEDGER }, alsoDelete: "placementId IS NULL", download: true },
  {
    table: "job_match", of: OF_PERSON, withdrawal: { set: "reasons = '[]', declineReason = NULL, openKey = NULL" },
    alsoDelete: "NOT EXISTS (SELECT 1 FROM placement a WHERE a.matchId = job_match.id)", download: true,
  },
  {
    table: "overseas_step", of: "applicationId IN (SELECT id FROM overseas_application WHERE personId = ?)", withdrawal: { set: "reference = NULL, reason = NULL" }, download: true, omit: ["applicationId", "saidByUserId"],
  },
  { table: "overseas_application", of: OF_PERSON, withdrawal: { stays: LEDGER }, download: true, omit: ["licenceId", "version"] },
  {
    table: "care_case", of: OF_PERSON, withdrawal: { set: "note = NULL, noteEnc = NULL, inquiryId = NULL, messageSeq = NULL" }, alsoDelete: "closedAt IS NULL", download: true, omit: ["closedBy"],
  },
  { table: "inquiry_message", of: "inquiryId IN (SELECT id FROM inquiry WHERE personId = ?)", withdrawal: "delete", download: true, omit: ["saidByUserId"] },
  { table: "inquiry", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "check_in", of: OF_PLACEMENTS, withdrawal: { set: "tokenHash = CONCAT('gone:', id)" }, download: true },
  { table: "placement", of: OF_PERSON, withdrawal: { stays: LEDGER }, download: true },
  { table: "placement_event", of: OF_PERSON, withdrawal: { stays: LEDGER }, download: true },
  { table: "pay_report", of: OF_PLACEMENTS, withdrawal: { stays: "a figure of the post's record; it names nobody" }, download: true },
  { table: "target_count", of: OF_PERSON, withdrawal: { stays: LEDGER }, download: true },
  { table: "frozen_person", of: OF_PERSON, withdrawal: { stays: LEDGER }, download: true },
  { table: "count_draw", of: OF_PERSON, withdrawal: { set: "note = NULL" }, download: true, omit: ["version", "checkedBy"] },
  {
    table: "person_day", of: OF_PERSON, withdrawal: { stays: PUBLIC_MONEY },
    download: true, omit: ["refId", "fullDayKey", "lineKey", "recordedBy"],
  },
  { table: "job_month", of: OF_PLACEMENTS, withdrawal: { stays: "says how days came into the ledger of paid days" }, download: true },
  { table: "cadre_kin", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["cadreEnc", "saidBy"], masked: ["cadreMasked"] },
  { table: "welfare_plan", of: OF_CASES, withdrawal: { set: "note = NULL" }, download: true, omit: ["caseId", "decidedBy", "marketPostIds", "otherPostId"] },
  { table: "welfare_pay", of: OF_PERSON, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["caseId", "sheetId"] },
  { table: "welfare_attendance", of: OF_CASES, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["caseId", "recordedBy", "version"] },
  { table: "welfare_insurance", of: OF_CASES, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["caseId"] },
  { table: "welfare_contract", of: OF_CASES, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["caseId"] },
  { table: "welfare_event", of: OF_CASES, withdrawal: { set: "reason = NULL" }, download: true, omit: ["caseId", "saidByUserId"] },
  { table: "welfare_case", of: OF_PERSON, withdrawal: { set: "checks = '[]', openKey = NULL, state = IF(state IN ('APPLIED', 'REVIEWED', 'CHECKED'), 'WITHDRAWN', state)" }, download: true, omit: ["version"] },
  { table: "workfare_member", of: OF_PERSON, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["recordedBy"] },
  { table: "muster_entry", of: OF_PERSON, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["recordedBy", "entryKey", "minutes"] },
  { table: "pay_line", of: OF_PERSON, withdrawal: { set: "accountId = NULL, accountMasked = NULL, bankName = NULL" }, download: true, omit: ["version", "fileNr", "accountId"], masked: ["accountMasked"] },
  { table: "pay_day", of: OF_PERSON, withdrawal: { stays: PUBLIC_MONEY }, download: true },
  { table: "bank_account", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["recordedBy"] },
  {
    table: "claim", of: OF_PERSON, withdrawal: { set: "reason = NULL" }, download: true, omit: ["version", "appliedBy", "checkedBy", "decidedBy"],
  },
  { table: "rule_simulation_person", of: OF_PERSON, withdrawal: "delete", download: { not: "what a rule that may never hold would have changed" } },
  {
    table: "watch_step", of: "caseId IN (SELECT id FROM watch_case WHERE personId = ?)", withdrawal: { set: "note = NULL, noteEnc = NULL" }, download: true, omit: ["byUserId", "toUserId"],
  },
  { table: "watch_case", of: OF_PERSON, withdrawal: { set: "note = NULL, noteEnc = NULL" }, alsoDelete: "closedAt IS NULL", download: true, omit: ["version", "ownerId", "closedBy"] },
  { table: "training_allowance", of: OF_PERSON, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["enrolmentId", "classId"] },
  { table: "training_attendance", of: OF_ENROLMENTS, withdrawal: { stays: PUBLIC_MONEY }, download: true, omit: ["enrolmentId", "recordedBy"] },
  { table: "training_event", of: OF_PERSON, withdrawal: { set: "reason = NULL" }, download: true, omit: ["enrolmentId", "saidByUserId", "reversesId"] },
  {
    table: "training_enrolment", of: OF_PERSON, download: true, omit: ["version", "assessorEnc"], masked: ["assessorMasked"],
    withdrawal: { set: "repeatReason = NULL, openKey = NULL, state = IF(state IN ('WAITING', 'ENROLLED'), 'WITHDRAWN', state)" },
  },
  {
    table: "training_expectation", of: "invitationId IN (SELECT id FROM training_invitation WHERE personId = ?)", withdrawal: "delete", download: true, omit: ["invitationId"],
  },
  { table: "training_invitation", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["enrolmentId", "invitedBy", "nr"] },
  { table: "training_need_person", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["needId", "nr", "first"] },
  { table: "dispatch_event", of: "seatId IN (SELECT id FROM dispatch_seat WHERE personId = ?)", withdrawal: { set: "reason = NULL" }, download: true, omit: ["dispatchId", "seatId", "saidByUserId"] },
  {
    table: "dispatch_seat", of: OF_PERSON, download: true, omit: ["version", "code", "dispatchId"],
    withdrawal: { set: "followUpNote = NULL, seat = IF(state IN ('ASKED', 'YES'), NULL, seat), openKey = IF(state IN ('ASKED', 'YES'), NULL, openKey), state = IF(state IN ('ASKED', 'YES'), 'WITHDRAWN', state)" },
  },
  {
    table: "fair_guest", of: OF_PERSON, withdrawal: { set: "state = IF(state = 'COMING', 'WITHDRAWN', state)" }, download: true, omit: ["code"],
  },
  { table: "fair_hiring", of: OF_PERSON, withdrawal: { stays: LEDGER }, alsoDelete: "placementId IS NULL", download: true, omit: ["boothId", "saidByUserId"] },
  { table: "emergency_contact", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "startup", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["version", "recordedBy"] },
  { table: "consent", of: OF_PERSON, withdrawal: { stays: "proof of what was allowed and when it ended; all are ended first" }, download: true },
  { table: "receipt", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "notice", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "saved_search", of: OF_PERSON, withdrawal: "delete", download: true },
  { table: "sms_message", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["secretEnc"] },
  { table: "login_session", of: OF_ACCOUNT, withdrawal: "delete", download: true, omit: ["id", "role", "factorAt", "renewedAt"] },
  { table: "known_device", of: OF_ACCOUNT, withdrawal: "delete", download: true },
  { table: "delegation", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["helperUserId", "helperPhoneEnc", "helperNameEnc", "recordedByUserId", "withdrawnByUserId"], masked: ["helperMasked"] },
  { table: "user_account", of: OF_PERSON, withdrawal: "delete", download: true, omit: ["trainingBodyId"] },
  {
    table: "audit_entry", of: "subjectType = 'person' AND subjectId = ?", withdrawal: { stays: "who looked and who deleted must be provable; ids and codes only" },
    download: true, omit: ["subjectId", "requestId", "userId", "onBehalfOf", "mac", "seq", "hash"],
  },
];
