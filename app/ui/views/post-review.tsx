import type { Problem } from "#app/domain/result.ts";
import { useProblemText, useT } from "../i18n/context.tsx";
import { problemText } from "../i18n/context.tsx";
import { type Locale, translator } from "../i18n/translate.ts";

export interface ShownFinding {
  level: "blocked" | "advised";
  field?: string;
  text: string;
}

/** A review's heading and sentences, for the page and for the check while typing alike. */
export function reviewTexts(review: { blocked: Problem[]; advised: Problem[] }, locale: Locale): { heading: string; findings: ShownFinding[] } {
  const t = translator(locale);
  const shown = (level: ShownFinding["level"]) => (problem: Problem): ShownFinding => ({ level, field: problem.field, text: `${t(`recruit.check.${level}`)}${problemText(locale, problem)}` });
  const heading = t(review.blocked.length > 0 ? "recruit.check.unlawful" : review.advised.length > 0 ? "recruit.check.lawful" : "recruit.check.fine");
  return { heading, findings: [...review.blocked.map(shown("blocked")), ...review.advised.map(shown("advised"))] };
}

/** What a check found: first what blocks the post, then what would make it better. Stands empty until there is something to say. */
export function PostReview({ review }: { review: { blocked: Problem[]; advised: Problem[] } | null }) {
  const t = useT();
  const say = useProblemText();
  const tone = review === null ? "" : review.blocked.length > 0 ? "notice danger" : review.advised.length > 0 ? "notice counted" : "notice";
  return (
    <div className={tone} data-post-review="" role="status" id="review">
      {review && (
        <>
          <p><strong>{t(review.blocked.length > 0 ? "recruit.check.unlawful" : review.advised.length > 0 ? "recruit.check.lawful" : "recruit.check.fine")}</strong></p>
          <ul>
            {review.blocked.map((one) => <li key={one.code + one.field + String(one.params?.phrase)} data-level="blocked">{t("recruit.check.blocked")}{say(one)}</li>)}
            {review.advised.map((one) => <li key={one.code + one.field} data-level="advised">{t("recruit.check.advised")}{say(one)}</li>)}
          </ul>
        </>
      )}
    </div>
  );
}
