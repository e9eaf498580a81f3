/** What can be wrong with a post, gravest first. */
export const REPORT_REASONS = ["FEE", "FALSE_PAY", "NOT_HIRING", "UNLAWFUL", "FAKE", "OTHER"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_STATUSES = ["OPEN", "UPHELD", "DISMISSED"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const LONGEST_REPORT = 500;
