import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyBrands } from "#app/data/read-models/brand-desk.server.ts";
import { formValues, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { takeBrandPledge, withdrawBrandApplication } from "#app/usecases/brands/apply-to-brand.server.ts";
import { Button, emptyForm, ErrorSummary, type FormState, Tick } from "../ui/components/form.tsx";
import { EmptyState, Facts, Notice, PageHead, Section } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatDay } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { StandingTag } from "../ui/views/brand/words.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "brands.mine.title", { noIndex: true });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, ["SEEKER"]);
  const query = new URL(request.url).searchParams;
  return { acting: actor.actingFor !== undefined, ...(await readMyBrands(context.deps, actor.personId ?? "")), done: query.has("applied") ? "applied" as const : query.has("pledged") ? "pledgeDone" as const : null };
}

export async function action({ request, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, ["SEEKER"]);
  const values = formValues(await readForm(request));
  const pledges = values.intent === "pledge";
  const result = pledges ? await takeBrandPledge(context.deps, actor, values) : await withdrawBrandApplication(context.deps, actor, { applicationId: values.applicationId });
  orNotFound(result);
  return result.ok ? redirect(pledges ? "/me/brands?pledged=1" : "/me/brands") : { values, problems: result.problems };
}

export default function MyBrands() {
  const { acting, memberships, applications, done } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("brands.mine.title")} crumbs={[{ href: "/me", text: t("me.title") }, { text: t("brands.mine.title") }]}><p className="chips notice-after"><a href="/brands">{t("brands.mine.find")}</a></p></PageHead>
      <ErrorSummary form={form} />
      {done !== null && form.problems.length === 0 && <Notice><p>{t(`brands.mine.${done}`)}</p></Notice>}
      {memberships.length + applications.length === 0 && <EmptyState title={t("brands.mine.none")} proposals={[{ href: "/brands", text: t("brands.mine.find") }]} />}
      {memberships.map((one) => (
        <section key={one.id} className="section">
          <h2><a href={`/brands/${one.brandId}`}>{name(one.brand)}</a> <StandingTag standing={one.standing} /></h2>
          <Facts rows={[
            one.number !== null && [t("brands.mine.number"), one.number], one.level !== null && [t("brands.mine.level"), one.level],
            [t("brands.mine.term"), `${formatDay(one.validFrom, locale)} ${one.validTo === null ? t("brands.mine.open") : t("brands.mine.until", { day: formatDay(one.validTo, locale) })}`],
            one.reason !== null && [t("brands.mine.reason"), one.reason],
            one.pledge !== null && [t("brands.mine.pledge"), <>{one.pledge}{one.pledgedOn !== null && <><br /><span className="soft">{t("brands.mine.pledgedOn", { day: formatDay(one.pledgedOn, locale) })}</span></>}</>],
          ]} />
          {one.standing === "DUE" && <p className="notice-after">{t("brands.mine.renew")}</p>}
          {!acting && one.pledge !== null && one.pledgedOn === null && (one.standing === "STANDS" || one.standing === "DUE") && (
            <form method="post" className="stack notice-after">
              <input type="hidden" name="membershipId" value={one.id} /><input type="hidden" name="version" value={one.version} />
              <Tick form={form} name="pledged" label={t("brands.mine.pledgeTick")} />
              <p><Button name="intent" value="pledge">{t("brands.mine.pledgeTake")}</Button></p>
            </form>
          )}
        </section>
      ))}
      {applications.length > 0 && (
        <Section title={t("brands.mine.applications")}>
          {applications.map((one) => (
            <div key={one.id} className="notice-after">
              <h3><a href={`/brands/${one.brandId}`}>{name(one.brand)}</a> <span className="tag">{t(`brands.application.${one.state}`)}</span></h3>
              <Facts rows={[[t("brands.desk.way"), t(`brands.way.${one.way}`)], [t("brands.desk.appliedOn"), formatDay(one.appliedAt, locale)], one.testedOn !== null && [t("brands.mine.test"), t("brands.mine.testValue", { day: formatDay(one.testedOn, locale), score: one.testScore ?? "" })], one.reason !== null && [t("brands.mine.reason"), <>{one.reason} <span className="soft">{t("brands.mine.notFits")}</span></>]]} />
              {one.state === "APPLIED" && <form method="post" className="notice-after"><input type="hidden" name="applicationId" value={one.id} /><button className="button quiet" type="submit" name="intent" value="withdraw" aria-label={t("brands.mine.withdrawFor", { brand: name(one.brand) })}>{t("brands.mine.withdraw")}</button></form>}
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
