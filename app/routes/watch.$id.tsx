import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readWatchCase } from "#app/data/read-models/watch-pages.server.ts";
import { WATCH_RESULTS } from "#app/domain/watch/watch-case.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { seeContact } from "#app/usecases/persons/see-contact.server.ts";
import { closeWatchCase, handOnWatchCase, noteWatchCase, takeWatchCase } from "#app/usecases/watch/work-on-case.server.ts";
import { Button, ChoiceGroup, emptyForm, ErrorSummary, Select, TextArea } from "../ui/components/form.tsx";
import { Facts, Fold, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { AskContact, type ContactAnswer, contactAnswer } from "../ui/views/ask-contact.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "watch.title", { noIndex: true });

const BUREAU = ["OFFICER", "AGENT", "ADMIN"] as const;
const ACTS = { take: takeWatchCase, hand: handOnWatchCase, note: noteWatchCase, close: closeWatchCase } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { one: found(await readWatchCase(context.deps, actor, params.id ?? "")), mayClose: actor.role !== "AGENT", saved: new URL(request.url).searchParams.get("saved") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | ContactAnswer> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  if (values.intent === "see") return contactAnswer(values, await seeContact(context.deps, actor, { ...values, of: "watch", id: params.id }));
  const act = ACTS[String(values.intent) as keyof typeof ACTS] ?? noteWatchCase;
  const result = await act(context.deps, actor, { ...values, caseId: params.id });
  orNotFound(result, "caseId");
  return result.ok ? redirect(`/watch/${params.id}?saved=1`) : { values, problems: result.problems };
}

export default function WatchCase() {
  const { one, mayClose, saved } = useLoaderData<typeof loader>();
  const form: ContactAnswer = (useActionData<typeof action>() as ContactAnswer | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = t(`watch.kind.${one.kind}`);
  const of = (intent: string) => (form.values.intent === intent ? form : emptyForm());
  const version = <input type="hidden" name="version" value={one.version} />;
  return (
    <>
      <PageHead title={`${title} · ${one.nameMasked}`} lead={t(`watch.kindSays.${one.kind}`, { day: formatDay(one.since, locale) })} crumbs={[{ href: "/watch", text: t("watch.title") }, { text: title }]}>
        <p className="tags notice-after">
          {one.closedAt === null ? <Tag tone={one.overdue ? "danger" : "loess"}>{t("watch.due")} {formatDay(one.dueOn, locale)}</Tag> : <Tag tone="pine">✓ {t(`watch.results.${one.result!}`)}</Tag>}
          {one.overdue && <Tag tone="danger">{t("watch.late")}</Tag>}
          {one.raised > 0 && <Tag>{t(one.raised === 2 ? "watch.raised.l2" : "watch.raised.l1")}</Tag>}
        </p>
      </PageHead>
      <ErrorSummary form={form} />
      {saved && form.problems.length === 0 && <Notice><p>{t("watch.page.saved")}</p></Notice>}
      <Facts
        rows={[
          [t("watch.person"), one.nameMasked],
          [t("watch.page.phone"), one.phoneMasked ?? t("watch.page.noPhone")],
          [t("watch.place"), name(one.place)],
          [t("watch.page.categories"), one.categories.map((kind) => t(`policy.category.${kind}`)).join(t("common.listed")) || "—"],
          [t("watch.owner"), one.owner ?? t("watch.ownerNone")],
          one.note !== null && [t("watch.page.closeNote"), one.note],
        ]}
      />
      <p className="chips notice-after">
        {one.householdId !== null && <a href={`/watch/households/${one.householdId}`}>{t("watch.page.household")}</a>}
        {one.placementId !== null && <a href={`/placements/${one.placementId}`}>{t("watch.page.work")}</a>}
        <a href={`/agent/people/${one.personId}/claims`}>{t("watch.page.claims")}</a>
      </p>
      <AskContact form={of("see")} contact={form.contact ?? null} />
      <Section title={t("watch.page.steps")}>
        <ol className="timeline">
          {one.steps.map((step) => (
            <li key={step.seq}>
              <h3><span>{step.kind === "OPENED" && step.to ? t("watch.openedFor", { to: step.to }) : t(`watch.step.${step.kind}`, { to: step.to ?? "" })}</span><time className="day">{formatInstant(step.recordedAt, locale)}</time></h3>
              <p className="proof"><span>{step.by ?? t("watch.page.system")}</span></p>
              {step.note && <p className="prose">{step.kind === "REPORTED_UP" ? t(step.note === "PROVINCE" ? "watch.level.PROVINCE" : "watch.level.CITY") : step.note}</p>}
            </li>
          ))}
        </ol>
      </Section>
      {one.closedAt !== null ? <Notice><p>{t("watch.page.closed")}</p></Notice> : (
        <div className="stack section no-print">
          {!one.mine && <form method="post">{version}<Button name="intent" value="take">{t("watch.page.take")}</Button></form>}
          <form method="post" className="stack">{version}<TextArea form={of("note")} name="note" id="note" rows={3} maxLength={500} label={t("watch.page.note")} hint={t("watch.page.noteHint")} /><p><Button kind="quiet" name="intent" value="note">{t("watch.page.addNote")}</Button></p></form>
          <Fold summary={t("watch.page.handOn")} open={form.values.intent === "hand"}>
            <form method="post" className="stack">{version}<Select form={of("hand")} name="toUserId" label={t("watch.page.to")} empty="—" options={one.officers.map((user) => ({ value: user.id, text: `${user.name}${t("common.inBrackets", { text: t(`terms.role.${user.role}`) })}` }))} /><p><Button kind="quiet" name="intent" value="hand">{t("watch.page.handOn")}</Button></p></form>
          </Fold>
          {mayClose && (
            <form method="post" className="stack">
              {version}
              <ChoiceGroup form={of("close")} name="result" kind="radio" legend={t("watch.result")} hint={t("watch.page.closeSays")} options={WATCH_RESULTS.map((result) => ({ value: result, text: t(`watch.results.${result}`), hint: result === "PLACED" || result === "WELFARE_POST" ? t(`watch.resultHint.${result}`) : undefined }))} />
              <TextArea form={of("close")} name="note" id="close-note" rows={3} maxLength={500} label={t("watch.page.closeNote")} />
              <p><Button name="intent" value="close">{t("watch.page.close")}</Button></p>
            </form>
          )}
        </div>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
