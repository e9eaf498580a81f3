import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyProjects } from "#app/data/read-models/muster-pages.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openRoll } from "#app/usecases/workfare/open-roll.server.ts";
import { ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { EmptyState, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import musterStyles from "../ui/styles/muster.css?url";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.muster.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: musterStyles }];

const WHO = ["OFFICER", "ADMIN", "AGENT", "SEEKER"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, WHO);
  return { projects: await readMyProjects(context.deps, actor) };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, WHO);
  const values = formValues(await readForm(request));
  const result = await openRoll(context.deps, actor, values);
  orNotFound(result, "projectId");
  return result.ok ? redirect(`/muster/${result.value.rollId}`) : { values, problems: result.problems };
}

export default function Muster() {
  const { projects } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  return (
    <>
      <PageHead title={t("workfare.muster.title")} lead={t("workfare.muster.lead")}>
        {projects.some((one) => one.enters) && <p className="actions"><LinkButton href="/muster/phone">{t("workfare.muster.phone")}</LinkButton></p>}
      </PageHead>
      {sent && <ErrorSummary form={sent} />}
      {projects.length === 0 ? <EmptyState title={t("workfare.muster.none")} says={t("workfare.muster.noneSays")} /> : projects.map((project) => (
        <Section key={project.id} title={project.name}>
          <ul className="stack">
            {project.rolls.map((roll) => (
              <li key={roll.id}><a className="row-link" href={`/muster/${roll.id}`}><span>{t("workfare.rolls.roll", { nr: roll.nr })} · <span className="nowrap">{formatDayShort(roll.fromOn)} – {formatDayShort(addDays(roll.untilOn, -1))}</span></span></a> {roll.closed ? <Tag tone="pine">✓ {t("workfare.rolls.closed")}</Tag> : <Tag>{t("workfare.rolls.open")}</Tag>}</li>
            ))}
          </ul>
          {project.rolls.length === 0 && <p className="soft">{t("workfare.rolls.none")}</p>}
          {project.enters && !project.over && (
            <form method="post" className="notice-after"><input type="hidden" name="projectId" value={project.id} /><input type="hidden" name="fromOn" value={project.nextFrom} /><input type="hidden" name="span" value="WEEK" /><button className="button quiet" type="submit">{t("workfare.muster.next", { day: formatDayShort(project.nextFrom) })}</button></form>
          )}
        </Section>
      ))}
    </>
  );
}

export const ErrorBoundary = PageError;
