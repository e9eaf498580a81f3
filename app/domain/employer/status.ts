/** Where an employer stands with the bureau: waiting, checked, or barred from recruiting. */
export const EMPLOYER_STATUSES = ["PENDING", "APPROVED", "SUSPENDED"] as const;
export type EmployerStatus = (typeof EMPLOYER_STATUSES)[number];
