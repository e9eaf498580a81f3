import type { OccupationOption, RegionOption } from "#app/data/read-models/options.server.ts";
import { isOverseas } from "#app/domain/region/codes.ts";
import type { Problem } from "#app/domain/result.ts";
import { EDUCATIONS, SKILL_LEVELS, WAGE_PERIODS } from "#app/domain/terms.ts";
import { SCHEMES } from "#app/domain/overseas/schemes.ts";
import type { LicenceState } from "#app/domain/overseas/licence.ts";
import { Button, ChoiceGroup, ErrorSummary, Field, type FormState, Select, TextArea, Tick } from "../components/form.tsx";
import { Fold } from "../components/page.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatDay } from "../i18n/format.ts";
import { groupOccupations, workplaceOptions } from "../options.ts";
import { PostReview } from "./post-review.tsx";

export interface PostFormOptions {
  regions: { cities: RegionOption[]; counties: RegionOption[]; provinces: RegionOption[]; overseas: RegionOption[] };
  occupations: OccupationOption[];
  brands: { id: string; name: { zh: string; en: string } }[];
  /** an agency names the unit it recruits for */
  agency: boolean;
  /** its licences for work abroad */
  licences: { number: string; destinations: readonly string[]; validUntil: string; state: LicenceState }[];
}

export interface PostFormState extends FormState {
  /** what a check found; null before one was asked for */
  review: { blocked: Problem[]; advised: Problem[] } | null;
}

/** What an employer fills in, from what the work is to how long it stands open. */
export function PostForm({ form, options, submit }: { form: PostFormState; options: PostFormOptions; submit: string }) {
  const t = useT();
  const name = useName();
  const occupations = groupOccupations(options.occupations, name);
  const regions = workplaceOptions(options.regions, name, t);
  const number = { type: "number", inputMode: "numeric", short: true } as const;
  return (
    <form method="post" data-post-check="/employer/posts/check">
      <ErrorSummary form={form} />
      <div className="section-head"><h2>{t("employer.form.basics")}</h2></div>
      <Field form={form} name="title" label={t("employer.form.title")} hint={t("employer.form.titleHint")} maxLength={60} required />
      {options.agency && <Field form={form} name="onBehalfOf" label={t("recruit.form.onBehalfOf")} hint={t("recruit.form.onBehalfOfHint")} maxLength={120} required />}
      <ChoiceGroup form={form} name="stream" kind="radio" legend={t("employer.form.stream")} options={(["MARKET", "WORKSHOP"] as const).map((stream) => ({ value: stream, text: t(`terms.stream.${stream}`), hint: t(`terms.streamSays.${stream}`) }))} />
      <div className="field-row">
        <Select form={form} name="occupationCode" label={t("employer.form.occupation")} hint={t("employer.form.occupationHint")} options={occupations} empty={t("common.choose")} />
        <Field form={form} name="openings" {...number} min={1} label={t("employer.form.openings")} required />
      </div>
      <TextArea form={form} name="description" label={t("employer.form.description")} hint={t("employer.form.descriptionHint")} maxLength={4000} />

      <div className="section-head section"><h2>{t("employer.form.where")}</h2></div>
      <Select form={form} name="regionCode" label={t("employer.form.region")} options={regions} empty={t("common.choose")} />
      <Field form={form} name="address" label={`${t("employer.form.address")}${t("common.inBrackets", { text: t("common.optional") })}`} maxLength={120} />
      <AbroadFields form={form} options={options} />

      <div className="section-head section"><h2>{t("employer.form.pay")}</h2></div>
      <div className="field-row">
        <Select form={form} name="wagePeriod" short label={t("employer.form.wagePeriod")} options={WAGE_PERIODS.map((period) => ({ value: period, text: t(`terms.wagePeriod.${period}`) }))} />
        <Field form={form} name="wageMinYuan" {...number} min={1} step="any" label={t("employer.form.wageMin")} required />
        <Field form={form} name="wageMaxYuan" {...number} min={1} step="any" label={t("employer.form.wageMax")} required />
      </div>
      <div className="field-row">
        <Field form={form} name="hoursPerDay" {...number} min={1} max={12} label={t("employer.form.hours")} required />
        <Field form={form} name="daysPerWeek" {...number} min={1} max={7} label={t("employer.form.days")} required />
      </div>
      <fieldset className="choices field inline">
        <legend>{t("employer.form.benefits")}</legend>
        <div className="choice-list">
          <Tick form={form} name="housing" label={t("employer.form.housing")} />
          <Tick form={form} name="meals" label={t("employer.form.meals")} />
          <Tick form={form} name="insurance" label={t("employer.form.insurance")} />
        </div>
      </fieldset>

      <div className="section-head section"><h2>{t("employer.form.needs")}</h2></div>
      <div className="field-row">
        <Select form={form} name="educationMin" label={t("employer.form.education")} options={EDUCATIONS.map((one) => ({ value: one, text: t(`terms.education.${one}`) }))} />
        <Field form={form} name="experienceMonths" {...number} min={0} label={t("employer.form.experience")} hint={t("employer.form.experienceHint")} />
      </div>
      <div className="field-row">
        <Select form={form} name="certOccupationCode" label={t("employer.form.cert")} options={occupations} empty={t("employer.form.noCert")} />
        <Select form={form} name="certLevel" label={t("employer.form.certLevel")} options={SKILL_LEVELS.map((one) => ({ value: one, text: t(`terms.skillLevel.${one}`) }))} empty={t("employer.form.anyLevel")} />
      </div>
      <Select form={form} name="brandId" label={t("employer.form.brand")} hint={t(options.brands.length === 0 ? "brands.use.formNone" : "brands.use.formSays")} options={options.brands.map((one) => ({ value: one.id, text: name(one.name) }))} empty={t("employer.form.noBrand")} />
      <p className="soft"><a href="/employer/brands">{t("brands.use.formAsk")}</a></p>
      <Field form={form} name="validUntil" type="date" short label={t("employer.form.until")} hint={t("employer.form.untilHint")} required />
      <div className="notice-after"><PostReview review={form.review} /></div>
      <div className="actions notice-after">
        <Button size="big">{submit}</Button>
        <button className="button quiet" type="submit" name="intent" value="check" formNoValidate>{t("recruit.check.button")}</button>
      </div>
      <script type="module" src="/enhance/post-check.js" />
    </form>
  );
}

/** What a post abroad says besides; open where it is one, or where something is wrong with it. */
function AbroadFields({ form, options }: { form: PostFormState; options: PostFormOptions }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const place = (code: string) => name(options.regions.overseas.find((one) => one.code === code)?.name) || code;
  const chosen = form.values.regionCode;
  const open = (typeof chosen === "string" && isOverseas(chosen)) || form.problems.some((one) => one.code.startsWith("overseas-"));
  const list = options.licences.map((one) => t("overseas.form.licenceLine", { number: one.number, where: one.destinations.map(place).join(t("common.listed")), day: formatDay(one.validUntil, locale), state: t(`overseas.licenceState.${one.state}`) })).join(t("common.semicolon"));
  const number = { type: "number", inputMode: "numeric", short: true, min: 0 } as const;
  return (
    <Fold summary={t("overseas.form.title")} open={open}>
      <p>{t("overseas.form.says")} {list === "" ? t("overseas.form.noLicence") : t("overseas.form.licences", { list })} <a href="/overseas">{t("overseas.post.more")}</a></p>
      <div className="field-row">
        <Select form={form} name="scheme" label={t("overseas.form.scheme")} options={SCHEMES.map((one) => ({ value: one, text: t(`overseas.scheme.${one}`) }))} empty={t("common.choose")} />
        <Field form={form} name="entryOn" type="date" short label={t("overseas.form.entryOn")} />
      </div>
      <div className="field-row">
        <Field form={form} name="feeYuan" {...number} label={t("overseas.form.feeYuan")} hint={t("overseas.form.feeHint")} />
        <Field form={form} name="depositYuan" {...number} label={t("overseas.form.deposit")} hint={t("overseas.form.depositHint")} />
      </div>
      <Field form={form} name="feeFor" label={t("overseas.form.feeFor")} maxLength={200} />
    </Fold>
  );
}
