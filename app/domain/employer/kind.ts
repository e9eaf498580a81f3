/** How an employer's account recruits; the recruitment notice (人社厅发〔2025〕60号) wants it shown on the account and every post. */
export const EMPLOYER_KINDS = ["OWN_RECRUITING", "COMMERCIAL_AGENCY", "PUBLIC_AGENCY"] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];
