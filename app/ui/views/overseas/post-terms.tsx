import type { PostTermsView } from "#app/data/read-models/overseas-pages.server.ts";
import { Facts, Notice, Section } from "../../components/page.tsx";
import { useLocale, useT } from "../../i18n/context.tsx";
import { formatDay, formatYuan } from "../../i18n/format.ts";

/** Through which company, under which scheme, for what money and by which steps a post abroad is reached. */
export function PostTerms({ of, today, postId }: { of: PostTermsView; today: string; postId: string }) {
  const t = useT();
  const locale = useLocale();
  const { licence, rule } = of;
  return (
    <Section title={t("overseas.post.title")}>
      {of.stopped && <Notice kind="counted"><p>{t("overseas.post.stopped")}</p></Notice>}
      {rule.practicalEnd !== null && today > rule.practicalEnd && <Notice kind="counted"><p>{t("overseas.post.late", { day: formatDay(rule.practicalEnd, locale) })}</p></Notice>}
      <Facts rows={[
        [t("overseas.post.company"), of.company],
        [t("overseas.post.licence"), <>{t("overseas.post.licenceText", { number: licence.number, issuer: licence.issuer, day: formatDay(licence.validUntil, locale) })}{licence.state !== "IN_FORCE" && <> · <strong>{t(`overseas.licenceState.${licence.state as "REVOKED"}`)}</strong></>}</>],
        [t("overseas.post.scheme"), t(`overseas.scheme.${of.scheme}`)], [t("overseas.post.entry"), formatDay(of.entryOn, locale)],
        [t("overseas.post.fee"), of.feeFen === 0 ? t("overseas.post.noFee") : t("overseas.post.feeText", { n: formatYuan(of.feeFen), what: of.feeFor })],
        [t("overseas.post.deposit"), <a key="report" href={`/jobs/${postId}/report`}>{t("overseas.post.depositText")}</a>],
        [t("overseas.post.steps"), [...of.steps, "DEPARTED" as const].map((step) => t(`overseas.step.${step}`)).join(" → ")],
      ]} />
      <p><a href="/overseas">{t("overseas.post.more")}</a></p>
    </Section>
  );
}
