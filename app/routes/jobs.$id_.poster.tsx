import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPostPage } from "#app/data/read-models/post-page.server.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { PageError } from "../ui/components/page-error.tsx";
import { WageLine } from "../ui/components/wage.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import { PostFacts } from "../ui/views/post-facts.tsx";
import { QrPicture } from "../ui/views/share-post.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "seek.poster.title", { noIndex: true });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const post = found(await readPostPage(context.deps, params.id ?? "", null));
  const address = `${context.origin}/jobs/${post.id}`;
  return { post, address, qr: qrOf(address) };
}

export default function Poster() {
  const { post, address, qr } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <p className="sorts no-print"><a href={`/jobs/${post.id}`}>← {t("seek.poster.back")}</a><button className="button" type="button" hidden data-print="">{t("seek.poster.print")}</button></p>
      <article className="poster notice-after" lang={locale === "zh" ? undefined : "en"}>
        <p className="hiring">{t("seek.poster.hiring")}</p>
        <h1 lang="zh-CN">{post.title}</h1>
        <WageLine wage={post} />
        <p><strong>{post.employer.name}</strong><br />{name(post.region)} · {t("seek.poster.openings", { n: formatCount(Math.max(0, post.openings - post.filled)) })}</p>
        {post.madeUp && <p className="error">{t("seek.poster.demo")}</p>}
        <PostFacts post={post} />
        <div className="foot">
          <QrPicture qr={qr} label={t("seek.post.qrAlt")} />
          <div>
            <p><strong>{t("seek.poster.scan")}</strong></p>
            <p className="faint">{address}</p>
            <p>{t("seek.poster.until", { day: formatDay(post.validUntil, locale) })}</p>
            <p>{t("seek.poster.free")}</p>
          </div>
        </div>
      </article>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
