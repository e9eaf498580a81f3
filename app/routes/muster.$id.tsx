import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRollPage } from "#app/data/read-models/muster-pages.server.ts";
import { addDays } from "#app/domain/dates.ts";
import type { DayConflict } from "#app/domain/workfare/roll.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { closeRoll, signRoll } from "#app/usecases/workfare/close-roll.server.ts";
import { enterDays } from "#app/usecases/workfare/enter-days.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, LinkButton } from "../ui/components/form.tsx";
import { EmptyState, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatFen } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import agentStyles from "../ui/styles/agent.css?url";
import musterStyles from "../ui/styles/muster.css?url";
import { ConflictChoice, RollHistory, Signatures } from "../ui/views/workfare/roll-parts.tsx";
import { ChainBadge, RollGrid } from "../ui/views/workfare/roll-grid.tsx";
import { atTheirCells, linesOf } from "../ui/views/workfare/roll-lines.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.roll.title", { noIndex: true });
export const links = () => [agentStyles, musterStyles].map((href) => ({ rel: "stylesheet", href }));

const WHO = ["OFFICER", "ADMIN", "AGENT", "SEEKER"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, WHO);
  return { view: found(await readRollPage(context.deps, actor, params.id ?? "")), entryKey: randomUUID(), done: new URL(request.url).searchParams.get("done") };
}

type Sent = FormState & { conflict?: { seq: number; movedOn: boolean; conflicts: DayConflict[] } };

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | Sent> {
  const actor = requireActor(context, request, WHO);
  const values = formValues(await readForm(request));
  const { deps } = context;
  const rollId = params.id;
  const lines = linesOf(values);
  const take = values.take === undefined ? [] : [values.take].flat();
  const refused = (problems: FormState["problems"]): Sent => {
    orNotFound({ ok: false, problems }, "rollId");
    return { values, problems: atTheirCells(problems, lines) };
  };
  if (values.intent === "sign" || values.intent === "close") {
    const done = values.intent === "sign" ? await signRoll(deps, actor, { ...values, rollId }) : await closeRoll(deps, actor, { rollId });
    return done.ok ? redirect(`/muster/${rollId}?done=${values.intent === "close" ? "closed" : "signed"}`) : refused(done.problems);
  }
  const result = await enterDays(deps, actor, { ...values, rollId, way: values.way === "PAPER" ? "PAPER" : "PAGE", lines, decided: values.shown === undefined ? null : { shown: values.shown, take } });
  if (!result.ok) return refused(result.problems);
  return result.value.state === "conflict" ? { values, problems: [], conflict: result.value } : redirect(`/muster/${rollId}?done=saved`);
}

export default function MusterRoll() {
  const { view, entryKey, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as Sent | undefined;
  const t = useT();
  const locale = useLocale();
  const { roll, project, may } = view;
  const closed = roll.closedAt !== null;
  const writes = closed ? may.CORRECT : may.ENTER;
  const form = sent ?? emptyForm();
  const title = t("workfare.roll.heading", { nr: roll.nr, from: formatDay(roll.fromOn, locale), to: formatDay(addDays(roll.untilOn, -1), locale) });
  return (
    <>
      <PageHead title={title} lead={project.name} crumbs={[...(view.looksAtProject ? [{ href: "/bureau/workfare", text: t("workfare.title") }, { href: `/bureau/workfare/${project.id}`, text: project.name }] : [{ href: "/muster", text: t("workfare.muster.title") }]), { text: t("workfare.rolls.roll", { nr: roll.nr }) }]}>
        <div className="actions no-print">{may.ENTER && <LinkButton kind="quiet" href={`/muster/${roll.id}/sheet`}>{t("workfare.roll.print")}</LinkButton>}{may.ENTER && !closed && <LinkButton kind="quiet" href="/muster/phone">{t("workfare.muster.phone")}</LinkButton>}</div>
      </PageHead>
      {done !== null && !sent && <Notice><p>{t(`workfare.roll.done.${done === "closed" ? "closed" : done === "signed" ? "signed" : "saved"}`)}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      <ChainBadge view={view} />
      {sent?.conflict && <ConflictChoice view={view} conflict={sent.conflict} values={sent.values} />}
      {!sent?.conflict && (
        <form method="post" className="section">
          <input type="hidden" name="entryKey" value={String(sent?.values.entryKey ?? entryKey)} />
          <input type="hidden" name="seen" value={String(sent?.values.seen ?? roll.lastSeq)} />
          <p className="soft">{t(closed ? "workfare.roll.closedSays" : "workfare.roll.says", { hours: project.hoursPerDay })}</p>
          {view.people.length === 0 ? <EmptyState title={t("workfare.roll.nobody")} says={t("workfare.roll.nobodySays")} /> : <RollGrid view={view} values={sent?.values ?? {}} writes={writes} />}
          <p className="notice-after num"><strong>{t("workfare.roll.total", { people: view.people.filter((one) => one.quarters > 0).length, yuan: formatFen(view.people.reduce((sum, one) => sum + one.payFen, 0)) })}</strong></p>
          {writes && view.people.length > 0 && (
            <div className="stack notice-after">
              {closed && <Field form={form} name="reason" label={t("workfare.roll.reason")} hint={t("workfare.roll.reasonHint")} maxLength={300} />}
              {!closed && <label className="choice"><input type="checkbox" name="way" value="PAPER" /><span className="choice-text">{t("workfare.roll.fromPaper")}</span></label>}
              <p><Button name="intent" value="days">{t(closed ? "workfare.roll.correct" : "workfare.roll.save")}</Button></p>
            </div>
          )}
        </form>
      )}
      <Section title={t("workfare.sign.title")} says={t("workfare.sign.says")}><Signatures view={view} form={form} /></Section>
      {!closed && may.CLOSE && (
        <Section title={t("workfare.close.title")} says={t("workfare.close.says")}>
          <form method="post"><Button name="intent" value="close">{t("workfare.close.button")}</Button></form>
        </Section>
      )}
      <Section title={t("workfare.history.title")} says={t("workfare.history.says")}><RollHistory view={view} /></Section>
    </>
  );
}

export const ErrorBoundary = PageError;
