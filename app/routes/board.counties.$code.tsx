import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBoard } from "#app/data/read-models/board.server.ts";
import { readCountyPeople } from "#app/data/read-models/counted-people.server.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { actsForRegion } from "#app/platform/permissions.ts";
import { setCountyClass } from "#app/usecases/regions/set-county-class.server.ts";
import { PaceChart } from "../ui/charts/pace-chart.tsx";
import { StackedBar } from "../ui/charts/stacked-bar.tsx";
import { Button, emptyForm, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { Headline } from "../ui/views/board-parts.tsx";
import { CountedPeople } from "../ui/views/counted-people.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "board.title");

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps, actor } = context;
  const query = new URL(request.url).searchParams;
  const countyCode = /^14\d{4}$/.test(params.code ?? "") ? (params.code ?? "") : "";
  const year = /^20\d{2}$/.test(query.get("year") ?? "") ? Number(query.get("year")) : undefined;
  const board = found(await readBoard(deps, { year, caliberCode: query.get("caliber") ?? undefined, regionCode: countyCode || "-" }));
  const county = found(board.counties.find((one) => one.code === countyCode));
  const page = Math.min(10_000, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
  const people = actor ? await readCountyPeople(deps, actor, { countyCode, year: board.year, caliberCode: board.caliber.code, page }) : null;
  const maySetClass = actor !== null && (actor.role === "OFFICER" || actor.role === "ADMIN") && actor.regionCode !== countyCode && actsForRegion(actor, countyCode);
  return { board, county, people, maySetClass, saved: query.get("saved") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await setCountyClass(context.deps, actor, { countyCode: params.code, countyClass: values.countyClass });
  return result.ok ? redirect(`/board/counties/${params.code}?saved=1`) : { values, problems: result.problems };
}

export default function County() {
  const { board, county, people, maySetClass, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const query = new URLSearchParams({ year: String(board.year), caliber: board.caliber.code });
  const countyQuery = { year: board.year, caliber: board.caliber.code, region: county.code };
  const countyPeople = { year: board.year, caliber: board.caliber.code, county: county.code };
  const form = sent ?? emptyForm({ countyClass: county.countyClass ?? "" });
  return (
    <>
      <PageHead title={t("board.headingRegion", { region: name(county.name), year: board.year })} crumbs={[{ href: `/board?${query}`, text: t("board.title") }, { text: name(county.name) }]} />
      {saved && !sent && <Notice><p>{t("board.countyPage.classSaved")}</p></Notice>}
      <Headline board={board} />
      <div className="columns two section">
        <section>
          <div className="section-head"><h2>{t("board.countyPage.facts")}</h2></div>
          <Facts
            rows={[
              [t("board.city"), name(county.cityName)],
              [t("board.countyPage.lifted"), county.povertyLifted ? t(`terms.povertyLifted.${county.povertyLifted}`) : t("board.countyPage.notLifted")],
              county.deepPoverty && [t("board.countyPage.deep"), t("common.yes")],
              [t("board.countyPage.classTitle"), county.countyClass ? t(`terms.countyClass.${county.countyClass}`) : t("board.countyPage.classUnset")],
            ]}
          />
          {maySetClass && (
            <form method="post" className="section">
              <ErrorSummary form={form} />
              <Select form={form} name="countyClass" label={t("board.countyPage.classTitle")} hint={t("board.countyPage.classSays")} empty={t("board.countyPage.classUnset")} options={(["DEMONSTRATION", "GENERAL", "KEY_SUPPORT"] as const).map((one) => ({ value: one, text: t(`terms.countyClass.${one}`) }))} />
              <p className="notice-after"><Button kind="quiet">{t("board.countyPage.classSave")}</Button></p>
            </form>
          )}
        </section>
        <section>
          <div className="section-head"><h2>{t("board.byPlace")}</h2></div>
          <StackedBar file={tableFile("board-places", countyQuery)} id="place" head={t("board.byPlace")} unit={t("board.persons")} parts={board.byPlaceClass.map((one) => ({ key: one.placeClass, label: t(`terms.placeClass.${one.placeClass}`), value: one.persons }))} />
        </section>
      </div>
      <Section title={t("board.countyPage.people")} says={people ? t("board.countyPage.peopleSays") : undefined} id="people">
        {people ? <CountedPeople view={people} files={{ people: tableFile("counted-people", countyPeople), rungs: tableFile("counted-rungs", countyPeople) }} href={(page) => `?${query}&page=${page}#people`} /> : <p className="soft">{t("board.countyPage.guarded")}</p>}
      </Section>
      <Section title={t("board.pace")}><PaceChart years={board.months} goal={board.shownGoal} yearShare={board.yearShare} forecast={board.forecast} file={tableFile("board-months", countyQuery)} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
