import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readHeldPerson } from "#app/data/read-models/agent-work.server.ts";
import { found, requireActor } from "#app/platform/web/guards.server.ts";
import { PAPER_FORMS } from "#app/domain/person/paper-forms.ts";
import { Button, emptyForm } from "../ui/components/form.tsx";
import { PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import paperStyles from "../ui/styles/paper.css?url";
import { OpeningReasons } from "../ui/views/paper/opening.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "agent.paper.title", { noIndex: true });
export const links = () => [{ rel: "stylesheet", href: paperStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["AGENT", "OFFICER"]);
  return { person: found(await readHeldPerson(context.deps.pool, actor, params.id ?? "")) };
}

export default function Forms() {
  const { person } = useLoaderData<typeof loader>();
  const t = useT();
  const name = useName();
  const form = emptyForm({ reason: "PRESENT" });
  return (
    <>
      <PageHead title={t("agent.paper.heading", { name: person.nameMasked })} lead={t("agent.paper.says")} crumbs={[{ href: "/agent", text: t("agent.title") }, { text: t("agent.paper.title") }]} />
      <p className="soft">{t("agent.paper.home")}{t("common.colon")}{name(person.home)}</p>
      <form method="post" className="notice-after">
        <OpeningReasons form={form} />
        <h2 className="notice-after">{t("agent.paper.choose")}</h2>
        <ul className="papers notice-after">
          {PAPER_FORMS.map((one) => <li key={one}><Button kind="quiet" size="big" formAction={`/agent/people/${person.id}/forms/${one}`}>{t(`agent.paper.form.${one}`)}</Button></li>)}
        </ul>
      </form>
      <p className="notice-after"><a href="/agent/roster">{t("agent.roster.link")}</a></p>
    </>
  );
}

export const ErrorBoundary = PageError;
