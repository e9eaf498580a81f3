import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readProjectPage } from "#app/data/read-models/workfare-project.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { openRoll } from "#app/usecases/workfare/open-roll.server.ts";
import { makePaySheet } from "#app/usecases/workfare/pay-sheets.server.ts";
import { recordProgress } from "#app/usecases/workfare/save-project.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, LinkButton, Tick } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatFen } from "../ui/i18n/format.ts";
import { findText } from "../ui/i18n/translate.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { LabourMeter } from "../ui/views/workfare/labour-meter.tsx";
import { OpenRollForm, PostTable, RollTable, SheetTable } from "../ui/views/workfare/project-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "workfare.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { view: found(await readProjectPage(context.deps, actor, params.id ?? "")), done: new URL(request.url).searchParams.get("done") };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const input = { ...values, projectId: params.id };
  const { deps } = context;
  const result = values.intent === "roll" ? await openRoll(deps, actor, input) : values.intent === "sheet" ? await makePaySheet(deps, actor, input) : await recordProgress(deps, actor, input);
  if (!result.ok) {
    orNotFound(result, "projectId");
    return { values, problems: result.problems };
  }
  const { value } = result;
  if ("rollId" in value) return redirect(`/muster/${value.rollId}`);
  return redirect("sheetId" in value ? `/bureau/paysheets/${value.sheetId}` : `/bureau/workfare/${params.id}?done=saved`);
}

export default function WorkfareProject() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const { project } = view;
  const { award } = project;
  const file = (part: string) => tableFile(`workfare-${part}`, { project: project.id });
  const form = sent ?? emptyForm({ progressPct: project.progressPct === null ? "" : String(project.progressPct), over: project.closedOn ? "on" : "" });
  return (
    <>
      <PageHead title={project.name} crumbs={[{ href: "/bureau/workfare", text: t("workfare.title") }, { text: project.name }]}>
        <p className="soft notice-after">{t(`workfare.kind.${project.kind}`)} · {name(view.county)} · {formatDay(project.startsOn, locale)}–{formatDay(addDays(project.endsOn, -1), locale)}</p>
        <div className="actions">
          {view.manages && award === null && <LinkButton href={`/bureau/workfare/${project.id}/award`}>{t("workfare.award.link")}</LinkButton>}
          {view.manages && award !== null && <LinkButton href={`/bureau/workfare/${project.id}/hire`}>{t("workfare.hire.link")}</LinkButton>}
          <LinkButton kind="quiet" href={`/bureau/workfare/${project.id}/crew`}>{t("workfare.crew.link", { count: view.crew, n: view.crew })}</LinkButton>
          {view.manages && <LinkButton kind="quiet" href={`/bureau/workfare/${project.id}/edit`}>{t("workfare.form.editTitle")}</LinkButton>}
        </div>
      </PageHead>
      {done === "saved" && !sent && <Notice><p>{t("workfare.saved")}</p></Notice>}
      {sent && <ErrorSummary form={sent} />}
      <Section title={t("workfare.forecast.title")}><LabourMeter view={view} files={{ weeks: file("weeks"), floors: file("floors") }} /></Section>
      <Section title={t("workfare.rolls.title")} says={t("workfare.rolls.says")}>
        <RollTable rolls={view.rolls} file={file("rolls")} />
        {award === null ? <p className="soft">{t("errors.award-first")}</p> : <OpenRollForm form={form} nextFrom={view.rolls[0]?.untilOn ?? project.startsOn} action={undefined} />}
      </Section>
      <Section title={t("workfare.sheets.title")} says={t("workfare.sheets.says")}>
        <SheetTable sheets={view.sheets} file={file("sheets")} />
        {view.due.heldRolls.length > 0 && <Notice kind="danger"><p>{t("workfare.sheets.held", { nr: view.due.heldRolls.join(t("common.listed")) })}</p></Notice>}
        {view.due.overpaid > 0 && <Notice kind="counted"><p>{t("workfare.sheets.overpaid", { count: view.due.overpaid, n: view.due.overpaid })}</p></Notice>}
        {view.pays && (view.due.persons === 0 ? <p className="soft notice-after">{t("workfare.sheets.nothing")}</p> : (
          <form method="post" className="notice-after"><Button name="intent" value="sheet">{t("workfare.sheets.make", { n: view.due.persons, yuan: formatFen(view.due.totalFen) })}</Button></form>
        ))}
      </Section>
      <Section title={t("workfare.hire.posts")}><PostTable posts={view.posts} projectId={project.id} manages={view.manages} file={file("posts")} /></Section>
      <div className="columns two section">
        <section className="stack">
          <div className="section-head"><h2>{t("workfare.award.title")}</h2></div>
          {award === null ? <p className="soft">{t("workfare.award.none")}</p> : (
            <Facts rows={[
              [t("workfare.award.kind"), t(`workfare.award.kinds.${award.kind}`)], [t("workfare.award.contractor"), `${award.employerName}${award.specialTeam ? ` · ${t("workfare.award.team")}` : ""}`],
              award.specialTeam && [t("workfare.award.teamLocal"), <span key="team">{t("workfare.award.teamLocalValue", { local: award.teamLocal, size: award.teamSize })}{view.tooFewLocal && <> <Tag tone="loess">⚑ {t("workfare.award.tooFewLocal")}</Tag></>}</span>],
              [t("workfare.award.amount"), `${formatFen(award.amountFen)} ${t("workfare.yuan")}`], [t("workfare.award.on"), formatDay(award.awardedOn, locale)], [t("workfare.award.document"), award.documentRef],
              award.reason !== null && [t("workfare.award.reason"), award.reason],
              view.ground !== null && [t("workfare.award.ground"), `${findText(locale, `policy.keys.${view.ground.key.replaceAll(".", "_")}`) ?? view.ground.key}${t("common.inBrackets", { text: view.ground.documentNumber ?? view.ground.source })}`],
            ]} />
          )}
        </section>
        <section className="stack">
          <div className="section-head"><h2>{t("workfare.about")}</h2></div>
          <Facts rows={[[t("workfare.form.approvalRef"), `${project.approvalRef ?? "—"} · ${formatDay(project.approvedOn, locale)}`], [t("workfare.form.places"), view.places.map(name).join(locale === "zh" ? "、" : "; ")], [t("workfare.form.rate"), project.dayRateFen === null ? "—" : formatFen(project.dayRateFen)], [t("workfare.form.hours"), project.hoursPerDay]]} />
          {view.manages && (
            <form method="post" className="stack">
              <input type="hidden" name="version" value={project.version} />
              <Field form={form} name="progressPct" type="number" min={0} max={100} short label={t("workfare.progress.label")} hint={project.progressOn === null ? t("workfare.progress.never") : t("workfare.progress.last", { day: formatDay(project.progressOn, locale), pct: project.progressPct ?? 0 })} />
              <Tick form={form} name="over" label={t("workfare.progress.over")} />
              <p><Button kind="quiet" name="intent" value="progress">{t("workfare.progress.save")}</Button></p>
            </form>
          )}
        </section>
      </div>
    </>
  );
}

export const ErrorBoundary = PageError;
