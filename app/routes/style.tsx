import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readSearchNames } from "#app/data/read-models/search-names.server.ts";
import { TILES } from "#app/domain/region/tiles.ts";
import { BarAgainstGoal } from "../ui/charts/bar-against-goal.tsx";
import { PaceChart } from "../ui/charts/pace-chart.tsx";
import { StackedBar } from "../ui/charts/stacked-bar.tsx";
import { TileCartogram } from "../ui/charts/tile-cartogram.tsx";
import { ErrorPage } from "../ui/components/error-page.tsx";
import { Button, ChoiceGroup, ErrorSummary, Field, type FormState, LinkButton, Select, TextArea, Tick } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Pagination, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { PostCard } from "../ui/components/post-card.tsx";
import { ReasonList } from "../ui/components/reasons.tsx";
import { ProgressBar, Stat } from "../ui/components/records.tsx";
import { SearchBox } from "../ui/components/search-box.tsx";
import { PlaceTag, StreamTag } from "../ui/components/tag.tsx";
import { ProofLadder, Timeline } from "../ui/components/timeline.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatCount } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { SAMPLE_LINES, SAMPLE_MONTHS, SAMPLE_POSTS, SAMPLE_REASONS, SAMPLE_REFUSALS, SAMPLE_TILES } from "../ui/views/style-samples.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "style.title", { noIndex: true });

/** The style guide stands in demo mode only. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (context.deps.env.APP_MODE !== "demo") throw new Response(null, { status: 404 });
  const { regions } = await readSearchNames(context.deps);
  return { names: Object.fromEntries(TILES.flatMap(({ code }) => (regions.has(code) ? [[code, regions.get(code)!]] : []))) };
}

const FORM: FormState = {
  values: { title: "电焊工（限男性）", stream: "MARKET", housing: "on", educationMin: "JUNIOR", description: "" },
  problems: [{ code: "unlawful-sex", field: "title", params: { phrase: "限男性" } }, { code: "description-short", field: "description" }],
};

export default function Style() {
  const { names } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHead title={t("style.heading")} lead={t("style.says")} />
      <Section title={t("style.colours")}>
        <ul className="swatches">{(["ink", "pine", "loess", "danger", "paper"] as const).map((colour) => <li key={colour} className={`c-${colour}`}><span>{t(`style.${colour}`)}</span></li>)}</ul>
      </Section>
      <Section title={t("style.type")}>
        <div className="stack"><h1>{t("common.name")} 300,000</h1><h2>{t("jobs.home.ways")}</h2><h3>{t("jobs.post.trust")}</h3><p className="prose">{t("common.footer.about")}</p><p className="faint">{t("common.footer.privacy")}</p></div>
      </Section>
      <Section title={t("style.controls")}>
        <div className="stack">
          <SearchBox q="电焊工" small />
          <div className="actions"><Button>{t("common.confirm")}</Button><Button kind="quiet">{t("common.change")}</Button><Button kind="danger">{t("employer.form.closePost")}</Button><LinkButton href="#controls" size="big">{t("jobs.post.apply")}</LinkButton></div>
          <ErrorSummary form={FORM} />
          <Field form={FORM} name="title" label={t("employer.form.title")} hint={t("employer.form.titleHint")} />
          <ChoiceGroup form={FORM} name="stream" kind="radio" legend={t("employer.form.stream")} options={(["MARKET", "WORKSHOP"] as const).map((stream) => ({ value: stream, text: t(`terms.stream.${stream}`), hint: t(`terms.streamSays.${stream}`) }))} />
          <Select form={FORM} name="educationMin" label={t("employer.form.education")} options={(["NONE", "JUNIOR", "COLLEGE"] as const).map((one) => ({ value: one, text: t(`terms.education.${one}`) }))} />
          <Tick form={FORM} name="housing" label={t("employer.form.housing")} />
          <TextArea form={FORM} name="description" label={t("employer.form.description")} hint={t("employer.form.descriptionHint")} rows={3} />
          <Notice><p>{t("me.wishForm.saved")}</p></Notice>
          <Notice kind="counted"><p>{t("board.sample", { ratio: 80, goal: "300,000", shown: "3,774" })}</p></Notice>
          <Notice kind="danger"><p>{t("employer.suspended")}</p></Notice>
        </div>
      </Section>
      <Section title={t("style.content")} says={t("style.sample")}>
        <ul className="posts">{SAMPLE_POSTS.map((post) => <li key={post.id}><PostCard post={post} /></li>)}</ul>
        <p className="chips"><StreamTag stream="MARKET" /><StreamTag stream="WORKSHOP" /><StreamTag stream="WELFARE" /><StreamTag stream="WORKFARE" /><PlaceTag placeClass="IN_COUNTY" /><PlaceTag placeClass="OVERSEAS" /></p>
        <div className="columns two section">
          <section className="panel"><h2>{t("jobs.post.fits")}</h2><ReasonList reasons={SAMPLE_REASONS} /></section>
          <section className="panel"><h2>{t("jobs.post.fitsNot")}</h2><ReasonList reasons={SAMPLE_REFUSALS} against /></section>
        </div>
        <div className="section stack"><ProofLadder rung={3} /><Timeline lines={SAMPLE_LINES} /></div>
        <EmptyState title={t("jobs.empty.heading")} says={t("jobs.empty.says")} proposals={[{ href: "#a", text: t("jobs.empty.without", { what: t("jobs.list.housing") }), gives: t("jobs.empty.gives", { count: 38, n: 38 }) }]} />
        <Pagination page={2} pages={9} href={() => "#pages"} />
        <ErrorPage kind="notFound" />
      </Section>
      <Section title={t("style.charts")} says={t("style.sample")} id="map">
        <div className="stack">
          <Stat value={formatCount(187_654)} unit={t("board.person")} label={t("board.counted")} note={t("board.goalValue", { goal: "300,000" })} />
          <BarAgainstGoal counted={187_654} goal={300_000} yearShare={0.71} seasonShare={0.66} />
          <ProgressBar label={t("terms.runPhase.snapshot")} done={312_000} total={1_500_000} />
          <PaceChart years={SAMPLE_MONTHS} goal={5_000} yearShare={0.89} />
          <StackedBar id="sample" head={t("board.byPlace")} unit={t("board.persons")} parts={(["IN_COUNTY", "IN_PROVINCE", "OUT_OF_PROVINCE", "OVERSEAS"] as const).map((one, index) => ({ key: one, label: t(`terms.placeClass.${one}`), value: [41_000, 82_000, 61_000, 3_654][index] ?? 0 }))} />
          <TileCartogram values={SAMPLE_TILES.map((tile) => ({ ...tile, name: names[tile.code] ?? tile.name }))} />
        </div>
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
