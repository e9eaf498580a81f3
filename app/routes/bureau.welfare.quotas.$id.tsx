import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readQuota } from "#app/data/read-models/welfare-quotas.server.ts";
import { addDays } from "#app/domain/dates.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { setWelfarePost } from "#app/usecases/welfare/set-post.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, TextArea } from "../ui/components/form.tsx";
import { PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Table } from "../ui/components/records.tsx";
import { tableFile } from "../ui/components/table-file-link.tsx";
import { useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDayShort, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "welfare.quotas.title", { noIndex: true });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN", "AGENT"]);
  const quota = found(await readQuota(context.deps, actor, params.id ?? ""));
  const today = context.deps.clock.today();
  return { quota, entryKey: context.deps.newId(), fresh: { noticeFrom: today, noticeUntil: addDays(today, quota.noticeDays), openings: "1" }, maySet: actor.role !== "AGENT" && quota.posts > quota.taken };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["OFFICER", "ADMIN"]);
  const values = formValues(await readForm(request));
  const result = await setWelfarePost(context.deps, actor, { ...values, quotaId: params.id });
  orNotFound(result);
  return result.ok ? redirect(`/bureau/welfare/posts/${result.value.postId}`) : { values, problems: result.problems };
}

export default function WelfareQuota() {
  const { quota, entryKey, fresh, maySet } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() as FormState | undefined;
  const form = sent ?? emptyForm(fresh);
  const t = useT();
  const name = useName();
  const heading = t("welfare.quota.heading", { village: name(quota.village), kind: t(`welfare.kind.${quota.kind}`), year: quota.year });
  return (
    <>
      <PageHead title={heading} lead={`${quota.fundSource} · ${t("welfare.yuanMonth", { yuan: formatYuan(quota.monthlyFen) })} · ${t("welfare.hoursDays", { hours: quota.hoursPerDay, days: quota.daysPerMonth })}`} crumbs={[{ href: "/bureau/welfare", text: t("welfare.title") }, { href: "/bureau/welfare/quotas", text: t("welfare.quotas.title") }, { text: heading }]}>
        <p className="notice-after"><strong>{quota.posts > quota.taken ? t("welfare.quota.left", { left: quota.posts - quota.taken }) : t("welfare.quota.full")}</strong></p>
      </PageHead>
      <ErrorSummary form={form} />
      {maySet && (
        <section className="panel">
          <h2>{t("welfare.quota.setPost")}</h2>
          <form method="post" className="stack">
            <input type="hidden" name="entryKey" value={String(form.values.entryKey ?? entryKey)} />
            <Field form={form} name="title" label={t("welfare.quota.titleLabel")} maxLength={120} />
            <TextArea form={form} name="need" rows={4} maxLength={2_000} label={t("welfare.quota.need")} hint={t("welfare.quota.needHint")} />
            <div className="field-row">
              <Field form={form} name="openings" type="number" inputMode="numeric" min={1} short label={t("welfare.quota.openings")} />
              <Field form={form} name="noticeFrom" type="date" label={t("welfare.quota.noticeFrom")} />
              <Field form={form} name="noticeUntil" type="date" label={t("welfare.quota.noticeUntil")} hint={t("welfare.quota.noticeHint", { days: quota.noticeDays })} />
            </div>
            <p><Button>{t("welfare.quota.submit")}</Button></p>
          </form>
        </section>
      )}
      <Section title={t("welfare.quota.posts")}>
        {quota.set.length === 0 ? <p className="soft">{t("welfare.quota.none")}</p> : (
          <Table
            cards caption={t("welfare.quota.posts")} file={tableFile("welfare-quota-posts", { quota: quota.id })} rows={quota.set} rowKey={(one) => one.id}
            columns={[
              { key: "title", head: t("welfare.desk.post"), rowHead: true, cell: (one) => <a className="row-link" href={`/bureau/welfare/posts/${one.id}`} aria-label={`${one.title} ${one.id.slice(-4)}`}>{one.title}</a> },
              { key: "openings", head: t("welfare.post.openings"), number: true, cell: (one) => formatCount(one.openings) },
              { key: "filled", head: t("welfare.quotas.filled"), number: true, cell: (one) => formatCount(one.filled) },
              { key: "notice", head: t("welfare.quota.notice"), cell: (one) => `${formatDayShort(one.noticeFrom)} – ${formatDayShort(one.noticeUntil)}${one.closed ? ` · ${t("welfare.quota.closed")}` : ""}` },
            ]}
          />
        )}
      </Section>
    </>
  );
}

export const ErrorBoundary = PageError;
