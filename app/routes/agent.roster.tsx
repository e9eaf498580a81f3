import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readVillagePeople } from "#app/data/read-models/agent-work.server.ts";
import { regionPaths } from "#app/data/read-models/names.server.ts";
import { readRegisterPlaces } from "#app/data/read-models/register-form.server.ts";
import { LARGEST_ROSTER } from "#app/domain/person/paper-forms.ts";
import { formValues, found, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openRoster } from "#app/usecases/persons/open-roster.server.ts";
import { Button, ChoiceGroup, ErrorSummary, type FormState, Select } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import paperStyles from "../ui/styles/paper.css?url";
import { OpeningReasons, SheetTools } from "../ui/views/paper/opening.tsx";
import { Roster } from "../ui/views/paper/roster.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.paper.roster", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: paperStyles }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const search = new URL(request.url).searchParams;
  const { town, villages, parts } = await readRegisterPlaces(context.deps.pool, found(actor.regionCode), search.get("in"));
  const asked = villages.find((one) => one.code === search.get("village"));
  const village = asked ?? (villages.length === 1 ? villages[0]! : null);
  const [people, paths] = village ? await Promise.all([readVillagePeople(context.deps.pool, village.code), regionPaths(context.deps.pool, [village.code])]) : [[], new Map()];
  return { town, villages, parts, village, place: village ? (paths.get(village.code)?.zh as string) : "", people, today: context.deps.clock.today() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  const sent = await readForm(request);
  const values: FormState["values"] = { ...formValues(sent), personIds: sent.getAll("personIds").map(String) };
  const result = await openRoster(context.deps, actor, values);
  if (result.ok) return { people: result.value.people, values, problems: [] };
  if (result.problems.some((problem) => problem.code === "not-found")) throw new Response(null, { status: 404 });
  return { people: null, values, problems: result.problems };
}

export default function RosterPage() {
  const { town, villages, parts, village, place, people, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useT();
  const name = useName();
  if (sent?.people) {
    return (
      <>
        <SheetTools back="/agent/roster" />
        <Roster village={place} people={sent.people} day={formatDay(today, "zh")} />
      </>
    );
  }
  const form: FormState = sent ? { values: sent.values, problems: sent.problems } : { values: { reason: "AGAIN", personIds: people.filter((one) => one.placed).slice(0, LARGEST_ROSTER).map((one) => one.id) }, problems: [] };
  const choice = { values: { village: village?.code ?? "" }, problems: [] };
  return (
    <>
      <PageHead title={t("agent.paper.rosterPage.heading")} lead={t("agent.paper.rosterPage.says", { n: LARGEST_ROSTER })} crumbs={[{ href: "/agent", text: t("agent.title") }, { text: t("agent.paper.roster") }]} />
      {town === null ? <ul className="places">{parts.map((one) => <li key={one.code}><a href={`/agent/roster?in=${one.code}`}>{name(one.name)}</a></li>)}</ul> : (
        <form method="get">
          <input type="hidden" name="in" value={town.code} />
          <Select form={choice} name="village" label={t("agent.paper.rosterPage.village")} empty={t("common.choose")} options={villages.map((one) => ({ value: one.code, text: name(one.name) }))} />
          <p className="notice-after"><Button kind="quiet">{t("agent.paper.rosterPage.show")}</Button></p>
        </form>
      )}
      {village && people.length === 0 && <p className="soft notice-after">{t("agent.paper.rosterPage.none")}</p>}
      {village && people.length > 0 && (
        <>
          <ErrorSummary form={form} />
          <form method="post" action={`/agent/roster?in=${town?.code}&village=${village.code}`} className="notice-after">
            <input type="hidden" name="village" value={village.code} />
            <ChoiceGroup form={form} name="personIds" kind="checkbox" look="tight" legend={t("common.aside", { text: t("agent.paper.rosterPage.people"), aside: name(village.name) })} options={people.map((one) => ({ value: one.id, text: one.nameMasked, count: one.placed ? t("agent.paper.rosterPage.working") : undefined }))} />
            <OpeningReasons form={form} />
            <p className="notice-after"><Button size="big">{t("agent.paper.rosterPage.open")}</Button></p>
          </form>
        </>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
