import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readFair } from "#app/data/read-models/fairs.server.ts";
import { found } from "#app/platform/web/guards.server.ts";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { qrOf } from "../ui/qr.server.ts";
import { FairTime, FairWhere } from "../ui/views/fair/parts.tsx";
import { QrPicture } from "../ui/views/share-post.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "fairs.poster.title", { noIndex: true });

/** So many posts fit on a sheet. */
const SHOWN = 12;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const fair = found(await readFair(context.deps, null, params.id ?? ""));
  const posts = fair.booths.flatMap((booth) => booth.posts.map((post) => ({ id: post.id, title: post.title, employer: booth.employerName, openings: Math.max(0, post.openings - post.filled) })));
  const address = `${context.origin}/fairs/${fair.id}`;
  return { fair, posts: posts.slice(0, SHOWN), more: Math.max(0, posts.length - SHOWN), all: posts.length, address, qr: qrOf(address) };
}

export default function FairPoster() {
  const { fair, posts, more, all, address, qr } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <p className="sorts no-print"><a href={`/fairs/${fair.id}`}>← {t("fairs.poster.back")}</a><button className="button" type="button" hidden data-print="">{t("fairs.poster.print")}</button></p>
      <article className="poster notice-after" lang={locale === "zh" ? undefined : "en"}>
        <p className="hiring">{t("fairs.poster.head")}</p>
        <h1 lang="zh-CN">{fair.title}</h1>
        <p><strong><FairTime of={fair} /></strong><br />{name(fair.region)} <FairWhere of={fair} /></p>
        {fair.state === "CANCELLED" && <p className="error">{t("fairs.open.cancelled", { reason: fair.reason ?? "" })}</p>}
        <p>{fair.says}</p>
        {all > 0 && <p><strong>{t("fairs.open.booths", { booths: formatCount(fair.booths.length), posts: formatCount(all) })}</strong></p>}
        {posts.length > 0 && <><h2>{t("fairs.poster.some")}</h2><ul>{posts.map((post) => <li key={post.id}>{post.title} {t("fairs.poster.openings", { n: formatCount(post.openings) })} · {post.employer}</li>)}</ul></>}
        {more > 0 && <p>{t("fairs.poster.more", { n: formatCount(more) })}</p>}
        <div className="foot">
          <QrPicture qr={qr} label={t("fairs.poster.qr")} />
          <div><p><strong>{t("fairs.poster.scan")}</strong></p><p className="faint">{address}</p><p>{t("fairs.open.phone")} {fair.phone}</p><p>{t("fairs.poster.free")}</p></div>
        </div>
      </article>
      <script type="module" src="/enhance/share.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
