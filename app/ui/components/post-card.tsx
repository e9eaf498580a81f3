import type { EmployerKind } from "#app/domain/employer/kind.ts";
import type { Stream } from "#app/domain/terms.ts";
import { useLocale, useName, useT } from "../i18n/context.tsx";
import { formatCount, formatDay } from "../i18n/format.ts";
import type { Locale, Translate } from "../i18n/translate.ts";
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
  employerKind?: EmployerKind;
  /** first publication, an instant in milliseconds */
  publishedAt?: number | null;
}

function benefitsOf(post: PostCardFacts, t: Translate, locale: Locale): string[] {
  return [
    post.verified && `✓ ${t("jobs.card.verified")}`,
    post.housing && t("jobs.card.housing"),
    post.meals && t("jobs.card.meals"),
    post.insurance && t("jobs.card.insurance"),
    post.openingsLeft !== null && t("jobs.card.left", { n: formatCount(post.openingsLeft) }),
    typeof post.publishedAt === "number" && t("seek.card.published", { day: formatDay(new Date(post.publishedAt), locale) }),
  ].filter((one): one is string => one !== false);
}

/** One post in a list: what, how much, who and where; the whole title is the target. */
export function PostCard({ post, level = 3, distance = null }: { post: PostCardFacts; level?: 2 | 3; distance?: string | null }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="post-card">
      <Heading><a href={`/jobs/${post.id}`}>{post.title}</a></Heading>
      <WageLine wage={post} />
      <p className="who">{post.employerName} · {name(post.region)}{distance !== null && <> · <span className="nowrap">{distance}</span></>}</p>
      <p className="tags">
        <StreamTag stream={post.stream} />
        {post.agency ? <Tag tone="loess">{t("jobs.card.agency")}</Tag> : post.employerKind && <Tag>{t(`terms.employerKind.${post.employerKind}`)}</Tag>}
        <span className="benefits">{benefitsOf(post, t, locale).join("\u00a0· ")}</span>
      </p>
    </article>
  );
}
