import type { PostPageView } from "#app/data/read-models/post-page.server.ts";
import { Facts } from "../components/page.tsx";
import { durationText } from "../components/reasons.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatCount, formatDay, formatYuan } from "../i18n/format.ts";
import { findText } from "../i18n/translate.ts";

/** What the work is like, as in a printed notice. */
export function PostFacts({ post, far = null, from }: { post: PostPageView; /** how far it is, and from where */ far?: string | null; from?: { zh: string; en: string } }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const room = post.housing && post.meals ? "roomBoth" : post.housing ? "roomHousing" : post.meals ? "roomMeals" : "roomNone";
  const level = post.certLevel ? t(`terms.skillLevel.${post.certLevel}`) : "";
  return (
    <Facts
      rows={[
        post.occupation && [t("jobs.post.occupation"), name(post.occupation)],
        [t("jobs.post.place"), <>{name(post.region)}{post.address && <><br />{post.address}</>}{far !== null && from && <><br /><span className="soft">{t("seek.post.far", { place: name(from), far })}</span></>}</>],
        [t("jobs.post.hours"), t("jobs.post.hoursValue", { hours: post.hoursPerDay, days: post.daysPerWeek })],
        [t("jobs.post.room"), t(`jobs.post.${room}`)],
        [t("jobs.post.insurance"), post.insurance ? t("jobs.post.insuranceYes") : t("jobs.post.insuranceNo")],
        [t("jobs.post.education"), post.educationMin === "NONE" || post.educationMin === "DOCTOR" ? t(`terms.education.${post.educationMin}`) : t("jobs.post.educationValue", { level: t(`terms.education.${post.educationMin}`) })],
        [t("jobs.post.experience"), post.experienceMonths === 0 ? t("jobs.post.experienceNone") : t("jobs.post.experienceValue", { duration: durationText(post.experienceMonths, locale) })],
        [t("jobs.post.certificate"), post.certOccupation ? t(level === "" ? "jobs.post.certificateAny" : "jobs.post.certificateValue", { occupation: name(post.certOccupation), level }) : t("jobs.post.certificateNone")],
        post.brand && [t("jobs.post.brand"), <a key="brand" href={`/brands/${post.brandId}`}>{name(post.brand)}</a>],
        [t("jobs.post.openings"), t("jobs.post.openingsValue", { openings: formatCount(post.openings), filled: formatCount(post.filled) })],
        post.publishedAt !== null && [t("seek.post.published"), formatDay(post.publishedAt, locale)],
        [t("jobs.post.until"), formatDay(post.validUntil, locale)],
      ]}
    />
  );
}

/** What lets a seeker judge whether a post can be trusted. */
export function TrustFacts({ post, arrived }: { post: PostPageView; /** at the employer, by the ledger */ arrived: number }) {
  const t = useT();
  const locale = useLocale();
  const { employer } = post;
  const source = post.source === "platform" ? "sourcePlatform" : post.madeUp ? "sourceSeed" : "sourceImported";
  return (
    <Facts
      rows={[
        [t("jobs.post.trustEmployer"), employer.name],
        post.onBehalfOf !== null && [t("recruit.form.onBehalfOf"), post.onBehalfOf],
        [t("jobs.post.trustKind"), findText(locale, `terms.employerKind.${employer.kind}`) ?? employer.kind],
        [t("jobs.post.trustCode"), employer.creditCode ?? t("common.unknown")],
        [t("jobs.post.trustVerified"), employer.verified && employer.verifiedAt ? t("jobs.post.trustVerifiedOn", { day: formatDay(employer.verifiedAt, locale) }) : t("jobs.post.trustNotVerified")],
        [t("seek.post.verified"), post.verifiedAt ? t("seek.post.verifiedOn", { day: formatDay(post.verifiedAt, locale) }) : t("seek.post.verifiedNot")],
        employer.reverifyBy !== null && [t("jobs.post.trustRecheck"), formatDay(employer.reverifyBy, locale)],
        [t("jobs.post.trustOpen"), t("common.count.posts", { count: employer.openPosts, n: formatCount(employer.openPosts) })],
        [t("jobs.post.trustPlaced"), t("common.count.people", { count: arrived, n: formatCount(arrived) })],
        [t("jobs.post.trustSource"), t(`jobs.post.${source}`)],
      ]}
    />
  );
}

/** The terms under which a public post is paid: by whom, how much, how long. */
export function ProgrammeFacts({ post }: { post: PostPageView }) {
  const t = useT();
  const locale = useLocale();
  const range = (from: string, to: string) => t("jobs.post.range", { from: formatDay(from, locale), to: formatDay(to, locale) });
  if (post.welfare) {
    return (
      <Facts
        rows={[
          [t("jobs.post.welfareKind"), t(`terms.welfareKind.${post.welfare.kind}`)],
          [t("jobs.post.welfarePay"), t("jobs.post.welfarePayValue", { yuan: formatYuan(post.welfare.subsidyFenPerMonth) })],
          [t("jobs.post.welfareTerm"), t("jobs.post.welfareTermValue", { n: post.welfare.termMonths })],
          [t("jobs.post.welfareFund"), post.welfare.fundSource],
          [t("jobs.post.welfareNotice"), range(post.welfare.noticeFrom, post.welfare.noticeUntil)],
        ]}
      />
    );
  }
  if (post.workfare) {
    return (
      <Facts
        rows={[
          [t("jobs.post.workfareName"), post.workfare.name],
          post.workfare.fundLines.length > 0 && [t("jobs.post.workfareFund"), post.workfare.fundLines.map((line) => findText(locale, `terms.fundLine.${line}`) ?? line).join(t("common.listed"))],
          [t("jobs.post.workfareShare"), t("jobs.post.workfareShareValue", { pct: post.workfare.labourSharePct })],
          [t("jobs.post.workfareTime"), range(post.workfare.startsOn, post.workfare.endsOn)],
        ]}
      />
    );
  }
  if (post.workshop) {
    return (
      <Facts
        rows={[
          [t("jobs.post.workshop"), post.workshop.name],
          post.workshop.recognisedOn !== null && [t("jobs.post.workshopRecognised"), t("jobs.post.workshopRecognisedValue", { day: formatDay(post.workshop.recognisedOn, locale) })],
          post.workshop.documentNumber !== null && [t("jobs.post.workshopDocument"), post.workshop.documentNumber],
        ]}
      />
    );
  }
  return null;
}
