/** Entries of the audit that show one's data to somebody else, or let it be taken along. A test holds this list against what is written. */
export const OPENINGS = [
  "see-contact", "see-drawn-phone", "see-placement", "see-certificate", "see-photo", "see-care-case", "see-watch-case", "see-household", "see-claim", "see-claims", "see-days", "see-startup",
  "see-county-people", "see-count-sample", "see-run-people", "see-simulated-people", "see-restatement", "see-uncertified", "see-workshop-people", "see-issued-certificates", "see-employer", "see-openings",
  "open-form", "open-roster", "open-roll-names", "open-bank-file", "repeat-bank-file", "make-bank-file", "fetch-roster-report", "print-dispatch-cards", "export-table",
] as const;
export type Opening = (typeof OPENINGS)[number];

/** What data was opened for: why a number was asked for, a printed form, a payment, a hiring, other words, or the page's own purpose (nothing was asked). */
export const OPENING_KINDS = ["CALL", "VISIT", "CHECK", "COMPLAINT", "OTHER", "HIRING", "TRAVEL", "FORM", "PAY", "SERVICE", "WORDS"] as const;
export type OpeningKind = (typeof OPENING_KINDS)[number];

const SEEN_FOR = /^see:(CALL|VISIT|CHECK|COMPLAINT|OTHER|HIRING|TRAVEL)(?::|$)/;

/** The kind of a purpose as the audit has it. What somebody wrote themselves is WORDS. */
export function kindOfPurpose(purpose: string): OpeningKind {
  const seen = SEEN_FOR.exec(purpose)?.[1];
  if (seen !== undefined) return seen as OpeningKind;
  if (/^(?:form:|print-roll$)/.test(purpose)) return "FORM";
  if (/^(?:pay:|pay-wages$)/.test(purpose)) return "PAY";
  return purpose === "service" ? "SERVICE" : "WORDS";
}
