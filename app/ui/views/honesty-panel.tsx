import type { AnswerHabit } from "#app/data/read-models/post-honesty.server.ts";
import type { Honesty, HonestyPart } from "#app/domain/post/honesty.ts";
import { useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { findText, type Locale, type Params } from "../i18n/translate.ts";
import { useLocale } from "../i18n/context.tsx";

function saysOf({ key, known, facts }: HonestyPart, locale: Locale): string {
  const params: Params = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === "number" ? formatCount(value) : value]));
  const which = key === "employer" ? String(facts.state) : known ? key : `${key}Unknown`;
  if (key === "pay" && facts.owed !== undefined) return findText(locale, "offers.honesty.owed", params) ?? "";
  return findText(locale, `recruit.honesty.says.${which}`, params) ?? "";
}

/** How far an ad has kept its word, with each part's points and the facts behind them. */
export function HonestyPanel({ honesty, answers }: { honesty: Honesty; answers: AnswerHabit }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section className="panel" id="honesty">
      <h2>{t("recruit.honesty.title")} <span className="num">{t("recruit.honesty.score", { n: honesty.points, of: honesty.reach })}</span></h2>
      {honesty.reach < 100 && <p className="soft">{t("recruit.honesty.unknown", { n: 100 - honesty.reach })}</p>}
      <dl className="facts">
        {honesty.parts.map((part) => (
          <div key={part.key}>
            <dt>{t(`recruit.honesty.${part.key}`)}<br /><span className="num">{part.known ? t("recruit.honesty.points", { n: part.points, of: part.of }) : t("recruit.honesty.notCounted")}</span></dt>
            <dd>{saysOf(part, locale)}</dd>
          </div>
        ))}
      </dl>
      {answers.days !== null && <p>{t("offers.honesty.answers", { asked: formatCount(answers.asked), answered: formatCount(answers.answered), count: answers.days, days: formatCount(answers.days) })}</p>}
      <p className="faint">{t("recruit.honesty.how")}</p>
    </section>
  );
}
