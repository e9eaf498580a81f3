/** 中央预算内 / 中央衔接资金 / 省级 / 市县财政 */
export const FUND_LINES = ["CENTRAL_BUDGET", "CENTRAL_BRIDGING", "PROVINCIAL", "LOCAL"] as const;
export type FundLine = (typeof FUND_LINES)[number];

/** 以工代赈项目, paid from workfare funds; 推广以工代赈方式, a project of other funds that works in the same way. */
export const WORKFARE_CLASSES = ["FUNDED", "PROMOTED"] as const;
export type WorkfareClass = (typeof WORKFARE_CLASSES)[number];

export const AWARD_KINDS = ["TENDER", "NEGOTIATED"] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

/** 带班人 / 群众代表 / 务工群众 */
export const MEMBER_PARTS = ["FOREMAN", "REPRESENTATIVE", "WORKER"] as const;
export type MemberPart = (typeof MEMBER_PARTS)[number];

export const PAY_SHEET_STATES = ["DRAFT", "APPROVED", "SENT", "DONE"] as const;
export type PaySheetState = (typeof PAY_SHEET_STATES)[number];

export const PAY_RESULTS = ["WAITING", "SENT", "PAID", "FAILED"] as const;
export type PayResult = (typeof PAY_RESULTS)[number];

/** A fund line of a project; fen. */
export interface Fund {
  line: FundLine;
  amountFen: number;
}
