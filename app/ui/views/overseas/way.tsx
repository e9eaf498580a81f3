import type { ApplicationView, PathStep, SchemeView } from "#app/data/read-models/overseas-pages.server.ts";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatDay, formatYuan } from "../../i18n/format.ts";

export function StateOfWay({ state }: { state: ApplicationView["state"] }) {
  const t = useT();
  return <Tag tone={state === "OPEN" ? "pine" : state === "STOPPED" ? "loess" : undefined}>{t(`overseas.state.${state}`)}</Tag>;
}

/** The way abroad from the top down: a tick for what is done, an arrow for what is next. */
export function Way({ path }: { path: readonly PathStep[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="journey">
      {path.map((step) => (
        <li key={step.what} className={step.state} aria-current={step.state === "next" ? "step" : undefined}>
          <p className="step"><strong>{t(`overseas.step.${step.what}`)}</strong>{step.on && <time className="day" dateTime={step.on}>{formatDay(step.on, locale)}</time>}</p>
          {step.on && <p className="soft">{[step.proof && t(`overseas.proof.${step.proof}`), step.reference, step.saidBy && t("overseas.mine.bySays", { role: t(`terms.role.${step.saidBy}`) })].filter(Boolean).join(" · ")}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Through whom, where to, how and by when. */
export function FactsOfWay({ of }: { of: ApplicationView }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <p className="soft">
      {t("overseas.mine.facts", { company: of.company, destination: name(of.destination), scheme: t(`overseas.scheme.${of.scheme}`), day: formatDay(of.entryOn, locale) })} · {of.feeFen === 0 ? `${t("overseas.post.fee")}${t("common.colon")}${t("overseas.post.noFee")}` : t("overseas.mine.fee", { n: formatYuan(of.feeFen) })}
    </p>
  );
}

/** What a scheme asks for and gives, in short lines. */
export function SchemeWords({ of }: { of: Pick<SchemeView, "scheme" | "years" | "language" | "skillTest" | "changeMonths" | "certificateBy" | "entryBy" | "practicalEnd" | "steps"> }) {
  const t = useT();
  const locale = useLocale();
  const list = of.language.map((proof) => t(`overseas.proof.${proof}`)).join(t("common.listed"));
  return (
    <ul>
      {of.years !== null && <li>{t("overseas.public.years", { n: of.years })}</li>}
      <li>{of.language.length > 0 ? t("overseas.public.language", { list }) : t("overseas.public.noLanguage")}</li>
      <li>{t(of.skillTest ? "overseas.public.skill" : "overseas.public.noSkill")}</li>
      {of.changeMonths && <li>{t("overseas.public.change", { from: of.changeMonths[0]!, to: of.changeMonths[1]! })}</li>}
      {of.certificateBy && of.entryBy && <li>{t("overseas.public.window", { certificate: formatDay(of.certificateBy, locale), entry: formatDay(of.entryBy, locale) })}</li>}
      {of.practicalEnd && <li>{t("overseas.public.practical", { day: formatDay(of.practicalEnd, locale) })}</li>}
      <li>{t("overseas.public.steps", { list: [...of.steps, "DEPARTED" as const].map((step) => t(`overseas.step.${step}`)).join(" → ") })}</li>
    </ul>
  );
}
