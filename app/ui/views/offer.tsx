import type { MatchView } from "#app/data/read-models/my-work.server.ts";
import { ReasonList } from "../components/reasons.tsx";
import { StreamTag } from "../components/tag.tsx";
import { WageLine } from "../components/wage.tsx";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatDay } from "../i18n/format.ts";

/** The post that was found for a person, and every reason for it. */
export function Offer({ match }: { match: MatchView }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <article className="offer">
      <p className="faint">{t("me.matches.proposed", { day: formatDay(match.proposedAt, locale) })}</p>
      <h2><a href={`/jobs/${match.post.id}`}>{match.post.title}</a></h2>
      <WageLine wage={match.post} />
      <p className="soft">{match.post.employerName} · {name(match.post.region)}</p>
      <p><StreamTag stream={match.post.stream} /></p>
      <h3>{t("me.matches.why")}</h3>
      <ReasonList reasons={match.reasons} />
      <p><a href={`/matches/why?post=${match.post.id}`}>{t("why.link")}</a></p>
    </article>
  );
}
