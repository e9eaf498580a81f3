import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTrainingNeed } from "#app/data/read-models/training-needs.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { fillTrainingClass } from "#app/usecases/training/fill-class.server.ts";
import { emptyForm, ErrorSummary, type FormState } from "../ui/components/form.tsx";
import { Facts, Fold, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatInstant } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { FillForm } from "../ui/views/needs/fill-form.tsx";
import { expectedText, useNeedTitle, usePay } from "../ui/views/needs/words.tsx";
import { TrainingLinks } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "needs.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  return { fill: new URL(request.url).searchParams.has("fill"), need: found(await readTrainingNeed(context.deps, actor, params.id ?? "")), entryKey: context.deps.newId() };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await fillTrainingClass(context.deps, actor, { ...values, needId: params.id });
  orNotFound(result, "needId");
  return result.ok ? redirect(`/bureau/training/invitations/${result.value.classId}?invited=${result.value.invited}`) : { values, problems: result.problems };
}

export default function TrainingNeed() {
  const { need, entryKey, fill } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm({ entryKey, funds: "PUBLIC", invite: String(Math.min(500, need.list.length, Math.ceil(need.picked * 1.5))), places: String(need.picked) });
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = useNeedTitle()(need);
  const pay = usePay();
  return (
    <>
      <PageHead title={`${name(need.county)} ${title}`} lead={t("needs.need.rate", { picked: formatCount(need.picked), pass: need.passPct, placed: need.placedPct, expected: expectedText(need.expectedHundredths) })} crumbs={[{ href: "/bureau/training", text: t("training.title") }, { href: "/bureau/training/needs", text: t("needs.title") }, { text: title }]}><TrainingLinks /></PageHead>
      <ErrorSummary form={form} />
      <Section title={t("needs.need.facts")}>
        <Facts rows={[
          [t("needs.table.openings"), formatCount(need.openings)], [t("needs.table.people"), formatCount(need.people)], [t("needs.table.first"), formatCount(need.peopleFirst)], [t("needs.table.wishing"), formatCount(need.peopleWishing)], [t("needs.table.classes"), formatCount(need.classes)],
          [t("needs.need.basis"), need.known ? t("needs.need.known") : <a key="rule" href="/policy/training.success.pass.pct">{t("needs.need.assumed")}</a>],
        ]} />
        <p className="soft">{formatInstant(need.computedAt, locale)}</p>
      </Section>
      <div className="section"><Fold summary={t("needs.fill.title")} open={sent !== undefined || fill}><FillForm form={form} entryKey={entryKey} need={need} /></Fold></div>
      <Section title={t("needs.need.posts")}>
        <Table dense cards file={tableFile("training-need-posts", { need: need.id })} caption={t("needs.need.posts")} rows={need.posts} rowKey={(one) => one.id} columns={[
          { key: "post", head: t("needs.need.post"), rowHead: true, cell: (one) => <a href={`/jobs/${one.id}`}>{one.title}</a> },
          { key: "employer", head: t("needs.need.employer"), cell: (one) => one.employer },
          { key: "place", head: t("needs.need.place"), cell: (one) => name(one.county) },
          { key: "pay", head: t("needs.need.pay"), number: true, cell: (one) => pay(one) },
          { key: "left", head: t("needs.need.left"), number: true, cell: (one) => formatCount(one.openings) },
          { key: "pick", head: t("needs.need.pick"), number: true, cell: (one) => formatCount(one.picked) },
        ]} />
      </Section>
      <Section title={t("needs.need.people")}>
        <Table dense cards file={tableFile("training-need-people", { need: need.id })} caption={t("needs.need.people")} rows={need.list} rowKey={(one) => String(one.nr)} columns={[
          { key: "nr", head: t("tables.seq"), number: true, cell: (one) => one.nr },
          { key: "name", head: t("needs.need.name"), rowHead: true, cell: (one) => one.nameMasked },
          { key: "home", head: t("needs.need.home"), cell: (one) => name(one.home) },
          { key: "why", head: t("needs.need.why"), cell: (one) => <span className="tags">{one.first && <Tag tone="loess">{t("needs.need.first")}</Tag>}<Tag>{t(one.wishes ? "needs.need.wishes" : "needs.need.new")}</Tag><Tag tone={one.picked ? "pine" : undefined}>{t(one.picked ? "needs.need.picked" : "needs.need.reserve")}</Tag></span> },
          { key: "gain", head: t("needs.need.gain"), cell: (one) => <a href={`/jobs/${one.postId}`}>{one.postTitle}</a> },
          { key: "pay", head: t("needs.need.pay"), number: true, cell: (one) => pay(one) },
          { key: "posts", head: t("needs.need.posts2"), number: true, cell: (one) => formatCount(one.posts) },
        ]} />
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
