/** The printed forms that one person's record fills in; the roster is of several people. */
export const PAPER_FORMS = ["job-seeking", "welfare-post", "travel-subsidy", "stay-in-work", "consent"] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** Why a record is opened in the clear: the person is there / somebody brings their request / the sheet is printed again. */
export const OPENING_REASONS = ["PRESENT", "ON_BEHALF", "AGAIN"] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];

/** More would not be one roster any more but a copy of the village. */
export const LARGEST_ROSTER = 60;

/** The policy numbers that a form names, by key of `policy_parameter`. */
export const FORM_POLICIES: Readonly<Record<PaperForm, readonly string[]>> = {
  "job-seeking": [],
  "welfare-post": ["welfare.age.max", "welfare.pay.floor.pct", "welfare.term.months"],
  "travel-subsidy": ["travel.subsidy.out-of-province.max", "travel.subsidy.out-of-county.max", "travel.subsidy.in-city.max"],
  "stay-in-work": ["stay-in-work.subsidy.monthly", "stay-in-work.subsidy.months.max"],
  consent: [],
};
