import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRecentHome } from "#app/data/read-models/home.server.ts";
import { readMyPlace } from "#app/data/read-models/search-names.server.ts";
import { BarAgainstGoal } from "../ui/charts/bar-against-goal.tsx";
import { LinkButton } from "../ui/components/form.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { NO_FILTERS } from "#search/queries/params.ts";
import { BigChoices } from "../ui/views/big-choices.tsx";
import { SearchBox } from "../ui/components/search-box.tsx";
import { Stat } from "../ui/components/records.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { nearFromRequest } from "../ui/i18n/preferences.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "jobs.home.title");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [home, mine] = await Promise.all([readRecentHome(context.deps), readMyPlace(context.deps, context.actor, nearFromRequest(request))]);
  return { ...home, near: mine.near, brandId: mine.brandId };
}

export default function Home() {
  const home = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <section className="hero">
        <h1>{t("jobs.home.heading")}</h1>
        <p className="lead">{t("jobs.home.lead")}</p>
        <SearchBox />
        <div data-results="list" />
        <div data-instant-hides="">
          <BigChoices params={NO_FILTERS} near={home.near} brandId={home.brandId} />
          <p className="popular"><span className="soft">{t("jobs.home.popular")}</span>{t("jobs.home.popularWords").split(t("common.listed")).map((word) => <a key={word} href={`/jobs?${new URLSearchParams({ q: word })}`}>{word}</a>)}</p>
          <p className="open-now num">{t("jobs.home.openNow", { count: home.openPosts, n: formatCount(home.openPosts), openings: formatCount(home.openings) })}</p>
        </div>
      </section>
      <div className="columns main-aside section" data-instant-hides="">
        <section>
          <div className="section-head"><h2>{t("jobs.home.ways")}</h2></div>
          <ul className="ways">
            {home.byStream.map((way) => (
              <li key={way.stream}>
                <a href={`/jobs?stream=${way.stream}`}>
                  <span className="way-name">{t(`terms.stream.${way.stream}`)}</span>
                  <span className="way-says">{t(`terms.streamSays.${way.stream}`)}</span>
                  <span className="way-count">{t("common.count.posts", { count: way.posts, n: formatCount(way.posts) })} →</span>
                </a>
              </li>
            ))}
          </ul>
          <p className="soft notice-after">{t("jobs.home.phone")}</p>
        </section>
        <div className="stack">
          <section className="panel counted">
            <h2>{t("jobs.home.yearHeading", { year: home.year })}</h2>
            <Stat value={formatCount(home.counted)} unit={t("board.person")} label={t("board.counted")} note={t("jobs.home.yearOf", { goal: formatCount(home.goal) })} />
            {home.sampleRatio !== null && <p className="faint">{t("jobs.home.yearSample", { ratio: formatCount(1 / home.sampleRatio), shown: formatCount(home.shownGoal) })}</p>}
            <BarAgainstGoal counted={home.counted} goal={home.shownGoal} />
            <p><a href="/board">{t("jobs.home.yearLink")}</a></p>
          </section>
          <section className="stack">
            <h2>{t("training.open.title")}</h2>
            <p className="soft">{t("training.open.home")}</p>
            <div className="actions"><LinkButton href="/training" kind="quiet">{t("training.link.find")}</LinkButton></div>
          </section>
          <section className="stack">
            <h2>{t("jobs.home.forEmployers")}</h2>
            <p className="soft">{t("jobs.home.forEmployersSays")}</p>
            <div className="actions"><LinkButton href="/employer/posts/new" kind="quiet">{t("jobs.home.forEmployersLink")}</LinkButton><a href="/employer/register">{t("recruit.register.title")}</a></div>
          </section>
        </div>
      </div>
      <script type="module" src="/enhance/instant-search.js" />
    </>
  );
}

export const ErrorBoundary = PageError;
