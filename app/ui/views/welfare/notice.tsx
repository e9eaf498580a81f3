import type { WelfareNotice } from "#app/data/read-models/welfare-post.server.ts";
import { Button, ChoiceGroup, Field, type FormState, Select } from "../../components/form.tsx";
import { Facts } from "../../components/page.tsx";
import { Tag } from "../../components/tag.tsx";
import { useLocale, useName, useT } from "../../i18n/context.tsx";
import { formatCount, formatDay, formatYuan } from "../../i18n/format.ts";

export function StageTag({ stage }: { stage: WelfareNotice["stage"] }) {
  const t = useT();
  return <Tag tone={stage === "OPEN" ? "pine" : stage === "NOTICE" ? "loess" : undefined}>{t(`welfare.post.stage.${stage}`)}</Tag>;
}

/** What anybody may read of a post. */
export function NoticeFacts({ notice }: { notice: WelfareNotice }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <Facts
      rows={[
        [t("welfare.post.village"), name(notice.village)], [t("welfare.post.kind"), t(`welfare.kind.${notice.kind}`)], [t("welfare.post.employer"), notice.employer],
        [t("welfare.post.pay"), t("welfare.yuanMonth", { yuan: formatYuan(notice.monthlyFen) })], [t("welfare.post.work"), t("welfare.hoursDays", { hours: notice.hoursPerDay, days: notice.daysPerMonth })],
        [t("welfare.post.openings"), `${formatCount(notice.openings)} · ${t("welfare.post.left", { left: notice.openings - notice.filled })}`], [t("welfare.post.term"), t("welfare.post.months", { n: notice.termMonths })], [t("welfare.post.fund"), notice.fundSource],
        [t("welfare.post.notice"), t("welfare.post.noticeRange", { from: formatDay(notice.noticeFrom, locale), until: formatDay(notice.noticeUntil, locale) })], [t("welfare.post.who"), t("welfare.post.whoSays", { min: notice.ageMin, max: notice.ageMax })],
        [t("welfare.post.need"), notice.need],
      ]}
    />
  );
}

const RELATIONS = ["SELF", "SPOUSE", "PARENT", "CHILD", "SIBLING", "OTHER"] as const;

/** The application: who (where somebody else fills it in), kin of cadres, and what has to be said where it applies. */
export function ApplyForm({ form, people }: { form: FormState; people: readonly { id: string; nameMasked: string; year: string; phoneMasked: string | null }[] | null }) {
  const t = useT();
  return (
    <form method="post" className="stack">
      {people !== null && <Select form={form} name="personId" label={t("welfare.apply.person")} empty={t("common.choose")} options={people.map((one) => ({ value: one.id, text: `${one.nameMasked} · ${one.year} · ${one.phoneMasked ?? "—"}` }))} />}
      <ChoiceGroup form={form} name="kin" kind="radio" look="tight" legend={t("welfare.apply.kin")} options={[{ value: "NO", text: t("welfare.apply.kinNo") }, ...RELATIONS.map((one) => ({ value: one, text: t(`welfare.apply.relation.${one}`) }))]} />
      <Field form={form} name="cadreName" label={t("welfare.apply.cadre")} hint={t("welfare.apply.cadreHint")} maxLength={40} autoComplete="off" />
      <Field form={form} name="household" label={t("welfare.apply.household")} hint={t("welfare.apply.onlyIf")} maxLength={200} />
      <Field form={form} name="kinSays" label={t("welfare.apply.kinSays")} hint={t("welfare.apply.onlyIf")} maxLength={200} />
      <Field form={form} name="away" label={t("welfare.apply.away")} hint={t("welfare.apply.onlyIf")} maxLength={200} />
      <p className="notice-after"><Button name="intent" value="apply">{t("welfare.apply.submit")}</Button></p>
    </form>
  );
}
