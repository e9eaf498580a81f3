import type { JobView } from "#app/data/read-models/my-profile.server.ts";
import type { OccupationOption } from "#app/data/read-models/options.server.ts";
import { OCCUPATION_GROUPS } from "#app/domain/occupation/groups.ts";
import { JOB_MONTHS } from "#app/domain/profile/job.ts";
import { PLACE_CLASSES } from "#app/domain/terms.ts";
import { Button, ChoiceGroup, Field, type FormState } from "../components/form.tsx";
import { Fold } from "../components/page.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import type { TextKey } from "../i18n/catalogue.ts";
import { findText } from "../i18n/translate.ts";

const nameOfMonths = (months: number) => `profile.months.m${months}`;

export function JobList({ jobs }: { jobs: readonly JobView[] }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <ul className="step-list">
      {jobs.map((job) => (
        <li key={job.id}>
          <span className="step-name">{name(job.occupation)}</span>
          <span className="step-good">{findText(locale, nameOfMonths(job.months)) ?? job.months} · {t(`terms.placeClass.${job.place}`)}{job.said && <> · {t("profile.work.said", { words: job.said })}</>}</span>
          <form method="post">
            <input type="hidden" name="jobId" value={job.id} />
            <button type="submit" className="button quiet small" name="intent" value="remove" aria-label={t("profile.work.removeThis", { name: name(job.occupation) })}>{t("profile.work.remove")}</button>
          </form>
        </li>
      ))}
    </ul>
  );
}

/** The drawers in which people look for a kind of work, as large links. */
export function GroupChoice({ groups }: { groups: readonly string[] }) {
  const name = useName();
  return (
    <ul className="big-choices">
      {groups.map((group) => <li key={group}><a href={`/me/profile/work?group=${group}`}><span className="name">{name(OCCUPATION_GROUPS[group as keyof typeof OCCUPATION_GROUPS]) || group}</span></a></li>)}
    </ul>
  );
}

/** Which work, for how long, where. With a person's own words the choices are what they may mean, and the person says which. */
export function JobForm({ form, choices }: { form: FormState; choices: readonly OccupationOption[] }) {
  const t = useT();
  const name = useName();
  return (
    <form method="post" className="stack">
      {form.values.said && <input type="hidden" name="said" value={String(form.values.said)} />}
      <div className="choice-columns"><ChoiceGroup form={form} name="occupationCode" kind="radio" legend={t("profile.work.which")} options={choices.map((one) => ({ value: one.code, text: name(one.name) }))} /></div>
      <div className="choice-columns"><ChoiceGroup form={form} name="months" kind="radio" legend={t("profile.work.years")} options={JOB_MONTHS.map((months) => ({ value: String(months), text: t(nameOfMonths(months) as TextKey) }))} /></div>
      <div className="choice-columns"><ChoiceGroup form={form} name="place" kind="radio" legend={t("profile.work.place")} options={PLACE_CLASSES.map((place) => ({ value: place, text: t(`terms.placeClass.${place}`) }))} /></div>
      <Button size="big" name="intent" value="add">{t("profile.work.add")}</Button>
    </form>
  );
}

export function OwnWords({ form }: { form: FormState }) {
  const t = useT();
  return (
    <div className="section">
      <Fold summary={t("profile.work.wordsFold")} open={form.values.intent === "find"}>
        <form method="post" className="stack">
          <Field form={form} name="said" label={t("profile.work.words")} hint={t("profile.work.wordsHint")} maxLength={60} />
          <Button kind="quiet" name="intent" value="find">{t("profile.work.find")}</Button>
        </form>
      </Fold>
    </div>
  );
}
