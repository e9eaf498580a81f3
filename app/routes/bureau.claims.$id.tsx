import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readClaimPage } from "#app/data/read-models/claims-pages.server.ts";
import { formValues, found, orNotFound, readForm, requireActor } from "#app/platform/web/guards.server.ts";
import { decideClaim } from "#app/usecases/claims/decide-claim.server.ts";
import { Button, emptyForm, ErrorSummary, Field, type FormState, TextArea } from "../ui/components/form.tsx";
import { Facts, Notice, PageHead } from "../ui/components/page.tsx";
import { PageError } from "../ui/components/page-error.tsx";
import { Tag } from "../ui/components/tag.tsx";
import { useLocale, useName, useT } from "../ui/i18n/context.tsx";
import { formatInstant, formatYuan } from "../ui/i18n/format.ts";
import { localeOf, pageMeta } from "../ui/page-title.ts";
import { BasisWords, CitationLine } from "../ui/views/claim-views.tsx";

export const meta: MetaFunction = ({ matches }) => pageMeta(localeOf(matches), "claims.page.title", { noIndex: true });

const BUREAU = ["OFFICER", "ADMIN"] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request, BUREAU);
  return { claim: found(await readClaimPage(context.deps, actor, params.id ?? "")), today: context.deps.clock.today(), saved: new URL(request.url).searchParams.get("saved") === "1" };
}

export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response | FormState> {
  const actor = requireActor(context, request, BUREAU);
  const values = formValues(await readForm(request));
  const result = await decideClaim(context.deps, actor, { ...values, claimId: params.id });
  orNotFound(result, "claimId");
  return result.ok ? redirect(`/bureau/claims/${params.id}?saved=1`) : { values, problems: result.problems };
}

export default function Claim() {
  const { claim, today, saved } = useLoaderData<typeof loader>();
  const form = (useActionData<typeof action>() as FormState | undefined) ?? emptyForm();
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const title = `${t(`claims.benefit.${claim.benefit}`)} ${claim.year}`;
  const open = claim.state === "APPLIED" || claim.state === "CHECKED";
  const again = claim.again === null ? null : claim.again.holds ? t("claims.page.againSame") : claim.again.nowFen === 0 ? t("claims.page.againNot") : t("claims.page.againLess", { n: formatYuan(claim.again.nowFen) });
  return (
    <>
      <PageHead title={title} lead={`${claim.person.nameMasked} · ${name(claim.person.home)}`} crumbs={[{ href: "/bureau/claims", text: t("claims.list.title") }, { text: title }]}>
        <p className="tags notice-after"><Tag tone={claim.state === "PAID" ? "pine" : open ? "loess" : undefined}>{t(`claims.state.${claim.state}`)}</Tag></p>
      </PageHead>
      <ErrorSummary form={form} />
      {saved && form.problems.length === 0 && <Notice><p>{t("claims.page.saved")}</p></Notice>}
      {claim.again !== null && !claim.again.holds && <Notice kind="danger"><p>{again}</p></Notice>}
      <Facts
        rows={[
          [t("claims.list.amount"), <strong key="fen">{t("claims.amount", { n: formatYuan(claim.amountFen) })}{claim.units !== null && <> · {t("claims.page.units", { n: claim.units })}</>}</strong>],
          claim.paidFen !== null && [t("claims.list.paid"), t("claims.amount", { n: formatYuan(claim.paidFen) })],
          claim.workshop !== null && [t("claims.list.workshop"), claim.workshop],
          [t("claims.by"), <><CitationLine citation={claim.citation} at={today} />{claim.ruleArea && <> · {name(claim.ruleArea)}</>}</>],
          Boolean(claim.again?.found) && [t("claims.basis.head"), <BasisWords key="basis" one={claim.again!.found!} />],
          again !== null && [t("claims.page.again"), again],
          [t("claims.page.by"), `${t(`terms.role.${claim.appliedByRole}`)} · ${formatInstant(claim.appliedAt, locale)}`],
          claim.checked !== null && [t("claims.page.checkedBy"), `${claim.checked.by ?? "—"} · ${formatInstant(claim.checked.at, locale)}`],
          claim.decidedAt !== null && claim.state !== "CHECKED" && [t("claims.list.decided"), `${claim.decidedBy ?? "—"} · ${formatInstant(claim.decidedAt, locale)}`],
          claim.reason !== null && [t("claims.list.reason"), claim.reason],
        ]}
      />
      {claim.person.opens && <p className="notice-after">{claim.placementId && <><a href={`/placements/${claim.placementId}`}>{t("claims.page.ledger")}</a> · </>}<a href={`/agent/people/${claim.person.id}/claims?year=${claim.year}`}>{t("claims.page.claims")}</a></p>}
      {open && (
        <form method="post" className="stack section no-print">
          <input type="hidden" name="version" value={claim.version} />
          <p className="soft">{t(claim.state === "CHECKED" && !claim.mayPay ? "claims.page.otherPays" : "claims.page.twoOfficers")}</p>
          {claim.state === "CHECKED" && claim.mayPay && <Field form={form} name="paidYuan" label={t("claims.page.paidYuan")} hint={t("claims.page.paidHint", { n: formatYuan(claim.amountFen) })} inputMode="decimal" short />}
          <TextArea form={form} name="reason" label={t("claims.page.reason")} rows={2} maxLength={300} />
          <div className="actions">
            {claim.state === "APPLIED" && claim.again?.holds && <Button name="to" value="CHECKED">{t("claims.page.check")}</Button>}
            {claim.state === "CHECKED" && claim.mayPay && <Button name="to" value="PAID">{t("claims.page.pay")}</Button>}
            <Button kind="danger" name="to" value="REFUSED">{t("claims.page.refuse")}</Button>
          </div>
        </form>
      )}
    </>
  );
}

export const ErrorBoundary = PageError;
