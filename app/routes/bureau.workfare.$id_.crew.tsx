import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCrewPage } from "#app/data/read-models/workfare-forms.server.ts";
import { MEMBER_PARTS } from "#app/domain/workfare/terms.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { addMember, setMemberPart } from "#app/usecases/workfare/keep-crew.server.ts";
import { setMemberAccount } from "#app/usecases/bank-accounts/set-member-account.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, OptionList, Select, Tick } from "../ui/components/form.tsx";
import { EmptyState, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatDayShort } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.crew.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  const query = new URL(request.url).searchParams;
  return { view: found(await readCrewPage(context.deps, actor, params.id ?? "")), done: query.get("done"), account: query.get("account"), today: context.deps.clock.today() };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const input = { ...values, projectId: params.id };
  const { deps } = context;
  const result = values.intent === "part" ? await setMemberPart(deps, actor, input) : values.intent === "account" ? await setMemberAccount(deps, actor, input) : await addMember(deps, actor, input);
  orNotFound(result, "projectId", "personId");
  return result.ok ? redirect(`/bureau/workfare/${params.id}/crew?done=saved`) : { values: { ...values, account: values.intent === "account" ? "" : values.account }, problems: result.problems };
}

export default function Crew() {
  const { view, done, account, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const { project, crew } = view;
  const form = sent ?? emptyForm({ part: "WORKER", fromOn: today });
  const chosen = crew.find((one) => one.personId === (sent?.values.intent === "account" ? sent.values.personId : account));
  return (
    <>
      <PageHead title={t("workfare.crew.title")} lead={t("workfare.crew.lead")} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { href: `/bureau/workfare/${project.id}`, text: project.name }, { text: t("workfare.crew.title") }]} />
      {done === "saved" && !sent && <Notice><p>{t("workfare.saved")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      {chosen && (
        <Section title={t("workfare.crew.accountOf", { name: chosen.nameMasked })} says={t("workfare.crew.accountSays")}>
          <form method="post" className="stack">
            <input type="hidden" name="personId" value={chosen.personId} /><input type="hidden" name="seen" value={chosen.accountId ?? ""} />
            {chosen.account !== null && <p>{t("workfare.crew.accountNow", { account: chosen.account })}</p>}
            <Field form={form} name="account" label={t("workfare.account.number")} inputMode="numeric" autoComplete="off" maxLength={40} />
            <Field form={form} name="bankName" label={t("workfare.account.bank")} maxLength={40} />
            <Tick form={form} name="ownName" label={t("workfare.crew.accountOwn")} />
            <p><Button name="intent" value="account">{t("workfare.account.save")}</Button></p>
          </form>
        </Section>
      )}
      {crew.length === 0 ? <EmptyState title={t("workfare.crew.none")} says={t("workfare.crew.noneSays")} /> : (
        <Table
          file={tableFile("workfare-crew", { project: project.id })} cards caption={t("workfare.crew.title")} rows={crew.map((one, at) => ({ ...one, at }))} rowKey={(one) => one.personId}
          columns={[
            { key: "nr", head: t("workfare.crew.nr"), number: true, cell: (one) => one.at + 1 },
            { key: "name", head: t("workfare.crew.name"), rowHead: true, cell: (one) => one.nameMasked },
            { key: "village", head: t("workfare.crew.village"), cell: (one) => name(one.village) },
            { key: "how", head: t("workfare.crew.how"), cell: (one) => (one.placementId !== null ? <a href={`/placements/${one.placementId}`}>{t("workfare.crew.hired")}</a> : t("workfare.crew.byTeam")) },
            { key: "from", head: t("workfare.crew.since"), number: true, cell: (one) => (one.open ? formatDayShort(one.fromOn) : `${formatDayShort(one.fromOn)} – ${formatDayShort(one.untilOn ?? "")}`) },
            { key: "account", head: t("workfare.crew.account"), cell: (one) => <span>{one.account}{one.objection && <> <Tag tone="danger">⚑ {t(`workfare.objection.${one.objection}`)}</Tag></>} <a className="row-link" href={`?account=${one.personId}`} aria-label={`${t("workfare.crew.setAccount")} ${one.nameMasked}`}>{t("workfare.crew.setAccount")}</a></span> },
            {
              key: "part", head: t("workfare.crew.part"), cell: (one) => (one.open ? (
                <form method="post" className="cell-form">
                  <input type="hidden" name="personId" value={one.personId} /><input type="hidden" name="was" value={one.part} />
                  <select className="input" name="part" defaultValue={one.part} aria-label={`${t("workfare.crew.part")} ${one.nameMasked}`}><OptionList options={[...MEMBER_PARTS.map((part) => ({ value: part, text: t(`workfare.part.${part}`) })), { value: "GONE", text: t("workfare.crew.gone") }]} /></select>
                  <button className="button small quiet" type="submit" name="intent" value="part" aria-label={`${t("workfare.crew.setPart")} ${one.nameMasked}`}>{t("workfare.crew.setPart")}</button>
                </form>
              ) : t("workfare.crew.left")),
            },
          ]}
        />
      )}
      <div className="section">
        <Fold summary={t("workfare.crew.add")} open={sent?.values.intent === "add"}>
          <form method="post" className="stack">
            <p className="soft">{t("workfare.crew.addSays")}</p>
            <Field form={form} name="name" label={t("workfare.crew.fullName")} autoComplete="off" maxLength={40} />
            <Field form={form} name="idNumber" label={t("workfare.crew.idNumber")} autoComplete="off" maxLength={30} />
            <div className="field-row">
              <Select form={form} name="part" label={t("workfare.crew.part")} options={MEMBER_PARTS.map((part) => ({ value: part, text: t(`workfare.part.${part}`) }))} />
              <Field form={form} name="fromOn" type="date" label={t("workfare.crew.since")} />
            </div>
            <p><Button name="intent" value="add">{t("workfare.crew.addButton")}</Button></p>
          </form>
        </Fold>
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
