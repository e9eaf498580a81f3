import type { Stream } from "#app/domain/terms.ts";
import { useName, useT } from "../i18n/context.tsx";
import { formatCount } from "../i18n/format.ts";
import { StreamTag, Tag } from "./tag.tsx";
import { type WageFacts, WageLine } from "./wage.tsx";

export interface PostCardFacts extends WageFacts {
  id: string;
  title: string;
  stream: Stream;
  employerName: string;
  region: { zh: string; en: string };
  openingsLeft: number | null;
  housing: boolean;
  meals: boolean;
  insurance: boolean;
  verified: boolean;
  agency: boolean;
}

/** One post in a list: what, how much, who and where; the whole title is the target. */
export function PostCard({ post, level = 3, distanceKm = null }: { post: PostCardFacts; level?: 2 | 3; distanceKm?: number | null }) {
  const t = useT();
  const name = useName();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="post-card">
      <Heading><a href={`/jobs/${post.id}`}>{post.title}</a></Heading>
      <WageLine wage={post} />
      <p className="who">{post.employerName} · {name(post.region)}{distanceKm !== null && <> · {t("jobs.list.kmAway", { km: formatCount(distanceKm) })}</>}</p>
      <p className="tags">
        <StreamTag stream={post.stream} />
        {post.verified && <Tag tone="pine">{t("jobs.card.verified")}</Tag>}
        {post.agency && <Tag>{t("jobs.card.agency")}</Tag>}
        {post.housing && <Tag>{t("jobs.card.housing")}</Tag>}
        {post.meals && <Tag>{t("jobs.card.meals")}</Tag>}
        {post.insurance && <Tag>{t("jobs.card.insurance")}</Tag>}
        {post.openingsLeft !== null && <Tag>{t("jobs.card.left", { n: formatCount(post.openingsLeft) })}</Tag>}
      </p>
    </article>
  );
}
