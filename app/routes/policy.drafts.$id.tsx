import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readDraft } from "#app/data/read-models/rule-book-pages.server.ts";
import { yearOf } from "#app/domain/dates.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { dropRule, switchOnRule } from "#app/usecases/policy/decide-rule.server.ts";
import { requestSimulation } from "#app/usecases/policy/request-simulation.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { policyValue } from "../ui/policy-value.ts";
import { keyName } from "../ui/views/rule-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "rules.draft.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { draft: found(await readDraft(context.deps, actor, params.id ?? "")), year: yearOf(context.deps.clock.today()), saved: new URL(request.url).searchParams.get("saved") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const input = { ...values, draftId: params.id };
  if (values.intent === "simulate") {
    const asked = await requestSimulation(context.deps, actor, { draftId: params.id, year: values.year });
    orNotFound(asked);
    return asked.ok ? redirect(`/policy/simulations/${asked.value.simulationId}`) : { values, problems: asked.problems };
  }
  const result = values.intent === "drop" ? await dropRule(context.deps, actor, input) : await switchOnRule(context.deps, actor, input);
  orNotFound(result);
  return result.ok ? redirect(`/policy/drafts/${params.id}`) : { values, problems: result.problems };
}

export default function Draft() {
  const { draft, year, saved } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm({ year: String(year) });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = keyName(draft.key, locale);
  const open = draft.state === "DRAFT";
  return (
    <>
      <PageHead title={t("rules.draft.heading", { key: title })} crumbs={[{ href: "/policy", text: t("rules.book") }, { href: `/policy/${draft.key}`, text: title }, { text: t("rules.draft.title") }]}>
        <p className="tags notice-after"><Tag tone={draft.state === "ON" ? "pine" : open ? "loess" : undefined}>{t(`rules.state.${draft.state}`)}</Tag></p>
      </PageHead>
      <ErrorSummary form={form} />
      {saved && open && form.problems.length === 0 && <Notice><p>{t("rules.draft.saved")}</p></Notice>}
      {draft.state === "ON" && <Notice><p>{t("rules.draft.isOn", { day: formatDay(draft.validFrom, locale) })}</p></Notice>}
      {draft.state === "DROPPED" && <Notice><p>{t("rules.draft.isDropped")} {draft.reason}</p></Notice>}
      <Facts
        rows={[
          open && [t("rules.draft.now"), draft.closes ? <>{policyValue(draft.closes, locale)} <span className="faint">{draft.closes.documentNumber && `${draft.closes.documentNumber} · `}{t("rules.draft.closes", { day: formatDay(draft.validFrom, locale) })}</span></> : t("rules.draft.closesNone")],
          [t("rules.draft.next"), <strong key="next">{policyValue(draft, locale)}</strong>],
          [t("policy.area"), draft.area ? name(draft.area) : t("policy.wholeProvince")],
          [t("policy.from"), formatDay(draft.validFrom, locale)],
          [t("rules.documentNumber"), [draft.documentNumber, draft.article && t("policy.article", { n: draft.article })].filter(Boolean).join(" ")],
          [t("policy.source"), draft.source],
          [t("policy.certainty"), t(`policy.certain.${draft.certainty}`)],
          draft.note !== null && [t("policy.note"), draft.note],
          [t("rules.draftedBy"), `${draft.draftedBy ?? "—"} · ${formatInstant(draft.draftedAt, locale)}`],
          draft.decidedAt !== null && [t("rules.decidedBy"), `${draft.decidedBy ?? "—"} · ${formatInstant(draft.decidedAt, locale)}${draft.reason ? ` · ${draft.reason}` : ""}`],
        ]}
      />
      {draft.movesClaims && (
        <Section title={t("rules.sim.list")} says={t("rules.sim.runSays")}>
          {open && <form method="post" className="stack"><Field form={form} name="year" label={t("rules.sim.year")} type="number" short /><p><Button kind="quiet" name="intent" value="simulate">{t("rules.sim.run")}</Button></p></form>}
          <div className="notice-after">{draft.simulations.length === 0 ? <p className="soft">{t("rules.sim.none")}</p> : (
            <Table dense cards file={tableFile("draft-simulations", { draft: draft.id })} caption={t("rules.sim.list")} rows={draft.simulations} rowKey={(one) => one.id} columns={[
              { key: "at", head: t("rules.sim.title"), rowHead: true, cell: (one) => <a href={`/policy/simulations/${one.id}`}>{formatInstant(one.requestedAt, locale)}</a> },
              { key: "year", head: t("rules.sim.year"), number: true, cell: (one) => one.year },
              { key: "region", head: t("rules.sim.region"), cell: (one) => name(one.region) },
              { key: "status", head: t("runs.status"), cell: (one) => t(`rules.sim.status.${one.status}`) },
            ]} />
          )}</div>
        </Section>
      )}
      {open && (
        <Section title={t("rules.draft.on")} says={t("rules.draft.onSays")}>
          {!draft.mayDecide ? <p className="soft">{t("rules.draft.notYours")}</p> : (
            <>
              {draft.own ? <Notice><p>{t("rules.draft.fourEyes")}</p></Notice> : !draft.simulated ? <Notice><p>{t("rules.draft.simulateFirst", { area: draft.area ? name(draft.area) : t("policy.wholeProvince") })}</p></Notice> : (
                <form method="post" className="stack"><input type="hidden" name="version" value={draft.version} /><Field form={form} name="reason" id="reason-on" label={t("rules.draft.reason")} maxLength={300} /><p><Button name="intent" value="on">{t("rules.draft.on")}</Button></p></form>
              )}
              <Fold summary={t("rules.draft.drop")}>
                <form method="post" className="stack"><input type="hidden" name="version" value={draft.version} /><Field form={form} name="reason" label={t("rules.draft.dropReason")} maxLength={300} /><p><Button kind="danger" name="intent" value="drop">{t("rules.draft.drop")}</Button></p></form>
              </Fold>
            </>
          )}
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
