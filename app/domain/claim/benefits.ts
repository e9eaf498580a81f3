/** 交通补助 / 稳岗补助 / 培训生活补贴 / 创业补助 / 一次性吸纳就业补助 */
export const BENEFITS = ["TRAVEL", "STAY_IN_WORK", "TRAINING_AID", "STARTUP", "HIRING"] as const;
export type Benefit = (typeof BENEFITS)[number];

/** What a person claims for themselves; a hiring subsidy is the workshop's. */
export const OWN_BENEFITS = ["TRAVEL", "STAY_IN_WORK", "TRAINING_AID", "STARTUP"] as const satisfies readonly Benefit[];
export type OwnBenefit = (typeof OWN_BENEFITS)[number];

/** What to bring when a claim is checked. */
export const PAPERS = ["ID_CARD", "BANK_CARD", "TICKET", "CONTRACT", "PAY_SLIPS", "CERTIFICATE", "LICENCE", "ROSTER"] as const;
export type Paper = (typeof PAPERS)[number];

export const BRING: Readonly<Record<Benefit, readonly Paper[]>> = {
  TRAVEL: ["ID_CARD", "BANK_CARD", "TICKET", "CONTRACT"],
  STAY_IN_WORK: ["ID_CARD", "BANK_CARD", "CONTRACT", "PAY_SLIPS"],
  TRAINING_AID: ["ID_CARD", "BANK_CARD", "CERTIFICATE"],
  STARTUP: ["ID_CARD", "BANK_CARD", "LICENCE"],
  HIRING: ["LICENCE", "ROSTER", "CONTRACT", "PAY_SLIPS"],
};

/** Keys whose rows move the amounts of a benefit, each beginning so. */
const KEYS: Readonly<Record<Benefit, string>> = {
  TRAVEL: "travel.subsidy.", STAY_IN_WORK: "stay-in-work.subsidy.", TRAINING_AID: "training.living-aid.", STARTUP: "startup.aid.", HIRING: "hiring.subsidy.",
};
const EVERY_BENEFIT = "claim.";
/** Windows say when to apply, not how much. */
const NO_MONEY = /\.window$/;

/** Which benefits a rule moves; none for keys that no amount depends on. */
export function benefitsOf(key: string): readonly Benefit[] {
  if (NO_MONEY.test(key)) return [];
  return key.startsWith(EVERY_BENEFIT) ? BENEFITS : BENEFITS.filter((benefit) => key.startsWith(KEYS[benefit]));
}

/** For what a claim is made at most once: a year, a lifetime, or one workshop and person. */
export function periodOf(benefit: Benefit, year: number, workshopId: string | null): string {
  return benefit === "STARTUP" ? "once" : benefit === "HIRING" ? (workshopId ?? "none") : String(year);
}

/** Unique while the claim is not refused or withdrawn. */
export function claimKey(benefit: Benefit, personId: string, year: number, workshopId: string | null): string {
  return `${benefit}:${periodOf(benefit, year, workshopId)}:${personId}`;
}
