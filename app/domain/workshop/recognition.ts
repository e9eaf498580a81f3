import type { RuleBook } from "../policy/rule-book.ts";
import type { Day } from "../dates.ts";

/** Who works at a workshop on a day, as the ledger says. */
export interface WorkshopStaff {
  workers: number;
  liftedWorkers: number;
}

export interface RecognitionVerdict {
  may: boolean;
  workers: { have: number; need: number | null; met: boolean };
  share: { havePct: number; needPct: number | null; met: boolean };
  /** for how many years a recognition holds */
  years: number;
}

/** Whether a workshop may be recognised: enough workers, or a large enough share of them lifted out of poverty (`workshop.recognition.*`). Somebody must work there. */
export function judgeRecognition(staff: WorkshopStaff, rules: RuleBook, at: { regionCode: string; asOf: Day }): RecognitionVerdict {
  const need = rules.number("workshop.recognition.workers.min", at);
  const needPct = rules.number("workshop.recognition.lifted.share.pct", at);
  const havePct = staff.workers === 0 ? 0 : Math.floor((staff.liftedWorkers * 100) / staff.workers);
  const workers = { have: staff.workers, need, met: need !== null && staff.workers >= need };
  const share = { havePct, needPct, met: needPct !== null && staff.workers > 0 && staff.liftedWorkers * 100 >= needPct * staff.workers };
  return { may: workers.met || share.met, workers, share, years: rules.number("workshop.recognition.years", at) ?? 1 };
}
