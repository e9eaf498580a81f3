import { useT } from "../i18n/context.tsx";
import { formatCount, formatPercent } from "../i18n/format.ts";

/** What is counted against the goal, with marks for where the calendar and the season stand. */
export function BarAgainstGoal({ counted, goal, goalText, yearShare, seasonShare }: { counted: number; goal: number; goalText?: string; yearShare?: number; seasonShare?: number | null }) {
  const t = useT();
  const share = goal > 0 ? counted / goal : 0;
  const scale = Math.max(1, share);
  const at = (value: number) => `${Math.min(100, (value / scale) * 100).toFixed(2)}%`;
  const label = `${t("board.counted")} ${formatCount(counted)}, ${t("board.goal")} ${formatCount(goal)}`;
  return (
    <div className="stack">
      <svg className="chart" height="46" role="img" aria-label={label}>
        <rect className="track" y="14" width={at(1)} height="24" />
        <rect className="fill" y="14" width={at(share)} height="24" />
        <line className="goal-line" x1={at(1)} x2={at(1)} y1="6" y2="46" />
        {yearShare !== undefined && <line className="pace-mark" x1={at(yearShare)} x2={at(yearShare)} y1="2" y2="46" />}
        {seasonShare !== undefined && seasonShare !== null && <line className="season-mark" x1={at(seasonShare)} x2={at(seasonShare)} y1="2" y2="46" />}
      </svg>
      <p className="goal-marks">
        <span>{t("board.ofGoal", { share: formatPercent(share) })}</span>
        <span>{goalText ?? t("board.goalValue", { goal: formatCount(goal) })}</span>
      </p>
      {yearShare !== undefined && (
        <ul className="legend">
          <li><svg className="chart" aria-hidden="true"><line className="pace-mark" x1="50%" x2="50%" y1="0" y2="100%" /></svg>{t("board.yearGone", { share: formatPercent(yearShare) })}</li>
          {seasonShare !== undefined && seasonShare !== null && <li><svg className="chart" aria-hidden="true"><line className="season-mark" x1="50%" x2="50%" y1="0" y2="100%" /></svg>{t("board.seasonGone", { share: formatPercent(seasonShare) })}</li>}
        </ul>
      )}
    </div>
  );
}
