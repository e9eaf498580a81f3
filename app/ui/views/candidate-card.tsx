import type { NamedReason } from "#app/data/read-models/reasons.server.ts";
import { durationText, ReasonList } from "../components/reasons.tsx";
import { Tag } from "../components/tag.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { findText } from "../i18n/translate.ts";

interface CandidateFacts {
  personId: string;
  score: number;
  home: { zh: string; en: string };
  ageBand: string;
  experienceMonths: number;
  certificates: { occupation: { zh: string; en: string }; level: string | null }[];
  reasons: NamedReason[];
}

/** One person who fits, with every reason; the one thing to do is to ask them. `whyFor` is the post they were proposed for. */
export function CandidateCard({ title, accepted, one, invite, whyFor }: { title: string; accepted?: boolean; one: CandidateFacts; invite: boolean; whyFor?: string }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <article className="post-card">
      <h3>{title} {accepted && <Tag tone="pine">✓ {t("terms.matchStatus.ACCEPTED")}</Tag>}</h3>
      <p className="wage">{t("jobs.post.score", { score: one.score })}</p>
      <p className="who">{name(one.home)} · {t("employer.candidates.age", { band: one.ageBand })} · {one.experienceMonths > 0 ? t("employer.candidates.experience", { duration: durationText(one.experienceMonths, locale) }) : t("employer.candidates.noExperience")}</p>
      {one.certificates.length > 0 && <p className="tags">{one.certificates.map((certificate) => <Tag key={certificate.occupation.zh + certificate.level}>{name(certificate.occupation)}{certificate.level && ` ${findText(locale, `terms.skillLevel.${certificate.level}`) ?? ""}`}</Tag>)}</p>}
      <ReasonList reasons={one.reasons} eyes="employer" />
      {whyFor && <p><a href={`/matches/why?${new URLSearchParams({ worker: one.personId, post: whyFor })}`} aria-label={`${t("why.linkEmployer")}: ${title}`}>{t("why.linkEmployer")}</a></p>}
      {invite && (
        <form method="post">
          <input type="hidden" name="personId" value={one.personId} />
          <button className="button small" type="submit" aria-label={`${t("recruit.hiring.invite")} ${title} ${name(one.home)} ${t("jobs.post.score", { score: one.score })}`}>{t("recruit.hiring.invite")}</button>
        </form>
      )}
    </article>
  );
}
