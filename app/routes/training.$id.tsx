import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { daysBetween } from "#app/domain/dates.ts";
import { readPublicClass } from "#app/data/read-models/training-classes.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { applyForTraining } from "#app/usecases/training/enrol.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, LinkButton } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatCount, formatDay, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { ClassTag, Leads, Range } from "../ui/views/training/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "training.open.title");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { deps, actor } = context;
  return { page: found(await readPublicClass(deps, actor, params.id ?? "")), role: actor?.role ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const result = await applyForTraining(context.deps, actor, { classId: params.id });
  orNotFound(result, "classId");
  return result.ok ? redirect("/me/training?applied=1") : { values, problems: result.problems };
}

export default function OpenClass() {
  const { page, role } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const free = Math.max(0, page.places - page.taken);
  return (
    <>
      <PageHead title={page.title} lead={<Leads of={page} />} crumbs={[{ href: "/training", text: t("training.open.title") }, { text: page.title }]}><p className="tags notice-after"><ClassTag state={page.state} /></p></PageHead>
      <ErrorSummary form={form} />
      <Facts rows={[
        [t("training.list.place"), <>{name(page.county)} {page.place}</>], [t("training.list.days"), <><Range from={page.startsOn} to={page.lastOn} /> {t("training.open.length", { n: formatCount(daysBetween(page.startsOn, page.lastOn) + 1) })}</>], [t("training.page.hours"), t("training.page.hoursValue", { n: formatCount(page.hours) })],
        [t("training.list.body"), page.body], [t("training.plan.funds"), t(page.publicFunds ? "training.open.cost" : "training.open.paid")],
        [t("training.page.certificate"), t(page.certifies ? "training.open.certified" : "training.open.leads", { kind: t(`terms.certificateKind.${page.kind}`), level: page.level ? t(`terms.skillLevel.${page.level}`) : "", issuer: page.certifies ?? "" })],
        page.dailyFen !== null && [t("training.sheet.title"), t("training.open.daily", { yuan: formatYuan(page.dailyFen) })],
        page.mayApply && [t("training.plan.places"), free > 0 ? t("training.page.free", { n: formatCount(free) }) : t("training.open.full")],
      ]} />
      {page.mayApply && !page.toAll && <p className="notice-after">{t("training.page.first", { day: formatDay(page.openToAll, locale) })}</p>}
      {page.mine ? <Notice><p>{t("training.open.mine", { state: t(`training.own.${page.mine.state}`) })} <a href="/me/training">{t("training.mine.title")}</a></p></Notice>
        : !page.mayApply ? <p className="notice-after">{t("training.open.closed")} <a href="/training">{t("training.link.find")}</a></p>
        : role === "SEEKER" ? <form method="post" className="notice-after"><Button size="big">{t("training.open.apply")}</Button></form>
        : role === null ? <p className="notice-after"><LinkButton href={`/login?to=/training/${page.id}`}>{t("training.open.signIn")}</LinkButton></p> : null}
    </>
  );
}

export const ErrorBoundary = PageError;
